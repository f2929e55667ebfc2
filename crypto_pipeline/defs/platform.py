"""The resource that every asset, check and sensor uses: the settings and the database's address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.engine import URL

from crypto_pipeline.settings import Settings, load_settings
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.migrate import upgrade


@dataclass
class Platform:
    """Settings and database. The database is reached, started if it is ours, and migrated at first use."""

    configured: Settings | None = None

    @cached_property
    def settings(self) -> Settings:
        return self.configured or load_settings()

    @cached_property
    def url(self) -> URL:
        url = database_url(self.settings)
        upgrade(url)
        return url
