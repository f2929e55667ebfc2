"""The keys that the database has, as the API looks them up."""

from __future__ import annotations

from typing import NamedTuple

STATEMENT = b"select digest, name, scope, revoked_at is null, extract(epoch from expires_at)::float8 from access_keys"


class StoredKey(NamedTuple):
    """One row of `access_keys`."""

    digest: bytes
    name: str
    scope: str
    stands: bool  # it was not revoked
    expires: float | None  # Unix time

    def is_valid(self, now: float) -> bool:
        """Whether it opens anything."""
        return self.stands and (self.expires is None or now < self.expires)
