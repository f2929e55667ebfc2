"""The nouns that sources, normalising and the warehouse share: batches of raw records, refusals, counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import compress
from typing import NamedTuple

# Nothing can have been observed before Bitcoin's first block
FIRST_MOMENT = datetime(2009, 1, 3, tzinfo=UTC)
# A text that begins with a whole day: pandas also reads "2026", which is none
WHOLE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
# By this much clocks may differ before a time counts as wrong. A local time without its offset is hours ahead, and
# would be the freshest quote.
CLOCK_SKEW = timedelta(minutes=10)


class SaidError(Exception):
    """An error whose text is a sentence for people: what happened, and what to do."""


class RawRecord(NamedTuple):
    """A record as raw has it: what `RawBatch` says of it, and where it stands. Times in UTC."""

    seq: int
    source_id: str | None
    endpoint: str
    partition: str
    observed_at: datetime | None
    fetched_at: datetime
    payload: bytes


@dataclass(frozen=True)
class RawBatch:
    """Records of one stream in parallel lists, each payload the JSON bytes that came.

    `observed_at` is the record's own time (UTC), None when it has none or one that cannot be; `endpoints` say what was
    asked and hold no secret.
    """

    source_ids: Sequence[str | None]
    observed_at: Sequence[datetime | None]
    endpoints: Sequence[str]
    fetched_at: Sequence[datetime]
    payloads: Sequence[bytes]

    def __len__(self) -> int:
        return len(self.payloads)

    def pick(self, keep: Sequence[bool]) -> RawBatch:
        """The records at the positions that are true."""
        return RawBatch(
            list(compress(self.source_ids, keep)),
            list(compress(self.observed_at, keep)),
            list(compress(self.endpoints, keep)),
            list(compress(self.fetched_at, keep)),
            list(compress(self.payloads, keep)),
        )


@dataclass(frozen=True)
class Rejected:
    """A refused record: its payload as it came, and every reason why it cannot be used.

    `origin` is a file and its line, or what was asked; None: as the raw record says. `retry_at` (UTC) is when a reason
    that time mends will be gone; None for all others.
    """

    payload: bytes
    reasons: tuple[str, ...]
    source_id: str | None = None
    raw_seq: int | None = None
    retry_at: datetime | None = None
    origin: str | None = None


@dataclass(frozen=True)
class Counts:
    """What became of the records that a stage had in hand: received = stored + unchanged + quarantined."""

    received: int = 0
    stored: int = 0
    unchanged: int = 0
    quarantined: int = 0

    def __post_init__(self) -> None:
        if self.received != self.stored + self.unchanged + self.quarantined:
            raise AssertionError(f"records went missing or were counted twice: {self}")

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.received + other.received,
            self.stored + other.stored,
            self.unchanged + other.unchanged,
            self.quarantined + other.quarantined,
        )
