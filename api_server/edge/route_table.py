"""What each route needs, by the path of a request: known before the application has matched it.

A handler says it in its `opt`, see `openapi.documented`: whether it is open to those without a key, counted by the
rate, and made of data that `data_version` counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from litestar.routes import HTTPRoute

# OpenAPI's document is the framework's own route
OPEN_PATHS = ("/schema/openapi.json",)


@dataclass(frozen=True)
class Needs:
    """A route: its template and what holds for it. `one_format`: an answer is JSON, whatever is asked for."""

    template: str = "unmatched"
    is_open: bool = False
    counted: bool = True
    cacheable: bool = False
    one_format: bool = False


NOBODY = Needs()


class RouteTable:
    """The application's routes."""

    def __init__(self, routes: Iterable[Any]) -> None:
        found = [(_pattern(route), _needs(route)) for route in routes if isinstance(route, HTTPRoute)]
        # what is longer says more, and a number more than a text
        self._found = sorted(found, key=lambda item: (-item[0].pattern.count("/"), "[^/]" in item[0].pattern))
        self.of = lru_cache(maxsize=4_096)(self._of)

    def _of(self, path: str) -> Needs:
        """What the route of this path needs; `NOBODY` where there is none."""
        return next((needs for pattern, needs in self._found if pattern.fullmatch(path)), NOBODY)


def _pattern(route: HTTPRoute) -> re.Pattern[str]:
    kinds = {"path": ".+", "int": r"-?\d+"}
    parts = [
        re.escape(part) if isinstance(part, str) else kinds.get(part.full.partition(":")[2], "[^/]+")
        for part in route.path_components
    ]
    return re.compile("/" + "/".join(parts))


def _needs(route: HTTPRoute) -> Needs:
    options: dict[str, Any] = {}
    for handler in route.route_handlers:
        options |= handler.opt
    return Needs(
        route.path_format,
        bool(options.get("is_open")) or route.path_format in OPEN_PATHS,
        bool(options.get("counted", True)),
        bool(options.get("cacheable")),
        bool(options.get("one_format")),
    )
