"""The application: routes, the pool's life, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.openapi import OpenAPIConfig
from psycopg_pool import PoolTimeout

from api_server.queries.database import create_pool
from api_server.routes.coins import data
from api_server.routes.health import health
from crypto_pipeline import __version__
from crypto_pipeline.settings import Settings, load_settings
from crypto_pipeline.warehouse.connect import database_url


def unavailable(_: Request[Any, Any, Any], __: Exception) -> Response[dict[str, str]]:
    """The database does not answer: the client may come back."""
    return Response({"detail": "the database does not answer"}, status_code=503, headers={"retry-after": "5"})


def create_app(settings: Settings | None = None) -> Litestar:
    """The API for these settings (default: the environment's). uvicorn: `--factory api_server.app:create_app`."""
    settings = settings or load_settings()
    pool = create_pool(database_url(settings))

    @asynccontextmanager
    async def database(_: Litestar) -> AsyncIterator[None]:
        await pool.open(wait=False)
        yield
        await pool.close()

    return Litestar(
        route_handlers=[data, health],
        lifespan=[database],
        state=State({"pool": pool}),
        openapi_config=OpenAPIConfig(title="Crypto platform", version=__version__, render_plugins=[]),
        exception_handlers={psycopg.Error: unavailable, PoolTimeout: unavailable},
        logging_config=None,
    )
