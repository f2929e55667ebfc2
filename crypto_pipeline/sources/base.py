"""What a source is. A module beside this one describes each; `crypto_pipeline.sources` registers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import msgspec
import pandas as pd

from crypto_pipeline.records import CLOCK_SKEW, FIRST_MOMENT, WHOLE_DATE, RawBatch, Rejected
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.json_records import Columns

MAX_ID = 500


@dataclass(frozen=True)
class Request:
    """What a source is asked for: one partition, with what it needs to get it.

    `acquire` asks for leave before each call; `progress` takes a line for people; `file` says where a CSV
    partition was last seen; `state` is what the source remembered, with when that was.
    """

    settings: Settings
    partition: str
    acquire: Callable[[], None] = lambda: None
    progress: Callable[[str], None] = lambda _: None
    file: Path | None = None
    state: Mapping[str, tuple[str, datetime]] = field(default_factory=dict)


@dataclass(frozen=True)
class Fetched:
    """A batch of what a source delivered, and what it wants to remember once that is stored.

    `not_modified`: the upstream says nothing changed since last time.
    """

    batch: RawBatch
    rejected: Sequence[Rejected] = ()
    state: dict[str, str] = field(default_factory=dict)
    not_modified: bool = False


@dataclass(frozen=True)
class Limits:
    """Calls that an upstream allows; `per_month` 0 means unlimited."""

    per_minute: int
    per_month: int


@dataclass(frozen=True)
class Source:
    """One upstream: how to fetch a partition of it, and how its payloads become rows.

    Raw table, assets, job, schedule or sensor, checks and metrics follow from this description.
    `read` turns payloads into the contract's columns, values as they came. `partitions`: one a UTC
    day, one a file content, or one a feed. `stale_after` is when the freshness check warns.
    """

    name: str
    title: str
    description: str
    kind: Literal["quotes", "news"]
    partitions: Literal["daily", "files", "feeds"]
    fetch: Callable[[Request], Iterable[Fetched]]
    read: Callable[[Sequence[bytes]], Columns]
    stale_after: timedelta
    cron: Callable[[Settings], str] | None = None
    limits: Callable[[Settings], Limits] | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)


def batch_of(
    payloads: Sequence[bytes], ids: Sequence[Any], times: Sequence[Any], endpoints: Sequence[str],
    fetched_at: Sequence[datetime],
) -> RawBatch:  # fmt: skip
    """A batch from the ids and times as the payloads have them; what is no usable id or time becomes None."""
    return RawBatch(
        ids if _all_usable(ids) else [i if _usable_id(i) else None for i in ids],
        _moments(times),
        endpoints,
        fetched_at,
        payloads,
    )


def _moments(times: Sequence[Any]) -> list[datetime | None]:
    """The times that are ISO 8601 text, in UTC; None for all else, and for moments at which nothing can have been
    observed: they would lie where a later month's records belong, or hide what comes after them.
    """
    first, last = FIRST_MOMENT, datetime.now(UTC) + CLOCK_SKEW
    try:
        moments: list[datetime | None] = msgspec.convert(times, list[datetime | None])
        if all(moment is None or (moment.tzinfo is UTC and first <= moment <= last) for moment in moments):
            return moments
    except (msgspec.ValidationError, OverflowError):
        pass
    texts = [time.upper() if isinstance(time, str) and WHOLE_DATE.match(time) else None for time in times]
    observed = pd.to_datetime(pd.Series(texts, dtype="object"), utc=True, format="ISO8601", errors="coerce")
    observed = observed.where(observed.between(first, last))
    return [None if t is pd.NaT else t for t in observed.dt.to_pydatetime()]


def _all_usable(values: Sequence[Any]) -> bool:
    """The same for all at once; False when in doubt."""
    try:
        text = "".join(values)
    except TypeError:
        return False
    return text.isascii() and "\0" not in text and all(values) and max(map(len, values), default=0) <= MAX_ID


def _usable_id(value: Any) -> bool:
    """Whether it can stand in an index; what cannot is refused by the contract later, with its reason."""
    return isinstance(value, str) and 0 < len(value) <= MAX_ID and "\0" not in value and _encodable(value)


def _encodable(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)
