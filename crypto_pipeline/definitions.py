"""What Dagster loads: the one Definitions object. Nothing else may be built here."""

from __future__ import annotations

import gc

from crypto_pipeline.defs.build import build

defs = build()

# What is loaded by now lives as long as the process: the garbage collector need not walk all of it during a load.
gc.freeze()
