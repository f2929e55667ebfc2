"""What follows from the rows of all streams: the record per coin, and candles."""

from __future__ import annotations

from sqlalchemy.engine import URL

from crypto_pipeline.stages.candles import load_candles
from crypto_pipeline.stages.unified import load_unified


def load_derived(url: URL, run_id: str, *, prune: bool = False) -> None:
    """Brings both up to date. `prune`: as for `load_unified`."""
    load_unified(url, run_id, prune=prune)
    load_candles(url, run_id)
