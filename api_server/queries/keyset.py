"""Lists whose order never changes: newest first, paged by the last row's own keys."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Select, Text, and_, bindparam, cast, func, literal_column, select, true, tuple_
from sqlalchemy.sql import ColumnElement, FromClause

from api_server.contract.cursors import Cursor, decode, fingerprint
from api_server.contract.links import link
from api_server.contract.models import arrow_types
from api_server.contract.paging import COUNTED, Page, Paged, Row, TotalIs
from api_server.contract.problems import Problem
from api_server.queries.database import Database, compile_once

Q = TypeVar("Q", bound=Paged)
Condition = Callable[[], ColumnElement[bool]]


class KeysetList(Generic[Q]):
    """A list in descending order of `keys`, which together are unique and an index holds.

    `columns` are what a row has, by the names of `model`; `conditions` what each parameter's presence adds to WHERE,
    its value bound under its name; `given` turns a query into those values, the ones in `parts` into patterns.
    """

    parts: tuple[str, ...] = ("search",)

    def __init__(
        self,
        database: Database,
        name: str,
        model: type[msgspec.Struct],
        origin: FromClause,
        columns: Mapping[str, ColumnElement[Any]],
        keys: Sequence[str],
        conditions: Mapping[str, Condition | None],
    ) -> None:
        self.database, self.name = database, name
        self.model, self.names, self.types = model, tuple(model.__struct_fields__), arrow_types(model)
        self._origin, self._columns, self._keys, self._conditions = origin, columns, keys, conditions
        self._places = [self.names.index(key) for key in keys]
        self._sql = lru_cache(maxsize=256)(self._compiled)
        self._count_sql = lru_cache(maxsize=256)(self._compiled_count)

    async def given(self, query: Q) -> dict[str, Any]:
        """The filters that are set, as the statements' parameters."""
        found = {name: getattr(query, name) for name in self._conditions if hasattr(query, name)}
        return {
            name: contains(value) if name in self.parts else value
            for name, value in found.items()
            if value not in (None, [])
        }

    async def page(self, query: Q, version: int | None) -> Page:
        """One page, newest first."""
        given = await self.given(query)
        name = fingerprint(self.name, sorted(given.items()))
        skipped = query.skipped
        after = self._after(query.cursor, name) if query.cursor else {}
        rows = await self._rows(given, after, query.rows + 1, skipped)
        more, rows = len(rows) > query.rows, rows[: query.rows]
        following = Cursor(name, [_portable(rows[-1][place]) for place in self._places]) if more else None
        total, total_is = await self._total(query, given, None if more or after else skipped + len(rows))
        return Page(rows, query.rows, following, total, total_is)

    async def count(self, query: Q, version: int | None, limit: int) -> int:
        """How many rows the whole list has, `limit` at most."""
        return await self._count(await self.given(query), limit)

    async def batches(self, query: Q, version: int | None, size: int) -> AsyncIterator[list[Row]]:
        """The whole list, page by page: no connection is held while a slow client reads."""
        given = await self.given(query)
        after: dict[str, Any] = {}
        while rows := await self._rows(given, after, size, 0):
            yield rows
            if len(rows) < size:
                return
            after = {f"after_{n}": rows[-1][place] for n, place in enumerate(self._places)}

    def shaped(self, rows: list[Row]) -> list[Row]:
        """The rows as they are answered."""
        return rows

    async def _rows(self, given: dict[str, Any], after: dict[str, Any], limit: int, offset: int) -> list[Row]:
        sql = self._sql(frozenset(given), bool(after))
        shown = {"row_limit": limit, "row_offset": offset, "raw": link("/raw/")}
        rows = await self.database.fetch(sql, {**given, **after, **shown})
        return self.shaped(rows)

    async def _count(self, given: dict[str, Any], limit: int) -> int:
        rows = await self.database.fetch(self._count_sql(frozenset(given)), {**given, "row_limit": limit})
        return int(rows[0][0])

    async def _total(self, query: Q, given: dict[str, Any], known: int | None) -> tuple[int | None, TotalIs | None]:
        if query.count == "none":
            return None, None
        if known is not None and (known or not query.skipped):
            return known, "exact"
        if query.count == "exact":
            counted = await self._count(given, COUNTED + 1)
            return (counted, "exact") if counted <= COUNTED else (COUNTED, "at_least")
        if query.count == "estimated":
            sql = "explain (format json) " + self._sql(frozenset(given), False)
            plan = await self.database.fetch(sql, {**given, "row_limit": None, "row_offset": 0, "raw": ""})
            return int(msgspec.json.decode(plan[0][0])[0]["Plan"]["Plan Rows"]), "estimated"
        return None, None

    def _after(self, text: str, name: str) -> dict[str, Any]:
        kinds = [self._columns[key].type.python_type for key in self._keys]
        last = decode(text, name, tuple(str if kind is datetime else kind for kind in kinds)).last
        try:
            return {
                f"after_{n}": datetime.fromisoformat(str(value)) if kind is datetime else value
                for n, (value, kind) in enumerate(zip(last, kinds, strict=True))
            }
        except ValueError:
            raise Problem("invalid-cursor", "The cursor is damaged. Start without one.") from None

    def _where(self, given: frozenset[str]) -> ColumnElement[bool]:
        return and_(
            true(),
            *(condition() for name in sorted(given) if (condition := self._conditions.get(name)) is not None),
        )

    def _compiled(self, given: frozenset[str], after: bool) -> str:
        keys = [self._columns[key] for key in self._keys]
        statement: Select[Any] = (
            select(*(self._columns[name].label(name) for name in self.names))
            .select_from(self._origin)
            .where(self._where(given))
            .order_by(*(key.desc() for key in keys))
            .limit(bindparam("row_limit"))
            .offset(bindparam("row_offset"))
        )
        if after:
            last = tuple_(*(bindparam(f"after_{n}", type_=key.type) for n, key in enumerate(keys)))
            statement = statement.where(tuple_(*keys) < last)
        return compile_once(statement)

    def _compiled_count(self, given: frozenset[str]) -> str:
        some = (
            select(literal_column("1")).select_from(self._origin).where(self._where(given))
            .limit(bindparam("row_limit")).subquery()
        )  # fmt: skip
        return compile_once(select(func.count()).select_from(some))


def address_of(seq: ColumnElement[int]) -> ColumnElement[str]:
    """Where the payload of a raw record is: `link("/raw/")` is bound under `raw`."""
    return bindparam("raw", type_=Text) + cast(seq, Text)


def _portable(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def begins_with(text: str) -> str:
    """A LIKE pattern for text that begins with this one."""
    return re.sub(r"([\\%_])", r"\\\1", text) + "%"


def contains(text: str) -> str:
    """A LIKE pattern for text that holds this one. `…`, which `/quality` has in place of values, is anything."""
    return "%" + begins_with(text).replace("…", "%")
