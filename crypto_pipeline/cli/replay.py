"""`crypto-platform replay`, `rebuild`, `undo`, `quarantine`: raw worked off anew; what was refused, and why."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.cli.home import prepare
from crypto_pipeline.cli.outcomes import Outcome, chosen_streams, print_table
from crypto_pipeline.cli.output import printable, run_id_of, say
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.quarantine import Refusal, find_refusals


def replay(settings: Settings, names: list[str], since: str | None) -> None:
    """Replays these sources (all when none is named) and prints what came of it."""
    chosen = chosen_streams(settings, names, past=True)
    moment = _moment(since)
    url, run_id = _prepared(settings), run_id_of("replay")
    print_table(_outcomes(chosen, lambda stream: stages.replay(url, stream, moment, run_id, say)))


def rebuild(settings: Settings) -> None:
    """Rebuilds everything and prints what came of it."""
    url = _prepared(settings)
    counts = stages.rebuild(url, streams_of(settings), run_id_of("rebuild"), say)
    print_table({name: Outcome(found) for name, found in counts.items()})


def undo(settings: Settings, run: str) -> int:
    """Undoes a run and says how to take that back. Returns 1 when there is nothing to undo."""
    by_run = run_id_of("undo")
    try:
        stages.undo(_prepared(settings), streams_of(settings), run, by_run, typer.echo)
    except stages.UndoError as error:
        typer.echo(f"error: {error}", err=True)
        return 1
    typer.echo(f"to take this back: crypto-platform{' --demo' if settings.is_demo else ''} undo {by_run}")
    return 0


def list_refused(settings: Settings, source: str | None, reason: str | None, limit: int, *, as_json: bool) -> None:
    """Prints refused records, newest first."""
    found = find_refusals(database_url(settings, create=False), source=source, reason=reason, limit=limit)
    if as_json:
        typer.echo(json.dumps([_plain(refusal) for refusal in found], indent=2))
        return
    table = Table("id", "source", "stage", "when (UTC)", "where", "reasons", box=None, pad_edge=False)
    for r in found:
        texts = (r.origin or r.source_id or "", "; ".join(r.reasons)[:200])
        when = f"{r.quarantined_at.astimezone(UTC):%Y-%m-%d %H:%M}"
        table.add_row(str(r.id), r.source, r.stage, when, *(escape(printable(text)) for text in texts))
    Console(highlight=False).print(table if found else "nothing is in quarantine, or nothing that was asked for")


def show_refused(settings: Settings, number: int) -> int:
    """Prints one refused record whole. Returns 1 when there is none of that id."""
    found = find_refusals(database_url(settings, create=False), number=number)
    if not found:
        typer.echo(f"nothing in quarantine has the id {number}: crypto-platform quarantine list", err=True)
        return 1
    typer.echo(json.dumps(_plain(found[0]), indent=2, ensure_ascii=False))
    return 0


def replay_refused(settings: Settings, names: list[str]) -> None:
    """Reads what was refused of these sources again and prints what came of it."""
    chosen = chosen_streams(settings, names, past=True)
    url, run_id = _prepared(settings), run_id_of("replay")
    print_table(_outcomes(chosen, lambda stream: stages.replay_refused(url, stream, run_id, say)))


def _moment(since: str | None) -> int | datetime:
    if since is None:
        return 0
    if since.isdigit():
        return int(since)
    try:
        found = datetime.fromisoformat(since)
    except ValueError:
        raise typer.BadParameter(
            f"--from: {since!r} is neither a raw record's number nor a time such as 2026-05-01 or 2026-05-01T12:00"
        ) from None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def _outcomes(streams: list[Stream], work: Callable[[Stream], Counts]) -> dict[str, Outcome]:
    found = {}
    for stream in streams:
        began = time.monotonic()
        found[stream.address] = Outcome(work(stream), time.monotonic() - began)
    return found


def _prepared(settings: Settings) -> URL:
    """The database, upgraded. Raises `ServerError` where there is none yet: there is nothing to work off anew."""
    database_url(settings, create=False)
    return prepare(settings, say)


def _plain(refusal: Refusal) -> dict[str, Any]:
    found = refusal._asdict() | {"quarantined_at": refusal.quarantined_at.isoformat()}
    found["retry_at"] = refusal.retry_at.isoformat() if refusal.retry_at else None
    with suppress(ValueError):  # text that is no JSON stays text
        found["payload"] = json.loads(refusal.payload)
    return found
