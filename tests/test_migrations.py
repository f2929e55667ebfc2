"""The schema: migrations and metadata agree, on our own server and on others, with passwords and TLS."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.catalog import READER
from crypto_pipeline.cli.home import prepare
from crypto_pipeline.sources import SOURCES, rss
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Request
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import DatabaseError, connect, dagster_url, database_url
from tests.homes import schema_difference
from tests.loads import TODAY
from tests.servers import PASSWORD, external_server


def test_migrations_make_exactly_what_the_metadata_says(url: URL) -> None:
    assert schema_difference(url) == []


def test_upgrading_twice_is_upgrading_once(url: URL) -> None:
    assert migrate.current(url) == migrate.head()
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()


@pytest.mark.parametrize(
    "statement", ["drop table alembic_version", "insert into alembic_version values ('0001')"], ids=["none", "two"]
)
def test_a_schema_whose_revision_cannot_be_told_is_left_alone_and_said(url: URL, statement: str) -> None:
    with connect(url) as connection:
        connection.execute(statement)
    for ask in (migrate.current, migrate.upgrade):
        with pytest.raises(DatabaseError, match="alembic_version does not tell"):
            ask(url)


def test_dagsters_url_names_its_driver_and_its_schema_and_keeps_what_was_there() -> None:
    url = URL.create(
        "postgresql", "u", PASSWORD, "db", 5432, "x", {"sslmode": "require", "options": "-c lock_timeout=5s"}
    )
    made = dagster_url(url)
    assert made.startswith("postgresql+psycopg2://u:")
    assert "sslmode=require" in made
    assert "lock_timeout%3D5s+-csearch_path%3Ddagster" in made


@pytest.fixture(params=["embedded's programs", "system's programs, with TLS"])
def external(request: pytest.FixtureRequest, short_path: Path) -> Iterator[str]:
    """The DATABASE_URL of a server on TCP whose password has every awkward character."""
    with external_server(short_path, tls="TLS" in request.param) as address:
        yield address


def test_an_external_server_works_like_the_embedded_one(external: str, settings: Settings) -> None:
    mine = Settings(**{**settings.model_dump(), "database_url": external})
    url = database_url(mine)
    migrate.upgrade(url)
    for _ in range(2):
        stages.load_raw(url, mine, SOURCES["coingecko"].streams[0], TODAY, "run")
        stages.load_rows(url, SOURCES["coingecko"].streams[0], "run")
        coins, _ = stages.load_unified(url, "run")
    assert coins == 399
    with connect(url) as connection:
        encrypted = connection.execute("select ssl from pg_stat_ssl where pid = pg_backend_pid()").fetchone()
    assert encrypted == ("sslmode=require" in external,)


def test_a_database_in_an_encoding_that_cannot_hold_every_text_is_refused_with_what_to_do(server: URL) -> None:
    name = f"ascii_{uuid.uuid4().hex[:8]}"
    with connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name} encoding 'SQL_ASCII' locale 'C' template template0".encode())
    with pytest.raises(DatabaseError, match=f"has the encoding SQL_ASCII.*create database {name} encoding 'UTF8'"):
        migrate.upgrade(server.set(database=name))


def test_tables_that_the_reading_role_may_not_read_are_opened_to_it(url: URL) -> None:
    may = f"select has_table_privilege('{READER}', 'listings', 'select')"
    with connect(url) as connection:
        connection.execute(f"revoke select on listings from {READER}".encode())
        assert connection.execute(may.encode()).fetchone() == (False,)
    migrate.upgrade(url)
    with connect(url) as connection:
        assert connection.execute(may.encode()).fetchone() == (True,)


def test_dagsters_storage_works_on_an_external_server(
    external: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", "")
    monkeypatch.setenv("DAGSTER_POSTGRES_URL", "")
    prepare(Settings(database_url=external, platform_home=tmp_path / "home"))
    with dg.DagsterInstance.get() as instance:
        assert instance.get_runs() == []


def test_a_filled_database_of_revision_0002_keeps_what_it_has(server: URL) -> None:
    name = f"test_{uuid.uuid4().hex[:12]}"
    with connect(server.set(database="postgres"), autocommit=True) as connection:
        connection.execute(f'create database "{name}"')
    url = server.set(database=name)
    migrate.upgrade(url, "0002")
    with connect(url) as connection:
        connection.execute(
            "insert into feed_validators values ('desk', 'https://u:p@n.example/feed', '\"v1\"', 'Fri, 01 May 2026 08:00:00 GMT'),"
            " ('wire', 'https://w.example/feed', null, null)"
        )
        connection.execute(
            "insert into quarantine (source, stage, payload, content_hash, reasons, run_id, quarantined_at)"
            " values ('csv', 'raw', '{}', 'x', '{bad}', 'run', now())"
        )
    migrate.upgrade(url)
    with connect(url) as connection:
        kept = dict(connection.execute("select key, value::jsonb from source_state where source = 'rss'").fetchall())
        assert connection.execute("select reasons, origin, retry_at from quarantine").fetchall() == [
            (["bad"], None, None)
        ]
    assert set(kept) == {"validators/desk", "validators/wire"}
    assert "n.example" not in str(kept)
    # what was kept is still sent to the very address that it came from
    state = {key: (json.dumps(value), datetime.now(UTC)) for key, value in kept.items()}
    request = Request(Settings(), ["desk"], state=state)
    assert rss.conditions(request, "desk", "https://u:p@n.example/feed")["If-None-Match"] == '"v1"'
    assert rss.conditions(request, "desk", "https://other.example/feed") == {}
