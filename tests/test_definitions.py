"""The Dagster side, with real runs on a real database: jobs, partitions, failures, checks, schedules, the sensor."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import CHECKS, UNIFIED_CHECK
from crypto_pipeline.cli.abandoned import PROCESS_TAG, close_abandoned_runs, this_process
from crypto_pipeline.defs import sensors
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.failures import failure_text
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.defs.sensors import hash_new_files
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.inbox import Inbox
from tests.conftest import Simulator

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"
Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.instance_for_test() as temporary:
        yield temporary


@pytest.fixture
def definitions(settings: Settings, url: URL) -> dg.Definitions:
    platform = Platform(settings)
    platform.url = url  # the test's database in place of the settings'
    return build(settings, platform=platform)


def run(
    definitions: dg.Definitions, instance: dg.DagsterInstance, name: str, partition: str = TODAY, **more: Any
) -> dg.ExecuteInProcessResult:
    job = definitions.resolve_job_def(f"load_{name}")
    return job.execute_in_process(instance=instance, partition_key=partition, raise_on_error=False, **more)


def failure(result: dg.ExecuteInProcessResult) -> Any:
    (event,) = [event for event in result.all_events if event.is_step_failure]
    return event.step_failure_data


def test_one_run_goes_from_the_upstream_to_the_unified_record(
    definitions: dg.Definitions, instance: dg.DagsterInstance, query: Query
) -> None:
    result = run(definitions, instance, "coingecko")
    assert result.success
    metadata = {
        event.asset_key.to_user_string(): event.step_materialization_data.materialization.metadata
        for event in result.get_asset_materialization_events()
        if event.asset_key
    }
    assert set(metadata) == {"raw/coingecko", "quotes/coingecko", "crypto_assets"}
    assert [
        metadata["quotes/coingecko"][name].value for name in ("received", "stored", "unchanged", "quarantined")
    ] == [400, 399, 0, 1]
    assert metadata["crypto_assets"]["dagster/row_count"].value == 399
    assert query("select count(*) from raw_coingecko where run_id = %s and partition = %s", result.run_id, TODAY) == [
        (400,)
    ]


def test_every_asset_is_described_owned_and_typed(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    keys = {key.to_user_string() for key in graph.get_all_asset_keys()}
    sources = set(SOURCES)
    assert keys == {f"raw/{s}" for s in sources} | {f"quotes/{s}" for s in sources - {"rss"}} | {
        "news/rss",
        "crypto_assets",
        "closed_months",
    }
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        assert node.description
        assert node.owners == ["team:data-platform"]
        assert "postgres" in node.kinds
        assert node.group_name in ("raw", "normalized", "maintenance")
        assert node.metadata["dagster/column_schema"].columns  # type: ignore[attr-defined]


def test_a_past_day_is_refused_for_good_with_what_to_do(
    definitions: dg.Definitions, instance: dg.DagsterInstance, query: Query
) -> None:
    data = failure(run(definitions, instance, "coinpaprika", "2024-01-01"))
    assert "2024-01-01 is not today" in data.user_failure_data.description
    assert "Materialise today's partition" in data.user_failure_data.description
    assert query("select count(*) from upstream_calls") == [(0,)]


@pytest.mark.parametrize(
    ("fault", "message", "attempts"),
    [({"kind": "500"}, "server error", 3), ({"kind": "401"}, "not authorized", 1)],
)
def test_only_transient_failures_are_retried_and_the_run_fails_with_the_message(
    settings: Settings,
    url: URL,
    instance: dg.DagsterInstance,
    simulator: Simulator,
    query: Query,
    fault: dict[str, Any],
    message: str,
    attempts: int,
) -> None:
    simulator.spoil({"path": "/v1/tickers", **fault})
    settings = settings.model_copy(update={"run_retries": 2, "run_retry_delay": 0.01, "http_attempts": 1})
    platform = Platform(settings)
    platform.url = url
    result = run(build(settings, platform=platform), instance, "coinpaprika")
    assert not result.success
    assert message in failure(result).user_failure_data.description
    assert query("select calls from upstream_calls") == [(attempts,)]
    assert query(
        "select (select count(*) from raw_coinpaprika), (select count(*) from market_quotes), version from data_version"
    ) == [(0, 0, 0)]


def test_the_next_good_run_catches_up_after_a_failed_one(
    definitions: dg.Definitions, instance: dg.DagsterInstance, simulator: Simulator, query: Query
) -> None:
    simulator.spoil({"path": "/v1/tickers", "kind": "cut"})
    assert not run(definitions, instance, "coinpaprika").success
    simulator.spoil()
    assert run(definitions, instance, "coinpaprika").success
    assert query("select count(*) > 300 from crypto_assets") == [(True,)]


def test_the_checks_pass_on_good_data_and_warn_on_stale(
    definitions: dg.Definitions, instance: dg.DagsterInstance
) -> None:
    result = run(definitions, instance, "coingecko")
    checks = {e.check_name: e for e in result.get_asset_check_evaluations()}
    assert set(checks) == {*CHECKS, UNIFIED_CHECK}
    assert checks["contract"].passed
    assert checks["quarantine_ratio"].passed
    assert not checks["freshness"].passed  # the simulator's clock stands still
    assert checks["freshness"].severity == dg.AssetCheckSeverity.WARN


def test_the_quarantine_check_warns_when_many_records_are_refused(
    definitions: dg.Definitions, instance: dg.DagsterInstance, settings: Settings
) -> None:
    path = drop(settings.csv_inbox, "half.csv", "symbol,price_usd\nA,1\nB,x\nC,y\nD,4\n")
    instance.add_dynamic_partitions("csv_files", [Inbox(settings.csv_inbox).partition_key(path)])
    done = run(definitions, instance, "csv", Inbox(settings.csv_inbox).partition_key(path))
    assert done.success
    checks = {e.check_name: e for e in done.get_asset_check_evaluations()}
    assert not checks["quarantine_ratio"].passed
    assert checks["quarantine_ratio"].description.startswith("2 of 4 records")


def test_a_load_of_which_every_record_is_refused_is_a_failure_that_no_retry_mends(
    definitions: dg.Definitions, instance: dg.DagsterInstance, simulator: Simulator, query: Query
) -> None:
    simulator.spoil({"path": "/api/v3/coins/markets", "kind": "schema"})
    done = run(definitions, instance, "coingecko")
    assert not done.success
    (failed,) = [event for event in done.all_events if event.is_step_failure]
    assert "all refused: each of 400 records was refused" in failure_text(failed)
    assert not [event for event in done.all_events if event.event_type_value == "STEP_UP_FOR_RETRY"]
    assert query("select count(*) from quarantine") == [(400,)]
    simulator.spoil()
    assert run(definitions, instance, "coingecko").success


def test_news_is_loaded_feed_by_feed(definitions: dg.Definitions, instance: dg.DagsterInstance, query: Query) -> None:
    assert run(definitions, instance, "rss", "demo").success
    assert query("select count(*), bool_and(url not like '%%utm_%%') from news_articles") == [(25, True)]


def test_schedules_run_by_default_and_ask_for_today_or_for_each_feed(
    definitions: dg.Definitions, settings: Settings
) -> None:
    schedules = {schedule.name: schedule for schedule in definitions.schedules or ()}
    nightly = schedules.pop("order_closed_months_schedule")
    assert (nightly.cron_schedule, nightly.default_status) == ("40 3 * * *", dg.DefaultScheduleStatus.RUNNING)
    assert set(schedules) == {"coingecko_schedule", "coinpaprika_schedule", "rss_schedule"}
    for name, schedule in schedules.items():
        assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING  # type: ignore[union-attr]
        requests = schedule.evaluate_tick(
            dg.build_schedule_context(repository_def=definitions.get_repository_def())
        ).run_requests  # type: ignore[union-attr]
        assert [r.partition_key for r in requests or ()] == (["demo"] if name == "rss_schedule" else [TODAY])


def test_each_api_has_a_pool_of_its_own(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    pools = {key.to_user_string(): graph.get(key).pools for key in graph.get_all_asset_keys()}
    assert pools["raw/coingecko"] == {"coingecko"}
    assert pools["raw/coinpaprika"] == {"coinpaprika"}
    assert pools["crypto_assets"] == set()


def test_runs_of_an_earlier_start_and_of_killed_refreshes_do_not_seem_to_go_on(instance: dg.DagsterInstance) -> None:
    def started(**tags: str) -> str:
        run_id = str(uuid.uuid4())
        instance.add_run(dg.DagsterRun("load_rss", run_id=run_id, status=dg.DagsterRunStatus.STARTED, tags=tags))
        return run_id

    daemons, alive = started(), started(**{PROCESS_TAG: this_process()})
    killed = started(**{PROCESS_TAG: this_process().rpartition("/")[0] + "/1"})
    elsewhere = started(**{PROCESS_TAG: "another-host/1/1"})

    def failed() -> set[str]:
        return {run.run_id for run in instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.FAILURE]))}

    close_abandoned_runs(instance)
    assert failed() == {killed}
    close_abandoned_runs(instance, since=time.time() - 60)
    assert failed() == {killed}
    close_abandoned_runs(instance, since=time.time() + 60)
    assert failed() == {killed, daemons}
    assert {run.run_id for run in instance.get_runs() if not run.is_finished} == {alive, elsewhere}


# --- the CSV inbox -----------------------------------------------------------------------------------------------


def tick(definitions: dg.Definitions, instance: dg.DagsterInstance) -> list[dg.RunRequest]:
    """The runs that the sensor asks for now."""
    sensor = definitions.resolve_sensor_def("csv_inbox_sensor")
    context = dg.build_sensor_context(
        instance=instance,
        repository_def=definitions.get_repository_def(),
        resources={"platform": (definitions.resources or {})["platform"]},
    )
    result = sensor(context)
    return list(result.run_requests or ()) if isinstance(result, dg.SensorResult) else []


def drop(inbox: Path, name: str, content: str = "symbol,price_usd\nBTC,1\n") -> Path:
    path = inbox / name
    path.write_text(content)
    os.utime(path, (time.time() - 60, time.time() - 60))
    return path


def test_a_new_file_is_asked_for_once_it_is_loaded_no_more(
    definitions: dg.Definitions, instance: dg.DagsterInstance, settings: Settings, query: Query
) -> None:
    path = drop(settings.csv_inbox, "a.csv")
    (request,) = tick(definitions, instance)
    assert request.partition_key == Inbox(settings.csv_inbox).partition_key(path)
    instance.add_dynamic_partitions("csv_files", [request.partition_key])
    assert run(definitions, instance, "csv", request.partition_key, tags=request.tags).success
    assert query("select count(*) from source_quotes join listings using (listing_id) where source = 'csv'") == [(1,)]
    assert tick(definitions, instance) == []


def test_a_file_whose_run_failed_is_asked_for_again_ever_more_rarely(
    definitions: dg.Definitions, instance: dg.DagsterInstance, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(settings.csv_inbox, "gone.csv")
    key = Inbox(settings.csv_inbox).partition_key(path)
    instance.add_dynamic_partitions("csv_files", [key])
    clock = SimpleNamespace(time=time.time)
    monkeypatch.setattr(sensors, "time", clock)
    run_keys = []
    for wait in (0, 10, 40, 160):
        clock.time = lambda wait=wait: time.time() + wait - 5
        assert tick(definitions, instance) == [] or wait == 0
        clock.time = lambda wait=wait: time.time() + wait
        (request,) = tick(definitions, instance)
        run_keys.append(request.run_key)
        path.rename(path.with_suffix(".away"))
        assert "Put the file back" in failure(run(definitions, instance, "csv", key)).user_failure_data.description
        path.with_suffix(".away").rename(path)
    assert len(set(run_keys)) == 4
    monkeypatch.setattr(sensors, "ATTEMPTS", 4)
    clock.time = lambda: time.time() + 1e6
    assert tick(definitions, instance) == []


def test_a_file_that_is_itself_at_fault_is_tried_once(
    definitions: dg.Definitions, instance: dg.DagsterInstance, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = Inbox(settings.csv_inbox).partition_key(drop(settings.csv_inbox, "bad.csv", "no,such,header\n1,2,3\n"))
    instance.add_dynamic_partitions("csv_files", [key])
    (request,) = tick(definitions, instance)
    assert request.partition_key == key
    assert "bad.csv" in failure(run(definitions, instance, "csv", key)).user_failure_data.description
    monkeypatch.setattr(sensors, "time", SimpleNamespace(time=lambda: time.time() + 1e6))
    assert tick(definitions, instance) == []
    drop(settings.csv_inbox, "bad.csv")  # mended
    assert len(tick(definitions, instance)) == 1


def test_the_same_content_under_two_names_is_one_partition(
    definitions: dg.Definitions, instance: dg.DagsterInstance, settings: Settings
) -> None:
    drop(settings.csv_inbox, "a.csv")
    drop(settings.csv_inbox, "copy.csv")
    assert len(tick(definitions, instance)) == 1


def test_a_file_that_is_still_being_written_waits(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("symbol")
    assert hash_new_files(Inbox(tmp_path), {}, time.time()) == {}
    assert len(hash_new_files(Inbox(tmp_path), {}, time.time() + 10)) == 1


def test_one_look_reads_only_so_much_and_the_next_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sensors, "LOOK_BYTES", 1)
    for number in range(3):
        drop(tmp_path, f"{number}.csv", f"symbol,price_usd\nC{number},1\n")
    seen: sensors.Seen = {}
    for count in (1, 2, 3, 3):
        seen = hash_new_files(Inbox(tmp_path), seen, time.time())
        assert len(seen) == count


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.csv")
    seen = hash_new_files(Inbox(tmp_path), {}, time.time())
    seen[str(path)][2] = "known"
    assert hash_new_files(Inbox(tmp_path), seen, time.time()) == seen
