"""Candles of the spans that are due."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import CANDLES
from crypto_pipeline.stages.unified import ALL_SOURCES, ALL_STREAMS
from crypto_pipeline.warehouse import candles
from crypto_pipeline.warehouse.writer import open_stage

Say = Callable[[str], object]


def load_candles(
    url: URL, run_id: str, again: Iterable[date] = (), say: Say = lambda _: None, patience: float = math.inf
) -> tuple[int, list[date]]:
    """Makes the candles that are due, and those of the days in `again` (UTC) whether they are or not. Returns how many
    hours and days are new, changed or gone, and the days that were looked at. After `patience` seconds what is left is
    left to the next.
    """
    began = time.monotonic()
    for day in again:
        with open_stage(url, ALL_SOURCES, ALL_STREAMS, CANDLES, run_id) as stage:
            begin = datetime(day.year, day.month, day.day, tzinfo=UTC)
            candles.enter_days(stage, begin, begin + timedelta(days=1))
    days: set[date] = set()
    changed, taken = 0, 1
    while taken and time.monotonic() - began < patience:
        with open_stage(url, ALL_SOURCES, ALL_STREAMS, CANDLES, run_id) as stage:
            taken = candles.take_due(stage)
            if taken:
                hours = candles.make_hours(stage)
                more, found = candles.make_days(stage)
                changed += hours + more
                days.update(moment.date() for moment in found)
                say(f"{hours:,} hours and {more:,} days of listings made, {len(days):,} days until now")
    return changed, sorted(days)
