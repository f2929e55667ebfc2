"""The simulated market's past, at each provider's own granularity, and the corrections that providers make to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from litestar import Request, Response, get, put

from crypto_pipeline.simulator.market import Market, is_dead
from crypto_pipeline.simulator.stand_in import World, json_answer

MINUTES, HOUR, DAY = 300, 3_600, 86_400
YEAR = 365 * DAY
PAPRIKA_MOST = 5_000
PAPRIKA_STEPS = {"5m": MINUTES, "1h": HOUR, "24h": DAY, "1d": DAY}


class Correction(msgspec.Struct, frozen=True):
    """From now on a provider says that a coin's price between two moments (Unix time) was another one by a factor."""

    coin: str
    start: float
    end: float
    factor: float


@dataclass(frozen=True)
class Series:
    """A coin's past: times (Unix), prices and volumes in USD, market caps (USD, nan where nobody knows them)."""

    times: np.ndarray
    prices: np.ndarray
    caps: np.ndarray
    volumes: np.ndarray


def series(world: World, i: int, times: np.ndarray, name: str, skew: float = 0.0) -> Series:
    """What the market was at these moments, as corrected for the coin's `name` at the provider."""
    market: Market = world.market
    prices = np.full(len(times), market.base[i]) if is_dead(i) else market.past(i, times)
    prices = prices * (1 + skew)
    for found in world.corrections:
        if found.coin == name:
            prices = np.where((times >= found.start) & (times < found.end), prices * found.factor, prices)
    supply = float(market.supply[i])
    known = supply < 1e15
    caps = prices * supply if known else np.full(len(times), np.nan)
    volumes = prices * (supply if known else 1e15) * market.turnover[i]
    return Series(times, prices, caps, volumes)


def coingecko(world: World) -> list[Any]:
    """CoinGecko's history."""
    listed = {coin.coingecko_id: i for i, coin in enumerate(world.market.coins)}

    @get("/api/v3/coins/{identity:str}/market_chart/range")
    async def market_chart(identity: str, request: Request[Any, Any, Any]) -> Response[bytes]:
        if world.over_limit():
            return json_answer({"status": {"error_code": 429, "error_message": "Throttled"}}, 429, retry_after=60)
        if (i := listed.get(identity)) is None:
            return json_answer({"error": "coin not found"}, 404)
        now, start, end = world.clock(), _number(request, "from"), _number(request, "to")
        if start is None or end is None or request.query_params.get("vs_currency") != "usd":
            return json_answer({"error": "Missing parameter vs_currency, from or to"}, 422)
        if start < now - YEAR - DAY and "x-cg-pro-api-key" not in request.headers:
            said = "Your request exceeds the allowed time range. Public API users are limited to the past 365 days."
            return json_answer({"error": {"status": {"error_code": 10012, "error_message": said}}}, 401)
        found = series(world, i, _gecko_times(i, start, end, now), identity)
        pairs = found.times * 1_000
        answer = {
            "prices": _pairs(pairs, found.prices),
            "market_caps": _pairs(pairs, np.nan_to_num(found.caps)),
            # the three are not always equally long
            "total_volumes": _pairs(pairs, found.volumes)[: -1 if i % 7 == 3 else None],
        }
        return Response(msgspec.json.encode(answer), media_type="application/json")

    return [market_chart]


def coinpaprika(world: World) -> list[Any]:
    """CoinPaprika's history."""
    listed = {coin.coinpaprika_id: i for i, coin in enumerate(world.market.coins) if coin.coinpaprika_id}

    @get("/v1/tickers/{identity:str}/historical")
    async def historical(identity: str, request: Request[Any, Any, Any]) -> Response[bytes]:
        if world.over_limit():
            return json_answer({"error": "too many requests"}, 429, retry_after=1)
        if (i := listed.get(identity)) is None:
            return json_answer({"error": "id not found"}, 404)
        now, start, end = world.clock(), _day(request, "start"), _day(request, "end")
        step = PAPRIKA_STEPS.get(request.query_params.get("interval", "5m"))
        if start is None or step is None:
            return json_answer({"error": "invalid parameters"}, 400)
        oldest = now - (YEAR + DAY if step == DAY else DAY)
        if step < HOUR or start < oldest - DAY:
            said = f"Getting historical data before {_iso(oldest)} is not allowed in this plan"
            return json_answer({"error": said}, 402)
        limit = min(int(_number(request, "limit") or 1_000), PAPRIKA_MOST)
        last = min(end if end is not None else now, now)
        # the end is exclusive
        times = np.arange(-(-start // step) * step, last, step)[:limit]
        found = series(world, i, times, identity, float(world.market.skew[i]))
        rows = [
            {"timestamp": _iso(at), "price": price, "volume_24h": round(volume), "market_cap": round(cap)}
            for at, price, volume, cap in zip(
                found.times.tolist(), found.prices.tolist(), found.volumes.tolist(),
                np.nan_to_num(found.caps).tolist(), strict=True)
        ]  # fmt: skip
        return Response(msgspec.json.encode(rows), media_type="application/json")

    return [historical]


def corrections(world: World) -> Any:
    """`PUT /simulator/corrections` a list of `Correction`s: from then on the providers say so."""

    @put("/simulator/corrections", status_code=200)
    async def correct(request: Request[Any, Any, Any]) -> Response[bytes]:
        try:
            world.corrections[:] = msgspec.json.decode(await request.body(), type=list[Correction])
        except msgspec.DecodeError as error:
            return json_answer({"error": str(error)}, 400)
        return Response(msgspec.json.encode(world.corrections), media_type="application/json")

    return correct


def _gecko_times(i: int, start: float, end: float, now: float) -> np.ndarray:
    """When CoinGecko has points: five minutes apart within the last day, hourly up to 90 days, daily beyond; the hourly
    ones some seconds after the hour; and for a range that holds now, one at this very moment.
    """
    span = end - start
    recent = span <= DAY and start >= now - DAY - MINUTES
    step = MINUTES if recent else HOUR if span <= 90 * DAY else DAY
    late = 0 if step == DAY else i * 37 % 150 + 0.5
    times = np.arange(-(-start // step) * step, min(end, now) + 1, step) + late
    times = times[(times >= start) & (times <= min(end, now))]
    return np.append(times, now) if start <= now <= end and (not len(times) or times[-1] < now) else times


def _pairs(milliseconds: np.ndarray, values: np.ndarray) -> list[tuple[int, float]]:
    return list(zip(milliseconds.astype(np.int64).tolist(), values.tolist(), strict=True))


def _number(request: Request[Any, Any, Any], name: str) -> float | None:
    try:
        return float(request.query_params.get(name, ""))
    except ValueError:
        return None


def _day(request: Request[Any, Any, Any], name: str) -> float | None:
    """Unix time from a number, a day, or a moment in ISO 8601."""
    text = request.query_params.get(name, "")
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return float(np.datetime64(text.removesuffix("Z"), "s").astype(np.int64))
    except ValueError:
        return None


def _iso(at: float) -> str:
    return f"{np.datetime64(int(at), 's')}Z"
