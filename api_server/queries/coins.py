"""The unified coins, or the coins as one source sees them: filters, order, and the rows of a page."""

from __future__ import annotations

from array import array
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Annotated, Any, Literal

from msgspec import Meta
from sqlalchemy import Double, Select, and_, any_, bindparam, case, cast, func, literal_column, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT, TEXT, TIMESTAMP, aggregate_order_by
from sqlalchemy.sql import ColumnElement

from api_server.contract.cursors import Cursor, decode, fingerprint
from api_server.contract.links import link
from api_server.contract.models import Coin, arrow_types
from api_server.contract.paging import Page, Paged, Row
from api_server.contract.problems import Problem
from api_server.queries.database import Database, compile_once
from api_server.queries.keyset import address_of, begins_with, contains
from api_server.queries.orders import Orders
from api_server.queries.ready import ReadyRows
from api_server.queries.sources import SourceName
from crypto_pipeline.catalog import QUOTES
from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS, assets, crypto_assets, listings, source_quotes

FIELDS = tuple(Coin.__struct_fields__)
TYPES = arrow_types(Coin)
SORTS = {
    "rank": "rank",
    "price": "price_usd",
    "market_cap": "market_cap_usd",
    "volume": "volume_24h_usd",
    "percent_change_1h": "percent_change_1h",
    "percent_change_24h": "percent_change_24h",
    "percent_change_7d": "percent_change_7d",
    "spread": "spread_percent",
    "name": "name",
    "ticker": "ticker",
    "observed_at": "observed_at",
}
SORT_NAMES = tuple(sign + name for name in SORTS for sign in ("", "-"))
# How many of the last keys a cursor remembers, should its order be gone
ANCHORS = 5
Name = Annotated[str, Meta(min_length=1, max_length=200)]
# One of several values: without the comma that parts them
OneName = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"^[^,]*[^, \t][^,]*$")]
Amount = Annotated[float, Meta(ge=0, le=1e300)]
Change = Annotated[float, Meta(ge=-1e300, le=1e300)]
_BOUNDS = {
    "price": "price_usd", "market_cap": "market_cap_usd", "volume": "volume_24h_usd", "spread": "spread_percent",
    "percent_change_1h": "percent_change_1h", "percent_change_7d": "percent_change_7d",
}  # fmt: skip


class CoinQuery(Paged, kw_only=True, frozen=True):
    """The parameters of `/data`."""

    ticker: Annotated[list[OneName], Meta(description="Unique names of coins, e.g. `BTC,ETH`")] = []
    symbol: Annotated[list[OneName], Meta(description="Symbols; every coin that bears one, e.g. `HOT`")] = []
    source: Annotated[
        SourceName | None, Meta(description="The coins as this source sees them, instead of the unified record")
    ] = None
    search: Annotated[Name | None, Meta(description="Part of a name, symbol or ticker; matches at the start first")] = (
        None
    )
    min_price: Annotated[Amount | None, Meta(description="USD")] = None
    max_price: Annotated[Amount | None, Meta(description="USD")] = None
    min_market_cap: Annotated[Amount | None, Meta(description="USD")] = None
    max_market_cap: Annotated[Amount | None, Meta(description="USD")] = None
    min_volume: Annotated[Amount | None, Meta(description="USD in 24 hours")] = None
    max_volume: Annotated[Amount | None, Meta(description="USD in 24 hours")] = None
    start_date: Annotated[datetime | None, Meta(description="Observed then or later")] = None
    end_date: Annotated[datetime | None, Meta(description="Observed then or earlier; a date means its whole day")] = (
        None
    )
    min_spread: Annotated[Amount | None, Meta(description="Percent, between the sources' prices")] = None
    max_spread: Annotated[Amount | None, Meta(description="Percent, between the sources' prices")] = None
    min_percent_change_1h: Annotated[Change | None, Meta(description="Percent")] = None
    max_percent_change_1h: Annotated[Change | None, Meta(description="Percent")] = None
    min_percent_change_7d: Annotated[Change | None, Meta(description="Percent")] = None
    max_percent_change_7d: Annotated[Change | None, Meta(description="Percent")] = None
    sort: Annotated[
        list[Literal[SORT_NAMES]],  # type: ignore[valid-type]
        Meta(description="`rank` unless given; `-` for descending, several in their order; unknown values last"),
    ] = []
    fields: Annotated[list[Literal[FIELDS]], Meta(description="Only these, e.g. `ticker,price_usd`")] = []  # type: ignore[valid-type]

    product = QUOTES
    bounds = (
        *((f"min_{name}", f"max_{name}") for name in _BOUNDS),
        ("start_date", "end_date"),
    )


FILTERS = tuple(
    name for name in CoinQuery.__struct_fields__ if name not in (*Paged.__struct_fields__, "sort", "fields")
)


@dataclass(frozen=True)
class _View:
    """Where the coins are read from: the unified records, or one source's quotes."""

    columns: dict[str, ColumnElement[Any]]
    key: ColumnElement[int]
    origin: Any
    condition: ColumnElement[bool]


def _view(*, of_source: bool) -> _View:
    c, a, of, q = crypto_assets.c, assets.c, listings.c, source_quotes.c
    if not of_source:
        columns: dict[str, ColumnElement[Any]] = {name: c[name] for name in FIELDS if name not in ("id", "raw")}
        return _View({"id": c.ticker, **columns, "raw": address_of(c.raw_seq)}, c.asset_id, crypto_assets, true())
    seen: dict[str, ColumnElement[Any]] = {
        "id": a.ticker, "ticker": a.ticker, "symbol": a.symbol, "name": a.name, "rank": q.rank,
        **{name: q[name] for name in QUOTE_NUMBERS},
        "source": of.source, "sources": c.sources, "spread_percent": c.spread_percent, "observed_at": q.observed_at,
        "reason": c.reason, "flags": c.flags, "held_back": c.held_back, "raw": address_of(q.raw_seq),
    }  # fmt: skip
    origin = source_quotes.join(listings, of.listing_id == q.listing_id)
    origin = origin.join(assets, a.asset_id == of.asset_id).join(crypto_assets, c.asset_id == of.asset_id)
    return _View(seen, of.asset_id, origin, of.source == bindparam("source"))


def _conditions(view: _View, given: frozenset[str]) -> list[ColumnElement[bool]]:
    column = view.columns
    found: list[ColumnElement[bool]] = [view.condition]
    found += [
        column[name] == any_(bindparam(name, type_=ARRAY(TEXT))) for name in ("ticker", "symbol") if name in given
    ]
    for name, target in _BOUNDS.items():
        if f"min_{name}" in given:
            found.append(column[target] >= bindparam(f"min_{name}", type_=Double))
        if f"max_{name}" in given:
            found.append(column[target] <= bindparam(f"max_{name}", type_=Double))
    if "start_date" in given:
        found.append(column["observed_at"] >= bindparam("start_date", type_=TIMESTAMP(timezone=True)))
    if "end_date" in given:
        found.append(column["observed_at"] <= bindparam("end_date", type_=TIMESTAMP(timezone=True)))
    if "search" in given:
        found.append(_named_like(view, "inside"))
    return found


def _named_like(view: _View, parameter: str) -> ColumnElement[bool]:
    pattern = bindparam(parameter, type_=TEXT)
    return or_(*(view.columns[name].ilike(pattern) for name in ("ticker", "symbol", "name")))


@lru_cache(maxsize=512)
def _order_sql(given: frozenset[str], sort: tuple[str, ...]) -> str:
    """The keys of the coins that a query gives, in its order, as one array."""
    view = _view(of_source="source" in given)
    steps: list[ColumnElement[Any]] = []
    for name in sort or ("rank",):
        target = view.columns[SORTS[name.removeprefix("-")]]
        steps.append(target.desc().nulls_last() if name.startswith("-") else target.asc().nulls_last())
    steps.append(view.columns["ticker"])  # so that the order is one
    if "search" in given and not sort:
        prefixed = _named_like(view, "prefix")
        steps.insert(0, case((prefixed, literal_column("0")), else_=literal_column("1")))
    keys = func.array_agg(aggregate_order_by(view.key, *steps))
    statement: Select[Any] = select(keys).select_from(view.origin).where(and_(*_conditions(view, given)))
    return compile_once(statement)


@lru_cache(maxsize=2)
def rows_sql(*, of_source: bool) -> str:
    """The coins under these keys, each behind its key, in any order."""
    view = _view(of_source=of_source)
    keys = cast(bindparam("keys", type_=TEXT), ARRAY(BIGINT))
    statement = (
        select(view.key, *(view.columns[name].label(name) for name in FIELDS))
        .select_from(view.origin)
        .where(view.condition, view.key == any_(keys))
    )
    return compile_once(statement)


class CoinList:
    """The list behind `/data`."""

    model = Coin
    names = FIELDS
    types = TYPES

    def __init__(self, database: Database, orders: Orders) -> None:
        self.database, self.orders, self.ready = database, orders, ReadyRows()
        database.on_new_version(self.ready.clear)

    async def page(self, query: CoinQuery, version: int | None) -> Page:
        """One page. Raises `Problem` for a cursor of another query."""
        given, name = self._asked(query)
        skipped = query.skipped
        if query.cursor is None:
            at, order = version, await self._order(query.sort, given, version, name)
        else:
            cursor = decode(query.cursor, name)
            kept = self.orders.kept(cursor.version, name)
            at = cursor.version if kept is not None else version
            order = kept if kept is not None else await self._order(query.sort, given, version, name)
            skipped = cursor.position if kept is not None else _resume(order, cursor)
        keys = order[skipped : skipped + query.rows]
        rows = await self._rows(query, keys, keep=version is not None)
        end = skipped + len(keys)
        following = Cursor(name, list(keys[-ANCHORS:]), at or 0, end) if keys and end < len(order) else None
        if following and at:
            self.orders.share(at, name)
        wanted = query.count != "none"
        return Page(rows, query.rows, following, len(order) if wanted else None, "exact" if wanted else None)

    async def count(self, query: CoinQuery, version: int | None, limit: int) -> int:
        """How many rows the whole list has, `limit` at most."""
        given, name = self._asked(query)
        return len(await self._order(query.sort, given, version, name))

    async def batches(self, query: CoinQuery, version: int | None, size: int) -> AsyncIterator[list[Row]]:
        """The whole list."""
        given, name = self._asked(query)
        order = await self._order(query.sort, given, version, name)
        for start in range(0, len(order), size):
            yield await self._rows(query, order[start : start + size], keep=False)

    async def _order(self, sort: list[str], given: dict[str, Any], version: int | None, name: str) -> array[int]:
        async def read() -> list[int]:
            rows = await self.database.fetch(_order_sql(frozenset(given), tuple(sort)), given)
            return rows[0][0] or []

        return await self.orders.get(version, name, read)

    async def _rows(self, query: CoinQuery, keys: Sequence[int], *, keep: bool) -> list[Row]:
        """The rows under these keys, in their order; to be kept for other pages, or not."""
        view = query.source, link("/raw/")
        return await self.ready.get(view, keys, partial(self._read, query.source), keep=keep)

    async def _read(self, source: str | None, keys: Sequence[int]) -> list[Row]:
        """The rows under these keys, each behind its key, in any order."""
        # written as text: psycopg looks at each element of a list, again and again
        literal = f"{{{','.join(map(str, keys))}}}"
        sql = rows_sql(of_source=source is not None)
        return await self.database.fetch(sql, {"keys": literal, "source": source, "raw": link("/raw/")})

    @staticmethod
    def _asked(query: CoinQuery) -> tuple[dict[str, Any], str]:
        """The filters that are set, as the statements' parameters, and the query's fingerprint."""
        given = {name: value for name in FILTERS if (value := getattr(query, name)) not in (None, [])}
        for name in ("ticker", "symbol"):
            if name in given:
                given[name] = [value.upper() for value in given[name]]
        if query.search is not None:
            given |= {"inside": contains(query.search), "prefix": begins_with(query.search)}
        return given, fingerprint("data", given, query.sort)


def _resume(order: array[int], cursor: Cursor) -> int:
    """Where to go on in an order that is not the cursor's own: after the last coin that it had seen."""
    places: dict[Any, int] = {key: place for place, key in enumerate(order)}
    for key in reversed(cursor.last):
        if key in places:
            return places[key] + 1
    raise Problem("invalid-cursor", "The data has changed and your place in it is gone. Start without a cursor.")
