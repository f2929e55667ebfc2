"""The pool of connections that can only read, what version the data has, and statements compiled once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import psycopg
import structlog
from psycopg.types.json import set_json_loads
from psycopg_pool import AsyncConnectionPool, PoolTimeout
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.engine import URL

from api_server.contract.paging import Row
from api_server.contract.problems import Problem, given_up, unavailable
from api_server.queries.keys import STATEMENT as KEYS
from api_server.queries.keys import StoredKey
from crypto_pipeline.catalog import READER
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse.connect import dsn

_LOST = (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout, TimeoutError)
VERSION = b"select version, extract(epoch from changed_at)::text from data_version"
SOON_SECONDS = 2


class Database:
    """The warehouse as the API sees it: read-only, and possibly away.

    `version` is the `data_version` that was last announced; None while nobody would tell us of a newer one, and
    then nothing may be cached.
    """

    def __init__(self, url: URL, settings: Settings) -> None:
        self.version: int | None = None
        self.stamp = ""  # when that version came to be
        self.confined: bool | None = None  # by a role that cannot write, not just by a read-only session
        self.seconds = settings.api_statement_seconds
        self._asked = asyncio.Event()
        self._on_version: list[Callable[[], None]] = []
        self._on_keys: Callable[[list[StoredKey]], None] = lambda _: None
        self._has_told = False  # what keys there are: before that nobody may read
        session = (
            f"-c default_transaction_read_only=on -c statement_timeout={int(self.seconds * 1000)} -c timezone=UTC"
            " -c jit=off -c idle_in_transaction_session_timeout=300000"
        )
        self._dsn = dsn(url, session)
        self._options: dict[str, Any] = {
            "autocommit": True, "application_name": "crypto-platform-api", "connect_timeout": 2,
            "tcp_user_timeout": 5000,
        }  # fmt: skip
        self.pool: AsyncConnectionPool[Any] = AsyncConnectionPool(
            self._dsn, min_size=min(4, settings.api_pool_size), max_size=settings.api_pool_size,
            timeout=1.5, open=False, configure=self._confine,
            # a short patience, or the pool would be slow to notice that the database is back
            reconnect_timeout=2, kwargs=self._options,
        )  # fmt: skip

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Opens the pool and follows `data_version`; starts without a database, too."""
        await self.pool.open(wait=False)
        follower = asyncio.create_task(self._follow())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._asked.wait(), 1)
        try:
            yield
        finally:
            follower.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await follower
            await self.pool.close()

    def on_new_version(self, callback: Callable[[], None]) -> None:
        """Calls back whenever the data has changed or may have."""
        self._on_version.append(callback)

    def on_keys(self, callback: Callable[[list[StoredKey]], None]) -> None:
        """Calls back with all keys at the start, and whenever one is made or taken back."""
        self._on_keys = callback

    async def fetch(self, statement: str, parameters: Any = None) -> list[Row]:
        """All rows. Raises `Problem`: the database is away, or the statement took too long."""
        async with self.connection() as connection:
            # the server keeps its own limit, unless it hangs as a whole
            async with asyncio.timeout(self.seconds + 1):
                cursor = await connection.cursor(binary=True).execute(statement.encode(), parameters)
                rows: list[Row] = await cursor.fetchall()
            return rows

    async def fetch_soon(self, statement: str) -> list[Row]:
        """The same for whoever asks whether the database answers: it does so within two seconds or is away."""
        asked = asyncio.create_task(self.fetch(statement))
        done, _ = await asyncio.wait({asked}, timeout=SOON_SECONDS)
        if not done:
            raise given_up(asked)  # not awaited: cancelling waits for the server, too
        return asked.result()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[psycopg.AsyncConnection[Any]]:
        """A pooled connection; its failures become problems."""
        if not self._has_told:
            raise unavailable()
        try:
            async with self.pool.connection() as connection:
                yield connection
        except psycopg.errors.QueryCanceled:
            raise Problem("query-timeout", f"The query took more than {self.seconds:g} s; narrow it.") from None
        except psycopg.errors.DataError:
            raise Problem("invalid-parameter", "A value is out of the range that the database can hold.") from None
        except _LOST:
            raise unavailable() from None

    @asynccontextmanager
    async def lock(self, name: str) -> AsyncIterator[None]:
        """Waits for the database's lock of this name and holds it for the block, in a transaction of its own."""
        async with self.connection() as connection, connection.transaction():
            async with asyncio.timeout(self.seconds + 1):
                await connection.execute(
                    b"select pg_advisory_xact_lock(hashtextextended('crypto-platform-api/' || %s, 0))", (name,)
                )
            yield

    async def _confine(self, connection: psycopg.AsyncConnection[Any]) -> None:
        """Takes the role that cannot write. Where the migration could not make it, the session is read-only still."""
        set_json_loads(msgspec.Raw, connection)  # a document is passed on as it is, whatever numbers it has
        with contextlib.suppress(psycopg.errors.InvalidParameterValue, psycopg.errors.InsufficientPrivilege):
            await connection.execute(f"set role {READER}".encode())
            self.confined = True
            return
        if self.confined is None:
            structlog.get_logger("api").warning("no role of its own to read with", role=READER)
        self.confined = False

    async def _follow(self) -> None:
        while True:
            with contextlib.suppress(psycopg.Error, OSError, TimeoutError):
                connection = await psycopg.AsyncConnection.connect(self._dsn, **self._options)
                async with connection:
                    await self._confine(connection)
                    await connection.execute(b"listen data_version; listen access_keys")
                    while True:
                        async with asyncio.timeout(SOON_SECONDS):
                            keys = await (await connection.execute(KEYS)).fetchall()
                            found = await (await connection.execute(VERSION)).fetchone()
                        self._on_keys([StoredKey(*row) for row in keys])
                        self._has_told = True
                        self._set_version(*(found or (None, "")))
                        # a connection that died silently is found out by asking again
                        async with contextlib.aclosing(connection.notifies(timeout=10)) as notices:
                            async for notice in notices:
                                if notice.channel == "access_keys":
                                    break
                                version, _, stamp = notice.payload.partition(" ")
                                self._set_version(int(version), stamp)
            self._set_version(None, "")
            await asyncio.sleep(0.5)

    def _set_version(self, version: int | None, stamp: str) -> None:
        self._asked.set()
        if (version, stamp) != (self.version, self.stamp):
            self.version, self.stamp = version, stamp
            for callback in self._on_version:
                callback()


def compile_once(statement: Select[Any]) -> str:
    """The statement's SQL in psycopg's parameter style, named parameters kept."""
    return str(statement.compile(dialect=dialect(paramstyle="pyformat")))  # type: ignore[no-untyped-call]


def as_records(names: Sequence[str], rows: list[Row]) -> list[dict[str, Any]]:
    """Rows as objects."""
    return [dict(zip(names, row, strict=True)) for row in rows]
