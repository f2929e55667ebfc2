"""What is missing is found, asked for once, and marked where its provider has no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.history import hours_a_day
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import SOURCES, coingecko
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Window
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.stages.gaps import fill_gaps, find_gaps
from crypto_pipeline.warehouse import gaps
from tests.api_fixtures import Query, api
from tests.past import DAY, NOW, _live, simulator, tracked

__all__ = ["_live", "simulator", "tracked"]  # fixtures
SNAPSHOT, PAST = SOURCES["coingecko"].streams
SEEN = NOW - DAY * 10


@pytest.fixture
def outage(url: URL, tracked: Settings, query: Query) -> Settings:
    """Five coins that are loaded since ten days and have quotes of each hour, but for three days."""
    query("update listings set first_seen = %s where source = 'coingecko' returning 1", SEEN)
    query(
        """
        insert into candles_1d select day, 1, 1, 1, 1, 1, 1, listing_id, 24, 24
        from listings, generate_series(%s::timestamptz, current_date - 1, interval '1 day') as day
        where source = 'coingecko' and day::date <> all(%s) returning 1
        """,
        SEEN, [NOW - DAY * 5, NOW - DAY * 4, NOW - DAY * 3],
    )  # fmt: skip
    query("update candles_1d set hours = 20 where opened_at = %s returning 1", NOW - DAY * 7)
    query("update candles_1d set hours = 23 where opened_at = %s returning 1", NOW - DAY * 8)
    return tracked


def find(url: URL, settings: Settings) -> tuple[int, int]:
    return find_gaps(url, settings, PAST, 24, "run")


def days_of(url: URL, coin: str = "bitcoin") -> list[date]:
    return [gap.day for gap in gaps.open_gaps(url, "coingecko") if gap.source_id == coin]


def test_days_that_lack_hours_are_gaps_of_the_tracked_coins(url: URL, outage: Settings, query: Query) -> None:
    assert find(url, outage) == (5 * 4, 0)
    assert days_of(url) == [NOW - DAY * n for n in (3, 4, 5, 7)]  # an hour of a day may be missing
    assert query("select distinct hours, expected from gaps order by 1") == [(0, 24), (20, 24)]
    found = [gap.source_id for gap in gaps.open_gaps(url, "coingecko")]
    assert found[:4] == ["bitcoin"] * 4  # the most important coin first


def test_a_coin_that_its_provider_no_longer_lists_has_no_gaps_since(url: URL, outage: Settings, query: Query) -> None:
    query("update listings set last_seen = %s where source_id = 'bitcoin' returning 1", NOW - DAY * 5)
    query("update listings set first_seen = %s where source_id = 'ethereum' returning 1", NOW - DAY * 4)
    find(url, outage)
    assert days_of(url) == [NOW - DAY * 7]
    assert days_of(url, "ethereum") == [NOW - DAY * 3]


def test_what_a_provider_has_fills_the_gaps_with_a_call_a_coin(url: URL, outage: Settings, query: Query) -> None:
    find(url, outage)
    points = fill_gaps(url, outage, PAST, "run")
    assert query("select count(*) from raw_coingecko where stream = 'history'") == [(5,)]  # days between cost nothing
    assert points.received == 5 * 5 * 24
    assert find(url, outage) == (0, 0)
    assert fill_gaps(url, outage, PAST, "run").received == 0


def test_a_gap_that_its_provider_cannot_fill_is_marked_with_why_and_not_asked_for_again(
    url: URL, outage: Settings, query: Query
) -> None:
    find(url, outage)
    fill_gaps(url, outage, PAST, "run")
    query("update candles_1d set hours = 5 where opened_at = %s returning 1", NOW - DAY * 4)
    assert find(url, outage) == (0, 5)
    assert query("select distinct answer from gaps") == [("its provider has no more of the day",)]
    query("insert into source_state values ('coingecko', 'absent/bitcoin', 'not found', now()) returning 1")
    assert find(url, outage) == (0, 5)
    assert query("select answer, count(*) from gaps group by 1 order by 1") == [
        ("its provider does not know the coin", 1), ("its provider has no more of the day", 4),
    ]  # fmt: skip


def test_a_coin_that_is_refused_stands_in_no_other_ones_way(
    url: URL, outage: Settings, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(url, outage)
    asked = coingecko.history._call

    def call(window: Window) -> Any:
        if window.source_id == "bitcoin":
            raise SourceError("coingecko", Fault.PLAN, "not this coin", "Use a higher plan")
        return asked(window)

    monkeypatch.setattr(coingecko.history, "_call", call)
    fill_gaps(url, outage, PAST, "run")
    assert find(url, outage) == (0, 4)
    ((answer,),) = query("select distinct answer from gaps")
    assert answer == "coingecko: not in the plan: not this coin. Use a higher plan"
    assert query("select count(*) from raw_coingecko where stream = 'history'") == [(4,)]


def test_days_whose_candles_are_still_to_be_made_are_no_gaps_yet(url: URL, outage: Settings, query: Query) -> None:
    query(
        "insert into candles_due select listing_id, %s, %s, now() from listings where source_id = 'bitcoin' returning 1",
        NOW - DAY * 20, NOW,
    )  # fmt: skip
    find(url, outage)
    assert days_of(url) == []
    assert len(days_of(url, "ethereum")) == 4


def test_days_before_the_plans_window_cannot_be_filled(
    url: URL, outage: Settings, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crypto_pipeline.sources.coingecko.history.FREE_DAYS", 6)
    assert find(url, outage) == (5 * 3, 5)
    ((answer,),) = query("select distinct answer from gaps where answer is not null")
    assert answer == f"the plan tells of no day before {NOW - DAY * 5}"


def test_of_a_small_budget_the_most_important_coins_have_most(url: URL, outage: Settings, query: Query) -> None:
    find(url, outage)
    ((made,),) = query("select calls from upstream_calls where upstream = 'coingecko'")
    fill_gaps(url, outage.model_copy(update={"coingecko_monthly_budget": made + 12}), PAST, "run", reserve=10)
    assert query("select source_id from raw_coingecko where stream = 'history' order by 1") == [
        ("bitcoin",), ("ethereum",),
    ]  # fmt: skip
    assert find(url, outage) == (3 * 4, 0)


def test_how_often_a_source_is_asked_says_what_is_expected() -> None:
    for cron, hours in (("*/30 * * * *", 24), ("0 */6 * * *", 4), ("15 3 * * *", 1), ("0 0 1 * *", None)):
        found = hours_a_day(SNAPSHOT, Settings(coingecko_cron=cron))
        assert found == hours if hours is not None else found in (0, 1)


def test_dagster_finds_gaps_asks_for_them_once_an_hour_and_says_what_is_left(
    url: URL, outage: Settings, instance: dg.DagsterInstance
) -> None:
    platform = Platform(outage)
    platform.url = url
    definitions = build(outage, platform=platform)
    found = definitions.resolve_job_def("find_gaps").execute_in_process(instance=instance)
    (check,) = found.get_asset_check_evaluations()
    assert (check.passed, "coingecko: 20 may be filled, 0 cannot" in str(check.description)) == (False, True)
    sensor = definitions.resolve_sensor_def("gaps_sensor")
    request, again = (
        sensor(dg.build_sensor_context(instance=instance, resources={"platform": platform})) for _ in range(2)
    )
    assert isinstance(request, dg.RunRequest)
    assert request.run_key == again.run_key
    with api(url) as client:
        (quality,) = client.get("/quality").json()["data"]["gaps"]
        assert 'gaps{source="coingecko",state="open"} 20.0' in client.get("/metrics").text
    assert (quality["source"], quality["open"], quality["unfillable"], quality["coins"]) == ("coingecko", 20, 0, 5)
    assert (quality["first"], quality["last"]) == (f"{NOW - DAY * 7}", f"{NOW - DAY * 3}")
    filled = definitions.resolve_job_def("fill_gaps").execute_in_process(instance=instance)
    assert filled.success
    assert gaps.counted(url, "coingecko") == (0, 0)
    skipped = sensor(dg.build_sensor_context(instance=instance, resources={"platform": platform}))
    assert isinstance(skipped, dg.SkipReason)
