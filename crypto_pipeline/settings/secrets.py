"""Secrets that must not be shown or stored: those of the settings, struck out wherever text leaves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from pydantic import SecretStr

if TYPE_CHECKING:
    from crypto_pipeline.settings import Settings

STRUCK = "***"
# Shorter ones stand in many words
SHORTEST = 4
_NAME = re.compile("key|token|secret|passw|auth|sig", re.I)
_URL = re.compile(r"[a-z][a-z0-9+.-]*://[^\s,'\"]+", re.I)


def redact(text: str, settings: Settings) -> str:
    """The text with *** for each secret of the settings, as it is or as it is written in a URL."""
    pattern = _pattern(settings)
    return pattern.sub(STRUCK, text) if pattern else text


def shown_url(url: str) -> str:
    """An address without its user, password and the values of secret parameters."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return STRUCK
    query = "&".join(
        f"{name}={STRUCK}" if _NAME.search(name) else f"{name}={quote(value)}"
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
    )
    return parts._replace(netloc=host, query=query).geturl()


@lru_cache(maxsize=8)
def _pattern(settings: Settings) -> re.Pattern[str] | None:
    found: set[str] = set()
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            found |= _parts_of(value.get_secret_value())
        elif isinstance(value, str):
            for url in _URL.findall(value):
                found |= _secrets_in(url)
    known = {form for secret in found if len(secret) >= SHORTEST for form in (secret, quote(secret, safe=""))}
    return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True)))) if known else None


def _parts_of(secret: str) -> set[str]:
    """A secret setting is the secret, a URL with a password in it, or a list of names with secrets."""
    if "://" in secret:
        return _secrets_in(secret)
    if "=" in secret:
        return {item.partition("=")[2].strip() for item in secret.split(",")}
    return {secret}


def _secrets_in(url: str) -> set[str]:
    try:
        parts = urlsplit(url)
        query = {value for name, value in parse_qsl(parts.query) if _NAME.search(name)}
        return {unquote(parts.password or ""), parts.password or "", *query} - {""}
    except ValueError:
        return set()
