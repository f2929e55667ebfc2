"""The API's processes: uvicorn with bounds, and what several of them share."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator

import uvicorn

from api_server.queries.orders import SHARED
from crypto_pipeline.settings import Settings, load_settings

# Each connection is a file to the system, which allows 1,024 by default
OPEN_FILES = 65_536
IDLE_SECONDS = 15
STOP_SECONDS = 10
BACKLOG = 2_048


def main() -> None:
    """Serves until it is stopped."""
    settings = load_settings()
    allow_open_files()
    with shared_folder(settings):
        if settings.api_workers > 1 and settings.redis_url is None and settings.api_rate_per_minute:
            most = settings.api_workers * settings.api_rate_per_minute
            sys.stderr.write(
                f"API_WORKERS={settings.api_workers} without REDIS_URL: each process counts requests by itself, so "
                f"that a client may make up to {most:,} a minute\n"
            )
        uvicorn.run(
            "api_server.app:create_app", factory=True, host=settings.api_host, port=settings.api_port,
            workers=settings.api_workers, loop="uvloop", http="api_server.edge.protocol:BoundedProtocol",
            ws="none", lifespan="on", backlog=BACKLOG, timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS, log_level="warning",
            access_log=False,  # the API logs its requests itself
            server_header=False, proxy_headers=False,
        )  # fmt: skip


def allow_open_files() -> None:
    """Raises the soft limit of open files to the hard one, as far as is useful; children inherit it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, OPEN_FILES)
    if soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


@contextlib.contextmanager
def shared_folder(settings: Settings) -> Iterator[None]:
    """A folder in which several processes find each other's orders, for as long as they run."""
    if settings.api_workers == 1:
        yield
        return
    folder = tempfile.mkdtemp(prefix="crypto-platform-api-")
    os.environ[SHARED] = folder
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
