"""Runs of jobs in the test's own process, and files for them."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"


def run(
    definitions: dg.Definitions, instance: dg.DagsterInstance, name: str, partition: str = TODAY, **more: Any
) -> dg.ExecuteInProcessResult:
    job = definitions.resolve_job_def(f"load_{name}")
    return job.execute_in_process(instance=instance, partition_key=partition, raise_on_error=False, **more)


def failure(result: dg.ExecuteInProcessResult) -> Any:
    (event,) = [event for event in result.all_events if event.is_step_failure]
    return event.step_failure_data


def drop(inbox: Path, name: str, content: str = "symbol,price_usd\nBTC,1\n") -> Path:
    path = inbox / name
    path.write_text(content)
    os.utime(path, (time.time() - 60, time.time() - 60))
    return path
