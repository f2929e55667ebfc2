"""How the loads stand: checkpoints, refusals, versions, budgets, memory."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP

from crypto_pipeline.warehouse.tables.base import metadata, time

etl_checkpoints = Table(
    "etl_checkpoints",
    metadata,
    Column("source", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("raw_seq", BigInteger, nullable=False, comment="the last raw record that the stage has dealt with"),
    time("observed_at", nullable=True),
    Column("run_id", Text, nullable=False),
    time("updated_at"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("source", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("source_id", Text),
    Column("raw_seq", BigInteger, comment="the raw record; null for one that raw could not hold"),
    Column("payload", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("reasons", ARRAY(Text), nullable=False),
    Column("run_id", Text, nullable=False),
    time("quarantined_at"),
    Column("origin", Text, comment="a file and its line, or what was asked"),
    Column(
        "retry_at",
        TIMESTAMP(timezone=True),
        comment="when a reason that time mends will be gone; null for all others",
    ),
    UniqueConstraint("source", "stream", "stage", "content_hash", name="quarantine_content_key"),
    Index("quarantine_raw_seq_idx", "source", "stream", "stage", "raw_seq"),
    Index(
        "quarantine_retry_idx",
        "source",
        "stream",
        "stage",
        "retry_at",
        postgresql_where=text("retry_at is not null"),
    ),
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("run_id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("stage", Text, nullable=False),
    *(Column(name, BigInteger, nullable=False) for name in ("received", "stored", "unchanged", "quarantined")),
    Column("first_seq", BigInteger, nullable=False, comment="of the raw records that it wrote or read"),
    Column("last_seq", BigInteger, nullable=False),
    Column(
        "retried",
        BigInteger,
        nullable=False,
        comment="records besides, refused before for a reason that time mends",
    ),
    Column("records", BigInteger, nullable=False, comment="raw records in hand; each can be many rows"),
    time("recorded_at"),
    CheckConstraint("received = stored + unchanged + quarantined", name="ledger_adds_up"),
    Index("ledger_recorded_at_idx", "recorded_at", postgresql_using="brin"),
    Index("ledger_source_idx", "source", "stream", "stage", "id"),
    comment="what became of the records that each transaction of a stage had in hand",
)

streams = Table(
    "streams",
    metadata,
    Column("source", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("product", Text, nullable=False, comment="what its records become"),
    Column("raw_asset", ARRAY(Text), nullable=False),
    Column("rows_asset", ARRAY(Text), nullable=False),
    Column("job", Text, nullable=False, comment="the Dagster job that loads it"),
    Column("stale_seconds", Double, nullable=False, comment="the newest record should not be older"),
    Column("fresh_seconds", Double, nullable=False, comment="so long the source's latest quote counts as fresh"),
    Column("precedence", Integer, nullable=False, comment="of several fresh quotes the one of the smallest wins"),
    Column("position", Integer, nullable=False),
    comment="what this platform loads, as its sources describe it",
)

# What can happen to a run
WITHDRAWN, RESTORED = "withdrawn", "restored"
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("run_id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("records", BigInteger, nullable=False, comment="raw records that it is about"),
    Column("by_run", Text, nullable=False),
    time("known_at"),
    CheckConstraint(f"kind in {(WITHDRAWN, RESTORED)}", name="withdrawals_kind_check"),
    Index("withdrawals_run_id_idx", "run_id", "source", "stream", "id"),
    comment="runs whose records were taken out of what is served, or back; append-only",
)

# A view, so in a collection of its own: the runs of which nothing is served
withdrawn_runs = Table(
    "withdrawn_runs", MetaData(), Column("run_id", Text), Column("source", Text), Column("stream", Text)
)

data_version = Table(
    "data_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
    time("changed_at"),
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
    time("updated_at"),
    comment="what a source must remember from one load to the next",
)

# What a key opens: reading the API, or starting loads over it
READ, LOAD = "read", "load"
access_keys = Table(
    "access_keys",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("name", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False, comment="SHA-256 of the key, which has 256 random bits"),
    time("created_at"),
    Column("expires_at", TIMESTAMP(timezone=True), comment="null: never"),
    time("revoked_at", nullable=True),
    CheckConstraint(f"scope in {(READ, LOAD)}", name="access_keys_scope_check"),
    UniqueConstraint("digest", name="access_keys_digest_key"),
    Index("access_keys_name_idx", "name", unique=True, postgresql_where=text("revoked_at is null")),
    comment="who may read the API, or start loads over it; the keys themselves are nowhere",
)

backups = Table(
    "backups",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("place", Text, nullable=False, comment="the folder, as the process that wrote it names it"),
    Column("bytes", BigInteger, nullable=False),
    Column("version", BigInteger, nullable=False, comment="the data_version that it has"),
    Column("seconds", Double, nullable=False),
    time("finished_at"),
    comment="backups of this database that were finished; append-only",
)
