"""What keeps the history in order: an asset, a job and a schedule of its own, apart from the loads."""

from typing import Any

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from crypto_pipeline.defs.assets import OWNERS, table_metadata
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.warehouse import months, tables

JOB = "order_closed_months"
# After the night's loads, before the day's readers
CRON = "40 3 * * *"


def build_month_asset(deps: list[dg.AssetKey]) -> dg.AssetsDefinition:
    """The closed months of the history, in the order of their key."""

    @dg.asset(
        key="closed_months",
        deps=deps,
        group_name="maintenance",
        description=(
            "Months of `market_quotes` that are over, rewritten in key order: the quotes of a coin lie side by side and"
            " are read from few pages. Loads of such a month wait meanwhile; readers do not."
        ),
        owners=OWNERS,
        kinds={"sql", "postgres"},
        metadata=table_metadata(tables.market_quotes),
    )
    def closed_months(
        context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]
    ) -> dg.MaterializeResult[Any]:
        waiting = months.closed_months(platform.url)
        rows = sum(months.cluster_month(platform.url, month, context.log.info) for month in waiting)
        return dg.MaterializeResult(metadata={"months": waiting, "quotes": rows})

    return closed_months


def build_month_job() -> UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        JOB,
        selection=dg.AssetSelection.assets("closed_months"),
        description="Rewrites the months that are over in key order.",
        executor_def=dg.in_process_executor,
    )


def build_month_schedule(job: UnresolvedAssetJobDefinition) -> dg.ScheduleDefinition:
    return dg.ScheduleDefinition(
        name=f"{JOB}_schedule",
        job=job,
        cron_schedule=CRON,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Once a night; there is something to do once a month.",
    )
