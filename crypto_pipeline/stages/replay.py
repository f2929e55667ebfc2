"""What raw has, worked off anew: a stream's records from some point on, or everything, beside the tables that serve."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime

import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import CANDLES, UNIFIED
from crypto_pipeline.records import Counts
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages.derived import load_derived
from crypto_pipeline.stages.rows import load_rows
from crypto_pipeline.stages.unified import ALL_SOURCES, ALL_STREAMS
from crypto_pipeline.warehouse import raw, shadow
from crypto_pipeline.warehouse.connect import DatabaseError
from crypto_pipeline.warehouse.partitions import forget_partitions
from crypto_pipeline.warehouse.quarantine import make_due
from crypto_pipeline.warehouse.writer import open_stage

Say = Callable[[str], object]
# How often the exchange is tried while somebody reads for long
TRIES = 60


def replay(url: URL, stream: Stream, since: int | datetime, run_id: str, say: Say = lambda _: None) -> Counts:
    """Sets the stream's stage back to a raw record's sequence number, or to the first one fetched at that time or
    later, and works off what follows. Rows and refusals are then as if it had been read so at first.
    """
    source = stream.source.name
    first = since if isinstance(since, int) else raw.first_since(url, source, stream.name, since)
    if first is None:
        return Counts()
    with open_stage(url, stream.source.name, stream.name, stream.product, run_id) as stage:
        stage.raw_seq = min(stage.raw_seq, first - 1)
    counts = load_rows(url, stream, run_id, say)
    load_derived(url, run_id)
    return counts


def replay_refused(url: URL, stream: Stream, run_id: str, say: Say = lambda _: None) -> Counts:
    """Reads again what was refused of a stream: what passes now is stored and leaves quarantine."""
    with open_stage(url, stream.source.name, stream.name, stream.product, run_id) as stage:
        make_due(stage)
    counts = load_rows(url, stream, run_id, say)
    load_derived(url, run_id)
    return counts


def rebuild(url: URL, streams: Iterable[Stream], run_id: str, say: Say = lambda _: None) -> dict[str, Counts]:
    """Makes all tables that follow from raw anew, beside those that serve, and exchanges them in one transaction.

    What does not follow from raw stays: which coin a listing stands for, and tickers. Loads may run meanwhile. What was
    interrupted is gone on with. Returns the counts by stream. Raises `DatabaseError` when readers never pause.
    """
    beside = shadow.shadow_url(url)
    counts = {stream: Counts() for stream in streams}
    if strange := raw.sources_with_records(url) - {stream.source.name for stream in counts}:
        raise DatabaseError(
            f"raw has records of {', '.join(sorted(strange))}, which this platform does not know: install the source, "
            "or its rows would be gone from what is served"
        )

    def begin() -> None:
        begun = shadow.make_shadow(url)
        forget_partitions()
        say("rebuilding beside the tables that serve" if begun else "going on with a rebuild that was interrupted")

    def work_off() -> None:
        for stream in counts:
            done = load_rows(beside, stream, run_id, say)
            counts[stream] += done
            if done.received:
                say(f"{stream.address}: {counts[stream].received:,} records worked off")
        load_derived(beside, run_id)

    begin()
    work_off()
    for _ in range(TRIES):
        try:
            with shadow.nothing_new(url, [(stream.source.name, stream.name) for stream in counts]) as still_right:
                if not still_right:
                    say("a run was undone meanwhile: beginning anew")
                    counts.update(dict.fromkeys(counts, Counts()))
                    begin()
                work_off()  # what has come meanwhile
                shadow.exchange(
                    url,
                    [*((stream.source.name, stream.name, stream.product) for stream in counts),
                     (ALL_SOURCES, ALL_STREAMS, UNIFIED), (ALL_SOURCES, ALL_STREAMS, CANDLES)],
                )  # fmt: skip
        except psycopg.errors.LockNotAvailable:
            say("waiting for somebody who reads for long")
            time.sleep(1)
        else:
            forget_partitions()
            return {stream.address: found for stream, found in counts.items()}
    raise DatabaseError("the tables were not exchanged: somebody reads without a pause. Try again: it is gone on with")
