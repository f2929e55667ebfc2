"""Candles, what of them is to be made anew, and the days that have gaps."""

from __future__ import annotations

from sqlalchemy import Column, Date, Double, Index, Integer, PrimaryKeyConstraint, SmallInteger, Table, Text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from crypto_pipeline.warehouse.tables.base import metadata, time

# What a candle says, with its unit, in the order in which its tables have it
CANDLE_UNITS = {
    "open_usd": "USD: the first quote of the interval",
    "high_usd": "USD: the highest",
    "low_usd": "USD: the lowest",
    "close_usd": "USD: the last",
    "market_cap_usd": "USD, of the last; null: unknown",
    "volume_24h_usd": "USD, of the last: what was traded in the 24 hours before it, not in the interval",
}
CANDLE_NUMBERS = tuple(CANDLE_UNITS)


def ohlc(first: str, high: str, low: str, last: str, by: str) -> str:
    """A candle's numbers in SQL, as aggregates of rows in the order of `by`: whoever makes candles makes them so."""

    def of_last(column: str) -> str:
        return f"(array_agg({column} order by {by}))[count(*)]"

    return (
        f"(array_agg({first} order by {by}))[1] as open_usd, max({high}) as high_usd, min({low}) as low_usd,"
        f" {of_last(last)} as close_usd, {of_last('market_cap_usd')} as market_cap_usd,"
        f" {of_last('volume_24h_usd')} as volume_24h_usd"
    )


def _columns() -> list[Column[object]]:
    opened: Column[object] = Column(
        "opened_at",
        TIMESTAMP(timezone=True),
        nullable=False,
        comment="UTC: the interval begins there, and ends before the next one",
    )
    numbers: list[Column[object]] = [
        Column(name, Double, nullable=name.startswith(("market", "volume")), comment=unit)
        for name, unit in CANDLE_UNITS.items()
    ]
    listing: Column[object] = Column("listing_id", Integer, nullable=False)
    return [
        opened,
        *numbers,
        listing,
        Column("quotes", Integer, nullable=False, comment="how many quotes it is made of"),
    ]


candles_1h = Table(
    "candles_1h",
    metadata,
    *_columns(),
    PrimaryKeyConstraint("listing_id", "opened_at"),
    postgresql_partition_by="RANGE (opened_at)",
    comment="hours of a listing, made of its quotes",
)

candles_1d = Table(
    "candles_1d",
    metadata,
    *_columns(),
    Column("hours", SmallInteger, nullable=False, comment="how many of its hours have quotes"),
    PrimaryKeyConstraint("listing_id", "opened_at"),
    postgresql_with={"fillfactor": 80},  # today's are rewritten with every load
    comment="days (UTC) of a listing, made of its hours",
)

candles_due = Table(
    "candles_due",
    metadata,
    Column("listing_id", Integer, nullable=False),
    time("first"),
    time("last"),
    time("entered_at"),
    Index("candles_due_listing_id_idx", "listing_id", "first"),
    comment="spans of which quotes have come, changed or gone since their candles were made",
)

gaps = Table(
    "gaps",
    metadata,
    Column("listing_id", Integer, nullable=False),
    Column("day", Date, nullable=False, comment="UTC"),
    Column("hours", SmallInteger, nullable=False, comment="how many of its hours have quotes"),
    Column("expected", SmallInteger, nullable=False, comment="how many should, by how often the source is asked"),
    Column("answer", Text, comment="why it cannot be filled; null: it may be"),
    Column("asked_at", TIMESTAMP(timezone=True), comment="when its provider was asked for it"),
    time("found_at"),
    PrimaryKeyConstraint("listing_id", "day"),
    comment="days of tracked coins of which quotes are missing",
)
