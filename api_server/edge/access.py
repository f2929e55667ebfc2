"""Who may ask, and how often: read keys, the token that starts loads, and the rate of each client."""

from __future__ import annotations

import hashlib
import hmac
import math
import time
from functools import lru_cache

import structlog
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from limits.errors import StorageError
from redis.exceptions import RedisError

from api_server.contract.problems import Problem
from crypto_pipeline.settings import Settings
from crypto_pipeline.settings.values import digest_of


class Keys:
    """The read keys: only their hashes are kept."""

    def __init__(self, settings: Settings) -> None:
        self._names = {digest: name for name, digest in settings.read_keys.items()}
        token = settings.etl_token
        self._token = digest_of(token.get_secret_value()) if token else None

    @property
    def needed(self) -> bool:
        """Whether reading needs a key."""
        return bool(self._names)

    def reader(self, key: str) -> str | None:
        """The name of the key's owner. Looked up by hash, so that time tells nothing about the key."""
        return self._names.get(hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest())

    def require_token(self, given: str | None) -> None:
        """Raises `Problem` unless this is the token that may start loads."""
        if self._token is None:
            raise Problem(
                "closed", "Set ETL_TOKEN, restart the API, and send the token: ETL_TOKEN=... crypto-platform up."
            )
        sent = hashlib.sha256((given or "").encode("utf-8", "surrogateescape")).digest()
        if given is None or not hmac.compare_digest(sent, self._token):
            raise Problem(
                "unauthorized",
                "Send the token as Authorization: Bearer TOKEN or X-Scheduler-Token: TOKEN.",
                headers={"WWW-Authenticate": "Bearer"},
            )


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
