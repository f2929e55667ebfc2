"""The Dagster side, with real runs on a real database: jobs, partitions, failures, checks, schedules."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import CHECKS, UNIFIED_CHECK
from crypto_pipeline.cli.abandoned import PROCESS_TAG, close_abandoned_runs, this_process
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.failures import failure_text
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.inbox import Inbox
from tests.api_fixtures import Query
from tests.conftest import Simulator
from tests.dagster_runs import TODAY, drop, failure, run


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
    assert set(metadata) == {"raw/coingecko", "quotes/coingecko", "crypto_assets", "candles"}
    assert [
        metadata["quotes/coingecko"][name].value for name in ("received", "stored", "unchanged", "quarantined")
    ] == [400, 399, 0, 1]
    assert metadata["crypto_assets"]["dagster/row_count"].value == 399
    assert query("select count(*) from raw_coingecko where run_id = %s and partition = %s", result.run_id, TODAY) == [
        (400,)
    ]


def test_dagster_can_load_all_of_it(definitions: dg.Definitions) -> None:
    dg.Definitions.validate_loadable(definitions)
    assert len(definitions.get_repository_def().get_all_jobs()) > len(SOURCES)


def test_every_asset_is_described_owned_and_typed(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    keys = {key.to_user_string() for key in graph.get_all_asset_keys()}
    sources = set(SOURCES)
    assert keys == {f"raw/{s}" for s in sources} | {f"quotes/{s}" for s in sources - {"rss"}} | {
        "news/rss",
        "crypto_assets",
        "candles",
        "gaps",
        "closed_months",
    }
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        assert node.description
        assert node.owners == ["team:data-platform"]
        assert "postgres" in node.kinds
        assert node.group_name in ("raw", "normalized", "analytics", "maintenance")
        assert node.metadata["dagster/column_schema"].columns  # type: ignore[attr-defined]


def test_a_past_day_of_a_source_that_knows_no_coin_yet_is_refused_for_good_with_what_to_do(
    definitions: dg.Definitions, instance: dg.DagsterInstance, query: Query
) -> None:
    yesterday = f"{datetime.now(UTC) - timedelta(days=2):%Y-%m-%d}"
    data = failure(run(definitions, instance, "coinpaprika", yesterday))
    assert "it has no coin yet" in data.user_failure_data.description
    assert "known once a snapshot had them" in data.user_failure_data.description
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
    hourly = schedules.pop("find_gaps_schedule")
    assert (hourly.cron_schedule, hourly.default_status) == ("40 * * * *", dg.DefaultScheduleStatus.RUNNING)
    assert set(schedules) == {"coingecko_schedule", "coinpaprika_schedule", "rss_schedule"}
    for name, schedule in schedules.items():
        assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING  # type: ignore[union-attr]
        requests = schedule.evaluate_tick(
            dg.build_schedule_context(repository_def=definitions.get_repository_def())
        ).run_requests  # type: ignore[union-attr]
        assert [r.partition_key for r in requests or ()] == (["demo"] if name == "rss_schedule" else [TODAY])


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
