"""What raw has can be worked off anew, from some point on or as a whole, and gives the same tables; who reads goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.normalize.quotes import normalize_quotes
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.kill_points import VARIABLE
from tests.api_fixtures import api
from tests.conftest import Simulator
from tests.homes import contents, schema_difference
from tests.loads import COINGECKO, CSV, Query, load_all, normalized_by
from tests.platform_process import environment, platform, slow
from tests.test_history import FETCHED, HOUR, bring

ALL = [source.streams[0] for source in SOURCES.values()]
HEAD = "symbol,name,price_usd,created_at\n"


@pytest.fixture
def used(url: URL, settings: Settings) -> URL:
    """A database after loads, corrections, renames, refusals and files."""
    (settings.csv_inbox / "a.csv").write_text(
        HEAD + "BTC,Bitcoin,1,2020-01-01\nBAD,,x,2020-01-01\nBTC,Bitcoin,2,2020-01-02\n"
    )
    load_all(url, settings)
    for number, (name, price) in enumerate((("One", 5), ("One", 6), ("Two", 6), ("Two", -1))):
        bring(url, {"id": "c", "name": name, "current_price": price}, at=FETCHED + number * HOUR)
        stages.load_rows(url, COINGECKO, "run")
    stages.load_unified(url, "run")
    return url


def test_a_rebuild_gives_the_same_tables_and_the_schema_is_what_it_was(used: URL, query: Query) -> None:
    before, refused = contents(used), query("select id, run_id, quarantined_at, reasons from quarantine order by id")
    assert before["quote_revisions"]
    assert before["quarantine"]
    counts = stages.rebuild(used, ALL, "rebuild")
    assert contents(used) == before
    assert query("select id, run_id, quarantined_at, reasons from quarantine order by id") == refused
    assert counts["coingecko"].received == query("select count(*) from raw_coingecko")[0][0]
    assert query("select to_regnamespace('rebuild')") == [(None,)]
    assert schema_difference(used) == []
    bring(used, {"id": "late", "name": "Late", "current_price": -1}, at=FETCHED + 9 * HOUR)
    stages.load_rows(used, COINGECKO, "later")
    assert query("select min(id) from quarantine where run_id = 'later'") > [(refused[-1][0],)]
    assert query("select reloptions from pg_class where relname = 'crypto_assets'") == [(["fillfactor=50"],)]


def test_the_api_answers_the_same_before_during_and_after_a_rebuild(used: URL) -> None:
    asked = ("/data?limit=5", "/records?limit=20", "/news?limit=5", "/assets/BTC")
    with api(used, api_rate_per_minute=0) as client:
        before = [client.get(path).json()["data"] for path in asked]
        thread = threading.Thread(target=stages.rebuild, args=(used, ALL, "rebuild"))
        thread.start()
        while thread.is_alive():
            for path, answer in zip(asked, before, strict=True):
                given = client.get(path)
                assert given.status_code == 200, (path, given.text)
                assert given.json()["data"] == answer, path
        thread.join()
        for path, answer in zip(asked, before, strict=True):
            assert client.get(path).json()["data"] == answer, path


@pytest.mark.slow
def test_loads_go_on_during_a_rebuild_and_nothing_of_them_is_lost(used: URL, query: Query) -> None:
    thread = threading.Thread(target=stages.rebuild, args=(used, ALL, "rebuild"))
    thread.start()
    number = 0
    while thread.is_alive():
        number += 1
        at = FETCHED + timedelta(minutes=number)
        bring(used, {"id": "c", "last_updated": f"{at:%Y-%m-%dT%H:%M:%SZ}", "current_price": number}, at=at)
        stages.load_rows(used, COINGECKO, "run")
        stages.load_unified(used, "run")
    thread.join()
    stages.load_rows(used, COINGECKO, "run")
    stages.load_unified(used, "run")
    assert number
    found = query(
        "select price_usd from market_quotes join listings using (listing_id) where source_id = 'c'"
        " and observed_at >= %s order by observed_at", FETCHED
    )  # fmt: skip
    assert found == [(float(n + 1),) for n in range(number)]
    before = contents(used)
    stages.rebuild(used, ALL, "rebuild")
    assert contents(used) == before


REBUILD = """
import sys
from sqlalchemy.engine import make_url
from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES
streams = [source.streams[0] for source in SOURCES.values()]
stages.rebuild(make_url(sys.argv[1]), streams, "rebuild", lambda line: print(line, flush=True))
"""


@pytest.mark.parametrize(
    "moment", [*map(slow, ("quotes/coingecko:after commit", "news/rss:before commit")), "unified/all:after commit"]
)
def test_a_rebuild_that_is_killed_harms_nobody_and_is_gone_on_with(used: URL, moment: str) -> None:
    before = contents(used)
    command = [sys.executable, "-c", REBUILD, used.render_as_string(False)]
    killed = subprocess.run(command, env={**os.environ, VARIABLE: moment}, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert contents(used) == before
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("going on with a rebuild that was interrupted")
    assert contents(used) == before


def test_a_replay_reads_anew_what_was_fetched_since_a_time_or_a_record(
    used: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(used)
    assert stages.replay(used, COINGECKO, 0, "replay").stored == 0
    assert contents(used) == before
    # a reader that was wrong, then mended
    with monkeypatch.context() as wrong:
        normalized_by(wrong, "quotes", lambda columns: _doubled(*normalize_quotes(columns)))
        assert stages.replay(used, CSV, 0, "replay").stored == 2
    assert query("select max(price_usd) from market_quotes join listings using (listing_id) where source = 'csv'") == [
        (4.0,)
    ]
    since = query("select min(fetched_at) from raw_csv")[0][0]
    assert stages.replay(used, CSV, since, "replay").received == 3
    assert contents(used) == before
    assert stages.replay(used, CSV, since + timedelta(days=1), "replay").received == 0


def test_refused_records_are_read_again_and_those_that_pass_leave_quarantine(
    used: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as wrong:
        normalized_by(wrong, "quotes", lambda columns: (normalize_quotes(columns)[0][:0], {0: ["x"]}))
        bring(used, {"id": "late", "current_price": 7})
        assert stages.load_rows(used, COINGECKO, "run").quarantined == 1
    before = len(query("select 1 from quarantine where source = 'coingecko' and stage = 'quotes'"))
    assert stages.replay_refused(used, COINGECKO, "replay").stored == 1
    assert len(query("select 1 from quarantine where source = 'coingecko' and stage = 'quotes'")) == before - 1
    assert query("select count(*) from quarantine where retry_at is not null") == [(0,)]


@pytest.mark.slow
@pytest.mark.e2e
def test_people_replay_rebuild_and_look_into_quarantine_from_the_shell(short_path: Path, simulator: Simulator) -> None:
    env = environment(short_path / "home", simulator.base)
    (short_path / "home" / "inbox").mkdir(parents=True)
    (short_path / "home" / "inbox" / "a.csv").write_text("symbol,price_usd\nA,1\nB,x\n")
    assert platform("refresh", "csv", "rss", env=env).returncode == 0
    (refused,) = json.loads(platform("quarantine", "list", "--json", "--source", "csv", env=env).stdout)
    assert refused["reasons"] == ["price_usd: 'x' is not a number"]
    assert "a.csv:3" in platform("quarantine", "list", "--reason", "NOT A NUMBER", env=env).stdout
    shown = json.loads(platform("quarantine", "show", str(refused["id"]), env=env).stdout)
    assert shown["payload"]["row"] == "B,x"
    assert platform("quarantine", "show", "999999", env=env).returncode == 1
    for command in (
        ["rebuild"],
        ["replay", "csv"],
        ["replay", "csv", "--from", "2020-01-01"],
        ["quarantine", "replay"],
    ):
        done = platform(*command, env=env)
        assert done.returncode == 0, done.stderr
        assert "csv" in done.stdout
    assert "--from: 'yesterday' is neither" in platform("replay", "--from", "yesterday", env=env).stderr


def _doubled(quotes: object, reasons: dict[int, list[str]]) -> tuple[object, dict[int, list[str]]]:
    return quotes.assign(price_usd=quotes["price_usd"] * 2), reasons  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_reader_that_holds_the_tables_for_long_is_waited_for(used: URL) -> None:
    before = contents(used)
    said: list[str] = []
    with connect(used) as reader:
        reader.execute("select count(*) from crypto_assets")
        thread = threading.Thread(target=stages.rebuild, args=(used, ALL, "rebuild", said.append))
        thread.start()
        thread.join(8)
        assert thread.is_alive()
    thread.join(60)
    assert "waiting for somebody who reads for long" in said
    assert contents(used) == before
