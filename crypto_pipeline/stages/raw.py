"""The first stage: what an upstream sends is appended to its raw table, within its rate and budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import RAW
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Fetched, Request, Source, Stream
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.warehouse import ledger, raw
from crypto_pipeline.warehouse.partitions import ensure_partitions, months_of
from crypto_pipeline.warehouse.quarantine import quarantine
from crypto_pipeline.warehouse.source_state import read_state, save_state
from crypto_pipeline.warehouse.throttle import BudgetExhaustedError, Throttle
from crypto_pipeline.warehouse.turns import turn
from crypto_pipeline.warehouse.writer import open_stage


def load_raw(
    url: URL,
    settings: Settings,
    stream: Stream,
    partitions: str | Sequence[str],
    run_id: str,
    progress: Callable[[str], None] = lambda _: None,
    file: Path | None = None,
) -> Counts:
    """Fetches partitions and appends what is new, batch by batch. Raises `SourceError`; an upstream's snapshot is
    then not stored at all, and what was stored of a file is found unchanged when it is loaded again.
    """
    counts, source = Counts(), stream.source
    with ExitStack() as stack:
        if source.limits is not None:  # whoever is asked within limits is asked by one load at a time
            busy = f"another load of {stream.address} is running: waiting for its end"
            stack.enter_context(
                turn(url, f"{source.name}/{stream.name}", lambda waited: None if waited else progress(busy))
            )
        request = Request(
            settings,
            [partitions] if isinstance(partitions, str) else partitions,
            acquire=gate(url, settings, source, stack, progress),
            progress=progress,
            file=file,
            state=read_state(url, source.name),
        )
        batches = iter(stream.fetch(request))
        while (fetched := next(batches, None)) is not None:
            counts += store_raw(url, stream, run_id, fetched)
            del fetched  # before the next one is made
    return counts


def store_raw(url: URL, stream: Stream, run_id: str, fetched: Fetched) -> Counts:
    """Appends what was fetched, its refusals, its checkpoint and what to remember in one transaction."""
    ensure_partitions(url, f"raw_{stream.source.name}", months_of(fetched.batch.fetched_at))
    with open_stage(url, stream.source.name, stream.name, RAW, run_id) as stage:
        before = stage.raw_seq
        counts = raw.append_raw(stage, fetched.batch, fetched.partition, corrected=stream.past is not None)
        new = quarantine(stage, fetched.rejected)
        save_state(stage, fetched.state)
        counts += Counts(len(fetched.rejected), 0, len(fetched.rejected) - new, new)
        ledger.enter(stage, counts, before + 1, stage.raw_seq)
    return counts


def gate(
    url: URL, settings: Settings, source: Source, stack: ExitStack, progress: Callable[[str], object],
    keep: int = 0, at_the_end: str = "No call was made",
) -> Callable[[], None]:  # fmt: skip
    """What a source calls before each request: rate limit and budget, for the sources that have them. `keep` calls of
    the budget are left to others; `at_the_end` says what holds when it is used up.
    """
    if source.limits is None:
        return lambda: None
    limits = source.limits(settings)
    throttle = stack.enter_context(Throttle(url, source.name, limits.per_minute, limits.per_month, progress, keep))

    def acquire() -> None:
        try:
            throttle.acquire()
        except BudgetExhaustedError as error:
            raise SourceError(source.name, Fault.BUDGET, str(error), at_the_end) from None

    return acquire
