"""The simulator's HTTP face: the providers' stand-ins side by side, with faults on demand."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from litestar import Litestar, MediaType, get

from crypto_pipeline.simulator.faults import Fault, Faulty
from crypto_pipeline.simulator.history import corrections
from crypto_pipeline.simulator.market import Market
from crypto_pipeline.simulator.replay import Replay
from crypto_pipeline.simulator.stand_in import StandIn, World


def create_app(
    stand_ins: Sequence[StandIn],
    coins: int = 1000,
    seed: int = 1,
    replay: Path | None = None,
    faults: list[Fault] | None = None,
    at: datetime | None = None,
    per_minute: int = 0,
) -> Any:
    """The ASGI application. `at` stops the clock; `per_minute` 0 means no rate limit."""
    clock = (lambda: at.timestamp()) if at else time.time
    world = World(Market(coins, seed), Replay(replay) if replay else None, clock, per_minute)
    served = "recordings" if replay else f"{coins} simulated coins, seed {seed}"
    places = [path for stand_in in stand_ins for path in stand_in.index]

    @get("/", media_type=MediaType.TEXT)
    async def index() -> str:
        return "\n".join([f"Simulator: {served}", "", *places, "/simulator/faults", "/simulator/corrections", ""])

    routes = [route for stand_in in stand_ins for route in stand_in.routes(world)]
    return Faulty(Litestar([index, corrections(world), *routes], openapi_config=None), faults or [], seed)
