"""What the API answers about prices over time, coins beside each other, and the market. USD, percent, UTC."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from api_server.contract.models import Moment, Usd


class Point(Struct, gc=False):
    """What a coin cost in an interval, or by one quote."""

    ticker: str | None = None
    at: Annotated[datetime | None, Meta(description="UTC: when the interval begins; raw: when it was observed")] = None
    price_usd: Annotated[float | None, Meta(description="USD, the last of the interval")] = None
    market_cap_usd: Annotated[float | None, Meta(description="USD, with that price")] = None
    volume_24h_usd: Annotated[
        float | None, Meta(description="USD, with that price: of the 24 hours before it, not of the interval")
    ] = None
    source: Annotated[str | None, Meta(description="Who says so")] = None
    quotes: Annotated[int | None, Meta(description="How many quotes the interval has")] = None
    partial: Annotated[
        bool | None, Meta(description="Whether it is not over yet, or, from a day on, some of its hours have no quote")
    ] = None


class Candle(Struct, gc=False):
    """A coin's prices in an interval, of the quotes that were seen in it. One without quotes is no candle."""

    ticker: str | None = None
    opened_at: Annotated[
        datetime | None, Meta(description="UTC: the interval begins then, and ends before the next one begins")
    ] = None
    open_usd: Annotated[float | None, Meta(description="USD: the first")] = None
    high_usd: Annotated[float | None, Meta(description="USD: the highest")] = None
    low_usd: Annotated[float | None, Meta(description="USD: the lowest")] = None
    close_usd: Annotated[float | None, Meta(description="USD: the last")] = None
    market_cap_usd: Annotated[float | None, Meta(description="USD, with the last")] = None
    volume_24h_usd: Annotated[
        float | None, Meta(description="USD, with the last: of the 24 hours before it, not of the interval")
    ] = None
    source: Annotated[str | None, Meta(description="Who says so")] = None
    quotes: Annotated[int | None, Meta(description="How many quotes it is made of")] = None
    partial: Annotated[
        bool | None, Meta(description="Whether it is not over yet, or, from a day on, some of its hours have no quote")
    ] = None


class Revision(Struct, gc=False):
    """A quote of the past of which something else was learned. Null prices: there was no quote."""

    learned_at: Annotated[
        datetime | None, Meta(description="UTC: until then the one was believed, since then the other")
    ] = None
    kind: Annotated[
        str | None, Meta(description="correction: its source says otherwise; undo: a run was taken back")
    ] = None
    ticker: str | None = None
    source: str | None = None
    source_id: str | None = None
    observed_at: Moment = None
    price_usd_before: Usd = None
    price_usd_after: Usd = None
    market_cap_usd_before: Usd = None
    market_cap_usd_after: Usd = None
    volume_24h_usd_before: Usd = None
    volume_24h_usd_after: Usd = None
    run_id: Annotated[str | None, Meta(description="The run that brought it, or the undo")] = None
    raw: Annotated[str | None, Meta(description="Where the payload is that is believed since")] = None
    listing: Annotated[int | None, Meta(description="The platform's number of this coin of this source")] = None


class Mover(Struct):
    """A coin that moves."""

    ticker: str
    name: str
    price_usd: float
    percent_change_24h: Annotated[float, Meta(description="Percent")]
    market_cap_usd: float


class Market(Struct):
    """The market as a whole, of coins with fresh quotes. Wrapped and staked versions of coins count like others."""

    coins: int
    market_cap_usd: Annotated[float, Meta(description="USD, of all coins whose market cap is known")]
    volume_24h_usd: Annotated[float, Meta(description="USD")]
    dominance_percent: Annotated[
        dict[str, float], Meta(description="Of the ten largest: their part of all, in percent")
    ]
    gainers: list[Mover]
    losers: list[Mover]
    observed_at: Annotated[datetime | None, Meta(description="UTC, of the newest quote")]


class Compared(Struct):
    """A coin among others, by its own points."""

    ticker: str
    points: int
    first: Moment = None
    last: Moment = None
    return_percent: Annotated[float | None, Meta(description="Percent, from the first point to the last")] = None
    volatility_percent: Annotated[
        float | None, Meta(description="Percent: the standard deviation of the logarithms of returns, for a year")
    ] = None
    drawdown_percent: Annotated[float | None, Meta(description="Percent, the deepest fall; 0 or less")] = None
    drawdown_from: Annotated[datetime | None, Meta(description="UTC, when it began")] = None
    drawdown_to: Annotated[datetime | None, Meta(description="UTC, when it was deepest")] = None


class Comparison(Struct):
    """Coins beside each other. `rebased` has a price for each of the times in `at`, 100 at `base`."""

    base: Annotated[datetime | None, Meta(description="UTC: the first time at which all have a price")]
    coins: list[Compared]
    correlation: Annotated[
        dict[str, dict[str, float | None]],
        Meta(description="Of logarithms of returns between times that both have"),
    ]
    at: list[datetime]
    rebased: dict[str, list[float | None]]
