"""CoinGecko v3: `/coins/markets`, all pages up to COINGECKO_TOP coins.

Documented at https://docs.coingecko.com/reference/coins-markets: 250 rows a page at most, a page past the end
is `[]`: only that is the end, a page that is not full before another one is a broken snapshot. Rows move between
pages while they are read, so that an id can come twice: both are kept raw, and the later one of the same moment is the
quote.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.coingecko.settings import ERRORS, NAME, CoinGeckoSettings, key_header
from crypto_pipeline.sources.description import Fetched, Request
from crypto_pipeline.sources.errors import LATER, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns, split_records
from crypto_pipeline.sources.snapshots import require_today, snapshot, whole

PATH = "/coins/markets"
PAGE = 250


class Market(msgspec.Struct, gc=False):
    """The fields of a `/coins/markets` row that become a quote, of whatever type they come."""

    id: Any = None
    symbol: Any = None
    name: Any = None
    market_cap_rank: Any = None
    current_price: Any = None
    market_cap: Any = None
    total_volume: Any = None
    price_change_percentage_1h_in_currency: Any = None
    price_change_percentage_24h: Any = None
    price_change_percentage_7d_in_currency: Any = None
    high_24h: Any = None
    low_24h: Any = None
    circulating_supply: Any = None
    total_supply: Any = None
    max_supply: Any = None
    last_updated: Any = None


COLUMNS = {
    "source_id": "id",
    "symbol": "symbol",
    "name": "name",
    "rank": "market_cap_rank",
    "price_usd": "current_price",
    "market_cap_usd": "market_cap",
    "volume_24h_usd": "total_volume",
    "percent_change_1h": "price_change_percentage_1h_in_currency",
    "percent_change_24h": "price_change_percentage_24h",
    "percent_change_7d": "price_change_percentage_7d_in_currency",
    "high_24h_usd": "high_24h",
    "low_24h_usd": "low_24h",
    "circulating_supply": "circulating_supply",
    "total_supply": "total_supply",
    "max_supply": "max_supply",
    "observed_at": "last_updated",
}


def calls(settings: Settings) -> int:
    """How many pages a snapshot has."""
    return math.ceil(settings.part(CoinGeckoSettings).coingecko_top / PAGE)


def fetch(request: Request, partition: str) -> Iterator[Fetched]:
    """A snapshot of the top coins, now. Raises `SourceError`; a page that fails fails the whole snapshot."""
    require_today(NAME, partition)
    own = request.settings.part(CoinGeckoSettings)
    with Client(ERRORS, own.coingecko_url, request.settings, request.acquire, key_header(own)) as client:
        yield whole(NAME, request, own.coingecko_top, lambda: _pages(client, request, partition))


def _pages(client: Client, request: Request, partition: str) -> Fetched:
    settings = request.settings.part(CoinGeckoSettings)
    size, pages = min(PAGE, settings.coingecko_top), calls(request.settings)
    payloads: list[bytes] = []
    endpoints: list[str] = []
    times: list[datetime] = []
    short = ""
    for page in range(1, pages + 1):
        endpoint = f"{PATH}?page={page}"

        def parse(response: Response, endpoint: str = endpoint) -> tuple[datetime, list[bytes]]:
            return response.fetched_at, split_records(ERRORS, shown(settings.coingecko_url + endpoint), response)

        fetched_at, records = client.get(
            PATH,
            {
                "vs_currency": "usd",
                "order": "market_cap_desc",
                "per_page": size,
                "page": page,
                "price_change_percentage": "1h,24h,7d",
            },
            parse=parse,
        )
        if not records:  # past the end
            break
        if short:
            raise SourceError(NAME, Fault.INCOMPLETE, f"{short}, and page {page} goes on", LATER)
        if records == payloads[-len(records) :]:
            raise SourceError(NAME, Fault.INCOMPLETE, f"page {page} is page {page - 1} again", LATER)
        payloads += records
        endpoints += [endpoint] * len(records)
        times += [fetched_at] * len(records)
        request.progress(f"page {page} of {pages}: {len(payloads):,} coins")
        if len(records) < size:
            short = f"page {page} had {len(records)} rows where {size} were expected"
    return snapshot(partition, payloads, endpoints, times)


def read(records: Sequence[RawRecord]) -> Columns:
    """Records as the columns of a quote, values as they came. Prices in USD, changes in percent."""
    return decode_columns([record.payload for record in records], Market, COLUMNS)
