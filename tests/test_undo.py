"""A run can be undone, and the undo, too: what is served is then as if the run had never been, or as before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched, Stream
from crypto_pipeline.sources.inbox import Inbox
from crypto_pipeline.warehouse import ledger
from crypto_pipeline.warehouse.kill_points import VARIABLE
from tests.api_fixtures import api
from tests.conftest import free_port
from tests.homes import contents
from tests.loads import COINGECKO, COINPAPRIKA, CSV, RSS, TODAY, Query, load_all
from tests.test_history import FETCHED, HOUR, bring

STREAMS = [source.streams[0] for source in SOURCES.values()]
HEAD = "symbol,name,price_usd,created_at\n"
# What a run leaves behind when it is undone: which coin an id stands for, and tickers, were given for ever
INPUTS = ("assets", "listings", "identity_events", "checkpoints")


def served(url: URL) -> dict[str, object]:
    """What is served, but for raw, which keeps everything, and for what was given for ever."""
    return {k: v for k, v in contents(url).items() if k not in INPUTS and not k.startswith("raw_")}


def drop(url: URL, settings: Settings, text: str, run: str) -> None:
    """Loads a file by a run."""
    path = settings.csv_inbox / f"{run}.csv"
    path.write_text(HEAD + text)
    stages.load_raw(url, settings, CSV, Inbox(settings.csv_inbox).partition_key(path), run)
    stages.load_rows(url, CSV, run)
    stages.load_unified(url, run)


@pytest.fixture
def used(url: URL, settings: Settings) -> URL:
    """A database after loads, corrections, renames, refusals and files."""
    drop(url, settings, "BTC,Bitcoin,1,2020-01-01\nBAD,,x,2020-01-01\nBTC,Bitcoin,2,2020-01-02\n", "first file")
    load_all(url, settings)
    for number, (name, price) in enumerate((("One", 5), ("One", 6), ("Two", 6))):
        bring(url, {"id": "c", "name": name, "current_price": price}, at=FETCHED + number * HOUR)
        stages.load_rows(url, COINGECKO, "run")
    stages.load_unified(url, "run")
    return url


def test_a_wrong_file_is_undone_and_the_undo_too(used: URL, settings: Settings, query: Query) -> None:
    before = served(used)
    wrong = (
        "BTC,Bitcoin,99,2020-01-02\nBTC,Bitcoin,98,2031-01-01\nNEW,New Coin,7,2026-01-01\nETH,Ethereum,1,2026-05-02\n"
        "NOPRICE,No Price,x,2026-01-01\n"
    )
    drop(used, settings, wrong, "wrong file")
    during = served(used)
    assert during != before
    stages.undo(used, STREAMS, "wrong file", "undo 1")
    check(served(used), before)
    assert query("select run_id, source, kind, records, by_run from withdrawals") == [
        ("wrong file", "csv", "withdrawn", 5, "undo 1")
    ]
    with api(used) as client:
        (kept,) = client.get("/raw/csv/NEW:New%20Coin").json()["data"]
        assert (kept["withdrawn"], kept["run_id"]) == (True, "wrong file")
        assert client.get("/assets/NEW").status_code == 404
    stages.undo(used, STREAMS, "undo 1", "undo 2")
    assert served(used) == during
    stages.undo(used, STREAMS, "undo 2", "undo 3")
    check(served(used), before)


def test_a_whole_snapshot_is_undone_with_its_corrections_names_and_refusals(
    used: URL, settings: Settings, query: Query
) -> None:
    before, names = served(used), contents(used)["listings"]
    stage_run(used, {"id": "c", "name": "Wrong", "symbol": "wrong", "current_price": 5000}, run="wrong", hours=3)
    stage_run(used, {"id": "bitcoin", "name": "Bitcoin", "current_price": -1}, run="wrong", hours=4)
    assert contents(used)["listings"] != names
    stages.undo(used, STREAMS, "wrong", "undo")
    check(served(used), before)
    assert contents(used)["listings"] == names
    assert query("select kind, name, method from identity_events order by event_id desc limit 1") == [
        ("renamed", "Two", "undo")
    ]


def test_the_first_load_of_all_is_undone_to_nothing_and_can_be_loaded_again(
    url: URL, settings: Settings, query: Query
) -> None:
    load_all(url, settings)
    before = served(url)
    stages.undo(url, STREAMS, "run", "undo")
    assert {name: rows for name, rows in served(url).items() if rows} == {}
    # the same content comes again by another run: that one is served
    load_all_by(url, settings, "again")
    assert served(url) == before
    assert query("select count(distinct run_id) from raw_coingecko") == [(2,)]


def test_replays_and_rebuilds_leave_out_what_is_withdrawn(used: URL, settings: Settings) -> None:
    before = served(used)
    drop(used, settings, "BTC,Bitcoin,99,2020-01-02\nNEW,New Coin,7,2026-01-01\n", "wrong file")
    stages.undo(used, STREAMS, "wrong file", "undo")
    stages.replay(used, CSV, 0, "replay")
    check(served(used), before)
    stages.rebuild(used, STREAMS, "rebuild")
    check(served(used), before)
    stages.undo(used, STREAMS, "undo", "back")
    after = served(used)
    stages.rebuild(used, STREAMS, "rebuild")
    check(served(used), after)


def test_a_run_that_is_undone_during_a_rebuild_does_not_come_back_with_it(used: URL, settings: Settings) -> None:
    before = served(used)
    drop(used, settings, "NEW,New Coin,7,2026-01-01\n", "wrong file")
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        if line.startswith("rss") and len(said) < 9:  # the last one to be worked off
            stages.undo(used, STREAMS, "wrong file", "undo")

    stages.rebuild(used, STREAMS, "rebuild", say)
    assert "a run was undone meanwhile: beginning anew" in said
    check(served(used), before)


def test_records_that_no_stage_has_read_yet_are_left_out_when_it_comes_to_them(
    url: URL, settings: Settings, query: Query
) -> None:
    path = settings.csv_inbox / "a.csv"
    path.write_text(HEAD + "NEW,New Coin,7,2026-01-01\n")
    stages.load_raw(url, settings, CSV, Inbox(settings.csv_inbox).partition_key(path), "wrong")
    stages.undo(url, STREAMS, "wrong", "undo")
    assert stages.load_rows(url, CSV, "next").received == 0
    assert query("select count(*) from market_quotes") == [(0,)]


def test_an_article_is_withdrawn_and_the_version_before_it_comes_back(url: URL, query: Query) -> None:
    for run, title in (("one", "Right"), ("two", "Wrong")):
        payload = json.dumps({"id": "g", "title": title, "link": "https://n.example/1", "summary": ""}).encode()
        put(url, RSS, "desk", payload, "desk:g", run)
    first = query("select published_at from news_articles")[0]
    stages.undo(url, STREAMS, "two", "undo")
    assert query("select title, published_at from news_articles") == [("Right", *first)]
    stages.undo(url, STREAMS, "one", "undo")
    assert query("select count(*) from news_articles") == [(0,)]


def test_of_several_undos_at_once_one_is_done(used: URL, query: Query) -> None:
    with ThreadPoolExecutor(4) as pool:
        tries = [pool.submit(stages.undo, used, STREAMS, "first file", f"undo {n}") for n in range(4)]
    failed = [found for attempt in tries if (found := attempt.exception()) is not None]
    assert len(failed) == 3
    assert all("is withdrawn already; to take that back undo undo " in str(error) for error in failed)
    assert query("select count(*) from withdrawals") == [(1,)]


def test_what_was_withdrawn_later_was_dealt_with_all_the_same(used: URL) -> None:
    stages.undo(used, STREAMS, "first file", "undo")
    assert ledger.discrepancies(used, "csv", "files", "first file") == []


def test_what_cannot_be_undone_is_said(used: URL) -> None:
    with pytest.raises(stages.UndoError, match="the run nobody brought nothing"):
        stages.undo(used, STREAMS, "nobody", "undo")
    stages.undo(used, STREAMS, "first file", "undo 1")
    with pytest.raises(stages.UndoError, match="first file is withdrawn already; to take that back undo undo 1"):
        stages.undo(used, STREAMS, "first file", "undo 2")
    with pytest.raises(stages.UndoError, match="the run loaded csv/files, which this platform does not know"):
        stages.undo(used, [COINGECKO], "undo 1", "undo 3")


UNDO = """
import sys
from sqlalchemy.engine import make_url
from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES
streams = [source.streams[0] for source in SOURCES.values()]
stages.undo(make_url(sys.argv[1]), streams, "run", "undo")
"""


@pytest.mark.parametrize(
    "moment",
    ["quotes/coinpaprika:before commit", "quotes/coinpaprika:after commit", "unified/all:begun",
     "unified/all:before commit"],
)  # fmt: skip
def test_an_undo_that_is_killed_harms_nobody_and_is_gone_on_with(url: URL, settings: Settings, moment: str) -> None:
    load_all(url, settings)
    command = [sys.executable, "-c", UNDO, url.render_as_string(False)]
    killed = subprocess.run(command, env={**os.environ, VARIABLE: moment}, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    again = subprocess.run(command, capture_output=True, check=False, text=True)
    assert again.returncode == 0 or "is withdrawn already" in again.stderr
    assert {name: rows for name, rows in served(url).items() if rows} == {}


def test_the_dagster_job_undoes_a_run_and_says_why_it_cannot(used: URL, settings: Settings) -> None:
    platform = Platform(settings)
    platform.url = used
    job = build(settings, platform=platform).resolve_job_def("undo_run")
    with dg.instance_for_test() as instance:

        def run(run_id: str) -> dg.ExecuteInProcessResult:
            config = {"ops": {"undo": {"config": {"run_id": run_id}}}}
            return job.execute_in_process(config, instance=instance, raise_on_error=False)

        assert run("first file").success
        failed = run("first file")
    (event,) = [event for event in failed.all_events if event.is_step_failure]
    assert "is withdrawn already" in event.step_failure_data.user_failure_data.description


def test_undoing_over_http_needs_the_token_and_a_run_that_brought_something(used: URL) -> None:
    token = "a token of enough letters"
    with api(used, etl_token=token, dagster_port=free_port()) as client:
        assert client.post("/etl/runs/first%20file/undo").status_code == 401
        head = {"Authorization": f"Bearer {token}"}
        assert client.post("/etl/runs/nobody/undo", headers=head).status_code == 404
        stages.undo(used, STREAMS, "run", "undo")
        for done in ("run", "undo"):
            if done == "undo":
                stages.undo(used, STREAMS, "undo", "back")
            answer = client.post(f"/etl/runs/{done}/undo", headers=head)
            assert (answer.status_code, answer.json()["run_id"]) == (409, "undo" if done == "run" else "back")
        # nobody runs Dagster here
        assert client.post("/etl/runs/first%20file/undo", headers=head).json()["type"] == "/problems/upstream-failed"
    with api(used) as client:
        assert client.post("/etl/runs/first%20file/undo").status_code == 403


def stage_run(url: URL, *rows: dict[str, object], run: str, hours: int) -> None:
    """A load of CoinGecko's by this run."""
    bring(url, *rows, at=FETCHED + hours * HOUR, run=run)
    stages.load_rows(url, COINGECKO, run)
    stages.load_unified(url, run)


def put(url: URL, stream: Stream, partition: str, payload: bytes, source_id: str, run: str) -> None:
    batch = batch_of([payload], [source_id], [None], ["https://desk.example/feed"], [datetime.now(UTC)])
    stages.store_raw(url, stream, run, Fetched(partition, batch))
    stages.load_rows(url, stream, run)


def load_all_by(url: URL, settings: Settings, run: str) -> None:
    """Every source once, by this run."""
    for stream, partition in ((COINGECKO, TODAY), (COINPAPRIKA, TODAY), (RSS, "demo")):
        stages.load_raw(url, settings, stream, partition, run)
        stages.load_rows(url, stream, run)
    stages.load_unified(url, run)


def check(now: dict[str, object], then: dict[str, object]) -> None:
    """Fails with what differs."""
    for name, rows in then.items():
        lost = [row for row in rows if row not in now[name]]  # type: ignore[attr-defined,operator]
        more = [row for row in now[name] if row not in rows]  # type: ignore[attr-defined,operator]
        assert (name, lost, more) == (name, [], [])
        assert now[name] == rows
