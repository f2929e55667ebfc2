"""What can go wrong between us and an upstream, and whether trying again later can help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

# What to do about most transient faults
LATER = "Nothing was stored; the next run tries again"


class Fault(Enum):
    """The kind of a fault, as it stands at the head of the error's message."""

    UNREACHABLE = "unreachable"
    TIMEOUT = "timed out"
    RATE_LIMITED = "rate limited"
    SERVER_ERROR = "server error"
    CUT_OFF = "answer cut off or broken"
    NOT_JSON = "not JSON"
    UNEXPECTED = "unexpected answer"
    TOO_LARGE = "too large"
    UNAUTHORIZED = "not authorized"
    PLAN = "not in the plan"
    NOT_FOUND = "not found"
    REFUSED = "request refused"
    REDIRECTED = "redirected to another host"
    FORBIDDEN = "address not allowed"
    INCOMPLETE = "incomplete"
    BUDGET = "budget used up"
    NO_HISTORY = "no history"
    BAD_FILE = "bad file"
    ALL_REFUSED = "all refused"


_TRANSIENT = {
    Fault.UNREACHABLE,
    Fault.TIMEOUT,
    Fault.RATE_LIMITED,
    Fault.SERVER_ERROR,
    Fault.CUT_OFF,
    Fault.INCOMPLETE,
    Fault.NOT_JSON,  # a proxy's or a maintenance page
}


class SourceError(Exception):
    """A source could not deliver. Says what was asked, what came back, and what to do; never a secret."""

    def __init__(self, source: str, fault: Fault, what: str, todo: str, retry_after: float | None = None) -> None:
        super().__init__(f"{source}: {fault.value}: {what.rstrip('.')}. {todo}")
        self.source, self.fault, self.todo, self.retry_after = source, fault, todo, retry_after

    def with_text(self, text: str) -> SourceError:
        """The same error in these words."""
        self.args = (text,)
        return self

    @property
    def transient(self) -> bool:
        """True when the same request may succeed later without anybody's help."""
        return self.fault in _TRANSIENT


@dataclass(frozen=True)
class ErrorGuide:
    """What is known of a provider's own errors, and which of its settings to look at.

    `codes` are those in its error bodies that say more than the HTTP status does, each with what to do.
    """

    source: str
    codes: Mapping[int, tuple[Fault, str]] = field(default_factory=dict)
    key: str = "the key"
    pace: str = "the frequency of the loads"
