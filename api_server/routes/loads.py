"""`POST /etl/run`: starts a load."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from litestar import Response, post
from litestar.exceptions import InternalServerException
from msgspec import Meta, Struct

from api_server.access import bearer
from api_server.context import context_of
from api_server.lists import AnyRequest, answer_now
from api_server.models import Item
from api_server.openapi import documented
from api_server.parameters import NoParameters, parse
from api_server.problems import BadParameter, Problem
from api_server.queries.lists import SourceName
from crypto_pipeline.warehouse.tables import RAW_SOURCES

BODY_SECONDS = 10
_starting: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)


class RunRequest(Struct, forbid_unknown_fields=True):
    """What to load."""

    source: Annotated[SourceName, Meta(description="Whose data")]
    partition: Annotated[
        Annotated[str, Meta(min_length=1, max_length=200)] | None,
        Meta(description="A day (YYYY-MM-DD), a feed or a file's key. Needed where there is no obvious one"),
    ] = None


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
async def start(request: AnyRequest) -> Response[Any]:
    """Starts a source's job for one partition, today's where it is daily. Needs the token of ETL_TOKEN, as
    `Authorization: Bearer` or `X-Scheduler-Token`.
    """
    state, context = request.app.state, context_of(request.scope)
    authorization = request.headers.get("authorization", "").encode("latin-1")
    state.access.require_token(request.headers.get("x-scheduler-token") or bearer(authorization))
    parse(NoParameters, request.scope["query_string"])
    wanted = await _body(request)
    source = str(wanted.source)
    partition = await _partition(state, source, wanted.partition)
    async with _starting[source]:
        runs = await state.history.fresh_runs()
        if running := next((run for run in runs if run.source == source and run.in_flight), None):
            raise Problem(
                "conflict", f"{source} is being loaded already by run {running.run_id}.", run_id=running.run_id
            )
        run_id = await state.dagster.launch(source, partition, context)
        state.history.expire()
    links = {"status": f"/etl/runs/{run_id}", "dagster": f"{state.dagster.ui}/runs/{run_id}"}
    started = Started(run_id, source, partition, "queued", links)
    return answer_now(request, started, status=202, headers={"Location": links["status"]})


async def _body(request: AnyRequest) -> RunRequest:
    if request.content_type[0] not in ("application/json", ""):
        raise Problem("unsupported-media-type", "Send JSON: Content-Type: application/json.")
    try:
        body = await asyncio.wait_for(request.body(), BODY_SECONDS)
    except (TimeoutError, InternalServerException):  # the latter: the client went away
        raise Problem("bad-request", "The body did not come whole.") from None
    try:
        return msgspec.json.decode(body, type=RunRequest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        path = str(error).rpartition("`$.")[2].rstrip("`") if "`$." in str(error) else "body"
        allowed = f"one of {', '.join(RAW_SOURCES)}" if path == "source" else "as the OpenAPI document says"
        bad = BadParameter(path, None, allowed)
        raise Problem(
            "invalid-parameter", f"The body is not as documented: {error}. {path} is {allowed}.", [bad]
        ) from None


async def _partition(state: Any, source: str, given: str | None) -> str:
    keys = await state.dagster.partitions(source)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    if given is None:
        if today in keys:
            return today
        if len(keys) == 1:
            return str(keys[0])
        raise Problem("invalid-parameter", f"Say which partition of {source}: {_some(keys)}.")
    if given not in keys:
        bad = BadParameter("partition", given, _some(keys))
        raise Problem("invalid-parameter", f"{source} has no partition {given!r}. It has {_some(keys)}.", [bad])
    return given


def _some(keys: list[str]) -> str:
    if not keys:
        return "none yet"
    return ", ".join(keys) if len(keys) <= 10 else f"{len(keys):,} from {keys[0]} to {keys[-1]}"
