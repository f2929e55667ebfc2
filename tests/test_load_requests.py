"""What `POST /etl/run` takes: a partition, past days, or what is obvious."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from api_server.contract.problems import Problem
from api_server.runs.parts import Part, part
from crypto_pipeline.catalog import PARTITION_TAG, PAST_TAG, RANGE_TAGS

TODAY = datetime.now(UTC).date()
YESTERDAY = TODAY - timedelta(days=1)
DAYS = [f"{TODAY - timedelta(days=n)}" for n in range(40, -1, -1)]
NOTHING: tuple[None, None] = (None, None)


def test_what_is_obvious_need_not_be_said() -> None:
    assert part("coingecko", DAYS, None, NOTHING, past=True) == Part(f"{TODAY}", past=False)
    assert part("rss", ["demo"], None, NOTHING, past=False) == Part("demo", past=False)
    assert part("coingecko", DAYS, None, (date.fromisoformat(DAYS[3]), None), past=True) == Part(
        f"{DAYS[3]}/{YESTERDAY}", past=True
    )
    assert part("coingecko", DAYS, None, (None, YESTERDAY), past=True).name == f"{DAYS[0]}/{YESTERDAY}"


def test_a_day_is_a_partition_and_several_are_a_range() -> None:
    assert part("coingecko", DAYS, DAYS[5], NOTHING, past=True).tags == {PARTITION_TAG: DAYS[5], PAST_TAG: DAYS[5]}
    several = part("coingecko", DAYS, None, (date.fromisoformat(DAYS[5]), YESTERDAY), past=True)
    assert several.tags == {
        RANGE_TAGS[0]: DAYS[5], RANGE_TAGS[1]: f"{YESTERDAY}", PAST_TAG: f"{DAYS[5]}/{YESTERDAY}",
    }  # fmt: skip
    assert part("rss", ["a", "b"], "b", NOTHING, past=False).tags == {PARTITION_TAG: "b"}


@pytest.mark.parametrize(
    ("source", "keys", "key", "days", "past", "says"),
    [
        ("rss", ["a", "b"], None, NOTHING, False, "Say which partition of rss: a, b."),
        ("rss", ["a", "b"], "c", NOTHING, False, "'c' is not a partition of rss. It has a, b."),
        ("own", DAYS, DAYS[0], NOTHING, False, "own can be loaded for today only"),
        ("coingecko", DAYS, "2001-01-01", NOTHING, True, f"It has 41 from {DAYS[0]} to {DAYS[-1]}"),
        ("coingecko", DAYS, None, (date(2001, 1, 1), None), True, f"{DAYS[0]} or later: coingecko's days begin there"),
        ("coingecko", DAYS, None, (None, TODAY + timedelta(days=1)), True, f"is not {TODAY} or earlier"),
        ("coingecko", DAYS, None, (TODAY, YESTERDAY), True, f"is not {YESTERDAY} or earlier, where it ends"),
        ("coingecko", DAYS, DAYS[0], (YESTERDAY, None), True, "is not left out: partition is given"),
        ("own", DAYS, None, (YESTERDAY, None), False, "is not left out: own has no past days"),
        ("rss", ["a"], None, (None, YESTERDAY), False, "to: "),
    ],
)
def test_what_cannot_be_loaded_is_said_with_what_can(
    source: str, keys: list[str], key: str | None, days: tuple[date | None, date | None], past: bool, says: str
) -> None:
    with pytest.raises(Problem) as problem:
        part(source, keys, key, days, past=past)
    assert says in str(problem.value.detail)
