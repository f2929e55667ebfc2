"""RSS and Atom feeds, one partition a feed, asked for conditionally (RFC 9110 §13).

feedparser gets bytes, never a string: it would open paths and URLs by itself.
"""

from __future__ import annotations

import calendar
import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import feedparser
import msgspec

from crypto_pipeline.sources.base import Columns, Fetched, Request, Source, batch_of, decode_columns
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown

NAME = "rss"
ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1"
# feedparser 6.0.14 takes an empty one of these over a full <description>: without them it does not.
_EMPTY_TEXT = re.compile(rb"<(content:encoded|dc:description)(?:\s[^>]*)?(?:/>|>\s*(?:<!\[CDATA\[\s*\]\]>)?\s*</\1>)")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid", re.I)


class Entry(msgspec.Struct):
    """A payload: one entry of a feed as feedparser reads it, times in ISO 8601."""

    feed: Any = None
    guid: Any = None
    link: Any = None
    title: Any = None
    summary: Any = None
    author: Any = None
    tags: Any = None
    published_at: Any = None


def fetch(request: Request) -> Fetched:
    """The entries that a feed has now; nothing when it answers 304. Raises `SourceError`."""
    feed, settings = request.partition, request.settings
    url = settings.feeds.get(feed)
    if url is None:
        raise SourceError(
            NAME,
            Fault.NOT_FOUND,
            f"no feed is named {feed!r}",
            f"RSS_FEEDS names: {', '.join(settings.feeds)}",
        )
    etag, last_modified = request.validators
    conditional = {"If-None-Match": etag, "If-Modified-Since": last_modified}

    def parse(response: Response) -> tuple[Response, list[dict[str, Any]]]:
        return response, [] if response.status == 304 else _entries(feed, shown(url), response)

    with Client(NAME, url, settings, request.acquire) as client:
        headers = {name: value for name, value in conditional.items() if value}
        response, entries = client.get("", parse=parse, headers=headers, accept=ACCEPT)
    request.progress(f"{feed}: " + ("not modified" if response.status == 304 else f"{len(entries)} entries"))
    payloads = [
        json.dumps(entry, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass") for entry in entries
    ]
    batch = batch_of(
        payloads,
        [f"{feed}:{entry['guid']}" if entry["guid"] else None for entry in entries],
        [entry["published_at"] for entry in entries],
        [feed] * len(entries),
        [response.fetched_at] * len(entries),
    )
    if response.status == 304:
        return Fetched(batch, not_modified=True)
    return Fetched(batch, validators=(response.headers.get("etag"), response.headers.get("last-modified")))


def read(payloads: Sequence[bytes]) -> Columns:
    """Payloads as the columns of an article, values as they came; `url` without tracking parameters."""
    columns = decode_columns(payloads, Entry, {name: name for name in Entry.__struct_fields__})
    columns["url"] = [clean_link(link) for link in columns.pop("link")]
    columns["id"] = [article_id(feed, guid) for feed, guid in zip(columns["feed"], columns["guid"], strict=True)]
    return columns


def article_id(feed: Any, guid: Any) -> str | None:
    """A short, stable id for the article that a feed names by this guid; None without a guid."""
    return hashlib.sha256(f"{feed}\n{guid}".encode()).hexdigest()[:16] if guid else None


def clean_link(link: Any) -> Any:
    """A link without tracking parameters and surrounding blanks."""
    if not isinstance(link, str):
        return link
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return link
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    return urlunsplit(parts._replace(query=urlencode(query))) if parts.query else link.strip()


def _entries(feed: str, url: str, response: Response) -> list[dict[str, Any]]:
    body = _EMPTY_TEXT.sub(b"", response.body)
    entries: list[dict[str, Any]] = []
    understood = False
    # CoinDesk has sent two documents in one answer
    for document in filter(bytes.strip, re.split(rb"(?=<\?xml\s)", body)):
        parsed = feedparser.parse(document, response_headers={"content-type": response.headers.get("content-type", "")})
        understood = understood or bool(parsed.version)
        entries += [_entry(feed, entry) for entry in parsed.entries]
    if not understood:
        cut = bytes(body).lstrip()[:200].lower()
        looks_like_feed = b"<rss" in cut or b"<feed" in cut or b"<?xml" in cut
        raise SourceError(
            NAME, Fault.CUT_OFF if looks_like_feed else Fault.UNEXPECTED,
            f"{url} sent no feed but {body[:80].decode(errors='replace')!r}",
            "Check the feed's URL; the next run tries again",
        )  # fmt: skip
    if not _complete(body):
        raise SourceError(
            NAME, Fault.CUT_OFF, f"{url}: the feed ends early", "Nothing was stored; the next run tries again"
        )
    return entries


def _complete(body: bytes) -> bool:
    return re.search(rb"</(\w+:)?(rss|feed|rdf)\s*>", body[-2000:], re.I) is not None


def _entry(feed: str, entry: Any) -> dict[str, Any]:
    published = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "feed": feed,
        "guid": entry.get("id") or entry.get("link"),
        "link": entry.get("link"),
        "title": entry.get("title"),
        "summary": entry.get("summary"),
        "author": entry.get("author"),
        "tags": [tag["term"] for tag in entry.get("tags", []) if tag.get("term")],
        "published": entry.get("published") or entry.get("updated"),
        "published_at": datetime.fromtimestamp(calendar.timegm(published), UTC).isoformat() if published else None,
    }


SOURCE = Source(
    name=NAME,
    title="RSS feeds",
    description="Articles from the news feeds in `RSS_FEEDS`.",
    kind="news",
    partitions="feeds",
    fetch=fetch,
    read=read,
    stale_after=timedelta(hours=24),
    cron=lambda settings: settings.rss_cron,
    kinds=frozenset({"xml"}),
)
