"""The command that loads past days."""

import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import command_settings

app = typer.Typer()
DAY = ["%Y-%m-%d"]


@app.command()
def backfill(
    source: Annotated[str, typer.Argument(help="coingecko or coinpaprika.")],
    first: Annotated[datetime, typer.Option("--from", formats=DAY, help="The first day (UTC): 2026-01-01.")],
    last: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, help="The last day, included. Default: yesterday.")
    ] = None,
    coins: Annotated[
        str | None,
        typer.Option(help="Only these, by ticker or the source's id: BTC,ETH. Default: HISTORY_TOP and HISTORY_COINS."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Ask for what is stored, too: corrections become revisions.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many calls it needs and how long they take; do nothing.")
    ] = False,
) -> None:
    """Load past days of the tracked coins from a provider's history.

    Each coin is asked once for as many days as the plan gives in one call; what is stored is never asked again, so that
    a load that was killed goes on where it was. It leaves the month's calls that the schedules will need, and refuses
    what does not fit, with the arithmetic. Days appear in the Dagster UI as they come. Ends with status 1 when days
    were left out.
    """
    from crypto_pipeline.cli import backfill as command

    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    end = last.date() if last else yesterday
    if end < first.date():
        raise typer.BadParameter(f"--to {end} is before --from {first.date()}")
    names = [name for part in (coins or "").split(",") if (name := part.strip())]
    if coins is not None and not names:
        raise typer.BadParameter("--coins names no coin")
    sys.exit(command.run(command_settings(), source, first.date(), end, names, again=again, dry_run=dry_run))
