"""What is known of a request from its first byte to its log line."""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass, field
from typing import Any

import msgspec

KEY = "crypto_context"
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")


@dataclass(slots=True)
class Context:
    """One request. `client` is who asks (a key's name or an address), `version` the `data_version` it is answered
    from (None: unknown, nothing is cached), `route` the template it matched, `rows` how many records it was given.
    """

    request_id: str
    method: str = "GET"
    prefix: str = ""
    headers: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    client: str = ""
    traceparent: str | None = None
    version: int | None = None
    route: str = "unmatched"
    rows: int | None = None
    cached: str = "none"
    started: float = field(default_factory=time.perf_counter)

    @property
    def milliseconds(self) -> float:
        """Time since the request's first byte."""
        return round((time.perf_counter() - self.started) * 1000, 3)

    def meta(self) -> bytes:
        """The envelope's `meta`, as JSON."""
        return msgspec.json.encode(
            {"request_id": self.request_id, "api_latency_ms": self.milliseconds, "data_version": self.version}
        )


def request_id(given: bytes | None) -> str:
    """The client's id where it is a usable one, else a new one."""
    text = (given or b"").decode("latin-1")
    # it names a request and guards nothing: a random number from the system would cost a fifth of a kept answer
    return text if _REQUEST_ID.fullmatch(text) else f"{random.getrandbits(128):032x}"


def context_of(scope: Any) -> Context:
    """The context that the shell has put into the scope."""
    context: Context = scope[KEY]
    return context
