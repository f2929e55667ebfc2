"""Commands about what raw has: work it off anew, take a run back; and about what was refused."""

import sys
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import SOURCES_HELP, command_settings

app = typer.Typer()
quarantine = typer.Typer(no_args_is_help=True, help="Refused records: list them, show one, read them again.")


@app.command()
def replay(
    sources: Annotated[list[str] | None, typer.Argument(help=SOURCES_HELP)] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from", help="A raw record's number, or when it was fetched (UTC): 2026-05-01. Default: the first one."
        ),
    ] = None,
) -> None:
    """Read again what raw has, from some point on: after a reader was mended, say.

    Rows, corrections and refusals are then as if all of it had been read so at first. Asks no upstream. Loads may run
    meanwhile; safe to repeat and to interrupt.
    """
    from crypto_pipeline.cli import replay as command

    command.replay(command_settings(), sources or [], since)


@app.command()
def rebuild() -> None:
    """Make all normalised tables anew from raw, beside those that serve, and exchange them at once.

    Which coin a source's id stands for, and tickers, stay as they are. The API goes on answering, loads go on loading.
    What was interrupted is gone on with.
    """
    from crypto_pipeline.cli import replay as command

    command.rebuild(command_settings())


@app.command()
def undo(
    run: Annotated[str, typer.Argument(help="The run's id, as the Dagster UI and GET /etl/runs show it.")],
) -> None:
    """Take what a run brought out of everything that is served: a wrong file, say.

    Raw keeps it, marked; replays and rebuilds leave it out; what else raw has of the same moments is served again. (Raw
    has equal content once: where a later file only repeated what goes, load that file's partition again in the Dagster
    UI.) Prints an id: undo that, and all is as before.
    """
    from crypto_pipeline.cli import replay as command

    sys.exit(command.undo(command_settings(), run))


@quarantine.command("list")
def quarantine_list(
    source: Annotated[str | None, typer.Option(help="Only this source's.")] = None,
    reason: Annotated[str | None, typer.Option(help="Only those with this text in their reasons.")] = None,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=100_000)] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, payloads included.")] = False,
) -> None:
    """List refused records, newest first, with where they came from and every reason."""
    from crypto_pipeline.cli import replay as command

    command.list_refused(command_settings(), source, reason, limit, as_json=as_json)


@quarantine.command("show")
def quarantine_show(
    number: Annotated[int, typer.Argument(help="Its id, as `quarantine list` prints it.", min=1, max=2**63 - 1)],
) -> None:
    """Show one refused record with its payload."""
    from crypto_pipeline.cli import replay as command

    sys.exit(command.show_refused(command_settings(), number))


@quarantine.command("replay")
def quarantine_replay(
    sources: Annotated[list[str] | None, typer.Argument(help=SOURCES_HELP)] = None,
) -> None:
    """Read refused records again: what passes now is stored and leaves quarantine."""
    from crypto_pipeline.cli import replay as command

    command.replay_refused(command_settings(), sources or [])
