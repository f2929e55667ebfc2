"""Which runs are withdrawn: what they brought stays in raw, and is left out of everything that is served."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.source_state import forget_last_load
from crypto_pipeline.warehouse.tables.operations import RESTORED, WITHDRAWN
from crypto_pipeline.warehouse.writer import Stage, lock, sql_text

LOCK = "withdrawals"


class Change(NamedTuple):
    """What is to happen to a run's records of one stream, or has happened."""

    run_id: str
    source: str
    stream: str
    kind: str


def changes_by(url: URL, by_run: str) -> list[Change]:
    """What an undo of this id has done; empty when there was none."""
    return _changes(url, "select run_id, source, stream, kind from withdrawals where by_run = %s order by id", by_run)


def last_changes(url: URL, run_id: str) -> list[tuple[Change, str]]:
    """How a run's records stand, where anything ever happened to them, each with the id of the undo that did it."""
    with connect(url) as connection:
        rows = connection.execute(
            "select distinct on (source, stream) run_id, source, stream, kind, by_run from withdrawals"
            " where run_id = %s order by source, stream, id desc",
            (run_id,),
        ).fetchall()
    return [(Change(*row[:4]), row[4]) for row in rows]


def streams_of_run(url: URL, run_id: str, sources: Iterable[str]) -> list[tuple[str, str]]:
    """The streams (source, stream) of which raw has records that the run brought.

    The ledger knows; of runs from before there was one, all of raw is looked through.
    """
    with connect(url) as connection:
        found = connection.execute(
            "select distinct source, stream from ledger where run_id = %s and stage = 'raw' and stored > 0"
            " order by 1, 2",
            (run_id,),
        ).fetchall()
        if not found:
            found = connection.execute(
                sql_text(
                    " union all ".join(
                        f"select distinct '{source}', stream from raw_{source} where run_id = %(run_id)s"
                        for source in sources
                    )
                ),
                {"run_id": run_id},
            ).fetchall()
    return [(source, stream) for source, stream in found]


def enter(stage: Stage, run_id: str, kind: str, records: int) -> None:
    """Enters that the run's records are withdrawn, or restored: from here on whoever reads raw finds it so.

    What the source remembered of its last load holds no more: what it has then comes again, asked for as a whole.
    """
    forget_last_load(stage)
    stage.change(
        "insert into withdrawals (run_id, source, stream, kind, records, by_run, known_at)"
        " values (%s, %s, %s, %s, %s, %s, clock_timestamp())",
        (run_id, stage.source, stage.stream, kind, records, stage.run_id),
    )


def opposite(kind: str) -> str:
    """What undoes it."""
    return RESTORED if kind == WITHDRAWN else WITHDRAWN


def lock_withdrawals(stage: Stage) -> None:
    """Until the transaction ends no rebuild is exchanged, and nobody else undoes."""
    lock(stage.connection, LOCK)


def _changes(url: URL, query: str, *parameters: str) -> list[Change]:
    with connect(url) as connection:
        return [Change(*row) for row in connection.execute(sql_text(query), parameters).fetchall()]
