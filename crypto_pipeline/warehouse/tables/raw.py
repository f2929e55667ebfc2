"""The raw tables: every record as it came."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    LargeBinary,
    Sequence,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from crypto_pipeline.warehouse.tables.base import metadata, time

# One sequence for all raw tables: a sequence number names one record of the platform.
raw_seq = Sequence("raw_seq", data_type=BigInteger, metadata=metadata)


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
        time("fetched_at"),
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
