"""Turns: what only one process may do at a time, and for long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect

# How often whoever waits looks again. A statement that waits would keep PostgreSQL from cleaning up behind others
EVERY = 1.0


@contextmanager
def turn(url: URL, name: str, waiting: Callable[[float], object] = lambda _: None) -> Iterator[None]:
    """Holds the turn of this name. Where somebody has it waits for its end, and calls `waiting` at once and then each
    second, with how long it has waited until then.

    It is the session's, not a transaction's, and ends with the process however that ends.
    """
    key = f"crypto-platform/turn/{name}"
    waited = 0.0
    with connect(url, autocommit=True) as connection:
        while connection.execute("select pg_try_advisory_lock(hashtextextended(%s, 0))", (key,)).fetchone() != (True,):
            waiting(waited)
            time.sleep(EVERY)
            waited += EVERY
        yield
