"""The raw tables: appending what an upstream sent, and reading it back after a checkpoint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import compress, islice

import psycopg
from psycopg.types.string import ByteaBinaryLoader
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import RAW
from crypto_pipeline.records import Counts, RawBatch, RawRecord, Rejected
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.quarantine import quarantine
from crypto_pipeline.warehouse.writer import Stage, by_key, copy_rows, literal, sql_text

COLUMNS = (
    "observed_at",
    "fetched_at",
    "stream",
    "source_id",
    "endpoint",
    "content_hash",
    "run_id",
    "partition",
    "payload",
)
# json's binary form is its text
TYPES = (
    "timestamptz",
    "timestamptz",
    "text",
    "text",
    "text",
    "bytea",
    "text",
    "text",
    "bytea",
)
NO_JSON = "PostgreSQL's json cannot hold this record (it is no JSON, or no UTF-8)"
# How many raw records one transaction of the next stage takes
BATCH = 20_000
# and how many of them are read at a time
PIECE = 200
# As `RawRecord` has them
RECORD = "seq, source_id, endpoint, partition, observed_at, fetched_at, payload"


def append_raw(stage: Stage, batch: RawBatch, partition: str, *, corrected: bool = False) -> Counts:
    """Appends the records whose content is new for its moment; what json cannot hold goes to quarantine. `corrected`:
    only the newest of a moment counts as known, for what is said again after something else is news.

    The stage's lock makes looking before writing safe, and COPY goes straight into the table: a staging
    table would have PostgreSQL store each payload twice.
    """
    hashes = [hashlib.sha256(payload).digest() for payload in batch.payloads]
    new = _is_new(stage, batch, hashes, corrected=corrected)
    fresh, fresh_hashes = batch.pick(new), list(compress(hashes, new))
    quarantined = 0
    try:
        with stage.connection.transaction():
            _copy(stage, fresh, fresh_hashes, partition)
    except psycopg.DataError:
        holdable = _holdable(stage.connection, fresh.payloads)
        quarantined = quarantine(
            stage,
            [
                Rejected(payload, (NO_JSON,), source_id, origin=origin)
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
        ((last,),) = stage.fetch(f"select seq from raw_{stage.source} order by seq desc limit 1")
        stage.advance(last, max(times, default=None))
    return Counts(len(batch), len(fresh), len(batch) - len(fresh) - quarantined, quarantined)


def read_raw(stage: Stage, limit: int = BATCH) -> Iterator[list[RawRecord]]:
    """The stream's next raw records after the stage's checkpoint, in order; those of withdrawn runs are left out.

    They come in pieces about as large as a socket's buffer: while the caller decodes one, PostgreSQL writes the next.
    """
    return read_where(stage, _served(stage), stage.raw_seq, limit)


def read_where(stage: Stage, condition: str, after: int, limit: int = BATCH) -> Iterator[list[RawRecord]]:
    """The stream's next raw records after this number that meet the condition (SQL), in order, in pieces."""
    query = (
        f"select {RECORD} from raw_{stage.source} where stream = {literal(stage.stream)} and seq > {after:d}"
        f" and {condition} order by seq limit {limit:d}"
    )
    with stage.connection.cursor(binary=True) as cursor:
        cursor.adapters.register_loader("json", ByteaBinaryLoader)  # json's binary form is its text
        rows = map(RawRecord._make, cursor.stream(sql_text(query), binary=True, size=PIECE))
        while piece := list(islice(rows, PIECE)):
            yield piece


def first_since(url: URL, source: str, stream: str, moment: datetime) -> int | None:
    """The first raw record of the stream that was fetched then or later; None if there is none."""
    with connect(url) as connection:
        row = connection.execute(
            sql_text(f"select min(seq) from raw_{source} where stream = %s and fetched_at >= %s"), (stream, moment)
        ).fetchone()
    return row[0] if row else None


def sources_with_records(url: URL) -> set[str]:
    """The sources of which raw has records."""
    with connect(url) as connection:
        rows = connection.execute(
            "select distinct source from etl_checkpoints where stage = %s and raw_seq > 0", (RAW,)
        )
        return {source for (source,) in rows}


def read_due(stage: Stage, limit: int = BATCH) -> list[RawRecord]:
    """The raw records that were refused for a reason that time has mended, in order."""
    # as bytes: they are read by whoever reads all payloads
    rows = stage.fetch(
        f"""
        select {RECORD.replace("payload", "convert_to(payload::text, 'UTF8')")} from raw_{stage.source}
        where seq in (select raw_seq from quarantine
                      where (source, stream, stage) = (%s, %s, %s) and retry_at <= clock_timestamp()
                      order by raw_seq limit %s)
        order by seq
        """,
        (stage.source, stage.stream, stage.name, limit),
    )
    return [RawRecord(*row) for row in rows]


def find_touched(stage: Stage, *, by_moment: bool, windows: bool = False) -> None:
    """Fills `reread` with the sequence numbers of what raw has about `touched` (key: a source id, moment): the records
    that the stage has worked off and that are not withdrawn. `by_moment`: of those moments only; `windows`: each
    record is about the days that its partition names.
    """
    stage.execute("create temporary table reread (seq bigint primary key) on commit drop")
    stage.execute("analyze touched")
    conditions: tuple[str, ...] = ("r.observed_at = t.moment", "r.observed_at is null") if by_moment else ("true",)
    if windows:
        _find_windows(stage)
        return
    with by_key(stage):
        for condition in conditions:
            stage.execute(
                f"""
                insert into reread
                select distinct seq from touched t join raw_{stage.source} r on r.source_id = t.key and {condition}
                where r.stream = %s and seq <= %s and {_served(stage)} on conflict do nothing
                """,
                (stage.stream, stage.raw_seq),
            )
    stage.execute("analyze reread")


def _find_windows(stage: Stage) -> None:
    """The same where a record is about the days of its partition: each coin's windows are looked up once."""
    with by_key(stage):
        stage.execute(
            f"""
            create temporary table windows on commit drop as
            select seq, source_id, split_part(partition, '/', 1)::date as first,
                   split_part(partition, '/', 2)::date as last
            from (select distinct key from touched) t join raw_{stage.source} r on r.source_id = t.key
            where r.stream = %s and seq <= %s and {_served(stage)}
            """,
            (stage.stream, stage.raw_seq),
        )
    stage.execute(
        """
        insert into reread select distinct seq from windows w
        join (select distinct key, (moment at time zone 'UTC')::date as day from touched) t on t.key = w.source_id
        where day between first and last on conflict do nothing
        """
    )
    stage.execute("drop table windows")
    stage.execute("analyze reread")


def add_to_reread(stage: Stage, run_id: str) -> None:
    """Adds all that raw has of a run, as far as the stage has worked it off."""
    stage.execute(
        f"insert into reread select seq from raw_{stage.source} where run_id = %s and stream = %s and seq <= %s"
        " on conflict do nothing",
        (run_id, stage.stream, stage.raw_seq),
    )


def _served(stage: Stage) -> str:
    """The condition on raw records that their run is not withdrawn."""
    where = f"source = {literal(stage.source)} and stream = {literal(stage.stream)}"
    return f"run_id not in (select run_id from withdrawn_runs where {where})"


def _is_new(stage: Stage, batch: RawBatch, hashes: list[bytes], *, corrected: bool) -> list[bool]:
    """Which records are not in raw yet; of two equal ones in the batch only the first is.

    Equal are those of one id with equal content of one moment: what was observed after everything in raw is new
    unasked.
    """
    newest = stage.observed_at
    asked = [n for n, time in enumerate(batch.observed_at) if time is None or newest is None or time <= newest]
    known = set(_known(stage, batch, hashes, asked, corrected=corrected)) if stage.raw_seq and asked else set()
    if not known and len(set(hashes)) == len(hashes):
        return [True] * len(hashes)
    seen: set[tuple[object, ...]] = set()
    new = []
    for position, record in enumerate(zip(hashes, batch.observed_at, batch.source_ids, strict=True)):
        new.append(position not in known and record not in seen)
        seen.add(record)
    return new


def _known(stage: Stage, batch: RawBatch, hashes: list[bytes], asked: list[int], *, corrected: bool) -> list[int]:
    table = f"raw_{stage.source}"
    columns = [[column[n] for n in asked] for column in (batch.source_ids, hashes, batch.observed_at)]
    # Each branch names its index columns with = or IS NULL, which the index can answer; IS NOT DISTINCT FROM
    # it cannot.
    equal = {"given": "k.{0} = incoming.{0}", "null": "k.{0} is null"}

    def there(source_id: str, observed_at: str) -> str:
        same = f"{equal[source_id].format('source_id')} and {equal[observed_at].format('observed_at')}"
        of_it = f"from {table} k where {same} and k.stream = %b and {_served(stage)}"
        if corrected:
            return f"(select k.content_hash {of_it} order by k.seq desc limit 1) = incoming.content_hash"
        return f"exists (select {of_it} and k.content_hash = incoming.content_hash)"

    rows = stage.fetch(
        f"""
        select incoming.n from unnest(%b::int[], %b::text[], %b::bytea[], %b::timestamptz[])
            as incoming (n, source_id, content_hash, observed_at)
        where case
            when source_id is not null and observed_at is not null then {there("given", "given")}
            when source_id is not null then {there("given", "null")}
            when observed_at is not null then {there("null", "given")}
            else {there("null", "null")}
            end
        """,
        (asked, *columns, *[stage.stream] * 4),
    )
    return [n for (n,) in rows]


def _copy(stage: Stage, batch: RawBatch, hashes: list[bytes], partition: str) -> None:
    many = len(batch)
    rows = zip(
        batch.observed_at,
        batch.fetched_at,
        [stage.stream] * many,
        batch.source_ids,
        batch.endpoints,
        hashes,
        [stage.run_id] * many,
        [partition] * many,
        batch.payloads,
        strict=True,
    )
    copy_rows(stage.connection, f"raw_{stage.source}", COLUMNS, TYPES, rows)


def _holdable(connection: psycopg.Connection, payloads: Sequence[bytes]) -> list[bool]:
    """Which payloads PostgreSQL takes as json, found by halving: few are bad, so few questions are asked."""
    if not payloads:
        return []
    try:
        texts = [payload.decode() for payload in payloads]
        with connection.transaction():
            connection.execute("select count(*) from unnest(%s::text[]) as t (p) where p::json is null", (texts,))
        return [True] * len(payloads)
    except (UnicodeDecodeError, psycopg.DataError):
        if len(payloads) == 1:
            return [False]
        middle = len(payloads) // 2
        return _holdable(connection, payloads[:middle]) + _holdable(connection, payloads[middle:])
