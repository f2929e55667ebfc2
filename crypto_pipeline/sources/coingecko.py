"""CoinGecko v3: `/coins/markets`, all pages up to COINGECKO_TOP coins.

Documented at https://docs.coingecko.com/reference/coins-markets: 250 rows a page at most, a page past the end
is `[]`: only that is the end, a page that is not full before another one is a broken snapshot. Rows move between
pages while they are read, so that an id can come twice: both are kept raw, and the later one of the same moment is the
quote.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.base import Fetched, Limits, Request, Source
from crypto_pipeline.sources.errors import LATER, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns, split_records
from crypto_pipeline.sources.snapshots import require_today, snapshot, whole

NAME = "coingecko"
PATH = "/coins/markets"
PAGE = 250
KEY_HEADER = {"keyless": None, "demo": "x-cg-demo-api-key", "pro": "x-cg-pro-api-key"}


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


def fetch(request: Request) -> Iterator[Fetched]:
    """A snapshot of the top coins, now. Raises `SourceError`; a page that fails fails the whole snapshot."""
    require_today(NAME, request.partition)
    settings = request.settings
    with Client(NAME, settings.coingecko_url, settings, request.acquire, key_header(settings)) as client:
        yield whole(NAME, request, settings.coingecko_top, lambda: _pages(client, request))


def _pages(client: Client, request: Request) -> Fetched:
    settings = request.settings
    top, size = settings.coingecko_top, min(PAGE, settings.coingecko_top)
    pages = math.ceil(top / size)
    payloads: list[bytes] = []
    endpoints: list[str] = []
    times: list[datetime] = []
    short = ""
    for page in range(1, pages + 1):
        endpoint = f"{PATH}?page={page}"

        def parse(response: Response, endpoint: str = endpoint) -> tuple[datetime, list[bytes]]:
            return response.fetched_at, split_records(NAME, shown(settings.coingecko_url + endpoint), response)

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
    return snapshot(payloads, endpoints, times)


def key_header(settings: Settings) -> dict[str, str]:
    """The header that carries the plan's key; none for keyless use."""
    name = KEY_HEADER[settings.coingecko_effective_plan]
    key = settings.coingecko_api_key
    return {name: key.get_secret_value()} if name and key else {}


def read(payloads: Sequence[bytes]) -> Columns:
    """Payloads as the columns of a quote, values as they came. Prices in USD, changes in percent."""
    return decode_columns(payloads, Market, COLUMNS)


SOURCE = Source(
    name=NAME,
    title="CoinGecko",
    description="Market data of the top coins from CoinGecko's `/coins/markets`.",
    kind="quotes",
    partitions="daily",
    fetch=fetch,
    read=read,
    stale_after=timedelta(hours=3),
    cron=lambda settings: settings.coingecko_cron,
    limits=lambda settings: Limits(settings.coingecko_rate, settings.coingecko_monthly_budget),
)
