"""The API as its users meet it: a process of its own, over a socket."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import psutil
from sqlalchemy.engine import URL

from tests.conftest import answers, free_port, wait_for
from tests.platform_process import environment


class Server:
    """`python -m api_server` over a database."""

    def __init__(self, url: URL, home: Path, log: IO[bytes] | None = None, popen: Any = None, **more: str) -> None:
        self.port = free_port()
        settings = {
            "DATABASE_URL": url.render_as_string(hide_password=False), "LOG_LEVEL": "ERROR",
            "API_RATE_PER_MINUTE": "0", "API_PORT": str(self.port), **more,
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "api_server"], env=environment(home, **settings), stderr=log, **(popen or {})
        )
        self.base = f"http://127.0.0.1:{self.port}"
        wait_for(lambda: answers(f"{self.base}/health/live"))

    def stop(self) -> None:
        """Ends it."""
        self.process.terminate()
        self.process.wait(20)

    def memory(self) -> float:
        """What all its processes hold, in MB."""
        main = psutil.Process(self.process.pid)
        found = 0
        for process in (main, *main.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                found += process.memory_info().rss
        return found / 1e6

    def connect(self, seconds: float = 20) -> socket.socket:
        """A connection of our own."""
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def raw(self, request: bytes) -> bytes:
        """The head, at least, of what it answers to these bytes; nothing when it just hangs up."""
        with self.connect() as connection:
            with contextlib.suppress(ConnectionError):  # it may hang up before all is sent
                connection.sendall(request)
            answer = b""
            with contextlib.suppress(ConnectionError):
                while b"\r\n\r\n" not in answer and (piece := connection.recv(65_536)):
                    answer += piece
            return answer
