"""The sensor that finds new files in the CSV inbox. It only finds: a materialised partition is what proves work."""

import json
import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from crypto_pipeline import __version__
from crypto_pipeline.catalog import FILE_TAG, PARTITION_TAG
from crypto_pipeline.defs.assets import loaded_partitions
from crypto_pipeline.defs.failures import CONTENT_TAG
from crypto_pipeline.defs.partitions import CSV_FILES
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import csv_inbox

# A file whose run fails is tried again after 10 s, 40 s, 160 s, …: eight times in two days. Whatever was wrong with
# the platform is mended by then, and what is wrong with the file stays so until it is written anew.
ATTEMPTS = 8
FIRST_WAIT, GROWTH = 10, 4
# Read in one look, to know new files by their content: Dagster gives up a look after a minute, and all that it found
LOOK_BYTES = 1024**3

logger = logging.getLogger(__name__)

Seen = dict[str, list[Any]]


def hash_new_files(inbox: Path, seen: Seen, now: float, most_bytes: int = sys.maxsize) -> Seen:
    """Path to [modification time, size, partition key] of every settled file; only changed ones are read.

    Of those, what can be read within a look's time: the others are read at the next looks.
    """
    found: Seen = {}
    read = 0
    for path in csv_inbox.find_files(inbox):
        try:
            stat = path.stat()
            if not csv_inbox.is_settled(path, now):
                continue
            shown = csv_inbox.shown_path(path)  # a cursor holds only text
            known = seen.get(shown)
            stamp = [stat.st_mtime_ns, stat.st_size]
            if known and known[:2] == stamp:
                found[shown] = known
            elif read < LOOK_BYTES:
                found[shown] = [*stamp, csv_inbox.partition_key(path, most_bytes)]
                read += stat.st_size
        except OSError as error:  # one that cannot be read, or is taken away just now, must not hide the others
            logger.warning("%s cannot be read: %s", csv_inbox.shown_name(path), error.strerror)
    return found


def build_csv_sensor(job: Any, csv_source: Any) -> dg.SensorDefinition:
    """A running sensor that asks for a run of each file content that is not loaded yet."""

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
        inbox, most = platform.settings.csv_inbox, platform.settings.csv_max_bytes
        seen = hash_new_files(inbox, json.loads(context.cursor or "{}"), time.time(), most)
        keys = {entry[2]: path for path, entry in reversed(list(seen.items()))}
        loaded = loaded_partitions(context.instance, csv_source)
        requests = []
        for key, path in keys.items():
            if key in loaded:
                continue
            records = context.instance.get_run_records(
                dg.RunsFilter(job_name=job.name, tags={PARTITION_TAG: key}), limit=ATTEMPTS
            )
            if _is_due(records, time.time()):
                requests.append(
                    dg.RunRequest(run_key=f"{key}-{len(records)}", partition_key=key, tags={FILE_TAG: str(path)})
                )
        context.update_cursor(json.dumps(seen))
        if not requests:
            return dg.SkipReason(f"nothing new among {len(seen)} CSV files in {inbox}")
        new_keys = [request.partition_key for request in requests if request.partition_key]
        return dg.SensorResult(requests, dynamic_partitions_requests=[CSV_FILES.build_add_request(new_keys)])

    return csv_inbox_sensor


def _is_due(records: Sequence[dg.RunRecord], now: float) -> bool:
    """Whether a file that was tried in these runs, all in vain, is to be tried at this moment."""
    if not records:
        return True
    if any(record.dagster_run.tags.get(CONTENT_TAG) == __version__ for record in records):
        return False  # the file itself is at fault: written anew, it is a partition of its own
    if len(records) >= ATTEMPTS or not all(record.dagster_run.is_finished for record in records):
        return False
    last = max(record.end_time or 0.0 for record in records)
    wait: int = FIRST_WAIT * GROWTH ** (len(records) - 1)
    return now - last >= wait
