"""The sensors that find new files in the inboxes. They only find: a materialised partition is what proves work."""

import json
import logging
import time
from collections.abc import Sequence
from typing import Any

import dagster as dg

from crypto_pipeline import __version__
from crypto_pipeline.catalog import FILE_TAG, PARTITION_TAG
from crypto_pipeline.defs.failures import CONTENT_TAG
from crypto_pipeline.defs.keys import loaded_partitions
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.inbox import Inbox, is_settled, shown_name, shown_path
from crypto_pipeline.sources.partitions import Files

# A file whose run fails is tried again after 10 s, 40 s, 160 s, …: eight times in two days. Whatever was wrong with
# the platform is mended by then, and what is wrong with the file stays so until it is written anew.
ATTEMPTS = 8
FIRST_WAIT, GROWTH = 10, 4
# Read in one look, to know new files by their content: Dagster gives up a look after a minute, and all that it found
LOOK_BYTES = 1024**3

logger = logging.getLogger(__name__)

Seen = dict[str, list[Any]]


def hash_new_files(inbox: Inbox, seen: Seen, now: float) -> Seen:
    """Path to [modification time, size, partition key] of every settled file; only changed ones are read.

    Of those, what can be read within a look's time: the others are read at the next looks.
    """
    found: Seen = {}
    read = 0
    for path in inbox.find_files():
        try:
            stat = path.stat()
            if not is_settled(path, now):
                continue
            shown = shown_path(path)  # a cursor holds only text
            known = seen.get(shown)
            stamp = [stat.st_mtime_ns, stat.st_size]
            if known and known[:2] == stamp:
                found[shown] = known
            elif read < LOOK_BYTES:
                found[shown] = [*stamp, inbox.partition_key(path)]
                read += stat.st_size
        except OSError as error:  # one that cannot be read, or is taken away just now, must not hide the others
            logger.warning("%s cannot be read: %s", shown_name(path), error.strerror)
    return found


def build_sensors(jobs: dict[Stream, Any]) -> list[dg.SensorDefinition]:
    """A running sensor for each stream of files."""
    return [
        _sensor(stream, stream.partitions, job) for stream, job in jobs.items() if isinstance(stream.partitions, Files)
    ]


def _sensor(stream: Stream, files: Files, job: Any) -> dg.SensorDefinition:
    """Asks for a run of each file content that is not loaded yet."""

    @dg.sensor(
        name=f"{'_'.join(stream.path)}_inbox_sensor",
        job=job,
        minimum_interval_seconds=10,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=f"{stream.title}: finds new ones and asks for their loads.",
    )
    def sensor(
        context: dg.SensorEvaluationContext, platform: dg.ResourceParam[Platform]
    ) -> dg.SensorResult | dg.SkipReason:
        inbox = files.inbox(platform.settings)
        seen = hash_new_files(inbox, json.loads(context.cursor or "{}"), time.time())
        keys = {entry[2]: path for path, entry in reversed(list(seen.items()))}
        loaded = loaded_partitions(context.instance, stream)
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
            return dg.SkipReason(f"nothing new among {len(seen)} files in {inbox.folder}")
        added = [request.partition_key for request in requests if request.partition_key]
        names = dg.DynamicPartitionsDefinition(name=files.name)
        return dg.SensorResult(requests, dynamic_partitions_requests=[names.build_add_request(added)])

    return sensor


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
