"""The resource that every asset, check and sensor uses: the settings and the database's address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.engine import URL

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import load_settings, streams_of
from crypto_pipeline.sources.description import Source, Stream
from crypto_pipeline.stages.first_day import first_day, fix_first_day
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.server import exists
from crypto_pipeline.warehouse.streams import prepare_database


@dataclass
class Platform:
    """Settings, sources (default: the registered ones) and database. The database is reached, started if it is ours,
    and prepared at first use.
    """

    configured: Settings | None = None
    sources: Iterable[Source] | None = None

    @cached_property
    def settings(self) -> Settings:
        return self.configured or load_settings(self.sources)

    @cached_property
    def url(self) -> URL:
        url = database_url(self.settings)
        prepare_database(url, streams_of(self.settings, self.sources), self.settings.precedence)
        return url

    def first_day(self, stream: Stream) -> date | None:
        """The first day that Dagster offers of a stream: fixed, where there is a database. None: all that there are."""
        if not stream.pasts:
            return None
        (past,) = stream.pasts
        if "url" in self.__dict__ or exists(self.settings):
            return fix_first_day(self.url, self.settings, past)
        return first_day(self.settings, past)
