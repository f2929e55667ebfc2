"""Orders: which coins a query gives, and in what order, at one `data_version`.

Every load changes most prices and ranks. An index on them would make each load many times dearer, and a cursor that
remembers a price would skip coins that move while it is followed. So a query's order is read once for a version and
kept: every page of it is then a look-up by primary key, all pages cost the same, and whoever follows a cursor sees
each coin once, whatever is loaded meanwhile. Several processes keep the orders that cursors point into in a folder
that they share: the next page may be asked of another one.
"""

from __future__ import annotations

import asyncio
import os
import time
from array import array
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

Key = tuple[int, str]  # data_version and the query's fingerprint
KEPT = 256
# The variable that names the folder which the processes of one server share
SHARED = "CRYPTO_PLATFORM_API_SHARED"
SHARED_SECONDS = 3_600
SHARED_BYTES = 256 * 1024**2


class Orders:
    """The orders that were asked for lately, old versions included: 8 bytes a coin."""

    def __init__(self) -> None:
        self._orders: OrderedDict[Key, array[int]] = OrderedDict()
        self._pending: dict[Key, asyncio.Future[array[int]]] = {}
        self._folder = Path(os.environ[SHARED]) if SHARED in os.environ else None

    def kept(self, version: int, query: str) -> array[int] | None:
        """The order of this version, if it is still here, or with another process of this server."""
        order = self._orders.get((version, query))
        if order is not None:
            self._orders.move_to_end((version, query))
        elif (order := self._found(version, query)) is not None:
            self._keep((version, query), order)
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
        self._keep(key, order)
        return order

    def share(self, version: int, query: str) -> None:
        """Puts an order where the other processes find it: a cursor into it is about to be given."""
        if self._folder is None or (order := self._orders.get((version, query))) is None:
            return
        path = self._path(version, query)
        if path is None or path.exists():
            return
        with suppress(OSError):  # a full disk: the cursor goes on after the last coin that it saw
            temporary = path.with_suffix(f".{os.getpid()}")
            temporary.write_bytes(order.tobytes())
            temporary.replace(path)
            self._tidy()

    def _keep(self, key: Key, order: array[int]) -> None:
        self._orders[key] = order
        while len(self._orders) > KEPT:
            self._orders.popitem(last=False)

    def _path(self, version: int, query: str) -> Path | None:
        return self._folder / f"{version}-{query}.order" if self._folder is not None and query.isalnum() else None

    def _found(self, version: int, query: str) -> array[int] | None:
        path = self._path(version, query)
        if path is None:
            return None
        try:
            order = array("q")
            order.frombytes(path.read_bytes())
        except (OSError, ValueError):
            return None
        return order

    def _tidy(self) -> None:
        """Lets go of what is old, and of the oldest of what is too much."""
        files = sorted(((f.stat().st_mtime, f.stat().st_size, f) for f in self._folder.glob("*.order")), reverse=True)  # type: ignore[union-attr]
        total, oldest = 0, time.time() - SHARED_SECONDS
        for written, size, path in files:
            total += size
            if written < oldest or total > SHARED_BYTES:
                path.unlink(missing_ok=True)
