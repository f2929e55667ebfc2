"""The pool of read-only connections, and statements compiled once for it."""

from __future__ import annotations

from typing import Any

from psycopg_pool import AsyncConnectionPool
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import dsn

# The session can only read, and gives up on a statement that takes too long.
SESSION = "-c default_transaction_read_only=on -c statement_timeout=10s -c timezone=UTC -c jit=off"


def create_pool(url: URL) -> AsyncConnectionPool[Any]:
    """A pool that opens its first connection when it is first asked, so that the API starts without a database."""
    return AsyncConnectionPool(
        dsn(url, SESSION),
        min_size=0,
        max_size=8,
        timeout=2,
        open=False,
        kwargs={"autocommit": True, "application_name": "crypto-platform-api"},
    )


def compile_once(statement: Select[Any]) -> str:
    """The statement's SQL in psycopg's parameter style, named parameters kept."""
    return str(statement.compile(dialect=dialect(paramstyle="pyformat")))  # type: ignore[no-untyped-call]
