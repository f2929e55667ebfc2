"""The simulator's HTTP face: CoinGecko under /api/v3, CoinPaprika under /v1, feeds under /feeds."""

from __future__ import annotations

import hashlib
import json
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from litestar import Litestar, MediaType, Request, Response, get

from crypto_pipeline.simulator.faults import Fault, Faulty
from crypto_pipeline.simulator.feeds import render_feed
from crypto_pipeline.simulator.market import COINGECKO_TICK, COINPAPRIKA_TICK, Market
from crypto_pipeline.simulator.replay import Replay

PAGE = 250


class Simulator:
    """What is served: a market or recordings, at the clock's time or at a fixed one."""

    def __init__(self, market: Market, replay: Replay | None, clock: Callable[[], float], per_minute: int) -> None:
        self.market, self.replay, self.clock, self.per_minute = market, replay, clock, per_minute
        self.calls: deque[float] = deque()
        self._rows = lru_cache(maxsize=4)(self._render)

    def markets(self) -> tuple[bytes, ...]:
        return tuple(self.replay.markets) if self.replay else self._rows("coingecko", self.clock() // COINGECKO_TICK)

    def tickers(self) -> tuple[bytes, ...]:
        return (
            tuple(self.replay.tickers) if self.replay else self._rows("coinpaprika", self.clock() // COINPAPRIKA_TICK)
        )

    def over_limit(self) -> bool:
        """Counts a call; true when the last minute had more than allowed."""
        now = time.monotonic()
        while self.calls and self.calls[0] < now - 60:
            self.calls.popleft()
        self.calls.append(now)
        return 0 < self.per_minute < len(self.calls)

    def _render(self, provider: str, tick: float) -> tuple[bytes, ...]:
        size = COINGECKO_TICK if provider == "coingecko" else COINPAPRIKA_TICK
        rows = getattr(self.market, provider)(tick * size)
        return tuple(json.dumps(row, separators=(",", ":"), ensure_ascii=False).encode() for row in rows)


def create_app(
    coins: int = 1000,
    seed: int = 1,
    replay: Path | None = None,
    faults: list[Fault] | None = None,
    at: datetime | None = None,
    per_minute: int = 0,
) -> Any:
    """The ASGI application. `at` stops the clock; `per_minute` 0 means no rate limit."""
    simulator = Simulator(
        Market(coins, seed),
        Replay(replay) if replay else None,
        (lambda: at.timestamp()) if at else time.time,
        per_minute,
    )

    @get("/", media_type=MediaType.TEXT)
    async def index() -> str:
        served = "recordings" if replay else f"{coins} simulated coins, seed {seed}"
        return (
            f"Simulator: {served}\n\n/api/v3/coins/markets?vs_currency=usd\n/api/v3/coins/list\n/api/v3/ping\n"
            "/v1/tickers\n/feeds/demo.xml\n/simulator/faults\n"
        )

    @get("/api/v3/ping")
    async def ping() -> dict[str, str]:
        return {"gecko_says": "(V3) To the Moon!"}

    @get("/api/v3/coins/markets")
    async def markets(request: Request[Any, Any, Any]) -> Response[bytes]:
        if simulator.over_limit():
            return _json(
                {"status": {"error_code": 429, "error_message": "You've exceeded the Rate Limit."}},
                429,
                retry_after=60,
            )
        if request.query_params.get("vs_currency") != "usd":
            return _json({"error": "Missing parameter vs_currency"}, 422)
        size = min(max(_int(request, "per_page", 100), 1), PAGE)
        start = (max(_int(request, "page", 1), 1) - 1) * size
        return _cached(request, b"[" + b",".join(simulator.markets()[start : start + size]) + b"]", 30, weak=True)

    @get("/api/v3/coins/list")
    async def coins_list(request: Request[Any, Any, Any]) -> Response[bytes]:
        rows = [{"id": c.coingecko_id, "symbol": c.symbol.lower(), "name": c.name} for c in simulator.market.coins]
        return _cached(request, json.dumps(rows).encode(), 300, weak=True)

    @get("/v1/tickers")
    async def tickers(request: Request[Any, Any, Any]) -> Response[bytes]:
        if simulator.over_limit():
            return _json({"error": "too many requests"}, 429, retry_after=1)
        if request.scope["raw_path"].split(b"?")[0].endswith(b"/"):
            body = b'<a href="/v1/tickers">Moved Permanently</a>.\n\n'
            return Response(body, status_code=301, media_type="text/html", headers={"location": "/v1/tickers"})
        return _cached(request, b"[" + b",".join(simulator.tickers()) + b"]", 60, weak=False)

    @get("/feeds/{name:str}")
    async def feed(request: Request[Any, Any, Any], name: str) -> Response[bytes]:
        if not name.endswith(".xml"):
            return _json({"error": "not found"}, 404)
        body, published = render_feed(simulator.market, name.removesuffix(".xml"), simulator.clock())
        headers = {"last-modified": format_datetime(published.astimezone(UTC), usegmt=True)}
        return _cached(request, body, 60, weak=False, media_type="application/rss+xml; charset=utf-8", headers=headers)

    @get(["/api/v3/{rest:path}", "/v1/{rest:path}"])
    async def unknown(rest: str) -> Response[bytes]:
        return _json({"error": "id not found" if rest.startswith("/coins") else "not found"}, 404)

    app = Litestar([index, ping, markets, coins_list, tickers, feed, unknown], openapi_config=None)
    return Faulty(app, faults or [], seed)


def _cached(
    request: Request[Any, Any, Any], body: bytes, seconds: int, *, weak: bool,
    media_type: str = "application/json; charset=utf-8", headers: dict[str, str] | None = None,
) -> Response[bytes]:  # fmt: skip
    etag = f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
    etag = f"W/{etag}" if weak else etag
    known = {
        "etag": etag,
        "cache-control": f"max-age={seconds}, public, s-maxage={seconds}",
        **(headers or {}),
    }
    if request.headers.get("if-none-match") == etag:
        return Response(b"", status_code=304, headers=known)
    return Response(body, media_type=media_type, headers=known)


def _json(content: Any, status: int, retry_after: int | None = None) -> Response[bytes]:
    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    return Response(json.dumps(content).encode(), status_code=status, media_type="application/json", headers=headers)


def _int(request: Request[Any, Any, Any], name: str, default: int) -> int:
    value = request.query_params.get(name, "")
    return int(value) if value.isdigit() else default
