"""Health, versions and settings."""

from __future__ import annotations

import asyncio
import platform
import sys
import time
from importlib.metadata import version
from typing import Any

import msgspec
from litestar import Response, get
from pydantic import SecretStr

from api_server.answers.lists import AnyRequest, answer_now
from api_server.contract.models import Item
from api_server.contract.openapi import documented
from api_server.contract.parameters import NoParameters, parse
from api_server.contract.problems import Problem, given_up
from api_server.contract.reports import Component, Health, Live, Ready, SystemInfo
from api_server.queries import operations
from api_server.services import Injected, Services
from crypto_pipeline import __version__
from crypto_pipeline.settings import Settings, secret_names
from crypto_pipeline.settings.secrets import shown_url

STARTED = time.time()
LIBRARIES = ("litestar", "dagster", "psycopg", "msgspec", "uvicorn")
STALE_SECONDS = 86_400
CHECK_SECONDS = 2.5


@get(
    "/health/live",
    summary="Is the process up?",
    tags=["System"],
    **documented(None, Live, probe=True),
)
async def live() -> Response[Any]:
    """200 as long as the process answers; never touches the database."""
    return _plain(Live("ok"))


@get(
    ["/health", "/health/ready"],
    summary="Can it answer queries?",
    tags=["System"],
    **documented(None, Ready, "unavailable", probe=True),
)
async def ready(request: AnyRequest, services: Injected) -> Response[Any]:
    """200 when the database answers and its schema is this version's; `data` says how fresh the data is."""
    revision = await _revision(services)
    if revision != services.revision:
        raise Problem(
            "unavailable", f"The database's schema is {revision}, not {services.revision}: crypto-platform db upgrade."
        )
    newest = await operations.ages(services.database)
    return _plain(Ready("ok", __version__, "ok", revision, services.database.version, _freshness(newest)))


@get("/health/detailed", summary="Every component", tags=["System"], **documented(None, Health))
async def detailed(request: AnyRequest, services: Injected) -> Response[Any]:
    """Each component with its state and latency in milliseconds; 200 even when some are down."""

    async def migrations() -> str:
        revision = await _revision(services)
        return "ok" if revision == services.revision else f"schema {revision}, this version needs {services.revision}"

    async def data() -> str:
        return _freshness(await operations.ages(services.database))

    async def runs() -> str:
        await services.history.runs()
        return "ok"

    async def webserver() -> str:
        await services.dagster.ping()
        return "ok"

    async def daemon() -> str:
        await services.dagster.heartbeat()
        return "ok"

    async def reader() -> str:
        await operations.calls(services.database)
        return "ok" if services.database.confined else "read-only session: the reader's role could not be made"

    checks = {
        "database": reader, "migrations": migrations, "data": data, "run_storage": runs, "dagster": webserver,
        "daemon": daemon,
    }  # fmt: skip
    found = await asyncio.gather(*(_checked(check) for check in checks.values()))
    components = dict(zip(checks, found, strict=True))
    well = all(component.state in ("ok", "fresh") for component in components.values())
    return _plain(Health("ok" if well else "degraded", components))


@get(
    "/system/info",
    summary="Versions and settings",
    tags=["System"],
    **documented(NoParameters, Item[SystemInfo], "unknown-parameter"),
)
async def info(request: AnyRequest, services: Injected) -> Response[Any]:
    """Versions and settings; of secrets only whether they are set."""
    parse(NoParameters, request.scope["query_string"])
    found = SystemInfo(
        version=__version__,
        python=platform.python_version(),
        platform=sys.platform,
        libraries={name: version(name) for name in LIBRARIES},
        uptime_seconds=round(time.time() - STARTED, 1),
        schema=services.revision,
        settings=_shown(services.settings),
    )
    return answer_now(request, found)


def _plain(found: msgspec.Struct) -> Response[bytes]:
    """Without the envelope: what asks for health looks for `status` at the top."""
    return Response(msgspec.json.encode(found), media_type="application/json")


async def _revision(services: Services) -> str | None:
    rows = await services.database.fetch_soon(operations.REVISION)
    return str(rows[0][0]) if rows else None


async def _checked(check: Any) -> Component:
    started = time.perf_counter()
    asked = asyncio.create_task(check())
    # not cancelled and awaited: what hangs would hold this up, too
    done, _ = await asyncio.wait({asked}, timeout=CHECK_SECONDS)
    try:
        found = asked.result() if done else f"down: {given_up(asked, 'It').detail}"
    except Problem as problem:
        found = f"down: {problem.detail}"
    return Component(found, round((time.perf_counter() - started) * 1000, 2))


def _freshness(ages: list[dict[str, Any]]) -> str:
    """In a word: fresh, stale (nothing newer than a day) or empty."""
    if not ages:
        return "empty"
    return "fresh" if min(age["age_seconds"] for age in ages) < STALE_SECONDS else "stale"


def _shown(settings: Settings) -> dict[str, Any]:
    found: dict[str, Any] = {}
    secrets = secret_names(type(settings))
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if name in secrets:
            found[name] = "set" if isinstance(value, SecretStr) else "not set"
        elif name.endswith("_url"):
            found[name] = shown_url(value) if value else value
        elif name != "platform_home":  # a path of this machine
            found[name] = value if isinstance(value, int | float | str | None) else str(value)
    return found
