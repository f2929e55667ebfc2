"""The whole database moved to another server, with loads held up meanwhile, and the old one closed to writers."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline.records import SaidError
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import (
    DAGSTER_SCHEMA,
    DatabaseError,
    comment_on_database,
    connect,
    database_comment,
    display,
    is_closed,
    open_connection,
)
from crypto_pipeline.warehouse.partitions import ensure_partitions
from crypto_pipeline.warehouse.server import stop_server
from crypto_pipeline.warehouse.shadow import EXCHANGE
from crypto_pipeline.warehouse.shadow import SCHEMA as SHADOW
from crypto_pipeline.warehouse.tables import metadata, raw_table
from crypto_pipeline.warehouse.transfer import compare, copy_all, find_relations, find_tables, months_of
from crypto_pipeline.warehouse.writer import lock, sql_text, stage_lock

# A session that has some table in hand is waited for; one that waits for us in turn is a deadlock, and we try again
LOCK_TRIES = 20
END_SECONDS = 30
RAW = "public.raw_"
# Tables that have rows before anything was loaded
UNUSED = {
    "public.alembic_version", "public.streams", "public.data_version", "dagster.alembic_version", "dagster.kvs",
    "dagster.instance_info", "dagster.secondary_indexes", "dagster.daemon_heartbeats",
}  # fmt: skip
Say = Callable[[str], object]


class MoveError(SaidError):
    """The database cannot be moved. The message says why and what to do."""


def check_target(url: URL, source: URL) -> None:
    """Raises `MoveError` unless the database is empty, or was never used since it was migrated, or is what an earlier
    move from the same source has left. Nothing is made or changed before that is known.
    """
    where = display(url)
    with connect(url) as connection:
        there = find_relations(connection)
        if not there:
            return
        foreign = [found for found in there if not _is_ours(*found)]
        if foreign or ("public", "streams") not in there:
            found = ".".join((foreign or there)[0])
            raise MoveError(f"{where} has {found}, which is not the platform's: move into a database of its own")
        if database_comment(connection) == _mark(source):
            return
        for name in find_tables(connection).keys() - UNUSED:
            if connection.execute(sql_text(f"select from {name} limit 1")).fetchone() is not None:
                raise MoveError(f"{where} is not empty ({name} has rows), and nothing is overwritten")


def _is_ours(schema: str, name: str) -> bool:
    if schema in (DAGSTER_SCHEMA, SHADOW):
        return True
    known = schema == "public" and name in {*metadata.tables, "records", "withdrawn_runs", "alembic_version"}
    return known or (schema == "public" and name.startswith(("raw_", "ratelimit_")))


def _mark(source: URL) -> str:
    """What the target says of itself until the move is done."""
    return f"crypto-platform db move from {display(source)}, not finished"


def move(source: URL, target: URL, say: Say = lambda _: None) -> int:
    """Copies everything into the target, which was migrated and is unused, holds both against each other, and closes
    the source to writers; returns how many rows there are.

    Loads wait until then, and fail afterwards, as their sessions are ended: what they had not committed is loaded by
    the next run, into the target. A kill leaves the source as it was, and the target marked: it is filled anew by the
    next move.

    Raises `MoveError`, `TransferError`, `DatabaseError`.
    """
    with connect(target) as new:
        comment_on_database(new, _mark(source))
    with connect(source) as old:
        say("waiting for loads to end their stages")
        _hold_up(old)
        tables = find_tables(old)
        with migrate.engine(target).begin() as made:
            for name in tables:
                if name.startswith(RAW):  # that of a source that is not installed any more, too
                    raw_table(name.removeprefix(RAW)).create(made, checkfirst=True)
        for table in tables.values():
            ensure_partitions(target, table.name.removeprefix("public."), months_of(table))
        with connect(target) as new:
            copy_all(old, new, tables, say)
            say("comparing every row with its copy")
            rows = compare(old, new, tables)
        with connect(target, autocommit=True) as new:
            new.execute("analyze")
            comment_on_database(new, None)
        _close(
            source, f"it was moved to {display(target)} at {datetime.now(UTC):%Y-%m-%d %H:%M} UTC", old.info.backend_pid
        )
    return rows


def reopen(url: URL) -> None:
    """Lets writers into a database that was moved away."""
    with open_connection(url, autocommit=True, closed=True) as connection:
        if not is_closed(connection):
            raise MoveError(f"{display(url)} was not moved anywhere: it takes writes")
        connection.execute("set default_transaction_read_only = off")
        connection.execute(sql_text(f'alter database "{url.database}" reset default_transaction_read_only'))
        comment_on_database(connection, None)


def check_left_behind(old: URL, new: URL) -> None:
    """Raises `MoveError` unless the old database is closed, and the new one has all of its raw records."""
    with open_connection(old, closed=True) as left, connect(new) as here:
        if not is_closed(left):
            raise MoveError(f"{display(old)} was not moved anywhere: it is in use")
        there = find_tables(here)
        for name in (name for name in find_tables(left) if name.startswith(RAW)):
            count, last = left.execute(sql_text(f"select count(*), max(seq) from {name}")).fetchone() or (0, None)
            if not count:
                continue
            statement = f"select count(*) from {name} where seq <= {last}"
            row = here.execute(sql_text(statement)).fetchone() if name in there else None
            if row is None or row[0] < count:
                raise MoveError(f"{display(new)} has {row[0] if row else 0:,} of the {count:,} records of {name}")


def discard(pgdata: Path) -> None:
    """Removes the embedded server's files. `check_left_behind` comes first."""
    stop_server(pgdata)
    shutil.rmtree(pgdata)


def _hold_up(old: psycopg.Connection) -> None:
    """From here on nothing is written until the transaction ends: first no stage is begun, then no table written."""
    lock(old, EXCHANGE)
    for row in old.execute("select source, stream, stage from etl_checkpoints order by 1, 2, 3").fetchall():
        lock(old, stage_lock(*row))
    for left in reversed(range(LOCK_TRIES)):
        try:
            with old.transaction():
                old.execute("set local lock_timeout = '5s'")
                old.execute(sql_text(f"lock table {', '.join(find_tables(old))} in share mode"))
        except (psycopg.errors.DeadlockDetected, psycopg.errors.LockNotAvailable):
            if not left:
                raise MoveError("tables are being written all the time: stop the platform, then move") from None
            time.sleep(0.5)
        else:
            return


def _close(url: URL, note: str, holder: int) -> None:
    """Sessions that begin from now on only read, and those that began before are ended: what they wait to write would
    be lost. `holder` still keeps all others from writing.
    """
    with connect(url, autocommit=True) as connection:
        comment_on_database(connection, note)
        connection.execute(sql_text(f'alter database "{url.database}" set default_transaction_read_only = on'))
        others = (
            "from pg_stat_activity where datname = current_database() and backend_type = 'client backend'"
            " and pid not in (pg_backend_pid(), %s) and backend_start < %s"
        )
        (closed,) = connection.execute("select clock_timestamp()").fetchone() or (None,)
        deadline = time.monotonic() + END_SECONDS
        while connection.execute(sql_text(f"select pg_terminate_backend(pid) {others}"), (holder, closed)).fetchall():
            if time.monotonic() > deadline:
                raise DatabaseError(f"sessions on {display(url)} do not end: stop the platform and move again")
            time.sleep(0.1)
