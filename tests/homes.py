"""What a home's tables say, without what may differ between two runs: ids, sequence numbers, run ids, times of fetching."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.tables import metadata
from tests.platform_process import platform

Contents = dict[str, list[tuple[Any, ...]]]
CONTENTS = {
    "raw_coingecko": "select source_id, content_hash, observed_at from raw_coingecko order by 1, 2",
    "raw_coinpaprika": "select source_id, content_hash, observed_at from raw_coinpaprika order by 1, 2",
    "raw_csv": "select source_id, content_hash from raw_csv order by 1, 2",
    "raw_rss": "select source_id, content_hash from raw_rss order by 1, 2",
    "assets": "select ticker, symbol, name, origin from assets order by 1",
    "listings": "select source, source_id, ticker, l.symbol, l.name from listings l join assets using (asset_id)"
    " order by 1, 2",
    "identity_events": "select source, source_id, kind, method, confidence, evidence::text from identity_events"
    " join listings using (listing_id) order by 1, 2, event_id",
    "market_quotes": "select source, source_id, observed_at, price_usd, market_cap_usd, rank from market_quotes"
    " join listings using (listing_id) order by 1, 2, 3",
    "quote_revisions": "select source, source_id, observed_at, price_usd from quote_revisions"
    " join listings using (listing_id) order by 1, 2, 3, raw_seq",
    "source_quotes": "select source, source_id, observed_at, price_usd from source_quotes join listings"
    " using (listing_id) order by 1, 2",
    "crypto_assets": "select ticker, price_usd, rank, source, sources, spread_percent, observed_at from crypto_assets"
    " order by 1",
    "news_articles": "select id, title, url, published_at from news_articles order by 1",
    "quarantine": "select source, stage, reasons, content_hash from quarantine order by 1, 2, 4",
    "checkpoints": "select source, stage, observed_at from etl_checkpoints order by 1, 2",
}


def schema_difference(url: URL, *more: str) -> list[Any]:
    """What the database's tables and the metadata do not agree in. `more`: sources of a test's own."""
    sources = "|".join([*SOURCES, *more])
    engine = create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)

    def ours(_: object, name: str, kind: str, reflected: bool, compare_to: object) -> bool:
        return not (kind == "table" and reflected and compare_to is None and ("_other" in name or name[-2:].isdigit()))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        # partitions, tables of a library's, and raw tables of sources that other tests have brought
        others = re.compile(rf"_other|ratelimit_|_\d{{4}}_\d{{2}}|raw_(?!seq|(?:{sources})\b)")
        return [found for found in compare_metadata(context, metadata) if not others.search(str(found))]


def contents(url: URL) -> Contents:
    """The same of a database."""
    with connect(url) as connection:
        return {name: connection.execute(query.encode()).fetchall() for name, query in CONTENTS.items()}


def loaded_home(home: Path, env: dict[str, str]) -> Contents:
    """What is in a home after one more refresh, which ends well."""
    done = platform("refresh", env=env)
    assert done.returncode == 0, done.stderr
    settings = Settings(platform_home=home)
    try:
        return contents(database_url(settings))
    finally:
        stop_if_last(data_directory(settings))
