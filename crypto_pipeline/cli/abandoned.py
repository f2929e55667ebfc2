"""Runs whose process is gone. Nobody else would end them, and they would seem to go on."""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC

import dagster as dg
import psutil

PROCESS_TAG = "crypto/process"
ACTIVE = [
    dg.DagsterRunStatus.NOT_STARTED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]  # fmt: skip


def this_process() -> str:
    """The value of `PROCESS_TAG` for a run that this process executes."""
    return f"{socket.gethostname()}/{os.getpid()}/{psutil.Process().create_time():.0f}"


def close_abandoned_runs(instance: dg.DagsterInstance, since: float | None = None) -> None:
    """Marks runs as failed whose process was killed: those of `refresh`, which say what process theirs is.

    With `since` (Unix time, when this platform started, alone with its storage) also the daemon's of an earlier start.
    """
    for record in instance.get_run_records(dg.RunsFilter(statuses=ACTIVE)):
        run = record.dagster_run
        process = run.tags.get(PROCESS_TAG)
        gone = (
            _is_gone(process)
            if process
            else since is not None and record.create_timestamp.replace(tzinfo=UTC).timestamp() < since
        )
        if gone:
            instance.report_run_failed(run, "The process of this run was ended; the next load goes on with its work.")


def _is_gone(process: str) -> bool:
    host, _, rest = process.partition("/")
    pid, _, created = rest.partition("/")
    try:
        return host == socket.gethostname() and f"{psutil.Process(int(pid)).create_time():.0f}" != created
    except psutil.Error:
        return True


if __name__ == "__main__":
    with dg.DagsterInstance.get() as dagster_instance:
        close_abandoned_runs(dagster_instance, float(sys.argv[1]))
