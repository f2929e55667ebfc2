"""CoinPaprika v1: `/tickers`, every active coin in one answer.

Documented at https://api.coinpaprika.com: refreshed about every five minutes. A market cap of 0 and a supply of
2^63 - 1 mean unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from crypto_pipeline.records import RawRecord
from crypto_pipeline.sources.coinpaprika.settings import ERRORS, NAME, CoinPaprikaSettings, key_header
from crypto_pipeline.sources.description import Fetched, Request
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns, split_records
from crypto_pipeline.sources.snapshots import require_today, snapshot, whole

PATH = "/tickers"


class Usd(msgspec.Struct, gc=False):
    """A ticker's `quotes.USD`, as far as it becomes a quote."""

    price: Any = None
    volume_24h: Any = None
    market_cap: Any = None
    percent_change_1h: Any = None
    percent_change_24h: Any = None
    percent_change_7d: Any = None


class Quotes(msgspec.Struct, gc=False):
    """A ticker's `quotes`."""

    USD: Usd = msgspec.field(default_factory=Usd)


class Ticker(msgspec.Struct, gc=False):
    """The fields of a `/tickers` row that become a quote, of whatever type they come."""

    id: Any = None
    symbol: Any = None
    name: Any = None
    rank: Any = None
    circulating_supply: Any = None
    total_supply: Any = None
    max_supply: Any = None
    last_updated: Any = None
    quotes: Quotes = msgspec.field(default_factory=Quotes)


COLUMNS = {
    "source_id": "id",
    "symbol": "symbol",
    "name": "name",
    "rank": "rank",
    "price_usd": "quotes.USD.price",
    "market_cap_usd": "quotes.USD.market_cap",
    "volume_24h_usd": "quotes.USD.volume_24h",
    "percent_change_1h": "quotes.USD.percent_change_1h",
    "percent_change_24h": "quotes.USD.percent_change_24h",
    "percent_change_7d": "quotes.USD.percent_change_7d",
    "circulating_supply": "circulating_supply",
    "total_supply": "total_supply",
    "max_supply": "max_supply",
    "observed_at": "last_updated",
}


def fetch(request: Request, partition: str) -> Iterator[Fetched]:
    """A snapshot of all tickers, now. Raises `SourceError`."""
    require_today(NAME, partition)
    own = request.settings.part(CoinPaprikaSettings)

    def parse(response: Response) -> tuple[datetime, list[bytes]]:
        return response.fetched_at, split_records(ERRORS, shown(own.coinpaprika_url + PATH), response)

    with Client(ERRORS, own.coinpaprika_url, request.settings, request.acquire, key_header(own)) as client:

        def collect() -> Fetched:
            fetched_at, payloads = client.get(PATH, {"quotes": "USD"}, parse=parse)
            count = len(payloads)
            request.progress(f"{count:,} coins")
            return snapshot(partition, payloads, [PATH] * count, [fetched_at] * count)

        yield whole(NAME, request, None, collect)


def read(records: Sequence[RawRecord]) -> Columns:
    """Records as the columns of a quote, values as they came. Prices in USD, changes in percent."""
    return decode_columns([record.payload for record in records], Ticker, COLUMNS)
