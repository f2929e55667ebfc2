"""CoinCap 2.0: `/v2/assets`, the top coins in one answer, with their stand-in. Numbers are texts; one time for all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from litestar import Request as HttpRequest
from litestar import Response as HttpResponse
from litestar import get
from pydantic import Field

from crypto_pipeline.catalog import QUOTES
from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import ApiKey, Cron, WebAddress
from crypto_pipeline.simulator.market import Market
from crypto_pipeline.simulator.stand_in import Demo, StandIn, World, cached, number_in
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched, Limits, Request, Source, Stream, each
from crypto_pipeline.sources.errors import ErrorGuide
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns, split_records
from crypto_pipeline.sources.snapshots import require_today

NAME = "coincap"
ERRORS = ErrorGuide(NAME, key="COINCAP_API_KEY", pace="COINCAP_RATE_PER_MINUTE")
TICK = 60


class CoinCapSettings(ProviderSettings):
    """CoinCap's variables."""

    live_addresses = ("COINCAP_BASE_URL",)

    coincap_api_key: ApiKey = Field(None, description="CoinCap's key", examples=["the key that CoinCap gave you"])
    coincap_base_url: WebAddress = Field(
        "https://api.coincap.io/v2", description="CoinCap's address", examples=["https://api.coincap.io/v2"]
    )
    coincap_rate_per_minute: int = Field(200, ge=1, le=10_000, description="Calls a minute", examples=["200"])
    coincap_cron: Cron = Field("*/10 * * * *", description="When to load CoinCap (UTC)", examples=["*/10 * * * *"])


class Asset(msgspec.Struct, gc=False):
    """The fields of a row that become a quote."""

    id: Any = None
    symbol: Any = None
    name: Any = None
    rank: Any = None
    priceUsd: Any = None  # noqa: N815
    marketCapUsd: Any = None  # noqa: N815
    volumeUsd24Hr: Any = None  # noqa: N815
    changePercent24Hr: Any = None  # noqa: N815
    supply: Any = None
    maxSupply: Any = None  # noqa: N815


COLUMNS = {
    "source_id": "id", "symbol": "symbol", "name": "name", "rank": "rank", "price_usd": "priceUsd",
    "market_cap_usd": "marketCapUsd", "volume_24h_usd": "volumeUsd24Hr", "percent_change_24h": "changePercent24Hr",
    "circulating_supply": "supply", "max_supply": "maxSupply",
}  # fmt: skip


class Envelope(msgspec.Struct):
    """What stands around the rows: the time (milliseconds since 1970)."""

    timestamp: int


def fetch(request: Request, partition: str) -> Iterator[Fetched]:
    """A snapshot of the top 2,000, now. Raises `SourceError`."""
    require_today(NAME, partition)
    own = request.settings.part(CoinCapSettings)
    secret = {"Authorization": f"Bearer {own.coincap_api_key.get_secret_value()}"} if own.coincap_api_key else {}

    def parse(response: Response) -> Fetched:
        rows = split_records(ERRORS, shown(response.url), response, within="data")
        ids = decode_columns(rows, Asset, {"id": "id"})["id"]
        at = datetime.fromtimestamp(msgspec.json.decode(response.body, type=Envelope).timestamp / 1000, UTC)
        n = len(rows)
        batch = batch_of(rows, ids, [at.isoformat()] * n, ["/assets"] * n, [response.fetched_at] * n)
        return Fetched(partition, batch)

    with Client(ERRORS, own.coincap_base_url, request.settings, request.acquire, secret) as client:
        yield client.get("/assets", {"limit": 2000}, parse=parse)


def read(records: Sequence[RawRecord]) -> Columns:
    """Records as the columns of a quote; when they were observed stands with them, not in them."""
    columns = decode_columns([record.payload for record in records], Asset, COLUMNS)
    return {**columns, "observed_at": [record.observed_at and record.observed_at.isoformat() for record in records]}


def rows(market: Market, at: float) -> list[dict[str, Any]]:
    """The market as CoinCap has it."""
    return [
        {"id": coin.coingecko_id, "rank": str(i + 1), "symbol": coin.symbol, "name": coin.name,
         "supply": str(market.supply[i]), "maxSupply": None, "priceUsd": str(price),
         "marketCapUsd": str(price * market.supply[i]), "volumeUsd24Hr": None, "changePercent24Hr": "0.5"}
        for i, (coin, price) in enumerate(zip(market.coins, market.prices(at), strict=True))
    ]  # fmt: skip


def routes(world: World) -> list[Any]:
    """The one endpoint."""

    @get("/v2/assets")
    async def assets(request: HttpRequest[Any, Any, Any]) -> HttpResponse[bytes]:
        found = world.records(NAME, "assets", TICK, rows)[: number_in(request, "limit", 100)]
        at = int(world.clock() // TICK * TICK * 1000)
        return cached(
            request, b'{"data":[%b],"timestamp":%b}' % (b",".join(found), json.dumps(at).encode()), 30, weak=True
        )

    return [assets]


def variables(demo: Demo) -> dict[str, str]:
    """What points the source at its stand-in."""
    return {"COINCAP_BASE_URL": f"{demo.base}/v2", "COINCAP_API_KEY": ""}


STAND_IN = StandIn(variables, routes, ("/v2/assets",))
SOURCE = Source(
    name=NAME,
    title="CoinCap",
    settings=CoinCapSettings,
    errors=ERRORS,
    limits=lambda settings: Limits(settings.part(CoinCapSettings).coincap_rate_per_minute, 0),
    probes=lambda settings: {"CoinCap": f"{settings.part(CoinCapSettings).coincap_base_url}/assets?limit=1"},
    stand_in=f"{__name__}:STAND_IN",
    streams=(
        Stream("snapshot", QUOTES, "The top coins from CoinCap's `/assets`.", each(fetch), read, timedelta(hours=1),
               cron="coincap_cron"),
    ),
)  # fmt: skip
