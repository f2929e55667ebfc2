"""A database that an earlier release has filled, taken over by the parts in containers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from crypto_pipeline.catalog import READER
from tests.conftest import wait_for
from tests.containers.compose import PROJECT, START, Compose, missing, podman, until_well
from tests.released import FOLDER, revisions

pytestmark = pytest.mark.skipif(bool(why := missing()), reason=why)


@pytest.fixture
def compose(tmp_path: Path) -> Iterator[Compose]:
    project = Compose(tmp_path)
    project.down()
    yield project
    project.down()


def test_a_database_of_the_first_release_is_upgraded_with_its_data_in_it(compose: Compose) -> None:
    first = revisions()[0]
    compose.run("up", "-d", "postgres")
    database = ("exec", "-i", f"{PROJECT}_postgres_1", "psql", "-U", "crypto", "-q", "-v", "ON_ERROR_STOP=1", "crypto")
    wait_for(lambda: podman(*database, "-c", "select 1", check=False).returncode == 0, START, every=1)
    restored = (
        f"create role {READER} nologin;\ncreate role postgres nologin;\ndrop schema public;\n"
        + (FOLDER / f"{first}.sql").read_text()
    )
    done = podman(*database, check=False, input=restored)
    assert done.returncode == 0, done.stderr
    quotes = int(compose.psql("select count(*) from market_quotes"))
    compose.up()
    until_well(compose)
    assert f"upgraded from {first} to " in compose.logs("migrate")
    assert int(compose.psql("select count(*) from market_quotes")) == quotes > 0
    assert httpx.get(f"{compose.address}/data?limit=1").json()["data"]
