"""The application: what it is made of, and nothing else."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache, partial

from litestar import Litestar
from litestar.di import Provide
from litestar.exceptions import HTTPException

from api_server.contract.openapi import openapi_config
from api_server.contract.problems import MAX_BODY, Problem, respond, respond_http, respond_unforeseen
from api_server.edge.access import Keys, Rate
from api_server.edge.cache import AnswerCache
from api_server.edge.cors import Cors
from api_server.edge.logs import configure_logs
from api_server.edge.metrics import Metrics
from api_server.edge.proxies import Proxies
from api_server.edge.route_table import RouteTable
from api_server.edge.shell import Application, Shell
from api_server.queries.coins import CoinList
from api_server.queries.database import Database
from api_server.queries.lists import NewsList, QuarantineList, RawList
from api_server.queries.orders import Orders
from api_server.queries.records import RecordList
from api_server.queries.revisions import RevisionList
from api_server.queries.series import candles, points
from api_server.queries.sources import Sources
from api_server.routes import HANDLERS
from api_server.runs.dagster import DagsterClient
from api_server.runs.history import RunHistory
from api_server.services import Services
from crypto_pipeline.settings import Settings, load_settings
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.migrate import head


def create_app(settings: Settings | None = None) -> Application:
    """The API for these settings (default: the environment's). uvicorn: `--factory api_server.app:create_app`."""
    settings = settings or load_settings()
    configure_logs(settings)
    url = database_url(settings)
    database = Database(url, settings)
    answers, metrics, keys = AnswerCache(settings.api_cache_bytes), Metrics(), Keys(settings)
    sources = Sources(database)
    database.on_new_version(answers.clear)
    database.on_keys(keys.know)

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncIterator[None]:
        async with database.running():
            # what was made at start-up lives as long as the process: no collection need look at it again
            gc.collect()
            gc.freeze()
            # a page makes hundreds of short-lived objects; the default looks through them at every page
            gc.set_threshold(50_000, 20, 20)
            yield

    services = Services(
        settings=settings,
        database=database,
        metrics=metrics,
        access=keys,
        answers=answers,
        revision=head(),
        history=RunHistory(settings, url, sources, lambda: database.version is None),
        dagster=DagsterClient(settings),
        coins=CoinList(database, Orders()),
        news=NewsList(database),
        records=RecordList(database),
        quarantine=QuarantineList(database),
        raw=lru_cache(partial(RawList, database)),
        candles=candles(database),
        points=points(database),
        revisions=RevisionList(database, sources),
        sources=sources,
        exports=asyncio.Semaphore(settings.api_exports),
    )

    app = Application(
        route_handlers=HANDLERS,
        lifespan=[running],
        dependencies={"services": Provide(lambda: services, sync_to_thread=False)},
        openapi_config=openapi_config(),
        exception_handlers={Problem: respond, HTTPException: respond_http, Exception: respond_unforeseen},
        request_max_body_size=MAX_BODY,
        logging_config=None,
    )
    app.services = services
    app.shell = Shell(
        database, keys, Rate(settings), Cors(settings), Proxies(settings), answers, metrics, RouteTable(app.routes)
    )  # fmt: skip
    return app
