"""Past days in Dagster: a range is one run, each day is green when its data is there, and no other one ever is."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import dagster as dg
import httpx
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import PAST_TAG, RANGE_TAGS
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.keys import raw_key, rows_key
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.history import DAY
from crypto_pipeline.warehouse.turns import turn
from tests.api_fixtures import Query
from tests.conftest import wait_for
from tests.dagster_runs import failure, run
from tests.past import NOW, PAST, _live, simulator, tracked
from tests.platform_process import platform
from tests.running_platform import RunningPlatform

__all__ = ["_live", "simulator", "tracked"]  # fixtures
STREAM = SOURCES["coingecko"].streams[0]


@pytest.fixture
def definitions(tracked: Settings, url: URL) -> dg.Definitions:
    return defined(tracked, url)


def defined(settings: Settings, url: URL) -> dg.Definitions:
    platform = Platform(settings)
    platform.url = url
    return build(settings, platform=platform)


def load(
    definitions: dg.Definitions, instance: dg.DagsterInstance, days: Sequence[date], assets: Sequence[dg.AssetKey] = ()
) -> dg.ExecuteInProcessResult:
    """One run of all days from the first to the last, as a backfill in the UI starts it."""
    tags = dict(zip(RANGE_TAGS, (f"{days[0]}", f"{days[-1]}"), strict=True))
    job = definitions.resolve_job_def("load_coingecko")
    chosen = {"asset_selection": list(assets)} if assets else {}
    return job.execute_in_process(instance=instance, raise_on_error=False, tags=tags, **chosen)


def green(instance: dg.DagsterInstance) -> tuple[set[str], set[str]]:
    """The days that raw and quotes have, as Dagster knows them."""
    return tuple(instance.get_materialized_partitions(key(STREAM)) for key in (raw_key, rows_key))  # type: ignore[return-value]


def names(days: Sequence[date]) -> set[str]:
    return {f"{day}" for day in days}


def test_a_range_is_one_run_and_each_of_its_days_becomes_green(
    definitions: dg.Definitions, instance: dg.DagsterInstance, query: Query
) -> None:
    result = load(definitions, instance, PAST[:30])
    assert result.success
    assert green(instance) == (names(PAST[:30]), names(PAST[:30]))
    assert query("select count(*) from raw_coingecko where run_id = %s", result.run_id) == [(5,)]  # a call a coin
    last = instance.fetch_materializations(rows_key(STREAM), limit=1).records[0]
    assert last.asset_materialization
    assert last.asset_materialization.metadata["received"].value == 30 * 24 * 5


def test_days_are_recorded_as_they_come_with_how_far_the_run_has_got(
    definitions: dg.Definitions, instance: dg.DagsterInstance
) -> None:
    load(definitions, instance, PAST)
    wanted = dg.AssetRecordsFilter(asset_key=rows_key(STREAM), asset_partitions=[f"{PAST[-1]}"])
    first = instance.fetch_materializations(wanted, limit=5, ascending=True).records[0].asset_materialization
    assert first
    assert {name: first.metadata[name].value for name in ("calls", "calls of the run", "received")} == {
        "calls": 5, "calls of the run": 10, "received": 10 * 24 * 5,
    }  # fmt: skip


def test_of_a_mixed_range_comes_what_can_be_had_and_the_rest_fails_with_the_reason(
    tracked: Settings, url: URL, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crypto_pipeline.sources.coingecko.history.FREE_DAYS", 30)
    days = [NOW - DAY * n for n in range(35, -1, -1)]
    result = load(defined(tracked.model_copy(update={"history_start": days[0]}), url), instance, days)
    said = failure(result)
    assert not result.success
    assert "the plan goes 30 days back" in said.user_failure_data.description
    assert "6 of 36 partitions could not be loaded, the others are there" in said.user_failure_data.description
    assert not any(event.is_step_up_for_retry for event in result.all_events)
    loaded = days[6:]
    assert green(instance) == (names(loaded), names(loaded))  # today among them, by its snapshot


def test_quotes_of_a_day_are_green_only_when_raw_has_the_day(
    definitions: dg.Definitions, instance: dg.DagsterInstance
) -> None:
    load(definitions, instance, PAST[:2])
    said = failure(load(definitions, instance, PAST[:4], [rows_key(STREAM)]))
    assert "2 of 4 partitions could not be loaded" in said.user_failure_data.description
    assert "raw/coingecko has nothing of it: materialise that, too" in said.user_failure_data.description
    assert green(instance)[1] == names(PAST[:2])


def test_a_single_past_day_is_a_partition_like_any_other(
    definitions: dg.Definitions, instance: dg.DagsterInstance, query: Query
) -> None:
    result = run(definitions, instance, "coingecko", f"{PAST[5]}")
    assert result.success
    assert query("select count(*) from market_quotes where observed_at::date = %s", PAST[5]) == [(24 * 5,)]
    again = run(definitions, instance, "coingecko", f"{PAST[5]}")
    assert again.success
    assert query("select count(*) from raw_coingecko where run_id = %s", again.run_id) == [(0,)]


def test_a_run_of_past_days_may_last_as_long_as_it_gets_on_and_is_begun_again_when_its_process_dies(
    definitions: dg.Definitions, instance: dg.DagsterInstance
) -> None:
    result = load(definitions, instance, PAST[:2])
    record = instance.get_run_by_id(result.run_id)
    assert record
    assert int(record.tags["dagster/max_runtime"]) >= 3_600
    assert int(record.tags["dagster/max_retries"]) > 0
    assert record.tags[PAST_TAG] == f"{PAST[0]}/{PAST[1]}"
    snapshot = instance.get_run_by_id(run(definitions, instance, "coingecko").run_id)
    assert snapshot
    assert not {"dagster/max_retries", PAST_TAG} & set(snapshot.tags)


def test_one_load_of_a_sources_past_at_a_time_and_a_snapshot_never_waits_for_it(
    definitions: dg.Definitions, instance: dg.DagsterInstance, url: URL
) -> None:
    asked, released = threading.Event(), threading.Event()

    def hold() -> None:
        with turn(url, "coingecko/history"):
            asked.set()
            time.sleep(3)
            released.set()

    other = threading.Thread(target=hold)
    other.start()
    asked.wait(60)
    assert run(definitions, instance, "coingecko").success
    assert not released.is_set()
    result = load(definitions, instance, PAST[:2])
    assert released.is_set()
    assert result.success
    assert green(instance)[0] == {f"{NOW}", *names(PAST[:2])}
    other.join()


def test_the_first_day_is_fixed_at_the_first_load_and_moves_only_to_earlier_ones(
    tracked: Settings, url: URL, query: Query
) -> None:
    def first(settings: Settings) -> str:
        found = defined(settings, url).resolve_asset_graph().get(raw_key(STREAM)).partitions_def
        assert found
        return str(found.get_first_partition_key())

    assert first(tracked) == f"{NOW - timedelta(days=364)}"
    query("update source_state set value = '2025-01-05' where (source, key) = ('coingecko', 'first_day') returning 1")
    assert first(tracked) == "2025-01-05"  # the plan's window has moved on since
    assert first(tracked.model_copy(update={"history_start": date(2026, 2, 1)})) == "2025-01-05"
    assert first(tracked.model_copy(update={"history_start": date(2024, 2, 1)})) == "2024-02-01"
    assert first(tracked) == "2024-02-01"


@pytest.mark.slow
@pytest.mark.e2e
def test_a_backfill_whose_process_is_killed_goes_on_by_itself_and_asks_nothing_twice(demo: RunningPlatform) -> None:
    demo.wait_until_ready()
    with (demo.home / "demo.env").open("a") as values:
        values.write("COINGECKO_RATE_PER_MINUTE='120'\n")  # slow enough to be killed midway
    today = datetime.now(UTC).date()
    span = {"from": f"{today - timedelta(days=180)}", "to": f"{today - timedelta(days=150)}"}

    def started() -> httpx.Response | None:
        answer = demo.load(source="coingecko", **span)
        return None if answer.status_code == 409 else answer  # the demo's own

    first = wait_for(started, 180, every=1).json()["data"]["run_id"]
    counted = f"select count(*) from raw_coingecko where stream = 'history' and partition like '{span['from']}%'"

    def stored(distinct: str = "*") -> int:
        asked = ("db", "shell", "--", "-Atc", counted.replace("*", distinct))
        return int(platform(*asked, env=demo.env).stdout)

    wait_for(lambda: stored() > 3, 120, every=1)
    os.kill(process_of(demo, first), signal.SIGKILL)

    def retried() -> str | None:
        runs = httpx.get(demo.url("api", "/etl/runs?source=coingecko&limit=50"), timeout=20).json()["data"]
        again = [r for r in runs if r["run_id"] != first and r["partition"] == "/".join(span.values())]
        return again[0]["status"] if again and again[0]["status"] in ("success", "failure") else None

    assert wait_for(retried, 300, every=2) == "success"
    assert stored() == stored("distinct source_id") == 50
    stats = '{ assetNodes(assetKeys: [{path: ["quotes", "coingecko"]}]) { partitionStats { numMaterialized } } }'
    days = demo.ask_dagster(stats)["assetNodes"][0]["partitionStats"]["numMaterialized"]
    assert days == 31 + 90 + 1  # those that it brought along, and today


def process_of(demo: RunningPlatform, run_id: str) -> int:
    """The process in which a run's steps are executed."""
    asked = "query($id: ID!) { logsForRun(runId: $id) { ... on EventConnection { events { ... on EngineEvent { message } } } } }"
    events = demo.ask_dagster(asked, id=run_id)["logsForRun"]["events"]
    found = [re.search(r"in process \(pid: (\d+)\)", event.get("message", "")) for event in events]
    return int(next(match for match in found if match)[1])
