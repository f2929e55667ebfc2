"""Brings a database to the newest schema with Alembic. The revisions are in `migrations/versions`."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from crypto_pipeline.warehouse.connect import DatabaseError, open_connection

OLDEST_SERVER = 150_000
LOCK = 7_205_001


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _engine(url: URL) -> Engine:
    return create_engine("postgresql+psycopg://", creator=lambda: open_connection(url), poolclass=NullPool)


def upgrade(url: URL, revision: str = "head") -> None:
    """Runs the missing migrations; processes that start at once wait for each other. Raises `DatabaseError`."""
    with _engine(url).connect() as connection:
        version = connection.execute(text("show server_version_num")).scalar_one()
        if int(version) < OLDEST_SERVER:
            raise DatabaseError(f"PostgreSQL {int(version) // 10_000} is too old: 15 or newer is needed")
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()


def current(url: URL) -> str | None:
    """The revision the database is at; None for an empty one."""
    with _engine(url).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The newest revision this version of the platform knows."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    return str(revision)
