"""Coins, their listings, and quotes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.types import TypeEngine

from crypto_pipeline.warehouse.tables.base import metadata, time

# What a quote says, with its unit, in the order in which every table that holds quotes has it.
QUOTE_UNITS = {
    "price_usd": "USD",
    "market_cap_usd": "USD; null: unknown",
    "volume_24h_usd": "USD",
    "percent_change_1h": "percent",
    "percent_change_24h": "percent",
    "percent_change_7d": "percent",
    "high_24h_usd": "USD",
    "low_24h_usd": "USD",
    "circulating_supply": "coins",
    "total_supply": "coins",
    "max_supply": "coins; null: none or unknown",
}
QUOTE_NUMBERS = tuple(QUOTE_UNITS)


# What the history keeps of a quote; the rest is in the latest one, and in raw
HISTORY_NUMBERS = ("price_usd", "market_cap_usd", "volume_24h_usd")


def _numbers() -> list[Column[float]]:
    double: TypeEngine[float] = Double()
    return [Column(name, double, nullable=name != "price_usd", comment=unit) for name, unit in QUOTE_UNITS.items()]


def _history(*, key: bool = False) -> list[Column[Any]]:
    numbers: list[Column[Any]] = [Column(name, Double, nullable=name != "price_usd") for name in HISTORY_NUMBERS]
    return [*numbers, Column("raw_seq", BigInteger, nullable=False, primary_key=key, autoincrement=False)]


def _known_at(comment: str) -> Column[object]:
    return Column("known_at", TIMESTAMP(timezone=True), nullable=False, comment=comment)


assets = Table(
    "assets",
    metadata,
    Column("asset_id", BigInteger, Identity(always=True), primary_key=True),
    Column("ticker", Text, nullable=False, unique=True, comment="ours: unique, and for ever the coin's"),
    Column("symbol", Text, nullable=False, comment="the sources' symbol in capitals; not unique"),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False, comment="the source that first had the coin; it names it"),
    time("created_at"),
    CheckConstraint("ticker <> ''", name="assets_ticker_check"),
    Index("assets_symbol_name_idx", "symbol", func.lower(text("name"))),
)

listings = Table(
    "listings",
    metadata,
    Column("listing_id", Integer, Identity(always=True), primary_key=True),
    Column("source", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column(
        "asset_id",
        BigInteger,
        ForeignKey("assets.asset_id"),
        nullable=False,
        index=True,
        comment="the coin that it stands for: the last event's verdict",
    ),
    Column("symbol", Text, nullable=False, comment="as the source prints it now, in capitals"),
    Column("name", Text, nullable=False),
    time("first_seen"),
    Column("last_seen", Date, nullable=False, comment="the day (UTC) on which it last came"),
    UniqueConstraint("source", "source_id", name="listings_source_id_key"),
    comment="a coin as one source knows it",
)

# What can happen to a listing
EVENTS = ("created", "linked", "split", "renamed", "vanished", "returned")
identity_events = Table(
    "identity_events",
    metadata,
    Column("event_id", BigInteger, Identity(always=True), primary_key=True),
    Column("listing_id", Integer, ForeignKey("listings.listing_id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column(
        "asset_id",
        BigInteger,
        ForeignKey("assets.asset_id"),
        nullable=False,
        comment="the coin that the listing stands for from then on",
    ),
    Column("symbol", Text, nullable=False, comment="as the source printed it then"),
    Column("name", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("evidence", JSONB, nullable=False),
    _known_at("when the record that it rests on was fetched"),
    Column("run_id", Text),
    UniqueConstraint("listing_id", "kind", "known_at", name="identity_events_key"),
    CheckConstraint(f"kind in {EVENTS}", name="identity_events_kind_check"),
    comment="what was decided about a listing; append-only",
)

# In this order a row has no padding: 84 bytes, and 32 in the key
market_quotes = Table(
    "market_quotes",
    metadata,
    Column("observed_at", TIMESTAMP(timezone=True), primary_key=True),
    _known_at("when the raw record was fetched"),
    *_history(),
    Column("listing_id", Integer, primary_key=True, autoincrement=False),
    Column("rank", Integer),
    PrimaryKeyConstraint("listing_id", "observed_at"),
    Index("market_quotes_observed_at_idx", "observed_at", postgresql_using="brin"),
    postgresql_partition_by="RANGE (observed_at)",
)

quote_revisions = Table(
    "quote_revisions",
    metadata,
    Column("listing_id", Integer, primary_key=True, autoincrement=False),
    Column("observed_at", TIMESTAMP(timezone=True), primary_key=True),
    time("known_at"),
    time("replaced_at"),
    *_history(key=True),
    Column("rank", Integer),
    PrimaryKeyConstraint("listing_id", "observed_at", "raw_seq"),
    Index("quote_revisions_replaced_at_idx", "replaced_at"),
    comment="what a correction replaced, with the span in which it was believed",
)

undone_quotes = Table(
    "undone_quotes",
    metadata,
    time("observed_at"),
    _known_at("since when it was believed"),
    time("undone_at"),
    Column("price_usd", Double, comment="USD; null: that there was no quote"),
    *(Column(name, Double) for name in HISTORY_NUMBERS if name != "price_usd"),
    Column("raw_seq", BigInteger),
    Column("listing_id", Integer, nullable=False),
    Column("rank", Integer),
    Column("by_run", Text, comment="the undo; null: a correction replaced it then, and was undone later"),
    PrimaryKeyConstraint("listing_id", "observed_at", "undone_at"),
    Index("undone_quotes_undone_at_idx", "undone_at"),
    comment="what was believed until an undo, or an undo of one, said otherwise",
)

source_quotes = Table(
    "source_quotes",
    metadata,
    Column("listing_id", Integer, primary_key=True, autoincrement=False),
    time("observed_at"),
    *_numbers(),
    Column("rank", Integer),
    Column("raw_seq", BigInteger, nullable=False),
    Column(
        "recheck",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="whether the past before it has changed since the coin was judged",
    ),
    postgresql_with={"fillfactor": 50},  # every load rewrites most rows: room for it in the same page
)

crypto_assets = Table(
    "crypto_assets",
    metadata,
    Column("asset_id", BigInteger, primary_key=True, autoincrement=False),
    Column("ticker", Text, nullable=False, unique=True),
    Column("symbol", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("rank", Integer),
    *_numbers(),
    Column("listing_id", Integer, nullable=False, comment="whose quote this is"),
    Column("source", Text, nullable=False, comment="the source of that listing"),
    Column("sources", ARRAY(Text), nullable=False, comment="everyone who quotes the coin"),
    Column(
        "spread_percent",
        Double,
        comment="(max - min) / min of the sources' prices of the same day; null for one",
    ),
    time("observed_at"),
    Column("raw_seq", BigInteger, nullable=False),
    Column(
        "reason",
        Text,
        nullable=False,
        comment="why: only, precedence (of several fresh ones), newest (none is fresh), last_good (the latest are held"
        " back)",
    ),
    Column("flags", ARRAY(Text), nullable=False, comment="held_back, old, disagree"),
    Column("held_back", JSONB, comment="quotes that are not believed, with the reason; null: none"),
    postgresql_with={"fillfactor": 50},  # every load rewrites most rows: room for it in the same page
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("asset_id", BigInteger, ForeignKey("assets.asset_id"), nullable=False),
    time("since"),
    Column("until", TIMESTAMP(timezone=True), comment="null: it still is"),
    Column("listing_id", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("flags", ARRAY(Text), nullable=False),
    Column("held", JSONB, comment="listings whose quotes were held back, and why"),
    Index("verdicts_asset_id_idx", "asset_id", "since"),
    Index("verdicts_open_idx", "asset_id", unique=True, postgresql_where=text("until is null")),
    comment="whose quote was a coin's record, from when to when, and why",
)

# How the unified records were judged: coins, those with quotes held back, with fresh sources that disagree, with old
# quotes only, and the median of the spreads
JUDGED = ("coins", "held_back", "disagree", "old", "median_spread_percent")
JUDGEMENTS = """
select count(*), count(held_back), count(*) filter (where 'disagree' = any(flags)),
       count(*) filter (where 'old' = any(flags)),
       coalesce(percentile_cont(0.5) within group (order by spread_percent), 0)
from crypto_assets
"""
