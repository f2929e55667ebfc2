"""What takes a provider's place: its endpoints over the simulated market, and what points the source at them."""

from __future__ import annotations

import hashlib
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from litestar import Request, Response

    from crypto_pipeline.simulator.market import Market
    from crypto_pipeline.simulator.replay import Replay

Rows = Callable[["Market", float], list[dict[str, Any]]]


@dataclass(frozen=True)
class Demo:
    """What a demo is: the simulator's address, its inbox, and how many coins its market has."""

    base: str
    inbox: Path
    coins: int


@dataclass(frozen=True)
class StandIn:
    """A provider's stand-in. `variables` point the source at it, `routes` are its endpoints, `index` those worth
    a look.
    """

    variables: Callable[[Demo], dict[str, str]]
    routes: Callable[[World], list[Any]] = lambda _: []
    index: Sequence[str] = ()


@dataclass
class World:
    """What is served: a market or recordings, at the clock's time or at a fixed one."""

    market: Market
    replay: Replay | None
    clock: Callable[[], float]
    per_minute: int
    calls: deque[float] = field(default_factory=deque)
    corrections: list[Any] = field(default_factory=list)  # of `history.Correction`

    def __post_init__(self) -> None:
        self._rendered = lru_cache(maxsize=8)(self._render)

    def records(self, provider: str, endpoint: str, tick: int, rows: Rows) -> Sequence[bytes]:
        """The records of an endpoint: recorded ones, or the rows that the market has in this tick (seconds)."""
        recorded = self.replay.records(provider, endpoint) if self.replay else None
        return recorded if recorded is not None else self._rendered(rows, self.clock() // tick * tick)

    def over_limit(self) -> bool:
        """Counts a call; true when the last minute had more than allowed."""
        now = time.monotonic()
        while self.calls and self.calls[0] < now - 60:
            self.calls.popleft()
        self.calls.append(now)
        return 0 < self.per_minute < len(self.calls)

    def _render(self, rows: Rows, at: float) -> tuple[bytes, ...]:
        found = rows(self.market, at)
        return tuple(json.dumps(row, separators=(",", ":"), ensure_ascii=False).encode() for row in found)


def stand_ins(names: Iterable[str | None]) -> list[StandIn]:
    """The stand-ins that sources name as `module:attribute`."""
    return [getattr(import_module(module), name) for module, _, name in (n.partition(":") for n in names if n)]


def cached(
    request: Request[Any, Any, Any], body: bytes, seconds: int, *, weak: bool,
    media_type: str = "application/json; charset=utf-8", headers: dict[str, str] | None = None,
) -> Response[bytes]:  # fmt: skip
    """An answer with validators; 304 for who has it already."""
    from litestar import Response

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


def json_answer(content: Any, status: int, retry_after: int | None = None) -> Response[bytes]:
    """An answer, an error mostly."""
    from litestar import Response

    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    return Response(json.dumps(content).encode(), status_code=status, media_type="application/json", headers=headers)


def number_in(request: Request[Any, Any, Any], name: str, default: int) -> int:
    """A parameter that is a whole number."""
    value = request.query_params.get(name, "")
    return int(value) if value.isdigit() else default
