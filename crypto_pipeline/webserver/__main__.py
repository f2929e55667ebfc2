"""`python -m crypto_pipeline.webserver WORKSPACE`: serves Dagster's UI, guarded, on DAGSTER_PORT."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import dagster as dg
import uvicorn
from dagster._core.workspace.context import WorkspaceProcessContext
from dagster._core.workspace.load_target import WorkspaceFileTarget
from dagster._utils.log import configure_loggers
from dagster.version import __version__
from dagster_webserver.app import create_app_from_workspace_process_context

from crypto_pipeline.settings import load_settings
from crypto_pipeline.webserver.guard import Guard

STATEMENT_MILLISECONDS = 15_000
POLL_MILLISECONDS = 2_000


@asynccontextmanager
async def _quiet_end(_: Any) -> AsyncIterator[None]:
    with suppress(asyncio.CancelledError):
        yield


def main(workspace: str) -> None:
    """Serves until it is stopped."""
    settings = load_settings()
    configure_loggers(formatter="colored", log_level="INFO" if settings.log_level == "DEBUG" else "WARNING")
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    with dg.DagsterInstance.get() as instance:
        instance.optimize_for_webserver(STATEMENT_MILLISECONDS, 3600, 20)
        for storage in (instance.run_storage, instance.event_log_storage, instance.schedule_storage):
            # a connection from before the database was restarted is found out before it is used; Dagster has no
            # setting for that
            if (engine := getattr(storage, "_engine", None)) is not None:
                engine.pool._pre_ping = True
        target = WorkspaceFileTarget(paths=[workspace])
        with WorkspaceProcessContext(
            instance, version=__version__, read_only=False, workspace_load_target=target
        ) as ctx:
            app = create_app_from_workspace_process_context(ctx, "", POLL_MILLISECONDS, lifespan=_quiet_end)
            secret = settings.dagster_secret.get_secret_value() if settings.dagster_secret else ""
            uvicorn.run(
                Guard(app, settings.allowed_dagster_hosts, settings.dagster_logins, secret),
                host=settings.dagster_host, port=settings.dagster_port, log_level="warning", access_log=False,
                server_header=False, proxy_headers=False, timeout_graceful_shutdown=5,
            )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
