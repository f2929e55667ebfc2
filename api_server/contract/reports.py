"""What the resources about the platform itself answer: runs, quality, health. Durations in seconds, times in UTC."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from msgspec import Meta, Struct

Counts = Annotated[dict[str, int], Meta(description="received, stored, unchanged, quarantined")]
ByLayer = Annotated[dict[str, Counts], Meta(description="By layer: raw, and quotes or news")]
Links = dict[str, str]


class RunRecord(Struct, kw_only=True):
    """A run that Dagster knows."""

    run_id: str
    job: str
    source: Annotated[str | None, Meta(description="Null for a run of several sources")]
    partition: str | None
    status: Annotated[str, Meta(description="Dagster's, in small letters: queued, started, success, failure, …")]
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    seconds: Annotated[float | None, Meta(description="From start to end")]
    requested_by: Annotated[str | None, Meta(description="The X-Request-ID that started it, if a request did")]
    records: ByLayer
    undone_by: Annotated[str | None, Meta(description="The undo that took what it brought out of what is served")] = (
        None
    )


class FailedRun(RunRecord, kw_only=True):
    """A run that failed, and why."""

    message: Annotated[str | None, Meta(description="What its step said")] = None


class Step(Struct):
    """A step of a run."""

    step: str
    status: str | None
    seconds: float | None
    attempts: Annotated[int, Meta(description="How often it was tried again")]


class Materialization(Struct):
    """An asset that a run brought up to date."""

    asset: str
    partition: str | None
    metadata: dict[str, Any]


class RunDetails(FailedRun, kw_only=True):
    """One run with its steps and what they materialised."""

    steps: list[Step]
    assets: list[Materialization]
    links: Links


class Durations(Struct):
    """How long successful runs take, in seconds."""

    median: float | None
    p95: float | None


class Comparison(Struct):
    """The last successful run minus the one before."""

    with_run: str
    seconds: float | None
    records: ByLayer


class Checkpoint(Struct):
    """How far a stage of a stream has come."""

    stream: str
    stage: str
    raw_seq: Annotated[int, Meta(description="The last raw record that it has dealt with")]
    observed_at: Annotated[datetime | None, Meta(description="The newest record's own time")]
    run_id: str
    updated_at: datetime


class SourceStatistics(Struct, kw_only=True):
    """A source's runs, as a whole."""

    runs: Annotated[dict[str, int], Meta(description="How many, by status")]
    last_success: RunRecord | None
    last_failure: FailedRun | None
    seconds: Durations
    records: ByLayer
    compared: Comparison | None
    checkpoints: list[Checkpoint] = []


class UnifiedStatistics(Struct):
    """The stage that all sources share."""

    checkpoints: list[Checkpoint]


class Statistics(Struct):
    """`GET /stats`."""

    sources: dict[str, SourceStatistics]
    unified: UnifiedStatistics
    recent_runs: list[RunRecord]


class Reason(Struct):
    """Why records are in quarantine, with … for the value that a reason repeats."""

    source: str
    stream: str
    stage: str
    reason: str
    records: int
    newest: datetime


class Ledger(Struct):
    """What became of the records that a stage had in hand: received = stored + unchanged + quarantined."""

    source: str
    stream: str
    stage: str
    runs: int
    received: int
    stored: int
    unchanged: int
    quarantined: int
    newest: datetime


class Withdrawal(Struct):
    """A run whose records were taken out of what is served, or back."""

    run_id: str
    source: str
    stream: str
    kind: Annotated[str, Meta(description="withdrawn or restored")]
    records: Annotated[int, Meta(description="Raw records that it is about")]
    by_run: Annotated[str, Meta(description="The undo, by which it can be undone")]
    known_at: datetime


class CheckResult(Struct, kw_only=True):
    """The latest result of an asset check."""

    asset: str
    check: str
    passed: bool
    severity: str
    description: str | None
    metadata: dict[str, Any]
    at: datetime
    run_id: str


class Drift(Struct):
    """A change of what an upstream sends. None are detected yet."""

    source: str
    change: str
    at: datetime


class Gaps(Struct):
    """Days of a source's tracked coins that miss quotes."""

    source: str
    open: Annotated[int, Meta(description="Those that its provider may fill: they will be asked for")]
    unfillable: Annotated[int, Meta(description="Those that it cannot: the table `gaps` says why")]
    coins: Annotated[int, Meta(description="How many coins have some")]
    first: Annotated[date, Meta(description="The first such day (UTC)")]
    last: date
    answers: Annotated[dict[str, int], Meta(description="Why those cannot be filled, and how many")]


class Quality(Struct):
    """`GET /quality`."""

    quarantine: list[Reason]
    ledger: Annotated[list[Ledger], Meta(description="Of the last 24 hours")]
    drift: list[Drift]
    gaps: list[Gaps]
    withdrawals: list[Withdrawal]
    checks: list[CheckResult]
    links: Links


class LoadStatus(Struct):
    """`GET /etl/status`."""

    queued: list[RunRecord]
    running: list[RunRecord]
    last_success: Annotated[dict[str, datetime | None], Meta(description="By source")]


class Live(Struct):
    """The process answers."""

    status: str


class Ready(Struct):
    """Queries can be answered."""

    status: str
    version: str
    database: str
    schema: Annotated[str | None, Meta(description="The migration that the database has")]
    data_version: int | None
    data: Annotated[str, Meta(description="fresh, stale (nothing newer than a day) or empty")]


class Component(Struct):
    """One part of the platform."""

    state: Annotated[str, Meta(description="ok, fresh, or what is wrong")]
    latency_ms: Annotated[float, Meta(description="Milliseconds")]


class Health(Struct):
    """`GET /health/detailed`."""

    status: Annotated[str, Meta(description="ok or degraded")]
    components: dict[str, Component]


class SystemInfo(Struct, kw_only=True):
    """`GET /system/info`. Of secrets it says only whether they are set."""

    version: str
    python: str
    platform: str
    libraries: dict[str, str]
    uptime_seconds: float
    schema: str | None
    settings: dict[str, Any]


class Index(Struct):
    """`GET /`."""

    name: str
    version: str
    links: Links


class ProblemKind(Struct):
    """What a problem's `type` means."""

    type: str
    status: int
    title: str
    advice: Annotated[str, Meta(description="What a client can do about it")]


class Sample(Struct):
    """One value of a metric."""

    labels: dict[str, str]
    value: float
