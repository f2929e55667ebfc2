"""How Dagster sees each way of partitioning."""

from __future__ import annotations

from datetime import date
from functools import singledispatch

import dagster as dg

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.partitions import Daily, Files, Named, Partitions


@singledispatch
def partitions_def(scheme: Partitions, settings: Settings, first: date | None = None) -> dg.PartitionsDefinition[str]:
    """Dagster's definition of these partitions; of days, those from `first` on."""
    raise TypeError(f"unknown partitions: {scheme!r}")


@partitions_def.register
def _(scheme: Daily, _: Settings, first: date | None = None) -> dg.PartitionsDefinition[str]:
    return dg.DailyPartitionsDefinition(start_date=f"{first or scheme.first:%Y-%m-%d}", timezone="UTC", end_offset=1)


@partitions_def.register
def _(scheme: Named, settings: Settings, _: date | None = None) -> dg.PartitionsDefinition[str]:
    return dg.StaticPartitionsDefinition(list(scheme.names(settings)))


@partitions_def.register
def _(scheme: Files, _: Settings, __: date | None = None) -> dg.PartitionsDefinition[str]:
    return dg.DynamicPartitionsDefinition(name=scheme.name)
