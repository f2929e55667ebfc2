"""The transactional writer: one stage's rows, quarantine, checkpoint and data version commit together or not.

What the rows are is decided elsewhere (`raw`, `quotes`, `unified`, `news` in this folder write their tables
through a `Stage`). A process that dies anywhere leaves the database as it was before the stage began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.kill_points import reach

if TYPE_CHECKING:
    import pandas as pd

# The row of a COPY after which a test may kill the process
IN_COPY = 10


@dataclass
class Stage:
    """One stage of one stream inside its transaction."""

    connection: psycopg.Connection
    source: str
    stream: str
    name: str
    run_id: str
    raw_seq: int  # the checkpoint: everything up to here is done
    observed_at: datetime | None = None
    changed: int = field(default=0, init=False)

    def execute(self, statement: str, parameters: Any = None) -> int:
        """Runs one statement and returns how many rows it touched."""
        return self.connection.execute(sql_text(statement), parameters).rowcount

    def change(self, statement: str, parameters: Any = None) -> int:
        """The same for a statement that changes served data: its rows move `data_version`."""
        rows = self.execute(statement, parameters)
        self.changed += rows
        return rows

    def fetch(self, statement: str, parameters: Any = None) -> list[tuple[Any, ...]]:
        """All rows of a query, over the binary protocol."""
        return self.connection.cursor(binary=True).execute(sql_text(statement), parameters).fetchall()

    def copy_frame(self, table: str, columns: str, frame: pd.DataFrame) -> None:
        """COPYs a frame into a new temporary table that is gone with the transaction.

        `columns` is the table's column list in SQL, in the frame's order, of the types in `frames.ARROW`: they are
        declared, never guessed from what the frame happens to hold. Missing values become NULL.
        """
        self.execute(f"drop table if exists pg_temp.{table}")
        self.execute(f"create temporary table {table} ({columns}) on commit drop")
        if frame.empty:
            return
        from crypto_pipeline.warehouse.frames import table_of  # what most commands never need

        rows, encoder = table_of(frame, columns)
        with self.connection.cursor().copy(sql_text(f"copy {table} from stdin (format binary)")) as copy:
            copy.write(encoder.write_header())
            reach(f"{self.name}/{self.source}", f"in copy of {table}")
            for batch in rows.to_batches(max_chunksize=1_000):
                copy.write(encoder.write_batch(batch))
            copy.write(encoder.finish())

    def advance(self, raw_seq: int, observed_at: datetime | None) -> None:
        """Moves the checkpoint, never back."""
        self.raw_seq = max(self.raw_seq, raw_seq)
        if observed_at is not None and (self.observed_at is None or observed_at > self.observed_at):
            self.observed_at = observed_at


@contextmanager
def open_stage(url: URL, source: str, stream: str, name: str, run_id: str) -> Iterator[Stage]:
    """Opens the stage's transaction. A second writer of the same stage waits here until the first is done.

    When the block ends well, checkpoint and `data_version` (only if served data changed) are written and
    everything commits; an exception rolls all of it back.
    """
    with connect(url) as connection:
        # Fresh staging tables have no statistics, and the planner, taking them for tiny, would loop where it
        # must hash: seconds become minutes.
        connection.execute("set local enable_nestloop = off")
        lock(connection, stage_lock(source, stream, name))
        row = connection.execute(
            "select raw_seq, observed_at from etl_checkpoints where (source, stream, stage) = (%s, %s, %s)",
            (source, stream, name),
        ).fetchone()
        raw_seq, observed_at = row or (0, None)
        stage = Stage(connection, source, stream, name, run_id, raw_seq, observed_at)
        reach(f"{name}/{source}", "begun")
        yield stage
        if (stage.raw_seq, stage.observed_at) != (raw_seq, observed_at):
            _save_checkpoint(stage)
        if stage.changed:
            connection.execute("update data_version set version = version + 1, changed_at = clock_timestamp()")
        reach(f"{name}/{source}", "before commit")
    reach(f"{name}/{source}", "after commit")


def stage_lock(source: str, stream: str, name: str) -> str:
    """What the lock of a stage is called."""
    return f"{source}/{stream}/{name}"


def lock(connection: psycopg.Connection, name: str) -> None:
    """Takes the advisory lock of this name until the transaction ends."""
    connection.execute("select pg_advisory_xact_lock(hashtextextended('crypto-platform/' || %s, 0))", (name,))


def copy_rows(
    connection: psycopg.Connection,
    table: str,
    columns: Sequence[str],
    types: Sequence[str],
    rows: Iterator[Any],
) -> None:
    """COPYs tuples in binary form straight into a table."""
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("copy {} ({}) from stdin (format binary)").format(sql.Identifier(table), names)
    with connection.cursor().copy(statement) as copy:
        copy.set_types(types)
        for number, row in enumerate(rows):
            copy.write_row(row)
            if number == IN_COPY:
                reach(table, "in copy")


def _save_checkpoint(stage: Stage) -> None:
    stage.execute(
        """
        insert into etl_checkpoints (source, stream, stage, raw_seq, observed_at, run_id, updated_at)
        values (%s, %s, %s, %s, %s, %s, clock_timestamp())
        on conflict (source, stream, stage) do update set
            raw_seq = excluded.raw_seq, observed_at = excluded.observed_at,
            run_id = excluded.run_id, updated_at = excluded.updated_at
        """,
        (stage.source, stage.stream, stage.name, stage.raw_seq, stage.observed_at, stage.run_id),
    )


def sql_text(statement: str) -> Any:
    """Statements are put together from this package's own table and column names only."""
    return statement


@contextmanager
def by_key(stage: Stage) -> Iterator[None]:
    """In this block joins look rows up by key, one by one: for few rows of large tables."""
    methods = ("hashjoin", "mergejoin")
    for method, state in (("nestloop", "on"), *((method, "off") for method in methods)):
        stage.execute(f"set local enable_{method} = {state}")
    yield
    for method, state in (("nestloop", "off"), *((method, "on") for method in methods)):
        stage.execute(f"set local enable_{method} = {state}")


def literal(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
