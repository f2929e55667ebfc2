"""`GET /data`: the unified coins."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import get
from litestar.datastructures import State
from litestar.params import Parameter

from api_server.queries.coins import Coin, top_coins


class Coins(msgspec.Struct):
    """The answer's envelope."""

    data: list[Coin]
    pagination: dict[str, int]


@get("/data", summary="The unified coins, by rank")
async def data(
    state: State, limit: Annotated[int, Parameter(ge=1, le=1000, description="How many coins")] = 50
) -> Coins:
    """One record per coin, from the freshest of its sources, most important first."""
    coins = await top_coins(state.pool, limit)
    return Coins(coins, {"limit": limit, "returned": len(coins)})
