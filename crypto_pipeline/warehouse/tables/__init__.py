"""The tables, as SQLAlchemy Core metadata. The migrations create them; a test holds the two together.

Numbers are USD, or coins for supplies; changes are percent, not fractions; times are UTC. Market numbers are
`double precision`, whose text form gives back the payload's digits; nothing is rounded.
"""

from __future__ import annotations

from crypto_pipeline.warehouse.tables.base import metadata
from crypto_pipeline.warehouse.tables.candles import (
    CANDLE_NUMBERS,
    CANDLE_UNITS,
    candles_1d,
    candles_1h,
    candles_due,
    gaps,
    ohlc,
)
from crypto_pipeline.warehouse.tables.market import (
    EVENTS,
    HISTORY_NUMBERS,
    JUDGED,
    JUDGEMENTS,
    QUOTE_NUMBERS,
    QUOTE_UNITS,
    assets,
    crypto_assets,
    identity_events,
    listings,
    market_quotes,
    quote_revisions,
    source_quotes,
    undone_quotes,
    verdicts,
)
from crypto_pipeline.warehouse.tables.news import news_articles, records
from crypto_pipeline.warehouse.tables.operations import (
    access_keys,
    backups,
    data_version,
    etl_checkpoints,
    ledger,
    quarantine,
    source_state,
    streams,
    upstream_calls,
    withdrawals,
    withdrawn_runs,
)
from crypto_pipeline.warehouse.tables.raw import raw_seq, raw_table

__all__ = [
    "CANDLE_NUMBERS",
    "CANDLE_UNITS",
    "EVENTS",
    "HISTORY_NUMBERS",
    "JUDGED",
    "JUDGEMENTS",
    "QUOTE_NUMBERS",
    "QUOTE_UNITS",
    "access_keys",
    "assets",
    "backups",
    "candles_1d",
    "candles_1h",
    "candles_due",
    "crypto_assets",
    "data_version",
    "etl_checkpoints",
    "gaps",
    "identity_events",
    "ledger",
    "listings",
    "market_quotes",
    "metadata",
    "news_articles",
    "ohlc",
    "quarantine",
    "quote_revisions",
    "raw_seq",
    "raw_table",
    "records",
    "source_quotes",
    "source_state",
    "streams",
    "undone_quotes",
    "upstream_calls",
    "verdicts",
    "withdrawals",
    "withdrawn_runs",
]
