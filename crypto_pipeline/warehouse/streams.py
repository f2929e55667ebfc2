"""The database made ready for what is to be loaded: its schema, the sources' raw tables, and the list of streams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import job_name, raw_asset, rows_asset
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.tables import raw_table, streams
from crypto_pipeline.warehouse.writer import lock, sql_text

COLUMNS = tuple(column.name for column in streams.columns)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


class Described(Protocol):
    """What is to be known of a stream: see `sources.description.Stream`."""

    @property
    def source(self) -> _Named: ...
    @property
    def name(self) -> str: ...
    @property
    def path(self) -> Sequence[str]: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def product(self) -> str: ...
    @property
    def asset_product(self) -> str: ...
    @property
    def stale_after(self) -> timedelta: ...
    @property
    def fresh_for(self) -> timedelta: ...
    @property
    def is_live(self) -> bool: ...


def prepare_database(
    url: URL, loaded: Iterable[Described], precedence: Sequence[str] = (), say: Callable[[str], object] = lambda _: None
) -> None:
    """Migrates the database, makes the raw tables that are missing, and enters the streams for those that read of
    them. A source that is gone leaves its raw table behind. `precedence` names sources whose quotes come before those
    of others; without it live providers come before files. `say` takes a line about each step that takes long. Raises
    `DatabaseError`.
    """
    migrate.upgrade(url, say=say)
    rows = [_row(stream, position, precedence) for position, stream in enumerate(loaded)]
    columns = ", ".join(COLUMNS)
    with connect(url) as connection:
        known = connection.execute(sql_text(f"select {columns} from streams")).fetchall()
        if sorted(known) == sorted(rows):
            return
        lock(connection, "streams")
        connection.execute("delete from streams")
        values = ", ".join(["%s"] * len(COLUMNS))
        connection.cursor().executemany(sql_text(f"insert into streams ({columns}) values ({values})"), rows)
        if known:  # who has found none looks again
            connection.execute("update data_version set version = version + 1, changed_at = clock_timestamp()")
    with migrate.engine(url).begin() as made:
        for source in dict.fromkeys(row[0] for row in rows):
            raw_table(source).create(made, checkfirst=True)


def _row(stream: Described, position: int, precedence: Sequence[str]) -> tuple[Any, ...]:
    name = stream.source.name
    rank = precedence.index(name) if name in precedence else len(precedence) + position + (0 if stream.is_live else 100)
    return (
        stream.source.name, stream.name, stream.title, stream.description, stream.product, raw_asset(stream.path),
        rows_asset(stream.asset_product, stream.path), job_name(stream.path), stream.stale_after.total_seconds(),
        stream.fresh_for.total_seconds(), rank, position,
    )  # fmt: skip
