"""The records of a JSON answer: cut out of it undecoded, within bounds, and read as columns."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

import msgspec

from crypto_pipeline.records import Rejected
from crypto_pipeline.sources.errors import LATER, ErrorGuide, Fault, SourceError
from crypto_pipeline.sources.http import Response
from crypto_pipeline.sources.provider_errors import explain_error_body

# Column name to values, as they came: whatever JSON has
Columns = dict[str, list[Any]]

# All coins there are, four times over
MAX_RECORDS = 100_000
# A comma may part two records: what has more of them cannot be cut up in a memory that is bounded
MAX_COMMAS = 4_000_000
MAX_RECORD_BYTES = 1_000_000
MAX_DEPTH = 100
LONGEST_INTEGER = 4_000
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.S)


def split_records(guide: ErrorGuide, url: str, response: Response, within: str = "") -> list[bytes]:
    """The elements of a JSON array, each as its own bytes, undecoded; `within` names the field that has it, where the
    answer is an object. Raises `SourceError` for anything else.
    """
    source, body = guide.source, _utf8(response.body)
    if (problem := explain_error_body(guide, url, body)) is not None:
        raise problem
    if body.count(b",") > MAX_COMMAS:
        raise _too_many(source, url)
    if within:
        body = _field(body, within) or body
    try:
        items = msgspec.json.decode(body, type=list[msgspec.Raw])
    except RecursionError:
        raise SourceError(
            source, Fault.UNEXPECTED, f"{url} sent JSON that is nested too deeply to be read",
            "The provider changed its answer, or the base URL is wrong",
        ) from None  # fmt: skip
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if (records := _lenient_records(body)) is None:
            raise _unreadable(source, url, response, body, error) from None
        if len(records) > MAX_RECORDS:
            raise _too_many(source, url) from None
        return records
    if len(items) > MAX_RECORDS:
        raise _too_many(source, url)
    return [bytes(item) for item in items]


def _field(body: bytes, name: str) -> bytes | None:
    try:
        return bytes(msgspec.json.decode(body, type=dict[str, msgspec.Raw])[name])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
        return None


def part_oversized(payloads: Sequence[bytes]) -> tuple[list[bool], list[Rejected]]:
    """Which records are of a size and depth that can be handled, and the refusals of the others."""
    kept, refused = [], []
    for payload in payloads:
        reason = _oversize(payload)
        kept.append(not reason)
        if reason:
            refused.append(Rejected(payload, (reason,)))
    return kept, refused


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


def _utf8(body: bytes) -> bytes:
    """The text in UTF-8: JSON between systems is that (RFC 8259 §8.1), but some send UTF-16, or a mark before it."""
    encoding = json.detect_encoding(body)
    if encoding == "utf-8":
        return body
    try:
        return body.decode(encoding).encode()
    except UnicodeError:
        return body


def _oversize(payload: bytes) -> str:
    if len(payload) > MAX_RECORD_BYTES:
        return f"the record has {len(payload):,} bytes; {MAX_RECORD_BYTES:,} are taken"
    if payload.count(b"[") + payload.count(b"{") > MAX_DEPTH and _depth(payload) > MAX_DEPTH:
        return f"the record is nested more than {MAX_DEPTH} deep"
    return ""


def _depth(payload: bytes) -> int:
    deepest = depth = 0
    for byte in _STRING.sub(b"", payload):
        if byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest


def _too_many(source: str, url: str) -> SourceError:
    return SourceError(
        source, Fault.TOO_LARGE, f"{url} sent more than {MAX_RECORDS:,} records, or as many values",
        "The provider changed its answer, or the base URL is wrong",
    )  # fmt: skip


def _unreadable(source: str, url: str, response: Response, body: bytes, error: Exception) -> SourceError:
    start = body[:80].decode(errors="replace")
    if isinstance(error, msgspec.ValidationError):
        return SourceError(
            source, Fault.UNEXPECTED, f"{url} sent no list but {start!r}",
            "The provider changed its answer, or the base URL is wrong",
        )  # fmt: skip
    if body.lstrip()[:1] == b"[":
        return SourceError(source, Fault.CUT_OFF, f"{url}: {error}", LATER)
    return SourceError(
        source, Fault.NOT_JSON,
        f"{url} sent {response.headers.get('content-type', 'no content type')}: {start!r}",
        "A proxy or a maintenance page answered; check the base URL if it goes on",
    )  # fmt: skip


def _lenient_records(body: bytes) -> list[bytes] | None:
    """The elements of an array that is whole but has, say, a broken Unicode escape in one of them.

    Written anew, so that the one bad record can be quarantined and the others stored.
    """
    try:
        # a raw control character within a text (RFC 8259 §7 wants it escaped) is read as itself
        items = json.loads(body.decode("utf-8", "surrogateescape"), strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(items, list):
        return None
    return [json.dumps(item, separators=(",", ":")).encode() for item in items]


def _decode(payload: bytes) -> Any:
    try:
        return json.loads(payload, parse_int=_integer)
    except (ValueError, RecursionError):
        return None


def _integer(digits: str) -> int | float:
    """A number of thousands of digits as a float: Python refuses to make an integer of it."""
    return int(digits) if len(digits) <= LONGEST_INTEGER else float(digits)


def _walk(value: Any, path: Sequence[str]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
