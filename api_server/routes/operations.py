"""`GET /stats`, `/quality` and what is running: read from Dagster's storage and the operations tables."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, Literal

import dagster as dg
from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import Parameter
from msgspec import Meta

from api_server.answers.lists import AnyRequest, answer_list, answer_now
from api_server.contract.formats import MEDIA_TYPES
from api_server.contract.links import link
from api_server.contract.models import Item, Listed, Refused
from api_server.contract.openapi import LISTING, documented
from api_server.contract.parameters import NoParameters, Parameters, parse
from api_server.contract.problems import Problem, shown
from api_server.contract.reports import (
    CheckResult,
    LoadStatus,
    Materialization,
    Quality,
    RunDetails,
    RunRecord,
    Statistics,
    Step,
    UnifiedStatistics,
)
from api_server.queries import operations
from api_server.queries.lists import QuarantineQuery
from api_server.queries.sources import LoadedStream, SourceName, StreamInfo
from api_server.runs.history import RunHistory, failure_of
from api_server.runs.stats import run_record, source_statistics
from api_server.services import Injected
from crypto_pipeline.catalog import CHECKS, GAPS, UNIFIED_ASSET, UNIFIED_CHECK

RUN_STATUS = tuple(status.value.lower() for status in dg.DagsterRunStatus)
Number = Annotated[int, Meta(ge=1, le=200)]
LATEST = Example(value="latest")
PLAIN = ("unknown-parameter", "invalid-parameter", "unavailable")


class StatsQuery(Parameters, kw_only=True, frozen=True):
    """The parameters of `/stats`."""

    limit: Annotated[Number, Meta(description="How many recent runs")] = 20


class RunsQuery(Parameters, kw_only=True, frozen=True):
    """The parameters of `/etl/runs`."""

    limit: Annotated[Number, Meta(description="How many runs")] = 50
    offset: Annotated[Annotated[int, Meta(ge=0, le=20_000)], Meta(description="Runs to skip")] = 0
    source: Annotated[SourceName | None, Meta(description="Runs of this source")] = None
    status: Annotated[Literal[RUN_STATUS] | None, Meta(description="Runs in this state")] = None  # type: ignore[valid-type]


@get("/stats", summary="Run statistics", tags=["Operations"], **documented(StatsQuery, Item[Statistics], *PLAIN))
async def stats(request: AnyRequest, services: Injected) -> Response[Any]:
    """For each source: its last success and failure, run counts, durations, records, checkpoints, and the last run
    against the one before; and the recent runs. Durations in seconds.
    """
    query = parse(StatsQuery, request.scope["query_string"])
    history: RunHistory = services.history
    runs = await history.runs()
    found = source_statistics(runs, await services.sources.names())
    checkpoints = await operations.checkpoints(services.database)
    undone = await operations.undone_runs(services.database)
    for source, own in found.items():
        for last in filter(None, (own.last_success, own.last_failure)):
            last.undone_by = undone.get(last.run_id)
        own.checkpoints = checkpoints.get(source, [])
        if own.last_failure:
            own.last_failure.message = await _message(history, own.last_failure.run_id)
    recent = [run_record(run, RunRecord, undone_by=undone.get(run.run_id)) for run in runs[: query.limit]]
    return answer_now(request, Statistics(found, UnifiedStatistics(checkpoints.get("all", [])), recent))


@get(
    "/quality",
    summary="The data's quality",
    tags=["Operations"],
    **documented(NoParameters, Item[Quality], *PLAIN),
)
async def quality(request: AnyRequest, services: Injected) -> Response[Any]:
    """Refused records by source and reason, what became of all of the last 24 hours, drift events, days of
    tracked coins that miss quotes, runs that were undone, and the latest results of the asset checks.
    `/quality/quarantine` has the records themselves.
    """
    parse(NoParameters, request.scope["query_string"])
    found = Quality(
        quarantine=await operations.reasons(services.database),
        ledger=await operations.ledger(services.database),
        drift=[],  # nothing detects it yet
        gaps=await operations.gaps(services.database),
        withdrawals=await operations.withdrawals(services.database),
        checks=await services.history.ask(partial(_checks, await services.sources.streams())),
        links={"quarantine": link("/quality/quarantine")},
    )
    return answer_now(request, found)


@get(
    "/sources",
    summary="What is loaded",
    tags=["Operations"],
    **documented(NoParameters, Item[list[LoadedStream]], *PLAIN),
)
async def sources(request: AnyRequest, services: Injected) -> Response[Any]:
    """The sources and their streams, when each last brought something new, and the calls of this month."""
    parse(NoParameters, request.scope["query_string"])
    return answer_now(request, await services.sources.loaded())


@get(
    "/quality/quarantine",
    summary="Refused records",
    tags=["Operations"],
    **documented(QuarantineQuery, Listed[Refused], *LISTING, formats=MEDIA_TYPES, etag=True),
)  # fmt: skip
async def refused(request: AnyRequest, services: Injected) -> Response[Any]:
    """Records that could not be used, with every reason, newest first."""
    return await answer_list(request, services, QuarantineQuery, services.quarantine)


@get(
    "/etl/status",
    summary="What is queued and running",
    tags=["Operations"],
    **documented(NoParameters, Item[LoadStatus], *PLAIN),
)
async def status(request: AnyRequest, services: Injected) -> Response[Any]:
    """Runs that are queued or running, and for each source when it last succeeded."""
    parse(NoParameters, request.scope["query_string"])
    runs = await services.history.runs()
    active = [run_record(run, RunRecord) for run in runs if run.in_flight]
    names = await services.sources.names()
    last = {s: next((r.ended for r in runs if r.source == s and r.status == "SUCCESS"), None) for s in names}
    found = LoadStatus(
        queued=[run for run in active if run.status in ("queued", "not_started")],
        running=[run for run in active if run.status not in ("queued", "not_started")],
        last_success={s: datetime.fromtimestamp(ended, UTC) if ended else None for s, ended in last.items()},
    )
    return answer_now(request, found)


@get("/etl/runs", summary="Runs", tags=["Operations"], **documented(RunsQuery, Item[list[RunRecord]], *PLAIN))
async def runs(request: AnyRequest, services: Injected) -> Response[Any]:
    """The runs that Dagster knows, newest first."""
    query = parse(RunsQuery, request.scope["query_string"])
    await services.sources.check(query)
    undone = await operations.undone_runs(services.database)
    found = [
        run_record(run, RunRecord, undone_by=undone.get(run.run_id))
        for run in await services.history.runs()
        if query.source in (None, run.source) and query.status in (None, run.status.lower())
    ]
    return answer_now(request, found[query.offset : query.offset + query.limit])


@get(
    "/etl/runs/{run_id:str}",
    summary="One run",
    tags=["Operations"],
    **documented(NoParameters, Item[RunDetails], "not-found", *PLAIN),
)
async def run(
    request: AnyRequest,
    services: Injected,
    run_id: Annotated[str, Parameter(description="A run's id, or `latest`", examples=[LATEST])],
) -> Response[Any]:
    """One run, or the latest one, with its steps and what they materialised."""
    parse(NoParameters, request.scope["query_string"])
    found = next((run for run in await services.history.runs() if run_id in (run.run_id, "latest")), None)
    if found is None:
        raise Problem("not-found", f"No run has the id {shown(run_id)}. GET /etl/runs lists them.")
    run_id = found.run_id
    steps, assets = await services.history.ask(lambda instance: _details(instance, run_id))
    message = await _message(services.history, run_id) if found.status == "FAILURE" else None
    links = {"dagster": f"{services.dagster.ui}/runs/{run_id}"}
    undone = (await operations.undone_runs(services.database)).get(run_id)
    record = run_record(found, RunDetails, steps=steps, assets=assets, message=message, links=links, undone_by=undone)
    return answer_now(request, record)


async def _message(history: RunHistory, run_id: str) -> str | None:
    """Why a run failed; asked once, for it never changes."""
    if run_id not in history.messages:
        history.messages[run_id] = await history.ask(lambda instance: failure_of(instance, run_id))
    return history.messages[run_id]


def _details(instance: dg.DagsterInstance, run_id: str) -> tuple[list[Step], list[Materialization]]:
    steps = [
        Step(
            step=step.step_key,
            status=step.status.value.lower() if step.status else None,
            seconds=round(step.end_time - step.start_time, 3) if step.start_time and step.end_time else None,
            attempts=len(step.attempts_list),
        )
        for step in instance.get_run_step_stats(run_id)
    ]
    events = instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION).records
    assets = [
        Materialization(
            asset=found.asset_key.to_user_string(),
            partition=found.partition,
            metadata={name: value.value for name, value in found.metadata.items() if _is_plain(value.value)},
        )
        for record in events
        if (found := record.event_log_entry.asset_materialization) is not None
    ]
    return steps, assets


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


def _checks(streams: list[StreamInfo], instance: dg.DagsterInstance) -> list[CheckResult]:
    found = []
    checked = [(dg.AssetKey(stream.rows_asset), name) for stream in streams for name in CHECKS]
    for key, name in [*checked, (dg.AssetKey(UNIFIED_ASSET), UNIFIED_CHECK), (dg.AssetKey(GAPS), GAPS)]:
        # a run that failed before its checks leaves records without a result
        latest = instance.event_log_storage.get_asset_check_execution_history(dg.AssetCheckKey(key, name), limit=20)
        record = next((r for r in latest if r.event and r.event.asset_check_evaluation), None)
        if record is None or record.event is None or (evaluation := record.event.asset_check_evaluation) is None:
            continue
        found.append(
            CheckResult(
                asset=key.to_user_string(),
                check=name,
                passed=evaluation.passed,
                severity=evaluation.severity.value.lower(),
                description=evaluation.description,
                metadata={n: v.value for n, v in evaluation.metadata.items() if _is_plain(v.value)},
                at=datetime.fromtimestamp(record.create_timestamp, UTC),
                run_id=record.run_id,
            )
        )
    return found
