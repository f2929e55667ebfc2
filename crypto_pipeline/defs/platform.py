"""The resource that every asset, check and sensor uses: the settings and the database's address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy.engine import URL

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import load_settings, streams_of
from crypto_pipeline.sources.description import Source, Stream
from crypto_pipeline.sources.partitions import Daily, Partitions
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

    def partitions(self, stream: Stream) -> Partitions:
        """The partitions that Dagster offers of a stream: where it has past days, from a first one on, which is fixed
        where there is a database.
        """
        if not stream.pasts or not isinstance(stream.partitions, Daily):
            return stream.partitions
        (past,) = stream.pasts
        known = "url" in self.__dict__ or exists(self.settings)
        first = fix_first_day(self.url, self.settings, past) if known else first_day(self.settings, past)
        return replace(stream.partitions, first=first)
