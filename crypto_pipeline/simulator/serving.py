"""Stand-ins served from this process, for tests."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn

from crypto_pipeline.simulator.app import create_app
from crypto_pipeline.simulator.stand_in import StandIn


@contextmanager
def serving(stand_ins: Sequence[StandIn], **more: Any) -> Iterator[str]:
    """The address of a simulator with these stand-ins, while the block lasts. `more` as in `create_app`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(create_app(stand_ins, **more), log_level="error"))
        thread = threading.Thread(target=server.run, args=([listening],), name="simulator")
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
