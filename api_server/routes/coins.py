"""`GET /data`: the unified coins."""

from __future__ import annotations

from typing import Any

from litestar import Response, get

from api_server.formats import MEDIA_TYPES
from api_server.lists import AnyRequest, answer_list
from api_server.models import Coin, Listed
from api_server.openapi import LISTING, documented
from api_server.queries.coins import CoinQuery


@get(
    "/data",
    summary="The unified coins",
    tags=["Coins"],
    **documented(CoinQuery, Listed[Coin], *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def data(request: AnyRequest) -> Response[Any]:
    """One record per coin, of the first of its fresh sources that is believed, most important first; or with `source=`
    the coins as that source sees them.
    """
    return await answer_list(request, CoinQuery, request.app.state.coins)
