"""A second set of the tables that follow from raw, in a schema of its own, and the exchange of both in one transaction.

Statements name tables without a schema: over `shadow_url` they read and write the second set, and of the others (raw,
assets, listings) the only one. Who reads the first set goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import READER
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.tables import (
    candles_1d,
    candles_1h,
    candles_due,
    crypto_assets,
    data_version,
    etl_checkpoints,
    market_quotes,
    metadata,
    news_articles,
    quarantine,
    quote_revisions,
    source_quotes,
)
from crypto_pipeline.warehouse.withdrawals import LOCK
from crypto_pipeline.warehouse.writer import literal, lock, sql_text, stage_lock

SCHEMA = "rebuild"
# Whoever puts a table in another's place holds this lock, and whoever copies all tables shares it
EXCHANGE = "exchange"
REBUILT = (
    market_quotes, quote_revisions, source_quotes, crypto_assets, candles_1h, candles_1d, candles_due, news_articles,
    quarantine, etl_checkpoints,
)  # fmt: skip
# The exchange waits for readers, and new ones queue behind it: not for longer than this
LOCK_SECONDS = 2


def shadow_url(url: URL) -> URL:
    """The database with the second set in front of the first."""
    options = f"{url.query.get('options', '')} -c search_path={SCHEMA},public".strip()
    return url.update_query_dict({"options": options})


def make_shadow(url: URL) -> bool:
    """Makes the second set, empty, unless a rebuild of the same schema was interrupted: that is gone on with.

    Returns whether it was made.
    """
    with connect(url) as connection:
        lock(connection, SCHEMA)
        mark = _mark(connection)
        if _is_of(connection, mark):
            return False
        connection.execute(sql_text(f"drop schema if exists {SCHEMA} cascade"))
    with migrate.engine(url).begin() as made:
        made.exec_driver_sql(f"create schema {SCHEMA}")
        named = made.execution_options(schema_translate_map={None: SCHEMA})
        metadata.create_all(named, tables=[*REBUILT, data_version], checkfirst=False)
        made.exec_driver_sql(f"insert into {SCHEMA}.data_version values (1, 0, now())")
        made.exec_driver_sql(f"comment on schema {SCHEMA} is '{mark}'")
    return True


def _mark(connection: psycopg.Connection) -> str:
    """What a second set is made of: a schema, and what was withdrawn when it was begun."""
    row = connection.execute("select coalesce(max(id), 0) from withdrawals").fetchone()
    return f"of {migrate.head()}, without what was withdrawn up to {row[0] if row else 0}"


def _is_of(connection: psycopg.Connection, mark: str) -> bool:
    return connection.execute("select obj_description(to_regnamespace(%s))", (SCHEMA,)).fetchone() == (mark,)


@contextmanager
def nothing_new(url: URL, streams: Iterable[tuple[str, str]]) -> Iterator[bool]:
    """Until the block ends no raw record comes and no run is undone: whoever brings one, or undoes, waits. False when
    one was undone since the second set was begun: it is to be made anew.
    """
    with connect(url) as connection:
        lock(connection, LOCK)
        for source, stream in streams:
            lock(connection, stage_lock(source, stream, "raw"))
        yield _is_of(connection, _mark(connection))


def exchange(url: URL, stages: Iterable[tuple[str, str, str]]) -> None:
    """Puts the second set in the place of the first; the stages (source, stream, name) wait meanwhile.

    Raises `psycopg.errors.LockNotAvailable` while readers hold it up.
    """
    with connect(url) as connection:
        lock(connection, EXCHANGE)  # before the stages: they go on while a backup is made
        for stage in stages:
            lock(connection, stage_lock(*stage))
        connection.execute(sql_text(f"set local lock_timeout = '{LOCK_SECONDS}s'"))
        _take_over(connection)
        _replace(connection)
        connection.execute("update data_version set version = version + 1, changed_at = clock_timestamp()")
        connection.execute(sql_text(f"drop schema {SCHEMA} cascade"))


def _take_over(connection: psycopg.Connection) -> None:
    """What no rebuild makes anew: the stage raw's own refusals and checkpoints; and by which run, when and under which
    number a record was refused that is refused again.
    """
    names = ", ".join(column.name for column in etl_checkpoints.columns)
    connection.execute(
        sql_text(
            f"insert into {SCHEMA}.etl_checkpoints ({names}) select {names} from public.etl_checkpoints"
            " where stage = 'raw' on conflict do nothing"
        )
    )
    old, next_id = ("id", "run_id", "quarantined_at"), "nextval(pg_get_serial_sequence('public.quarantine', 'id'))"
    columns = [column.name for column in quarantine.columns]
    values = ", ".join(
        f"coalesce(o.{name}, {next_id if name == 'id' else f'r.{name}'})" if name in old else f"r.{name}"
        for name in columns
    )
    into = f"insert into {SCHEMA}.quarantine ({', '.join(columns)}) overriding system value"
    for statement in (
        f"create temporary table refused on commit drop as select * from {SCHEMA}.quarantine",
        f"delete from {SCHEMA}.quarantine",
        f"{into} select {values} from refused r left join public.quarantine o"
        " using (source, stream, stage, content_hash) order by r.id",
        f"{into} select {', '.join(columns)} from public.quarantine where stage = 'raw'",
        f"select setval(pg_get_serial_sequence('{SCHEMA}.quarantine', 'id'), {next_id})",
    ):
        connection.execute(sql_text(statement))


def _replace(connection: psycopg.Connection) -> None:
    view = connection.execute("select pg_get_viewdef('public.records'), obj_description('public.records'::regclass)")
    definition, comment = view.fetchone() or ("", "")
    connection.execute("drop view public.records")
    for table in REBUILT:
        connection.execute(sql_text(f"drop table public.{table.name}"))
    children = connection.execute(
        sql_text(
            f"select c.relname from pg_class c join pg_namespace n on n.oid = relnamespace"
            f" where n.nspname = '{SCHEMA}' and c.relispartition and c.relkind = 'r'"
        )
    ).fetchall()
    for name in [table.name for table in REBUILT] + [child for (child,) in children]:
        connection.execute(sql_text(f"alter table {SCHEMA}.{name} set schema public"))
    connection.execute(sql_text(f"create view public.records as {definition}"))
    connection.execute(sql_text(f"comment on view public.records is {literal(comment)}"))
    if connection.execute("select from pg_roles where rolname = %s", (READER,)).fetchone() is not None:
        connection.execute(sql_text(f"grant select on all tables in schema public to {READER}"))
