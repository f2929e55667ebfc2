"""Everything that Dagster sees, put together."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

import dagster as dg

from crypto_pipeline.defs.assets import build_assets, unified_deps
from crypto_pipeline.defs.backup import build_backup_job, build_backup_schedules
from crypto_pipeline.defs.candles import build_candles, build_candles_job, build_candles_sensor
from crypto_pipeline.defs.checks import build_checks, build_judgement_check
from crypto_pipeline.defs.demo import build_demo_sensors
from crypto_pipeline.defs.gaps import (
    build_gaps,
    build_gaps_check,
    build_gaps_jobs,
    build_gaps_schedule,
    build_gaps_sensor,
)
from crypto_pipeline.defs.jobs import build_jobs, build_schedules
from crypto_pipeline.defs.logs import build_console
from crypto_pipeline.defs.maintenance import build_month_asset, build_month_job, build_month_schedule
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.defs.sensors import build_sensors
from crypto_pipeline.defs.undo import build_undo_job
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import load_settings, streams_of
from crypto_pipeline.sources.description import Source


def build(
    settings: Settings | None = None, sources: Iterable[Source] | None = None, platform: Platform | None = None,
    *, offline: bool = False,
) -> dg.Definitions:  # fmt: skip
    """The definitions for these settings (default: the environment's), sources (default: those that are registered)
    and database (default: the settings'). `offline`: as they are before there is a database, without a look at it.
    """
    settings = settings or load_settings(sources)
    every = streams_of(settings, sources)
    # those of past days have no assets and jobs of their own
    streams = [stream for stream in every if stream.past is None]
    platform = platform or Platform(settings, sources)
    since = attrgetter("partitions") if offline else platform.partitions
    jobs = build_jobs(streams, settings)
    candles_job = build_candles_job(settings)
    find_job, fill_job = build_gaps_jobs(streams, settings)
    month_job, backup_job = build_month_job(), build_backup_job(every)
    return dg.Definitions(
        assets=[
            *build_assets(streams, settings, since),
            build_candles(streams, settings, since),
            build_gaps(streams, settings),
            build_month_asset(unified_deps(streams)),
        ],
        asset_checks=[*build_checks(streams), build_judgement_check(), build_gaps_check(streams)],
        jobs=[*jobs.values(), candles_job, find_job, fill_job, month_job, backup_job, build_undo_job(every)],
        schedules=[
            *build_schedules(jobs, settings),
            build_gaps_schedule(find_job),
            build_month_schedule(month_job),
            *build_backup_schedules(backup_job, settings),
        ],
        sensors=[
            *build_sensors(jobs),
            build_candles_sensor(candles_job),
            build_gaps_sensor(streams, fill_job),
            *build_demo_sensors(jobs, settings),
        ],
        resources={"platform": platform},
        executor=dg.in_process_executor,
        loggers={"console": build_console(settings)},
    )
