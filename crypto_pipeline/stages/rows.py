"""The middle stage: raw records after the checkpoint become the rows of a product, refusals go to quarantine."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.normalize.contracts import TO_COME
from crypto_pipeline.records import CLOCK_SKEW, Counts, RawRecord, Rejected
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.stages.isolate import isolate
from crypto_pipeline.stages.products import PRODUCTS, Product
from crypto_pipeline.warehouse import ledger, raw
from crypto_pipeline.warehouse.quarantine import quarantine, release, release_passed
from crypto_pipeline.warehouse.writer import Stage, open_stage

logger = logging.getLogger(__name__)

Warn = Callable[[str], object]


def load_rows(url: URL, stream: Stream, run_id: str, warn: Warn = logger.warning) -> Counts:
    """Turns the stream's raw records after the checkpoint into rows; `warn` is told of each that nobody foresaw.

    They are worked off batch by batch, each its own transaction, so that memory stays bounded.
    """
    total = Counts()
    more = True
    while more:
        # in a function of its own: what one batch took of memory is free for the next
        counts, more = _next_batch(url, stream, run_id, warn, retry=not total.received)
        total += counts
    return total


def _next_batch(url: URL, stream: Stream, run_id: str, warn: Warn, *, retry: bool) -> tuple[Counts, bool]:
    """Works off a batch, with what is to be tried again (`retry`); whether there may be more."""
    with open_stage(url, stream.source.name, stream.name, stream.product, run_id) as stage:
        due = raw.read_due(stage) if retry else []
        batch = Batch(stream, due)
        for piece in raw.read_raw(stage):
            batch.take(piece)
        fresh = batch.records[len(due) :]
        if not due and not fresh:
            return Counts(), False
        release(stage, [record.seq for record in due])
        stored, refused = store_records(url, stage, batch, warn)
        new = quarantine(stage, refused)
        if fresh:
            release_passed(stage, fresh[0].seq, fresh[-1].seq, [rejected.raw_seq for rejected in refused])
            stage.advance(fresh[-1].seq, None)
        received = len(due) + len(fresh)
        counts = Counts(received, stored, received - stored - new, new)
        ledger.enter(stage, counts, fresh[0].seq if fresh else 0, fresh[-1].seq if fresh else 0, len(due))
    return counts, len(fresh) == raw.BATCH


def store_records(url: URL, stage: Stage, batch: Batch, warn: Warn) -> tuple[int, list[Rejected]]:
    """Stores what is good of the batch; returns how many rows were new or changed, and what is refused."""
    refused: list[Rejected] = []
    work = partial(_work, url, stage, batch, refused)

    def refuse(record: RawRecord, reason: str) -> None:
        warn(f"{batch.stream.address}: the raw record {record.seq} is refused: {reason}")
        refused.append(Rejected(record.payload, (reason,), None, record.seq))

    return isolate(stage, batch.records, work, refuse), refused


class Batch:
    """Records and what their stream reads of them: at once, while PostgreSQL still sends the next; by parts later."""

    def __init__(self, stream: Stream, due: list[RawRecord]) -> None:
        self.stream = stream
        self.records: list[RawRecord] = []
        self._columns: Columns | None = defaultdict(list)
        for start in range(0, len(due), raw.PIECE):
            self.take(due[start : start + raw.PIECE])

    @property
    def product(self) -> Product:
        """What they become."""
        return PRODUCTS[self.stream.product]

    def take(self, records: list[RawRecord]) -> None:
        """Adds some records."""
        self.records += records
        if self._columns is None:
            return
        try:
            for column, values in self.stream.read(records).items():
                self._columns[column] += values
        except Exception:  # who is guilty is found out by parts
            self._columns = None

    def columns(self, records: Sequence[RawRecord]) -> Columns:
        """The columns of all the records, or of a part of them. Raises whatever reading them raises."""
        columns, self._columns = self._columns, None  # whoever asks has them: they are as large as the records
        return columns if columns is not None and records is self.records else self.stream.read(records)


def _work(
    url: URL, stage: Stage, batch: Batch, refused: list[Rejected], records: Sequence[RawRecord]
) -> int:  # fmt: skip
    """Stores what is good of these records and adds what is not to `refused`; returns how many were new or changed."""
    good, bad = _normalize(batch, records)
    newest = good[batch.product.time_column].max()
    stored = batch.product.store(url, stage, good)
    stage.advance(0, None if pd.isna(newest) else newest.to_pydatetime())
    refused += bad
    return stored


def _normalize(batch: Batch, records: Sequence[RawRecord]) -> tuple[pd.DataFrame, list[Rejected]]:
    """The good rows, with the number of their raw record and when that was fetched, and what is refused."""
    columns = batch.columns(records)
    good, reasons = batch.product.normalize(columns)
    kept = [records[i] for i in good.index] if reasons else records
    good["raw_seq"] = [record.seq for record in kept]
    good["known_at"] = pd.Series([record.fetched_at for record in kept], good.index, "datetime64[us, UTC]")
    return good, _refusals(records, columns, reasons, batch.product.time_column)


def _refusals(
    records: Sequence[RawRecord], columns: Columns, reasons: dict[int, list[str]], time_column: str
) -> list[Rejected]:
    ids = columns.get("source_id", [None] * len(records))
    found = []
    for i, why in reasons.items():
        waits = len(why) == 1 and why[0].endswith(TO_COME)
        at = _moment(columns[time_column][i]) if waits else None
        identity = ids[i] if isinstance(ids[i], str) else None
        found.append(Rejected(records[i].payload, tuple(why), identity, records[i].seq, at))
    return found


def _moment(value: Any) -> datetime | None:
    """When a time that is to come will be near enough to be believed."""
    moment = pd.to_datetime(value, utc=True, errors="coerce")
    return None if pd.isna(moment) else (moment - CLOCK_SKEW).to_pydatetime().astimezone(UTC)
