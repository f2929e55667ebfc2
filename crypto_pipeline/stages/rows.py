"""The middle stage: raw records after the checkpoint become the rows of a product, refusals go to quarantine."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
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
        limit = batch.product.batch
        for piece in raw.read_raw(stage, limit):
            batch.take(piece)
        fresh = batch.records[len(due) :]
        if not due and not fresh:
            return Counts(), False
        release(stage, [record.seq for record in due])
        received, stored, refused = store_records(url, stage, batch, warn)
        new = quarantine(stage, refused)
        if fresh:
            release_passed(stage, fresh[0].seq, fresh[-1].seq, [rejected.raw_seq for rejected in refused])
            stage.advance(fresh[-1].seq, None)
        counts = Counts(received, stored, received - stored - new, new)
        bounds = (fresh[0].seq, fresh[-1].seq) if fresh else (0, 0)
        ledger.enter(stage, counts, *bounds, len(batch.records), len(due))
    return counts, len(fresh) == limit


def store_records(url: URL, stage: Stage, batch: Batch, warn: Warn) -> tuple[int, int, list[Rejected]]:
    """Stores what is good of the batch; returns how many rows its records are, how many of those were new or changed,
    and what is refused.
    """
    refused: list[Rejected] = []
    rows: list[int] = []

    def work(records: Sequence[RawRecord]) -> int:
        stored, bad, count = _work(url, stage, batch, records)
        refused.extend(bad)
        rows.append(count)
        return stored

    def refuse(record: RawRecord, reason: str) -> None:
        warn(f"{batch.stream.address}: the raw record {record.seq} is refused: {reason}")
        refused.append(Rejected(record.payload, (reason,), None, record.seq))
        rows.append(1)

    stored = isolate(stage, batch.records, work, refuse)
    return sum(rows), stored, refused


class Batch:
    """Records and what their stream reads of them: at once, while PostgreSQL still sends the next; by parts later."""

    def __init__(self, stream: Stream, due: list[RawRecord]) -> None:
        self.stream = stream
        self.records: list[RawRecord] = []
        self._pieces: list[Columns] | None = []
        for start in range(0, len(due), raw.PIECE):
            self.take(due[start : start + raw.PIECE])

    @property
    def product(self) -> Product:
        """What they become."""
        return PRODUCTS[self.stream.product]

    def take(self, records: list[RawRecord]) -> None:
        """Adds some records."""
        before = len(self.records)
        self.records += records
        if self._pieces is None:
            return
        try:
            columns: dict[str, Any] = self.stream.read(records)
            if "record" in columns:
                columns["record"] = np.asarray(columns["record"]) + before
            self._pieces.append(columns)
        except Exception:  # who is guilty is found out by parts
            self._pieces = None

    def columns(self, records: Sequence[RawRecord]) -> Columns:
        """The columns of all the records, or of a part of them. Raises whatever reading them raises."""
        pieces, self._pieces = self._pieces, None  # whoever asks has them: they are as large as the records
        return _joined(pieces) if pieces and records is self.records else self.stream.read(records)


def _joined(pieces: list[Columns]) -> Columns:
    if len(pieces) == 1:
        return pieces[0]
    together: dict[str, Any] = {}
    for name, first in pieces[0].items():
        if isinstance(first, list):
            together[name] = [value for piece in pieces for value in piece[name]]
        else:
            together[name] = np.concatenate([piece[name] for piece in pieces])
    return together


def _work(
    url: URL, stage: Stage, batch: Batch, records: Sequence[RawRecord]
) -> tuple[int, list[Rejected], int]:  # fmt: skip
    """Stores what is good of these records; returns how many rows were new or changed, what is refused, and how many
    rows the records are.
    """
    good, bad, count = _normalize(batch, records)
    newest = good[batch.product.time_column].max()
    stored = batch.product.store(url, stage, good) if len(good) else 0
    stage.advance(0, None if pd.isna(newest) else newest.to_pydatetime())
    return stored, bad, count


def _normalize(batch: Batch, records: Sequence[RawRecord]) -> tuple[pd.DataFrame, list[Rejected], int]:
    """The good rows, with the number of their raw record and when that was fetched, what is refused, and how many there
    were.
    """
    columns = batch.columns(records)
    good, reasons = batch.product.normalize(columns)
    owner = owners(columns, records)
    at = owner[good.index.to_numpy()]
    good["raw_seq"] = np.array([record.seq for record in records], dtype="int64")[at]
    fetched = pd.Series([record.fetched_at for record in records], dtype="datetime64[us, UTC]")
    good["known_at"] = fetched.iloc[at].set_axis(good.index)
    return good, _refusals(records, columns, reasons, batch.product.time_column), len(owner)


def owners(columns: Columns, records: Sequence[RawRecord]) -> np.ndarray:
    """For each row the position of the record that it was read of: one each, where the columns do not say."""
    found = columns.get("record")
    return np.arange(len(records)) if found is None else np.asarray(found, dtype="int64")


def _refusals(
    records: Sequence[RawRecord], columns: Columns, reasons: dict[int, list[str]], time_column: str
) -> list[Rejected]:
    if not reasons:
        return []
    ids, owner = columns.get("source_id", [None] * len(records)), owners(columns, records)
    found = []
    for i, why in reasons.items():
        record = records[owner[i]]
        # of a record of many rows, the row
        payload = record.payload if "record" not in columns else _row(columns, i)
        waits = len(why) == 1 and why[0].endswith(TO_COME)
        at = _moment(columns[time_column][i]) if waits else None
        identity = ids[i] if isinstance(ids[i], str) else None
        found.append(Rejected(payload, tuple(why), identity, record.seq, at))
    return found


def _row(columns: Columns, i: int) -> bytes:
    """One row as JSON."""
    values = {name: column[i] for name, column in columns.items() if name != "record"}
    return json.dumps({name: None if value != value else value for name, value in values.items()}, default=str).encode()


def _moment(value: Any) -> datetime | None:
    """When a time that is to come will be near enough to be believed."""
    moment = pd.to_datetime(value, utc=True, errors="coerce")
    return None if pd.isna(moment) else (moment - CLOCK_SKEW).to_pydatetime().astimezone(UTC)
