"""`POST /etl/run` starts a load, `POST /etl/runs/ID/undo` takes what one brought out of what is served."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import date
from typing import Annotated, Any

import msgspec
from litestar import Response, post
from litestar.exceptions import InternalServerException
from litestar.openapi.spec import Example
from litestar.params import Parameter
from msgspec import Meta, Struct, field

from api_server.answers.lists import AnyRequest, answer_now
from api_server.contract.context import context_of
from api_server.contract.links import link
from api_server.contract.models import Item
from api_server.contract.openapi import documented
from api_server.contract.parameters import NoParameters, allowed, fields_of, parse
from api_server.contract.problems import BadParameter, Problem, shown
from api_server.edge.access import bearer
from api_server.queries import operations
from api_server.queries.sources import SourceName
from api_server.runs.parts import part
from api_server.services import Injected, Services
from crypto_pipeline.catalog import HISTORY

BODY_SECONDS = 10
OBJECT = 'a JSON object such as {"source": "coingecko"}'
_starting: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)


class RunRequest(Struct, forbid_unknown_fields=True):
    """What to load."""

    source: Annotated[SourceName, Meta(description="Whose data")]
    partition: Annotated[
        Annotated[str, Meta(min_length=1, max_length=200)] | None,
        Meta(description="A day (YYYY-MM-DD), a feed or a file's key. Needed where there is no obvious one"),
    ] = None
    first: Annotated[date | None, Meta(description="Past days of a source that has a history, from this one (UTC)")] = (
        field(name="from", default=None)
    )
    last: Annotated[date | None, Meta(description="The last of them, included; unset: yesterday")] = field(
        name="to", default=None
    )


ALLOWED = {field.encode_name: allowed(field) for field in fields_of(RunRequest)}


class Started(Struct):
    """A run that was started."""

    run_id: str
    source: str
    partition: str
    status: str
    links: dict[str, str]


@post(
    ["/etl/run", "/trigger-etl"],
    summary="Start a load",
    tags=["Operations"],
    status_code=202,
    security=[{"token": []}],
    **documented(NoParameters, Item[Started], "invalid-parameter", "unknown-parameter", "closed", "conflict",
                 "body-too-large", "unsupported-media-type", "upstream-failed", "unavailable", status=202,
                 description="Queued", body=RunRequest),
)  # fmt: skip
async def start(request: AnyRequest, services: Injected) -> Response[Any]:
    """Starts a source's job for one partition, today's where it is daily, or for past days from one to another. Needs a
    token that starts loads, as `Authorization: Bearer` or `X-Scheduler-Token`.
    """
    context = context_of(request.scope)
    _require_token(request, services)
    wanted = await _body(request, await services.sources.names())
    source = str(wanted.source)
    keys, past = await services.dagster.partitions(source), source in await services.sources.names(HISTORY)
    wanted_part = part(source, keys, wanted.partition, (wanted.first, wanted.last), past=past)
    # in the database: another process of this server may be asked for the same at the same moment
    async with _starting[source], services.database.lock(f"start/{source}"):
        runs = await services.history.fresh_runs()
        alike = (run for run in runs if run.source == source and run.past == wanted_part.past)
        if running := next((run for run in alike if run.in_flight), None):
            raise Problem(
                "conflict", f"{source} is being loaded already by run {running.run_id}.", run_id=running.run_id
            )
        run_id = await services.dagster.launch(source, wanted_part.tags, context)
        services.history.expire()
    links = {"status": link(f"/etl/runs/{run_id}"), "dagster": f"{services.dagster.ui}/runs/{run_id}"}
    started = Started(run_id, source, wanted_part.name, "queued", links)
    return answer_now(request, started, status=202, headers={"Location": links["status"]})


class Undoing(Struct):
    """An undo that was started."""

    run_id: Annotated[str, Meta(description="The undo's own run: undone in turn, it takes back what it did")]
    undoes: str
    status: str
    links: dict[str, str]


@post(
    "/etl/runs/{run_id:str}/undo",
    summary="Undo a run",
    tags=["Operations"],
    status_code=202,
    security=[{"token": []}],
    **documented(NoParameters, Item[Undoing], "not-found", "unknown-parameter", "closed", "conflict",
                 "upstream-failed", "unavailable", status=202, description="Queued"),
)  # fmt: skip
async def undo(
    request: AnyRequest,
    services: Injected,
    run_id: Annotated[str, Parameter(description="A run's id", examples=[Example(value="a run's id")])],
) -> Response[Any]:
    """Takes what a run brought out of everything that is served; raw keeps it. Of an undo: takes back what it did.
    Needs a token that starts loads.
    """
    context = context_of(request.scope)
    _require_token(request, services)
    if "\0" in run_id or not await operations.brought_something(services.database, run_id):
        raise Problem("not-found", f"No run {shown(run_id)} brought or undid anything. GET /etl/runs lists runs.")
    if done := await operations.undone_by(services.database, run_id):
        raise Problem(
            "conflict", f"The run {shown(run_id)} is undone already. To take that back undo {done}.", run_id=done
        )
    by_run = await services.dagster.undo(run_id, context)
    services.history.expire()
    links = {"status": link(f"/etl/runs/{by_run}"), "dagster": f"{services.dagster.ui}/runs/{by_run}"}
    started = Undoing(by_run, run_id, "queued", links)
    return answer_now(request, started, status=202, headers={"Location": links["status"]})


def _require_token(request: AnyRequest, services: Services) -> None:
    authorization = request.headers.get("authorization", "").encode("latin-1")
    services.access.require_token(request.headers.get("x-scheduler-token") or bearer(authorization))
    parse(NoParameters, request.scope["query_string"])


async def _body(request: AnyRequest, sources: list[str]) -> RunRequest:
    if request.content_type[0] not in ("application/json", ""):
        raise Problem("unsupported-media-type", "Send JSON: Content-Type: application/json.")
    try:
        body = await asyncio.wait_for(request.body(), BODY_SECONDS)
    except (TimeoutError, InternalServerException):  # the latter: the client went away
        raise Problem("bad-request", "The body did not come whole.") from None
    try:
        given = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise Problem("invalid-parameter", f"The body is not {OBJECT}.", [BadParameter("body", None, OBJECT)])
    faults = _faults(given, sources)
    if faults:
        text = " ".join(f"{f.parameter}: {f.value or 'nothing'!r} is not {f.allowed}." for f in faults)
        raise Problem("invalid-parameter", text, faults)
    return msgspec.convert(given, RunRequest)


def _faults(given: dict[str, Any], sources: list[str]) -> list[BadParameter]:
    """Everything that is wrong with a body, not just the first."""
    names = f"a name that it has: {', '.join(ALLOWED)}"
    faults = [BadParameter(shown(n), shown(str(value)), names) for n, value in given.items() if n not in ALLOWED]
    for name, takes in ALLOWED.items():
        try:
            msgspec.convert({"source": "any"} | {name: given.get(name)}, RunRequest)
        except msgspec.ValidationError:
            faults.append(BadParameter(name, shown(str(given[name])) if name in given else None, takes))
        else:
            if name == "source" and given[name] not in sources:
                faults.append(BadParameter(name, shown(given[name]), f"one of {', '.join(sources)}"))
    return faults
