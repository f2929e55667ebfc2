"""Opaque cursors: where a page ended, and for which query. They can be kept, but not used for another query."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Any

import msgspec

from api_server.contract.problems import Problem


class Cursor(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """`query` is the fingerprint of filters and sort, `last` what the last row's sort columns held, `version` and
    `position` where in that version's order it stood (unused by lists that are never re-sorted).
    """

    query: str
    last: list[str | int | float | None]
    version: int = 0
    position: int = 0


def fingerprint(*parts: Any) -> str:
    """A short name for a query: equal for equal filters and sort."""
    return hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=6).hexdigest()


def encode(cursor: Cursor) -> str:
    """The cursor as URL-safe text."""
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(cursor)).decode().rstrip("=")


def decode(text: str, query: str, types: tuple[type, ...] | None = None) -> Cursor:
    """The cursor of this text. Raises `Problem` when it is broken or belongs to another query.

    `types` are what `last` must hold, null apart; without them, keys of any number.
    """
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.msgpack.decode(data, type=Cursor)
    except (binascii.Error, msgspec.DecodeError, ValueError):
        raise Problem("invalid-cursor", "The cursor is damaged. Start without one.") from None
    if cursor.query != query:
        raise Problem(
            "invalid-cursor",
            "The cursor belongs to a query with other filters, sort or resource. Repeat that query's parameters with "
            "it, or start without a cursor.",
        )
    types = types or (int,) * len(cursor.last)
    whole = len(cursor.last) == len(types) and all(
        value is None or (isinstance(value, kind) and not (isinstance(value, str) and "\0" in value))
        for value, kind in zip(cursor.last, types, strict=True)
    )
    numbers = [value for value in (*cursor.last, cursor.version, cursor.position) if isinstance(value, int)]
    if not whole or any(not 0 <= number < 2**63 for number in numbers):
        raise Problem("invalid-cursor", "The cursor is damaged. Start without one.")
    return cursor
