"""CSV files as rows of text: what is a file of the platform's convention, and what each of its rows says.

Read strictly: a quote that is not closed would swallow the rows behind it into one name.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from crypto_pipeline.sources.errors import Fault, SourceError

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
# So many values of a column are looked at to see whether it tells a time
SAMPLE = 100
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")
# Seconds, milliseconds or microseconds since 1970, from 2001 on
EPOCH = re.compile(r"([1-9]\d{9})(\d{3}|\d{6})?(?:\.\d*)?")
_TIMELY = re.compile(r"time|date|epoch|stamp|_at$|^ts$")


class Line(NamedTuple):
    """A row: the line that it begins in, the header's and its own text, its values, and what is wrong with it
    (nothing: empty).
    """

    number: int
    header: str
    text: str
    row: dict[str, Any]
    fault: str


class _Kept:
    """Lines of text, and those that were read since somebody took them."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self._read = lines, ""

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._read += line
            yield line

    def take(self) -> str:
        """What was read since the last time, without the end of the last line."""
        taken, self._read = self._read.rstrip("\r\n"), ""
        return taken


def header_of(text: str) -> list[str]:
    """The names of the columns in a header, small and without blanks."""
    return [column.strip().lower() for column in next(csv.reader([text], strict=True), [])]


def check(name: str, file: BinaryIO, most: int) -> tuple[int, bool]:
    """Reads the whole file for its faults. Returns how many rows it has, and whether a column of it says when."""
    count = 0
    header: list[str] = []
    sample: dict[str, list[str]] = {}
    for line in lines(name, file):
        if not count:
            header = header_of(line.header)
        count += 1
        if count > most:
            raise bad(f"{name} has more than {most:,} rows", "Split it, or raise CSV_MAX_ROWS", Fault.TOO_LARGE)
        if count <= SAMPLE:
            for column in header:
                sample.setdefault(column, []).append(str(line.row.get(column) or "").strip())
    if any(column in TIMES for column in header):
        return count, True
    for column, values in sample.items():
        given = [value for value in values if value]
        timely = bool(_TIMELY.search(column))
        if column not in USED and given and all(_DATE.fullmatch(v) or (timely and EPOCH.fullmatch(v)) for v in given):
            raise bad(
                f"{name}: the column {column!r} looks like a time ({given[0]!r}), and none is called created_at",
                "Call it created_at; without it old prices would be dated by the file",
            )
    return count, False


def lines(name: str, file: BinaryIO) -> Iterator[Line]:
    """Every row that is not blank. Raises `SourceError`, which names the line."""
    file.seek(0)
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    kept = _Kept(iter(text))
    reader = csv.reader(kept, strict=True)
    try:
        header = _header(name, next(reader, []))
        header_text = kept.take()
        before = reader.line_num
        for values in reader:
            number, before = before + 1, reader.line_num
            row_text = kept.take()
            if not any(value.strip() for value in values):
                continue
            row: dict[str, Any] = dict(zip(header, values, strict=False))
            if before > number and any("\n" in row[c] or "\r" in row[c] for c in USED if c in row):
                raise bad(
                    f"{name}: line {number}: a value goes on over the line's end",
                    "Is a quote not closed? Mend the file",
                )
            fault = ""
            if len(values) != len(header):
                fault = f"{len(values)} values for {len(header)} columns"
            elif len(max(values, key=len)) > LONGEST_VALUE:
                fault = f"a value has more than {LONGEST_VALUE:,} characters"
            yield Line(number, header_text, row_text, row, fault)
    except csv.Error as error:
        what = "a quote is opened and never closed" if "unexpected end" in str(error) else str(error)
        raise bad(f"{name}: line {reader.line_num}: {what}", "Mend the file and drop it again") from None
    except UnicodeDecodeError:
        raise bad(f"{name} is not UTF-8 (line {_undecodable(file)})", "Save it as UTF-8 and drop it again") from None
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
        raise bad(f"{name}: the header {shown!r} {problem}", f"The columns are {CONVENTION}")
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


def bad(what: str, todo: str, fault: Fault = Fault.BAD_FILE) -> SourceError:
    """The error for a file that is no such CSV."""
    return SourceError(NAME, fault, what, todo)
