"""Files that are dropped into the inbox: the sensor asks for their runs, once, or ever more rarely where they fail."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace

import dagster as dg
import pytest

from crypto_pipeline.defs import sensors
from crypto_pipeline.defs.sensors import hash_new_files
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.inbox import Inbox
from tests.api_fixtures import Query
from tests.dagster_runs import drop, failure, run


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
