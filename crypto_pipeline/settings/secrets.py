"""Secrets that must not be shown or stored: those of the settings, struck out wherever text leaves."""

from __future__ import annotations

import base64
import html
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

from pydantic import SecretStr

from crypto_pipeline.settings.values import named_secrets

if TYPE_CHECKING:
    from crypto_pipeline.settings import Settings

STRUCK = "***"
# Shorter ones stand in many words
SHORTEST = 4
# and of a secret that was cut, fewer letters than these tell nothing
LEAST_OF_CUT = 6
LISTS = ("api_read_keys", "dagster_users")
URLS = ("database_url", "redis_url")
# What a parameter is called whose value nobody else may see
SECRET_NAME = re.compile("key|token|secret|passw|auth|sig", re.I)
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
        f"{name}={STRUCK}" if SECRET_NAME.search(name) else f"{name}={quote(value)}"
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
    )
    return parts._replace(netloc=host, query=query).geturl()


@lru_cache(maxsize=8)
def _pattern(settings: Settings) -> re.Pattern[str] | None:
    found: set[str] = set()
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            found |= _parts_of(name, value.get_secret_value())
        elif isinstance(value, str):
            for url in _URL.findall(value):
                found |= _secrets_in(url)
    forms = {form for secret in found if len(secret) >= SHORTEST for form in _forms_of(secret)}
    # a text may have been cut within a secret
    cut = {form[:length] for form in forms for length in range(LEAST_OF_CUT, len(form))}
    whole = [re.escape(form) for form in sorted(forms, key=len, reverse=True)]
    begun = [rf"{re.escape(form)}(?=$|['\"…])" for form in sorted(cut, key=len, reverse=True)]
    return re.compile("|".join([*whole, *begun]), re.I) if whole else None


def _forms_of(secret: str) -> set[str]:
    """A secret as it is, and as it is written in URLs, in HTML, in JSON, and in Basic authentication."""
    encoded = {base64.b64encode(text.encode("utf-8", "surrogateescape")).decode() for text in (secret, f":{secret}")}
    return {
        secret, quote(secret, safe=""), quote_plus(secret, safe=""), html.escape(secret), json.dumps(secret)[1:-1],
        repr(secret)[1:-1], *encoded,
    }  # fmt: skip


def _parts_of(name: str, secret: str) -> set[str]:
    """A secret setting is the secret, a list of names with secrets, or a URL with a password in it."""
    if name in LISTS:
        return {secret, *(item.strip() for _, item in named_secrets(secret))}
    return _secrets_in(secret) if name in URLS else {secret}


def _secrets_in(url: str) -> set[str]:
    try:
        parts = urlsplit(url)
        query = {value for name, value in parse_qsl(parts.query) if SECRET_NAME.search(name)}
        return {unquote(parts.password or ""), parts.password or "", *query} - {""}
    except ValueError:
        return set()
