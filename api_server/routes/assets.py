"""`GET /assets/{ticker}` and the payloads behind its numbers."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import unquote_to_bytes

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import Parameter
from msgspec import Meta

from api_server.answers.lists import AnyRequest, answer_list, answer_one
from api_server.contract.formats import MEDIA_TYPES
from api_server.contract.models import Asset, Item, Listed, RawRecord
from api_server.contract.openapi import LISTING, READING, documented
from api_server.contract.parameters import NoParameters, Parameters, parse
from api_server.contract.problems import Problem, shown
from api_server.queries.assets import find_asset, ticker_of
from api_server.queries.lists import RawQuery, find_raw
from api_server.queries.sources import SourceName
from api_server.services import Injected
from crypto_pipeline.catalog import QUOTES

MAX_ID = 1_000
FIRST = Example(value=1)
Id = Annotated[str, Meta(min_length=1, max_length=MAX_ID)]


class AssetQuery(Parameters, kw_only=True, frozen=True):
    """The parameters of `/assets`."""

    source: Annotated[SourceName, Meta(description="Whose id it is, e.g. `coingecko`")]
    source_id: Annotated[Id, Meta(description="The source's own id, e.g. `bitcoin`")]

    product = QUOTES


@get(
    "/assets/{ticker:str}",
    summary="One coin",
    tags=["Coins"],
    **documented(NoParameters, Item[Asset], "not-found", "unknown-parameter", "invalid-parameter", *READING, etag=True),
)
async def asset(
    request: AnyRequest,
    services: Injected,
    ticker: Annotated[str, Parameter(description="The coin's ticker", examples=[Example(value="BTC")])],
) -> Response[Any]:
    """The unified record, each source's latest quote, why each source's id stands for this coin, and the spread."""
    parse(NoParameters, request.scope["query_string"])
    check_text(ticker, "ticker")
    found = await find_asset(services.database, ticker)
    return answer_one(request, found)


@get(
    "/assets",
    summary="The coin that a source knows by an id",
    tags=["Coins"],
    **documented(AssetQuery, Item[Asset], "not-found", "unknown-parameter", "invalid-parameter", *READING, etag=True),
)
async def asset_of(request: AnyRequest, services: Injected) -> Response[Any]:
    """The same as `/assets/{ticker}`, looked up by a source's own id: `?source=coingecko&source_id=bitcoin`."""
    query = parse(AssetQuery, request.scope["query_string"])
    await services.sources.check(query)
    found = await find_asset(services.database, await ticker_of(services.database, query.source, query.source_id))
    return answer_one(request, found)


@get(
    "/raw/{seq:int}",
    summary="One payload",
    tags=["Coins"],
    **documented(
        NoParameters, Item[RawRecord], "not-found", "unknown-parameter", "invalid-parameter", *READING, etag=True
    ),
)
async def raw_record(
    request: AnyRequest,
    services: Injected,
    seq: Annotated[int, Parameter(description="A raw record's number: `raw` of every row names one", examples=[FIRST])],
) -> Response[Any]:
    """The raw record of this number, whichever source sent it."""
    parse(NoParameters, request.scope["query_string"])
    found = await find_raw(services.database, await services.sources.names(), seq)
    return answer_one(request, found)


@get(
    "/raw/{source:str}/{source_id:path}",
    summary="The payloads behind a record",
    tags=["Coins"],
    **documented(RawQuery, Listed[RawRecord], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def raw(
    request: AnyRequest,
    services: Injected,
    source: Annotated[str, Parameter(description="Whose payloads", examples=[Example(value="coingecko")])],
    source_id: Annotated[str, Parameter(description="The source's own id", examples=[Example(value="bitcoin")])],
) -> Response[Any]:
    """What the source sent for one of its ids, newest first: every number can be traced to it."""
    known = await services.sources.names()
    if source not in known:
        raise Problem("not-found", f"No source is called {shown(source)}. There are: {', '.join(known)}.")
    # the path as it was sent: an id may hold slashes, also two in a row
    sent = request.scope.get("raw_path") or request.scope["path"].encode()
    try:
        text = unquote_to_bytes(sent.split(b"?")[0].split(b"/", 3)[3]).decode()
    except (UnicodeDecodeError, IndexError):
        raise Problem("bad-request", "The path is not percent-encoded UTF-8.") from None
    check_text(text, "source_id")
    payloads = services.raw(source).of(text)
    if not await payloads.exists():
        raise Problem(
            "not-found", f"{source} never sent anything with the id {shown(text)}. GET /assets/BTC shows ids."
        )
    return await answer_list(request, services, RawQuery, payloads)


def check_text(text: str, name: str) -> None:
    """Raises `Problem` for what can be nobody's name."""
    if "\0" in text or len(text) > MAX_ID:
        raise Problem("invalid-parameter", f"{name} is not text of at most {MAX_ID} characters without NUL.")
