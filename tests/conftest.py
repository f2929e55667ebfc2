"""What the tests share: a real PostgreSQL, a database per test, and the simulator as a real process.

Every worker has a server of its own, and every test a database copied from a migrated one, so that tests run in any
order and side by side.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import httpx
import hypothesis
import psycopg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.settings import secret_names
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse.connect import connect, database_url, dsn
from crypto_pipeline.warehouse.server import stop_if_last
from crypto_pipeline.warehouse.streams import prepare_database

# Machines are shared: how long an example takes says nothing
hypothesis.settings.register_profile("shared", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("shared")

NOON = "2026-05-01T12:00:00"
DAY = "2026-05-01"
SHARED = Path(__file__).resolve().parents[2] / "shared"
OURS = {name.upper() for name in Settings.model_fields}
OURS |= {f"{name.upper()}_FILE" for name in secret_names(Settings)} | {"DAGSTER_HOME", "DAGSTER_POSTGRES_URL"}


@pytest.fixture(scope="session", autouse=True)
def _clean_environment() -> None:
    """No variable of the machine's reaches a test."""
    for name in OURS & set(os.environ):
        del os.environ[name]


@pytest.fixture(autouse=True)
def _own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test works in an empty folder: no `.env` of the checkout is read, nothing is written into it."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A temporary folder whose path is short enough for a Unix socket and open to PostgreSQL's own user."""
    path = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """An embedded PostgreSQL with a migrated database `crypto`, to be copied from."""
    home = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    home.chmod(0o755)
    url = database_url(Settings(platform_home=home))
    prepare_database(url, streams_of(Settings(platform_home=home)))
    with connect(url, autocommit=True) as connection:
        # what is lost with the machine's power is no test's business; what a killed process leaves, the system keeps
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"alter system set {setting} = off".encode())
        connection.execute("select pg_reload_conf()")
    yield url
    stop_if_last(home.resolve() / "postgres")
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def url(server: URL) -> Iterator[URL]:
    """An empty, migrated database of this test's own."""
    with new_database(server, "crypto") as made:
        yield made


@contextmanager
def new_database(server: URL, template: str) -> Iterator[URL]:
    """A copy of the template, dropped in the end."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    maintenance = dsn(server.set(database="postgres"))
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f'create database "{name}" template {template}')
    yield server.set(database=name)
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f'drop database "{name}" with (force)')


@pytest.fixture
def empty(server: URL) -> Iterator[URL]:
    """A database with nothing in it."""
    with new_database(server, "template1") as made:
        yield made


@pytest.fixture
def filled(server: URL) -> Iterator[URL]:
    """Three days of loads, corrections and refusals, upgraded to the newest schema."""
    from tests import released  # it stands on this module

    with new_database(server, "template1") as made:
        released.restore(released.revisions()[-1], made)
        prepare_database(made, streams_of(Settings()))
        yield made


@dataclass
class Simulator:
    """The running simulator."""

    base: str

    def spoil(self, *faults: dict[str, Any]) -> None:
        """Replaces the faults; none for a well-behaved upstream."""
        assert httpx.put(f"{self.base}/simulator/faults", json=list(faults)).status_code == 200


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(condition: Callable[[], Any], seconds: float = 60, every: float = 0.1) -> Any:
    """What the condition returned once it was true; fails after that many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(every)
    raise AssertionError(f"not within {seconds} s: {condition}")


def answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def start_simulator(*options: str) -> tuple[subprocess.Popen[bytes], Simulator]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "crypto_pipeline.cli", "simulate", "--port", str(port), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    wait_for(lambda: answers(f"{base}/api/v3/ping"))
    return process, Simulator(base)


@contextmanager
def simulating(*options: str) -> Iterator[Simulator]:
    """A simulator for the block."""
    process, simulator = start_simulator(*options)
    yield simulator
    process.kill()
    process.wait()


@pytest.fixture(scope="session")
def _simulator() -> Iterator[Simulator]:
    with simulating("--coins", "400", "--at", NOON) as simulator:
        yield simulator


@pytest.fixture
def simulator(_simulator: Simulator) -> Iterator[Simulator]:
    """400 coins at a fixed moment; each test begins and ends without faults."""
    _simulator.spoil()
    yield _simulator
    _simulator.spoil()


def upstream_variables(base: str) -> dict[str, str]:
    """The variables that point the platform at a simulator."""
    return {
        "COINGECKO_BASE_URL": f"{base}/api/v3",
        "COINPAPRIKA_BASE_URL": f"{base}/v1",
        "RSS_FEEDS": f"demo={base}/feeds/demo.xml",
        "COINGECKO_RATE_PER_MINUTE": "10000",
        "COINPAPRIKA_RATE_PER_MINUTE": "10000",
        "COINGECKO_TOP": "400",
    }


@pytest.fixture
def settings(simulator: Simulator, tmp_path: Path) -> Settings:
    """Settings that point at the simulator, with quick retries and an inbox of the test's own."""
    values = {name.lower(): value for name, value in upstream_variables(simulator.base).items()}
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return Settings(
        **values,
        platform_home=tmp_path / "home",
        csv_inbox=inbox,
        http_attempts=2,
        http_max_wait=0.05,
        http_read_timeout=1,
        http_total_timeout=3,
        run_retries=0,
    )


@pytest.fixture
def query(url: URL) -> Callable[..., list[tuple[Any, ...]]]:
    """Runs a query on the test's database."""

    def run(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        with connect(url) as connection:
            return connection.execute(statement.encode(), parameters or None).fetchall()

    return run


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.instance_for_test() as temporary:
        yield temporary


@pytest.fixture
def definitions(settings: Settings, url: URL) -> dg.Definitions:
    platform = Platform(settings)
    platform.url = url  # the test's database in place of the settings'
    return build(settings, platform=platform)


@pytest.fixture
def demo(short_path: Path) -> Iterator[Any]:
    """A `RunningPlatform`: a demo that was started."""
    from tests.platform_process import environment  # they stand on this module
    from tests.running_platform import running

    # somebody else's code in the folder that it is started in is nobody's business
    Path("crypto_pipeline").mkdir()
    Path("crypto_pipeline", "__init__.py").write_text("raise SystemExit('the code of the working folder was run')\n")
    with running(short_path / "demo", environment(short_path / "demo")) as started:
        yield started
