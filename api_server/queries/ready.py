"""Rows that pages share, whatever their filter and order: each is read once for a `data_version`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Any

from api_server.contract.paging import Row

# About 1.3 KB each
KEPT = 20_000
# Gives the rows under keys, each behind its key
Read = Callable[[list[int]], Awaitable[list[Any]]]


class ReadyRows:
    """What was read since the data last changed."""

    def __init__(self) -> None:
        self._rows: dict[Hashable, dict[int, Row]] = {}
        self._count = 0

    def clear(self) -> None:
        """Forgets everything: the data has changed."""
        # not emptied: who reads just now writes into what is let go of
        self._rows, self._count = {}, 0

    async def get(self, view: Hashable, keys: Sequence[int], read: Read, *, keep: bool = True) -> list[Row]:
        """The rows under these keys, in their order, as this view has them; those of no key are left out.

        `read` is asked for those that are not here yet. `keep` is false while nobody would tell of new data.
        """
        if self._count > KEPT:
            self.clear()
        known = self._rows.setdefault(view, {}) if keep else {}
        missing = [key for key in keys if key not in known]
        if missing:
            found = {row[0]: row[1:] for row in await read(missing)}
            known.update(found)
            self._count += len(found) if keep else 0
        return [known[key] for key in keys if key in known]
