"""What was believed until an undo; corrections in the order in which they were learned."""

from alembic import op

revision = "0011"
down_revision = "0010"

SCHEMA = """
create table undone_quotes (
    observed_at timestamptz not null,
    known_at timestamptz not null,
    undone_at timestamptz not null,
    price_usd double precision,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint,
    listing_id integer not null,
    rank integer,
    by_run text,
    primary key (listing_id, observed_at, undone_at)
);
create index undone_quotes_undone_at_idx on undone_quotes (undone_at);
comment on table undone_quotes is 'what was believed until an undo, or an undo of one, said otherwise';
comment on column undone_quotes.known_at is 'since when it was believed';
comment on column undone_quotes.by_run is 'the undo; null: a correction replaced it then, and was undone later';
comment on column undone_quotes.price_usd is 'USD; null: that there was no quote';
create index quote_revisions_replaced_at_idx on quote_revisions (replaced_at);
"""


def upgrade() -> None:
    op.execute(SCHEMA)
