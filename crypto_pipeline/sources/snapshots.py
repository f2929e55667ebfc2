"""What the APIs' snapshots have in common: today only, whole or not at all, records with an id and a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import compress
from typing import Any

import msgspec

from crypto_pipeline.records import RawBatch
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched, Request
from crypto_pipeline.sources.errors import LATER, Fault, SourceError
from crypto_pipeline.sources.json_records import decode_columns, part_oversized

# A snapshot that waited in a queue over midnight still belongs to the day it was asked for.
MIDNIGHT_GRACE = timedelta(hours=1)
# A market does not lose a fifth of its coins from one load to the next; after a day, it may have
LEAST_OF_LAST = 0.8
REMEMBERED = timedelta(hours=24)
RECORDS = "records"
AGAIN_SECONDS = 2.0


class _Key(msgspec.Struct, gc=False):
    id: Any = None
    last_updated: Any = None


def is_today(partition: str) -> bool:
    """Whether a snapshot of now belongs to this day."""
    now = datetime.now(UTC)
    return partition in {f"{now:%Y-%m-%d}", f"{now - MIDNIGHT_GRACE:%Y-%m-%d}"}


def require_today(source: str, partition: str) -> None:
    """A snapshot answers for now only. Raises the final `SourceError` for any other day."""
    if not is_today(partition):
        raise SourceError(
            source, Fault.NO_HISTORY, f"{partition} is not today, and this source gives a snapshot of now",
            f"Materialise today's partition ({datetime.now(UTC):%Y-%m-%d})",
        )  # fmt: skip


def whole(source: str, request: Request, most: int | None, collect: Callable[[], Fetched]) -> Fetched:
    """The snapshot that `collect` brings, once more when it is not whole. `most` is how many records were asked for.

    Raises `SourceError` when it is empty, or much less than the last good load of the last day.
    """
    try:
        return _checked(source, request, most, collect())
    except SourceError as error:
        if error.fault is not Fault.INCOMPLETE or request.settings.http_attempts == 1:
            raise
        request.progress(f"{error}: asking once more")
        time.sleep(min(AGAIN_SECONDS, request.settings.http_max_wait))
    return _checked(source, request, most, collect())


def snapshot(
    partition: str, payloads: Sequence[bytes], endpoints: Sequence[str], fetched_at: Sequence[datetime]
) -> Fetched:
    """Records that carry `id` and `last_updated`, as both APIs' do; those that are too large are refused."""
    kept, refused = part_oversized(payloads)
    if refused:
        payloads, endpoints = list(compress(payloads, kept)), list(compress(endpoints, kept))
        fetched_at = list(compress(fetched_at, kept))
    keys = decode_columns(payloads, _Key, {"ids": "id", "times": "last_updated"})
    batch = batch_of(payloads, **keys, endpoints=endpoints, fetched_at=fetched_at)
    return Fetched(partition, batch, refused, state={RECORDS: str(_coins(batch))})


def _coins(batch: RawBatch) -> int:
    """How many coins a snapshot is about: rows that come twice, or that have no id, make it no more whole."""
    return len({identity for identity in batch.source_ids if identity is not None})


def _checked(source: str, request: Request, most: int | None, fetched: Fetched) -> Fetched:
    count = _coins(fetched.batch)
    last, at = request.state.get(RECORDS, ("0", datetime.min.replace(tzinfo=UTC)))
    # a demo's market has as many coins as it is told, each time
    fresh = last.isdigit() and datetime.now(UTC) - at < REMEMBERED and not request.settings.is_demo
    expected = min(int(last) if fresh else 0, most or int(last or 0))
    if count == 0 or count < expected * LEAST_OF_LAST:
        known = f"the last good load had {expected:,}" if expected else "at least one was expected"
        raise SourceError(source, Fault.INCOMPLETE, f"{count:,} coins came, {known}", LATER)
    return fetched
