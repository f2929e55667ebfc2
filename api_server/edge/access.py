"""Who may ask, and how often: read keys, the token that starts loads, and the rate of each client."""

from __future__ import annotations

import hmac
import math
import time
from collections.abc import Iterable
from functools import lru_cache

import structlog
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from limits.errors import StorageError
from redis.exceptions import RedisError

from api_server.contract.problems import Problem
from api_server.queries.keys import StoredKey
from crypto_pipeline.settings import Settings
from crypto_pipeline.settings.values import digest_of
from crypto_pipeline.warehouse.tables.operations import LOAD, READ


class Keys:
    """Who may read and who may start loads: keys of the settings, and those of the database, which come and go while
    the API runs. Only hashes are kept.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = {digest: name for name, digest in settings.read_keys.items()}
        token = settings.etl_token
        self._token = digest_of(token.get_secret_value()) if token else None
        self._stored: dict[bytes, StoredKey] = {}
        self._closed = bool(self._settings)

    def know(self, stored: Iterable[StoredKey]) -> None:
        """Takes over what the database has now."""
        keys = list(stored)
        self._stored = {key.digest: key for key in keys}
        # one that is revoked or expired keeps reading closed, too: nothing opens by the passing of time
        self._closed = bool(self._settings) or any(key.scope == READ for key in keys)

    @property
    def needed(self) -> bool:
        """Whether reading needs a key. Before the database has told what keys it has, it gives nothing to read."""
        return self._closed

    def reader(self, key: str) -> str | None:
        """The name of the key's owner. Looked up by hash, so that time tells nothing about the key."""
        digest = digest_of(key, hashed=False)
        return self._settings.get(digest) or self._valid(digest, READ, LOAD)

    def require_token(self, given: str | None) -> None:
        """Raises `Problem` unless this is a token that may start loads."""
        if self._token is None and not any(key.scope == LOAD for key in self._stored.values()):
            raise Problem(
                "closed", "Make a token (crypto-platform keys add NAME --scope load) and send it; or set ETL_TOKEN, "
                "restart the API, and send that.",
            )  # fmt: skip
        digest = digest_of(given or "", hashed=False)
        is_token = self._token is not None and hmac.compare_digest(digest, self._token)
        if given is None or not (is_token or self._valid(digest, LOAD)):
            raise Problem(
                "unauthorized",
                "Send the token as Authorization: Bearer TOKEN or X-Scheduler-Token: TOKEN.",
                headers={"WWW-Authenticate": "Bearer"},
            )

    def _valid(self, digest: bytes, *scopes: str) -> str | None:
        """Whose key of the database's this is, if it opens one of these."""
        key = self._stored.get(digest)
        return key.name if key is not None and key.scope in scopes and key.is_valid(time.time()) else None


@lru_cache(maxsize=1024)
def bearer(authorization: bytes) -> str | None:
    """The token of an Authorization header."""
    scheme, _, token = authorization.decode("latin-1").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


class Rate:
    """Requests of each client in fixed windows of a minute, counted in Redis when it is configured."""

    def __init__(self, settings: Settings) -> None:
        self.per_minute = settings.api_rate_per_minute
        self._item = RateLimitItemPerMinute(max(self.per_minute, 1))
        url = settings.redis_url.get_secret_value() if settings.redis_url else None
        self._here = FixedWindowRateLimiter(MemoryStorage())
        self._shared = (
            FixedWindowRateLimiter(RedisStorage(f"async+{url}", implementation="redispy")) if url else self._here
        )
        self._silent_until = 0.0

    async def hit(self, client: str) -> dict[str, str]:
        """Counts a request and returns the headers that say what is left. Raises `Problem` when nothing is."""
        if not self.per_minute:
            return {}
        limiter = self._shared if time.monotonic() >= self._silent_until else self._here
        try:
            allowed, reset_at, left = await self._count(limiter, client)
        except (RedisError, StorageError, OSError):
            # A limit that is counted in process for a while beats an API that is down with Redis.
            structlog.get_logger("api").warning("Redis does not answer; counting requests in process")
            self._silent_until = time.monotonic() + 10
            allowed, reset_at, left = await self._count(self._here, client)
        seconds = max(0, math.ceil(reset_at - time.time()))
        headers = {
            "RateLimit-Policy": f'"default";q={self.per_minute};w=60',
            "RateLimit": f'"default";r={left};t={seconds}',
        }
        if not allowed:
            raise Problem(
                "too-many-requests",
                f"{self.per_minute} requests a minute are allowed; wait {seconds} s.",
                headers={**headers, "Retry-After": str(max(1, seconds))},
            )
        return headers

    async def _count(self, limiter: FixedWindowRateLimiter, client: str) -> tuple[bool, float, int]:
        """Whether the request is within the rate, when the window ends (Unix time), and what is left of it."""
        allowed = await limiter.hit(self._item, client)
        return allowed, *await limiter.get_window_stats(self._item, client)
