"""The parameters of series of a coin's prices, and the span of time that they ask for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta

from api_server.contract.paging import Cursored
from api_server.contract.parameters import Parameters
from api_server.contract.prices import Candle, Point
from api_server.queries.coins import OneName
from api_server.queries.sources import SourceName
from crypto_pipeline.catalog import QUOTES

_CANDLE, _POINT = tuple(Candle.__struct_fields__), tuple(Point.__struct_fields__)

# So far back a series goes that has no start
REACH = {
    "raw": timedelta(days=1), "5m": timedelta(days=1), "1h": timedelta(days=30), "1d": timedelta(days=365),
    "1w": timedelta(days=5 * 365),
}  # fmt: skip
DEFAULT_ROWS = 1_000
# After so long a day is told by everybody
SETTLED = timedelta(days=2)
Ticker = Annotated[list[OneName], Meta(description="Unique names of coins, e.g. `BTC,ETH`")]
Start = Annotated[
    datetime | None, Meta(description="From then on; unset: a day back for raw and 5m, a month for 1h, else a year")
]
End = Annotated[datetime | None, Meta(description="Then or earlier; a date means its whole day; unset: now")]
Of = Annotated[
    SourceName | None, Meta(description="As this source tells it; unset: whichever source was judged to be right then")
]


class SeriesQuery(Cursored, kw_only=True, frozen=True):
    """What all series take. `interval` is declared by each."""

    limit: Annotated[
        Annotated[int, Meta(ge=1, le=10_000)] | None,
        Meta(description="Rows a page; 1,000 by default. Other formats than JSON give all rows when it is not set"),
    ] = None
    start: Start = None
    end: End = None
    source: Of = None
    as_of: Annotated[
        datetime | None,
        Meta(description="As it was believed at this moment, before later corrections, undos and identities"),
    ] = None
    shape: Annotated[
        Literal["rows", "columns"],
        Meta(description="columns: an array of each field, all of one length, for dataframes"),
    ] = "rows"

    product = QUOTES
    bounds = (("start", "end"),)

    @property
    def rows(self) -> int:
        """Rows of a page."""
        return self.limit or DEFAULT_ROWS

    @property
    def settled(self) -> bool:
        """Whether it asks for nothing that may still come; corrections may."""
        last = min(filter(None, (self.as_of, self.end)), default=None)
        return last is not None and last < datetime.now(UTC) - SETTLED

    @property
    def then(self) -> datetime | None:
        """The moment as of which it is to be told; None: as of now, which a moment to come is, too."""
        return self.as_of if self.as_of is not None and self.as_of < datetime.now(UTC) else None

    def span(self, interval: str) -> tuple[datetime, datetime]:
        """The first and the last moment that are asked for (UTC)."""
        end = min(filter(None, (self.end, self.as_of, datetime.now(UTC))))
        first = datetime.min.replace(tzinfo=UTC)
        return self.start or (end - REACH[interval] if end - first > REACH[interval] else first), end


class CandleQuery(SeriesQuery, kw_only=True, frozen=True):
    """The parameters of `/assets/{ticker}/candles`."""

    interval: Annotated[Literal["5m", "1h", "1d", "1w"], Meta(description="How long a candle is")] = "1d"
    fields: Annotated[
        list[Literal[_CANDLE]],  # type: ignore[valid-type]
        Meta(description="Only these, e.g. `opened_at,close_usd`"),
    ] = []


class PointQuery(SeriesQuery, kw_only=True, frozen=True):
    """The parameters of `/assets/{ticker}/history`."""

    interval: Annotated[
        Literal["raw", "5m", "1h", "1d", "1w"],
        Meta(description="How far points are apart, each the last quote of its interval; raw: every quote that came"),
    ] = "1d"
    fields: Annotated[list[Literal[_POINT]], Meta(description="Only these, e.g. `at,price_usd`")] = []  # type: ignore[valid-type]


class CompareQuery(Parameters, kw_only=True, frozen=True):
    """The parameters of `/compare`."""

    tickers: Annotated[list[OneName], Meta(max_length=10, description="Up to ten coins, e.g. `BTC,ETH`")]
    interval: Annotated[Literal["1h", "1d", "1w"], Meta(description="How far points are apart")] = "1d"
    start: Start = None
    end: End = None
    source: Of = None

    product = QUOTES
    bounds = (("start", "end"),)


class HistoryQuery(PointQuery, kw_only=True, frozen=True):
    """The parameters of `/history`."""

    tickers: Ticker
