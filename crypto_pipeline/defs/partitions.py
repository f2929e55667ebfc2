"""How Dagster sees each way of partitioning."""

from __future__ import annotations

from functools import singledispatch

import dagster as dg

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.partitions import Daily, Files, Named, Partitions


@singledispatch
def partitions_def(scheme: Partitions, settings: Settings) -> dg.PartitionsDefinition[str]:
    """Dagster's definition of these partitions."""
    raise TypeError(f"unknown partitions: {scheme!r}")


@partitions_def.register
def _(scheme: Daily, _: Settings) -> dg.PartitionsDefinition[str]:
    return dg.DailyPartitionsDefinition(start_date=f"{scheme.first:%Y-%m-%d}", timezone="UTC", end_offset=1)


@partitions_def.register
def _(scheme: Named, settings: Settings) -> dg.PartitionsDefinition[str]:
    return dg.StaticPartitionsDefinition(list(scheme.names(settings)))


@partitions_def.register
def _(scheme: Files, _: Settings) -> dg.PartitionsDefinition[str]:
    return dg.DynamicPartitionsDefinition(name=scheme.name)
