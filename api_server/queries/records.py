"""Quotes and articles in one list, newest first.

The rows are those of the view `records`. The view cannot be asked for its newest rows cheaply, for it joins before
it sorts: here each side gives its newest by index, and only a page of them is joined. The history has no order by
time but in the key of each listing: of few listings each gives its newest, of many those since a floor are sorted.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from api_server.contract.models import Record
from api_server.contract.paging import Paged, Row
from api_server.queries.assets import require_known
from api_server.queries.coins import Name, OneName
from api_server.queries.database import Database
from api_server.queries.keyset import KeysetList
from api_server.queries.lists import Since, Until
from api_server.queries.sources import SourceName
from crypto_pipeline.warehouse.tables import records


class RecordQuery(Paged, kw_only=True, frozen=True):
    """The parameters of `/records`."""

    source_type: Annotated[list[SourceName], Meta(description="Where the records come from")] = []
    category: Annotated[Literal["quote", "news"] | None, Meta(description="Quotes or news only")] = None
    tag: Annotated[list[OneName], Meta(description="Articles with one of these tags")] = []
    ticker: Annotated[list[OneName], Meta(description="Quotes of these coins, e.g. `BTC`")] = []
    search: Annotated[Name | None, Meta(description="Part of a coin's name or of an article's text")] = None
    since: Since = None
    until: Until = None
    fields: Annotated[list[Literal[Record.__struct_fields__]], Meta(description="Only these")] = []  # type: ignore[valid-type]

    bounds = (("since", "until"),)


# What each parameter asks of a listing
_OF_LISTINGS = {
    "source_type": "source = any(%(source_type)s)",
    "ticker": "ticker = any(%(ticker)s)",
    "search": "(a.name ilike %(search)s or ticker ilike %(search)s)",
}
# So many listings are asked one by one
FEW = 100
# What each parameter asks of a quote and of an article; None: no row of that side has it
_SIDES: dict[str, tuple[str | None, str | None]] = {
    "source_type": ("true", "source = any(%(source_type)s)"),
    "category": ("%(category)s = 'quote'", "%(category)s = 'news'"),
    "tag": (None, "tags && %(tag)s::text[]"),
    "ticker": ("true", None),
    "search": ("true", "(title ilike %(search)s or summary ilike %(search)s)"),
    "listings": ("listing_id = any(%(listings)s)", "true"),
    "floor": ("observed_at >= %(floor)s", "true"),
    "since": ("observed_at >= %(since)s", "published_at >= %(since)s"),
    "until": ("observed_at <= %(until)s", "published_at <= %(until)s"),
    "after": (
        "(observed_at, raw_seq) < (%(after_0)s, %(after_1)s)",
        "(published_at, raw_seq) < (%(after_0)s, %(after_1)s)",
    ),
}


class RecordList(KeysetList[RecordQuery]):
    """The list behind `/records`."""

    def __init__(self, database: Database) -> None:
        columns = {name: records.c[name] for name in Record.__struct_fields__ if name != "raw"}
        super().__init__(
            database, "records", Record, records, columns, ("timestamp", "id"),
            dict.fromkeys(_SIDES.keys() - {"after", "listings", "floor"}),
        )  # fmt: skip

    async def given(self, query: RecordQuery) -> dict[str, Any]:
        """The filters as parameters."""
        found = await super().given(query)
        if query.ticker:
            found["ticker"] = [ticker.upper() for ticker in query.ticker]
            known = await self.database.fetch("select ticker from assets where ticker = any(%s)", [found["ticker"]])
            await require_known(self.database, found["ticker"], {ticker for (ticker,) in known})
        return found

    async def _rows(self, given: dict[str, Any], after: dict[str, Any], limit: int, offset: int) -> list[Row]:
        reach = await self._listings(given)
        if len(reach.get("listings", ())) > FEW or "listings" not in reach:
            upto = min(filter(None, (after.get("after_0"), given.get("until"))), default=None)
            asked = [upto, limit + offset, reach.get("listings")]
            ((floor,),) = await self.database.fetch("select quotes_floor(%s, %s, %s)", asked)
            reach |= {} if floor is None else {"floor": floor}
        return await super()._rows(given | reach, after, limit, offset)

    async def _count(self, given: dict[str, Any], limit: int) -> int:
        return await super()._count(given | await self._listings(given), limit)

    async def _listings(self, given: dict[str, Any]) -> dict[str, Any]:
        """The listings whose quotes are asked for, unless it is all of them."""
        asked = [condition for name, condition in _OF_LISTINGS.items() if name in given]
        if not asked:
            return {}
        sql = f"select listing_id from listings join assets a using (asset_id) where {' and '.join(asked)}"
        return {"listings": [listing for (listing,) in await self.database.fetch(sql, given)]}

    def _compiled(self, given: frozenset[str], after: bool) -> str:
        quotes, articles = _conditions(given | {"after"} if after else given)
        newest = "order by {0} desc, raw_seq desc limit %(row_limit)s + %(row_offset)s"
        columns = "observed_at, raw_seq, listing_id, price_usd"
        if "listings" in given and "floor" not in given:
            each = f"from market_quotes where listing_id = l.listing_id and {quotes} {newest.format('observed_at')}"
            quote = f"from unnest(%(listings)s::int[]) as l (listing_id), lateral (select {columns} {each}) as q"
            columns = columns.replace("listing_id", "q.listing_id")
        else:
            quote = f"from market_quotes where {quotes}"
        return f"""
            with page as (
                select moment, raw_seq, listing_id, price_usd from (
                    (select {columns} {quote} {newest.format("observed_at")})
                    union all
                    (select published_at, raw_seq, null, null from news_articles where {articles}
                     {newest.format("published_at")})
                ) as newest (moment, raw_seq, listing_id, price_usd)
                order by moment desc, raw_seq desc limit %(row_limit)s offset %(row_offset)s
            )
            select raw_seq as id, coalesce(l.source, n.source) as source_type,
                   coalesce(l.source_id, n.feed || ':' || n.guid) as source_id,
                   coalesce(n.title, a.name || ' (' || a.ticker || ')') as title,
                   coalesce(n.summary, 'Price of ' || a.name || ' in USD, as ' || l.source || ' quotes it')
                       as description,
                   p.price_usd as value, a.ticker,
                   case when listing_id is null then 'news' else 'quote' end as category,
                   coalesce(n.tags, '{{}}') as tags, moment as "timestamp", %(raw)s || raw_seq as raw
            from page p
            left join listings l using (listing_id)
            left join assets a using (asset_id)
            left join news_articles n using (raw_seq)
            order by moment desc, raw_seq desc
        """

    def _compiled_count(self, given: frozenset[str]) -> str:
        quotes, articles = _conditions(given)
        return f"""
            select least(count(*), %(row_limit)s) from (
                (select 1 from market_quotes where {quotes} limit %(row_limit)s)
                union all (select 1 from news_articles where {articles} limit %(row_limit)s)) as found
        """


def _conditions(given: frozenset[str]) -> tuple[str, str]:
    """What is asked of a quote, and of an article."""
    asked = [("true", "true"), *(_SIDES[name] for name in sorted(given))]
    quotes, articles = (" and ".join(side or "false" for side in sides) for sides in zip(*asked, strict=True))
    return quotes, articles
