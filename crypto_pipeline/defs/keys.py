"""How Dagster knows a stream: its assets and its job."""

from __future__ import annotations

import dagster as dg

from crypto_pipeline import catalog
from crypto_pipeline.sources.description import Stream

UNIFIED_KEY = dg.AssetKey(catalog.UNIFIED_ASSET)
CANDLES_KEY, GAPS_KEY = dg.AssetKey(catalog.CANDLES), dg.AssetKey(catalog.GAPS)


def raw_key(stream: Stream) -> dg.AssetKey:
    return dg.AssetKey(catalog.raw_asset(stream.path))


def rows_key(stream: Stream) -> dg.AssetKey:
    """The asset that a stream's raw records are normalised into."""
    return dg.AssetKey(catalog.rows_asset(stream.asset_product, stream.path))


def job_name(stream: Stream) -> str:
    return catalog.job_name(stream.path)


def loaded_partitions(instance: dg.DagsterInstance, stream: Stream) -> set[str]:
    """The partitions that are done. Both assets count: a run that was killed between its steps has work left."""
    return instance.get_materialized_partitions(raw_key(stream)) & instance.get_materialized_partitions(
        rows_key(stream)
    )
