"""`crypto-platform`: the commands and their help. What each does is in a module of its own beside this one."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from crypto_pipeline import __version__
from crypto_pipeline.cli.commands import again, backfill, backup, database, keys, parts, sources
from crypto_pipeline.cli.commands.common import PORTS, SOURCES_HELP, Port, command_settings
from crypto_pipeline.cli.errors import told
from crypto_pipeline.settings import SettingsError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "A self-hosted crypto market-data platform.\n\n"
        "Loads CoinGecko, CoinPaprika, CSV files and RSS feeds into PostgreSQL through Dagster, one record per coin, "
        "and serves them over HTTP.\n\n"
        "Try it without network or keys: crypto-platform up --demo\n\n"
        "Settings come from environment variables or a .env file; .env.example lists them all. "
        "Check them with: crypto-platform doctor (crypto-platform --demo doctor for a demo)"
    ),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crypto-platform {__version__}")
        raise typer.Exit


@app.callback()
def choose_home(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help="Do it to the demo that `up --demo` made, not to the live platform.")
    ] = False,
) -> None:
    """What holds for every command."""
    if demo:
        from crypto_pipeline.cli.home import demo_home
        from crypto_pipeline.settings import DEMO_OVERRIDES

        home = demo_home()
        os.environ["PLATFORM_HOME"] = str(home)
        if context.invoked_subcommand == "up" or not (home / DEMO_OVERRIDES).exists():
            raise SettingsError(f"--demo: there is no demo in {home}; crypto-platform up --demo makes and runs one")


app.add_typer(again.app)
app.add_typer(again.quarantine, name="quarantine")
app.add_typer(sources.app, name="source")
app.add_typer(database.app, name="db")
app.add_typer(keys.app, name="keys")
app.add_typer(backfill.app)
app.add_typer(backup.app)
app.add_typer(parts.app)


def main() -> None:
    """The console script. Known errors end with one line and status 1 (2 for wrong settings), never a stack."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that knows no € or → shows ? for it
            stream.reconfigure(errors="replace")
    with told(typer.echo):
        app()


@app.command()
def up(
    demo: Annotated[
        bool,
        typer.Option("--demo", help="Use the built-in simulator and a home of its own; needs no network, no keys."),
    ] = False,
    api_port: Annotated[Port, typer.Option(help="Port of the API. Default: API_PORT, 8000.", **PORTS)] = None,
    dagster_port: Annotated[
        Port, typer.Option(help="Port of the Dagster UI. Default: DAGSTER_PORT, 3000.", **PORTS)
    ] = None,
    simulator_port: Annotated[
        Port, typer.Option(help="Port of the simulator, with --demo. Default: SIMULATOR_PORT, 8900.", **PORTS)
    ] = None,
    coins: Annotated[int, typer.Option(help="Coins in the simulated market, with --demo.", min=1, max=20_000)] = 1000,
    refresh: Annotated[
        bool, typer.Option("--refresh/--no-refresh", help="Load every source once at the start.")
    ] = True,
) -> None:
    """Run the whole platform: database, Dagster (UI and daemon), API; with --demo also the simulated upstreams.

    Loads every source once, prints the addresses, then keeps loading on schedule. Everything listens on 127.0.0.1
    (the API on API_HOST, if that is set). Ctrl-C stops it all; so does the end of any part. A load that is running
    then has 15 seconds to end; one that does not is done by the next.

    A demo keeps its data in .platform-demo, apart from live data.
    """
    from crypto_pipeline.cli import up as command

    ports = {"api_port": api_port, "dagster_port": dagster_port, "simulator_port": simulator_port}
    given = {name: port for name, port in ports.items() if port is not None}
    sys.exit(command.run(demo=demo, ports=given, coins=coins, refresh=refresh))


@app.command()
def refresh(
    names: Annotated[list[str] | None, typer.Argument(metavar="[SOURCES]...", help=SOURCES_HELP)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Load sources once, now, in this process, by the same Dagster jobs that the schedules run.

    Prints for each: records received, stored (new or changed), unchanged, quarantined, and seconds. Ends with
    status 1 when a source failed; the others are loaded all the same. Safe to repeat and to interrupt.
    """
    from crypto_pipeline.cli import refresh as command

    sys.exit(command.run(command_settings(), names or [], as_json=as_json))


@app.command()
def simulate(
    host: Annotated[str, typer.Option(help="The address to listen on; others can reach 0.0.0.0.")] = "127.0.0.1",
    port: Annotated[Port, typer.Option(help="The port. Default: SIMULATOR_PORT, 8900.", **PORTS)] = None,
    coins: Annotated[int, typer.Option(help="Coins in the market.", min=1, max=20_000)] = 1000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same market.")] = 1,
    at: Annotated[
        datetime | None, typer.Option(help="Stop the clock at this moment (UTC): prices no longer move.")
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(help="Serve recorded bodies from this folder instead.", exists=True, file_okay=False),
    ] = None,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            help="Spoil answers: PATH=KIND[:PROBABILITY[:SECONDS]], KIND one of 429, 500, 401, timeout, cut, html, "
            "drip, schema. Repeatable. Example: --fault /v1/tickers=429:0.5:2"
        ),
    ] = None,
    rate: Annotated[int, typer.Option(help="Calls a minute before 429; 0: no limit.", min=0)] = 0,
) -> None:
    """Serve stand-ins for the upstreams: CoinGecko at /api/v3, CoinPaprika at /v1, feeds at /feeds/NAME.xml.

    Point the platform at it with COINGECKO_BASE_URL=http://127.0.0.1:8900/api/v3,
    COINPAPRIKA_BASE_URL=http://127.0.0.1:8900/v1 and RSS_FEEDS=demo=http://127.0.0.1:8900/feeds/demo.xml.
    Faults can be changed while it runs: PUT /simulator/faults.
    """
    from crypto_pipeline.cli import simulate as command

    command.run(command_settings(), host, port, coins, seed, at, replay, fault or [], rate)


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")] = False,
) -> None:
    """Is everything well? Checks settings, disk, database, loads, data, files and upstreams; says what to do.

    A platform that runs is asked itself; of one that does not, ports and settings are checked. Makes and changes
    nothing. Ends with status 1 when something must be mended; warnings leave it at 0: an upstream that does not
    answer, say, for the network may be closed on purpose.
    """
    from crypto_pipeline.cli import doctor as command
    from crypto_pipeline.cli.wellbeing import Finding

    try:
        settings = command_settings()
    except SettingsError as error:
        if as_json:
            command.print_json([Finding("failed", f"wrong setting: {error}")])
        raise
    sys.exit(command.run(settings, as_json=as_json))
