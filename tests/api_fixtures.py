"""What the API's tests share: settings for a test's database, coins in it, and a client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from litestar.testing import TestClient
from sqlalchemy.engine import URL

from api_server.app import create_app
from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.warehouse.connect import connect

Query = Callable[..., list[tuple[Any, ...]]]
MORNING = "2026-05-01T08:00:00Z"


def settings_for(url: URL, **more: Any) -> Settings:
    """Settings of an API over this database."""
    return Settings(database_url=url.render_as_string(hide_password=False), log_level="ERROR", **more)


@contextmanager
def api(url: URL, **more: Any) -> Iterator[TestClient[Any]]:
    """A client of an API over this database."""
    with TestClient(create_app(settings_for(url, **more))) as client:
        yield client


def in_loop(client: TestClient[Any], function: Callable[..., Any], *arguments: Any) -> Any:
    """Calls a coroutine function in the application's own event loop."""
    with client.portal() as portal:
        return portal.call(function, *arguments)


def gecko(identity: str, symbol: str, name: str, rank: int | None, price: float, at: str = MORNING, **more: Any) -> Any:
    """A row as CoinGecko sends it."""
    return {
        "id": identity, "symbol": symbol, "name": name, "market_cap_rank": rank, "current_price": price,
        "market_cap": None if rank is None else 1e12 / rank, "total_volume": 1e6, "last_updated": at, **more,
    }  # fmt: skip


def paprika(identity: str, symbol: str, name: str, rank: int, price: float, at: str = MORNING) -> Any:
    """A row as CoinPaprika sends it."""
    return {
        "id": identity, "symbol": symbol, "name": name, "rank": rank, "last_updated": at,
        "quotes": {"USD": {"price": price, "market_cap": 1e12 / rank, "volume_24h": 2e6}},
    }  # fmt: skip


def store(url: URL, source: str, *rows: Any, run: str = "run") -> None:
    """Takes rows the whole way into the database."""
    payloads = [json.dumps(row).encode() for row in rows]
    now = datetime.now(UTC)
    batch = batch_of(
        payloads, [row["id"] for row in rows], [row["last_updated"] for row in rows], ["/test"] * len(rows),
        [now] * len(rows),
    )  # fmt: skip
    stages.store_raw(url, SOURCES[source].streams[0], run, Fetched(f"{now:%Y-%m-%d}", batch))
    stages.load_rows(url, SOURCES[source].streams[0], run)
    stages.load_unified(url, run)


def store_payload(url: URL, source: str, source_id: str, payload: str) -> None:
    """Puts one payload into raw, byte by byte."""
    now = datetime.now(UTC)
    batch = batch_of([payload.encode()], [source_id], [MORNING], ["/test"], [now])
    stages.store_raw(url, SOURCES[source].streams[0], "run", Fetched(f"{now:%Y-%m-%d}", batch))


def store_article(
    url: URL, number: int, title: str, *, tags: tuple[str, ...] = (), feed: str = "desk", day: int = 1
) -> None:
    """Puts an article into the database."""
    with connect(url) as connection:
        connection.execute(
            "insert into news_articles (id, source, feed, guid, url, title, summary, tags, published_at, raw_seq)"
            " values (%s, 'rss', %s, %s, %s, %s, %s, %s, %s, %s)",
            (f"a{number}", feed, f"https://x.test/{number}", f"https://x.test/{number}", title, f"About {title}",
             list(tags), f"2026-05-{day:02}T12:00:00Z", 1_000_000 + number),
        )  # fmt: skip
        connection.execute("update data_version set version = version + 1")


def every_page(client: TestClient[Any], path: str) -> list[dict[str, Any]]:
    """All rows of a list, page by page."""
    found: list[dict[str, Any]] = []
    cursor = ""
    joint = "&" if "?" in path else "?"
    while True:
        answer = client.get(f"{path}{joint}cursor={cursor}" if cursor else path).json()
        found += answer["data"]
        cursor = answer["pagination"]["next_cursor"]
        if cursor is None:
            return found


BITCOIN = gecko("bitcoin", "btc", "Bitcoin", 1, 60_000.0)


def fill(url: URL) -> URL:
    """Two coins with a correction and a refusal, and three articles."""
    store(
        url, "coingecko", BITCOIN, gecko("ethereum", "eth", "Ethereum", 2, 3_000.0), gecko("bad", "bad", "Bad", 3, -1.0)
    )
    store(url, "coingecko", {**BITCOIN, "current_price": 61_000.0, "last_updated": "2026-05-02T08:00:00Z"})
    store(url, "coinpaprika", paprika("btc-bitcoin", "BTC", "Bitcoin", 1, 60_100.0, "2026-05-01T20:00:00Z"))
    store_article(url, 1, "Bitcoin slips", tags=("Markets",))
    store_article(url, 2, "Ethereum climbs", feed="wire", day=3)
    store_article(url, 3, "Nothing happens", tags=("ETH",), day=2)
    return url
