"""Candles are what the quotes say, whatever became of those in between: late ones, corrections, undos, rebuilds."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from typing import Any

import dagster as dg
import pandas as pd
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.catalog import CANDLES, QUOTES
from crypto_pipeline.normalize.quotes import normalize_quotes
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse import candles
from crypto_pipeline.warehouse.connect import connect
from tests.api_fixtures import Query, gecko
from tests.api_fixtures import store as store_rows
from tests.dagster_runs import TODAY, run
from tests.loads import normalized_by

STREAMS = streams_of(Settings())
NUMBERS = "open_usd, high_usd, low_usd, close_usd, market_cap_usd, volume_24h_usd"


def quote(url: URL, at: str, price: float, coin: str = "a", run: str = "run", **more: Any) -> None:
    """Brings a quote of a coin, in a run of its own name."""
    store_rows(url, "coingecko", gecko(coin, coin, coin.upper(), 1, price, at, **more), run=run)


def expected(url: URL, rule: str) -> pd.DataFrame:
    """What pandas makes of the quotes that are there."""
    with connect(url) as connection:
        rows = connection.execute(
            "select listing_id, observed_at, price_usd, market_cap_usd, volume_24h_usd from market_quotes order by 1, 2"
        ).fetchall()
    frame = pd.DataFrame(rows, columns=["listing_id", "at", "price", "cap", "volume"])
    frame["opened_at"] = pd.to_datetime(frame["at"], utc=True).dt.floor(rule)
    grouped = frame.groupby(["listing_id", "opened_at"])
    found = grouped["price"].agg(open_usd="first", high_usd="max", low_usd="min", close_usd="last", quotes="count")
    for name, column in (("market_cap_usd", "cap"), ("volume_24h_usd", "volume")):
        found[name] = grouped[column].nth(-1).to_numpy()
    return found.reset_index()


def made(url: URL, table: str) -> pd.DataFrame:
    columns = f"listing_id, opened_at, {NUMBERS}, quotes"
    with connect(url) as connection:
        rows = connection.execute(f"select {columns} from {table} order by 1, 2".encode()).fetchall()
    frame = pd.DataFrame(rows, columns=columns.split(", "))
    frame["opened_at"] = pd.to_datetime(frame["opened_at"], utc=True)
    return frame


def right(url: URL) -> bool:
    """Whether hours and days are those of the quotes, and nothing is due."""
    for table, rule in (("candles_1h", "h"), ("candles_1d", "D")):
        wanted, found = expected(url, rule), made(url, table)
        pd.testing.assert_frame_equal(found, wanted[found.columns], check_dtype=False)
    with connect(url) as connection:
        return connection.execute("select count(*) from candles_due").fetchone() == (0,)


def test_a_candle_is_the_first_highest_lowest_and_last_quote_of_its_interval(url: URL, query: Query) -> None:
    for at, price in (("00:00:00", 10), ("00:20:00", 14), ("00:40:00", 8), ("00:59:59", 9), ("01:00:00", 20)):
        quote(url, f"2026-05-01T{at}Z", price, market_cap=price * 10)
    changed, days = stages.load_candles(url, "run")
    assert (changed, days) == (3, [date(2026, 5, 1)])
    asked = f"select opened_at, {NUMBERS}, quotes"
    first, second = query(f"{asked} from candles_1h order by 1")
    assert first == (datetime(2026, 5, 1, tzinfo=UTC), 10, 14, 8, 9, 90, first[6], 4)
    assert second[:6] == (datetime(2026, 5, 1, 1, tzinfo=UTC), 20, 20, 20, 20, 200)  # half-open: it begins at 01:00
    assert query(f"{asked}, hours from candles_1d") == [
        (datetime(2026, 5, 1, tzinfo=UTC), 10, 20, 8, 20, 200, second[6], 5, 2)
    ]


def test_an_interval_without_a_quote_has_no_candle(url: URL, query: Query) -> None:
    quote(url, "2026-05-01T00:00:00Z", 1)
    quote(url, "2026-05-01T05:00:00Z", 2)
    stages.load_candles(url, "run")
    assert query("select extract(hour from opened_at)::int from candles_1h order by 1") == [(0,), (5,)]
    assert query("select hours from candles_1d") == [(2,)]


def test_only_what_was_touched_is_made_anew(url: URL, query: Query) -> None:
    for hour in range(10):
        quote(url, f"2026-05-01T0{hour}:00:00Z", hour + 1)
    stages.load_candles(url, "run")
    query("update candles_1h set high_usd = 99 where extract(hour from opened_at) = 2 returning 1")
    quote(url, "2026-05-01T07:30:00Z", 70)
    stages.load_candles(url, "run")
    assert query("select high_usd from candles_1h where extract(hour from opened_at) in (2, 7) order by opened_at") == [
        (99,), (70,),
    ]  # fmt: skip
    assert stages.load_candles(url, "run") == (0, [])
    # unless somebody wants the day anew
    assert stages.load_candles(url, "run", [date(2026, 5, 1)]) == (2, [date(2026, 5, 1)])
    assert right(url)


@pytest.mark.parametrize("seed", range(4))
def test_late_corrected_and_withdrawn_quotes_give_the_candles_of_what_is_left(
    url: URL, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = random.Random(seed)
    monkeypatch.setattr(candles, "HOURS", chosen.choice((1, 30, 500_000)))
    runs: list[str] = []
    for number in range(25):
        if runs and chosen.random() < 0.25:
            stages.undo(url, STREAMS, runs.pop(chosen.randrange(len(runs))), f"undo {number}")
        else:
            at = f"2026-0{chosen.randrange(3, 6)}-{chosen.randrange(29, 31)}T{chosen.choice(('00', '23'))}:{chosen.randrange(60):02}:00Z"
            quote(url, at, chosen.randrange(1, 50), chosen.choice("abc"), f"run {number}")
            runs.append(f"run {number}")
        if chosen.random() < 0.4:
            stages.load_candles(url, "run")
            assert right(url)
    stages.load_candles(url, "run")
    assert right(url)
    before = [made(url, table) for table in ("candles_1h", "candles_1d")]
    stages.rebuild(url, STREAMS, "rebuild")
    assert right(url)
    for table, frame in zip(("candles_1h", "candles_1d"), before, strict=True):
        pd.testing.assert_frame_equal(made(url, table), frame)


def test_a_load_makes_its_candles_and_a_day_is_made_anew_when_somebody_wants_it(
    definitions: dg.Definitions, instance: dg.DagsterInstance, url: URL, query: Query
) -> None:
    quote(url, "2026-05-01T08:00:00Z", 3)
    assert run(definitions, instance, "coingecko").success
    assert right(url)
    # days that others have touched are recorded, too
    key = dg.AssetKey(CANDLES)
    assert {TODAY, "2026-05-01"} <= instance.get_materialized_partitions(key)
    query("update candles_1d set high_usd = 9 where opened_at = '2026-05-01' returning 1")
    job = definitions.resolve_job_def("make_candles")
    assert job.execute_in_process(instance=instance, partition_key="2026-05-01").success
    assert right(url)


def test_quotes_that_come_without_a_load_by_the_clock_get_their_candles_from_a_sensor(
    definitions: dg.Definitions, instance: dg.DagsterInstance, url: URL, query: Query
) -> None:
    sensor = definitions.resolve_sensor_def("candles_due_sensor")

    def look() -> Any:
        platform = definitions.resources["platform"]  # type: ignore[index]
        return sensor(dg.build_sensor_context(instance=instance, resources={"platform": platform}))

    assert isinstance(look(), dg.SkipReason)
    quote(url, "2026-05-01T08:00:00Z", 3)
    assert isinstance(look(), dg.SkipReason)  # its load may be at it
    query("update candles_due set entered_at = entered_at - interval '2 minutes' returning 1")
    request = look()
    job = definitions.resolve_job_def("make_candles")
    assert job.execute_in_process(instance=instance, partition_key=request.partition_key).success
    assert right(url)
    assert isinstance(look(), dg.SkipReason)


def test_a_load_leaves_candles_of_years_to_a_run_of_their_own(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candles, "HOURS", 1)
    for day in range(1, 4):
        quote(url, f"2026-05-0{day}T00:00:00Z", 1)
    assert stages.load_candles(url, "run", patience=0) == (0, [])
    assert query("select count(*) from candles_due") == [(3,)]
    stages.load_candles(url, "run")
    assert right(url)


def test_a_correction_that_was_only_misread_is_gone_after_a_replay(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote(url, "2026-05-01T00:00:00Z", 5.0)
    with monkeypatch.context() as patch:

        def misread(columns: Any) -> Any:
            good, reasons = normalize_quotes(columns)
            return good.assign(price_usd=6.0), reasons

        normalized_by(patch, QUOTES, misread)
        quote(url, "2026-05-01T00:00:00Z", 5.0, ath=7)  # the same price in another payload
    stages.load_candles(url, "run")
    assert query("select price_usd from market_quotes") == [(6.0,)]
    stages.replay(url, STREAMS[0], 0, "replay")
    assert query("select price_usd from market_quotes") == [(5.0,)]
    assert query("select count(*) from quote_revisions") == [(0,)]
    assert right(url)
