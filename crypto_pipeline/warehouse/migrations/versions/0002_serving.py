"""What the query API reads: the `records` view, a reader's role, and word of every new `data_version`."""

from alembic import op

revision = "0002"
down_revision = "0001"

SCHEMA = """
create index market_quotes_observed_at_idx on market_quotes (observed_at, raw_seq);

create view records as
select q.raw_seq as id, q.source as source_type,
       (select i.source_id from asset_identities i
        where i.asset_id = q.asset_id and i.source = q.source order by i.source_id limit 1) as source_id,
       a.name || ' (' || a.ticker || ')' as title,
       'Price of ' || a.name || ' in USD, as ' || q.source || ' quotes it' as description,
       q.price_usd as value, 'quote' as category, array[]::text[] as tags, q.observed_at as "timestamp", a.ticker
from market_quotes q join assets a using (asset_id)
union all
select n.raw_seq, 'rss', n.feed || ':' || n.guid, n.title, n.summary, null, 'news', n.tags, n.published_at, null
from news_articles n;
comment on view records is 'quotes and news as one list; id is the raw record behind it';

create function announce_data_version() returns trigger language plpgsql as $$
begin
    perform pg_notify('data_version', new.version || ' ' || extract(epoch from new.changed_at));
    return null;
end $$;
create trigger data_version_announced after update on data_version
    for each row execute function announce_data_version();
"""

# A role belongs to the whole server: another database of it may have made it already, or may be making it now.
# Who may not make roles still gets a working platform, whose API then reads as its own user in read-only sessions.
READER = """
do $$
begin
    begin
        if not exists (select from pg_roles where rolname = 'crypto_platform_reader') then
            create role crypto_platform_reader nologin;
        end if;
        if not pg_has_role(current_user, 'crypto_platform_reader', 'member') then
            execute format('grant crypto_platform_reader to %I', current_user);
        end if;
    exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
            raise warning 'role crypto_platform_reader was not made: the user lacks CREATEROLE';
    end;
    if exists (select from pg_roles where rolname = 'crypto_platform_reader') then
        grant usage on schema public to crypto_platform_reader;
        grant select on all tables in schema public to crypto_platform_reader;
        alter default privileges in schema public grant select on tables to crypto_platform_reader;
    end if;
end $$;
"""


def upgrade() -> None:
    op.execute(SCHEMA)
    op.execute(READER)
