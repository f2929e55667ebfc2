"""Filled databases of released revisions are taken over with everything that is in them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import dsn
from tests import released


@pytest.fixture
def empty(server: URL) -> Iterator[URL]:
    """A database with nothing in it."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    maintenance = dsn(server.set(database="postgres"))
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f'create database "{name}"')
    yield server.set(database=name)
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f'drop database "{name}" with (force)')


@pytest.mark.parametrize("revision", released.revisions())
def test_the_api_answers_over_an_upgraded_database_as_it_did_before(empty: URL, revision: str) -> None:
    released.restore(revision, empty)
    assert migrate.current(empty) == revision
    migrate.upgrade(empty)
    now, then = dict(released.answers(empty)), released.known_answers(revision)
    assert now.keys() == then.keys()
    for question, answer in then.items():
        assert now[question] == answer, question
