"""An upstream that sends whatever a test wants, byte by byte, well-formed or not."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

# Bytes to send, or seconds to wait
Step = bytes | float
Answer = Callable[[str], Iterable[Step]]
PATIENCE = 20.0


@contextmanager
def sending(answer: Answer) -> Iterator[str]:
    """Serves `answer(path)` to every connection, then closes it; yields the base URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    stopped = threading.Event()

    def serve(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(PATIENCE)
            request = b""
            while b"\r\n\r\n" not in request:
                if not (piece := connection.recv(65_536)):
                    return
                request += piece
            path = request.split(b" ", 2)[1].decode("latin-1")
            for step in answer(path):
                if stopped.is_set():
                    return
                if isinstance(step, float):
                    time.sleep(step)
                else:
                    connection.sendall(step)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65_536):  # what is sent is read, or given up
                pass

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopped.set()
        listener.close()


def http(body: bytes = b"", status: int = 200, *headers: str, length: int | None = None) -> bytes:
    """A whole answer with these header lines."""
    lines = [f"HTTP/1.1 {status} X", *headers, f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\nConnection: close\r\n\r\n" + body


def endless(piece: bytes, pause: float = 0.0, most: int = 1_000_000) -> Iterator[Step]:
    """The same piece again and again."""
    for _ in range(most):
        yield piece
        if pause:
            yield pause
