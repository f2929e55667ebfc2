"""A new source is a module and nothing else: everything about it follows from its description."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import sources, stages
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.settings.files import write_demo_values
from crypto_pipeline.simulator.serving import serving
from crypto_pipeline.simulator.stand_in import Demo, stand_ins
from crypto_pipeline.sources import settings_of, streams_of
from crypto_pipeline.sources.description import Source
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.warehouse.connect import DatabaseError
from crypto_pipeline.warehouse.streams import prepare_database
from tests.api_fixtures import Query, api
from tests.homes import schema_difference
from tests.loads import TODAY
from tests.own_sources import coincap, two_streams
from tests.platform_process import environment, platform


@pytest.fixture
def stand_in() -> Iterator[str]:
    """The simulator with CoinCap's stand-in alone; its address."""
    with serving(stand_ins([coincap.SOURCE.stand_in]), coins=50) as base:
        yield base


def load(url: URL, source: Source, job: str, partition: str = TODAY, **values: Any) -> dg.ExecuteInProcessResult:
    """Runs one of the source's jobs over this database."""
    settings = settings_of([source])(run_retries=0, **values)
    platform = Platform(settings, [source])
    platform.url = url
    prepare_database(url, streams_of(settings, [source]))
    definitions = build(settings, [source], platform)
    with dg.instance_for_test() as instance:
        result = definitions.resolve_job_def(job).execute_in_process(instance=instance, partition_key=partition)
    assert result.success
    assert all(check.passed or check.check_name == "freshness" for check in result.get_asset_check_evaluations())
    return result


def test_coincap_is_loaded_checked_served_and_traced_from_its_description_alone(
    url: URL, query: Query, stand_in: str, tmp_path: Path
) -> None:
    variables = coincap.variables(Demo(stand_in, tmp_path, 50))
    values = {name.lower(): value for name, value in variables.items()}
    result = load(url, coincap.SOURCE, "load_coincap", **values)
    made = {key.to_user_string() for e in result.get_asset_materialization_events() if (key := e.asset_key)}
    assert made == {"raw/coincap", "quotes/coincap", "crypto_assets", "candles"}
    with api(url) as client:
        (bitcoin,) = client.get("/data?source=coincap&ticker=BTC").json()["data"]
        assert bitcoin["price_usd"] > 0
        (raw,) = client.get("/raw/coincap/bitcoin").json()["data"]
        assert float(raw["payload"]["priceUsd"]) == bitcoin["price_usd"]
        assert raw["observed_at"] == bitcoin["observed_at"]
        (loaded,) = client.get("/sources").json()["data"]
        assert (loaded["source"], loaded["job"], loaded["calls"]) == ("coincap", "load_coincap", 1)
        assert client.get("/data?source=coingecko").json()["detail"] == "source: 'coingecko' is not one of coincap."
    # the next load a tick later or not: what is not new is found unchanged, what is new is another moment's record
    load(url, coincap.SOURCE, "load_coincap", **values)
    assert query("select count(*) = count(distinct (source_id, observed_at)) from raw_coincap") == [(True,)]
    assert schema_difference(url, "coincap") == []


def test_two_streams_of_a_source_share_its_raw_table_and_nothing_else(url: URL, query: Query) -> None:
    load(url, two_streams.SOURCE, "load_exchange")
    load(url, two_streams.SOURCE, "load_exchange_notices", "spot")
    load(url, two_streams.SOURCE, "load_exchange_notices", "futures")
    assert query("select stream, partition, count(*) from raw_exchange group by 1, 2 order by 1, 2") == [
        ("notices", "futures", 1), ("notices", "spot", 1), ("prices", TODAY, 2),
    ]  # fmt: skip
    assert query("select stream, stage from etl_checkpoints where source = 'exchange' order by 1, 2") == [
        ("notices", "news"), ("notices", "raw"), ("prices", "quotes"), ("prices", "raw"),
    ]  # fmt: skip
    with api(url) as client:
        assert {a["feed"] for a in client.get("/news").json()["data"]} == {"spot", "futures"}
        assert len(client.get("/records?source_type=exchange").json()["data"]) == 4
        assert [s["rows_asset"] for s in client.get("/sources").json()["data"]] == [
            ["quotes", "exchange"], ["news", "exchange", "notices"],
        ]  # fmt: skip
    prices, notices = two_streams.SOURCE.streams
    assert (prices.address, notices.address) == ("exchange", "exchange/notices")
    assert stages.replay(url, notices, 0, "replay").received == 2
    assert query("select raw_seq > 0 from etl_checkpoints where (stream, stage) = ('prices', 'quotes')") == [(True,)]


def test_a_second_source_of_news_stands_beside_the_first(url: URL, query: Query) -> None:
    notices = two_streams.SOURCE.streams[1]

    def read(records: Sequence[RawRecord]) -> Columns:
        columns = notices.read(records)
        return {**columns, "id": [f"bulletin-{guid}" for guid in columns["guid"]]}

    bulletin = Source(**{**vars(two_streams.SOURCE), "name": "bulletin", "streams": (replace(notices, read=read),)})
    load(url, bulletin, "load_bulletin", "spot")
    load(url, two_streams.SOURCE, "load_exchange_notices", "spot")
    assert query("select source, feed, guid from news_articles order by 1") == [
        ("bulletin", "spot", "spot-1"), ("exchange", "spot", "spot-1"),
    ]  # fmt: skip


def test_a_demo_leaves_out_who_has_no_stand_in(tmp_path: Path) -> None:
    settings = settings_of([coincap.SOURCE, two_streams.SOURCE])(platform_home=tmp_path)
    assert len(streams_of(settings, [coincap.SOURCE, two_streams.SOURCE])) == 3
    write_demo_values(tmp_path, {})
    assert [s.address for s in streams_of(settings, [coincap.SOURCE, two_streams.SOURCE])] == ["coincap"]


def test_the_variables_of_a_source_are_read_with_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COINCAP_RATE_PER_MINUTE", "7")
    settings = sources.load_settings([coincap.SOURCE])
    assert settings.part(coincap.CoinCapSettings).coincap_rate_per_minute == 7
    monkeypatch.setenv("COINCAP_RATE_PER_MINUTE", "none")
    with pytest.raises(SettingsError, match="COINCAP_RATE_PER_MINUTE: .*example: COINCAP_RATE_PER_MINUTE=200"):
        sources.load_settings([coincap.SOURCE])
    with pytest.raises(TypeError, match="composed without CoinCapSettings"):
        Settings().part(coincap.CoinCapSettings)


def test_an_installed_package_brings_its_source_and_a_broken_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def installed(value: str) -> dict[str, Source]:
        point = EntryPoint("coincap", value, sources.GROUP)
        monkeypatch.setattr(sources, "entry_points", lambda group: [point])
        return sources._installed()

    assert installed("tests.own_sources.coincap:SOURCE")["coincap"] is coincap.SOURCE
    with pytest.raises(SettingsError, match="coincap .no_such_module:SOURCE. cannot be loaded: ModuleNotFoundError"):
        installed("no_such_module:SOURCE")
    for wrong, says in (
        (
            {"streams": (replace(coincap.SOURCE.streams[0], product="foo"),)},
            "becomes 'foo', which is none of quotes, news",
        ),
        ({"streams": (replace(coincap.SOURCE.streams[0], cron="nosuch"),)}, "runs by 'nosuch', which is no field"),
    ):
        monkeypatch.setattr(coincap, "WRONG", replace(coincap.SOURCE, **wrong), raising=False)
        with pytest.raises(SettingsError, match=f"described wrongly: .*{says}"):
            installed("tests.own_sources.coincap:WRONG")
    with pytest.raises(SettingsError, match="it is no source"):
        installed("tests.own_sources.coincap:NAME")
    with pytest.raises(SettingsError, match="there is one of that name already"):
        installed("crypto_pipeline.sources.coingecko:SOURCE")


def test_a_package_that_cannot_be_loaded_is_one_line_for_every_command(tmp_path: Path) -> None:
    about = tmp_path / "bad-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: bad\nVersion: 1\n")
    (about / "entry_points.txt").write_text(f"[{sources.GROUP}]\nbad = nothing_there:SOURCE\n")
    for command in (["--help"], ["doctor"], ["up", "--demo"]):
        done = platform(*command, env=environment(tmp_path / "home", PYTHONPATH=str(tmp_path)))
        assert done.returncode == 2
        assert done.stderr.startswith("wrong setting: the source bad (nothing_there:SOURCE) cannot be loaded")
        assert done.stderr.count("\n") == 1


def test_a_rebuild_does_not_lose_the_rows_of_a_source_that_is_not_installed_any_more(url: URL) -> None:
    load(url, two_streams.SOURCE, "load_exchange")
    with pytest.raises(DatabaseError, match=f"raw has records of {two_streams.SOURCE.name}, .* install the source"):
        stages.rebuild(url, [source.streams[0] for source in sources.SOURCES.values()], "rebuild")


@pytest.mark.parametrize("name", ["", "Coin", "a-b", "x" * 60, "1a"])
def test_a_name_that_cannot_be_a_tables_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="need names of small letters"):
        Source(**{**vars(two_streams.SOURCE), "name": name})


def test_the_beginning_of_a_new_source_works_as_it_is(tmp_path: Path) -> None:
    for _ in range(2):
        made = platform("source", "new", "deep_market", "--into", str(tmp_path), env=environment(tmp_path / "home"))
        if made.returncode:
            break
        assert '[project.entry-points."crypto_platform.sources"]' in made.stdout
    assert "is there already" in made.stderr  # the second time
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_deep_market.py"]
    tested = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 passed" in tested.stdout, tested.stdout
    lint = [sys.executable, "-m", "ruff", "check", "--select=B,F", "."]
    assert subprocess.run(lint, cwd=tmp_path, check=False).returncode == 0


@pytest.mark.parametrize("name", ["Coin", "csv", "a-b", "class", "json", "a_b_c_d_e"])
def test_a_name_that_no_new_source_can_have_is_refused(tmp_path: Path, name: str) -> None:
    made = platform("source", "new", name, "--into", str(tmp_path), env=environment(tmp_path / "home"))
    assert made.returncode == 2
    assert "cannot be a source's name" in made.stderr
