"""Where the database is, and connections to it. Statements live with what they are about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from sqlalchemy.engine import URL, make_url

from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse.server import start_server

DAGSTER_SCHEMA = "dagster"
STORAGE_LOCK = 7_205_002
# JIT compiling costs a set-based statement more than it saves.
SESSION = "-c timezone=UTC -c jit=off -c client_min_messages=warning"
DAGSTER_URL_VARIABLE = "DAGSTER_POSTGRES_URL"
# libpq reads PG* variables beside the URL, and each can lead elsewhere or change what a session does. Of the user's
# shell only those are heeded that say who one is, and whom to trust.
CREDENTIALS = frozenset({
    "PGPASSWORD", "PGPASSFILE", "PGSSLMODE", "PGSSLROOTCERT", "PGSSLCERT", "PGSSLKEY", "PGSSLCRL", "PGSSLCRLDIR",
    "PGSSLNEGOTIATION", "PGCHANNELBINDING", "PGREQUIREAUTH", "PGGSSENCMODE", "PGKRBSRVNAME", "PGGSSLIB",
})  # fmt: skip


class DatabaseError(Exception):
    """The database cannot be reached or is too old. The message says what to do and holds no password."""


class ClosedError(DatabaseError):
    """The database was moved away and takes no writes."""


def database_url(settings: Settings, *, create: bool = True) -> URL:
    """The platform's database as a `postgresql://` URL; starts or joins the embedded server when none is set.

    Without `create` nothing is made where there is nothing yet: `ServerError` says so.
    """
    forget_libpq(settings)
    if settings.database_url is None:
        return start_server(settings, create=create)
    return make_url(settings.database_url.get_secret_value()).set(drivername="postgresql")


def forget_libpq(settings: Settings) -> None:
    """Takes the PG* variables of the user's shell out of this process's environment, and of those that it starts."""
    embedded = settings.database_url is None
    for name in [name for name in os.environ if name.startswith("PG") and (embedded or name not in CREDENTIALS)]:
        del os.environ[name]


def display(url: URL) -> str:
    """The URL as it may be shown: *** for the password, wherever it stands."""
    query = {name: "***" if "password" in name else value for name, value in url.query.items()}
    return url.set(query=query).render_as_string(hide_password=True)


def dsn(url: URL, options: str = "") -> str:
    """The URL with its password as a libpq connection string, with server options added. Not for logs.

    Not as a URL: SQLAlchemy writes blanks in a query as +, which libpq takes literally.
    """
    query = {name: value if isinstance(value, str) else ",".join(value) for name, value in url.query.items()}
    query["options"] = f"{query.get('options', '')} {options}".strip()
    parts: dict[str, Any] = {
        "host": url.host,
        "port": url.port,
        "user": url.username,
        "password": url.password,
        "dbname": url.database,
    }
    return make_conninfo("", **{name: value for name, value in (parts | query).items() if value})


def dagster_url(url: URL) -> str:
    """The same server for Dagster's own storage, in a schema of its own.

    dagster-postgres is written for psycopg2, which SQLAlchemy 2.1 no longer takes for plain `postgresql://`.
    """
    # Dagster writes local times of the session, and reads them as UTC
    options = f"{url.query.get('options', '')} -csearch_path={DAGSTER_SCHEMA} -ctimezone=UTC".strip()
    extended = url.set(drivername="postgresql+psycopg2").update_query_dict({"options": options})
    return extended.render_as_string(hide_password=False)


def open_connection(url: URL, *, autocommit: bool = False, closed: bool = False) -> psycopg.Connection:
    """A connection in UTC. Raises `DatabaseError` when the server cannot be reached, and for a database that was moved
    away, unless `closed`.
    """
    try:
        connection = psycopg.connect(
            dsn(url, SESSION), autocommit=autocommit, application_name="crypto-platform", connect_timeout=10
        )
    except (psycopg.OperationalError, psycopg.ProgrammingError) as error:
        raise DatabaseError(
            f"cannot connect to {display(url)}: {' '.join(str(error).split()).rstrip('.')}. "
            "Check that PostgreSQL runs there and DATABASE_URL is right"
        ) from None
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        connection.close()
        raise DatabaseError(
            f"the database {display(url)} has the encoding {encoding}, in which not every text can be kept: make one "
            f"with create database {url.database} encoding 'UTF8' locale 'C.UTF-8' template template0"
        )
    if not closed and is_closed(connection):
        said = database_comment(connection)
        connection.close()
        raise ClosedError(
            f"the database {display(url)} can only be read: {said or 'it is set so'}. "
            "Lead DATABASE_URL there; crypto-platform db reopen lets writers in here again"
        )
    return connection


def is_closed(connection: psycopg.Connection) -> bool:
    """Whether the database takes no writes: it was moved away."""
    return connection.info.parameter_status("default_transaction_read_only") == "on"


def database_comment(connection: psycopg.Connection) -> str | None:
    """What the database says of itself: marks of ours that outlive a process."""
    row = connection.execute(
        "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
    ).fetchone()
    return str(row[0]) if row and row[0] else None


def comment_on_database(connection: psycopg.Connection, text: str | None) -> None:
    """Marks the database, or takes the mark away. Who does not own it has no marks: they are help for later only."""
    said = sql.Literal(text) if text else sql.SQL("null")
    statement = sql.SQL("comment on database {} is {}").format(sql.Identifier(connection.info.dbname), said)
    with suppress(psycopg.errors.InsufficientPrivilege), connection.transaction():
        connection.execute(statement)


@contextmanager
def connect(url: URL, *, autocommit: bool = False) -> Iterator[psycopg.Connection]:
    """A connection that is committed when the block ends well, rolled back when it does not, and closed."""
    with open_connection(url, autocommit=autocommit) as connection:
        yield connection


def make_dagster_schema(url: URL) -> None:
    """Makes the schema for Dagster's storage."""
    with connect(url) as connection:
        # "if not exists" is no lock: of two at once both would make it
        connection.execute("select pg_advisory_xact_lock(%s)", (STORAGE_LOCK,))
        connection.execute(f"create schema if not exists {DAGSTER_SCHEMA}")


@contextmanager
def dagster_storage_lock(url: URL) -> Iterator[bool]:
    """Holds others up who would make Dagster's tables, too. Yields whether some are missing."""
    with connect(url) as connection:
        connection.execute("select pg_advisory_xact_lock(%s)", (STORAGE_LOCK,))
        found = [
            connection.execute("select to_regclass(%s)", (f"{DAGSTER_SCHEMA}.{table}",)).fetchone()
            for table in ("runs", "event_logs", "jobs", "alembic_version")
        ]
        yield (None,) in found
