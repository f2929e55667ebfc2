"""Brings a database to the newest schema with Alembic. The revisions are in `migrations/versions`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from crypto_pipeline import __version__
from crypto_pipeline.catalog import READER
from crypto_pipeline.warehouse.connect import DatabaseError, open_connection

OLDEST_SERVER = 150_000
LOCK = 7_205_001
UNTOLD = "its table alembic_version does not tell at which revision they are. Restore it, or a backup of the whole"


def _config() -> Config:
    config = Config()
    # the option's reader takes % for the start of a name
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def engine(url: URL) -> Engine:
    """SQLAlchemy over connections of ours, each closed after use."""
    return create_engine("postgresql+psycopg://", creator=lambda: open_connection(url), poolclass=NullPool)


def upgrade(url: URL, revision: str = "head", say: Callable[[str], object] = lambda _: None) -> None:
    """Runs the missing migrations; processes that start at once wait for each other. Raises `DatabaseError`.

    `say` takes a line for people about each step of those that take long.
    """
    with engine(url).connect() as connection:
        version = connection.execute(text("show server_version_num")).scalar_one()
        if int(version) < OLDEST_SERVER:
            raise DatabaseError(f"PostgreSQL {int(version) // 10_000} is too old: 15 or newer is needed")
        # the session's, as a long migration commits in between
        connection.execute(text("select pg_advisory_lock(:lock)"), {"lock": LOCK})
        config = _config()
        config.attributes.update(connection=connection, say=say)
        found = _revision(connection)
        connection.commit()  # each migration has a transaction of its own
        try:
            command.upgrade(config, revision)
        except CommandError:
            raise DatabaseError(newer(found)) from None
        _let_read(connection)
        connection.commit()


def _let_read(connection: Connection) -> None:
    """Lets the reading role read tables that it may not yet: who restored the database as another owner than before has
    made new ones without the old owner's default privileges.
    """
    closed = text(
        "select exists (select from pg_roles r, pg_class c where rolname = :role and relkind in ('r', 'p', 'v')"
        " and relnamespace = 'public'::regnamespace and not has_table_privilege(r.oid, c.oid, 'select'))"
    )
    if connection.execute(closed, {"role": READER}).scalar():
        for statement in (
            f"grant usage on schema public to {READER}",
            f"grant select on all tables in schema public to {READER}",
            f"alter default privileges in schema public grant select on tables to {READER}",
        ):
            connection.execute(text(statement))


def current(url: URL) -> str | None:
    """The revision the database is at; None for an empty one. Raises `DatabaseError` when it cannot be told."""
    with engine(url).connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    heads = MigrationContext.configure(connection).get_current_heads()
    if len(heads) > 1:
        raise DatabaseError(f"the database names several revisions of its schema ({', '.join(heads)}): {UNTOLD}")
    if not heads and connection.execute(text("select to_regclass('crypto_assets')")).scalar():
        raise DatabaseError(f"the database has the platform's tables, but {UNTOLD}")
    return heads[0] if heads else None


def is_known(revision: str | None) -> bool:
    """Whether this version of the platform knows the revision; one that it does not know is a newer version's."""
    return revision is None or revision in {
        script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()
    }


def newer(revision: str | None) -> str:
    """The sentence for a database that a newer version has migrated."""
    return (
        f"the database's schema is at {revision}, which this version of the platform ({__version__}) does not know: a "
        f"newer one migrated it (this one ends at {head()}). Use that version, or restore a backup from before"
    )


def head() -> str:
    """The newest revision this version of the platform knows."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    return str(revision)
