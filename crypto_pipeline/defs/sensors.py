"""The sensor that finds new files in the CSV inbox. It only finds: a materialised partition is what proves work."""

import json
import time
from pathlib import Path
from typing import Any

import dagster as dg

from crypto_pipeline.defs.assets import FILE_TAG, raw_key, rows_key
from crypto_pipeline.defs.partitions import CSV_FILES
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import csv_files

# A file that was written to so recently may not be whole yet.
SETTLED_SECONDS = 2
ATTEMPTS = 3

Seen = dict[str, list[Any]]


def hash_new_files(inbox: Path, seen: Seen, now: float) -> Seen:
    """Path to [modification time, size, partition key] of every settled file; only changed ones are read."""
    found: Seen = {}
    for path in csv_files.find_files(inbox):
        stat = path.stat()
        if now - stat.st_mtime < SETTLED_SECONDS:
            continue
        shown = str(path.with_name(csv_files.shown_name(path)))  # a cursor holds only text
        known = seen.get(shown)
        stamp = [stat.st_mtime_ns, stat.st_size]
        found[shown] = known if known and known[:2] == stamp else [*stamp, csv_files.partition_key(path)]
    return found


def build_csv_sensor(job: Any, csv_source: Any) -> dg.SensorDefinition:
    """A running sensor that asks for a run of each file content that is not loaded yet, three times at most."""

    @dg.sensor(
        name="csv_inbox_sensor",
        job=job,
        minimum_interval_seconds=10,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Finds new files in the CSV inbox.",
    )
    def csv_inbox_sensor(
        context: dg.SensorEvaluationContext, platform: dg.ResourceParam[Platform]
    ) -> dg.SensorResult | dg.SkipReason:
        inbox = platform.settings.csv_inbox
        seen = hash_new_files(inbox, json.loads(context.cursor or "{}"), time.time())
        keys = {entry[2]: path for path, entry in reversed(list(seen.items()))}
        # both: a run that was killed between its steps has work left
        loaded = context.instance.get_materialized_partitions(raw_key(csv_source))
        loaded &= context.instance.get_materialized_partitions(rows_key(csv_source))
        requests = []
        for key, path in keys.items():
            if key in loaded:
                continue
            runs = context.instance.get_runs(
                dg.RunsFilter(job_name=job.name, tags={"dagster/partition": key}), limit=ATTEMPTS
            )
            if len(runs) < ATTEMPTS and all(run.is_finished for run in runs):
                requests.append(
                    dg.RunRequest(run_key=f"{key}-{len(runs)}", partition_key=key, tags={FILE_TAG: str(path)})
                )
        context.update_cursor(json.dumps(seen))
        if not requests:
            return dg.SkipReason(f"nothing new among {len(seen)} CSV files in {inbox}")
        new_keys = [request.partition_key for request in requests if request.partition_key]
        return dg.SensorResult(requests, dynamic_partitions_requests=[CSV_FILES.build_add_request(new_keys)])

    return csv_inbox_sensor
