"""The upstreams, one module each. A new source is one new module and one line here. Knows no Dagster."""

from __future__ import annotations

from crypto_pipeline.sources import coingecko, coinpaprika, csv_files, rss
from crypto_pipeline.sources.base import Source

SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        coingecko.SOURCE,
        coinpaprika.SOURCE,
        csv_files.SOURCE,
        rss.SOURCE,
    )
}
