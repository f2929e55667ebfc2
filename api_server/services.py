"""What the routes work with, made once for an application and injected into whoever names it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from litestar.di import NamedDependency

from api_server.edge.access import Keys
from api_server.edge.cache import AnswerCache
from api_server.edge.metrics import Metrics
from api_server.queries.coins import CoinList
from api_server.queries.database import Database
from api_server.queries.lists import NewsList, QuarantineList, RawList
from api_server.queries.records import RecordList
from api_server.queries.revisions import RevisionList
from api_server.queries.series import Series
from api_server.queries.sources import Sources
from api_server.queries.spans import CandleQuery, PointQuery
from api_server.runs.dagster import DagsterClient
from api_server.runs.history import RunHistory
from crypto_pipeline.settings import Settings


@dataclass(frozen=True)
class Services:
    """`revision` is the schema that this version needs; `raw` gives the list of a source's payloads; `exports` bounds
    how many files are sent at once.
    """

    settings: Settings
    database: Database
    sources: Sources
    access: Keys
    answers: AnswerCache
    metrics: Metrics
    revision: str
    history: RunHistory
    dagster: DagsterClient
    coins: CoinList
    news: NewsList
    records: RecordList
    quarantine: QuarantineList
    raw: Callable[[str], RawList]
    candles: Series[CandleQuery]
    points: Series[PointQuery]
    revisions: RevisionList
    exports: asyncio.Semaphore


# How a handler asks for them.
Injected = NamedDependency[Services]
