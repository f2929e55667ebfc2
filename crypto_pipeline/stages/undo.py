"""What a run brought, taken out of everything that is served, or back: one transaction for each stream.

Raw keeps the records. What else raw has to say of the same moments, or articles, is read again, so that the tables are
as if the run had never been.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import HISTORY, QUOTES
from crypto_pipeline.records import RawRecord
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages.derived import load_derived
from crypto_pipeline.stages.isolate import isolate
from crypto_pipeline.stages.products import PRODUCTS, Product
from crypto_pipeline.stages.rows import Batch, load_rows, owners, store_records
from crypto_pipeline.warehouse import beliefs, raw, withdrawals
from crypto_pipeline.warehouse.quarantine import quarantine, release
from crypto_pipeline.warehouse.tables.operations import RESTORED, WITHDRAWN
from crypto_pipeline.warehouse.withdrawals import Change
from crypto_pipeline.warehouse.writer import Stage, by_key, literal, lock, open_stage, stage_lock

logger = logging.getLogger(__name__)
Say = Callable[[str], object]
# Products whose rows lie in the same tables: what one stream lets go of, another one of the source may have, too
SHARING = {QUOTES, HISTORY}


class UndoError(Exception):
    """There is nothing to undo. The message says why, and what can be done."""


class DoneAlreadyError(UndoError):
    """It is undone."""


def undo(url: URL, streams: Sequence[Stream], run_id: str, by_run: str, say: Say = logger.info) -> list[Change]:
    """Withdraws what the run brought; of a run that was an undo itself, takes back what it did. Returns what was done.

    `by_run` is the id of this undo, by which it can be undone. Raises `UndoError`.
    """
    known = {(stream.source.name, stream.name): stream for stream in streams}
    try:
        changes = _changes(url, streams, run_id)
    except DoneAlreadyError:
        load_derived(url, by_run, prune=True)  # whoever did it may have been killed before this
        raise
    if strange := [f"{c.source}/{c.stream}" for c in changes if (c.source, c.stream) not in known]:
        raise UndoError(f"the run loaded {', '.join(strange)}, which this platform does not know: install its source")
    for change in changes:
        stream = known[change.source, change.stream]
        with open_stage(url, change.source, change.stream, stream.product, by_run) as stage:
            withdrawals.lock_withdrawals(stage)
            _refuse_done([change], withdrawals.last_changes(url, change.run_id))  # by somebody else, just now
            records = _apply(url, stage, stream, change)
        say(f"{stream.address}: {records:,} records of the run {change.run_id} are {change.kind}")
        load_rows(url, stream, by_run, say)  # what was left out until now may lie behind the stage's checkpoint
    load_derived(url, by_run, prune=True)
    return changes


def _changes(url: URL, streams: Sequence[Stream], run_id: str) -> list[Change]:
    """What is to be done to undo this run."""
    if done := withdrawals.changes_by(url, run_id):
        changes = [change._replace(kind=withdrawals.opposite(change.kind)) for change in done]
    else:
        found = withdrawals.streams_of_run(url, run_id, dict.fromkeys(stream.source.name for stream in streams))
        changes = [Change(run_id, source, stream, WITHDRAWN) for source, stream in found]
    if not changes:
        raise UndoError(f"the run {run_id} brought nothing: raw has no record of it")
    return _refuse_done(changes, [last for c in changes for last in withdrawals.last_changes(url, c.run_id)])


def _refuse_done(changes: list[Change], done: Sequence[tuple[Change, str]]) -> list[Change]:
    """What is left to be done: an undo that was interrupted is gone on with. Raises `DoneAlreadyError` for nothing."""
    done_by = dict(done)
    left = [change for change in changes if change not in done_by]
    if not left:
        first = changes[0]
        raise DoneAlreadyError(
            f"the run {first.run_id} is {first.kind} already; to take that back undo {done_by[first]}"
        )
    return left


def _apply(url: URL, stage: Stage, stream: Stream, change: Change) -> int:
    """Does it to one stream; returns how many raw records it is about."""
    product = PRODUCTS[stream.product]
    stage.execute("create temporary table touched (key text, row text, moment timestamptz) on commit drop")
    count = 0
    for batch in _batches(stage, stream, f"run_id = {literal(change.run_id)}"):
        count += len(batch.records)
        release(stage, [record.seq for record in batch.records])
        _touch(stage, product, batch)
    withdrawals.enter(stage, change.run_id, change.kind, count)
    if stream.product in SHARING:
        beliefs.remember(stage)
    product.clear(stage)
    raw.find_touched(stage, by_moment=product.by_moment, windows=stream.past is not None)
    if change.kind == RESTORED:  # also what was refused: it touches nothing
        raw.add_to_reread(stage, change.run_id)
    for batch in _batches(stage, stream, "seq in (select seq from reread)"):
        _, _, refused = store_records(url, stage, batch, logger.warning)
        quarantine(stage, refused)
        product.settle(stage)
    for sibling in stream.source.streams:
        if sibling.name != stream.name and sibling.product in SHARING and stream.product in SHARING:
            _reread_sibling(url, stage, sibling)
    if stream.product in SHARING:
        beliefs.keep(stage, stage.run_id)
    return count


def _reread_sibling(url: URL, stage: Stage, stream: Stream) -> None:
    """What another stream of the source has to say of the moments that were emptied."""
    lock(stage.connection, stage_lock(stage.source, stream.name, stream.product))
    rows = stage.fetch(
        "select raw_seq from etl_checkpoints where (source, stream, stage) = (%s, %s, %s)",
        (stage.source, stream.name, stream.product),
    )
    if not rows:
        return
    other = Stage(stage.connection, stage.source, stream.name, stream.product, stage.run_id, rows[0][0])
    stage.execute("drop table reread")
    raw.find_touched(other, by_moment=True, windows=stream.past is not None)
    for batch in _batches(other, stream, "seq in (select seq from reread)"):
        store_records(url, other, batch, logger.warning)
    stage.changed += other.changed


def _touch(stage: Stage, product: Product, batch: Batch) -> None:
    """Notes which rows the records became, in `touched`."""

    def work(records: Sequence[RawRecord]) -> int:
        columns = batch.columns(records)
        good, _ = product.normalize(columns)
        owner = owners(columns, records)
        frame = pd.DataFrame(
            {"key": [records[owner[i]].source_id for i in good.index], "row": good[product.row_column].to_numpy(),
             "moment": good[product.time_column].array}
        )  # fmt: skip
        stage.copy_frame("more_touched", "key text, row text, moment timestamptz", frame)
        return stage.execute("insert into touched select distinct key, row, moment from more_touched")

    isolate(stage, batch.records, work, lambda *_: None)  # what cannot be read became nothing


def _batches(stage: Stage, stream: Stream, condition: str) -> Iterator[Batch]:
    """The stream's raw records under this condition, in order."""
    after = 0
    while True:
        batch = Batch(stream, [])
        with by_key(stage):
            for piece in raw.read_where(stage, condition, after):
                batch.take(piece)
        if not batch.records:
            return
        yield batch
        after = batch.records[-1].seq
