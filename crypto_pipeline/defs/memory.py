"""How a process that loads data deals with memory."""

from __future__ import annotations

import gc

import pyarrow as pa


def settle_memory() -> None:
    """To be called when all code is loaded, before the first load.

    What is loaded by now lives as long as the process: the garbage collector need not walk all of it during a load.
    And Arrow's own allocator keeps what a batch once took; the system's gives it back.
    """
    gc.freeze()
    pa.set_memory_pool(pa.system_memory_pool())
