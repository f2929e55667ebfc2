"""How each kind of source is partitioned."""

from __future__ import annotations

import dagster as dg

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.base import Source

# The first day that CoinGecko has prices for
FIRST_DAY = "2013-04-28"
CSV_FILES = dg.DynamicPartitionsDefinition(name="csv_files")
# UTC days, today included
DAILY = dg.DailyPartitionsDefinition(start_date=FIRST_DAY, timezone="UTC", end_offset=1)


def partitions_of(source: Source, settings: Settings) -> dg.PartitionsDefinition[str]:
    if source.partitions == "daily":
        return DAILY
    if source.partitions == "files":
        return CSV_FILES
    return dg.StaticPartitionsDefinition(list(settings.feeds))
