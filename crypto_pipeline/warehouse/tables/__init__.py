"""The tables, as SQLAlchemy Core metadata. The migrations create them; a test holds the two together.

Numbers are USD, or coins for supplies; changes are percent, not fractions; times are UTC. Market numbers are
`double precision`, whose text form gives back the payload's digits; nothing is rounded.
"""

from __future__ import annotations

from crypto_pipeline.warehouse.tables.base import metadata
from crypto_pipeline.warehouse.tables.market import (
    EVENTS,
    HISTORY_NUMBERS,
    QUOTE_NUMBERS,
    QUOTE_UNITS,
    assets,
    crypto_assets,
    identity_events,
    listings,
    market_quotes,
    quote_revisions,
    source_quotes,
)
from crypto_pipeline.warehouse.tables.news import news_articles, records
from crypto_pipeline.warehouse.tables.operations import (
    data_version,
    etl_checkpoints,
    ledger,
    quarantine,
    source_state,
    upstream_calls,
)
from crypto_pipeline.warehouse.tables.raw import raw_coingecko, raw_coinpaprika, raw_csv, raw_rss, raw_seq

__all__ = [
    "EVENTS",
    "HISTORY_NUMBERS",
    "PARTITIONED_BY_MONTH",
    "QUOTE_NUMBERS",
    "QUOTE_UNITS",
    "RAW_SOURCES",
    "assets",
    "crypto_assets",
    "data_version",
    "etl_checkpoints",
    "identity_events",
    "ledger",
    "listings",
    "market_quotes",
    "metadata",
    "news_articles",
    "quarantine",
    "quote_revisions",
    "raw_coingecko",
    "raw_coinpaprika",
    "raw_csv",
    "raw_rss",
    "raw_seq",
    "records",
    "source_quotes",
    "source_state",
    "upstream_calls",
]

RAW_SOURCES = tuple(sorted(name.removeprefix("raw_") for name in metadata.tables if name.startswith("raw_")))
PARTITIONED_BY_MONTH = (raw_coingecko, raw_coinpaprika, market_quotes)
