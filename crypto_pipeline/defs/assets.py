"""The assets, made from the streams: `raw/*`, `quotes/*`, `news/*`, `crypto_assets`.

Only the wiring is here: what a stage does is in `crypto_pipeline.stages`.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dagster as dg
from sqlalchemy import Table

from crypto_pipeline import stages
from crypto_pipeline.catalog import FILE_TAG
from crypto_pipeline.defs.days import load_days, require_raw
from crypto_pipeline.defs.failures import explained, require_some, retry_policy
from crypto_pipeline.defs.keys import UNIFIED_KEY, raw_key, rows_key
from crypto_pipeline.defs.partitions import partitions_def
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.partitions import Partitions
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.warehouse import tables
from crypto_pipeline.warehouse.ledger import entered

# Progress for whoever waits at a terminal; Dagster has its own log of the run.
logger = logging.getLogger("crypto_pipeline.progress")

Since = Callable[[Stream], Partitions]
OWNERS = ["team:data-platform"]


def build_assets(streams: list[Stream], settings: Settings, since: Since) -> list[dg.AssetsDefinition]:
    """All assets: two for each stream, and the unified record. `since` tells a stream's partitions."""
    per_stream = [
        asset
        for stream in streams
        for partitions in [partitions_def(since(stream), settings)]
        for asset in (_raw_asset(stream, settings, partitions), _rows_asset(stream, settings, partitions))
    ]
    return [*per_stream, _unified_asset(unified_deps(streams), settings)]


def unified_deps(streams: list[Stream]) -> list[dg.AssetKey]:
    """The assets that the record per coin rests on."""
    return [rows_key(stream) for stream in streams if PRODUCTS[stream.product].unified]


def _raw_asset(stream: Stream, settings: Settings, partitions: Any) -> dg.AssetsDefinition:
    name = stream.source.name

    @dg.asset(
        key=raw_key(stream),
        group_name="raw",
        description=f"{stream.description} Every payload as it came, in `raw_{name}`.",
        owners=OWNERS,
        kinds={"python", "postgres", *stream.kinds},
        partitions_def=partitions,
        backfill_policy=dg.BackfillPolicy.single_run(),
        retry_policy=retry_policy(settings),
        metadata=table_metadata(tables.raw_table(name)),
    )
    def raw(context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        hint = context.run.tags.get(FILE_TAG)

        def progress(line: str) -> None:
            context.log.info(line)
            logger.info("%s: %s", stream.address, line)

        if stream.pasts:
            return _result(context, load_days(context, platform, stream, progress), started)
        with explained(context, platform.settings):
            counts = stages.load_raw(
                platform.url,
                platform.settings,
                stream,
                context.partition_keys,
                context.run.run_id,
                progress,
                Path(hint) if hint else None,
            )
        return _result(context, counts, started)

    return raw


def _rows_asset(stream: Stream, settings: Settings, partitions: Any) -> dg.AssetsDefinition:
    product = PRODUCTS[stream.product]

    @dg.asset(
        key=rows_key(stream),
        deps=[raw_key(stream)],
        group_name="normalized",
        description=f"{product.description.format(title=stream.title)} Takes every raw record after the checkpoint,"
        " whatever partition it came with; what breaks the contract goes to `quarantine`.",
        owners=OWNERS,
        kinds={"python", "pandas", "postgres"},
        partitions_def=partitions,
        backfill_policy=dg.BackfillPolicy.single_run(),
        retry_policy=retry_policy(settings),
        metadata=table_metadata(product.table),
    )
    def rows(context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        with explained(context, platform.settings):
            counts = stages.load_rows(platform.url, stream, context.run.run_id, context.log.warning)
            for past in stream.pasts:  # what a load of past days that was killed has left
                stages.load_rows(platform.url, past, context.run.run_id, context.log.warning)
            require_some(stream, counts)
            if stream.pasts:  # those that the step before has worked off, too
                made = [stream.product, *(past.product for past in stream.pasts)]
                counts = entered(platform.url, context.run.run_id, stream.source.name, made)
        require_raw(context, stream)
        return _result(context, counts, started)

    return rows


def _unified_asset(deps: list[dg.AssetKey], settings: Settings) -> dg.AssetsDefinition:
    @dg.asset(
        key=UNIFIED_KEY,
        deps=deps,
        group_name="normalized",
        description="One record per coin: the first fresh quote that is believed, what is held back, and the spread.",
        owners=OWNERS,
        kinds={"sql", "postgres"},
        retry_policy=retry_policy(settings),
        metadata=table_metadata(tables.crypto_assets),
    )
    def crypto_assets(
        context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]
    ) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        with explained(context, platform.settings):
            coins, changed = stages.load_unified(platform.url, context.run.run_id)
        return dg.MaterializeResult(
            metadata={
                "dagster/row_count": coins,
                "changed": changed,
                "seconds": round(time.monotonic() - started, 3),
            }
        )

    return crypto_assets


def _result(context: dg.AssetExecutionContext, counts: Counts, started: float) -> dg.MaterializeResult[Any]:
    # of several days together nobody knows what each has
    rows = {"dagster/partition_row_count": counts.stored} if len(context.partition_keys) == 1 else {}
    return dg.MaterializeResult(
        metadata={
            **rows,
            "received": counts.received,
            "stored": counts.stored,
            "unchanged": counts.unchanged,
            "quarantined": counts.quarantined,
            "seconds": round(time.monotonic() - started, 3),
        }
    )


def table_metadata(table: Table) -> dict[str, Any]:
    """The table's columns for Dagster's catalogue."""
    columns = [
        dg.TableColumn(
            column.name,
            str(column.type).lower(),
            description=column.comment,
            constraints=dg.TableColumnConstraints(nullable=bool(column.nullable)),
        )
        for column in table.columns
    ]
    return {"dagster/column_schema": dg.TableSchema(columns=columns), "dagster/table_name": table.name}
