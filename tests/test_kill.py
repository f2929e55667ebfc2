"""Processes killed for real, at named moments and at random ones, and processes that do the same at once."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.kill_points import VARIABLE
from crypto_pipeline.warehouse.server import data_directory, server_pid, stop_server
from tests.conftest import Simulator, wait_for
from tests.homes import Contents, loaded_home
from tests.platform_process import COMMAND, environment, platform

pytestmark = pytest.mark.e2e
RANDOM_KILLS = 2

# Every moment at which dying could lose or double something
MOMENTS = [
    *(f"raw/{source}:{moment}" for source in ("coingecko", "rss") for moment in ("begun", "before commit", "after commit")),
    *(f"raw_{source}:in copy" for source in ("coingecko", "rss")),
    *(f"quotes/coingecko:{moment}" for moment in ("begun", "in copy of incoming", "in copy of incoming_listings",
                                                  "before commit", "after commit")),
    *(f"quotes/csv:{moment}" for moment in ("before commit", "after commit")),
    *(f"news/rss:{moment}" for moment in ("in copy of incoming_articles", "before commit", "after commit")),
    *(f"unified/all:{moment}" for moment in ("begun", "in copy of judged", "before commit", "after commit")),
]  # fmt: skip
# What there is time for in every run; `make kills` takes all of them, again and again
FEW = [
    "raw_coingecko:in copy", "raw/coingecko:after commit", "quotes/coingecko:before commit", "news/rss:before commit",
    "unified/all:after commit",
]  # fmt: skip


@pytest.fixture(scope="module")
def calm(_simulator: Simulator) -> Iterator[Contents]:
    """What an undisturbed refresh of everything leaves."""
    home = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    _simulator.spoil()
    yield loaded_home(home, refresh(home, _simulator))
    shutil.rmtree(home, ignore_errors=True)


def refresh(home: Path, simulator: Simulator, **more: str) -> dict[str, str]:
    """The environment of a home with a file in its inbox."""
    (home / "inbox").mkdir(parents=True, exist_ok=True)
    (home / "inbox" / "a.csv").write_text("symbol,name,price_usd,created_at\nBTC,Bitcoin,60000,2026-05-01\n")
    return environment(home, simulator.base, **more)


def start_refresh(env: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, "refresh"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_refresh(env: dict[str, str], after: float) -> bool:
    """Starts a refresh and kills it after so many seconds; whether it was still at work."""
    process = start_refresh(env)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait() < 0
    return False


def test_a_kill_at_each_named_moment_and_at_random_ones_loses_and_doubles_nothing(
    short_path: Path, simulator: Simulator, calm: Contents
) -> None:
    home = short_path / "wild"
    env = refresh(home, simulator)
    died = []
    for moment in FEW:
        process = start_refresh({**env, VARIABLE: moment})
        if process.wait(120) == -signal.SIGKILL:
            died.append(moment)
    # after a kill behind a commit the next moments of that stage have nothing to do, but most must have been met
    assert len(died) >= len(FEW) * 2 // 3, sorted(set(FEW) - set(died))
    moments = random.Random(20)
    for _ in range(RANDOM_KILLS):
        kill_refresh(env, moments.uniform(1, 5))
    assert loaded_home(home, env) == calm
    abandoned = "select count(*) from dagster.runs where status not in ('SUCCESS', 'FAILURE')"
    assert platform("db", "shell", "--", "-At", "-c", abandoned, env=env).stdout.strip() == "0"


@pytest.mark.slow
def test_three_first_refreshes_at_once_equal_one(short_path: Path, simulator: Simulator, calm: Contents) -> None:
    env = refresh(short_path / "three", simulator)
    processes = [start_refresh(env) for _ in range(3)]
    assert [process.wait(240) for process in processes] == [0, 0, 0]
    assert loaded_home(short_path / "three", env) == calm


@pytest.mark.slow
def test_a_database_that_is_killed_during_a_refresh_loses_nothing(
    short_path: Path, simulator: Simulator, calm: Contents
) -> None:
    home = short_path / "wild"
    env = refresh(home, simulator)
    pgdata = data_directory(Settings(platform_home=home))
    simulator.spoil({"path": "/v1/tickers", "kind": "timeout", "seconds": 3})  # it is at work as long as that
    process = subprocess.Popen([*COMMAND, "refresh"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(b"coinpaprika: loading"):
            break
    wait_for(lambda: server_pid(pgdata), 60)
    assert stop_server(pgdata)
    process.stderr.read()
    process.wait(120)
    simulator.spoil()
    assert loaded_home(home, env) == calm


def test_every_source_has_moments_to_be_killed_at() -> None:
    assert set(FEW) <= set(MOMENTS)
    assert {moment.split("/")[1].split(":")[0] for moment in MOMENTS if "/" in moment} >= {"coingecko", "csv", "rss"}
    assert set(SOURCES) >= {"coingecko", "csv", "rss"}
