"""CSV files dropped into an inbox, in this platform's own convention.

Header: `symbol,name,price_usd,market_cap_usd,volume_24h_usd,percent_change_24h,created_at`; only symbol and
price_usd are required, in any order and case; other columns are kept raw. A partition is a file's content:
its key is the SHA-256, so that a file copied twice is one partition and a changed file is a new one. A raw record is a
row with its header, both as text; its endpoint names the file and the line.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Annotated, Any

import msgspec
from pydantic import AfterValidator, Field

from crypto_pipeline.catalog import QUOTES
from crypto_pipeline.records import RawRecord, Rejected
from crypto_pipeline.settings import ProviderSettings, Settings
from crypto_pipeline.settings.values import usable_folder
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.csv.reader import EPOCH, NAME, TIMES, USED, Line, bad, check, header_of, lines
from crypto_pipeline.sources.description import Fetched, Request, Source, Stream, each
from crypto_pipeline.sources.errors import ErrorGuide, Fault
from crypto_pipeline.sources.inbox import Inbox
from crypto_pipeline.sources.json_records import Columns, decode_columns
from crypto_pipeline.sources.partitions import Files

# Rows of one batch: what is in memory at a time
BATCH = 20_000


class CsvSettings(ProviderSettings):
    """The inbox's variables."""

    live_addresses = ("CSV_INBOX",)

    csv_inbox: Annotated[Path, AfterValidator(usable_folder)] = Field(
        Path("data/inbox"), description="A folder watched for CSV files", examples=["/srv/inbox"]
    )
    csv_max_bytes: int = Field(
        256 * 1024**2, ge=1, le=1024**4, description="The largest CSV file that is read", examples=["268435456"]
    )
    csv_max_rows: int = Field(
        5_000_000, ge=1, le=10**9, description="The most rows of a CSV file that is read", examples=["5000000"]
    )


class Kept(msgspec.Struct):
    """A payload: a row with its header, as they came. Until schema 0005 it had the values, by column: see `Row`."""

    header: Any = None
    row: Any = None
    price_usd: Any = None


class Row(msgspec.Struct):
    """The fields of such values that become a quote, text as it came."""

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


def inbox(settings: Settings) -> Inbox:
    """The inbox of these settings."""
    own = settings.part(CsvSettings)
    return Inbox(own.csv_inbox, ".csv", own.csv_max_bytes)


def fetch(request: Request, partition: str) -> Iterator[Fetched]:
    """The rows of the file whose content is the partition, batch by batch. Raises `SourceError` for a file that is no
    such CSV: the whole of it is read before anything of it is stored.
    """
    own = request.settings.part(CsvSettings)
    with inbox(request.settings).opened(NAME, partition, request.file) as (name, file, stat):
        if stat.st_size > own.csv_max_bytes:
            raise bad(f"{name} has {stat.st_size:,} bytes", "Split it, or raise CSV_MAX_BYTES", Fault.TOO_LARGE)
        total, has_times = check(name, file, own.csv_max_rows)
        # Without a column for it, rows were observed when the file was last written: it says the same again.
        written = None if has_times else _written(name, stat.st_mtime)
        rows, done = lines(name, file), 0
        while batch := list(islice(rows, BATCH)):
            yield _fetched(partition, name, written, batch)
            done += len(batch)
            request.progress(f"{name}: {done:,} of {total:,} rows")


def _written(name: str, at: float) -> str:
    try:
        return datetime.fromtimestamp(at, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        raise bad(
            f"{name} was written at no possible time ({at:.0f} s after 1970), and no column says when its rows were "
            "observed", "Add a column created_at, or give the file a date: touch it",
        ) from None  # fmt: skip


def _fetched(partition: str, name: str, written: str | None, rows: Iterable[Line]) -> Fetched:
    payloads: list[bytes] = []
    ids: list[str | None] = []
    places: list[str] = []
    times: list[Any] = []
    rejected: list[Rejected] = []
    for line in rows:
        payload = json.dumps({"header": line.header, "row": line.text}, ensure_ascii=False).encode()
        place, identity = f"{name}:{line.number}", source_id(line.row.get("symbol"), line.row.get("name"))
        if line.fault:
            rejected.append(Rejected(payload, (line.fault,), identity, origin=place))
            continue
        payloads.append(payload)
        ids.append(identity)
        places.append(place)
        times.append(written or moment(*(line.row.get(column) for column in TIMES)))
    return Fetched(partition, batch_of(payloads, ids, times, places, [datetime.now(UTC)] * len(payloads)), rejected)


def source_id(symbol: Any, name: Any) -> str | None:
    """What stands for a coin's id in a file that has none: symbol and name together."""
    symbol, name = (str(text or "").strip() for text in (symbol, name))
    return f"{symbol.upper()}:{name}" if symbol else None


def read(records: Sequence[RawRecord]) -> Columns:
    """Rows as the columns of a quote, text as it came, times in ISO 8601. A row without a name is named after its
    symbol; where no column says when, a row was observed when its file was written.
    """
    kept = decode_columns([record.payload for record in records], Kept, {n: n for n in Kept.__struct_fields__})
    columns: Columns = {column: [] for column in (*USED, "observed_at")}
    forms = [
        header if isinstance(header, str) and isinstance(row, str) and price is None else None
        for header, row, price in zip(kept["header"], kept["row"], kept["price_usd"], strict=True)
    ]
    for header, group in groupby(range(len(records)), key=forms.__getitem__):
        some = list(group)
        found = (
            _read_values([records[i].payload for i in some])
            if header is None
            else _read_rows(header, [kept["row"][i] for i in some], [records[i].observed_at for i in some])
        )
        for column, values in columns.items():
            values += found[column]
    columns["source_id"] = [source_id(s, n) for s, n in zip(columns["symbol"], columns["name"], strict=True)]
    columns["name"] = [_filled(n) or s for n, s in zip(columns["name"], columns["symbol"], strict=True)]
    return {name: values for name, values in columns.items() if name not in TIMES or name == "observed_at"}


def _read_rows(header: str, rows: Sequence[str], written: Sequence[datetime | None]) -> Columns:
    """Rows under one header."""
    names = _names(header)
    values = list(csv.reader(rows, strict=True))
    columns: Columns = {column: [None] * len(rows) for column in USED}
    columns |= {name: [row[place] for row in values] for place, name in enumerate(names) if name in columns}
    if any(name in TIMES for name in names):
        columns["observed_at"] = [moment(*given) for given in zip(*(columns[name] for name in TIMES), strict=True)]
    else:
        columns["observed_at"] = [at and at.isoformat() for at in written]
    return columns


def _read_values(payloads: Sequence[bytes]) -> Columns:
    columns = decode_columns(payloads, Row, {name: name for name in Row.__struct_fields__})
    times = [columns[name] for name in (*TIMES, "file_written_at")]
    columns["observed_at"] = [moment(*given) for given in zip(*times, strict=True)]
    return columns


_names = lru_cache(maxsize=64)(header_of)


def moment(*given: Any) -> Any:
    """The first of these that is filled, a number of seconds since 1970 (or thousandths, or millionths) as ISO 8601."""
    value = next((time for time in given if _filled(time) is not None), None)
    if not isinstance(value, str):
        return value
    text = value.strip()
    if found := EPOCH.fullmatch(text):
        digits = found[1] + (found[2] or "")
        return datetime.fromtimestamp(int(digits) / 10 ** (len(digits) - 10), UTC).isoformat()
    return text.removesuffix(" UTC")


def _filled(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


SOURCE = Source(
    name=NAME,
    title="CSV files",
    settings=CsvSettings,
    errors=ErrorGuide(NAME),
    stand_in="crypto_pipeline.simulator.files:STAND_IN",
    streams=(
        Stream(
            name="files",
            product=QUOTES,
            description="Quotes from CSV files that were dropped into the inbox (`CSV_INBOX`).",
            fetch=each(fetch),
            read=read,
            stale_after=timedelta(days=36_500),  # files are as old as they are
            promise=timedelta(days=1),
            partitions=Files("csv_files", inbox),
            kinds=frozenset({"csv"}),
        ),
    ),
)
