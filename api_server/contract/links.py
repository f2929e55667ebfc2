"""Links as the client of a request must ask them: under the prefix that its proxy has."""

from __future__ import annotations

from contextvars import ContextVar

_prefix: ContextVar[str] = ContextVar("prefix", default="")


def link(path: str) -> str:
    """A path of ours as the client of this request must ask it."""
    return _prefix.get() + path


def under(prefix: str) -> None:
    """From here on, links of this request begin with the prefix."""
    _prefix.set(prefix)
