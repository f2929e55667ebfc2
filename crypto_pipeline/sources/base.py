"""What a source is. A module beside this one describes each; `crypto_pipeline.sources` registers them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal

import msgspec
import pandas as pd

from crypto_pipeline.records import RawBatch, Rejected
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.http import Response

# Column name to values, as they came: whatever JSON has
Columns = dict[str, list[Any]]

MAX_ID = 500
STORABLE_TIMES = (datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))

# A snapshot that waited in a queue over midnight still belongs to the day it was asked for.
MIDNIGHT_GRACE = timedelta(hours=1)


@dataclass(frozen=True)
class Request:
    """What a source is asked for: one partition, with what it needs to get it.

    `acquire` asks for leave before each call; `progress` takes a line for people; `file` says where a CSV
    partition was last seen; `validators` are a feed's ETag and Last-Modified.
    """

    settings: Settings
    partition: str
    acquire: Callable[[], None] = lambda: None
    progress: Callable[[str], None] = lambda _: None
    file: Path | None = None
    validators: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True)
class Fetched:
    """What a source delivered. `not_modified`: the upstream says nothing changed since last time."""

    batch: RawBatch
    rejected: Sequence[Rejected] = ()
    validators: tuple[str | None, str | None] | None = None
    not_modified: bool = False


@dataclass(frozen=True)
class Limits:
    """Calls that an upstream allows; `per_month` 0 means unlimited."""

    per_minute: int
    per_month: int


@dataclass(frozen=True)
class Source:
    """One upstream: how to fetch a partition of it, and how its payloads become rows.

    Raw table, assets, job, schedule or sensor, checks and metrics follow from this description.
    `read` turns payloads into the contract's columns, values as they came. `partitions`: one a UTC
    day, one a file content, or one a feed. `stale_after` is when the freshness check warns.
    """

    name: str
    title: str
    description: str
    kind: Literal["quotes", "news"]
    partitions: Literal["daily", "files", "feeds"]
    fetch: Callable[[Request], Fetched]
    read: Callable[[Sequence[bytes]], Columns]
    stale_after: timedelta
    cron: Callable[[Settings], str] | None = None
    limits: Callable[[Settings], Limits] | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)


def require_today(source: str, partition: str) -> None:
    """A snapshot answers for now only. Raises the final `SourceError` for any other day."""
    now = datetime.now(UTC)
    if partition not in {f"{now:%Y-%m-%d}", f"{now - MIDNIGHT_GRACE:%Y-%m-%d}"}:
        raise SourceError(
            source, Fault.NO_HISTORY, f"{partition} is not today, and this source gives a snapshot of now",
            f"Materialise today's partition ({now:%Y-%m-%d}); past days cannot be loaded from it yet",
        )  # fmt: skip


def split_records(source: str, url: str, response: Response) -> list[bytes]:
    """The elements of a JSON array, each as its own bytes, undecoded. Raises `SourceError` for anything else."""
    body = response.body
    try:
        return [bytes(item) for item in msgspec.json.decode(body, type=list[msgspec.Raw])]
    except RecursionError:
        raise SourceError(
            source, Fault.UNEXPECTED, f"{url} sent JSON that is nested too deeply to be read",
            "The provider changed its answer, or the base URL is wrong",
        ) from None  # fmt: skip
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if (records := _lenient_records(body)) is not None:
            return records
        start = body.lstrip()[:1]
        if isinstance(error, msgspec.ValidationError):
            raise SourceError(
                source, Fault.UNEXPECTED, f"{url} sent no list but {body[:80].decode(errors='replace')!r}",
                "The provider changed its answer, or the base URL is wrong",
            ) from None  # fmt: skip
        if start == b"[":
            raise SourceError(
                source, Fault.CUT_OFF, f"{url}: {error}", "Nothing was stored; the next run tries again"
            ) from None
        raise SourceError(
            source, Fault.NOT_JSON,
            f"{url} sent {response.headers.get('content-type', 'no content type')}: "
            f"{body[:80].decode(errors='replace')!r}",
            "A proxy or a maintenance page answered; check the base URL if it goes on",
        ) from None  # fmt: skip


def _lenient_records(body: bytes) -> list[bytes] | None:
    """The elements of an array that is whole but has, say, a broken Unicode escape in one of them.

    Written anew, so that the one bad record can be quarantined and the others stored.
    """
    try:
        items = json.loads(body.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(items, list):
        return None
    return [json.dumps(item, separators=(",", ":")).encode() for item in items]


def batch_of(
    payloads: Sequence[bytes], ids: Sequence[Any], times: Sequence[Any], endpoints: Sequence[str],
    fetched_at: Sequence[datetime],
) -> RawBatch:  # fmt: skip
    """A batch from the ids and times as the payloads have them; what is no usable id or time becomes None."""
    return RawBatch(
        ids if _all_usable(ids) else [i if _usable_id(i) else None for i in ids],
        _moments(times),
        endpoints,
        fetched_at,
        payloads,
    )


def _moments(times: Sequence[Any]) -> list[datetime | None]:
    """The times that are ISO 8601 text, in UTC; None for all else, and for what PostgreSQL or pandas cannot hold."""
    first, last = STORABLE_TIMES
    try:
        moments: list[datetime | None] = msgspec.convert(times, list[datetime | None])
        if all(moment is None or (moment.tzinfo is UTC and first <= moment <= last) for moment in moments):
            return moments
    except (msgspec.ValidationError, OverflowError):
        pass
    texts = [time if isinstance(time, str) and time[:1].isdigit() else None for time in times]
    observed = pd.to_datetime(pd.Series(texts, dtype="object"), utc=True, format="ISO8601", errors="coerce")
    observed = observed.where(observed.between(first, last))
    return [None if t is pd.NaT else t for t in observed.dt.to_pydatetime()]


class _Key(msgspec.Struct, gc=False):
    id: Any = None
    last_updated: Any = None


def snapshot_batch(payloads: Sequence[bytes], endpoints: Sequence[str], fetched_at: Sequence[datetime]) -> RawBatch:
    """A batch of records that carry `id` and `last_updated`, as both APIs' do."""
    keys = decode_columns(payloads, _Key, {"ids": "id", "times": "last_updated"})
    return batch_of(payloads, **keys, endpoints=endpoints, fetched_at=fetched_at)


def _all_usable(values: Sequence[Any]) -> bool:
    """The same for all at once; False when in doubt."""
    try:
        text = "".join(values)
    except TypeError:
        return False
    return text.isascii() and "\0" not in text and all(values) and max(map(len, values), default=0) <= MAX_ID


def _usable_id(value: Any) -> bool:
    """Whether it can stand in an index; what cannot is refused by the contract later, with its reason."""
    return isinstance(value, str) and 0 < len(value) <= MAX_ID and "\0" not in value and _encodable(value)


def _encodable(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def decode_columns(payloads: Sequence[bytes], row: type, paths: Mapping[str, str]) -> Columns:
    """Columns of JSON payloads as they came, by path (`quotes.USD.price`); what is not there is None.

    `row` is a msgspec struct with a default for every field, which decodes only what is needed; a payload that
    does not have its shape (a record that is no object, say) is walked value by value instead.
    """
    try:
        # one by one: a payload fits the processor's cache, all of them joined do not (four times slower)
        rows: list[Any] = list(map(msgspec.json.Decoder(row).decode, payloads))
        return {name: list(map(attrgetter(path), rows)) for name, path in paths.items()}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        objects = [_decode(payload) for payload in payloads]
        return {name: [_walk(item, path.split(".")) for item in objects] for name, path in paths.items()}


def _decode(payload: bytes) -> Any:
    try:
        return json.loads(payload)
    except (ValueError, RecursionError):
        return None


def _walk(value: Any, path: Sequence[str]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
