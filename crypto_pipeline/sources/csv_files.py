"""CSV files dropped into an inbox, in this platform's own convention.

Header: `symbol,name,price_usd,market_cap_usd,volume_24h_usd,percent_change_24h,created_at`; only symbol and
price_usd are required, in any order and case; other columns are kept raw. A partition is a file's content:
its key is the SHA-256, so that a file copied twice is one partition and a changed file is a new one.

Read strictly: a quote that is not closed would swallow the rows behind it into one name.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

import msgspec

from crypto_pipeline.records import Rejected
from crypto_pipeline.sources.base import Fetched, Request, Source, batch_of
from crypto_pipeline.sources.csv_inbox import opened
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.json_records import Columns, decode_columns

NAME = "csv"
REQUIRED = ("symbol", "price_usd")
# Columns that say when, in the order in which they are believed
TIMES = (
    "created_at", "observed_at", "timestamp", "snapped_at", "last_updated", "updated_at", "datetime", "date", "time",
    "unix",
)  # fmt: skip
# In these a line end means that a quote was not closed
USED = ("symbol", "name", "price_usd", "market_cap_usd", "volume_24h_usd", "percent_change_24h", *TIMES)
CONVENTION = "symbol,name,price_usd,market_cap_usd,volume_24h_usd,percent_change_24h,created_at"
MAX_COLUMNS = 1_000
# Of a value; a row with a longer one is refused, and with it the file beyond what the reader is allowed
LONGEST_VALUE = 100_000
csv.field_size_limit(16 * 1024**2)
# Rows of one batch: what is in memory at a time
BATCH = 20_000
# So many values of a column are looked at to see whether it tells a time
SAMPLE = 100
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")
# Seconds, milliseconds or microseconds since 1970, from 2001 on
_EPOCH = re.compile(r"([1-9]\d{9})(\d{3}|\d{6})?(?:\.\d*)?")
_TIMELY = re.compile(r"time|date|epoch|stamp|_at$|^ts$")


class Row(msgspec.Struct):
    """The fields of an own-convention row that become a quote, text as it came."""

    symbol: Any = None
    name: Any = None
    price_usd: Any = None
    market_cap_usd: Any = None
    volume_24h_usd: Any = None
    percent_change_24h: Any = None
    created_at: Any = None
    observed_at: Any = None
    timestamp: Any = None
    snapped_at: Any = None
    last_updated: Any = None
    updated_at: Any = None
    datetime: Any = None
    date: Any = None
    time: Any = None
    unix: Any = None
    file_written_at: Any = None


class Line(NamedTuple):
    """A row with the line that it begins in, and what is wrong with it (nothing: empty)."""

    number: int
    row: dict[str, Any]
    fault: str


def fetch(request: Request) -> Iterator[Fetched]:
    """The rows of the file whose content is the partition, batch by batch. Raises `SourceError` for a file that is no
    such CSV: the whole of it is read before anything of it is stored.
    """
    settings = request.settings
    with opened(settings.csv_inbox, request.partition, request.file, settings.csv_max_bytes) as (name, file, stat):
        if stat.st_size > settings.csv_max_bytes:
            raise _bad(f"{name} has {stat.st_size:,} bytes", "Split it, or raise CSV_MAX_BYTES", Fault.TOO_LARGE)
        total, has_times = _check(name, file, settings.csv_max_rows)
        # Without a column for it, rows were observed when the file was last written: it says the same again.
        written = "" if has_times else _written(name, stat.st_mtime)
        lines, done = _lines(name, file), 0
        while batch := list(islice(lines, BATCH)):
            yield _fetched(name, written, batch)
            done += len(batch)
            request.progress(f"{name}: {done:,} of {total:,} rows")


def _written(name: str, at: float) -> str:
    try:
        return datetime.fromtimestamp(at, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        raise _bad(
            f"{name} was written at no possible time ({at:.0f} s after 1970), and no column says when its rows were "
            "observed", "Add a column created_at, or give the file a date: touch it",
        ) from None  # fmt: skip


def source_id(row: dict[str, Any]) -> str | None:
    """What stands for a coin's id in a file that has none: symbol and name together."""
    symbol, name = (str(row.get(column) or "").strip() for column in ("symbol", "name"))
    return f"{symbol.upper()}:{name}" if symbol else None


def read(payloads: Sequence[bytes]) -> Columns:
    """Rows as the columns of a quote, text as it came, times in ISO 8601. A row without a name is named after its
    symbol.
    """
    columns = decode_columns(payloads, Row, {name: name for name in Row.__struct_fields__})
    times = [columns.pop(name) for name in (*TIMES, "file_written_at")]
    columns["observed_at"] = [moment(*given) for given in zip(*times, strict=True)]
    columns["source_id"] = [
        source_id({"symbol": s, "name": n}) for s, n in zip(columns["symbol"], columns["name"], strict=True)
    ]
    columns["name"] = [_filled(n) or s for n, s in zip(columns["name"], columns["symbol"], strict=True)]
    return columns


def moment(*given: Any) -> Any:
    """The first of these that is filled, a number of seconds since 1970 (or thousandths, or millionths) as ISO 8601."""
    value = next((time for time in given if _filled(time) is not None), None)
    if not isinstance(value, str):
        return value
    text = value.strip()
    if found := _EPOCH.fullmatch(text):
        digits = found[1] + (found[2] or "")
        return datetime.fromtimestamp(int(digits) / 10 ** (len(digits) - 10), UTC).isoformat()
    return text.removesuffix(" UTC")


def _filled(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _fetched(name: str, written: str, lines: Sequence[Line]) -> Fetched:
    payloads: list[bytes] = []
    ids: list[str | None] = []
    places: list[str] = []
    times: list[Any] = []
    rejected: list[Rejected] = []
    for line in lines:
        row = {**line.row, "file_written_at": written} if written else line.row
        payload = json.dumps(row, ensure_ascii=False).encode()
        if line.fault:
            rejected.append(Rejected(payload, (line.fault,), source_id(row), origin=f"{name}:{line.number}"))
            continue
        payloads.append(payload)
        ids.append(source_id(row))
        places.append(f"{name}:{line.number}")
        times.append(moment(*(row.get(column) for column in (*TIMES, "file_written_at"))))
    count = len(payloads)
    return Fetched(batch_of(payloads, ids, times, places, [datetime.now(UTC)] * count), rejected)


def _check(name: str, file: BinaryIO, most: int) -> tuple[int, bool]:
    """Reads the whole file for its faults. Returns how many rows it has, and whether a column of it says when."""
    count = 0
    header: list[str] = []
    sample: dict[str, list[str]] = {}
    for line in _lines(name, file):
        if not count:
            header = [column for column in line.row if column != "…"]
        count += 1
        if count > most:
            raise _bad(f"{name} has more than {most:,} rows", "Split it, or raise CSV_MAX_ROWS", Fault.TOO_LARGE)
        if count <= SAMPLE:
            for column in header:
                sample.setdefault(column, []).append(str(line.row.get(column) or "").strip())
    if any(column in TIMES for column in header):
        return count, True
    for column, values in sample.items():
        given = [value for value in values if value]
        timely = bool(_TIMELY.search(column))
        if column not in USED and given and all(_DATE.fullmatch(v) or (timely and _EPOCH.fullmatch(v)) for v in given):
            raise _bad(
                f"{name}: the column {column!r} looks like a time ({given[0]!r}), and none is called created_at",
                "Call it created_at; without it old prices would be dated by the file",
            )
    return count, False


def _lines(name: str, file: BinaryIO) -> Iterator[Line]:
    """Every row that is not blank. Raises `SourceError`, which names the line."""
    file.seek(0)
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    reader = csv.reader(text, strict=True)
    try:
        header = _header(name, next(reader, []))
        before = reader.line_num
        for values in reader:
            number, before = before + 1, reader.line_num
            if not any(value.strip() for value in values):
                continue
            row: dict[str, Any] = dict(zip(header, values, strict=False))
            if before > number and any("\n" in row[c] or "\r" in row[c] for c in USED if c in row):
                raise _bad(
                    f"{name}: line {number}: a value goes on over the line's end",
                    "Is a quote not closed? Mend the file",
                )
            fault = ""
            if len(values) != len(header):
                row["…"] = values[len(header) :]
                fault = f"{len(values)} values for {len(header)} columns"
            elif len(max(values, key=len)) > LONGEST_VALUE:
                fault = f"a value has more than {LONGEST_VALUE:,} characters"
            yield Line(number, row, fault)
    except csv.Error as error:
        what = "a quote is opened and never closed" if "unexpected end" in str(error) else str(error)
        raise _bad(f"{name}: line {reader.line_num}: {what}", "Mend the file and drop it again") from None
    except UnicodeDecodeError:
        raise _bad(f"{name} is not UTF-8 (line {_undecodable(file)})", "Save it as UTF-8 and drop it again") from None
    finally:
        text.detach()  # the file is somebody else's to close


def _header(name: str, values: list[str]) -> list[str]:
    header = [column.strip().lower() for column in values]
    missing = [column for column in REQUIRED if column not in header]
    problem = f"lacks {' and '.join(missing)}" if missing else ""
    if len(set(header)) != len(header):
        problem = problem or "names a column twice"
    if len(header) > MAX_COLUMNS:
        problem = f"has {len(header):,} columns; {MAX_COLUMNS:,} are taken"
    if problem:
        shown = ",".join(header)[:120]
        raise _bad(f"{name}: the header {shown!r} {problem}", f"The columns are {CONVENTION}")
    return header


def _undecodable(file: BinaryIO) -> int:
    """The first line that is not UTF-8."""
    file.seek(0)
    for number, line in enumerate(file, 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            return number
    return 0


def _bad(what: str, todo: str, fault: Fault = Fault.BAD_FILE) -> SourceError:
    return SourceError(NAME, fault, what, todo)


SOURCE = Source(
    name=NAME,
    title="CSV files",
    description="Quotes from CSV files that were dropped into the inbox (`CSV_INBOX`).",
    kind="quotes",
    partitions="files",
    fetch=fetch,
    read=read,
    stale_after=timedelta(days=36_500),  # files are as old as they are
    kinds=frozenset({"csv"}),
)
