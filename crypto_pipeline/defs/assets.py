"""The assets, made from the registered sources: `raw/*`, `quotes/*`, `news`, `crypto_assets`.

Only the wiring is here: what a stage does is in `crypto_pipeline.stages`.
"""

import logging
import time
from pathlib import Path
from typing import Any

import dagster as dg
from sqlalchemy import Table

from crypto_pipeline import stages
from crypto_pipeline.catalog import FILE_TAG
from crypto_pipeline.defs.failures import explained, require_some, retry_policy
from crypto_pipeline.defs.partitions import partitions_of
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.base import Source
from crypto_pipeline.warehouse import tables

# Progress for whoever waits at a terminal; Dagster has its own log of the run.
logger = logging.getLogger("crypto_pipeline.progress")

OWNERS = ["team:data-platform"]
UNIFIED_KEY = dg.AssetKey("crypto_assets")


def raw_key(source: Source) -> dg.AssetKey:
    return dg.AssetKey(["raw", source.name])


def rows_key(source: Source) -> dg.AssetKey:
    """The asset that a source's raw records are normalised into."""
    return dg.AssetKey(["quotes", source.name]) if source.kind == "quotes" else dg.AssetKey("news")


def loaded_partitions(instance: dg.DagsterInstance, source: Source) -> set[str]:
    """The partitions that are done. Both assets count: a run that was killed between its steps has work left."""
    return instance.get_materialized_partitions(raw_key(source)) & instance.get_materialized_partitions(
        rows_key(source)
    )


def build_assets(sources: list[Source], settings: Settings) -> list[dg.AssetsDefinition]:
    """All assets: two for each source, and the unified record."""
    per_source = [
        asset for source in sources for asset in (_raw_asset(source, settings), _rows_asset(source, settings))
    ]
    return [*per_source, _unified_asset([rows_key(s) for s in sources if s.kind == "quotes"], settings)]


def _raw_asset(source: Source, settings: Settings) -> dg.AssetsDefinition:
    @dg.asset(
        key=raw_key(source),
        group_name="raw",
        description=f"{source.description} Every payload as it came, in `raw_{source.name}`.",
        owners=OWNERS,
        kinds={"python", "postgres", *source.kinds},
        partitions_def=partitions_of(source, settings),
        backfill_policy=dg.BackfillPolicy.single_run(),
        pool=source.name if source.limits else None,
        retry_policy=retry_policy(settings),
        metadata=table_metadata(tables.metadata.tables[f"raw_{source.name}"]),
    )
    def raw(context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        hint = context.run.tags.get(FILE_TAG)
        counts = Counts()

        def progress(line: str) -> None:
            context.log.info(line)
            logger.info("%s: %s", source.name, line)

        with explained(context, platform.settings):
            for partition in context.partition_keys:
                counts += stages.load_raw(
                    platform.url,
                    platform.settings,
                    source,
                    partition,
                    context.run.run_id,
                    progress,
                    Path(hint) if hint else None,
                )
        return _result(counts, started)

    return raw


def _rows_asset(source: Source, settings: Settings) -> dg.AssetsDefinition:
    quotes = source.kind == "quotes"

    @dg.asset(
        key=rows_key(source),
        deps=[raw_key(source)],
        group_name="normalized",
        description=(
            f"{source.title}'s records as quotes in `market_quotes` and `source_quotes`, each under its coin."
            if quotes
            else "Articles in `news_articles`, once each."
        )
        + " Takes every raw record after the checkpoint, whatever partition it came with; what breaks the contract"
        " goes to `quarantine`.",
        owners=OWNERS,
        kinds={"python", "pandas", "postgres"},
        partitions_def=partitions_of(source, settings),
        backfill_policy=dg.BackfillPolicy.single_run(),
        retry_policy=retry_policy(settings),
        metadata=table_metadata(tables.source_quotes if quotes else tables.news_articles),
    )
    def rows(context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        with explained(context, platform.settings):
            counts = stages.load_rows(platform.url, source, context.run.run_id, context.log.warning)
            require_some(source, counts)
        return _result(counts, started)

    return rows


def _unified_asset(deps: list[dg.AssetKey], settings: Settings) -> dg.AssetsDefinition:
    @dg.asset(
        key=UNIFIED_KEY,
        deps=deps,
        group_name="normalized",
        description="One record per coin, from the freshest of its sources' quotes, with the spread between them.",
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


def _result(counts: Counts, started: float) -> dg.MaterializeResult[Any]:
    return dg.MaterializeResult(
        metadata={
            "dagster/partition_row_count": counts.stored,
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
