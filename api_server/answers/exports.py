"""Lists as CSV, NDJSON, Parquet and Arrow, encoded batch by batch so that memory stays the same for any length."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Protocol

import anyio.to_thread
import msgspec
import pyarrow as pa
import pyarrow.parquet

from api_server.contract.formats import Format
from api_server.contract.paging import Row

BATCH = 1_000
# A spreadsheet takes a cell that begins so for a formula
_FORMULA = ("=", "+", "-", "@")


class Encoder(Protocol):
    """Turns rows into a file's bytes: `batch` any number of times, then `end` once."""

    def batch(self, rows: list[Row]) -> bytes: ...

    def end(self) -> bytes: ...


async def encoded(encoder: Encoder, batches: AsyncIterator[list[Row]]) -> AsyncIterator[bytes]:
    """The file, piece by piece, encoded beside the event loop."""
    async for rows in batches:
        if piece := await anyio.to_thread.run_sync(encoder.batch, rows):
            yield piece
    if piece := await anyio.to_thread.run_sync(encoder.end):
        yield piece


def encoder_of(kind: Format, names: Sequence[str], kept: Sequence[int], types: Sequence[pa.DataType]) -> Encoder:
    """The encoder of a format for these columns; `kept` are their positions in a row."""
    if kind == "csv":
        return CsvEncoder(names, kept)
    if kind == "ndjson":
        return NdjsonEncoder(names, kept)
    schema = pa.schema([(names[i], types[position]) for i, position in enumerate(kept)])
    writer = pa.ipc.new_stream if kind == "arrow" else partial(pyarrow.parquet.ParquetWriter, compression="zstd")
    return ArrowEncoder(schema, kept, writer)


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front."""
    return f"'{text}" if text.startswith(_FORMULA) or (text and not text[0].isprintable()) else text


class CsvEncoder:
    """Comma-separated, with a header, lists joined by `|`, times in ISO 8601, nothing for null."""

    def __init__(self, names: Sequence[str], kept: Sequence[int]) -> None:
        self._kept, self._head = kept, names

    def batch(self, rows: list[Row]) -> bytes:
        return self._written([[_cell(row[i]) for i in self._kept] for row in rows])

    def end(self) -> bytes:
        return self._written([])

    def _written(self, lines: list[list[Any]]) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        if self._head:
            writer.writerow(self._head)
            self._head = ()
        writer.writerows(lines)
        return text.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, list):
        return defused("|".join(map(str, value)))
    if isinstance(value, msgspec.Raw):
        return defused(bytes(value).decode())
    return value


class NdjsonEncoder:
    """One JSON object a line."""

    def __init__(self, names: Sequence[str], kept: Sequence[int]) -> None:
        self._names, self._kept, self._encoder = names, kept, msgspec.json.Encoder()

    def batch(self, rows: list[Row]) -> bytes:
        return self._encoder.encode_lines(
            [{n: row[i] for n, i in zip(self._names, self._kept, strict=True)} for row in rows]
        )

    def end(self) -> bytes:
        return b""


class ArrowEncoder:
    """What pyarrow writes batch by batch: an Arrow IPC stream, or a Parquet file with a row group a batch."""

    def __init__(self, schema: pa.Schema, kept: Sequence[int], open_writer: Callable[[Any, pa.Schema], Any]) -> None:
        self._schema, self._kept, self._sink = schema, kept, _Drain()
        self._writer = open_writer(self._sink, schema)

    def batch(self, rows: list[Row]) -> bytes:
        self._writer.write_batch(_arrow(rows, self._schema, self._kept))
        return self._sink.drained()

    def end(self) -> bytes:
        self._writer.close()
        return self._sink.drained()


def _arrow(rows: list[Row], schema: pa.Schema, kept: Sequence[int]) -> pa.RecordBatch:
    columns = [
        pa.array([_plain(row[i], field.type) for row in rows], field.type)
        for i, field in zip(kept, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _plain(value: Any, kind: pa.DataType) -> Any:
    """JSON documents as text: their shape differs from row to row."""
    return bytes(value).decode() if isinstance(value, msgspec.Raw) else value


class _Drain(io.RawIOBase):
    """A file that hands over what was written and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._position = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._position += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._position

    def drained(self) -> bytes:
        """What was written since the last call."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
