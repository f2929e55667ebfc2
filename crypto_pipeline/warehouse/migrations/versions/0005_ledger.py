"""What every stage of every run came to, kept as rows; refusals found by their raw record."""

from alembic import op

revision = "0005"
down_revision = "0004"

SCHEMA = """
create table ledger (
    id bigint generated always as identity primary key,
    run_id text not null,
    source text not null,
    stage text not null,
    received bigint not null,
    stored bigint not null,
    unchanged bigint not null,
    quarantined bigint not null,
    first_seq bigint not null,
    last_seq bigint not null,
    retried bigint not null,
    recorded_at timestamptz not null,
    constraint ledger_adds_up check (received = stored + unchanged + quarantined)
);
create index ledger_recorded_at_idx on ledger using brin (recorded_at);
create index ledger_source_idx on ledger (source, stage, id);
comment on table ledger is 'what became of the records that each transaction of a stage had in hand';

comment on column ledger.first_seq is 'of the raw records that it wrote or read';
comment on column ledger.retried is 'records besides, refused before for a reason that time mends';

create index quarantine_raw_seq_idx on quarantine (source, stage, raw_seq);
"""


def upgrade() -> None:
    op.execute(SCHEMA)
