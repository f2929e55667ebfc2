"""Keys and tokens that are given out and taken back without a restart, and what was backed up when."""

from alembic import op

revision = "0007"
down_revision = "0006"

SCHEMA = """
create table access_keys (
    id bigint generated always as identity primary key,
    name text not null,
    scope text not null constraint access_keys_scope_check check (scope in ('read', 'load')),
    digest bytea not null constraint access_keys_digest_key unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create unique index access_keys_name_idx on access_keys (name) where revoked_at is null;
comment on table access_keys is 'who may read the API, or start loads over it; the keys themselves are nowhere';
comment on column access_keys.digest is 'SHA-256 of the key, which has 256 random bits';
comment on column access_keys.expires_at is 'null: never';
create function announce_access_keys() returns trigger language plpgsql as $$
begin
    notify access_keys;
    return null;
end $$;
create trigger announce_access_keys after insert or update or delete or truncate on access_keys
    for each statement execute function announce_access_keys();

create table backups (
    id bigint generated always as identity primary key,
    place text not null,
    bytes bigint not null,
    version bigint not null,
    seconds double precision not null,
    finished_at timestamptz not null
);
comment on table backups is 'backups of this database that were finished; append-only';
comment on column backups.place is 'the folder, as the process that wrote it names it';
comment on column backups.version is 'the data_version that it has';
"""


def upgrade() -> None:
    op.execute(SCHEMA)
