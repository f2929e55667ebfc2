"""The tables, as SQLAlchemy Core metadata. The migrations create them; a test holds the two together.

Numbers are USD, or coins for supplies; changes are percent, not fractions; times are UTC. Market numbers are
`double precision`, whose text form gives back the payload's digits; nothing is rounded.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Sequence,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.types import TypeEngine

metadata = MetaData()

# One sequence for all raw tables: a sequence number names one record of the platform.
raw_seq = Sequence("raw_seq", data_type=BigInteger, metadata=metadata)


def _time(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, TIMESTAMP(timezone=True), nullable=nullable)


def _raw(source: str) -> Table:
    """A raw table: every record as it came, once per content. Append-only."""
    name = f"raw_{source}"
    return Table(
        name,
        metadata,
        Column("seq", BigInteger, raw_seq, server_default=raw_seq.next_value(), nullable=False),
        Column("source_id", Text, comment="the upstream's own id; null when the record has none"),
        Column("endpoint", Text, nullable=False, comment="what was asked, without secrets"),
        Column("observed_at", TIMESTAMP(timezone=True), comment="the record's own time; null when it has none"),
        _time("fetched_at"),
        Column("content_hash", LargeBinary, nullable=False, comment="SHA-256 of the payload's bytes"),
        Column("run_id", Text, nullable=False, comment="the Dagster run that fetched it"),
        Column("partition", Text, nullable=False),
        Column("payload", JSONB, nullable=False),
        UniqueConstraint(
            "source_id",
            "content_hash",
            "observed_at",
            name=f"{name}_content_key",
            postgresql_nulls_not_distinct=True,
        ),
        Index(f"{name}_seq_idx", "seq"),
    )


raw_coingecko = _raw("coingecko")
raw_coinpaprika = _raw("coinpaprika")
raw_csv = _raw("csv")
raw_rss = _raw("rss")


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
    _time("created_at"),
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
    _time("first_seen"),
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
)

quote_revisions = Table(
    "quote_revisions",
    metadata,
    Column("listing_id", Integer, primary_key=True, autoincrement=False),
    Column("observed_at", TIMESTAMP(timezone=True), primary_key=True),
    _time("known_at"),
    _time("replaced_at"),
    *_history(key=True),
    Column("rank", Integer),
    PrimaryKeyConstraint("listing_id", "observed_at", "raw_seq"),
    comment="what a correction replaced, with the span in which it was believed",
)

source_quotes = Table(
    "source_quotes",
    metadata,
    Column("listing_id", Integer, primary_key=True, autoincrement=False),
    _time("observed_at"),
    *_numbers(),
    Column("rank", Integer),
    Column("raw_seq", BigInteger, nullable=False),
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
    Column("source", Text, nullable=False, comment="whose quote this is: the freshest"),
    Column("sources", ARRAY(Text), nullable=False, comment="everyone who quotes the coin"),
    Column(
        "spread_percent",
        Double,
        comment="(max - min) / min of the sources' prices of the same day; null for one",
    ),
    _time("observed_at"),
    Column("raw_seq", BigInteger, nullable=False),
)

news_articles = Table(
    "news_articles",
    metadata,
    Column("id", Text, primary_key=True, comment="from the feed's name and the article's guid; stable"),
    Column("feed", Text, nullable=False),
    Column("guid", Text, nullable=False),
    Column("url", Text, nullable=False, comment="without utm_* parameters"),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False, comment="plain text"),
    Column("author", Text),
    Column("tags", ARRAY(Text), nullable=False),
    _time("published_at"),
    Column("raw_seq", BigInteger, nullable=False),
    UniqueConstraint("feed", "guid", name="news_articles_feed_guid_key"),
    Index("news_articles_published_at_idx", text("published_at desc"), "id"),
)

etl_checkpoints = Table(
    "etl_checkpoints",
    metadata,
    Column("source", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("raw_seq", BigInteger, nullable=False, comment="the last raw record that the stage has dealt with"),
    _time("observed_at", nullable=True),
    Column("run_id", Text, nullable=False),
    _time("updated_at"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("source", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("source_id", Text),
    Column("raw_seq", BigInteger, comment="the raw record; null for one that raw could not hold"),
    Column("payload", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("reasons", ARRAY(Text), nullable=False),
    Column("run_id", Text, nullable=False),
    _time("quarantined_at"),
    Column("origin", Text, comment="a file and its line, or what was asked"),
    Column(
        "retry_at",
        TIMESTAMP(timezone=True),
        comment="when a reason that time mends will be gone; null for all others",
    ),
    UniqueConstraint("source", "stage", "content_hash", name="quarantine_content_key"),
    Index("quarantine_retry_idx", "source", "stage", "retry_at", postgresql_where=text("retry_at is not null")),
)

# A view, so in a collection of its own: quotes and news as one list; `id` is the raw record behind it.
records = Table(
    "records",
    MetaData(),
    Column("id", BigInteger),
    Column("source_type", Text),
    Column("source_id", Text),
    Column("title", Text),
    Column("description", Text),
    Column("value", Double),
    Column("category", Text),
    Column("tags", ARRAY(Text)),
    Column("timestamp", TIMESTAMP(timezone=True)),
    Column("ticker", Text),
)

data_version = Table(
    "data_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
    _time("changed_at"),
    CheckConstraint("id = 1", name="data_version_one_row"),
)

upstream_calls = Table(
    "upstream_calls",
    metadata,
    Column("upstream", Text, primary_key=True),
    Column("month", Text, primary_key=True, comment="YYYY-MM, UTC"),
    Column("calls", BigInteger, nullable=False),
    Column(
        "allowed",
        BigInteger,
        nullable=False,
        server_default="0",
        comment="calls that the plan allows in the month; 0: any number",
    ),
)

source_state = Table(
    "source_state",
    metadata,
    Column("source", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    _time("updated_at"),
    comment="what a source must remember from one load to the next",
)

RAW_SOURCES = tuple(sorted(name.removeprefix("raw_") for name in metadata.tables if name.startswith("raw_")))
PARTITIONED_BY_MONTH = (raw_coingecko, raw_coinpaprika, market_quotes)
