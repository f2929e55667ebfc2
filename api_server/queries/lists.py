"""The lists that are ordered by time: articles, raw payloads, quarantine. Filters and where they apply."""

from __future__ import annotations

import re
from copy import copy
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import ColumnElement, Table, Text, any_, bindparam, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT, TEXT, TIMESTAMP

from api_server.contract.models import Article, RawRecord, Refused
from api_server.contract.paging import Paged, Row
from api_server.contract.problems import Problem
from api_server.queries.assets import require_known
from api_server.queries.coins import Name, OneName
from api_server.queries.database import Database, compile_once
from api_server.queries.keyset import Condition, KeysetList, address_of
from api_server.queries.sources import SourceName
from crypto_pipeline.catalog import NEWS, QUOTES, RAW
from crypto_pipeline.warehouse.tables import news_articles, quarantine, raw_table, withdrawn_runs

# PostgreSQL's largest bigint
LAST = 2**63 - 1
Since = Annotated[datetime | None, Meta(description="Then or later")]
Until = Annotated[datetime | None, Meta(description="Then or earlier; a date means its whole day")]
Search = Annotated[Name | None, Meta(description="Part of the text, upper or lower case")]


# Coins with the names that begin with theirs: an article about Bitcoin Cash is none about Bitcoin
NAMED = """
select a.symbol, a.name, array(select b.name from assets b where starts_with(lower(b.name), lower(a.name) || ' ')),
       a.ticker
from assets a where a.ticker = any(%s)
"""


class NewsQuery(Paged, kw_only=True, frozen=True):
    """The parameters of `/news`."""

    ticker: Annotated[
        list[OneName], Meta(description="Articles whose title names one of these coins, or whose tags do, e.g. `BTC`")
    ] = []
    feed: Annotated[list[OneName], Meta(description="Names of feeds")] = []
    search: Search = None
    since: Since = None
    until: Until = None
    fields: Annotated[list[Literal[Article.__struct_fields__]], Meta(description="Only these")] = []  # type: ignore[valid-type]

    bounds = (("since", "until"),)


class RawQuery(Paged, kw_only=True, frozen=True):
    """The parameters of `/raw/{source}/{source_id}`."""


class QuarantineQuery(Paged, kw_only=True, frozen=True):
    """The parameters of `/quality/quarantine`."""

    source: Annotated[list[SourceName], Meta(description="Whose records")] = []
    stage: Annotated[Literal[RAW, QUOTES, NEWS] | None, Meta(description="Which stage refused them")] = None  # type: ignore[valid-type]
    reason: Annotated[Name | None, Meta(description="Part of a reason")] = None


def _pattern(name: str, longer: list[str]) -> str:
    """A regular expression for a title that names the coin and no coin with a longer name."""
    rest = "|".join(sorted({re.escape(other[len(name) :]) for other in longer}))
    return rf"\m{re.escape(name)}\M" + (f"(?!(?:{rest})\\M)" if rest else "")


def _texts(name: str) -> Any:
    return any_(bindparam(name, type_=ARRAY(TEXT)))


def _time(name: str) -> Any:
    return bindparam(name, type_=TIMESTAMP(timezone=True))


def _like(name: str, *columns: ColumnElement[str]) -> Condition:
    return lambda: or_(*(column.ilike(bindparam(name, type_=Text)) for column in columns))


class NewsList(KeysetList[NewsQuery]):
    """The list behind `/news`."""

    def __init__(self, database: Database) -> None:
        n = news_articles.c
        super().__init__(
            database, "news", Article, news_articles,
            {name: address_of(n.raw_seq) if name == "raw" else n[name] for name in Article.__struct_fields__},
            ("published_at", "id"),
            {
                "feed": lambda: n.feed == _texts("feed"),
                "search": _like("search", n.title, n.summary),
                "since": lambda: n.published_at >= _time("since"),
                "until": lambda: n.published_at <= _time("until"),
                "patterns": lambda: or_(
                    n.title.op("~*")(_texts("patterns")), n.tags.op("&&")(bindparam("words", type_=ARRAY(TEXT)))
                ),
            },
        )  # fmt: skip

    async def given(self, query: NewsQuery) -> dict[str, Any]:
        """The filters as parameters; tickers become the names that an article can have for the coin."""
        found = await super().given(query)
        if query.ticker:
            tickers = [ticker.upper() for ticker in query.ticker]
            coins = await self.database.fetch(NAMED, [tickers])
            await require_known(self.database, tickers, {ticker for *_, ticker in coins})
            found["patterns"] = sorted({_pattern(name, longer) for _, name, longer, _ in coins})
            found["words"] = sorted(
                {v for symbol, name, *_ in coins for v in (symbol, symbol.lower(), name, name.lower())}
            )
        return found


def raw_columns(source: str) -> dict[str, ColumnElement[Any]]:
    """What is answered of the source's raw records."""
    table = raw_table(source)
    columns: dict[str, ColumnElement[Any]] = dict(table.c.items())
    columns |= {"source": literal_column(f"'{source}'", Text), "withdrawn": _withdrawn(source, table)}
    return {name: columns[name] for name in RawRecord.__struct_fields__}


def _withdrawn(source: str, table: Table) -> ColumnElement[bool]:
    runs = withdrawn_runs.c
    undone = select(runs.run_id).where(
        runs.run_id == table.c.run_id, runs.source == literal_column(f"'{source}'"), runs.stream == table.c.stream
    )
    return exists(undone)


class RawList(KeysetList[RawQuery]):
    """The list behind `/raw/{source}/{source_id}`."""

    def __init__(self, database: Database, source: str) -> None:
        table = raw_table(source)
        super().__init__(
            database, f"raw/{source}", RawRecord, table,
            raw_columns(source),
            ("seq",),
            {"source_id": lambda: table.c.source_id == bindparam("source_id", type_=Text)},
        )  # fmt: skip
        self.source_id = ""

    def of(self, source_id: str) -> RawList:
        """The list of one record's payloads."""
        bound = copy(self)
        bound.source_id = source_id
        return bound

    async def exists(self) -> bool:
        """Whether the source ever sent this id."""
        return await self._count({"source_id": self.source_id}, 1) > 0

    async def given(self, query: RawQuery) -> dict[str, Any]:
        """The one filter there is."""
        return {"source_id": self.source_id}


async def find_raw(database: Database, sources: list[str], seq: int) -> RawRecord:
    """The raw record of this number. Raises `Problem` when no source has it."""
    number = bindparam("seq", type_=BIGINT)
    asked = [
        compile_once(select(*raw_columns(source).values()).where(raw_table(source).c.seq == number))
        for source in sources
    ]
    rows = await database.fetch(" union all ".join(asked), {"seq": seq}) if asked and 0 <= seq <= LAST else []
    if not rows:
        raise Problem("not-found", f"There is no raw record {seq}. `raw` of every row names one that there is.")
    return RawRecord(*rows[0])


def _document(text: str | None) -> Any:
    """A text as JSON where it is some, else as it is."""
    try:
        return msgspec.json.decode(text or "", type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return text


class QuarantineList(KeysetList[QuarantineQuery]):
    """The list behind `/quality/quarantine`."""

    parts = ("reason",)

    def __init__(self, database: Database) -> None:
        q = quarantine.c
        super().__init__(
            database, "quarantine", Refused, quarantine,
            {name: q[name] for name in Refused.__struct_fields__}, ("id",),
            {
                "source": lambda: q.source == _texts("source"),
                "stage": lambda: q.stage == bindparam("stage", type_=Text),
                "reason": _like("reason", func.array_to_string(q.reasons, literal_column("' '"))),
            },
        )  # fmt: skip

    def shaped(self, rows: list[Row]) -> list[Row]:
        """Payloads that are JSON as JSON."""
        place = self.names.index("payload")
        return [(*row[:place], _document(row[place]), *row[place + 1 :]) for row in rows]
