"""Candles, made of quotes; those of the quotes that are there already are due at the next load."""

from alembic import op

revision = "0009"
down_revision = "0008"

NUMBERS = """
    opened_at timestamptz not null,
    open_usd double precision not null,
    high_usd double precision not null,
    low_usd double precision not null,
    close_usd double precision not null,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    listing_id integer not null,
    quotes integer not null
"""
COMMENTS = {
    "opened_at": "UTC: the interval begins there, and ends before the next one",
    "open_usd": "USD: the first quote of the interval",
    "high_usd": "USD: the highest",
    "low_usd": "USD: the lowest",
    "close_usd": "USD: the last",
    "market_cap_usd": "USD, of the last; null: unknown",
    "volume_24h_usd": "USD, of the last: what was traded in the 24 hours before it, not in the interval",
    "quotes": "how many quotes it is made of",
}
SCHEMA = f"""
create table candles_1h ({NUMBERS}, primary key (listing_id, opened_at)) partition by range (opened_at);
comment on table candles_1h is 'hours of a listing, made of its quotes';
create table candles_1d ({NUMBERS}, hours smallint not null, primary key (listing_id, opened_at))
    with (fillfactor = 80);
comment on table candles_1d is 'days (UTC) of a listing, made of its hours';
comment on column candles_1d.hours is 'how many of its hours have quotes';
create table candles_due (
    listing_id integer not null,
    first timestamptz not null,
    last timestamptz not null,
    entered_at timestamptz not null
);
create index candles_due_listing_id_idx on candles_due (listing_id, first);
comment on table candles_due is 'spans of which quotes have come, changed or gone since their candles were made';
"""
# A month of quotes has a month of candles
MONTHS = """
do $$
declare
    month date;
begin
    for month in select to_date(right(relname, 7), 'YYYY_MM') from pg_inherits join pg_class on oid = inhrelid
                 where inhparent = 'market_quotes'::regclass loop
        execute format(
            'create table %I partition of candles_1h for values from (%L) to (%L)',
            'candles_1h_' || to_char(month, 'YYYY_MM'), month || ' 00:00:00+00',
            (month + interval '1 month')::date || ' 00:00:00+00');
    end loop;
end $$;
insert into candles_due (listing_id, first, last, entered_at)
select listing_id, min(observed_at), max(observed_at), clock_timestamp() from market_quotes
group by listing_id, date_trunc('month', observed_at at time zone 'UTC');
"""


def upgrade() -> None:
    op.execute(SCHEMA)
    for table in ("candles_1h", "candles_1d"):
        for column, comment in COMMENTS.items():
            op.execute(f"comment on column {table}.{column} is '{comment}'")
    op.execute(MONTHS)
