"""What a source must remember, and refusals that time mends."""

from alembic import op

revision = "0003"
down_revision = "0002"

SCHEMA = """
create table source_state (
    source text not null,
    key text not null,
    value text not null,
    updated_at timestamptz not null,
    primary key (source, key)
);
comment on table source_state is 'what a source must remember from one load to the next';
insert into source_state
select 'rss', 'validators/' || feed, json_build_object(
    'url', encode(sha256(convert_to(url, 'UTF8')), 'hex'), 'etag', etag, 'last_modified', last_modified
)::text, now() from feed_validators;
drop table feed_validators;  -- its URLs could hold passwords

alter table quarantine add column retry_at timestamptz, add column origin text;
comment on column quarantine.origin is 'a file and its line, or what was asked';
comment on column quarantine.retry_at is 'when a reason that time mends will be gone; null for all others';
create index quarantine_retry_idx on quarantine (source, stage, retry_at) where retry_at is not null;
"""


def upgrade() -> None:
    op.execute(SCHEMA)
