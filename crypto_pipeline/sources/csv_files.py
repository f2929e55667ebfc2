"""CSV files dropped into an inbox, in this platform's own convention.

Header: `symbol,name,price_usd,market_cap_usd,volume_24h_usd,percent_change_24h,created_at`; only symbol and
price_usd are required, in any order and case; other columns are kept raw. A partition is a file's content:
its key is the SHA-256, so that a file copied twice is one partition and a changed file is a new one.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import stat
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from crypto_pipeline.records import Rejected
from crypto_pipeline.sources.base import Columns, Fetched, Request, Source, batch_of, decode_columns
from crypto_pipeline.sources.errors import Fault, SourceError

NAME = "csv"
REQUIRED = ("symbol", "price_usd")
# A file that was written to so recently may not be whole yet.
SETTLED_SECONDS = 2
KEY_LENGTH = 16


class Row(msgspec.Struct):
    """The fields of an own-convention row that become a quote, text as it came."""

    symbol: Any = None
    name: Any = None
    price_usd: Any = None
    market_cap_usd: Any = None
    volume_24h_usd: Any = None
    percent_change_24h: Any = None
    created_at: Any = None
    file_written_at: Any = None


def partition_key(path: Path) -> str:
    """The partition of this file's content: the first 16 hexadecimal digits of its SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:KEY_LENGTH]


def shown_name(path: Path) -> str:
    """The file's name as text that can be stored: bytes that are no UTF-8 are written as escapes."""
    return path.name.encode("utf-8", "backslashreplace").decode()


def find_files(inbox: Path) -> list[Path]:
    """The CSV files of the inbox that can be loaded, oldest first."""
    found = [(path.stat().st_mtime, path.name, path) for path, problem in _candidates(inbox) if not problem]
    return [path for _, _, path in sorted(found)]


def unusable_files(inbox: Path) -> list[tuple[Path, str]]:
    """The CSV files that cannot be loaded, with what is wrong with them, to follow "it"."""
    return [(path, problem) for path, problem in _candidates(inbox) if problem]


def _candidates(inbox: Path) -> Iterator[tuple[Path, str]]:
    """Files that are named like CSV files, hidden ones apart, which may still be written. Links lead elsewhere: what
    they point to was not dropped here."""
    if not inbox.is_dir():
        return
    for path in inbox.iterdir():
        if path.suffix.lower() != ".csv" or path.name.startswith("."):
            continue
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:  # taken away just now
            continue
        if not stat.S_ISREG(mode):
            yield path, "is a link" if stat.S_ISLNK(mode) else "is no regular file"
        elif not os.access(path, os.R_OK):
            yield path, "may not be read by the user that runs the platform"
        else:
            yield path, ""


def is_settled(path: Path, now: float) -> bool:
    """Whether the file's last write is long enough ago that it is whole, or in the future and tells nothing."""
    return not 0 <= now - path.stat().st_mtime < SETTLED_SECONDS


def fetch(request: Request) -> Fetched:
    """The rows of the file whose content is the partition. Raises `SourceError` for a file that is no such CSV."""
    path = _locate(request)
    name, size = shown_name(path), path.stat().st_size
    if size > request.settings.csv_max_bytes:
        raise SourceError(NAME, Fault.TOO_LARGE, f"{name} has {size:,} bytes", "Split it, or raise CSV_MAX_BYTES")
    content = path.read_bytes()
    # A row without a time is observed when its file was last written: the same file says the same again.
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat()
    payloads: list[bytes] = []
    ids: list[str | None] = []
    times: list[Any] = []
    rejected: list[Rejected] = []
    for line, row, fault in _rows(name, content):
        if not (row.get("created_at") or "").strip():
            row["file_written_at"] = written
        payload = json.dumps(row, ensure_ascii=False).encode()
        if fault:
            rejected.append(Rejected(payload, (f"line {line}: {fault}",), source_id(row)))
            continue
        payloads.append(payload)
        ids.append(source_id(row))
        times.append(row.get("file_written_at") or row["created_at"])
    request.progress(f"{name}: {len(payloads) + len(rejected):,} rows")
    count = len(payloads)
    batch = batch_of(payloads, ids, times, [name] * count, [datetime.now(UTC)] * count)
    return Fetched(batch, rejected)


def source_id(row: dict[str, Any]) -> str | None:
    """What stands for a coin's id in a file that has none: symbol and name together."""
    symbol, name = (str(row.get(column) or "").strip() for column in ("symbol", "name"))
    return f"{symbol.upper()}:{name}" if symbol else None


def read(payloads: Sequence[bytes]) -> Columns:
    """Rows as the columns of a quote, text as it came. A row without a name is named after its symbol."""
    columns = decode_columns(payloads, Row, {name: name for name in Row.__struct_fields__})
    written = columns.pop("file_written_at")
    columns["observed_at"] = [_filled(time) or at for time, at in zip(columns.pop("created_at"), written, strict=True)]
    columns["source_id"] = [
        source_id({"symbol": s, "name": n}) for s, n in zip(columns["symbol"], columns["name"], strict=True)
    ]
    columns["name"] = [_filled(n) or s for n, s in zip(columns["name"], columns["symbol"], strict=True)]
    return columns


def _filled(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _locate(request: Request) -> Path:
    hint = [request.file] if request.file and request.file.is_file() else []
    for path in (*hint, *find_files(request.settings.csv_inbox)):
        if partition_key(path) == request.partition:
            return path
    raise SourceError(
        NAME, Fault.NOT_FOUND, f"no file in {request.settings.csv_inbox} has the content {request.partition}",
        "Put the file back into the inbox; a file that was changed since is a partition of its own",
    )  # fmt: skip


def _rows(name: str, content: bytes) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Line number, row and what is wrong with it (empty for nothing) of every row that is not blank."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(
            NAME, Fault.BAD_FILE, f"{name} is not UTF-8 (line {line})", "Save it as UTF-8 and drop it again"
        ) from None
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        missing = [column for column in REQUIRED if column not in header]
        if missing or len(set(header)) != len(header):
            problem = f"lacks {' and '.join(missing)}" if missing else "names a column twice"
            raise SourceError(
                NAME, Fault.BAD_FILE, f"{name}: the header {','.join(header)[:120]!r} {problem}",
                "The columns are symbol,name,price_usd,market_cap_usd,volume_24h_usd,percent_change_24h,created_at",
            )  # fmt: skip
        for values in reader:
            if not any(value.strip() for value in values):
                continue
            row: dict[str, Any] = dict(zip(header, values, strict=False))
            fault = ""
            if len(values) != len(header):
                row["…"] = values[len(header) :]
                fault = f"{len(values)} values for {len(header)} columns"
            yield reader.line_num, row, fault
    except csv.Error as error:
        raise SourceError(
            NAME,
            Fault.BAD_FILE,
            f"{name}: line {reader.line_num}: {error}",
            "Mend the file and drop it again",
        ) from None


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
