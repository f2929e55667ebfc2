"""Prices over time, coins beside each other, and the market as a whole."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import Parameter

from api_server.answers.comparison import compare
from api_server.answers.lists import AnyRequest, answer_list, answer_one
from api_server.contract.formats import MEDIA_TYPES
from api_server.contract.models import Item, Listed, Told
from api_server.contract.openapi import LISTING, READING, documented
from api_server.contract.parameters import parse
from api_server.contract.prices import Candle, Comparison, Market, Point, Revision
from api_server.contract.problems import Problem
from api_server.queries.intervals import STEPS
from api_server.queries.market import MarketQuery, market
from api_server.queries.revisions import RevisionQuery
from api_server.queries.spans import CandleQuery, CompareQuery, HistoryQuery, PointQuery
from api_server.routes.assets import check_text
from api_server.services import Injected

MOST_POINTS = 10_000
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
    "/compare",
    summary="Coins beside each other",
    tags=["History"],
    **documented(
        CompareQuery, Item[Comparison], "not-found", "invalid-parameter", "unknown-parameter", "too-many-rows",
        *READING, etag=True,
    ),
)  # fmt: skip
async def comparison(request: AnyRequest, services: Injected) -> Response[Any]:
    """What coins returned, how much they moved, how far they fell and how alike they moved, and their prices, with 100
    for the first that all have. At most 10,000 points in all.
    """
    query = parse(CompareQuery, request.scope["query_string"])
    await services.sources.check(query)
    asked = HistoryQuery(
        tickers=query.tickers,
        interval=query.interval,
        start=query.start,
        end=query.end,
        source=query.source,
        limit=MOST_POINTS,
    )
    page = await services.points.page(asked, None)
    if page.next is not None:
        raise Problem(
            "too-many-rows", f"More than {MOST_POINTS:,} points: ask for a shorter span or a longer interval."
        )
    ticker, at, price = (services.points.names.index(name) for name in ("ticker", "at", "price_usd"))
    series: dict[str, list[tuple[Any, float]]] = {name.upper(): [] for name in query.tickers}
    for row in page.rows:
        series[row[ticker]].append((row[at], row[price]))
    return answer_one(request, compare(series, STEPS[query.interval]))


@get(
    "/revisions",
    summary="What was learned of the past",
    tags=["History"],
    **documented(RevisionQuery, Listed[Revision], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def revisions(request: AnyRequest, services: Injected) -> Response[Any]:
    """Quotes that were corrected, or changed by an undo: from what to what, when that was learned and by which run;
    newest first.
    """
    return await answer_list(request, services, RevisionQuery, services.revisions)


@get(
    "/market",
    summary="The market as a whole",
    tags=["Coins"],
    **documented(MarketQuery, Item[Market], "invalid-parameter", "unknown-parameter", *READING, etag=True),
)
async def whole_market(request: AnyRequest, services: Injected) -> Response[Any]:
    """Totals of all coins, the largest ones' part, and who gained and lost most in 24 hours."""
    query = parse(MarketQuery, request.scope["query_string"])
    return answer_one(request, await market(services.database, query))


@get(
    "/history",
    summary="Several coins' prices over time",
    tags=["History"],
    **documented(HistoryQuery, Told[Point], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def histories(request: AnyRequest, services: Injected) -> Response[Any]:
    """The same points as `/assets/{ticker}/history`, of several coins, in the order of time."""
    return await answer_list(request, services, HistoryQuery, services.points)
