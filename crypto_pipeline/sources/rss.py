"""RSS and Atom feeds, one partition a feed, asked for conditionally (RFC 9110 §13).

A document is read in a process of its own, see `feed_reader`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from email.message import Message
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec

from crypto_pipeline.records import Rejected
from crypto_pipeline.sources import feed_reader
from crypto_pipeline.sources.base import Fetched, Request, Source, batch_of
from crypto_pipeline.sources.dates import read_date
from crypto_pipeline.sources.errors import LATER, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, decode_columns

NAME = "rss"
ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1"
# Real ones have a tenth of this
MAX_BYTES = 4_000_000
# The reader is ended by its own limit on the processor's time; this is for a machine that stands still
READER_SECONDS = 60
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid)(?:=.*)?", re.I | re.S)
_VALIDATOR = re.compile(r"[\x20-\x7e]{1,1000}")


class Entry(msgspec.Struct):
    """A payload: one entry of a feed as feedparser reads it. `published_at` is in ISO 8601, `published` as it came;
    `distinct` tells apart entries of one document that have the same guid.
    """

    feed: Any = None
    guid: Any = None
    distinct: Any = None
    link: Any = None
    title: Any = None
    summary: Any = None
    author: Any = None
    tags: Any = None
    published: Any = None
    published_at: Any = None


def fetch(request: Request) -> Iterator[Fetched]:
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

    def parse(response: Response) -> tuple[Response, list[dict[str, Any]], list[Rejected]]:
        return response, *(([], []) if response.status == 304 else _entries(feed, response))

    with Client(NAME, url, settings, request.acquire, max_bytes=min(MAX_BYTES, settings.http_max_bytes)) as client:
        headers = conditions(request, feed, url)
        response, entries, refused = client.get("", parse=parse, headers=headers, accept=ACCEPT)
    request.progress(f"{feed}: " + ("not modified" if response.status == 304 else f"{len(entries)} entries"))
    payloads = [json.dumps(entry, ensure_ascii=False, sort_keys=True).encode() for entry in entries]
    batch = batch_of(
        payloads,
        [f"{feed}:{name}" if (name := name_of(entry["guid"], entry["distinct"])) else None for entry in entries],
        [entry["published_at"] for entry in entries],
        [feed] * len(entries),
        [response.fetched_at] * len(entries),
    )
    if response.status == 304:
        yield Fetched(batch, not_modified=True)
    else:
        yield Fetched(batch, refused, state={f"validators/{feed}": _validators(url, response)})


def conditions(request: Request, feed: str, url: str) -> dict[str, str]:
    """The headers that ask for news only. What cannot be sent, or is another address's, is left out."""
    text, _ = request.state.get(f"validators/{feed}", ("{}", None))
    try:
        kept = json.loads(text)
    except ValueError:
        kept = {}
    if not isinstance(kept, dict) or kept.get("url") != _fingerprint(url):
        return {}
    named = {"If-None-Match": kept.get("etag"), "If-Modified-Since": kept.get("last_modified")}
    return {name: value for name, value in named.items() if isinstance(value, str) and _VALIDATOR.fullmatch(value)}


def read(payloads: Sequence[bytes]) -> Columns:
    """Payloads as the columns of an article, values as they came; `url` without tracking parameters.

    A date that could not be read stays as it came, and is refused by the contract; where there is none, the article
    has none.
    """
    columns = decode_columns(payloads, Entry, {name: name for name in Entry.__struct_fields__})
    columns["url"] = [clean_link(link) for link in columns.pop("link")]
    distinct = columns.pop("distinct")
    columns["guid"] = [name_of(guid, part) or guid for guid, part in zip(columns["guid"], distinct, strict=True)]
    columns["id"] = [article_id(feed, guid) for feed, guid in zip(columns["feed"], columns["guid"], strict=True)]
    came = columns.pop("published")
    columns["published_at"] = [at or text for at, text in zip(columns["published_at"], came, strict=True)]
    return columns


def name_of(guid: Any, distinct: Any) -> str | None:
    """What an article is known by within its feed; None for one without a guid."""
    if not isinstance(guid, str) or not guid:
        return None
    return f"{guid}#{distinct}" if distinct else guid


def article_id(feed: Any, guid: Any) -> str | None:
    """A short, stable id for the article that a feed names so; None without a name."""
    return hashlib.sha256(f"{feed}\n{guid}".encode("utf-8", "replace")).hexdigest()[:16] if guid else None


def clean_link(link: Any) -> Any:
    """A link without tracking parameters and surrounding blanks; all else keeps its bytes."""
    if not isinstance(link, str):
        return link
    link = link.strip()
    address, mark, rest = link.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    if not mark:
        return link
    kept = "&".join(pair for pair in query.split("&") if not _TRACKING.fullmatch(pair))
    return f"{address}?{kept}{hash_mark}{fragment}" if kept else f"{address}{hash_mark}{fragment}"


def _entries(feed: str, response: Response) -> tuple[list[dict[str, Any]], list[Rejected]]:
    found = _read_document(response)
    url = shown(response.url)
    if found["fault"] == "entities":
        raise SourceError(NAME, Fault.UNEXPECTED, f"{url} declares entities of its own", "Such feeds are not read")
    if found["fault"] == "cut off":
        raise SourceError(NAME, Fault.CUT_OFF, f"{url}: the feed ends early", LATER)
    if found["fault"]:
        raise SourceError(
            NAME, Fault.UNEXPECTED, f"{url} sent no feed but {response.body[:80].decode(errors='replace')!r}",
            "Check the feed's URL; the next run tries again",
        )  # fmt: skip
    base = str(httpx.URL(response.url).copy_with(userinfo=b""))
    entries = [_entry(feed, base, entry) for entry in found["entries"]]
    _tell_apart(entries)
    return entries, [
        Rejected(text.encode("utf-8", "replace"), (reason,), origin=feed) for text, reason in found["refused"]
    ]


def _read_document(response: Response) -> dict[str, Any]:
    """What the reader's process makes of it. Raises `SourceError` when the process is ended by its limits, or fails."""
    message = Message()
    message["content-type"] = response.headers.get("content-type", "")
    charset = message.get_content_charset()
    head = json.dumps({"charset": charset}).encode() + b"\n"
    reader = [sys.executable, "-I", feed_reader.__file__]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            reader, input=head + response.body, capture_output=True, timeout=READER_SECONDS, check=False
        )
        if done.returncode > 0 and b"MemoryError" not in done.stderr:
            said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise SourceError(
                NAME, Fault.UNEXPECTED, f"{shown(response.url)}: the feed cannot be read ({''.join(said)[:200]})",
                "Please report it, with the feed",
            )  # fmt: skip
        found = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise SourceError(
            NAME, Fault.UNEXPECTED,
            f"{shown(response.url)}: reading it takes more than {feed_reader.CPU_SECONDS} s or "
            f"{feed_reader.MEMORY_BYTES / 1e6:.0f} MB",
            "No real feed does; check the feed's URL",
        ) from None  # fmt: skip
    return dict(found)


def _entry(feed: str, url: str, entry: dict[str, Any]) -> dict[str, Any]:
    entry = {name: _whole_text(value) for name, value in entry.items()}
    link = entry["link"]
    if isinstance(link, str):
        with contextlib.suppress(ValueError):
            link = link.strip() if urlsplit(link.strip()).scheme else urljoin(url, link.strip())
    published = entry["published"]
    moment = read_date(published) if isinstance(published, str) else None
    return {
        **entry,
        "feed": feed,
        "guid": entry["guid"] or link,
        "distinct": None,
        "link": link,
        "published_at": moment.isoformat() if moment else None,
    }


def _tell_apart(entries: list[dict[str, Any]]) -> None:
    """Of several entries with one guid all but the last, which in feeds is the oldest, get something of their own.

    The very same entry twice stays the same: it is found unchanged.
    """
    kept: dict[Any, str] = {}  # the content that has the guid as it is
    for entry in reversed(entries):
        content = json.dumps(entry, sort_keys=True)
        if entry["guid"] and kept.setdefault(entry["guid"], content) != content:
            own = f"{entry['link']}\n{entry['title']}\n{'' if entry['title'] else entry['summary']}"
            entry["distinct"] = hashlib.sha256(own.encode("utf-8", "replace")).hexdigest()[:8]


def _whole_text(value: Any) -> Any:
    """Text that is Unicode: a numeric reference can name half a character."""
    if isinstance(value, list):
        return [_whole_text(item) for item in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _validators(url: str, response: Response) -> str:
    kept = {"etag": response.headers.get("etag"), "last_modified": response.headers.get("last-modified")}
    return json.dumps({"url": _fingerprint(url), **kept})


def _fingerprint(url: str) -> str:
    """An address may hold a password: it is known by its hash."""
    return hashlib.sha256(url.encode()).hexdigest()


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
