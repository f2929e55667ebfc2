"""The raw tables: appending what an upstream sent, and reading it back after a checkpoint."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import compress, islice

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy.engine import URL

from crypto_pipeline.records import Counts, RawBatch, Rejected
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.quarantine import quarantine
from crypto_pipeline.warehouse.writer import Stage, copy_rows, sql_text

COLUMNS = (
    "source_id",
    "endpoint",
    "observed_at",
    "fetched_at",
    "content_hash",
    "run_id",
    "partition",
    "payload",
)
# How many raw records one transaction of the next stage takes
BATCH = 50_000
# and how many of them are read at a time
PIECE = 200
TYPES = ("text", "text", "timestamptz", "timestamptz", "bytea", "text", "text", "jsonb")


_SUSPICIOUS = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")


def append_raw(stage: Stage, batch: RawBatch, partition: str) -> Counts:
    """Appends the records whose content is new; what jsonb cannot hold goes to quarantine.

    The stage's lock makes looking before writing safe, and COPY goes straight into the table: a staging
    table would have PostgreSQL store each payload twice.
    """
    hashes = [hashlib.sha256(payload).digest() for payload in batch.payloads]
    new = _is_new(stage, batch, hashes)
    fresh, fresh_hashes = batch.pick(new), list(compress(hashes, new))
    quarantined = 0
    try:
        with stage.connection.transaction():
            _copy(stage, fresh, fresh_hashes, partition)
    except psycopg.DataError:
        # most of what cannot be held is known by looking at it; the database is asked about the rest
        sound = [_is_sound(payload) for payload in fresh.payloads]
        answers = iter(_holdable(stage.connection, list(compress(fresh.payloads, sound))))
        holdable = [ok and next(answers) for ok in sound]
        quarantined = quarantine(
            stage,
            [
                Rejected(payload, ("PostgreSQL's jsonb cannot hold this record (NUL, broken Unicode or a number "
                                   "out of range)",), source_id, origin=origin)
                for payload, source_id, origin, ok in zip(
                    fresh.payloads, fresh.source_ids, fresh.endpoints, holdable, strict=True)
                if not ok
            ],
        )  # fmt: skip
        fresh, fresh_hashes = fresh.pick(holdable), list(compress(fresh_hashes, holdable))
        _copy(stage, fresh, fresh_hashes, partition)
    stage.changed += len(fresh)
    if len(fresh):
        times = [time for time in fresh.observed_at if time is not None]
        ((last,),) = stage.fetch(f"select max(seq) from raw_{stage.source}")
        stage.advance(last, max(times, default=None))
    return Counts(len(batch), len(fresh), len(batch) - len(fresh) - quarantined, quarantined)


def read_raw(stage: Stage, limit: int = BATCH) -> Iterator[list[tuple[int, datetime, bytes]]]:
    """Sequence number, time of fetching and payload of the source's next raw records after the stage's checkpoint, in
    order.

    They come in pieces about as large as a socket's buffer: while the caller decodes one, PostgreSQL writes the next.
    """
    query = (
        f"select seq, fetched_at, payload from raw_{stage.source} where seq > {stage.raw_seq:d}"
        f" order by seq limit {limit:d}"
    )
    with stage.connection.cursor().copy(f"copy ({query}) to stdout (format binary)".encode()) as copy:
        copy.set_types(("int8", "timestamptz", "bytea"))  # a jsonb's binary form: one version byte, then its text
        rows = copy.rows()
        while piece := list(islice(rows, PIECE)):
            yield [(seq, fetched_at, payload[1:]) for seq, fetched_at, payload in piece]


def first_since(url: URL, source: str, moment: datetime) -> int | None:
    """The first raw record of the source that was fetched then or later; None if there is none."""
    with connect(url) as connection:
        row = connection.execute(
            sql_text(f"select min(seq) from raw_{source} where fetched_at >= %s"), (moment,)
        ).fetchone()
    return row[0] if row else None


def read_due(stage: Stage, limit: int = BATCH) -> list[tuple[int, datetime, bytes]]:
    """The same of raw records that were refused for a reason that time has mended, in order."""
    # as bytes: they are read by whoever reads all payloads
    return stage.fetch(
        f"""
        select seq, fetched_at, convert_to(payload::text, 'UTF8') from raw_{stage.source}
        where seq in (select raw_seq from quarantine
                      where source = %s and stage = %s and retry_at <= clock_timestamp() order by raw_seq limit %s)
        order by seq
        """,
        (stage.source, stage.name, limit),
    )


def _is_new(stage: Stage, batch: RawBatch, hashes: list[bytes]) -> list[bool]:
    """Which records are not in raw yet; of two equal ones in the batch only the first is.

    Equal content has an equal time, so a record that was observed after everything in raw is new unasked.
    """
    newest = stage.observed_at
    asked = [n for n, time in enumerate(batch.observed_at) if time is None or newest is None or time <= newest]
    known = set(_known(stage, batch, hashes, asked)) if stage.raw_seq and asked else set()
    if not known and len(set(hashes)) == len(hashes):
        return [True] * len(hashes)
    seen: set[bytes] = set()
    new = []
    for position, content in enumerate(hashes):
        new.append(position not in known and content not in seen)
        seen.add(content)
    return new


def _known(stage: Stage, batch: RawBatch, hashes: list[bytes], asked: list[int]) -> list[int]:
    table = f"raw_{stage.source}"
    columns = [[column[n] for n in asked] for column in (batch.source_ids, hashes, batch.observed_at)]
    times = [time for time in columns[2] if time is not None]
    # Each branch names its index columns with = or IS NULL, which the index can answer; IS NOT DISTINCT FROM
    # it cannot. The bounds let the planner leave out other months.
    rows = stage.fetch(
        f"""
        select incoming.n from unnest(%b::int[], %b::text[], %b::bytea[], %b::timestamptz[])
            as incoming (n, source_id, content_hash, observed_at)
        where case
            when source_id is not null and observed_at is not null then exists (
                select from {table} k where k.source_id = incoming.source_id
                and k.content_hash = incoming.content_hash and k.observed_at = incoming.observed_at
                and k.observed_at between %b and %b)
            when source_id is not null then exists (
                select from {table} k where k.source_id = incoming.source_id
                and k.content_hash = incoming.content_hash and k.observed_at is null)
            else exists (
                select from {table} k where k.source_id is null
                and k.content_hash = incoming.content_hash)
            end
        """,
        (asked, *columns, min(times, default=None), max(times, default=None)),
    )
    return [n for (n,) in rows]


def _copy(stage: Stage, batch: RawBatch, hashes: list[bytes], partition: str) -> None:
    def as_is(payload: bytes) -> Jsonb:
        return Jsonb(payload, dumps=bytes)

    rows = zip(
        batch.source_ids,
        batch.endpoints,
        batch.observed_at,
        batch.fetched_at,
        hashes,
        [stage.run_id] * len(batch),
        [partition] * len(batch),
        map(as_is, batch.payloads),
        strict=True,
    )
    copy_rows(stage.connection, f"raw_{stage.source}", COLUMNS, TYPES, rows)


def _is_sound(payload: bytes) -> bool:
    """Whether the text is UTF-8 without NUL and without half a surrogate, which jsonb does not hold."""
    try:
        payload.decode()
        if not _SUSPICIOUS.search(payload):
            return True
        return "\\u0000" not in json.dumps(json.loads(payload, parse_int=float), ensure_ascii=False).encode().decode()
    except (ValueError, RecursionError):
        return False


def _holdable(connection: psycopg.Connection, payloads: Sequence[bytes]) -> list[bool]:
    """Which payloads PostgreSQL takes as jsonb, found by halving: few are bad, so few questions are asked."""
    if not payloads:
        return []
    try:
        texts = [payload.decode() for payload in payloads]
        with connection.transaction():
            connection.execute("select count(*) from unnest(%s::text[]) as t (p) where p::jsonb is null", (texts,))
        return [True] * len(payloads)
    except (UnicodeDecodeError, psycopg.DataError):
        if len(payloads) == 1:
            return [False]
        middle = len(payloads) // 2
        return _holdable(connection, payloads[:middle]) + _holdable(connection, payloads[middle:])
