"""The asset `candles`, and the sensor that has made what nobody else has."""

import math
import time
from datetime import UTC, date, datetime
from typing import Any

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from crypto_pipeline import stages
from crypto_pipeline.catalog import CANDLES
from crypto_pipeline.defs.assets import OWNERS, Since, table_metadata
from crypto_pipeline.defs.days import heard, report, signs
from crypto_pipeline.defs.failures import explained, retry_policy
from crypto_pipeline.defs.jobs import console_config
from crypto_pipeline.defs.keys import CANDLES_KEY, rows_key
from crypto_pipeline.defs.partitions import partitions_def
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.partitions import Daily
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.warehouse import tables
from crypto_pipeline.warehouse.health import oldest_due

JOB = "make_candles"
# So long the load that brought quotes has to make their candles itself
LATE_SECONDS = 60
# and no load makes those of years (after an upgrade, say) before it is done: a run of their own does
PATIENCE_SECONDS = 60.0


def build_candles(streams: list[Stream], settings: Settings, since: Since) -> dg.AssetsDefinition:
    """Hours and days of every listing."""
    schemes = [since(stream) for stream in streams if stream.pasts]
    firsts = [scheme.first for scheme in schemes if isinstance(scheme, Daily)]
    partitions = partitions_def(Daily(min(firsts)) if firsts else Daily(), settings)

    @dg.asset(
        key=CANDLES_KEY,
        deps=[_dep(stream) for stream in streams if PRODUCTS[stream.product].unified],
        group_name="analytics",
        description="Open, highest, lowest and last price of each hour and day (UTC), by listing, in `candles_1h` and"
        " `candles_1d`. Makes those whose quotes have come, changed or gone, whatever day they are of; materialise"
        " past days of it alone to make them anew from their quotes.",
        owners=OWNERS,
        kinds={"sql", "postgres"},
        partitions_def=partitions,
        backfill_policy=dg.BackfillPolicy.single_run(),
        retry_policy=retry_policy(settings),
        metadata=table_metadata(tables.candles_1d),
    )
    def candles(context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        own = {date.fromisoformat(key) for key in context.partition_keys}
        today = datetime.now(UTC).date()
        alone = {node.name for node in context.job_def.graph.nodes} == {context.op_def.name}
        again = sorted(day for day in own if alone and day < today)
        patience = PATIENCE_SECONDS if own == {today} and not alone else math.inf
        say = heard(signs(context), context.log.info)
        with explained(context, platform.settings):
            changed, days = stages.load_candles(platform.url, context.run.run_id, again, say, patience)
        first = str(partitions.get_first_partition_key())
        for day in days:  # those that others have touched, too
            if day not in own and f"{day}" >= first:
                report(context, CANDLES_KEY, f"{day}", {})
        return dg.MaterializeResult(
            metadata={"changed": changed, "days": len(days), "seconds": round(time.monotonic() - started, 3)}
        )

    return candles


def _dep(stream: Stream) -> dg.AssetDep:
    same_day = dg.TimeWindowPartitionMapping(allow_nonexistent_upstream_partitions=True)
    daily = isinstance(stream.partitions, Daily)
    return dg.AssetDep(rows_key(stream), partition_mapping=same_day if daily else dg.AllPartitionMapping())


def build_candles_job(settings: Settings) -> UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        JOB,
        selection=dg.AssetSelection.assets(CANDLES_KEY),
        description="Makes the candles that are due.",
        executor_def=dg.in_process_executor,
        config=console_config(settings),
    )


def build_candles_sensor(job: UnresolvedAssetJobDefinition) -> dg.SensorDefinition:
    """Asks for candles of quotes that files, commands or an upgrade have brought: loads by the clock make their own."""

    @dg.sensor(
        name=f"{CANDLES}_due_sensor",
        job=job,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Finds quotes that came without their candles being made.",
    )
    def sensor(
        context: dg.SensorEvaluationContext, platform: dg.ResourceParam[Platform]
    ) -> dg.RunRequest | dg.SkipReason:
        oldest = oldest_due(platform.url)
        if oldest is None or (datetime.now(UTC) - oldest).total_seconds() < LATE_SECONDS:
            return dg.SkipReason("every quote is in its candles, or its load is still at it")
        # once for each state: what fails is not tried for ever
        return dg.RunRequest(run_key=f"{oldest:%Y%m%dT%H%M%S.%f}", partition_key=f"{datetime.now(UTC):%Y-%m-%d}")

    return sensor
