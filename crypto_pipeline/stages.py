"""The stages of a load, composed of a source, normalising and the warehouse. Knows no Dagster.

raw: what the upstream sent is appended. quotes or news: raw records after the checkpoint become rows. unified: one
record per coin. Each is one transaction, safe to repeat and to kill.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.normalize.identity import resolve_identities
from crypto_pipeline.normalize.news import latest_per_article, normalize_news
from crypto_pipeline.normalize.quotes import distinct_quotes, normalize_quotes
from crypto_pipeline.records import Counts, Rejected
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.base import Columns, Fetched, Request, Source
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.warehouse import news, quotes, raw, unified
from crypto_pipeline.warehouse.partitions import ensure_partitions, months_of
from crypto_pipeline.warehouse.quarantine import quarantine
from crypto_pipeline.warehouse.throttle import BudgetExhaustedError, Throttle
from crypto_pipeline.warehouse.writer import Stage, open_stage

RAW, QUOTES, NEWS, UNIFIED = "raw", "quotes", "news", "unified"
ALL_SOURCES = "all"


def load_raw(
    url: URL,
    settings: Settings,
    source: Source,
    partition: str,
    run_id: str,
    progress: Callable[[str], None] = lambda _: None,
    file: Path | None = None,
) -> Counts:
    """Fetches a partition and appends what is new. Raises `SourceError`; then nothing was stored."""
    with ExitStack() as stack:
        request = Request(
            settings,
            partition,
            acquire=_gate(url, settings, source, stack),
            progress=progress,
            file=file,
            validators=_validators(url, settings, source, partition),
        )
        fetched = source.fetch(request)
    return store_raw(url, settings, source, partition, run_id, fetched)


def store_raw(url: URL, settings: Settings, source: Source, partition: str, run_id: str, fetched: Fetched) -> Counts:
    """Appends what was fetched, its refusals and its checkpoint in one transaction."""
    ensure_partitions(url, f"raw_{source.name}", months_of(fetched.batch.observed_at))
    with open_stage(url, source.name, RAW, run_id) as stage:
        counts = raw.append_raw(stage, fetched.batch, partition)
        new = quarantine(stage, fetched.rejected)
        if fetched.validators:
            news.save_validators(stage, partition, settings.feeds[partition], *fetched.validators)
    return counts + Counts(len(fetched.rejected), 0, len(fetched.rejected) - new, new)


def load_quotes(url: URL, source: Source, run_id: str) -> Counts:
    """Turns the raw records after the checkpoint into quotes."""
    return _normalize(url, source, QUOTES, run_id, normalize_quotes, partial(_store_quotes, url), "observed_at")


def load_news(url: URL, source: Source, run_id: str) -> Counts:
    """Turns the raw records after the checkpoint into articles."""
    return _normalize(url, source, NEWS, run_id, normalize_news, _store_articles, "published_at")


def load_unified(url: URL, run_id: str) -> tuple[int, int]:
    """Brings `crypto_assets` up to date. Returns how many coins there are and how many changed."""
    with open_stage(url, ALL_SOURCES, UNIFIED, run_id) as stage:
        return unified.unify(stage)


def _normalize(
    url: URL,
    source: Source,
    name: str,
    run_id: str,
    normalize: Callable[[Columns], tuple[pd.DataFrame, dict[int, list[str]]]],
    store: Callable[[Stage, pd.DataFrame], int],
    time_column: str,
) -> Counts:
    """Works off the raw records batch by batch, each its own transaction, so that memory stays bounded."""
    total = Counts()
    while True:
        with open_stage(url, source.name, name, run_id) as stage:
            seqs: list[int] = []
            payloads: list[bytes] = []
            columns: dict[str, list[Any]] = defaultdict(list)
            for some_seqs, some_payloads in raw.read_raw(stage):
                seqs += some_seqs
                payloads += some_payloads
                for column, values in source.read(some_payloads).items():
                    columns[column] += values
            if not seqs:
                return total
            good, reasons = normalize(columns)
            good["raw_seq"] = [seqs[i] for i in good.index] if reasons else seqs
            refused = _quarantine(stage, seqs, payloads, columns, reasons)
            stored = store(stage, good)
            stage.advance(seqs[-1], None if good.empty else good[time_column].max().to_pydatetime())
        total += Counts(len(seqs), stored, len(seqs) - stored - refused, refused)
        if len(seqs) < raw.BATCH:
            return total


def _store_quotes(url: URL, stage: Stage, good: pd.DataFrame) -> int:
    distinct = distinct_quotes(good)
    ensure_partitions(url, "market_quotes", months_of(distinct["observed_at"]))
    return quotes.store_quotes(stage, distinct.assign(asset_id=_identify(stage, distinct)))


def _store_articles(stage: Stage, good: pd.DataFrame) -> int:
    return news.store_articles(stage, latest_per_article(good))


def _identify(stage: Stage, incoming: pd.DataFrame) -> pd.Series:
    """The coin (asset_id, Int64) of each quote; a source id that was never seen before is given one."""

    def coins() -> pd.Series:
        known = quotes.read_identities(stage)
        # a list: Series.map takes five times as long
        return pd.Series(map(known.get, incoming["source_id"].tolist()), index=incoming.index, dtype="Int64")

    quotes.lock_identity(stage)
    found = coins()
    unknown = incoming[found.isna() & incoming["latest"]]
    if unknown.empty:
        return found
    candidates = quotes.read_candidates(stage, sorted(set(unknown["symbol"])))
    quotes.add_identities(stage, resolve_identities(unknown, candidates, quotes.read_tickers(stage)))
    return coins()


def _quarantine(
    stage: Stage, seqs: list[int], payloads: list[bytes], columns: Columns, reasons: dict[int, list[str]]
) -> int:
    ids = columns.get("source_id", [None] * len(seqs))
    return quarantine(
        stage,
        [
            Rejected(payloads[i], tuple(why), ids[i] if isinstance(ids[i], str) else None, seqs[i])
            for i, why in reasons.items()
        ],
    )


def _gate(url: URL, settings: Settings, source: Source, stack: ExitStack) -> Callable[[], None]:
    """What a source calls before each request: rate limit and budget, for the sources that have them."""
    if source.limits is None:
        return lambda: None
    limits = source.limits(settings)
    throttle = stack.enter_context(Throttle(url, source.name, limits.per_minute, limits.per_month))

    def acquire() -> None:
        try:
            throttle.acquire()
        except BudgetExhaustedError as error:
            raise SourceError(source.name, Fault.BUDGET, str(error), "No call was made") from None

    return acquire


def _validators(url: URL, settings: Settings, source: Source, partition: str) -> tuple[str | None, str | None]:
    if source.partitions != "feeds" or partition not in settings.feeds:
        return None, None
    with open_stage(url, source.name, RAW, run_id="") as stage:
        return news.read_validators(stage, partition, settings.feeds[partition])
