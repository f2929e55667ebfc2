"""Loads of a database by hand: payloads, raw records, and every source once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts, RawBatch
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.batches import raw_records
from crypto_pipeline.sources.description import Fetched, Request
from crypto_pipeline.sources.inbox import Inbox
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.stages.products import PRODUCTS

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
COINGECKO, COINPAPRIKA, CSV, RSS = (SOURCES[name].streams[0] for name in ("coingecko", "coinpaprika", "csv", "rss"))
Query = Callable[..., list[tuple[Any, ...]]]


def market(**values: Any) -> bytes:
    row = {"id": "bitcoin", "symbol": "btc", "name": "Bitcoin", "current_price": 5.0, "market_cap_rank": 1}
    return json.dumps({**row, "last_updated": "2026-05-01T00:00:00Z", **values}).encode()


def fetched(*payloads: bytes, ids: list[str | None] | None = None, at: datetime | None = NOW) -> Fetched:
    n = len(payloads)
    batch = RawBatch(ids or [f"id-{i}" for i in range(n)], [at] * n, ["/x"] * n, [NOW] * n, payloads)
    return Fetched(TODAY, batch)


def fetch(source: str, settings: Settings, partition: str, **more: Any) -> list[Fetched]:
    """Everything that the source's first stream delivers of a partition."""
    return list(SOURCES[source].streams[0].fetch(Request(settings, [partition], **more)))


def read(source: str, fetched: Fetched) -> Columns:
    """What the source's first stream reads of it."""
    return SOURCES[source].streams[0].read(raw_records(fetched.batch, fetched.partition))


def store(url: URL, *payloads: bytes, **more: Any) -> Counts:
    return stages.store_raw(url, COINGECKO, "run", fetched(*payloads, **more))


def load_all(url: URL, settings: Settings) -> dict[str, Counts]:
    counts = {}
    for stream in (COINGECKO, COINPAPRIKA):
        counts[f"raw {stream.address}"] = stages.load_raw(url, settings, stream, TODAY, "run")
        counts[stream.address] = stages.load_rows(url, stream, "run")
    inbox = Inbox(settings.csv_inbox)
    for path in inbox.find_files():
        stages.load_raw(url, settings, CSV, inbox.partition_key(path), "run")
        counts["csv"] = stages.load_rows(url, CSV, "run")
    counts["raw rss"] = stages.load_raw(url, settings, RSS, "demo", "run")
    counts["rss"] = stages.load_rows(url, RSS, "run")
    stages.load_unified(url, "run")
    return counts


def normalized_by(patch: pytest.MonkeyPatch, product: str, normalize: Any) -> None:
    """Has rows of the product normalised by something else, as if a version of the platform did."""
    patch.setitem(PRODUCTS, product, replace(PRODUCTS[product], normalize=normalize))


def version(query: Query) -> int:
    ((value,),) = query("select version from data_version")
    return int(value)
