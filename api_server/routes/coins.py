"""`GET /data`: the unified coins."""

from __future__ import annotations

from typing import Any

from litestar import Response, get

from api_server.answers.lists import AnyRequest, answer_list
from api_server.contract.formats import MEDIA_TYPES
from api_server.contract.models import Coin, Listed
from api_server.contract.openapi import LISTING, documented
from api_server.queries.coins import CoinQuery
from api_server.services import Injected


@get(
    "/data",
    summary="The unified coins",
    tags=["Coins"],
    **documented(CoinQuery, Listed[Coin], *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def data(request: AnyRequest, services: Injected) -> Response[Any]:
    """One record per coin, of the first of its fresh sources that is believed, most important first; or with `source=`
    the coins as that source sees them.
    """
    return await answer_list(request, services, CoinQuery, services.coins)
