"""Orders: which coins a query gives, and in what order, at one `data_version`.

Every load changes most prices and ranks. An index on them would make each load many times dearer, and a cursor that
remembers a price would skip coins that move while it is followed. So a query's order is read once for a version and
kept: every page of it is then a look-up by primary key, all pages cost the same, and whoever follows a cursor sees
each coin once, whatever is loaded meanwhile.
"""

from __future__ import annotations

import asyncio
from array import array
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

Key = tuple[int, str]  # data_version and the query's fingerprint
KEPT = 256


class Orders:
    """The orders that were asked for lately, old versions included: 8 bytes a coin."""

    def __init__(self) -> None:
        self._orders: OrderedDict[Key, array[int]] = OrderedDict()
        self._pending: dict[Key, asyncio.Future[array[int]]] = {}

    def kept(self, version: int, query: str) -> array[int] | None:
        """The order of this version, if it is still here."""
        order = self._orders.get((version, query))
        if order is not None:
            self._orders.move_to_end((version, query))
        return order

    async def get(self, version: int | None, query: str, read: Callable[[], Awaitable[list[Any]]]) -> array[int]:
        """The order, read once for all who ask for it at the same time."""
        if version is None:
            return array("q", await read())
        if (order := self.kept(version, query)) is not None:
            return order
        key = (version, query)
        pending = self._pending.get(key)
        if pending is not None:
            return await asyncio.shield(pending)
        pending = self._pending[key] = asyncio.get_running_loop().create_future()
        try:
            order = array("q", await read())
        except BaseException as error:
            if isinstance(error, Exception):
                pending.set_exception(error)
                pending.exception()  # it is raised here; nobody else may be waiting
            else:
                pending.cancel()
            raise
        else:
            pending.set_result(order)
        finally:
            del self._pending[key]
        self._orders[key] = order
        while len(self._orders) > KEPT:
            self._orders.popitem(last=False)
        return order
