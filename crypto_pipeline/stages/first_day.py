"""The first day of a source's past that is offered: fixed when the platform is first prepared, so that days that were
loaded never vanish from Dagster while the plan's window moves on.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import FIRST_DAY
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages.history import oldest
from crypto_pipeline.warehouse.source_state import earliest


def first_day(settings: Settings, stream: Stream) -> date:
    """What it is where nothing is fixed yet: HISTORY_START, or the first day that the plan of the stream of past days
    tells of (UTC).
    """
    return settings.history_start or oldest(stream.plan(settings).back)


def fix_first_day(url: URL, settings: Settings, stream: Stream) -> date:
    """Fixes and returns it. Afterwards only an earlier HISTORY_START changes it."""
    lower = settings.history_start is not None
    return earliest(url, stream.source.name, FIRST_DAY, first_day(settings, stream), lower=lower)


def offer_from(url: URL, settings: Settings, stream: Stream, day: date) -> None:
    """Sees to it that this day is offered, which was loaded."""
    if day < fix_first_day(url, settings, stream):
        earliest(url, stream.source.name, FIRST_DAY, day, lower=True)
