"""CoinPaprika v1: `/tickers`, every active coin in one answer.

Documented at https://api.coinpaprika.com: refreshed about every five minutes. A market cap of 0 and a supply of
2^63 - 1 mean unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from pydantic import Field

from crypto_pipeline.catalog import QUOTES
from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import ApiKey, Cron, WebAddress
from crypto_pipeline.sources.description import Fetched, Limits, Request, Source, Stream, each
from crypto_pipeline.sources.errors import ErrorGuide
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns, split_records
from crypto_pipeline.sources.snapshots import require_today, snapshot, whole

NAME = "coinpaprika"
PATH = "/tickers"
ERRORS = ErrorGuide(NAME, key="COINPAPRIKA_API_KEY", pace="COINPAPRIKA_RATE_PER_MINUTE")


class CoinPaprikaSettings(ProviderSettings):
    """CoinPaprika's variables."""

    live_addresses = ("COINPAPRIKA_BASE_URL",)

    coinpaprika_api_key: ApiKey = Field(
        None,
        description="CoinPaprika's key; set: the paid host is used",
        examples=["the key that CoinPaprika gave you"],
    )
    coinpaprika_base_url: WebAddress = Field(
        "",
        description="Unset: the free host, or the paid one with a key",
        examples=["https://api.coinpaprika.com/v1"],
    )
    coinpaprika_rate_per_minute: int = Field(120, ge=1, le=100_000, description="Calls a minute", examples=["120"])
    coinpaprika_monthly_budget: int = Field(
        20_000, ge=0, le=10**9, description="Calls a calendar month (UTC); 0: unlimited", examples=["20000"]
    )
    coinpaprika_cron: Cron = Field(
        "*/10 * * * *", description="When to load CoinPaprika (UTC)", examples=["*/10 * * * *"]
    )

    @property
    def coinpaprika_url(self) -> str:
        host = "api-pro" if self.coinpaprika_api_key else "api"
        return self.coinpaprika_base_url or f"https://{host}.coinpaprika.com/v1"


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
    key = own.coinpaprika_api_key
    # the key as it is, without "Bearer"
    secret = {"Authorization": key.get_secret_value()} if key else {}

    def parse(response: Response) -> tuple[datetime, list[bytes]]:
        return response.fetched_at, split_records(ERRORS, shown(own.coinpaprika_url + PATH), response)

    with Client(ERRORS, own.coinpaprika_url, request.settings, request.acquire, secret) as client:

        def collect() -> Fetched:
            fetched_at, payloads = client.get(PATH, {"quotes": "USD"}, parse=parse)
            count = len(payloads)
            request.progress(f"{count:,} coins")
            return snapshot(partition, payloads, [PATH] * count, [fetched_at] * count)

        yield whole(NAME, request, None, collect)


def read(records: Sequence[RawRecord]) -> Columns:
    """Records as the columns of a quote, values as they came. Prices in USD, changes in percent."""
    return decode_columns([record.payload for record in records], Ticker, COLUMNS)


SOURCE = Source(
    name=NAME,
    title="CoinPaprika",
    settings=CoinPaprikaSettings,
    errors=ERRORS,
    limits=lambda settings: Limits(
        settings.part(CoinPaprikaSettings).coinpaprika_rate_per_minute,
        settings.part(CoinPaprikaSettings).coinpaprika_monthly_budget,
    ),
    probes=lambda settings: {"CoinPaprika": f"{settings.part(CoinPaprikaSettings).coinpaprika_url}/global"},
    stand_in="crypto_pipeline.simulator.coinpaprika:STAND_IN",
    streams=(
        Stream(
            name="snapshot",
            product=QUOTES,
            description="Market data of every active coin from CoinPaprika's `/tickers`.",
            fetch=each(fetch),
            read=read,
            stale_after=timedelta(hours=1),
            cron="coinpaprika_cron",
        ),
    ),
)
