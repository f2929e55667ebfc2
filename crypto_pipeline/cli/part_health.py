"""Is one part of the platform well? What a container's health check asks, from within the part's own container."""

from __future__ import annotations

import time
from typing import Any

import httpx
import psycopg
from sqlalchemy.engine import make_url

from crypto_pipeline.catalog import HEARTBEAT_SECONDS
from crypto_pipeline.cli import parts
from crypto_pipeline.cli.ready import DAEMONS
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse.connect import DAGSTER_SCHEMA, DatabaseError, connect

SECONDS = 8.0
HEARTBEATS = f"""
select daemon_type, extract(epoch from timestamp at time zone 'UTC')::float8 from {DAGSTER_SCHEMA}.daemon_heartbeats
"""


def ill(settings: Settings, part: str) -> str:
    """What is wrong with the part; empty for nothing."""
    try:
        return _CHECKS[part](settings)
    except (httpx.HTTPError, psycopg.Error, DatabaseError) as error:
        return f"{part} does not answer: {' '.join(str(error).split())}"


def _api(settings: Settings) -> str:
    answer = httpx.get(f"{settings.api_address}/health/ready", timeout=SECONDS, trust_env=False)
    return "" if answer.status_code == 200 else f"the API is not ready: {answer.text[:300]}"


def _webserver(settings: Settings) -> str:
    address = f"{settings.dagster_url or settings.dagster_address}/server_info"
    answer = httpx.get(address, headers=settings.dagster_headers, timeout=SECONDS, trust_env=False)
    return "" if answer.status_code == 200 else f"the Dagster UI answers {answer.status_code}"


def _daemon(settings: Settings) -> str:
    """Each thread of the daemon signs in the database that it is alive."""
    if settings.database_url is None:
        return "only with a DATABASE_URL does the daemon run by itself"
    with connect(make_url(settings.database_url.get_secret_value())) as connection:
        beats = dict(connection.execute(HEARTBEATS.encode()).fetchall())
    late = [name for name in sorted(DAEMONS) if time.time() - beats.get(name, 0.0) > HEARTBEAT_SECONDS]
    return f"no sign of {', '.join(late).lower()} for {HEARTBEAT_SECONDS:.0f} s" if late else ""


def _code_server(settings: Settings) -> str:
    from dagster._grpc.client import DagsterGrpcClient

    place: dict[str, Any] = parts.CodeServer.apart(settings).place
    status = DagsterGrpcClient(**place).health_check_query()  # type: ignore[no-untyped-call]
    return "" if status == "SERVING" else f"the code server says {status}"


_CHECKS = {parts.API: _api, "code-server": _code_server, "dagster-webserver": _webserver, "dagster-daemon": _daemon}
PARTS = tuple(_CHECKS)
