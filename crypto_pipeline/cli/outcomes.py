"""Which streams a command is about, and what came of them. Knows no Dagster: it takes half a second to load."""

from __future__ import annotations

from dataclasses import dataclass, field

import typer
from rich.console import Console
from rich.table import Table

from crypto_pipeline.catalog import MAX_QUARANTINE_RATIO
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Stream


@dataclass
class Outcome:
    """What one stream's runs came to."""

    counts: Counts = field(default_factory=Counts)
    seconds: float = 0.0
    errors: tuple[str, ...] = ()


def chosen_streams(settings: Settings, names: list[str], *, past: bool = False) -> list[Stream]:
    """The streams of the named sources, or the named ones (`coingecko/contracts`); all when none is named. Those of
    past days only where they are wanted, too (`past`). An unknown name is a usage error.
    """
    streams = [stream for stream in streams_of(settings) if past or stream.past is None]
    known = dict.fromkeys(name for stream in streams for name in (stream.source.name, stream.address))
    if unknown := [name for name in names if name not in known]:
        raise typer.BadParameter(f"no source is called {', '.join(unknown)}; there are: {', '.join(known)}")
    return [stream for stream in streams if not names or {stream.source.name, stream.address} & set(names)]


def print_table(outcomes: dict[str, Outcome]) -> None:
    """Counts, seconds and a verdict, source by source."""
    table = Table("source", box=None, pad_edge=False)
    for column in ("received", "stored", "unchanged", "quarantined", "seconds"):
        table.add_column(column, justify="right")
    table.add_column("")
    for name, outcome in outcomes.items():
        c = outcome.counts
        numbers = [f"{n:,}" for n in (c.received, c.stored, c.unchanged, c.quarantined)]
        suspicious = c.quarantined > c.received * MAX_QUARANTINE_RATIO
        verdict = "FAILED" if outcome.errors else "see-quarantine" if suspicious else "ok"
        table.add_row(name, *numbers, f"{outcome.seconds:.1f}", verdict)
    Console(highlight=False).print(table)
