"""A raw record can be many rows: the ledger knows both numbers."""

from alembic import op

revision = "0008"
down_revision = "0007"

SCHEMA = """
alter table ledger add column records bigint;
update ledger set records = received;
alter table ledger alter column records set not null;
comment on column ledger.records is 'raw records in hand; each can be many rows';
"""


def upgrade() -> None:
    op.execute(SCHEMA)
