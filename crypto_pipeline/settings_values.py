"""What makes a setting's value usable. Each raises ValueError with what is wrong, to follow the variable's name."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError


def check_cron(value: str) -> None:
    """A cron line of five fields, each within its bounds."""
    bounds = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
    fields = value.split()
    if len(fields) != len(bounds):
        raise ValueError("is not a cron line of five fields")
    for text, (least, most) in zip(fields, bounds, strict=True):
        numbers = map(int, re.findall(r"\d+", text.partition("/")[0]))
        if not re.fullmatch(r"[\d*/,A-Za-z-]+", text) or not all(least <= n <= most for n in numbers):
            raise ValueError(f"has the field {text!r}, which is not within {least} to {most}")


def check_postgres_url(value: str) -> None:
    """A PostgreSQL URL whose parts can be told apart."""
    if not re.match(r"postgres(ql)?(\+\w+)?://", value):
        raise ValueError("is not a postgresql:// URL")
    try:
        host = make_url(value).host or ""
    except (ArgumentError, ValueError):
        raise ValueError("cannot be read as a URL: is the port a number?") from None
    if "@" in host:
        raise ValueError("has an @ too many: write @ in a password as %40, / as %2F, : as %3A")


def parse_feeds(text: str) -> dict[str, str]:
    """`NAME=URL,…` as a mapping; a bare URL is named after its host. Raises ValueError."""
    feeds: dict[str, str] = {}
    if text.strip().lower() == "none":
        return feeds
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, _, url = item.partition("=") if re.match(r"[\w-]+=", item) else ("", "", item)
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"has an item ({name or 'without a name'}) that is not NAME=http(s)://…")
        name = name or re.sub(r"^www\.", "", parts.hostname)
        if name in feeds:
            raise ValueError(f"names the feed {name!r} twice")
        feeds[name] = url
    return feeds
