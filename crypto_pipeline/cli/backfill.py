"""`crypto-platform backfill`: past days of the tracked coins, asked once and recorded in Dagster."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date, timedelta

import dagster as dg
import typer

from crypto_pipeline.cli.home import prepare_all
from crypto_pipeline.cli.outcomes import Outcome, print_table
from crypto_pipeline.cli.output import printable, run_id_of, say
from crypto_pipeline.defs.history import calls_to_come, record_days
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.errors import SourceError
from crypto_pipeline.stages import history, load_derived
from crypto_pipeline.stages.first_day import offer_from
from crypto_pipeline.warehouse.ledger import brought_something


def run(
    settings: Settings, source: str, first: date, last: date, coins: Sequence[str], *, again: bool, dry_run: bool
) -> int:
    """Loads the days from `first` to `last`; returns 1 when some of them, or a source's error, stood in the way."""
    stream = _snapshot(settings, source)
    (past,) = stream.pasts
    url, reserve = prepare_all(settings), calls_to_come(stream, settings)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    run_id, began = run_id_of("backfill"), time.monotonic()

    def planned() -> history.Plan:
        plan = history.plan(url, settings, past, days, reserve, coins, again=again)
        for reason in sorted(set(plan.refused.values())):
            refused = [day for day in days if plan.refused.get(day) == reason]
            say(f"{len(refused):,} days are left out ({refused[0]} to {refused[-1]}): {reason}")
        if plan.unknown:
            say(f"nobody is called {', '.join(plan.unknown)}: see HISTORY_COINS")
        return plan

    try:
        if dry_run:
            plan = planned()
            typer.echo(f"{plan}" + ("" if plan.fits else ": that does not fit"))
            return int(not plan.fits or bool(plan.refused))
        with dg.DagsterInstance.get() as instance:

            def record(done: history.Done) -> None:
                if not coins and done.days:  # a day of some coins only is not there
                    offer_from(url, settings, past, min(done.days))
                    record_days(instance, stream, done.days)

            plan, answers, points = history.load_history(url, settings, past, planned, run_id, say, record, reserve)
    except SourceError as error:
        typer.echo(f"error: {printable(str(error))}", err=True)
        load_derived(url, run_id)
        _tell_undo(settings, run_id, brought=brought_something(url, run_id))
        return 1
    load_derived(url, run_id)
    seconds = time.monotonic() - began
    print_table({"answers": Outcome(answers, seconds), "points": Outcome(points, seconds)})
    _tell_undo(settings, run_id, brought=bool(answers.stored))
    return int(bool(plan.refused))


def _tell_undo(settings: Settings, run_id: str, *, brought: bool) -> None:
    if brought:
        typer.echo(f"to take it back: crypto-platform{' --demo' if settings.is_demo else ''} undo {run_id}")


def _snapshot(settings: Settings, source: str) -> Stream:
    """The stream whose past days are meant. A source that has none is a usage error."""
    known = {stream.source.name: stream for stream in streams_of(settings) if stream.pasts}
    if source not in known:
        raise typer.BadParameter(f"there are past days of {', '.join(known)}; not of {source!r}")
    return known[source]
