"""A source with two streams in one raw table: prices, and the notices that the same provider publishes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from pydantic import Field

from crypto_pipeline.catalog import NEWS, QUOTES
from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import Cron
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched, Request, Source, Stream, each
from crypto_pipeline.sources.errors import ErrorGuide
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.sources.partitions import Named


class ExchangeSettings(ProviderSettings):
    """The exchange's variables."""

    exchange_cron: Cron = Field("*/10 * * * *", description="When to load the exchange", examples=["*/10 * * * *"])


def _fetched(partition: str, endpoint: str, *payloads: dict[str, object]) -> Fetched:
    now = datetime.now(UTC)
    texts = [json.dumps(payload).encode() for payload in payloads]
    n = len(texts)
    ids, times = [payload["id"] for payload in payloads], [payload["at"] for payload in payloads]
    return Fetched(partition, batch_of(texts, ids, times, [endpoint] * n, [now] * n))


def fetch_prices(_: Request, partition: str) -> Iterator[Fetched]:
    """One coin in each of two batches."""
    for number, (symbol, price) in enumerate((("BTC", 60_000.0), ("ETH", 3_000.0))):
        yield _fetched(partition, "/prices", {"id": symbol, "price": price, "at": f"2026-05-01T00:00:0{number}Z"})


def fetch_notices(_: Request, partition: str) -> Iterator[Fetched]:
    """One notice a desk."""
    yield _fetched(partition, "/notices", {"id": f"{partition}-1", "at": "2026-05-01T00:00:00Z", "text": "Maintenance"})


def read_prices(records: Sequence[RawRecord]) -> Columns:
    """As quotes."""
    rows = [json.loads(record.payload) for record in records]
    return {
        "source_id": [row["id"] for row in rows], "symbol": [row["id"] for row in rows],
        "name": [row["id"] for row in rows], "price_usd": [row["price"] for row in rows],
        "observed_at": [row["at"] for row in rows],
    }  # fmt: skip


def read_notices(records: Sequence[RawRecord]) -> Columns:
    """As articles."""
    rows = [json.loads(record.payload) for record in records]
    n = len(rows)
    return {
        "id": [f"exchange-{row['id']}" for row in rows], "feed": [record.partition for record in records],
        "guid": [row["id"] for row in rows], "url": [f"https://exchange.example/{row['id']}" for row in rows],
        "title": [row["text"] for row in rows], "summary": [""] * n, "author": [None] * n, "tags": [[]] * n,
        "published_at": [row["at"] for row in rows],
    }  # fmt: skip


SOURCE = Source(
    name="exchange",
    title="An exchange",
    settings=ExchangeSettings,
    errors=ErrorGuide("exchange"),
    streams=(
        Stream("prices", QUOTES, "Its prices.", each(fetch_prices), read_prices, timedelta(hours=1), cron="exchange_cron"),
        Stream("notices", NEWS, "Its notices.", each(fetch_notices), read_notices, timedelta(days=9),
               Named(lambda _: ["spot", "futures"]), cron="exchange_cron"),
    ),
)  # fmt: skip
