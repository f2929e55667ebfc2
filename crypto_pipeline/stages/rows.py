"""The middle stage: raw records after the checkpoint become quotes or articles, refusals go to quarantine."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.normalize.contracts import TO_COME
from crypto_pipeline.normalize.identity import resolve_identities
from crypto_pipeline.normalize.news import latest_per_article, normalize_news
from crypto_pipeline.normalize.quotes import in_order, normalize_quotes
from crypto_pipeline.records import CLOCK_SKEW, Counts, Rejected
from crypto_pipeline.sources.base import Source
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.stages.isolate import isolate
from crypto_pipeline.warehouse import ledger, listings, news, quotes, raw
from crypto_pipeline.warehouse.partitions import ensure_partitions, months_of
from crypto_pipeline.warehouse.quarantine import quarantine, release, release_passed
from crypto_pipeline.warehouse.writer import Stage, open_stage

logger = logging.getLogger(__name__)

QUOTES, NEWS = "quotes", "news"
Warn = Callable[[str], object]

# Columns as they came to (typed rows by position, reasons by position of the refused ones)
Normalize = Callable[[Columns], tuple[pd.DataFrame, dict[int, list[str]]]]
Store = Callable[[Stage, pd.DataFrame], int]


class Record(NamedTuple):
    """A raw record: its sequence number, when it was fetched, and its payload."""

    seq: int
    fetched_at: datetime
    payload: bytes


def load_quotes(url: URL, source: Source, run_id: str, warn: Warn = logger.warning) -> Counts:
    """Turns the raw records after the checkpoint into quotes; `warn` is told of each that nobody foresaw."""
    store = partial(_store_quotes, url)
    return _load(url, source, QUOTES, run_id, normalize_quotes, store, "observed_at", warn)


def load_news(url: URL, source: Source, run_id: str, warn: Warn = logger.warning) -> Counts:
    """Turns the raw records after the checkpoint into articles; `warn` is told of each that nobody foresaw."""
    return _load(url, source, NEWS, run_id, normalize_news, _store_articles, "published_at", warn)


def load_rows(url: URL, source: Source, run_id: str, warn: Warn = logger.warning) -> Counts:
    """Either of them, as the source's kind asks for."""
    return (load_quotes if source.kind == "quotes" else load_news)(url, source, run_id, warn)


def stage_name(source: Source) -> str:
    """What the stage is called in checkpoints, quarantine and ledger."""
    return QUOTES if source.kind == "quotes" else NEWS


def _load(
    url: URL, source: Source, name: str, run_id: str, normalize: Normalize, store: Store, time_column: str, warn: Warn
) -> Counts:
    """Works off the raw records batch by batch, each its own transaction, so that memory stays bounded."""
    total = Counts()
    while True:
        with open_stage(url, source.name, name, run_id) as stage:
            due = [Record(*row) for row in raw.read_due(stage)] if not total.received else []
            batch = _Batch(source, due)
            for piece in raw.read_raw(stage):
                batch.take(piece)
            fresh = batch.records[len(due) :]
            if not due and not fresh:
                return total
            release(stage, [record.seq for record in due])
            refused: list[Rejected] = []
            work = partial(_work, stage, batch, normalize, store, time_column, refused)

            def refuse(record: Record, reason: str, refused: list[Rejected] = refused) -> None:
                warn(f"{source.name}: the raw record {record.seq} is refused: {reason}")
                refused.append(Rejected(record.payload, (reason,), None, record.seq))

            stored = isolate(stage, batch.records, work, refuse)
            new = quarantine(stage, refused)
            if fresh:
                release_passed(stage, fresh[0].seq, fresh[-1].seq, [rejected.raw_seq for rejected in refused])
                stage.advance(fresh[-1].seq, None)
            received = len(due) + len(fresh)
            counts = Counts(received, stored, received - stored - new, new)
            ledger.enter(stage, counts, fresh[0].seq if fresh else 0, fresh[-1].seq if fresh else 0, len(due))
        total += counts
        if len(fresh) < raw.BATCH:
            return total


class _Batch:
    """Records and what their source reads of them: at once, while PostgreSQL still sends the next; by parts later."""

    def __init__(self, source: Source, due: list[Record]) -> None:
        self.records: list[Record] = []
        self._source = source
        self._columns: Columns | None = defaultdict(list)
        for start in range(0, len(due), raw.PIECE):
            self._add(due[start : start + raw.PIECE])

    def take(self, piece: Iterable[tuple[int, datetime, bytes]]) -> None:
        """Adds some records."""
        self._add([Record(*row) for row in piece])

    def columns(self, records: Sequence[Record]) -> Columns:
        """The columns of all the records, or of a part of them. Raises whatever reading them raises."""
        if records is self.records and self._columns is not None:
            return self._columns
        return self._source.read([record.payload for record in records])

    def _add(self, records: list[Record]) -> None:
        self.records += records
        if self._columns is None:
            return
        try:
            for column, values in self._source.read([record.payload for record in records]).items():
                self._columns[column] += values
        except Exception:  # who is guilty is found out by parts
            self._columns = None


def _work(
    stage: Stage,
    batch: _Batch,
    normalize: Normalize,
    store: Store,
    time_column: str,
    refused: list[Rejected],
    records: Sequence[Record],
) -> int:
    """Stores what is good of these records and adds what is not to `refused`; returns how many were new or changed."""
    columns = batch.columns(records)
    good, reasons = normalize(columns)
    kept = [records[i] for i in good.index] if reasons else records
    good["raw_seq"] = [record.seq for record in kept]
    good["known_at"] = pd.Series([record.fetched_at for record in kept], good.index, "datetime64[us, UTC]")
    observed = stage.observed_at
    stored = store(stage, good)
    newest = good[time_column].max()
    stage.advance(0, None if pd.isna(newest) else newest.to_pydatetime())
    try:
        refused += _refusals(records, columns, reasons, time_column)
    except BaseException:
        stage.observed_at = observed
        raise
    return stored


def _refusals(
    records: Sequence[Record], columns: Columns, reasons: dict[int, list[str]], time_column: str
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


def _store_quotes(url: URL, stage: Stage, good: pd.DataFrame) -> int:
    ordered = in_order(good)
    ensure_partitions(url, "market_quotes", months_of(ordered["observed_at"]))
    return quotes.store_quotes(stage, ordered.assign(listing_id=_identify(stage, ordered)))


def _store_articles(stage: Stage, good: pd.DataFrame) -> int:
    return news.store_articles(stage, latest_per_article(good))


def _identify(stage: Stage, incoming: pd.DataFrame) -> pd.Series:
    """The listing (listing_id, Int64) of each quote; an id that was never seen before is given one, and a coin."""

    def known() -> pd.Series:
        found = listings.read_listings(stage)
        # a list: Series.map takes five times as long
        return pd.Series(map(found.get, incoming["source_id"].tolist()), index=incoming.index, dtype="Int64")

    listings.lock_identity(stage)
    found = known()
    if not found.isna().any():
        return found
    new = incoming[found.isna()]
    unknown = new[new["latest"]]
    candidates = listings.read_candidates(stage, sorted(set(unknown["symbol"])))
    resolved = resolve_identities(unknown, candidates, listings.read_tickers(stage))
    first = new.groupby("source_id")["known_at"].min()
    listings.add_listings(stage, resolved.assign(known_at=resolved["source_id"].map(first)))
    return known()
