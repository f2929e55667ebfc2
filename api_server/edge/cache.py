"""Ready answers in memory, and ETags that need no SQL: both hang on `data_version` and the canonical query."""

from __future__ import annotations

import hashlib
import zlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from api_server.contract.parameters import canonical
from crypto_pipeline import __version__

GZIP_FROM = 1_000
GZIP_LEVEL = 4
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x04\xff"


@dataclass(slots=True)
class Answer:
    """A JSON answer without its `meta`, which differs each time it is given: `head` lacks the closing brace. `settled`:
    it will hardly change any more.
    """

    head: bytes
    etag: str | None
    route: str
    rows: int
    link: str | None = None
    version: int | None = None
    settled: bool = False
    _packed: tuple[bytes, int] | None = field(default=None, repr=False)

    def body(self, meta: bytes) -> bytes:
        """The whole document."""
        return b'%b,"meta":%b}' % (self.head, meta)

    def gzipped(self, meta: bytes) -> bytes:
        """The same, compressed; the head is compressed once and kept."""
        if self._packed is None:
            packer = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            # after a full flush the stream can go on with blocks that know nothing of what was before
            self._packed = packer.compress(self.head) + packer.flush(zlib.Z_FULL_FLUSH), zlib.crc32(self.head)
        packed, checksum = self._packed
        tail = b',"meta":%b}' % meta
        packer = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        length = len(self.head) + len(tail)
        return b"".join(
            (
                _GZIP_HEAD, packed, packer.compress(tail), packer.flush(),
                zlib.crc32(tail, checksum).to_bytes(4, "little"), (length & 0xFFFFFFFF).to_bytes(4, "little"),
            )
        )  # fmt: skip

    @property
    def size(self) -> int:
        return len(self.head) + 500


class AnswerCache:
    """The latest answers, up to a number of bytes; those of an older `data_version` are never given."""

    def __init__(self, limit: int) -> None:
        self.limit, self.bytes = limit, 0
        self._answers: OrderedDict[Any, Answer] = OrderedDict()

    def get(self, key: Any, version: int | None) -> Answer | None:
        """The answer under this key, if it is of this version."""
        answer = self._answers.get(key)
        if answer is None or version is None or answer.version != version:
            return None
        self._answers.move_to_end(key)
        return answer

    def put(self, key: Any, answer: Answer) -> None:
        """Keeps an answer, and lets go of those unused longest."""
        if answer.version is None or answer.size > self.limit // 4:
            return
        if (old := self._answers.pop(key, None)) is not None:
            self.bytes -= old.size
        self._answers[key] = answer
        self.bytes += answer.size
        while self.bytes > self.limit:
            _, gone = self._answers.popitem(last=False)
            self.bytes -= gone.size

    def clear(self) -> None:
        """Forgets everything: the data has changed."""
        self._answers.clear()
        self.bytes = 0


@lru_cache(maxsize=8192)
def etag_of(version: int, stamp: str, path: str, query: bytes, media_type: str) -> str:
    """The ETag of an answer. Weak: `meta` differs between two answers that say the same.

    `stamp` says when that version came to be: a database that was restored counts its versions anew.
    """
    text = repr((__version__, stamp, path, canonical(query), media_type))
    return f'W/"{version}-{hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()}"'


def matches(if_none_match: str, etag: str) -> bool:
    """Whether a header's list of ETags has this one; weak comparison, as RFC 9110 says for If-None-Match."""
    bare = etag.removeprefix("W/")
    return any(candidate.strip().removeprefix("W/") == bare for candidate in if_none_match.split(","))
