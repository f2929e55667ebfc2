"""Past days of the tracked coins: asked once, loaded whole, the same however often they are loaded or killed."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.defs.history import calls_to_come
from crypto_pipeline.records import RawBatch
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Fetched, Past, Window
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.history import start_of
from crypto_pipeline.stages import history
from crypto_pipeline.warehouse import ledger
from crypto_pipeline.warehouse.connect import connect
from tests.conftest import Simulator
from tests.loads import COINGECKO, COINPAPRIKA
from tests.past import DAY, GECKO, NOW, PAPRIKA, PAST, _live, load, simulator, tracked
from tests.platform_process import environment, platform

__all__ = ["_live", "simulator", "tracked"]  # fixtures
Query = Callable[..., list[tuple[Any, ...]]]


def test_a_range_is_asked_once_per_coin_and_window_and_brings_every_hour(
    url: URL, tracked: Settings, query: Query
) -> None:
    plan = history.plan(url, tracked, GECKO, PAST)
    assert (plan.coins, len(plan.days), plan.refused) == (5, 100, {})
    assert len(plan.windows) == 5 * 2  # 100 days, of which a call has 90
    assert load(url, tracked, GECKO, PAST) == PAST[90:] + PAST[:90]  # the newest first
    assert query("select count(*) from raw_coingecko where stream = 'history'") == [(10,)]
    ((points, coins, first, last),) = query(
        POINTS.format("count(*), count(distinct listing_id), min(q.observed_at), max(q.observed_at)")
    )
    assert (points, coins) == (100 * 24 * 5, 5)
    assert (first.date(), last.date()) == (PAST[0], PAST[-1])


POINTS = """
select {} from market_quotes q join listings l using (listing_id)
where q.raw_seq in (select seq from raw_coingecko where stream = 'history')
"""


def calls(query: Query) -> int:
    ((made,),) = query("select calls from upstream_calls where upstream = 'coingecko'")
    return int(made)


def test_what_is_stored_is_never_asked_again_but_when_somebody_wants_that(
    url: URL, tracked: Settings, query: Query
) -> None:
    load(url, tracked, GECKO, PAST[:30])
    before = calls(query)
    assert load(url, tracked, GECKO, PAST[:30]) == PAST[:30]  # done, without a call
    assert calls(query) == before
    assert len(history.plan(url, tracked, GECKO, PAST[:31]).windows) == 5  # a day that is missing
    wider = tracked.model_copy(update={"history_top": 6})
    assert len(history.plan(url, wider, GECKO, PAST[:30]).windows) == 1  # a coin that is
    assert len(history.plan(url, tracked, GECKO, PAST[:30], again=True).windows) == 5


def test_a_load_that_ends_midway_goes_on_without_asking_twice_and_gives_the_same(
    url: URL, tracked: Settings, query: Query
) -> None:
    class KilledError(Exception):
        pass

    before = calls(query)
    for doomed in (1, 3, 6):
        said: list[str] = []

        def say(line: str, doomed: int = doomed, said: list[str] = said) -> None:
            said.append(line)
            if len(said) > doomed:
                raise KilledError

        with pytest.raises(KilledError):
            history.load_history(url, tracked, GECKO, lambda: history.plan(url, tracked, GECKO, PAST), "run", say)
    load(url, tracked, GECKO, PAST)
    assert query(
        "select count(*), count(distinct (source_id, partition)) from raw_coingecko where stream = 'history'"
    ) == [(10, 10)]
    assert calls(query) == before + 10
    assert query(POINTS.format("count(*), count(distinct (listing_id, q.observed_at))")) == [(12_000, 12_000)]


def test_days_that_cannot_be_had_are_refused_with_the_reason(url: URL, tracked: Settings) -> None:
    plan = history.plan(url, tracked, GECKO, [NOW - DAY * 900, NOW - DAY * 30, NOW])
    assert plan.days == [NOW - DAY * 30]
    assert plan.refused[NOW] == "the day is not over yet, for the provider either"
    assert plan.refused[NOW - DAY * 900].startswith("the plan goes 365 days back, to ")


def test_a_budget_that_does_not_suffice_is_said_with_the_arithmetic_before_any_call(
    url: URL, tracked: Settings, query: Query
) -> None:
    poor = tracked.model_copy(update={"coingecko_monthly_budget": calls(query) + 12})
    plan = history.plan(url, poor, GECKO, PAST, reserve=5)
    assert (plan.left, len(plan.windows), plan.fits) == (7, 10, False)
    with pytest.raises(
        SourceError, match="10 calls for 100 days of 5 coins, 7 are left for history this month"
    ) as error:
        history.load_history(url, poor, GECKO, lambda: plan, "run")
    assert error.value.fault is Fault.BUDGET
    assert calls(query) == poor.coingecko_monthly_budget - 12
    history.load_history(url, poor, GECKO, lambda: history.plan(url, poor, GECKO, PAST, reserve=2), "run")


def test_a_plan_that_has_days_only_is_asked_for_days(url: URL, tracked: Settings, query: Query) -> None:
    assert load(url, tracked, PAPRIKA, PAST) == PAST
    rows = query(
        "select count(*), count(distinct q.observed_at) from market_quotes q where raw_seq in"
        " (select seq from raw_coinpaprika where stream = 'history')"
    )
    assert rows == [(500, 100)]


def test_a_coin_that_the_provider_does_not_know_stops_nobody_and_is_not_asked_for_ever(
    url: URL, tracked: Settings, query: Query
) -> None:
    with connect(url) as connection:
        connection.execute(
            "update listings set source_id = 'gone' where source = 'coingecko' and source_id = 'ethereum'"
        )
    assert load(url, tracked, GECKO, PAST[:5]) == PAST[:5]
    assert query("select value from source_state where key = 'absent/gone'")[0][0].startswith("coingecko: not found")
    assert "gone" not in {window.source_id for window in history.plan(url, tracked, GECKO, PAST).windows}


def test_two_loads_at_once_ask_once(url: URL, tracked: Settings, query: Query) -> None:
    before = calls(query)
    both = [threading.Thread(target=load, args=(url, tracked, GECKO, PAST[:20], f"run {n}")) for n in (1, 2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert calls(query) == before + 5
    assert query("select count(*) from raw_coingecko where stream = 'history'") == [(5,)]


def test_what_came_before_a_providers_error_is_there(
    url: URL, tracked: Settings, query: Query, simulator: Simulator
) -> None:
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        if len(said) == 3:  # the plan, and two answers
            simulator.spoil({"path": "/api/v3/coins/", "kind": "401"})

    with pytest.raises(SourceError):
        history.load_history(url, tracked, GECKO, lambda: history.plan(url, tracked, GECKO, PAST), "run", say)
    assert query(POINTS.format("count(*), count(distinct q.listing_id)")) == [
        (2 * 10 * 24, 2)
    ]  # the newest days come first


def test_daily_points_are_daily_however_few_days_are_missing_and_hours_are_asked_for_later(
    url: URL, tracked: Settings, query: Query
) -> None:
    daily, hourly = (tracked.model_copy(update={"history_interval": step}) for step in ("daily", "hourly"))
    load(url, daily, GECKO, PAST[:5])
    assert query(POINTS.format("count(*), count(distinct q.observed_at::time)")) == [(5 * 91, 1)]
    assert history.plan(url, daily, GECKO, PAST[:5]).windows == []
    assert len(history.plan(url, hourly, GECKO, PAST[:5]).windows) == 5


def test_coins_are_named_by_ticker_in_any_case_or_by_id_and_nobody_is_passed_over(url: URL, tracked: Settings) -> None:
    plan = history.plan(url, tracked, GECKO, PAST[:1], coins=["btc", "ethereum"])
    assert {window.source_id for window in plan.windows} == {"bitcoin", "ethereum"}
    with pytest.raises(SourceError, match="it has no coin that is called NOPE"):
        history.plan(url, tracked, GECKO, PAST[:1], coins=["BTC", "NOPE"])
    named = tracked.model_copy(update={"history_top": 0, "history_coins": "BTC,NOPE"})
    assert history.plan(url, named, GECKO, PAST[:1]).unknown == ["NOPE"]


def test_a_point_that_breaks_its_contract_is_refused_by_itself(url: URL, tracked: Settings, query: Query) -> None:
    at = int(datetime.combine(PAST[0], datetime.min.time(), UTC).timestamp() * 1_000)
    payload = json.dumps({"prices": [[at, 5.0], [at + 1, -5.0], [at + 2, None], [at + 3, "x"], [None, 1.0]]}).encode()
    window = Window("bitcoin", PAST[0], PAST[0], timedelta(hours=1))
    batch = RawBatch(["bitcoin"], [start_of(window)], ["/x"], [datetime.now(UTC)], [payload])
    stages.store_raw(url, GECKO, "run", Fetched(window.partition, batch))
    counts = stages.load_rows(url, GECKO, "run")
    assert (counts.received, counts.stored, counts.quarantined) == (4, 1, 3)  # the last one is of no day
    refused = query("select payload::json->>'source_id', reasons from quarantine where stream = 'history' order by id")
    assert [name for name, _ in refused] == ["bitcoin"] * 3
    assert sorted(why[0] for _, why in refused) == ["price_usd is missing"] * 2 + ["price_usd is negative"]
    assert ledger.discrepancies(url, "coingecko", "history", "run") == []


def test_as_few_windows_as_can_be_cover_the_days_that_are_missing() -> None:
    days = [date(2026, 1, 1) + DAY * n for n in (0, 1, 2, 50, 89, 90, 200)]
    windows = history.fewest_windows("x", days, Past(None, 90, DAY))
    assert [(window.first, window.last) for window in windows] == [
        (days[0], days[4]), (days[5], days[5]), (days[6], days[6]),
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.e2e
def test_the_command_says_what_it_needs_loads_it_and_dagster_knows_the_days(
    short_path: Path, simulator: Simulator
) -> None:
    env = environment(short_path / "home", simulator.base, HISTORY_TOP="3", COINGECKO_TOP="50")
    early = platform("backfill", "coingecko", "--from", f"{PAST[0]}", env=env)
    assert "it has no coin yet" in early.stderr
    assert platform("refresh", "coingecko", env=env).returncode == 0
    asked = ("backfill", "coingecko", "--from", f"{PAST[0]}", "--to", f"{PAST[9]}")
    planned = platform(*asked, "--dry-run", env=env)
    assert planned.stdout.startswith("3 calls for 10 days of 3 coins")
    done = platform(*asked, env=env)
    assert done.returncode == 0, done.stderr
    assert "3 of 3 calls" in done.stderr
    count = (
        "db",
        "shell",
        "--",
        "-Atc",
        'select count(distinct partition) from dagster.event_logs where asset_key = \'["quotes", "coingecko"]\' and partition < current_date::text',
    )
    assert platform(*count, env=env).stdout.strip() == "10"
    assert "to take it back" in done.stdout
    assert "to take it back" not in platform(*asked, env=env).stdout  # it brought nothing
    assert platform(*asked, "--coins", ",", env=env).returncode == 2
    nobody = platform("backfill", "csv", "--from", f"{PAST[0]}", env=env)
    assert (nobody.returncode, "past days of coingecko, coinpaprika" in nobody.stderr) == (2, True)


def test_a_snapshots_calls_until_the_months_end_are_left_to_it() -> None:
    settings = Settings(coingecko_top=600, coingecko_cron="0 0 * * *", coinpaprika_cron="0 0 1 1 *")
    now = datetime.now(UTC)
    following = datetime(now.year + now.month // 12, now.month % 12 + 1, 1, tzinfo=UTC).date()
    assert calls_to_come(COINGECKO, settings) == ((following - now.date()).days - 1) * 3
    assert calls_to_come(COINPAPRIKA, settings) == 0


def test_a_day_is_done_when_the_last_coin_has_it(url: URL, tracked: Settings) -> None:
    for coin, days in (("bitcoin", PAST[:30]), ("ethereum", PAST[30:])):  # what other loads have left
        wanted = partial(history.plan, url, tracked, GECKO, days, 0, [coin])
        history.load_history(url, tracked, GECKO, wanted, "earlier")
    plan = history.plan(url, tracked, GECKO, PAST)
    assert len({(window.first, window.last) for window in plan.windows}) > 2
    told: list[Window] = []
    done: list[tuple[date, int]] = []
    history.load_history(
        url, tracked, GECKO, lambda: plan, "run",
        done=lambda so_far: done.extend((day, len(told)) for day in so_far.days), told=told.append,
    )  # fmt: skip
    assert sorted(day for day, _ in done) == PAST
    for day, calls in done:
        assert not [w for w in plan.windows[calls:] if w.first <= day <= w.last], day
