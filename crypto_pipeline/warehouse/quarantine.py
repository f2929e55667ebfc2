"""The quarantine table: every record that was refused, with all reasons, and none twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.engine import URL

from crypto_pipeline.records import Rejected
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.writer import Stage, copy_rows, sql_text

# What of a payload is kept here; the whole is in raw, where raw could hold it
MAX_PAYLOAD = 200_000
# Of one stage
AT = "(source, stream, stage) = (%s, %s, %s)"


def quarantine(stage: Stage, rejected: Sequence[Rejected]) -> int:
    """Adds refused records to the stage's transaction. Returns how many were not there yet."""
    if not rejected:
        return 0
    stage.execute("drop table if exists pg_temp.incoming_rejects")
    stage.execute(
        "create temporary table incoming_rejects (source_id text, raw_seq bigint, payload text,"
        " content_hash bytea, reasons text[], retry_at timestamptz, origin text) on commit drop"
    )
    copy_rows(
        stage.connection,
        "incoming_rejects",
        ("source_id", "raw_seq", "payload", "content_hash", "reasons", "retry_at", "origin"),
        ("text", "int8", "text", "bytea", "text[]", "timestamptz", "text"),
        (
            (
                None if r.source_id is None else _storable(r.source_id),
                r.raw_seq,
                # text cannot hold NUL or broken UTF-8: both are written as escapes
                r.payload[:MAX_PAYLOAD].decode("utf-8", "backslashreplace").replace("\0", "\\0"),
                hashlib.sha256(r.payload).digest(),
                [*map(_storable, r.reasons), *_cut(r.payload)],
                r.retry_at,
                r.origin,
            )
            for r in rejected
        ),
    )
    return stage.change(
        f"""
        insert into quarantine (
            source, stream, stage, source_id, raw_seq, payload, content_hash, reasons, retry_at, origin, run_id,
            quarantined_at
        )
        select %s, %s, %s, source_id, raw_seq, payload, content_hash, reasons, retry_at,
               coalesce(origin, (select endpoint from raw_{stage.source} where seq = raw_seq)), %s, clock_timestamp()
        from incoming_rejects
        on conflict on constraint quarantine_content_key do nothing
        """,
        (*_at(stage), stage.run_id),
    )


def release_passed(stage: Stage, first: int, last: int, refused: Sequence[int | None]) -> None:
    """Takes those of the raw records from `first` to `last` out that are worked off anew and are not refused again."""
    stage.change(
        f"delete from quarantine where {AT} and raw_seq between %s and %s and raw_seq <> all(%s::bigint[])",
        (*_at(stage), first, last, [seq for seq in refused if seq is not None]),
    )


def release(stage: Stage, raw_seqs: Sequence[int]) -> None:
    """Takes records out that are dealt with anew: they pass now, or are refused again."""
    if raw_seqs:
        stage.change(
            f"delete from quarantine where {AT} and raw_seq = any(%s)",
            (*_at(stage), list(raw_seqs)),
        )


class Refusal(NamedTuple):
    """A refused record: times in UTC, the payload as text."""

    id: int
    source: str
    stream: str
    stage: str
    source_id: str | None
    raw_seq: int | None
    payload: str
    reasons: list[str]
    run_id: str
    quarantined_at: datetime
    origin: str | None
    retry_at: datetime | None


def find_refusals(
    url: URL, *, number: int | None = None, source: str | None = None, reason: str | None = None, limit: int = 50
) -> list[Refusal]:
    """Refused records, newest first: the one of that number, or those of a source and with a text in their reasons."""
    with connect(url) as connection:
        rows = connection.execute(
            sql_text(
                f"select {', '.join(Refusal._fields)} from quarantine"
                " where (%(number)s::bigint is null or id = %(number)s)"
                " and (%(source)s::text is null or source = %(source)s)"
                " and (%(reason)s::text is null or array_to_string(reasons, '; ') ilike '%%' || %(reason)s || '%%')"
                " order by id desc limit %(limit)s"
            ),
            {"number": number, "source": source, "reason": reason, "limit": limit},
        ).fetchall()
    return [Refusal(*row) for row in rows]


def make_due(stage: Stage) -> None:
    """Has the stage's next load read again what raw has of its refusals."""
    stage.change(
        f"update quarantine set retry_at = clock_timestamp() where {AT} and raw_seq is not null",
        _at(stage),
    )


def _at(stage: Stage) -> tuple[str, str, str]:
    return stage.source, stage.stream, stage.name


def _storable(text: str) -> str:
    return text.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode()


def _cut(payload: bytes) -> list[str]:
    return [f"of {len(payload):,} bytes the first {MAX_PAYLOAD:,} are kept"] if len(payload) > MAX_PAYLOAD else []
