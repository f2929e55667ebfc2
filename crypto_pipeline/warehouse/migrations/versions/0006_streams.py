"""A source has streams; raw has payloads byte for byte, by month of arrival; runs can be withdrawn.

Raw is taken over a source and some hundred thousand records at a time, each in a transaction of its own: what a kill
interrupts, the next start goes on with. No old table is dropped before all of its records are counted in the new one.
"""

from alembic import context, op
from sqlalchemy import text

revision = "0006"
down_revision = "0005"

# What each source's records came by until now
STREAMS = {"coingecko": "snapshot", "coinpaprika": "snapshot", "csv": "files", "rss": "feeds"}
RECORDS = 200_000

RAW = """
do $$
declare
    part text;
begin
    if exists (select from pg_attribute where attrelid = '{raw}'::regclass and attname = 'payload'
               and atttypid = 'jsonb'::regtype) then
        for part in select relname from pg_inherits join pg_class on oid = inhrelid
                    where inhparent = '{raw}'::regclass loop
            execute format('alter table %I rename to %I', part, part || '_0005');
        end loop;
        alter table {raw} rename to {raw}_0005;
        alter index {raw}_seq_idx rename to {raw}_0005_seq_idx;
    end if;
end $$;
create table if not exists {raw} (
    seq bigint not null default nextval('raw_seq'),
    observed_at timestamptz,
    fetched_at timestamptz not null,
    stream text not null,
    source_id text,
    endpoint text not null,
    content_hash bytea not null,
    run_id text not null,
    partition text not null,
    payload json not null
) partition by range (fetched_at);
create index if not exists {raw}_content_idx on {raw} (source_id, observed_at, content_hash);
create index if not exists {raw}_seq_idx on {raw} (seq);
comment on column {raw}.observed_at is 'the record''s own time; null when it has none';
comment on column {raw}.stream is 'which of the source''s streams brought it';
comment on column {raw}.source_id is 'the upstream''s own id; null when the record has none';
comment on column {raw}.endpoint is 'what was asked, without secrets; a file and its line';
comment on column {raw}.content_hash is 'SHA-256 of the payload''s bytes';
comment on column {raw}.run_id is 'the Dagster run that fetched it';
comment on column {raw}.payload is 'as it came, byte for byte';
"""
MONTHS = """
select distinct to_char(fetched_at at time zone 'UTC', 'YYYY-MM') from (
    select fetched_at from {raw}_0005 where seq > {after} order by seq limit {records}) as next
"""
COPY = """
insert into {raw} (seq, observed_at, fetched_at, stream, source_id, endpoint, content_hash, run_id, partition, payload)
select seq, observed_at, fetched_at, '{stream}', source_id, endpoint, content_hash, run_id, partition,
       payload::text::json
from {raw}_0005 where seq > {after} order by seq limit {records}
"""
DROP = """
do $$
begin
    if (select count(*) from {raw}) <> (select count(*) from {raw}_0005) then
        raise exception 'not all records of {raw} were taken over';
    end if;
end $$;
drop table {raw}_0005;
"""

REST = """
alter table etl_checkpoints add column stream text not null default '';
alter table ledger add column stream text not null default '';
alter table quarantine add column stream text not null default '';
{streams}
alter table etl_checkpoints alter column stream drop default, drop constraint etl_checkpoints_pkey,
    add primary key (source, stream, stage);
alter table ledger alter column stream drop default;
drop index ledger_source_idx;
create index ledger_source_idx on ledger (source, stream, stage, id);
alter table quarantine alter column stream drop default, drop constraint quarantine_content_key,
    add constraint quarantine_content_key unique (source, stream, stage, content_hash);
drop index quarantine_raw_seq_idx;
create index quarantine_raw_seq_idx on quarantine (source, stream, stage, raw_seq);
drop index quarantine_retry_idx;
create index quarantine_retry_idx on quarantine (source, stream, stage, retry_at) where retry_at is not null;

create table streams (
    source text not null,
    stream text not null,
    title text not null,
    description text not null,
    product text not null,
    raw_asset text[] not null,
    rows_asset text[] not null,
    job text not null,
    stale_seconds double precision not null,
    fresh_seconds double precision not null,
    precedence integer not null,
    position integer not null,
    primary key (source, stream)
);
comment on column streams.fresh_seconds is 'so long the source''s latest quote counts as fresh';
comment on column streams.precedence is 'of several fresh quotes the one of the smallest wins';
comment on table streams is 'what this platform loads, as its sources describe it';
comment on column streams.product is 'what its records become';
comment on column streams.job is 'the Dagster job that loads it';
comment on column streams.stale_seconds is 'the newest record should not be older';

create table withdrawals (
    id bigint generated always as identity primary key,
    run_id text not null,
    source text not null,
    stream text not null,
    kind text not null constraint withdrawals_kind_check check (kind in ('withdrawn', 'restored')),
    records bigint not null,
    by_run text not null,
    known_at timestamptz not null
);
create index withdrawals_run_id_idx on withdrawals (run_id, source, stream, id);
comment on table withdrawals is 'runs whose records were taken out of what is served, or back; append-only';
comment on column withdrawals.records is 'raw records that it is about';
create view withdrawn_runs as
select run_id, source, stream from (
    select distinct on (run_id, source, stream) run_id, source, stream, kind from withdrawals
    order by run_id, source, stream, id desc) as last
where kind = 'withdrawn';

alter table crypto_assets
    add column listing_id integer,
    add column reason text not null default 'precedence',
    add column flags text[] not null default '{{}}',
    add column held_back jsonb;
update crypto_assets c set listing_id = l.listing_id
from (select asset_id, source, min(listing_id) as listing_id from listings group by asset_id, source) l
where (l.asset_id, l.source) = (c.asset_id, c.source);
alter table crypto_assets alter column listing_id set not null, alter column reason drop default,
    alter column flags drop default;
comment on column crypto_assets.listing_id is 'whose quote this is';
comment on column crypto_assets.source is 'the source of that listing';
comment on column crypto_assets.reason is
    'why: only, precedence (of several fresh ones), newest (none is fresh), last_good (the latest are held back)';
comment on column crypto_assets.flags is 'held_back, old, disagree';
comment on column crypto_assets.held_back is 'quotes that are not believed, with the reason; null: none';
alter table source_quotes add column recheck boolean not null default false;
comment on column source_quotes.recheck is 'whether the past before it has changed since the coin was judged';
create table verdicts (
    asset_id bigint not null references assets,
    since timestamptz not null,
    until timestamptz,
    listing_id integer not null,
    reason text not null,
    flags text[] not null,
    held jsonb
);
create index verdicts_asset_id_idx on verdicts (asset_id, since);
create unique index verdicts_open_idx on verdicts (asset_id) where until is null;
comment on table verdicts is 'whose quote was a coin''s record, from when to when, and why';
comment on column verdicts.until is 'null: it still is';
comment on column verdicts.held is 'listings whose quotes were held back, and why';

drop view records;
alter table news_articles add column source text not null default 'rss';
alter table news_articles alter column source drop default, drop constraint news_articles_feed_guid_key,
    add constraint news_articles_feed_guid_key unique (source, feed, guid);
create view records as
select q.raw_seq as id, l.source as source_type, l.source_id,
       a.name || ' (' || a.ticker || ')' as title,
       'Price of ' || a.name || ' in USD, as ' || l.source || ' quotes it' as description,
       q.price_usd as value, 'quote' as category, array[]::text[] as tags, q.observed_at as "timestamp", a.ticker
from market_quotes q join listings l using (listing_id) join assets a using (asset_id)
union all
select n.raw_seq, n.source, n.feed || ':' || n.guid, n.title, n.summary, null, 'news', n.tags, n.published_at, null
from news_articles n;
comment on view records is 'quotes and news as one list; id is the raw record behind it';
"""
STREAM = """
update etl_checkpoints set stream = '{stream}' where source = '{source}';
update ledger set stream = '{stream}' where source = '{source}';
update quarantine set stream = '{stream}' where source = '{source}';
"""


def upgrade() -> None:
    for source in STREAMS:
        op.execute(RAW.format(raw=f"raw_{source}"))
    with op.get_context().autocommit_block():
        for source, stream in STREAMS.items():
            _take_over(f"raw_{source}", stream)
    op.execute(REST.format(streams="".join(STREAM.format(source=s, stream=t) for s, t in STREAMS.items())))


def _take_over(raw: str, stream: str) -> None:
    say, connection = context.config.attributes["say"], op.get_bind()
    if connection.execute(text(f"select to_regclass('{raw}_0005')")).scalar() is None:
        return
    after = connection.execute(text(f"select coalesce(max(seq), 0) from {raw}")).scalar_one()
    while True:
        names = {"raw": raw, "stream": stream, "after": after, "records": RECORDS}
        months = connection.execute(text(MONTHS.format(**names))).scalars().all()
        if not months:
            break
        say(f"taking over what {raw} has after record {after:,}")
        for month in months:
            _make_month(raw, month)
        op.execute(COPY.format(**names))
        after = connection.execute(text(f"select max(seq) from {raw}")).scalar_one()
    # statements in one string are one transaction
    connection.exec_driver_sql(DROP.format(raw=raw))


def _make_month(raw: str, month: str) -> None:
    year, number = map(int, month.split("-"))
    op.execute(
        f"create table if not exists {raw}_{month.replace('-', '_')} partition of {raw}"
        f" for values from ('{year:04}-{number:02}-01 00:00+00')"
        f" to ('{year + number // 12:04}-{number % 12 + 1:02}-01 00:00+00')"
    )
