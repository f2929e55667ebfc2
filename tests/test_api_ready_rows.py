"""Rows that pages share: each is read once of a version of the data, and never outlives it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from api_server.queries import ready
from api_server.queries.ready import ReadyRows


class Table:
    """A table whose rows say which version they are of, and what was asked of it."""

    def __init__(self) -> None:
        self.version = 1
        self.asked: list[list[int]] = []
        self.waits: asyncio.Event | None = None

    async def read(self, keys: list[int]) -> list[Any]:
        self.asked.append(keys)
        found = [(key, f"row {key} of {self.version}") for key in keys if key < 100]
        if self.waits is not None:
            await self.waits.wait()
        return found


def test_a_row_is_read_once_until_the_data_changes() -> None:
    async def go() -> None:
        table, rows = Table(), ReadyRows()
        assert await rows.get("all", [1, 2], table.read) == [("row 1 of 1",), ("row 2 of 1",)]
        assert await rows.get("all", [3, 2], table.read) == [("row 3 of 1",), ("row 2 of 1",)]
        assert await rows.get("coingecko", [2], table.read) == [("row 2 of 1",)]
        assert table.asked == [[1, 2], [3], [2]]
        table.version = 2
        rows.clear()
        assert await rows.get("all", [2, 100], table.read) == [("row 2 of 2",)]

    asyncio.run(go())


def test_a_read_that_ends_after_the_data_changed_leaves_nothing_old_behind() -> None:
    async def go() -> None:
        table, rows = Table(), ReadyRows()
        table.waits = waits = asyncio.Event()
        late = asyncio.create_task(rows.get("all", [1], table.read))
        await asyncio.sleep(0)
        table.version, table.waits = 2, None
        rows.clear()
        waits.set()
        assert await late == [("row 1 of 1",)]
        assert await rows.get("all", [1], table.read) == [("row 1 of 2",)]

    asyncio.run(go())


def test_nothing_is_kept_while_nobody_tells_of_new_data_nor_more_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ready, "KEPT", 3)

    async def go() -> None:
        table, rows = Table(), ReadyRows()
        for _ in range(2):
            await rows.get("all", [1], table.read, keep=False)
        assert table.asked == [[1], [1]]
        await rows.get("all", [1, 2, 3, 4], table.read)
        table.asked.clear()
        await rows.get("all", [4], table.read)
        assert table.asked == [[4]]

    asyncio.run(go())
