"""Quotes and articles in one list, newest first.

The rows are those of the view `records`. The view cannot be asked for its newest rows cheaply, for it joins before
it sorts: here each side gives its newest by index, and only a page of them is joined.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from api_server.models import Record
from api_server.paging import Paged
from api_server.queries.assets import require_known
from api_server.queries.coins import Name, OneName
from api_server.queries.database import Database
from api_server.queries.keyset import KeysetList
from api_server.queries.lists import Since, SourceName, Until
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


# What each parameter asks of a quote and of an article; None: no row of that side has it
_SIDES: dict[str, tuple[str | None, str | None]] = {
    "source_type": ("source = any(%(source_type)s)", "'rss' = any(%(source_type)s)"),
    "category": ("%(category)s = 'quote'", "%(category)s = 'news'"),
    "tag": (None, "tags && %(tag)s::text[]"),
    "ticker": ("asset_id in (select asset_id from assets where ticker = any(%(ticker)s))", None),
    "search": (
        "asset_id in (select asset_id from assets where name ilike %(search)s or ticker ilike %(search)s)",
        "(title ilike %(search)s or summary ilike %(search)s)",
    ),
    "since": ("observed_at >= %(since)s", "published_at >= %(since)s"),
    "until": ("observed_at <= %(until)s", "published_at <= %(until)s"),
    "after": (
        "(observed_at, raw_seq) < (%(after_0)s, %(after_1)s)",
        "(published_at, raw_seq) < (%(after_0)s, %(after_1)s)",
    ),
}
_TABLES = (
    ("market_quotes", "observed_at", "asset_id, source, price_usd"),
    ("news_articles", "published_at", "null::bigint, 'rss', null::float8"),
)


class RecordList(KeysetList[RecordQuery]):
    """The list behind `/records`."""

    def __init__(self, database: Database) -> None:
        columns = {name: records.c[name] for name in Record.__struct_fields__}
        super().__init__(
            database, "records", Record, records, columns, ("timestamp", "id"), dict.fromkeys(_SIDES.keys() - {"after"})
        )

    async def given(self, query: RecordQuery) -> dict[str, Any]:
        """The filters as parameters."""
        found = await super().given(query)
        if query.ticker:
            found["ticker"] = [ticker.upper() for ticker in query.ticker]
            known = await self.database.fetch("select ticker from assets where ticker = any(%s)", [found["ticker"]])
            await require_known(self.database, found["ticker"], {ticker for (ticker,) in known})
        return found

    def _compiled(self, given: frozenset[str], after: bool) -> str:
        newest = " union all ".join(
            f"(select {time} as moment, raw_seq, {rest} from {table} where {where}"
            f" order by {time} desc, raw_seq desc limit %(row_limit)s + %(row_offset)s)"
            for table, time, rest, where in _branches(given | {"after"} if after else given)
        )
        return f"""
            with page as (
                select moment, raw_seq, asset_id, source, price_usd
                from ({newest}) as newest (moment, raw_seq, asset_id, source, price_usd)
                order by moment desc, raw_seq desc limit %(row_limit)s offset %(row_offset)s
            )
            select raw_seq as id, p.source as source_type,
                   case when asset_id is null then n.feed || ':' || n.guid else (
                       select min(i.source_id) from asset_identities i
                       where i.asset_id = p.asset_id and i.source = p.source) end as source_id,
                   coalesce(n.title, a.name || ' (' || a.ticker || ')') as title,
                   coalesce(n.summary, 'Price of ' || a.name || ' in USD, as ' || p.source || ' quotes it')
                       as description,
                   p.price_usd as value, a.ticker,
                   case when asset_id is null then 'news' else 'quote' end as category,
                   coalesce(n.tags, '{{}}') as tags, moment as "timestamp"
            from page p
            left join assets a using (asset_id)
            left join news_articles n using (raw_seq)
            order by moment desc, raw_seq desc
        """

    def _compiled_count(self, given: frozenset[str]) -> str:
        some = " union all ".join(
            f"(select 1 from {table} where {where} limit %(row_limit)s)" for table, _, _, where in _branches(given)
        )
        return f"select least(count(*), %(row_limit)s) from ({some}) as found"


def _branches(given: frozenset[str]) -> list[tuple[str, str, str, str]]:
    """Table, time column, other columns and condition of each side."""
    found = []
    for side, table in enumerate(_TABLES):
        conditions = [_SIDES[name][side] or "false" for name in sorted(given)]
        found.append((*table, " and ".join(conditions) or "true"))
    return found
