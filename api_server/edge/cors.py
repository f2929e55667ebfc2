"""Cross-origin reading, for the sites that API_CORS_ORIGINS names and no others.

In the shell and not in the framework, so that it also holds for kept answers, 304 and errors.
"""

from __future__ import annotations

from crypto_pipeline.settings import Settings

Headers = list[tuple[bytes, bytes]]
EXPOSED = b"ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-ID, Content-Disposition"
ASKED = b"Accept, Authorization, If-None-Match, X-API-Key, X-Request-ID"


class Cors:
    """Which origins may read."""

    def __init__(self, settings: Settings) -> None:
        self._origins = {origin.encode() for origin in settings.cors_origins}

    def headers(self, origin: bytes | None) -> Headers:
        """What an answer to this origin says."""
        if not self._origins:
            return []
        if origin not in self._origins and b"*" not in self._origins:
            return [(b"vary", b"Origin")]
        return [
            (b"vary", b"Origin"),
            (b"access-control-allow-origin", origin or b"*"),
            (b"access-control-expose-headers", EXPOSED),
        ]

    def preflight(self, method: str, headers: dict[bytes, bytes]) -> Headers | None:
        """What the answer says besides to a browser that asks before it reads; None when this is no such question.

        A browser sends no key with it.
        """
        if method != "OPTIONS" or b"access-control-request-method" not in headers or not self._origins:
            return None
        return [
            (b"access-control-allow-methods", b"GET, HEAD"),
            (b"access-control-allow-headers", ASKED),
            (b"access-control-max-age", b"600"),
        ]
