"""The last stage: one record per coin."""

from __future__ import annotations

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import UNIFIED
from crypto_pipeline.warehouse import unified
from crypto_pipeline.warehouse.writer import open_stage

ALL_SOURCES, ALL_STREAMS = "all", ""


def load_unified(url: URL, run_id: str, *, prune: bool = False) -> tuple[int, int]:
    """Brings `crypto_assets` up to date. Returns how many coins there are and how many changed. `prune`: coins that no
    source quotes any more go, too, as after an undo.
    """
    with open_stage(url, ALL_SOURCES, ALL_STREAMS, UNIFIED, run_id) as stage:
        if prune:
            unified.prune(stage)
        return unified.unify(stage)
