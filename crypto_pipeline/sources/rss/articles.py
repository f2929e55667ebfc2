"""Entries as articles: what each is called, when it was published, where it is."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from crypto_pipeline.records import RawRecord
from crypto_pipeline.sources.json_records import Columns, decode_columns
from crypto_pipeline.sources.rss.dates import read_date

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid)(?:=.*)?", re.I | re.S)
_DATES = ("published", "updated", "created")
COLUMNS = ("id", "feed", "guid", "url", "title", "summary", "author", "tags", "published_at")


class Entry(msgspec.Struct):
    """A payload, as far as it becomes an article. Until schema 0005 it had `guid`, `distinct` and `published_at` of
    our own making, and `tags` were texts.
    """

    id: Any = None
    link: Any = None
    title: Any = None
    summary: Any = None
    author: Any = None
    tags: Any = None
    published: Any = None
    updated: Any = None
    created: Any = None
    guid: Any = None
    distinct: Any = None


def read(records: Sequence[RawRecord]) -> Columns:
    """Records as the columns of an article, values as they came; `url` is whole, without tracking parameters.

    A date that could not be read stays as it came, and is refused by the contract; where there is none, the article
    has none.
    """
    fields = {name: name for name in Entry.__struct_fields__}
    found = decode_columns([record.payload for record in records], Entry, fields)
    columns: Columns = {name: [] for name in COLUMNS}
    for record, *values in zip(records, *found.values(), strict=True):
        entry = dict(zip(fields, values, strict=True))
        link = _whole_link(entry["link"], record.endpoint)
        guid = _guid(record, entry, link)
        given = _date_of(entry)
        article = (
            article_id(record.partition, guid), record.partition, guid, clean_link(link), entry["title"],
            entry["summary"], entry["author"], _tags(entry["tags"]), published_at(entry) or given,
        )  # fmt: skip
        for column, value in zip(columns.values(), article, strict=True):
            column.append(value)
    return columns


def names_of(entries: Sequence[dict[str, Any]]) -> list[str | None]:
    """What each entry of a document is known by within its feed: its guid, or its link; None for one that has neither.

    Of several with one guid all but the last, which in feeds is the oldest, get something of their own behind it. The
    very same entry twice has the same name: it is found unchanged.
    """
    names: list[str | None] = []
    kept: dict[str, str] = {}  # the content that has the guid as it is
    for entry in reversed(entries):
        guid, content = entry.get("id") or entry.get("link"), json.dumps(entry, sort_keys=True)
        name = guid if isinstance(guid, str) and guid else None
        if name is not None and kept.setdefault(name, content) != content:
            title, summary = entry.get("title"), entry.get("summary")
            own = f"{entry.get('link')}\n{title}\n{'' if title else summary}"
            name += f"#{hashlib.sha256(own.encode('utf-8', 'replace')).hexdigest()[:8]}"
        names.append(name)
    return names[::-1]


def key_of(feed: str, name: str | None) -> str | None:
    """The source id of what a feed names so."""
    return f"{feed}:{name}" if name else None


def published_at(entry: dict[str, Any]) -> str | None:
    """When an entry was published, in ISO 8601; None where it does not say so for sure."""
    given = _date_of(entry)
    moment = read_date(given) if isinstance(given, str) else None
    return moment.isoformat() if moment else None


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


def _date_of(entry: dict[str, Any]) -> Any:
    return next((entry.get(name) for name in _DATES if entry.get(name)), None)


def _guid(record: RawRecord, entry: dict[str, Any], link: Any) -> Any:
    if record.source_id:
        return record.source_id.removeprefix(f"{record.partition}:")
    return entry["id"] or entry["guid"] or link


def _whole_link(link: Any, document: str) -> Any:
    """A link that is relative to the document, as a whole one."""
    if not isinstance(link, str):
        return link
    with contextlib.suppress(ValueError):
        return link.strip() if urlsplit(link.strip()).scheme else urljoin(document, link.strip())
    return link


def _tags(tags: Any) -> list[str]:
    if not isinstance(tags, list):
        return []
    terms = [tag.get("term") if isinstance(tag, dict) else tag for tag in tags]
    return [term for term in terms if isinstance(term, str) and term]
