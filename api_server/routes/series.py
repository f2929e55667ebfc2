"""Prices over time: `/assets/{ticker}/history`, `/assets/{ticker}/candles`, `/history`."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import Parameter

from api_server.answers.lists import AnyRequest, answer_list
from api_server.contract.formats import MEDIA_TYPES
from api_server.contract.models import Candle, Point, Told
from api_server.contract.openapi import LISTING, documented
from api_server.queries.spans import CandleQuery, HistoryQuery, PointQuery
from api_server.routes.assets import check_text
from api_server.services import Injected

Ticker = Annotated[str, Parameter(description="The coin's ticker", examples=[Example(value="BTC")])]


@get(
    "/assets/{ticker:str}/history",
    summary="A coin's prices over time",
    tags=["History"],
    **documented(PointQuery, Told[Point], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def history(request: AnyRequest, services: Injected, ticker: Ticker) -> Response[Any]:
    """Points of one coin, oldest first: the last quote of each interval, or with `interval=raw` every quote of every
    source.
    """
    check_text(ticker, "ticker")
    return await answer_list(request, services, PointQuery, services.points.of(ticker))


@get(
    "/assets/{ticker:str}/candles",
    summary="A coin's candles",
    tags=["History"],
    **documented(CandleQuery, Told[Candle], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def candles(request: AnyRequest, services: Injected, ticker: Ticker) -> Response[Any]:
    """Open, highest, lowest and last price of each interval, oldest first. What has no quote has no candle."""
    check_text(ticker, "ticker")
    return await answer_list(request, services, CandleQuery, services.candles.of(ticker))


@get(
    "/history",
    summary="Several coins' prices over time",
    tags=["History"],
    **documented(HistoryQuery, Told[Point], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def histories(request: AnyRequest, services: Injected) -> Response[Any]:
    """The same points as `/assets/{ticker}/history`, of several coins, in the order of time."""
    return await answer_list(request, services, HistoryQuery, services.points)
