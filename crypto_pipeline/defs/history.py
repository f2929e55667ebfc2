"""Past days in Dagster: what a load of them must leave to the schedules, and the record that they are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

import dagster as dg
from dagster._utils.schedules import cron_string_iterator

from crypto_pipeline.defs.keys import raw_key, rows_key
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream


def calls_to_come(stream: Stream, settings: Settings) -> int:
    """How many calls the scheduled loads of a stream need until the month (UTC) is over."""
    now = datetime.now(UTC)
    following = datetime(now.year + now.month // 12, now.month % 12 + 1, 1, tzinfo=UTC)
    ticks = sum(tick > now for tick in _ticks(stream, settings, now, following))
    return ticks * (stream.calls(settings) if stream.calls else 1)


def hours_a_day(stream: Stream, settings: Settings) -> int:
    """In how many hours of a day (UTC) the schedule of a stream loads it."""
    begin = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return len({tick.hour for tick in _ticks(stream, settings, begin, begin + timedelta(days=1))})


def _ticks(stream: Stream, settings: Settings, first: datetime, end: datetime) -> Iterator[datetime]:
    """When the schedule of a stream loads it, from `first` to before `end`."""
    if stream.cron is None:
        return iter(())
    ticks = cron_string_iterator(first.timestamp(), getattr(settings, stream.cron), "UTC")
    return takewhile(lambda tick: tick < end, ticks)


def record_days(instance: dg.DagsterInstance, stream: Stream, days: Iterable[date]) -> None:
    """Both assets of the stream have these days now, as Dagster's UI shows them."""
    for day in days:
        for key in (raw_key(stream), rows_key(stream)):
            instance.report_runless_asset_event(dg.AssetMaterialization(key, partition=f"{day}"))
