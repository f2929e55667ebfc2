"""Quotes hang on listings: a coin as one source knows it. What was decided about them, and what corrections replaced,
is kept.

The history is taken over month by month, each in a transaction of its own: what a kill interrupts, the next start goes
on with. No month is dropped before all of its rows are counted in the new table.
"""

from alembic import context, op
from sqlalchemy import text

revision = "0004"
down_revision = "0003"

SCHEMA = """
drop view if exists records;

create table if not exists listings (
    listing_id integer generated always as identity primary key,
    source text not null,
    source_id text not null,
    asset_id bigint not null references assets,
    symbol text not null,
    name text not null,
    first_seen timestamptz not null,
    last_seen date not null,
    constraint listings_source_id_key unique (source, source_id)
) with (fillfactor = 80);
create index if not exists ix_listings_asset_id on listings (asset_id);
comment on table listings is 'a coin as one source knows it';
comment on column listings.asset_id is 'the coin that it stands for: the last event''s verdict';
comment on column listings.symbol is 'as the source prints it now, in capitals';
comment on column listings.last_seen is 'the day (UTC) on which it last came';

create table if not exists identity_events (
    event_id bigint generated always as identity primary key,
    listing_id integer not null references listings,
    kind text not null constraint identity_events_kind_check
        check (kind in ('created', 'linked', 'split', 'renamed', 'vanished', 'returned')),
    asset_id bigint not null references assets,
    symbol text not null,
    name text not null,
    method text not null,
    confidence double precision not null,
    evidence jsonb not null,
    known_at timestamptz not null,
    run_id text,
    constraint identity_events_key unique (listing_id, kind, known_at)
);
comment on table identity_events is 'what was decided about a listing; append-only';
comment on column identity_events.asset_id is 'the coin that the listing stands for from then on';
comment on column identity_events.symbol is 'as the source printed it then';
comment on column identity_events.known_at is 'when the record that it rests on was fetched';

create table if not exists quote_revisions (
    listing_id integer not null,
    observed_at timestamptz not null,
    known_at timestamptz not null,
    replaced_at timestamptz not null,
    price_usd double precision not null,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint not null,
    rank integer,
    primary key (listing_id, observed_at, raw_seq)
);
comment on table quote_revisions is 'what a correction replaced, with the span in which it was believed';

alter table upstream_calls add column if not exists allowed bigint not null default 0;
comment on column upstream_calls.allowed is 'calls that the plan allows in the month; 0: any number';

do $$
begin
    if exists (select from pg_attribute where attrelid = 'market_quotes'::regclass and attname = 'asset_id') then
        alter table market_quotes rename to market_quotes_0003;
        alter index market_quotes_pkey rename to market_quotes_0003_pkey;
        drop index market_quotes_observed_at_idx;
    end if;
end $$;
create table if not exists market_quotes (
    observed_at timestamptz not null,
    known_at timestamptz not null,
    price_usd double precision not null,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint not null,
    listing_id integer not null,
    rank integer,
    primary key (listing_id, observed_at)
) partition by range (observed_at);
create index if not exists market_quotes_observed_at_idx on market_quotes using brin (observed_at);
comment on column market_quotes.known_at is 'when the raw record was fetched';
"""

# Of each source: its ids with the names that its last record gives them
LISTINGS = """
insert into listings (source, source_id, asset_id, symbol, name, first_seen, last_seen)
select i.source, i.source_id, i.asset_id,
       coalesce(nullif(upper(trim(r.payload ->> 'symbol')), ''), a.symbol),
       coalesce(nullif(trim(r.payload ->> 'name'), ''), a.name),
       i.created_at, coalesce(r.fetched_at, i.created_at) at time zone 'UTC'
from asset_identities i
join assets a using (asset_id)
left join source_quotes q using (asset_id, source)
left join {raw} r on r.seq = q.raw_seq and r.source_id = i.source_id
where i.source = '{source}'
order by i.created_at, i.asset_id, i.source_id
on conflict do nothing
"""
EVENTS = """
insert into identity_events (
    listing_id, kind, asset_id, symbol, name, method, confidence, evidence, known_at
)
select l.listing_id, case i.method when 'new' then 'created' else 'linked' end, i.asset_id, l.symbol, l.name,
       i.method, i.confidence, i.evidence, i.created_at
from asset_identities i join listings l using (source, source_id)
order by l.listing_id
on conflict do nothing
"""
# The old month goes when the new one has as many rows as it
MONTH = """
create table {new} (like market_quotes including defaults);
{inserts}
alter table market_quotes attach partition {new} for values from ('{start}') to ('{end}');
do $$
begin
    if (select count(*) from {new}) <> (select count(*) from {old} where {within}) then
        raise exception 'not all quotes of {old} were taken over';
    end if;
end $$;
{farewell}
"""
INSERT = """
insert into {new} (listing_id, observed_at, known_at, price_usd, market_cap_usd, volume_24h_usd, rank, raw_seq)
select coalesce(named.listing_id, other.listing_id), q.observed_at, coalesce(r.fetched_at, q.observed_at),
       q.price_usd, q.market_cap_usd, q.volume_24h_usd, q.rank, q.raw_seq
from {old} q
left join {raw} r on r.seq = q.raw_seq
left join listings named
    on named.source = q.source and named.source_id = r.source_id and named.asset_id = q.asset_id
left join (select asset_id, min(listing_id) as listing_id from listings where source = '{source}' group by 1) other
    on other.asset_id = q.asset_id
where q.source = '{source}' and {within}
order by q.observed_at, q.raw_seq;
"""
SWAP = """
do $$
begin
    if exists (select from market_quotes_0003) then
        raise exception 'not all quotes were taken over';
    end if;
end $$;
drop table market_quotes_0003;

alter table source_quotes add column listing_id integer;
update source_quotes q set listing_id = l.listing_id
from (select asset_id, source, min(listing_id) as listing_id from listings group by asset_id, source) l
where (l.asset_id, l.source) = (q.asset_id, q.source);
alter table source_quotes drop constraint source_quotes_pkey;
alter table source_quotes add primary key (listing_id);
alter table source_quotes drop column asset_id, drop column source;
drop table asset_identities;

-- a record whose time cannot be stays where no month can come for its row
update raw_coingecko_other set observed_at = null where observed_at is not null;
update raw_coinpaprika_other set observed_at = null where observed_at is not null;

create function quotes_floor(upto timestamptz, wanted bigint, of_listings integer[]) returns timestamptz
language plpgsql stable set enable_seqscan = off as $$
declare
    span interval := '15 minutes';
    found bigint;
begin
    upto := coalesce(upto, (select max(observed_at) from source_quotes));
    while upto is not null and span < interval '60 years' loop
        select count(*) into found from (
            select from market_quotes
            where observed_at between upto - span and upto
              and (of_listings is null or listing_id = any(of_listings))
            limit wanted
        ) as enough;
        if found >= wanted then
            return upto - span;
        end if;
        span := span * 4;
    end loop;
    return null;
end $$;
comment on function quotes_floor is
    'a moment from which on, up to the other one, there are as many quotes as wanted; null: there are fewer';

create view records as
select q.raw_seq as id, l.source as source_type, l.source_id,
       a.name || ' (' || a.ticker || ')' as title,
       'Price of ' || a.name || ' in USD, as ' || l.source || ' quotes it' as description,
       q.price_usd as value, 'quote' as category, array[]::text[] as tags, q.observed_at as "timestamp", a.ticker
from market_quotes q join listings l using (listing_id) join assets a using (asset_id)
union all
select n.raw_seq, 'rss', n.feed || ':' || n.guid, n.title, n.summary, null, 'news', n.tags, n.published_at, null
from news_articles n;
comment on view records is 'quotes and news as one list; id is the raw record behind it';
"""
SOURCES = {"coingecko": "raw_coingecko", "coinpaprika": "raw_coinpaprika", "csv": "raw_csv"}


def upgrade() -> None:
    op.execute(SCHEMA)
    for source, raw in SOURCES.items():
        op.execute(LISTINGS.format(source=source, raw=raw))
    op.execute(EVENTS)
    with op.get_context().autocommit_block():
        _take_over_the_history()
    op.execute(SWAP)


def _take_over_the_history() -> None:
    say = context.config.attributes["say"]
    old = op.get_bind().execute(text(
        "select relname, reltuples from pg_inherits join pg_class on oid = inhrelid"
        " where inhparent = 'market_quotes_0003'::regclass and relname <> 'market_quotes_other' order by relname"
    )).fetchall()  # fmt: skip
    for number, (name, rows) in enumerate(old, 1):
        month = name.removeprefix("market_quotes_").removesuffix("_0003").replace("_", "-")
        say(f"taking over the quotes of {month} ({number} of {len(old)}, about {max(rows, 0):,.0f} rows)")
        if not name.endswith("_0003"):
            op.execute(f"alter table {name} rename to {name}_0003")
            name += "_0003"
        _move(name, month, "true", f"drop table {name};")
    months = "select distinct to_char(observed_at at time zone 'UTC', 'YYYY-MM') from market_quotes_other order by 1"
    for (month,) in op.get_bind().execute(text(months)).fetchall():
        first = f"timestamptz '{month}-01 00:00+00'"
        within = f"(observed_at >= {first} and observed_at < {first} + interval '1 month')"
        _move("market_quotes_other", month, within, f"delete from market_quotes_other where {within};")


def _move(old: str, month: str, within: str, farewell: str) -> None:
    year, number = map(int, month.split("-"))
    start = f"{year:04}-{number:02}-01 00:00+00"
    end = f"{year + number // 12:04}-{number % 12 + 1:02}-01 00:00+00"
    new = f"market_quotes_{month.replace('-', '_')}"
    inserts = "".join(
        INSERT.format(new=new, old=old, raw=raw, source=source, within=within) for source, raw in SOURCES.items()
    )
    # statements in one string are one transaction
    op.get_bind().exec_driver_sql(
        MONTH.format(new=new, old=old, start=start, end=end, inserts=inserts, within=within, farewell=farewell)
    )
