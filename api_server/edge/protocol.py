"""The server's HTTP protocol with bounds of its own: they hold before a request is one, and before anybody is asked.

uvicorn's parser takes headers of any size, and waits for them for ever.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# More than the application takes: it explains better
MAX_HEAD_BYTES = 65_536
HEAD_SECONDS = 10.0
# The largest body is a few lines of JSON
BODY_SECONDS = 10.0
_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
    b"content-length: 36\r\nconnection: close\r\n\r\nThe request's headers are too large.\n"[:-1]
)
_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class BoundedProtocol(HttpToolsProtocol):
    """Counts the bytes of a request's head, and the seconds that head and body take to come."""

    def connection_made(self, transport: Any) -> None:
        """A client is there; it has a while to ask."""
        self._head_bytes, self._in_head = 0, True
        self._deadline: asyncio.TimerHandle | None = None
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Bytes come; those of a head are counted before they are parsed."""
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > MAX_HEAD_BYTES:
                self._refuse(_TOO_LARGE)
                return
        super().data_received(data)

    def on_message_begin(self) -> None:
        """The first bytes of a request."""
        super().on_message_begin()
        self._in_head = True
        self._expect_head()

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._in_head, self._head_bytes = False, 0
        self._cancel()
        self._deadline = self.loop.call_later(BODY_SECONDS, self._give_up_body)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole; another one may follow, within the keep-alive time."""
        self._cancel()
        super().on_message_complete()
        self._in_head = True

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        self._cancel()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        self._cancel()
        self._deadline = self.loop.call_later(HEAD_SECONDS, self._refuse, _TOO_SLOW)

    def _give_up_body(self) -> None:
        self._refuse(b"" if self.cycle.response_started else _TOO_SLOW)

    def _refuse(self, answer: bytes) -> None:
        self._cancel()
        if not self.transport.is_closing():
            self.transport.write(answer)
            self.transport.close()

    def _cancel(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
