"""One job per source, raw to unified, and what starts it: a schedule, or for files a sensor."""

from datetime import UTC, datetime
from typing import Any

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition
from dagster._utils.schedules import is_valid_cron_schedule

from crypto_pipeline.catalog import SOURCE_TAG
from crypto_pipeline.defs.assets import UNIFIED_KEY, raw_key, rows_key
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.sources.base import Source


def job_name(source: Source) -> str:
    return f"load_{source.name}"


def build_jobs(sources: list[Source], settings: Settings) -> dict[str, UnresolvedAssetJobDefinition]:
    """Source name to job. Steps run in the run's own process: a process per step would cost seconds each."""
    jobs = {}
    for source in sources:
        keys = [raw_key(source), rows_key(source), *([UNIFIED_KEY] if source.kind == "quotes" else [])]
        jobs[source.name] = dg.define_asset_job(
            job_name(source),
            selection=dg.AssetSelection.assets(*keys),
            description=f"{source.title}, from what it sends to what is served.",
            tags={SOURCE_TAG: source.name},
            executor_def=dg.in_process_executor,
            # without this the console has Dagster's every event
            config={"loggers": {"console": {"config": {"log_level": settings.log_level}}}},
        )
    return jobs


def build_schedules(
    sources: list[Source], jobs: dict[str, UnresolvedAssetJobDefinition], settings: Settings
) -> list[dg.ScheduleDefinition]:
    """A running schedule for each source that has a cron line."""
    return [
        _schedule(source, jobs[source.name], source.cron(settings), settings)
        for source in sources
        if source.cron is not None and (source.partitions != "feeds" or settings.feeds)
    ]


def _check_cron(source: Source, cron: str) -> None:
    """Raises `SettingsError` for a cron line that Dagster, who is to keep it, does not take."""
    try:
        usable = is_valid_cron_schedule(cron)
    except Exception:  # its reader has many ways to fail
        usable = False
    if not usable:
        name = f"{source.name.upper()}_CRON"
        raise SettingsError(f"{name}: Dagster cannot keep the schedule {cron!r}; example: {name}=*/15 * * * *")


def _schedule(source: Source, job: Any, cron: str, settings: Settings) -> dg.ScheduleDefinition:
    _check_cron(source, cron)

    @dg.schedule(
        name=f"{source.name}_schedule",
        job=job,
        cron_schedule=cron,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=f"{source.title} at {cron} (UTC).",
    )
    def schedule(context: dg.ScheduleEvaluationContext) -> list[dg.RunRequest]:
        if source.partitions == "feeds":
            return [dg.RunRequest(partition_key=feed) for feed in settings.feeds]
        # now, not the tick's own time: a snapshot cannot be taken of a tick that was missed
        return [dg.RunRequest(partition_key=f"{datetime.now(UTC):%Y-%m-%d}")]

    return schedule
