"""Loads of a database by hand: payloads, raw records, and every source once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts, RawBatch
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import SOURCES, csv_inbox
from crypto_pipeline.sources.base import Fetched

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
COINGECKO, COINPAPRIKA, CSV, RSS = (SOURCES[name] for name in ("coingecko", "coinpaprika", "csv", "rss"))
Query = Callable[..., list[tuple[Any, ...]]]


def market(**values: Any) -> bytes:
    row = {"id": "bitcoin", "symbol": "btc", "name": "Bitcoin", "current_price": 5.0, "market_cap_rank": 1}
    return json.dumps({**row, "last_updated": "2026-05-01T00:00:00Z", **values}).encode()


def fetched(*payloads: bytes, ids: list[str | None] | None = None, at: datetime | None = NOW) -> Fetched:
    n = len(payloads)
    return Fetched(RawBatch(ids or [f"id-{i}" for i in range(n)], [at] * n, ["/x"] * n, [NOW] * n, payloads))


def store(url: URL, *payloads: bytes, **more: Any) -> Counts:
    return stages.store_raw(url, COINGECKO, TODAY, "run", fetched(*payloads, **more))


def load_all(url: URL, settings: Settings) -> dict[str, Counts]:
    counts = {}
    for source in (COINGECKO, COINPAPRIKA):
        counts[f"raw {source.name}"] = stages.load_raw(url, settings, source, TODAY, "run")
        counts[source.name] = stages.load_quotes(url, source, "run")
    for path in csv_inbox.find_files(settings.csv_inbox):
        stages.load_raw(url, settings, CSV, csv_inbox.partition_key(path), "run")
        counts["csv"] = stages.load_quotes(url, CSV, "run")
    counts["raw rss"] = stages.load_raw(url, settings, RSS, "demo", "run")
    counts["rss"] = stages.load_news(url, RSS, "run")
    stages.load_unified(url, "run")
    return counts


def version(query: Query) -> int:
    ((value,),) = query("select version from data_version")
    return int(value)
