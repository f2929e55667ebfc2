"""RSS and Atom feeds, one partition a feed, asked for conditionally (RFC 9110 §13).

A document is read in a process of its own, see `parser`. A raw record is an entry with everything that feedparser
finds in it; its partition names the feed, its endpoint the document, its source id the article.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Any

from pydantic import Field

from crypto_pipeline.catalog import NEWS
from crypto_pipeline.records import Rejected
from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import Cron
from crypto_pipeline.settings.values import checked, parse_feeds
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched, Request, Source, Stream, each
from crypto_pipeline.sources.errors import ErrorGuide, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.partitions import Named
from crypto_pipeline.sources.rss.articles import key_of, names_of, published_at, read
from crypto_pipeline.sources.rss.documents import NAME, entries_of

ERRORS = ErrorGuide(NAME, key="the feed's URL in RSS_FEEDS", pace="the frequency in RSS_CRON")
ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1"
# Real ones have a tenth of this
MAX_BYTES = 4_000_000
_VALIDATOR = re.compile(r"[\x20-\x7e]{1,1000}")


class RssSettings(ProviderSettings):
    """The feeds' variables."""

    live_addresses = ("RSS_FEEDS",)

    rss_feeds: Annotated[str, checked(parse_feeds)] = Field(
        "coindesk=https://www.coindesk.com/arc/outboundfeeds/rss/,cointelegraph=https://cointelegraph.com/rss,"
        "decrypt=https://decrypt.co/feed,theblock=https://www.theblock.co/rss.xml,"
        "bitcoinmagazine=https://bitcoinmagazine.com/feed",
        description="Feeds as NAME=URL, separated by commas; `none` for no feed",
        examples=["coindesk=https://www.coindesk.com/arc/outboundfeeds/rss/"],
    )
    rss_cron: Cron = Field("*/15 * * * *", description="When to read the feeds (UTC)", examples=["*/15 * * * *"])

    @property
    def feeds(self) -> dict[str, str]:
        """Feed name to URL."""
        return parse_feeds(self.rss_feeds)


def fetch(request: Request, feed: str) -> Iterator[Fetched]:
    """The entries that a feed has now; nothing when it answers 304. Raises `SourceError`."""
    settings, feeds = request.settings, request.settings.part(RssSettings).feeds
    url = feeds.get(feed)
    if url is None:
        raise SourceError(NAME, Fault.NOT_FOUND, f"no feed is named {feed!r}", f"RSS_FEEDS names: {', '.join(feeds)}")

    def parse(response: Response) -> tuple[Response, list[dict[str, Any]], list[Rejected]]:
        return response, *(([], []) if response.status == 304 else entries_of(response))

    with Client(ERRORS, url, settings, request.acquire, max_bytes=min(MAX_BYTES, settings.http_max_bytes)) as client:
        headers = conditions(request, feed, url)
        response, entries, refused = client.get("", parse=parse, headers=headers, accept=ACCEPT)
    request.progress(f"{feed}: " + ("not modified" if response.status == 304 else f"{len(entries)} entries"))
    batch = batch_of(
        [json.dumps(entry, ensure_ascii=False, sort_keys=True).encode() for entry in entries],
        [key_of(feed, name) for name in names_of(entries)],
        [published_at(entry) for entry in entries],
        [shown(response.url)] * len(entries),
        [response.fetched_at] * len(entries),
    )
    if response.status == 304:
        yield Fetched(feed, batch, not_modified=True)
    else:
        yield Fetched(feed, batch, refused, state={f"validators/{feed}": _validators(url, response)})


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


def _validators(url: str, response: Response) -> str:
    kept = {"etag": response.headers.get("etag"), "last_modified": response.headers.get("last-modified")}
    return json.dumps({"url": _fingerprint(url), **kept})


def _fingerprint(url: str) -> str:
    """An address may hold a password: it is known by its hash."""
    return hashlib.sha256(url.encode()).hexdigest()


SOURCE = Source(
    name=NAME,
    title="RSS feeds",
    settings=RssSettings,
    errors=ERRORS,
    probes=lambda settings: {f"feed {name}": url for name, url in settings.part(RssSettings).feeds.items()},
    stand_in="crypto_pipeline.simulator.feeds:STAND_IN",
    streams=(
        Stream(
            name="feeds",
            product=NEWS,
            description="Articles from the news feeds in `RSS_FEEDS`.",
            fetch=each(fetch),
            read=read,
            stale_after=timedelta(hours=24),
            partitions=Named(lambda settings: list(settings.part(RssSettings).feeds)),
            cron="rss_cron",
            kinds=frozenset({"xml"}),
        ),
    ),
)
