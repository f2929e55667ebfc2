"""Processes killed for real, at random moments, and processes that do the same at once."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.server import data_directory, server_pid, stop_if_last, stop_server
from tests.conftest import Simulator, wait_for
from tests.platform_process import COMMAND, environment, platform

pytestmark = pytest.mark.e2e
KILLS = 20

# What the tables say, without what may differ between two runs: ids, sequence numbers, run ids, times of fetching
CONTENTS = {
    "raw_coingecko": "select source_id, content_hash, observed_at from raw_coingecko order by 1, 2",
    "raw_coinpaprika": "select source_id, content_hash, observed_at from raw_coinpaprika order by 1, 2",
    "raw_rss": "select source_id, content_hash from raw_rss order by 1, 2",
    "assets": "select ticker, symbol, name, origin from assets order by 1",
    "identities": "select source, source_id, ticker, method, confidence, evidence::text from asset_identities"
    " join assets using (asset_id) order by 1, 2",
    "market_quotes": "select ticker, source, observed_at, price_usd, market_cap_usd, rank from market_quotes"
    " join assets using (asset_id) order by 1, 2, 3",
    "source_quotes": "select ticker, source, observed_at, price_usd from source_quotes join assets using (asset_id) order by 1, 2",
    "crypto_assets": "select ticker, price_usd, rank, source, sources, spread_percent, observed_at from crypto_assets order by 1",
    "news_articles": "select id, title, url, published_at from news_articles order by 1",
    "quarantine": "select source, stage, reasons, content_hash from quarantine order by 1, 2, 4",
    "checkpoints": "select source, stage, observed_at from etl_checkpoints order by 1, 2",
}


def contents(url: URL) -> dict[str, list[tuple[Any, ...]]]:
    with connect(url) as connection:
        return {name: connection.execute(query.encode()).fetchall() for name, query in CONTENTS.items()}


def loaded_home(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    settings = Settings(platform_home=home)
    try:
        return contents(database_url(settings))
    finally:
        stop_if_last(data_directory(settings))


def start_refresh(env: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, "refresh"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_twenty_kills_and_one_clean_refresh_equal_an_undisturbed_one(short_path: Path, simulator: Simulator) -> None:
    undisturbed = environment(short_path / "calm", simulator.base)
    assert platform("refresh", env=undisturbed).returncode == 0
    started = time.monotonic()
    assert platform("refresh", env=undisturbed).returncode == 0
    whole = time.monotonic() - started

    env = environment(short_path / "wild", simulator.base)
    moments = random.Random(20)
    killed_at_work = 0
    for _ in range(KILLS):
        process = start_refresh(env)
        try:
            process.wait(moments.uniform(0.3, 0.95) * whole)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed_at_work += 1
    assert killed_at_work > KILLS / 2
    assert platform("refresh", env=env).returncode == 0
    assert loaded_home(short_path / "wild") == loaded_home(short_path / "calm")
    abandoned = "select count(*) from dagster.runs where status not in ('SUCCESS', 'FAILURE')"
    assert platform("db", "shell", "--", "-At", "-c", abandoned, env=env).stdout.strip() == "0"


def test_two_refreshes_at_once_equal_one(short_path: Path, simulator: Simulator) -> None:
    assert platform("refresh", env=environment(short_path / "one", simulator.base)).returncode == 0
    env = environment(short_path / "two", simulator.base)
    processes = [start_refresh(env) for _ in range(2)]
    assert [process.wait(120) for process in processes] == [0, 0]
    assert loaded_home(short_path / "two") == loaded_home(short_path / "one")


def test_a_database_that_is_killed_during_a_refresh_loses_nothing(short_path: Path, simulator: Simulator) -> None:
    assert platform("refresh", env=environment(short_path / "calm", simulator.base)).returncode == 0
    env = environment(short_path / "wild", simulator.base)
    pgdata = data_directory(Settings(platform_home=short_path / "wild"))
    process = start_refresh(env)
    wait_for(lambda: server_pid(pgdata), 30)
    time.sleep(1.5)  # a whole refresh takes twice that, where it is fast
    assert stop_server(pgdata)
    process.wait(120)
    assert platform("refresh", env=env).returncode == 0
    assert loaded_home(short_path / "wild") == loaded_home(short_path / "calm")
