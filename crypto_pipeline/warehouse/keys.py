"""Keys that read the API and tokens that start loads, given out by the platform: what is stored is their SHA-256.

Each process of the API is told of every change (a trigger's `NOTIFY`), so that none needs a restart.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline.records import SaidError
from crypto_pipeline.settings.values import digest_of
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.tables.operations import READ

# What a key begins with: whoever finds one in a log knows what it opens, and a scanner for secrets finds it
PREFIX = "cpk_"
RANDOM_BYTES = 32
LONGEST_NAME = 60


class KeyNameError(SaidError):
    """No key can have this name, or none has it. The message says why."""


@dataclass(frozen=True)
class AccessKey:
    """A key as it is known: all but the key itself. Times are UTC."""

    name: str
    scope: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    @property
    def state(self) -> str:
        """valid, expired or revoked."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= datetime.now(UTC) else "valid"


def add_key(url: URL, name: str, scope: str, expires_at: datetime | None) -> str:
    """Makes a key and returns it: nobody can show it again. Raises `KeyNameError` when the name is taken."""
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or name.strip() != name:
        raise KeyNameError(f"a name has 1 to {LONGEST_NAME} characters that can be printed")
    key = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
    with connect(url) as connection:
        try:
            connection.execute(
                "insert into access_keys (name, scope, digest, created_at, expires_at) values (%s, %s, %s, now(), %s)",
                (name, scope, digest_of(key, hashed=False), expires_at),
            )
        except psycopg.errors.UniqueViolation:
            raise KeyNameError(f"there is a key {name!r} already: revoke it first, or choose another name") from None
    return key


def list_keys(url: URL) -> list[AccessKey]:
    """All keys that there ever were, oldest first."""
    with connect(url) as connection:
        rows = connection.execute(
            "select name, scope, created_at, expires_at, revoked_at from access_keys order by id"
        ).fetchall()
    return [AccessKey(*row) for row in rows]


def revoke_key(url: URL, name: str) -> None:
    """From now on the key opens nothing. Raises `KeyNameError` when there is none of this name that does."""
    statement = "update access_keys set revoked_at = now() where name = %s and revoked_at is null"
    with connect(url) as connection:
        if not connection.execute(statement, (name,)).rowcount:
            raise KeyNameError(f"there is no key {name!r} that opens anything: `keys list` lists them")


def open_reading(url: URL) -> int:
    """Forgets the reading keys, after which everybody may read again; returns how many there were.

    Raises `KeyNameError` while one of them is valid.
    """
    valid = [key.name for key in list_keys(url) if key.scope == READ and key.state == "valid"]
    if valid:
        raise KeyNameError(f"there are keys that read ({', '.join(valid)}): revoke them first")
    with connect(url) as connection:
        return connection.execute("delete from access_keys where scope = %s", (READ,)).rowcount
