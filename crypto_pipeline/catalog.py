"""Names that several rooms and the API share. Imports nothing."""

from __future__ import annotations

from collections.abc import Sequence

# How Dagster knows our definitions: sensors keep their cursors, and runs their jobs, by these
LOCATION, REPOSITORY = "crypto_pipeline", "__repository__"
# What a run is tagged with
SOURCE_TAG, PARTITION_TAG, FILE_TAG = "crypto/source", "dagster/partition", "crypto/csv_file"
# On runs that load past days: the first and the last of them
PAST_TAG = "crypto/past"
# By these Dagster knows a run of several partitions: the first, and the last
RANGE_TAGS = ("dagster/asset_partition_range_start", "dagster/asset_partition_range_end")
# The products that records can become, which are the stages that make them, too
QUOTES, NEWS, HISTORY = "quotes", "news", "history"
# The first stage of every stream, and the last one of all
RAW, UNIFIED, CANDLES, GAPS = "raw", "unified", "candles", "gaps"
# What is remembered of a source for longer than a load: the first day that Dagster offers; and, under this and its id,
# what the provider said of a coin that it does not know
FIRST_DAY, ABSENT = "first_day", "absent/"
# Of a load's new records, how many may be refused before it looks suspicious
MAX_QUARANTINE_RATIO = 0.05
# The checks of each stream's rows
CHECKS = ("adds_up", "contract", "freshness", "quarantine_ratio")
# The check of the unified record
UNIFIED_ASSET, UNIFIED_CHECK = "crypto_assets", "judgement"
# The job that undoes a run, and what it calls its step
UNDO_JOB, UNDO_OP = "undo_run", "undo"
# The database's role that can read what is served, and nothing else
READER = "crypto_platform_reader"
# Dagster's daemon gives a sign each 30 s; after so long without one, nothing is loaded on schedule
HEARTBEAT_SECONDS = 180.0


def range_tags(first: str, last: str) -> dict[str, str]:
    """What a run of past days is tagged with, from the first to the last (YYYY-MM-DD)."""
    return {RANGE_TAGS[0]: first, RANGE_TAGS[1]: last, PAST_TAG: f"{first}/{last}"}


def raw_asset(path: Sequence[str]) -> list[str]:
    """The asset of a stream's raw records; `path` is its source's name, and of further streams their own."""
    return [RAW, *path]


def rows_asset(product: str, path: Sequence[str]) -> list[str]:
    """The asset that a stream's raw records are normalised into."""
    return [product, *path]


def job_name(path: Sequence[str]) -> str:
    """The job that loads a stream."""
    return "_".join(["load", *path])
