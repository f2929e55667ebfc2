"""CoinGecko's stand-in: `/coins/markets` and `/coins/list` under /api/v3, as the market has them."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from litestar import Request, Response, get

from crypto_pipeline.simulator import history
from crypto_pipeline.simulator.market import HEAD, Market, is_dead, iso, percent
from crypto_pipeline.simulator.stand_in import Demo, StandIn, World, cached, json_answer, number_in

PAGE = 250
TICK = 30
# When the first of the dead coins was last traded: 2024-01-01
DIED = 1_704_067_200


def rows(market: Market, at: float) -> list[dict[str, Any]]:
    """All rows of `/coins/markets` at a moment (seconds since 1970), by market cap."""
    tick = at // TICK * TICK
    dead = is_dead(np.arange(len(market.coins)))
    now, hour, day, week = (
        np.where(dead, market.base, market.prices(tick - ago)) for ago in (0, 3_600, 86_400, 604_800)
    )
    caps = np.where(market.supply < 1e15, now * market.supply, 0)
    order = np.argsort(-caps, kind="stable")
    return [_row(market, int(i), rank, tick, now, hour, day, week) for rank, i in enumerate(order, 1)]


def routes(world: World) -> list[Any]:
    """The endpoints."""

    @get("/api/v3/ping")
    async def ping() -> dict[str, str]:
        return {"gecko_says": "(V3) To the Moon!"}

    @get("/api/v3/coins/markets")
    async def markets(request: Request[Any, Any, Any]) -> Response[bytes]:
        if world.over_limit():
            return json_answer(
                {"status": {"error_code": 429, "error_message": "You've exceeded the Rate Limit."}},
                429,
                retry_after=60,
            )
        if request.query_params.get("vs_currency") != "usd":
            return json_answer({"error": "Missing parameter vs_currency"}, 422)
        size = min(max(number_in(request, "per_page", 100), 1), PAGE)
        start = (max(number_in(request, "page", 1), 1) - 1) * size
        records = world.records("coingecko", "coins_markets", TICK, rows)
        return cached(request, b"[" + b",".join(records[start : start + size]) + b"]", 30, weak=True)

    @get("/api/v3/coins/list")
    async def coins_list(request: Request[Any, Any, Any]) -> Response[bytes]:
        listed = [{"id": c.coingecko_id, "symbol": c.symbol.lower(), "name": c.name} for c in world.market.coins]
        return cached(request, json.dumps(listed).encode(), 300, weak=True)

    @get("/api/v3/{rest:path}")
    async def unknown(rest: str) -> Response[bytes]:
        return json_answer({"error": "id not found" if rest.startswith("/coins") else "not found"}, 404)

    return [ping, markets, coins_list, *history.coingecko(world), unknown]


def variables(demo: Demo) -> dict[str, str]:
    """What points the source here."""
    return {
        "COINGECKO_PLAN": "keyless",
        "COINGECKO_API_KEY": "",
        "COINGECKO_BASE_URL": f"{demo.base}/api/v3",
        "COINGECKO_TOP": str(demo.coins),
        "COINGECKO_RATE_PER_MINUTE": "600",
        "COINGECKO_MONTHLY_BUDGET": "0",
        "COINGECKO_CRON": "*/2 * * * *",
    }


def _row(
    market: Market, i: int, rank: int, tick: float, now: np.ndarray, hour: np.ndarray, day: np.ndarray, week: np.ndarray
) -> dict[str, Any]:
    coin, price, supply = market.coins[i], float(now[i]), float(market.supply[i])
    tail, dead = i >= len(HEAD), is_dead(i)
    unknown_cap = tail and (i % 17 == 16 or supply > 1e15 or bool(dead))
    cap = 0 if unknown_cap else round(price * supply)
    quiet = tail and i % 7 == 6  # no range of the day
    shown: float | int | None = price if price < 1_000 else round(price, 2)
    if len(market.coins) > 200 and i in (len(market.coins) - 11, len(market.coins) - 12):
        shown = None if i == len(market.coins) - 11 else 0
    return {
        "id": coin.coingecko_id,
        "symbol": coin.symbol.lower(),
        "name": coin.name,
        "image": f"https://assets.example/coins/images/{i}/large/{coin.coingecko_id}.png",
        "current_price": shown,
        "market_cap": cap,
        "market_cap_rank": None if unknown_cap else rank,
        "fully_diluted_valuation": None if i % 3 else cap,
        "total_volume": round(float(now[i] * supply * market.turnover[i]), 2) if supply < 1e15 else None,
        "high_24h": None if quiet else float(max(now[i], day[i])),
        "low_24h": None if quiet else float(min(now[i], day[i])),
        "price_change_24h": float(now[i] - day[i]),
        "price_change_percentage_24h": percent(now[i], day[i]),
        "market_cap_change_24h": float((now[i] - day[i]) * supply),
        "market_cap_change_percentage_24h": percent(now[i], day[i]),
        "circulating_supply": supply,
        "total_supply": None if i % 5 == 4 else supply,
        "max_supply": None if i % 2 else supply,
        "ath": float(market.base[i] * 1.2),
        "ath_change_percentage": percent(now[i], market.base[i] * 1.2),
        "ath_date": "2021-11-10T14:24:11.849Z",
        "atl": float(market.base[i] * 0.01),
        "atl_change_percentage": percent(now[i], market.base[i] * 0.01),
        "atl_date": "2015-10-20T00:00:00.000Z",
        "roi": {"times": 90.2, "currency": "btc", "percentage": 9020.28} if i % 50 == 1 else None,
        "last_updated": iso(DIED + 86_400 * (i % 700) if dead else tick - i % 60, milliseconds=True),
        "price_change_percentage_1h_in_currency": percent(now[i], hour[i]),
        "price_change_percentage_24h_in_currency": percent(now[i], day[i]),
        "price_change_percentage_7d_in_currency": percent(now[i], week[i]),
    }


STAND_IN = StandIn(
    variables,
    routes,
    (
        "/api/v3/coins/markets?vs_currency=usd", "/api/v3/coins/list",
        "/api/v3/coins/bitcoin/market_chart/range?vs_currency=usd&from=UNIX&to=UNIX", "/api/v3/ping",
    ),
)  # fmt: skip
