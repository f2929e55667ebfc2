"""Gaps: an asset that finds them, a job that fills them, and the sensor that starts it."""

import time
from datetime import UTC, datetime
from typing import Any

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition
from dagster._core.storage.dagster_run import NOT_FINISHED_STATUSES

from crypto_pipeline.catalog import GAPS, PAST_TAG
from crypto_pipeline.defs.assets import OWNERS, table_metadata
from crypto_pipeline.defs.days import heard, signs
from crypto_pipeline.defs.failures import explained, retry_policy
from crypto_pipeline.defs.history import calls_to_come, hours_a_day
from crypto_pipeline.defs.keys import CANDLES_KEY, GAPS_KEY
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages.gaps import fill_gaps, find_gaps
from crypto_pipeline.warehouse import gaps, tables

FIND_JOB, FILL_JOB = "find_gaps", "fill_gaps"
# The day before is over for the providers half an hour after midnight
CRON = "40 * * * *"


def build_gaps(streams: list[Stream], settings: Settings) -> dg.AssetsDefinition:
    """The days of tracked coins that miss quotes."""

    @dg.asset(
        key=GAPS_KEY,
        deps=[CANDLES_KEY],
        group_name="analytics",
        description="Days of tracked coins (HISTORY_TOP, HISTORY_COINS) of which hours have no quote that should have"
        " one, by how often their source is asked. Filled from the provider's history, where it has more.",
        owners=OWNERS,
        kinds={"sql", "postgres"},
        retry_policy=retry_policy(settings),
        metadata=table_metadata(tables.gaps),
    )
    def found(context: dg.AssetExecutionContext, platform: dg.ResourceParam[Platform]) -> dg.MaterializeResult[Any]:
        started = time.monotonic()
        with explained(context, platform.settings):
            counts = _find(streams, platform, context.run.run_id)
        return dg.MaterializeResult(metadata={**counts, "seconds": round(time.monotonic() - started, 3)})

    return found


def build_gaps_check(streams: list[Stream]) -> dg.AssetChecksDefinition:
    """No day of a tracked coin misses quotes that its provider may still have."""

    @dg.asset_check(asset=GAPS_KEY, name=GAPS, description="No gap that may be filled is left.")
    def none_open(platform: dg.ResourceParam[Platform]) -> dg.AssetCheckResult:
        counts = {stream.source.name: gaps.counted(platform.url, stream.source.name) for stream in _with_past(streams)}
        told = [f"{name}: {left:,} may be filled, {never:,} cannot" for name, (left, never) in counts.items()]
        return dg.AssetCheckResult(
            passed=not any(left for left, _ in counts.values()),
            severity=dg.AssetCheckSeverity.WARN,
            description="; ".join(told) or "no source has past days",
        )

    return none_open


def build_gaps_jobs(streams: list[Stream], settings: Settings) -> tuple[UnresolvedAssetJobDefinition, dg.JobDefinition]:
    """The job that finds, and the one that fills."""

    @dg.op(name="ask_for_gaps", description="Asks the providers' histories for what is missing, important coins first.")
    def fill(context: dg.OpExecutionContext, platform: dg.ResourceParam[Platform]) -> None:
        alive = signs(context)
        say = heard(alive, context.log.info)
        for stream in _with_past(streams):
            (past,) = stream.pasts
            with explained(context, platform.settings):
                reserve = calls_to_come(stream, platform.settings)
                fill_gaps(platform.url, platform.settings, past, context.run_id, say, reserve, alive)
        context.log.info(str(_find(streams, platform, context.run_id)))

    @dg.job(name=FILL_JOB, executor_def=dg.in_process_executor, description="Fills gaps from the providers' histories.")
    def filling() -> None:
        fill()

    finding = dg.define_asset_job(
        FIND_JOB,
        selection=dg.AssetSelection.assets(GAPS_KEY),
        description="Finds days that miss quotes.",
        executor_def=dg.in_process_executor,
    )
    return finding, filling


def build_gaps_schedule(job: UnresolvedAssetJobDefinition) -> dg.ScheduleDefinition:
    return dg.ScheduleDefinition(
        name=f"{FIND_JOB}_schedule",
        job=job,
        cron_schedule=CRON,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Once an hour; a day is looked at when it is over.",
    )


def build_gaps_sensor(streams: list[Stream], job: dg.JobDefinition) -> dg.SensorDefinition:
    """Asks for the gaps that may be filled, once an hour at most while there are some."""

    @dg.sensor(
        name=f"{GAPS}_sensor",
        job=job,
        minimum_interval_seconds=60,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Asks the providers for what is missing.",
    )
    def sensor(
        context: dg.SensorEvaluationContext, platform: dg.ResourceParam[Platform]
    ) -> dg.RunRequest | dg.SkipReason:
        running = dg.RunsFilter(job_name=FILL_JOB, statuses=NOT_FINISHED_STATUSES)
        if context.instance.get_runs_count(running):
            return dg.SkipReason("the providers are being asked")
        left = sum(gaps.counted(platform.url, stream.source.name)[0] for stream in _with_past(streams))
        if not left:
            return dg.SkipReason("nothing is missing that a provider may have")
        return dg.RunRequest(run_key=f"{datetime.now(UTC):%Y-%m-%dT%H}", tags={PAST_TAG: GAPS})

    return sensor


def _with_past(streams: list[Stream]) -> list[Stream]:
    return [stream for stream in streams if stream.pasts]


def _find(streams: list[Stream], platform: Platform, run_id: str) -> dict[str, int]:
    """How many gaps each source has: those that may be filled, and those that cannot."""
    counts: dict[str, int] = {}
    for stream in _with_past(streams):
        (past,) = stream.pasts
        expected = hours_a_day(stream, platform.settings)
        left, never = find_gaps(platform.url, platform.settings, past, expected, run_id)
        counts |= {f"{stream.source.name}: may be filled": left, f"{stream.source.name}: cannot": never}
    return counts
