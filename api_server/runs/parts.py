"""Which part of a source a load is of: a partition, or days one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from api_server.contract.problems import BadParameter, Problem, shown
from crypto_pipeline.catalog import PARTITION_TAG, PAST_TAG, range_tags


@dataclass(frozen=True)
class Part:
    """A partition, named by its key; of several days the first and the last, as `2026-01-01/2026-03-31`. `past`: a
    source's history is asked, which may last, and not only for what is now.
    """

    name: str
    past: bool

    @property
    def tags(self) -> dict[str, str]:
        """By which Dagster knows it."""
        first, _, last = self.name.partition("/")
        if self.past and last:
            return range_tags(first, last)
        return {PARTITION_TAG: self.name} | ({PAST_TAG: self.name} if self.past else {})


def part(source: str, keys: list[str], key: str | None, days: tuple[date | None, date | None], *, past: bool) -> Part:
    """The part that is asked for, by the key of a partition or by days, from the first to the last: nothing is what is
    obvious. `keys` are the source's partitions in their order, `past` tells whether it has a history. Raises `Problem`.
    """
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    daily = today in keys
    if days != (None, None):
        if key is not None or not daily or not past:
            allowed = f"left out: {'partition is given' if key is not None else f'{source} has no past days'}"
            raise _wrong("from" if days[0] else "to", str(days[0] or days[1]), allowed)
        return _days(source, keys, today, *days)
    if key is None:
        if daily or len(keys) == 1:
            return Part(today if daily else keys[0], past=False)
        raise Problem("invalid-parameter", f"Say which partition of {source}: {_some(keys)}.")
    if daily and key != today and not past:  # a snapshot is of now
        raise _wrong("partition", key, f"{today}: {source} can be loaded for today only")
    if key not in keys:
        raise _wrong("partition", key, f"a partition of {source}. It has {_some(keys)}")
    return Part(key, past=daily and key != today)


def _days(source: str, keys: list[str], today: str, first: date | None, last: date | None) -> Part:
    end = f"{last or datetime.now(UTC).date() - timedelta(days=1)}"
    begin = f"{first}" if first else keys[0]
    if begin < keys[0]:
        raise _wrong("from", begin, f"{keys[0]} or later: {source}'s days begin there (HISTORY_START)")
    if end > today:
        raise _wrong("to", end, f"{today} or earlier")
    if begin > end:
        raise _wrong("from", begin, f"{end} or earlier, where it ends")
    return Part(f"{begin}/{end}", past=True)


def _wrong(parameter: str, value: str, allowed: str) -> Problem:
    bad = BadParameter(parameter, shown(value), allowed)
    return Problem("invalid-parameter", f"{parameter}: {bad.value!r} is not {allowed}.", [bad])


def _some(keys: list[str]) -> str:
    if not keys:
        return "none yet"
    return ", ".join(keys) if len(keys) <= 10 else f"{len(keys):,} from {keys[0]} to {keys[-1]}"
