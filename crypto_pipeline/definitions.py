"""What Dagster loads: the one Definitions object. Nothing else may be built here."""

from __future__ import annotations

from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.memory import settle_memory

defs = build()
settle_memory()
