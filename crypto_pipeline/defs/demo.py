"""What a demo does unasked: it brings a past along."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import dagster as dg

from crypto_pipeline.catalog import range_tags
from crypto_pipeline.defs.jobs import console_config
from crypto_pipeline.defs.keys import rows_key
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream

DAYS = 90


def build_demo_sensors(jobs: dict[Stream, Any], settings: Settings) -> list[dg.SensorDefinition]:
    """In a demo a running sensor for each stream that has past days; else none."""
    return [_sensor(stream, job, settings) for stream, job in jobs.items() if stream.pasts and settings.is_demo]


def _sensor(stream: Stream, job: Any, settings: Settings) -> dg.SensorDefinition:
    @dg.sensor(
        name=f"{'_'.join(stream.path)}_past_sensor",
        job=job,
        minimum_interval_seconds=5,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=f"{stream.title}: the last {DAYS} days, once, when the first snapshot is there.",
    )
    def sensor(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        if context.cursor:
            return dg.SkipReason("the past was asked for")
        if not context.instance.get_latest_materialization_event(rows_key(stream)):
            return dg.SkipReason("the first snapshot is not there yet")
        today = datetime.now(UTC).date()
        first, last = f"{today - timedelta(days=DAYS)}", f"{today - timedelta(days=1)}"
        context.update_cursor(first)
        return dg.RunRequest(run_key="past", tags=range_tags(first, last), run_config=console_config(settings))

    return sensor
