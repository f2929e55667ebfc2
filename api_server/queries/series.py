"""Series of coins' prices: candles and points, oldest first.

Hours and days are stored, weeks are made of days, and minutes of quotes. A coin's row of an interval is that of the
listing whose quote was its record when the interval ended (`verdicts`); where nobody had judged yet, or that listing
says nothing of it, of the source that comes first. Each row says whose it is: where that changes, the source has
switched.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from api_server.contract.cursors import Cursor, decode, fingerprint
from api_server.contract.models import arrow_types
from api_server.contract.paging import Page, Row
from api_server.contract.prices import Candle, Point
from api_server.contract.problems import Problem
from api_server.queries.assets import require_known
from api_server.queries.database import Database
from api_server.queries.intervals import NOW, STEPS, THEN
from api_server.queries.spans import SeriesQuery

Q = TypeVar("Q", bound=SeriesQuery)
# A page is read slice by slice of time, the first as long as these rows take where none is missing
SLACK = 1.25
# Of files so many intervals of coins at a time; of no more than `WIDEST` where there are few rows
SLICE, WIDEST = 20_000, 80_000
# How often raw quotes come, for the length of a slice
RAW_STEP = timedelta(minutes=10)
_ASKED = """
left join (select source, min(precedence) as precedence from streams group by source) p on p.source = l.source
where ticker = any(%(tickers)s) and (%(source)s::text is null or l.source = %(source)s)
"""
LISTINGS = f"""
select ticker, listing_id, l.source, coalesce(p.precedence, 999), asset_id
from assets a join listings l using (asset_id) {_ASKED}
"""
# Which coin a listing stood for then: its last event says so
LISTINGS_THEN = f"""
select ticker, l.listing_id, l.source, coalesce(p.precedence, 999), a.asset_id
from listings l cross join lateral (
    select asset_id from identity_events e where e.listing_id = l.listing_id and known_at <= %(as_of)s
    order by event_id desc limit 1) as stood join assets a on a.asset_id = stood.asset_id {_ASKED}
and l.listing_id in (
    select listing_id from identity_events join assets using (asset_id) where ticker = any(%(tickers)s))
"""
# The first moment that anything is told of, and was told of once
FIRST = """
select min(at) from unnest(%s::int[]) as l (listing_id), lateral (
    (select opened_at as at from candles_1d c where c.listing_id = l.listing_id order by opened_at limit 1) union all
    (select observed_at from quote_revisions r where r.listing_id = l.listing_id order by observed_at limit 1) union all
    (select observed_at from undone_quotes u where u.listing_id = l.listing_id order by observed_at limit 1) union all
    (select first from candles_due d where d.listing_id = l.listing_id order by first limit 1)) as firsts
"""
VERDICTS = """
select asset_id, listing_id, since, until from verdicts
where asset_id = any(%s) and since <= %s and (until is null or until > %s)
"""


class Listing(NamedTuple):
    """A listing of a coin that is asked for."""

    ticker: str
    listing_id: int
    source: str
    precedence: int
    asset_id: int


class Series(Generic[Q]):
    """The rows of a `model`, which names its columns as `columns` says, of coins by their tickers."""

    def __init__(
        self, database: Database, model: type[Struct], columns: dict[str, str], tickers: Sequence[str] = ()
    ) -> None:
        self.database, self.model, self._columns = database, model, columns
        self.names, self.types = tuple(model.__struct_fields__), arrow_types(model)
        self._tickers = tickers

    def of(self, ticker: str) -> Series[Q]:
        """The series of one coin."""
        return Series(self.database, self.model, self._columns, [ticker])

    async def page(self, query: Q, version: int | None) -> Page:
        """One page, oldest first. Raises `Problem` for a ticker that nobody has."""
        listings, interval = await self._listings(query), _interval(query)
        name = fingerprint("series", self.model.__name__, interval, query.start, query.end, query.source, query.as_of,
                           sorted({listing.ticker for listing in listings}))  # fmt: skip
        first, last = query.span(interval)
        after: tuple[Any, ...] | None = None
        if query.cursor:
            at, listing = decode(query.cursor, name, (str, int)).last
            after = (_moment(at), listing)
            first = max(first, after[0])
        rows: list[Row] = []
        # those of the moment at which the page before ended may come again
        most = query.rows + 1 + len(listings)
        async for some in self._slices(query, listings, first, last, query.rows + 1, most):
            rows += [row for row in some if after is None or row[-2:] > after]
            if len(rows) > query.rows:
                break
        more, rows = len(rows) > query.rows, rows[: query.rows]
        following = Cursor(name, [rows[-1][-2].isoformat(), rows[-1][-1]]) if more else None
        known = len(rows) if not more and after is None else None
        return Page([row[:-2] for row in rows], query.rows, following, known, None if known is None else "exact")

    async def count(self, query: Q, version: int | None, limit: int) -> int:
        """How many rows the whole series has at most: as many as its richest listings have."""
        listings, interval = await self._listings(query), _interval(query)
        first, last = query.span(interval)
        total = "sum" if interval == "raw" else "max"
        sql = f"""
            select coalesce(sum(rows), 0)::int8 from (
                select asset_id, {total}(rows) as rows
                from unnest(%(listings)s::int[], %(assets)s::bigint[]) as c (listing_id, asset_id),
                     lateral (select count(*) as rows from ({_rows(query)}) as k) as counted
                group by asset_id) as coins
        """
        given: dict[str, Any] = {
            "listings": [x.listing_id for x in listings], "assets": [x.asset_id for x in listings],
        }  # fmt: skip
        given |= {"first": _floor(first, interval), "last": _floor(last, interval), "as_of": query.then}
        ((rows,),) = await self.database.fetch(sql, given)
        return min(int(rows), limit)

    async def batches(self, query: Q, version: int | None, size: int) -> AsyncIterator[list[Row]]:
        """The whole series, slice by slice of time."""
        listings = await self._listings(query)
        async for rows in self._slices(query, listings, *query.span(_interval(query)), SLICE):
            yield [row[:-2] for row in rows]

    async def _listings(self, query: Q) -> list[Listing]:
        tickers = [ticker.upper() for ticker in self._tickers or getattr(query, "tickers", ())]
        given = {"tickers": tickers, "source": query.source, "as_of": query.then}
        rows = await self.database.fetch(LISTINGS if query.then is None else LISTINGS_THEN, given)
        found = [Listing(*row) for row in rows]
        if missing := set(tickers) - {listing.ticker for listing in found}:
            known = await self.database.fetch("select ticker from assets where ticker = any(%s)", [list(missing)])
            await require_known(self.database, sorted(missing), {ticker for (ticker,) in known})
        return found

    async def _slices(
        self, query: Q, listings: list[Listing], first: datetime, last: datetime, rows: int, most: int | None = None
    ) -> AsyncIterator[list[Row]]:
        """The rows from one moment to another, in slices that grow where there are few; of each `most` at most."""
        interval = _interval(query)
        coins = len({listing.asset_id for listing in listings})
        if not coins:
            return
        ((stored,),) = await self.database.fetch(FIRST, [[listing.listing_id for listing in listings]])
        if stored is None:
            return
        # nothing is told of before the first quote, and of what is to come
        first, last = max(first, stored), min(last, datetime.now(UTC) + timedelta(days=1))
        several = coins < len(listings) and interval != "raw"
        judged = await self._verdicts(query, listings, first, last) if several else []
        step, begin, last = STEPS.get(interval, RAW_STEP), _floor(first, interval), _floor(last, interval)
        length = max(int(min(rows, SLICE) * SLACK / coins), 1)
        while begin <= last:
            end = min(_later(begin, step, length), last)
            found = await self._read(query, listings, judged, begin, end, most, several=several)
            yield found
            begin = end + timedelta(microseconds=1)
            begin = begin if interval == "raw" else _later(end, step, 1)
            length = min(length * 4, max(WIDEST // coins, 1)) if len(found) < rows / 4 else length

    async def _verdicts(self, query: Q, listings: list[Listing], first: datetime, last: datetime) -> list[Row]:
        end = _later(last, timedelta(weeks=1), 1)  # a row is judged when its interval ends
        end = min(end, query.then) if query.then else end
        return await self.database.fetch(VERDICTS, [[x.asset_id for x in listings], end, first])

    async def _read(
        self, query: Q, listings: list[Listing], judged: list[Row], first: datetime, last: datetime, most: int | None,
        *, several: bool,
    ) -> list[Row]:  # fmt: skip
        columns_of = tuple(self._columns.items())
        sql = _sql(columns_of, _interval(query), _rows(query), several=several, judged=bool(judged))
        columns = zip(*listings, strict=True)
        given = dict(zip(("tickers", "listings", "sources", "ranks", "assets"), map(list, columns), strict=True))
        if judged:
            spans = map(list, zip(*judged, strict=True))
            given |= dict(zip(("coins", "winners", "since", "until"), spans, strict=True))
        return await self.database.fetch(
            sql, {**given, "first": first, "last": last, "as_of": query.then, "most": most}
        )


def candles(database: Database) -> Series[Any]:
    """Candles of coins."""
    return Series(database, Candle, {name: name for name in Candle.__struct_fields__})


def points(database: Database) -> Series[Any]:
    """Points of coins: the last quote of each interval."""
    named = {name: name for name in Point.__struct_fields__}
    return Series(database, Point, {**named, "at": "opened_at", "price_usd": "close_usd"})


@lru_cache(maxsize=64)
def _sql(columns: tuple[tuple[str, str], ...], interval: str, rows: str, *, several: bool, judged: bool) -> str:
    """Rows of the listings, in the order of time and listing; of several of a coin's the one that is right.

    Behind the columns of the model are those of the order.
    """
    shown = ", ".join(f"{'c' if column in ('ticker', 'source') else 'k'}.{column}" for _, column in columns)
    ordered = "k.opened_at, c.listing_id"
    origin = (
        "unnest(%(tickers)s::text[], %(listings)s::int[], %(sources)s::text[], %(ranks)s::int[], %(assets)s::bigint[])"
        f" as c (ticker, listing_id, source, rank, asset_id) cross join lateral ({rows}) as k"
    )
    if not several:
        return f"select {shown}, {ordered} from {origin} order by {ordered} limit %(most)s"
    right = "c.rank"
    if judged:
        # what is not over is judged as it is told
        end = f"least(k.opened_at + interval '{STEPS[interval].total_seconds()} s', %(as_of)s::timestamptz)"
        origin += (
            " left join unnest(%(coins)s::bigint[], %(winners)s::int[], %(since)s::timestamptz[],"
            " %(until)s::timestamptz[]) as v (asset_id, listing_id, since, until) on v.asset_id = c.asset_id"
            f" and {end} > since and (until is null or {end} <= until)"
        )
        right = "v.listing_id is not distinct from c.listing_id desc, c.rank"
    names = ", ".join([f"c{n}" for n in range(len(columns))] + ["moment", "listing"])
    return (
        f"select * from (select distinct on (k.opened_at, c.asset_id) {shown}, {ordered} from {origin}"
        f" order by k.opened_at, c.asset_id, {right}, c.listing_id) as rows ({names})"
        " order by moment, listing limit %(most)s"
    )


def _interval(query: SeriesQuery) -> str:
    return str(query.interval)  # type: ignore[attr-defined]


def _rows(query: SeriesQuery) -> str:
    """The statement for the rows of a listing."""
    return (NOW if query.then is None else THEN)[_interval(query)]


def _floor(moment: datetime, interval: str) -> datetime:
    """When the interval begins in which this moment is."""
    if interval == "raw":
        return moment
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if interval == "1w":
        return day - timedelta(days=day.weekday()) if day.toordinal() > 7 else day
    return day + (moment - day) // STEPS[interval] * STEPS[interval]


def _later(moment: datetime, step: timedelta, times: int) -> datetime:
    try:
        return moment + step * times
    except OverflowError:  # at the end of the calendar
        return datetime.max.replace(tzinfo=moment.tzinfo)


def _moment(text: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Problem("invalid-cursor", "The cursor is damaged. Start without one.")
    return moment
