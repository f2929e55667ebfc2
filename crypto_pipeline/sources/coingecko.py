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
from typing import Any, Literal

import msgspec
from pydantic import Field, model_validator

from crypto_pipeline.catalog import QUOTES
from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import ApiKey, Cron, WebAddress
from crypto_pipeline.sources.description import Fetched, Limits, Request, Source, Stream, each
from crypto_pipeline.sources.errors import LATER, ErrorGuide, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns, split_records
from crypto_pipeline.sources.snapshots import require_today, snapshot, whole

NAME = "coingecko"
PATH = "/coins/markets"
PAGE = 250
Plan = Literal["keyless", "demo", "pro"]
KEY_HEADER = {"keyless": None, "demo": "x-cg-demo-api-key", "pro": "x-cg-pro-api-key"}
HOSTS: dict[Plan, str] = {
    "keyless": "https://api.coingecko.com/api/v3",
    "demo": "https://api.coingecko.com/api/v3",
    "pro": "https://pro-api.coingecko.com/api/v3",
}
# What CoinGecko documents or users report per plan; pro plans start at 500 a minute.
RATES: dict[Plan, int] = {"keyless": 5, "demo": 30, "pro": 500}
_WRONG_HOST = "This is a demo key on the pro host, or the other way round: check COINGECKO_PLAN"
ERRORS = ErrorGuide(
    NAME,
    {
        429: (Fault.RATE_LIMITED, ""),
        10002: (Fault.UNAUTHORIZED, "Set COINGECKO_API_KEY"),
        10005: (Fault.PLAN, "This endpoint needs a higher plan"),
        10010: (Fault.UNAUTHORIZED, _WRONG_HOST),
        10011: (Fault.UNAUTHORIZED, _WRONG_HOST),
        10012: (Fault.PLAN, "Free and demo plans see the last 365 days: ask for a later day, or use a higher plan"),
    },
    key="COINGECKO_API_KEY",
    pace="COINGECKO_RATE_PER_MINUTE",
)


class CoinGeckoSettings(ProviderSettings):
    """CoinGecko's variables."""

    live_addresses = ("COINGECKO_BASE_URL",)

    coingecko_plan: Plan | None = Field(
        None, description="keyless, demo or pro; unset: demo when a key is set", examples=["demo"]
    )
    coingecko_api_key: ApiKey = Field(
        None,
        description="CoinGecko's key, sent in a header to COINGECKO_BASE_URL's host only",
        examples=["CG-aBcDeFgHiJkLmNoPqRsTuVwX"],
    )
    coingecko_base_url: WebAddress = Field(
        "", description="Unset: the plan's own host", examples=["https://api.coingecko.com/api/v3"]
    )
    coingecko_top: int = Field(
        1000, ge=1, le=50_000, description="How many coins, by market cap, in pages of 250", examples=["1000"]
    )
    coingecko_rate_per_minute: int = Field(
        0, ge=0, le=100_000, description="Calls a minute; 0: what the plan allows", examples=["30"]
    )
    coingecko_monthly_budget: int = Field(
        10_000, ge=0, le=10**9, description="Calls a calendar month (UTC); 0: unlimited", examples=["10000"]
    )
    coingecko_cron: Cron = Field("*/30 * * * *", description="When to load CoinGecko (UTC)", examples=["*/30 * * * *"])

    @model_validator(mode="after")
    def _pro_needs_a_key(self) -> CoinGeckoSettings:
        if self.coingecko_plan in ("demo", "pro") and self.coingecko_api_key is None:
            raise ValueError("COINGECKO_API_KEY: the plan needs a key; set it, or COINGECKO_PLAN=keyless")
        return self

    @property
    def coingecko_effective_plan(self) -> Plan:
        return self.coingecko_plan or ("demo" if self.coingecko_api_key else "keyless")

    @property
    def coingecko_url(self) -> str:
        return self.coingecko_base_url or HOSTS[self.coingecko_effective_plan]

    @property
    def coingecko_rate(self) -> int:
        return self.coingecko_rate_per_minute or RATES[self.coingecko_effective_plan]


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


def fetch(request: Request, partition: str) -> Iterator[Fetched]:
    """A snapshot of the top coins, now. Raises `SourceError`; a page that fails fails the whole snapshot."""
    require_today(NAME, partition)
    own = request.settings.part(CoinGeckoSettings)
    with Client(ERRORS, own.coingecko_url, request.settings, request.acquire, key_header(own)) as client:
        yield whole(NAME, request, own.coingecko_top, lambda: _pages(client, request, partition))


def _pages(client: Client, request: Request, partition: str) -> Fetched:
    settings = request.settings.part(CoinGeckoSettings)
    top, size = settings.coingecko_top, min(PAGE, settings.coingecko_top)
    pages = math.ceil(top / size)
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


def key_header(settings: CoinGeckoSettings) -> dict[str, str]:
    """The header that carries the plan's key; none for keyless use."""
    name = KEY_HEADER[settings.coingecko_effective_plan]
    key = settings.coingecko_api_key
    return {name: key.get_secret_value()} if name and key else {}


def read(records: Sequence[RawRecord]) -> Columns:
    """Records as the columns of a quote, values as they came. Prices in USD, changes in percent."""
    return decode_columns([record.payload for record in records], Market, COLUMNS)


SOURCE = Source(
    name=NAME,
    title="CoinGecko",
    settings=CoinGeckoSettings,
    errors=ERRORS,
    limits=lambda settings: Limits(
        settings.part(CoinGeckoSettings).coingecko_rate, settings.part(CoinGeckoSettings).coingecko_monthly_budget
    ),
    probes=lambda settings: {"CoinGecko": f"{settings.part(CoinGeckoSettings).coingecko_url}/ping"},
    stand_in="crypto_pipeline.simulator.coingecko:STAND_IN",
    streams=(
        Stream(
            name="snapshot",
            product=QUOTES,
            description="Market data of the top coins from CoinGecko's `/coins/markets`.",
            fetch=each(fetch),
            read=read,
            stale_after=timedelta(hours=3),
            cron="coingecko_cron",
        ),
    ),
)
