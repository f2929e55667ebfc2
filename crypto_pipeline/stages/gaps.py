"""Gaps in the history of tracked coins: found, asked for, and marked where their provider has no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import GAPS
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream, Window
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.stages import history
from crypto_pipeline.stages.derived import load_derived
from crypto_pipeline.warehouse import gaps
from crypto_pipeline.warehouse.history import tracked_coins
from crypto_pipeline.warehouse.writer import open_stage

# After so many refusals, each of one coin, it is given up
MOST_REFUSALS = 20
Say = Callable[[str], object]


def find_gaps(url: URL, settings: Settings, past: Stream, expected: int, run_id: str) -> tuple[int, int]:
    """Brings the gaps of a source up to date; `past` is its stream of past days, `expected` in how many hours of a day
    it is loaded. Returns how many gaps may be filled, and how many cannot.
    """
    source, plan = past.source.name, past.plan(settings)
    coins, _ = tracked_coins(url, source, settings.history_top, settings.history_names)
    with open_stage(url, source, past.name, GAPS, run_id) as stage:
        gaps.find(stage, coins, history.last_day(), expected)
        gaps.answer(stage, history.oldest(plan.back), sorted(history.absent_coins(url, source)))
    return gaps.counted(url, source)


def fill_gaps(
    url: URL, settings: Settings, past: Stream, run_id: str, say: Say = lambda _: None, reserve: int = 0,
    alive: Callable[[], object] = lambda: None,
) -> Counts:  # fmt: skip
    """Asks for the gaps of a source, the most important coins first, as far as the budget goes. Returns what became of
    the points that came. Raises `SourceError`; what came until then is there.
    """
    plans: list[history.Plan] = []

    def wanted() -> history.Plan:
        days: dict[str, list[date]] = {}
        for gap in gaps.open_gaps(url, past.source.name):
            days.setdefault(gap.source_id, []).append(gap.day)
        plans.append(history.plan_of(url, settings, past, days, reserve))
        return plans[-1]

    asked: list[Window] = []
    points, source = Counts(), past.source.name

    def told(window: Window) -> None:
        asked.append(window)
        gaps.note_asked(url, source, window.source_id, window.first, window.last)

    try:
        for _ in range(MOST_REFUSALS):
            before = len(asked)
            plans.clear()
            try:
                _, _, more = history.load_history(
                    url, settings, past, wanted, run_id, say, reserve=reserve, waiting=alive, told=told
                )
            except SourceError as error:
                # what is wrong with one coin stands in no other one's way
                refused = plans[0].windows[len(asked) - before :][:1] if plans else []
                if error.transient or error.fault in (Fault.BUDGET, Fault.UNAUTHORIZED) or not refused:
                    raise
                say(str(error))
                gaps.note_asked(url, source, refused[0].source_id, refused[0].first, refused[0].last, str(error))
            else:
                return points + more
    finally:
        load_derived(url, run_id)
    return points
