"""`crypto-platform simulate`: the simulator under uvicorn."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import typer
import uvicorn

from crypto_pipeline.cli.ports import ports_problem
from crypto_pipeline.settings import Settings
from crypto_pipeline.simulator.app import create_app
from crypto_pipeline.simulator.faults import Fault
from crypto_pipeline.simulator.stand_in import stand_ins
from crypto_pipeline.sources import SOURCES


def run(
    settings: Settings, host: str, port: int | None, coins: int, seed: int, at: datetime | None, replay: Path | None,
    faults: list[str], rate: int,
) -> None:  # fmt: skip
    """Serves until interrupted. A wrong --fault or --replay ends with a usage error."""
    try:
        parsed = [Fault.parse(text) for text in faults]
        moment = at.replace(tzinfo=UTC) if at else None
        served = stand_ins(source.stand_in for source in SOURCES.values())
        app = create_app(served, coins, seed, replay, parsed, moment, rate)
    except (ValueError, FileNotFoundError) as error:
        raise typer.BadParameter(str(error)) from None
    port = port or settings.simulator_port
    if problem := ports_problem({"simulator_port": port}, settings):
        typer.echo(f"error: {problem}", err=True)
        raise typer.Exit(1)
    typer.echo(f"simulator on http://{host}:{port}")
    level = "info" if settings.log_level == "DEBUG" else "warning"
    uvicorn.run(app, host=host, port=port, log_level=level, access_log=False, timeout_graceful_shutdown=2)
