"""The unified coins, most important first."""

from __future__ import annotations

from datetime import datetime

import msgspec
from psycopg.rows import class_row
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import bindparam, select

from api_server.queries.database import compile_once
from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS, crypto_assets


class Coin(msgspec.Struct):
    """One coin's unified record. Amounts in USD or coins, changes in percent, times in UTC; `id` is the ticker."""

    id: str
    ticker: str
    symbol: str
    name: str
    rank: int | None
    price_usd: float
    market_cap_usd: float | None
    volume_24h_usd: float | None
    percent_change_1h: float | None
    percent_change_24h: float | None
    percent_change_7d: float | None
    high_24h_usd: float | None
    low_24h_usd: float | None
    circulating_supply: float | None
    total_supply: float | None
    max_supply: float | None
    source: str
    sources: list[str]
    spread_percent: float | None
    observed_at: datetime


_c = crypto_assets.c
TOP = compile_once(
    select(
        _c.ticker.label("id"), _c.ticker, _c.symbol, _c.name, _c.rank, *(_c[name] for name in QUOTE_NUMBERS),
        _c.source, _c.sources, _c.spread_percent, _c.observed_at,
    )
    .order_by(_c.rank.asc().nulls_last(), _c.ticker)
    .limit(bindparam("limit"))
)  # fmt: skip


async def top_coins(pool: AsyncConnectionPool, limit: int) -> list[Coin]:
    """The first `limit` coins by rank, ties by ticker."""
    async with (
        pool.connection() as connection,
        connection.cursor(row_factory=class_row(Coin), binary=True) as cursor,
    ):
        await cursor.execute(TOP, {"limit": limit})
        return await cursor.fetchall()
