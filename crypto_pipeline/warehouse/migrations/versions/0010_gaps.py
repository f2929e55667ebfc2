"""Days of tracked coins of which quotes are missing."""

from alembic import op

revision = "0010"
down_revision = "0009"

SCHEMA = """
create table gaps (
    listing_id integer not null,
    day date not null,
    hours smallint not null,
    expected smallint not null,
    answer text,
    asked_at timestamptz,
    found_at timestamptz not null,
    primary key (listing_id, day)
);
comment on table gaps is 'days of tracked coins of which quotes are missing';
comment on column gaps.day is 'UTC';
comment on column gaps.hours is 'how many of its hours have quotes';
comment on column gaps.expected is 'how many should, by how often the source is asked';
comment on column gaps.asked_at is 'when its provider was asked for it';
comment on column gaps.answer is 'why it cannot be filled; null: it may be';
"""


def upgrade() -> None:
    op.execute(SCHEMA)
