"""CoinPaprika's stand-in: `/tickers` under /v1, as the market has them."""

from __future__ import annotations

from typing import Any

import numpy as np
from litestar import Request, Response, get

from crypto_pipeline.simulator import history
from crypto_pipeline.simulator.market import HEAD, Market, iso, percent
from crypto_pipeline.simulator.stand_in import Demo, StandIn, World, cached, json_answer

TICK = 300
UNKNOWN_SUPPLY = 9_223_372_036_854_775_807


def rows(market: Market, at: float) -> list[dict[str, Any]]:
    """All rows of `/tickers` at a moment (seconds since 1970), by market cap."""
    tick = at // TICK * TICK
    now, hour, day, week = (market.prices(tick - ago) * (1 + market.skew) for ago in (0, 3_600, 86_400, 604_800))
    listed = [
        i
        for i in np.argsort(-(now * np.where(market.supply < 1e15, market.supply, 0)), kind="stable")
        if market.coins[i].coinpaprika_id
    ]
    return [_row(market, int(i), rank, tick, now, hour, day, week) for rank, i in enumerate(listed, 1)]


def routes(world: World) -> list[Any]:
    """The endpoints."""

    @get("/v1/tickers")
    async def tickers(request: Request[Any, Any, Any]) -> Response[bytes]:
        if world.over_limit():
            return json_answer({"error": "too many requests"}, 429, retry_after=1)
        if request.scope["raw_path"].split(b"?")[0].endswith(b"/"):
            body = b'<a href="/v1/tickers">Moved Permanently</a>.\n\n'
            return Response(body, status_code=301, media_type="text/html", headers={"location": "/v1/tickers"})
        records = world.records("coinpaprika", "tickers", TICK, rows)
        return cached(request, b"[" + b",".join(records) + b"]", 60, weak=False)

    @get("/v1/{rest:path}")
    async def unknown(rest: str) -> Response[bytes]:
        return json_answer({"error": "id not found" if rest.startswith("/coins") else "not found"}, 404)

    return [tickers, *history.coinpaprika(world), unknown]


def variables(demo: Demo) -> dict[str, str]:
    """What points the source here."""
    return {
        "COINPAPRIKA_API_KEY": "",
        "COINPAPRIKA_BASE_URL": f"{demo.base}/v1",
        "COINPAPRIKA_MONTHLY_BUDGET": "0",
        "COINPAPRIKA_CRON": "*/5 * * * *",
    }


def _row(
    market: Market, i: int, rank: int, tick: float, now: np.ndarray, hour: np.ndarray, day: np.ndarray, week: np.ndarray
) -> dict[str, Any]:
    coin, price, supply = market.coins[i], float(now[i]), float(market.supply[i])
    unknown = i >= len(HEAD) and i % 2 == 0
    whole = round(supply) if supply < 9e15 else UNKNOWN_SUPPLY
    return {
        "id": coin.coinpaprika_id,
        "name": coin.coinpaprika_name,
        "symbol": coin.coinpaprika_symbol,
        "rank": rank,
        "total_supply": whole,
        "max_supply": UNKNOWN_SUPPLY if i % 9 == 8 else whole if i % 2 else 0,
        "beta_value": round(float(market.waves[0, i]) * 20, 5),
        "first_data_at": "2017-07-01T00:00:00Z",
        "last_updated": iso(tick - i % 170, milliseconds=False),
        "quotes": {
            "USD": {
                "price": price,
                "volume_24h": float(now[i] * market.turnover[i]) * min(supply, 1e15),
                "volume_24h_change_24h": percent(now[i], week[i]),
                "market_cap": 0 if unknown else round(price * min(supply, 1e15)),
                "market_cap_change_24h": 0 if unknown else percent(now[i], day[i]),
                **{f"percent_change_{span}": percent(now[i], hour[i]) for span in ("15m", "30m", "1h", "6h", "12h")},
                "percent_change_24h": percent(now[i], day[i]),
                "percent_change_7d": percent(now[i], week[i]),
                "percent_change_30d": percent(now[i], week[i]),
                "percent_change_1y": 107_649_910 if i % 401 == 400 else 0,
                "ath_price": None if i % 131 == 130 else float(market.base[i] * 1.2),
                "ath_date": None if i % 131 == 130 else "2021-11-10T16:51:15Z",
                "percent_from_price_ath": None if i % 131 == 130 else percent(now[i], market.base[i] * 1.2),
            }
        },
    }


STAND_IN = StandIn(variables, routes, ("/v1/tickers", "/v1/tickers/btc-bitcoin/historical?start=DAY&interval=1d"))
