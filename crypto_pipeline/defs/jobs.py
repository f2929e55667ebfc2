"""One job per stream, raw to unified, and what starts it: a schedule, or for files a sensor."""

from typing import Any

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition
from dagster._utils.schedules import is_valid_cron_schedule

from crypto_pipeline.catalog import SOURCE_TAG
from crypto_pipeline.defs.keys import CANDLES_KEY, UNIFIED_KEY, job_name, raw_key, rows_key
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.partitions import Daily
from crypto_pipeline.stages.products import PRODUCTS


def build_jobs(streams: list[Stream], settings: Settings) -> dict[Stream, UnresolvedAssetJobDefinition]:
    """A job for each stream. Steps run in the run's own process: a process per step would cost seconds each."""
    return {
        stream: dg.define_asset_job(
            job_name(stream),
            selection=dg.AssetSelection.assets(raw_key(stream), rows_key(stream), *_made_of(stream)),
            description=f"{stream.title}, from what it sends to what is served.",
            tags={SOURCE_TAG: stream.source.name},
            executor_def=dg.in_process_executor,
            config=console_config(settings),
        )
        for stream in streams
    }


def _made_of(stream: Stream) -> list[dg.AssetKey]:
    """What is made of a stream's rows in the same run: days of it can be in a run with other days only."""
    if not PRODUCTS[stream.product].unified:
        return []
    return [UNIFIED_KEY, CANDLES_KEY] if isinstance(stream.partitions, Daily) else [UNIFIED_KEY]


def console_config(settings: Settings) -> dict[str, Any]:
    """A run's configuration without which the console has Dagster's every event."""
    return {"loggers": {"console": {"config": {"log_level": settings.log_level}}}}


def build_schedules(
    jobs: dict[Stream, UnresolvedAssetJobDefinition], settings: Settings
) -> list[dg.ScheduleDefinition]:
    """A running schedule for each stream that is loaded by the clock and has something to load."""
    return [
        _schedule(stream, job, stream.cron.upper(), getattr(settings, stream.cron), settings)
        for stream, job in jobs.items()
        if stream.cron is not None and stream.partitions.due(settings)
    ]


def _schedule(stream: Stream, job: Any, variable: str, cron: str, settings: Settings) -> dg.ScheduleDefinition:
    check_cron(variable, cron)

    @dg.schedule(
        name=f"{'_'.join(stream.path)}_schedule",
        job=job,
        cron_schedule=cron,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=f"{stream.title} at {cron} (UTC).",
    )
    def schedule(context: dg.ScheduleEvaluationContext) -> list[dg.RunRequest]:
        return [dg.RunRequest(partition_key=key) for key in stream.partitions.due(settings)]

    return schedule


def check_cron(variable: str, cron: str) -> None:
    """Raises `SettingsError` for a cron line that Dagster, who is to keep it, does not take."""
    try:
        usable = is_valid_cron_schedule(cron)
    except Exception:  # its reader has many ways to fail
        usable = False
    if not usable:
        raise SettingsError(f"{variable}: Dagster cannot keep the schedule {cron!r}; example: {variable}=*/15 * * * *")
