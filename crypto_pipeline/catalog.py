"""Names that several rooms and the API share. Imports nothing."""

from __future__ import annotations

# How Dagster knows our definitions: sensors keep their cursors, and runs their jobs, by these
LOCATION, REPOSITORY = "crypto_pipeline", "__repository__"
# What a run is tagged with
SOURCE_TAG, PARTITION_TAG, FILE_TAG = "crypto/source", "dagster/partition", "crypto/csv_file"
# The checks of each source's rows
CHECKS = ("adds_up", "contract", "freshness", "quarantine_ratio")
# The database's role that can read what is served, and nothing else
READER = "crypto_platform_reader"
# Dagster's daemon gives a sign each 30 s; after so long without one, nothing is loaded on schedule
HEARTBEAT_SECONDS = 180.0
