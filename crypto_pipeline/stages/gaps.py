"""Gaps in the history of tracked coins: found, asked for, and marked where their provider has no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import GAPS
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages import history
from crypto_pipeline.stages.candles import load_candles
from crypto_pipeline.stages.unified import load_unified
from crypto_pipeline.warehouse import gaps
from crypto_pipeline.warehouse.history import tracked_coins
from crypto_pipeline.warehouse.writer import open_stage

Say = Callable[[str], object]


def find_gaps(url: URL, settings: Settings, past: Stream, expected: int, run_id: str) -> tuple[int, int]:
    """Brings the gaps of a source up to date; `past` is its stream of past days, `expected` in how many hours of a day
    it is loaded. Returns how many gaps may be filled, and how many cannot.
    """
    if past.past is None:
        raise ValueError(f"{past.address} is no stream of past days")
    source, plan = past.source.name, past.past(settings)
    coins, _ = tracked_coins(url, source, settings.history_top, settings.history_names)
    with open_stage(url, source, past.name, GAPS, run_id) as stage:
        gaps.find(stage, coins, history.last_day(), expected)
        gaps.answer(stage, past.name, history.oldest(plan.back), sorted(history.absent_coins(url, source)))
    return gaps.counted(url, source)


def fill_gaps(
    url: URL, settings: Settings, past: Stream, run_id: str, say: Say = lambda _: None, reserve: int = 0,
    alive: Callable[[], object] = lambda: None,
) -> Counts:  # fmt: skip
    """Asks for the gaps of a source, the most important coins first, as far as the budget goes. Returns what became of
    the points that came. Raises `SourceError`; what came until then is there.
    """

    def wanted() -> history.Plan:
        days: dict[str, list[date]] = {}
        for gap in gaps.open_gaps(url, past.source.name):
            days.setdefault(gap.source_id, []).append(gap.day)
        return history.plan_of(url, settings, past, days, reserve)

    try:
        _, _, points = history.load_history(url, settings, past, wanted, run_id, say, reserve=reserve, waiting=alive)
    finally:
        load_unified(url, run_id)
        load_candles(url, run_id)
    return points
