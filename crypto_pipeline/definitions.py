"""The one Definitions object. Tests build it with settings of their own; nothing else may be built here."""

from __future__ import annotations

import gc

import dagster as dg

from crypto_pipeline.defs.assets import build_assets, rows_key
from crypto_pipeline.defs.checks import build_checks
from crypto_pipeline.defs.jobs import build_jobs, build_schedules
from crypto_pipeline.defs.logs import build_console
from crypto_pipeline.defs.maintenance import build_month_asset, build_month_job, build_month_schedule
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.defs.sensors import build_csv_sensor
from crypto_pipeline.settings import Settings, load_settings
from crypto_pipeline.sources import SOURCES


def build_definitions(settings: Settings | None = None, platform: Platform | None = None) -> dg.Definitions:
    """Everything Dagster sees, for these settings (default: the environment's) and this database."""
    settings = settings or load_settings()
    sources = list(SOURCES.values())
    jobs = build_jobs(sources, settings)
    month_job = build_month_job()
    quotes = [rows_key(source) for source in sources if source.kind == "quotes"]
    return dg.Definitions(
        assets=[*build_assets(sources, settings), build_month_asset(quotes)],
        asset_checks=build_checks(sources),
        jobs=[*jobs.values(), month_job],
        schedules=[*build_schedules(sources, jobs, settings), build_month_schedule(month_job)],
        sensors=[build_csv_sensor(jobs[source.name], source) for source in sources if source.partitions == "files"],
        resources={"platform": platform or Platform(settings)},
        executor=dg.in_process_executor,
        loggers={"console": build_console(settings)},
    )


defs = build_definitions()

# What is loaded by now lives as long as the process: the garbage collector need not walk all of it during a load.
gc.freeze()
