"""Dagster's runs, read from its run storage: once at first, then only what is new.

Dagster's readers block and open a connection for each question, so they run in a thread, one at a time, and
everybody who asks within a moment gets the same answer.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import dagster as dg
from dagster import DagsterInstance, DagsterRunStatus
from sqlalchemy.engine import URL

from api_server.contract.problems import Problem, given_up, unavailable
from api_server.queries.sources import Sources, StreamInfo
from crypto_pipeline.catalog import PARTITION_TAG, PAST_TAG, RANGE_TAGS, SOURCE_TAG
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse.connect import DAGSTER_URL_VARIABLE, dagster_url

COUNTS = ("received", "stored", "unchanged", "quarantined")
FRESH_SECONDS = 2.0
PATIENCE_SECONDS = 30
STORAGE = "Dagster's run storage"
MOST_RUNS = 20_000
PAGE = 1_000
IN_FLIGHT = {
    DagsterRunStatus.QUEUED, DagsterRunStatus.NOT_STARTED, DagsterRunStatus.MANAGED, DagsterRunStatus.STARTING,
    DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING,
}  # fmt: skip
T = TypeVar("T")


@dataclass(slots=True)
class Run:
    """What is kept of a run. `records` has the counts of each asset that it materialised."""

    run_id: str
    job: str
    source: str | None
    partition: str | None
    status: str
    created: datetime
    started: float | None
    ended: float | None
    requested_by: str | None
    past: bool  # it loads past days, too
    records: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def seconds(self) -> float | None:
        return self.ended - self.started if self.started and self.ended else None

    @property
    def in_flight(self) -> bool:
        return DagsterRunStatus(self.status) in IN_FLIGHT


class RunHistory:
    """The runs that Dagster knows, newest first in `runs`. `is_away` tells whether the database is known to be away."""

    def __init__(self, settings: Settings, url: URL, sources: Sources, is_away: Callable[[], bool]) -> None:
        self._settings, self._url, self._sources, self._is_away = settings, url, sources, is_away
        self._instance: DagsterInstance | None = None
        self._runs: dict[str, Run] = {}
        self._updated: datetime | None = None
        self._seen: dict[dg.AssetKey, int] = {}
        self._lock = asyncio.Lock()
        self._read_at = 0.0
        self.messages: dict[str, str | None] = {}  # why a run failed, where somebody has asked
        self.reads = 0  # how often Dagster's storage was asked

    async def runs(self) -> list[Run]:
        """All runs that are kept, newest first. Raises `Problem` when Dagster's storage cannot be read."""
        if time.monotonic() - self._read_at > FRESH_SECONDS:
            async with self._lock:
                if time.monotonic() - self._read_at > FRESH_SECONDS:
                    await self.ask(partial(self._refresh, await self._sources.streams()))
                    self._read_at = time.monotonic()
        return list(reversed(self._runs.values()))

    async def fresh_runs(self) -> list[Run]:
        """The same, read now."""
        self.expire()
        return await self.runs()

    def expire(self) -> None:
        """Makes the next question read anew."""
        self._read_at = 0.0

    async def ask(self, question: Callable[[DagsterInstance], T]) -> T:
        """Puts a question to Dagster's storage, in a thread."""

        def answered() -> T:
            self.reads += 1
            return question(self._connected())

        asked = asyncio.create_task(asyncio.to_thread(answered))
        try:
            for _ in range(int(PATIENCE_SECONDS)):
                done, _ = await asyncio.wait({asked}, timeout=1)
                if done:
                    return asked.result()
                if self._is_away():  # Dagster's readers would go on trying
                    break
        except Problem:
            raise
        except Exception as error:
            raise unavailable(STORAGE) from error
        raise given_up(asked, STORAGE)

    def _connected(self) -> DagsterInstance:
        if self._instance is None:
            home = os.environ.get("DAGSTER_HOME") or str(self._settings.home / "dagster")
            if not (Path(home) / "dagster.yaml").exists():
                raise Problem("unavailable", "Dagster has not run here yet: run crypto-platform up.")
            os.environ.setdefault(DAGSTER_URL_VARIABLE, dagster_url(self._url))
            self._instance = DagsterInstance.from_config(home)
        return self._instance

    def _refresh(self, streams: list[StreamInfo], instance: DagsterInstance) -> None:
        # a run may be updated within the moment that was read last
        since = self._updated - timedelta(seconds=1) if self._updated else None
        filters = dg.RunsFilter(updated_after=since) if since else None
        records = instance.get_run_records(filters=filters, limit=MOST_RUNS)
        moved: set[str | None] = {run.source for run in self._runs.values() if run.in_flight}
        for record in sorted(records, key=lambda record: record.storage_id):
            run = _run_of(record, streams)
            known = self._runs.get(run.run_id)
            if known is not None:
                run.records = known.records
            if known is None or known.status != run.status:
                moved.add(run.source)
            self._runs[run.run_id] = run
            updated = record.update_timestamp.replace(tzinfo=UTC)
            self._updated = max(self._updated or updated, updated)
        # only a run that moves materialises; one of no known source may be about any
        for stream in streams:
            if None in moved or stream.source in moved:
                for key in (stream.raw_asset, stream.rows_asset):
                    self._count_records(instance, dg.AssetKey(key))
        while len(self._runs) > MOST_RUNS:
            del self._runs[next(iter(self._runs))]

    def _count_records(self, instance: DagsterInstance, key: dg.AssetKey) -> None:
        """Adds the counts that the asset's new materialisations bear."""
        last = self._seen.get(key)
        wanted = dg.AssetRecordsFilter(asset_key=key, after_storage_id=last)
        # at first the newest only, afterwards all that came since
        found = instance.fetch_materializations(wanted, limit=PAGE, ascending=last is not None).records
        for record in found:
            self._seen[key] = max(self._seen.get(key, 0), record.storage_id)
            run = self._runs.get(record.run_id)
            if run is not None and record.asset_materialization is not None:
                values = {name: value.value for name, value in record.asset_materialization.metadata.items()}
                run.records[key.path[0]] = {name: int(str(values[name])) for name in COUNTS if name in values}


def _run_of(record: dg.RunRecord, streams: list[StreamInfo]) -> Run:
    run = record.dagster_run
    return Run(
        run.run_id, run.job_name, _source_of(run, streams), _partition_of(run), run.status.value,
        record.create_timestamp.replace(tzinfo=UTC), record.start_time, record.end_time,
        run.tags.get("crypto/request_id"), PAST_TAG in run.tags or RANGE_TAGS[0] in run.tags,
    )  # fmt: skip


def _partition_of(run: dg.DagsterRun) -> str | None:
    """What it loads: a partition, or several from one to another."""
    several = [run.tags[tag] for tag in RANGE_TAGS if tag in run.tags]
    return "/".join(several) or run.tags.get(PARTITION_TAG)


def _source_of(run: dg.DagsterRun, streams: list[StreamInfo]) -> str | None:
    """The source that a run loads: its job says so, or the assets that were chosen by hand."""
    if source := run.tags.get(SOURCE_TAG):
        return source
    for stream in streams:
        if any(list(key.path) in (stream.raw_asset, stream.rows_asset) for key in run.asset_selection or ()):
            return stream.source
    return None


def failure_of(instance: DagsterInstance, run_id: str) -> str | None:
    """Why a run failed, in one line; what its own step said where there is such a step."""
    kinds = {dg.DagsterEventType.STEP_FAILURE, dg.DagsterEventType.RUN_FAILURE}
    for record in instance.get_records_for_run(run_id, of_type=kinds, limit=20).records:
        event = record.event_log_entry.dagster_event
        if event is None:
            continue
        if event.is_step_failure and (told := event.step_failure_data.user_failure_data) is not None:
            return str(told.description or told.label)
        if event.is_step_failure and event.step_failure_data.error is not None:
            error: Any = event.step_failure_data.error
            while error.cause is not None:
                error = error.cause
            first, *more = str(error.message).strip().splitlines()
            first = first.partition(": ")[2] or first
            return " ".join([first, *more])[:1_000] if first.endswith(":") else first
        return event.message or "failed"
    return None
