"""The ledger: for every transaction of a stage, what became of the records that it had in hand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import URL

from crypto_pipeline.records import Counts
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.tables.operations import WITHDRAWN
from crypto_pipeline.warehouse.writer import Stage, sql_text


def enter(
    stage: Stage, counts: Counts, first_seq: int, last_seq: int, records: int | None = None, retried: int = 0
) -> None:
    """Writes the counts down in the transaction that they are about. Nothing received is nothing to write.

    `first_seq` and `last_seq` bound the raw records that it wrote or read, `records` says how many (default: as many as
    rows were received); `retried` of them it read besides.
    """
    if counts.received or records:
        stage.execute(
            """
            insert into ledger (
                run_id, source, stream, stage, received, stored, unchanged, quarantined, first_seq, last_seq, retried,
                records, recorded_at
            ) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, clock_timestamp())
            """,
            (stage.run_id, stage.source, stage.stream, stage.name, counts.received, counts.stored, counts.unchanged,
             counts.quarantined, first_seq, last_seq, retried, counts.received if records is None else records),
        )  # fmt: skip


def discrepancies(url: URL, source: str, stream: str, run_id: str) -> list[str]:
    """What of a run's entries does not agree with the raw records that they are about, in words; empty is right."""
    with connect(url) as connection:
        rows = connection.execute(
            sql_text(
                f"""
                select stage, first_seq, last_seq, case stage when 'raw' then stored else records - retried end,
                       (select count(*) from raw_{source} r where seq between first_seq and last_seq
                        and r.stream = l.stream
                        and case stage when 'raw' then run_id = l.run_id else run_id <> all(withdrawn) end)
                from ledger l, lateral (
                    -- as it was then: what was withdrawn later had been dealt with
                    select array(
                        select run_id from (
                            select distinct on (run_id) run_id, kind from withdrawals w
                            where (w.source, w.stream) = (l.source, l.stream) and known_at < recorded_at
                            order by run_id, id desc
                        ) last where kind = '{WITHDRAWN}') as withdrawn
                ) as gone
                where (run_id, source, stream) = (%s, %s, %s) order by id
                """
            ),
            (run_id, source, stream),
        ).fetchall()
    return [
        f"{stage}: {entered:,} records were dealt with, and raw has {there:,} from {first} to {last}"
        for stage, first, last, entered, there in rows
        if entered != there
    ]


def brought_something(url: URL, run_id: str) -> bool:
    """Whether a run has stored raw records."""
    with connect(url) as connection:
        row = connection.execute(
            "select exists (select from ledger where run_id = %s and stage = 'raw' and stored > 0)", (run_id,)
        ).fetchone()
    return bool(row and row[0])


def entered(url: URL, run_id: str, source: str, stages: Sequence[str]) -> Counts:
    """What became of all records that a run had in hand in these stages of a source."""
    with connect(url) as connection:
        row = connection.execute(
            """
            select coalesce(sum(received), 0)::int8, coalesce(sum(stored), 0)::int8,
                   coalesce(sum(unchanged), 0)::int8, coalesce(sum(quarantined), 0)::int8
            from ledger where run_id = %s and source = %s and stage = any(%s)
            """,
            (run_id, source, list(stages)),
        ).fetchone()
    return Counts(*row) if row else Counts()
