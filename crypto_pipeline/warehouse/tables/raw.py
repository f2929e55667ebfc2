"""The raw tables: every record as it came, one table per source."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    LargeBinary,
    Sequence,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import JSON, TIMESTAMP

from crypto_pipeline.warehouse.tables.base import metadata, time

# One sequence for all raw tables: a sequence number names one record of the platform.
raw_seq = Sequence("raw_seq", data_type=BigInteger, metadata=metadata)


def raw_table(source: str) -> Table:
    """The table of a source's raw records, by month of arrival. Append-only; equal content of one id and moment is
    there once.
    """
    name = f"raw_{source}"
    if name in metadata.tables:
        return metadata.tables[name]
    return Table(
        name,
        metadata,
        Column("seq", BigInteger, raw_seq, server_default=raw_seq.next_value(), nullable=False),
        Column("observed_at", TIMESTAMP(timezone=True), comment="the record's own time; null when it has none"),
        time("fetched_at"),
        Column("stream", Text, nullable=False, comment="which of the source's streams brought it"),
        Column("source_id", Text, comment="the upstream's own id; null when the record has none"),
        Column("endpoint", Text, nullable=False, comment="what was asked, without secrets; a file and its line"),
        Column("content_hash", LargeBinary, nullable=False, comment="SHA-256 of the payload's bytes"),
        Column("run_id", Text, nullable=False, comment="the Dagster run that fetched it"),
        Column("partition", Text, nullable=False),
        Column("payload", JSON, nullable=False, comment="as it came, byte for byte"),
        Index(f"{name}_content_idx", "source_id", "observed_at", "content_hash"),
        Index(f"{name}_seq_idx", "seq"),
        postgresql_partition_by="RANGE (fetched_at)",
    )
