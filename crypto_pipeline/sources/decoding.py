"""The body of an answer, from its content coding (RFC 9110 §8.4) to plain bytes, in bounded steps."""

from __future__ import annotations

import zlib

# What we ask for is gzip; `x-gzip` is its other name, and `deflate` costs nothing to understand
_WBITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_RAW_DEFLATE = -15


class TooLargeError(Exception):
    """The body exceeds the limit, before or after decoding."""


class CodingError(Exception):
    """The body is in no coding that was asked for, or broken. The message says which."""


class Decoder:
    """Collects a body of at most `limit` bytes, counted as they come and as they are after decoding.

    Only one coding is undone: what was compressed twice grows without bound.
    """

    def __init__(self, content_encoding: str, limit: int) -> None:
        codings = [name.strip().lower() for name in content_encoding.split(",")]
        applied = [name for name in codings if name not in ("", "identity")]
        if len(applied) > 1 or (applied and applied[0] not in _WBITS):
            raise CodingError(f"the answer is coded as {content_encoding[:80]!r}, which was not asked for")
        self.coding = applied[0] if applied else ""
        self.limit, self.raw = limit, 0
        self.body = bytearray()
        self._undo = zlib.decompressobj(_WBITS[self.coding]) if self.coding else None
        self._start = b"" if self.coding == "deflate" else None

    def feed(self, data: bytes) -> None:
        """Takes a piece of the answer. Raises `TooLargeError` or `CodingError`."""
        self.raw += len(data)
        if self.raw > self.limit:
            raise TooLargeError
        if self._undo is None:
            self.body += data
            return
        if self._start is not None:
            data = self._start + data
            self._start = data if len(data) < 2 else None
            if self._start is not None:
                return
            # "deflate" means zlib's format (RFC 9110 §8.4.1.2), but some send it bare: without RFC 1950's two bytes
            if data[0] & 15 != 8 or int.from_bytes(data[:2]) % 31:
                self._undo = zlib.decompressobj(_RAW_DEFLATE)
        try:
            self._decode(data)
        except zlib.error as error:
            raise CodingError(f"the compression is broken: {error}") from None

    def _decode(self, data: bytes) -> None:
        while data and self._undo is not None:
            self.body += self._undo.decompress(data, self.limit + 1 - len(self.body))
            if len(self.body) > self.limit:
                raise TooLargeError
            data = self._undo.unconsumed_tail
            if self._undo.eof:  # a gzip file may have several members (RFC 1952 §2.2)
                data = self._undo.unused_data if self.coding != "deflate" else b""
                if not data.startswith(b"\x1f"):
                    return
                self._undo = zlib.decompressobj(_WBITS[self.coding])

    def finish(self) -> bytes:
        """The whole body. Raises `CodingError` when the compressed data end early."""
        if self._undo is not None and self.raw and not self._undo.eof:
            raise CodingError("the compressed data end early")
        return bytes(self.body)
