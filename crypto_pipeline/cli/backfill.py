"""`crypto-platform backfill`: past days of the tracked coins, asked once and recorded in Dagster."""

from __future__ import annotations

import time
import uuid
from collections.abc import Sequence
from datetime import date, timedelta

import dagster as dg
import typer

from crypto_pipeline.cli.home import prepare_all
from crypto_pipeline.cli.output import printable
from crypto_pipeline.cli.refresh import Outcome, print_table
from crypto_pipeline.defs.history import calls_to_come, record_days
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.errors import SourceError
from crypto_pipeline.stages import history, load_unified


def run(
    settings: Settings, source: str, first: date, last: date, coins: Sequence[str], *, again: bool, dry_run: bool
) -> int:
    """Loads the days from `first` to `last`; returns 1 when some of them, or a source's error, stood in the way."""
    stream = _snapshot(settings, source)
    (past,) = stream.pasts
    url, reserve = prepare_all(settings), calls_to_come(stream, settings)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    run_id, began = f"backfill-{uuid.uuid4()}", time.monotonic()
    try:
        plan = history.plan(url, settings, past, days, reserve, coins, again=again)
        for reason in sorted(set(plan.refused.values())):
            refused = [day for day in days if plan.refused.get(day) == reason]
            _say(f"{len(refused):,} days are left out ({refused[0]} to {refused[-1]}): {reason}")
        if dry_run:
            typer.echo(f"{plan}" + ("" if plan.fits else ": that does not fit"))
            return int(not plan.fits)
        with dg.DagsterInstance.get() as instance:
            answers, points = history.load_history(
                url, settings, past, plan, run_id, _say, lambda done: record_days(instance, stream, done), reserve
            )
    except SourceError as error:
        typer.echo(f"error: {printable(str(error))}", err=True)
        return 1
    load_unified(url, run_id)
    seconds = time.monotonic() - began
    print_table(
        {f"{past.address}: answers": Outcome(answers, seconds), f"{past.address}: points": Outcome(points, seconds)}
    )
    typer.echo(f"to take it back: crypto-platform{' --demo' if settings.is_demo else ''} undo {run_id}")
    return int(bool(plan.refused))


def _snapshot(settings: Settings, source: str) -> Stream:
    """The stream whose past days are meant. A source that has none is a usage error."""
    known = {stream.source.name: stream for stream in streams_of(settings) if stream.pasts}
    if source not in known:
        raise typer.BadParameter(f"there are past days of {', '.join(known)}; not of {source!r}")
    return known[source]


def _say(line: str) -> None:
    typer.echo(printable(line), err=True)
