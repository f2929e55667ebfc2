"""`GET /health`: is the API up, and does it reach its database?"""

from __future__ import annotations

from typing import Any

import psycopg
from litestar import Response, get
from litestar.datastructures import State
from psycopg_pool import PoolTimeout

from crypto_pipeline import __version__


@get("/health", summary="Health of the API and its database")
async def health(state: State) -> Response[dict[str, Any]]:
    """200 with the version and `data_version`; 503 when the database does not answer."""
    try:
        async with state.pool.connection() as connection:
            row = await (await connection.execute("select version from data_version")).fetchone()
    except (psycopg.Error, PoolTimeout):
        return Response({"status": "unavailable", "database": "unreachable", "version": __version__}, status_code=503)
    return Response({"status": "ok", "database": "ok", "version": __version__, "data_version": row[0] if row else None})
