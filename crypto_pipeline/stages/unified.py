"""The last stage: one record per coin."""

from __future__ import annotations

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse import unified
from crypto_pipeline.warehouse.writer import open_stage

UNIFIED = "unified"
ALL_SOURCES = "all"


def load_unified(url: URL, run_id: str) -> tuple[int, int]:
    """Brings `crypto_assets` up to date. Returns how many coins there are and how many changed."""
    with open_stage(url, ALL_SOURCES, UNIFIED, run_id) as stage:
        return unified.unify(stage)
