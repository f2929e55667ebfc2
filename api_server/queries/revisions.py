"""What was learned of the past: corrections, and what undos changed, newest first."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta
from sqlalchemy import Integer, Text, column
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.sql import ColumnElement

from api_server.contract.paging import Paged, Row
from api_server.contract.prices import Revision
from api_server.queries.assets import require_known
from api_server.queries.beliefs import believed
from api_server.queries.coins import OneName
from api_server.queries.database import Database
from api_server.queries.keyset import KeysetList
from api_server.queries.lists import Since, Until
from api_server.queries.sources import SourceName, Sources
from crypto_pipeline.catalog import QUOTES
from crypto_pipeline.warehouse.tables import raw_table, undone_quotes

FIELDS = tuple(Revision.__struct_fields__)
KINDS = ("correction", "undo")
_VALUES = "price_usd, market_cap_usd, volume_24h_usd, raw_seq"
# Where each kind is, when it was learned, by whom, and which they are
_SIDES = (
    ("correction", "quote_revisions c", "replaced_at", "null::text", "true"),
    # those that an undo has taken back since, unless it was undone itself
    ("correction", "undone_quotes c", "undone_at", "by_run",
     "by_run is null and not exists (select from quote_revisions r where (r.listing_id, r.observed_at, r.replaced_at)"
     " = (c.listing_id, c.observed_at, c.undone_at))"),
    ("undo", "undone_quotes c", "undone_at", "by_run", "by_run is not null"),
)  # fmt: skip
_CONDITIONS = {
    "since": "{0} >= %(since)s",
    "until": "{0} <= %(until)s",
    "listings": "listing_id = any(%(listings)s::int[])",
    "after": "({0}, observed_at, listing_id) < (%(after_0)s, %(after_1)s, %(after_2)s)",
}
_SAME = "(b.listing_id, b.observed_at) = (p.listing_id, p.observed_at)"
# What was believed from then on
_AFTER = f"""
select {_VALUES} from ({believed(_VALUES, _SAME, "p.learned_at")}) as told order by place limit 1
"""
_LISTINGS = """
select listing_id from listings join assets using (asset_id)
where (%(ticker)s::text[] is null or ticker = any(%(ticker)s)) and (%(source)s::text is null or source = %(source)s)
"""


class RevisionQuery(Paged, kw_only=True, frozen=True):
    """The parameters of `/revisions`."""

    ticker: Annotated[list[OneName], Meta(description="Unique names of coins, e.g. `BTC,ETH`")] = []
    source: Annotated[SourceName | None, Meta(description="Whose quotes")] = None
    kind: Annotated[Literal[KINDS] | None, Meta(description="What changed them")] = None  # type: ignore[valid-type]
    since: Since = None
    until: Until = None
    fields: Annotated[list[Literal[FIELDS]], Meta(description="Only these")] = []  # type: ignore[valid-type]

    product = QUOTES
    bounds = (("since", "until"),)


class RevisionList(KeysetList[RevisionQuery]):
    """The list behind `/revisions`."""

    def __init__(self, database: Database, sources: Sources) -> None:
        self._sources = sources
        kinds: dict[str, Any] = {
            "learned_at": TIMESTAMP(timezone=True), "observed_at": TIMESTAMP(timezone=True), "listing": Integer(),
        }  # fmt: skip
        columns: dict[str, ColumnElement[Any]] = {name: column(name, kinds.get(name, Text())) for name in FIELDS}
        super().__init__(
            database, "revisions", Revision, undone_quotes, columns, ("learned_at", "observed_at", "listing"),
            dict.fromkeys(("kind", "since", "until", "ticker", "source")),
        )  # fmt: skip

    async def given(self, query: RevisionQuery) -> dict[str, Any]:
        """The filters as parameters; coins and a source become listings."""
        found = await super().given(query)
        asked = {"ticker": None, "source": found.pop("source", None)}
        if tickers := [ticker.upper() for ticker in found.pop("ticker", [])]:
            known = await self.database.fetch("select ticker from assets where ticker = any(%s)", [tickers])
            await require_known(self.database, tickers, {ticker for (ticker,) in known})
            asked["ticker"] = tickers
        if asked["ticker"] or asked["source"]:
            found["listings"] = [listing for (listing,) in await self.database.fetch(_LISTINGS, asked)]
        if kind := found.pop("kind", None):
            found[kind] = True
        return found

    async def _rows(self, given: dict[str, Any], after: dict[str, Any], limit: int, offset: int) -> list[Row]:
        rows = await super()._rows(given, after, limit, offset)
        return await self._with_runs(rows)

    async def _with_runs(self, rows: list[Row]) -> list[Row]:
        """The rows with the runs that brought what is believed since; an undo's own is there."""
        run, raw = FIELDS.index("run_id"), FIELDS.index("raw")
        wanted = {row[raw]: int(str(row[raw]).rpartition("/")[2]) for row in rows if row[run] is None and row[raw]}
        if not wanted:
            return rows
        tables = [raw_table(source).name for source in await self._sources.names(QUOTES)]
        sql = " union all ".join(f"select seq, run_id from {table} where seq = any(%(seqs)s)" for table in tables)
        runs: dict[int, str] = dict(await self.database.fetch(sql, {"seqs": list(wanted.values())}))
        return [(*row[:run], row[run] or runs.get(wanted.get(row[raw], 0)), *row[run + 1 :]) for row in rows]

    def _compiled(self, given: frozenset[str], after: bool) -> str:
        order = "learned_at desc, observed_at desc, listing_id desc"
        sides = " union all ".join(
            f"(select {side} order by {order} limit %(row_limit)s + %(row_offset)s)"
            for side in _sides(given, after=after)
        )
        return f"""
            with p as (
                select * from ({sides}) as sides order by {order} limit %(row_limit)s offset %(row_offset)s
            )
            select learned_at, kind, ticker, l.source, l.source_id, p.observed_at, p.price_usd, b.price_usd,
                   p.market_cap_usd, b.market_cap_usd, p.volume_24h_usd, b.volume_24h_usd, by_run,
                   %(raw)s || b.raw_seq, p.listing_id
            from p join listings l using (listing_id) join assets using (asset_id)
            left join lateral ({_AFTER}) as b on true
            order by learned_at desc, p.observed_at desc, p.listing_id desc
        """

    def _compiled_count(self, given: frozenset[str]) -> str:
        sides = " union all ".join(
            f"(select 1 from (select {side}) as side limit %(row_limit)s)" for side in _sides(given, after=False)
        )
        return f"select least(count(*), %(row_limit)s) from ({sides}) as found"


def _sides(given: frozenset[str], *, after: bool) -> list[str]:
    """Columns and conditions of what is asked for."""
    asked = [_CONDITIONS[name] for name in sorted(given & _CONDITIONS.keys())]
    asked += [_CONDITIONS["after"]] if after else []
    wanted = given & set(KINDS) or set(KINDS)
    return [
        f"'{kind}' as kind, {learned} as learned_at, listing_id, observed_at, {_VALUES}, {run} as by_run"
        f" from {table} where {' and '.join([which, *(condition.format(learned) for condition in asked)])}"
        for kind, table, learned, run, which in _SIDES
        if kind in wanted
    ]
