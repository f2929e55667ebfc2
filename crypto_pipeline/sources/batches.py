"""Batches for raw from the ids and times that payloads bear."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from crypto_pipeline.records import CLOCK_SKEW, FIRST_MOMENT, WHOLE_DATE, RawBatch, RawRecord

MAX_ID = 500


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
    import pandas as pd  # only where it is needed: whoever reads the settings loads this, too

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


def raw_records(batch: RawBatch, partition: str) -> list[RawRecord]:
    """A batch's records as raw would have them, numbered from 1."""
    columns = (batch.source_ids, batch.endpoints, [partition] * len(batch), batch.observed_at, batch.fetched_at)
    return [RawRecord(seq, *rest) for seq, rest in enumerate(zip(*columns, batch.payloads, strict=True), 1)]
