"""The stages of a load, composed of a stream, normalising and the warehouse. Knows no Dagster.

raw: what the upstream sent is appended. A product's: raw records after the checkpoint become rows. unified: one
record per coin. Each is one transaction, safe to repeat and to kill. replay and rebuild work off anew what raw has;
undo takes out what a run brought.
"""

from crypto_pipeline.stages.candles import load_candles
from crypto_pipeline.stages.derived import load_derived
from crypto_pipeline.stages.raw import load_raw, store_raw
from crypto_pipeline.stages.replay import rebuild, replay, replay_refused
from crypto_pipeline.stages.rows import load_rows
from crypto_pipeline.stages.undo import UndoError, undo
from crypto_pipeline.stages.unified import load_unified

__all__ = [
    "UndoError",
    "load_candles",
    "load_derived",
    "load_raw",
    "load_rows",
    "load_unified",
    "rebuild",
    "replay",
    "replay_refused",
    "store_raw",
    "undo",
]
