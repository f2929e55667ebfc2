"""The spine: raw tables, identity, quotes, the unified record, news, operations."""

from alembic import op

revision = "0001"
down_revision = None

NUMBERS = """
    price_usd double precision not null,
    market_cap_usd double precision, volume_24h_usd double precision,
    percent_change_1h double precision, percent_change_24h double precision, percent_change_7d double precision,
    high_24h_usd double precision, low_24h_usd double precision,
    circulating_supply double precision, total_supply double precision, max_supply double precision
"""


UNITS = {
    "price_usd": "USD",
    "market_cap_usd": "USD; null: unknown",
    "volume_24h_usd": "USD",
    "percent_change_1h": "percent",
    "percent_change_24h": "percent",
    "percent_change_7d": "percent",
    "high_24h_usd": "USD",
    "low_24h_usd": "USD",
    "circulating_supply": "coins",
    "total_supply": "coins",
    "max_supply": "coins; null: none or unknown",
}


def _raw(name: str, *, by_month: bool) -> str:
    return f"""
create table {name} (
    seq bigint not null default nextval('raw_seq'),
    source_id text,
    endpoint text not null,
    observed_at timestamptz,
    fetched_at timestamptz not null,
    content_hash bytea not null,
    run_id text not null,
    partition text not null,
    payload jsonb not null,
    constraint {name}_content_key unique nulls not distinct (source_id, content_hash, observed_at)
) {"partition by range (observed_at)" if by_month else ""};
create index {name}_seq_idx on {name} (seq);
{f"create table {name}_other partition of {name} default;" if by_month else ""}
comment on column {name}.source_id is 'the upstream''s own id; null when the record has none';
comment on column {name}.endpoint is 'what was asked, without secrets';
comment on column {name}.observed_at is 'the record''s own time; null when it has none';
comment on column {name}.content_hash is 'SHA-256 of the payload''s bytes';
comment on column {name}.run_id is 'the Dagster run that fetched it';
"""


SCHEMA = f"""
create sequence raw_seq as bigint;
{_raw("raw_coingecko", by_month=True)}
{_raw("raw_coinpaprika", by_month=True)}
{_raw("raw_csv", by_month=False)}
{_raw("raw_rss", by_month=False)}

create table assets (
    asset_id bigint generated always as identity primary key,
    ticker text not null constraint assets_ticker_key unique constraint assets_ticker_check check (ticker <> ''),
    symbol text not null,
    name text not null,
    origin text not null,
    created_at timestamptz not null
);
create index assets_symbol_name_idx on assets (symbol, lower(name));
comment on column assets.ticker is 'ours: unique, and for ever the coin''s';
comment on column assets.symbol is 'the sources'' symbol in capitals; not unique';
comment on column assets.origin is 'the source that first had the coin; it names it';

create table asset_identities (
    source text not null,
    source_id text not null,
    asset_id bigint not null references assets,
    method text not null,
    confidence double precision not null,
    evidence jsonb not null,
    created_at timestamptz not null,
    primary key (source, source_id)
);
create index ix_asset_identities_asset_id on asset_identities (asset_id);
comment on column asset_identities.method is 'new, or what the merge rests on';
comment on column asset_identities.confidence is '0 to 1';

create table market_quotes (
    asset_id bigint not null,
    source text not null,
    observed_at timestamptz not null,
    {NUMBERS},
    rank integer,
    raw_seq bigint not null,
    primary key (asset_id, source, observed_at)
) partition by range (observed_at);
create table market_quotes_other partition of market_quotes default;

create table source_quotes (
    asset_id bigint not null,
    source text not null,
    observed_at timestamptz not null,
    {NUMBERS},
    rank integer,
    raw_seq bigint not null,
    primary key (asset_id, source)
) with (fillfactor = 50);  -- every load rewrites most rows: room for it in the same page

create table crypto_assets (
    asset_id bigint primary key,
    ticker text not null unique,
    symbol text not null,
    name text not null,
    rank integer,
    {NUMBERS},
    source text not null,
    sources text[] not null,
    spread_percent double precision,
    observed_at timestamptz not null,
    raw_seq bigint not null
) with (fillfactor = 50);  -- and no index on what every load changes: then it is a heap-only update
create index ix_crypto_assets_symbol on crypto_assets (symbol);
comment on column crypto_assets.source is 'whose quote this is: the freshest';
comment on column crypto_assets.sources is 'everyone who quotes the coin';
comment on column crypto_assets.spread_percent is
    '(max - min) / min of the sources'' prices of the same day; null for one';

create table news_articles (
    id text primary key,
    feed text not null,
    guid text not null,
    url text not null,
    title text not null,
    summary text not null,
    author text,
    tags text[] not null,
    published_at timestamptz not null,
    raw_seq bigint not null,
    constraint news_articles_feed_guid_key unique (feed, guid)
);
create index news_articles_published_at_idx on news_articles (published_at desc, id);
comment on column news_articles.id is 'from the feed''s name and the article''s guid; stable';
comment on column news_articles.url is 'without utm_* parameters';
comment on column news_articles.summary is 'plain text';

create table etl_checkpoints (
    source text not null,
    stage text not null,
    raw_seq bigint not null,
    observed_at timestamptz,
    run_id text not null,
    updated_at timestamptz not null,
    primary key (source, stage)
);
comment on column etl_checkpoints.raw_seq is 'the last raw record that the stage has dealt with';

create table quarantine (
    id bigint generated always as identity primary key,
    source text not null,
    stage text not null,
    source_id text,
    raw_seq bigint,
    payload text not null,
    content_hash bytea not null,
    reasons text[] not null,
    run_id text not null,
    quarantined_at timestamptz not null,
    constraint quarantine_content_key unique (source, stage, content_hash)
);
comment on column quarantine.raw_seq is 'the raw record; null for one that raw could not hold';

create table data_version (
    id integer primary key constraint data_version_one_row check (id = 1),
    version bigint not null,
    changed_at timestamptz not null
);
insert into data_version values (1, 0, now());

create table upstream_calls (
    upstream text not null,
    month text not null,
    calls bigint not null,
    primary key (upstream, month)
);
comment on column upstream_calls.month is 'YYYY-MM, UTC';

create table feed_validators (
    feed text primary key,
    url text not null,
    etag text,
    last_modified text
);
"""


def upgrade() -> None:
    op.execute(SCHEMA)
    for table in ("market_quotes", "source_quotes", "crypto_assets"):
        for column, unit in UNITS.items():
            op.execute(f"comment on column {table}.{column} is '{unit}'")
