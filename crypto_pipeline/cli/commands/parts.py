"""The platform's parts, each by itself: for containers, clusters and units of systemd. `up` runs them all."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import command_settings

app = typer.Typer()


class PartName(StrEnum):
    """The parts whose health can be asked."""

    API = "api"
    CODE_SERVER = "code-server"
    DAGSTER_WEBSERVER = "dagster-webserver"
    DAGSTER_DAEMON = "dagster-daemon"


@app.command()
def api() -> None:
    """Serve the query API alone, on API_HOST and API_PORT.

    It needs no other part: while the database is away it answers 503, and goes on when it is back.
    """
    from crypto_pipeline.cli import apart, parts

    command_settings()  # what is wrong with them is said before anything starts
    apart.become(parts.api())


@app.command("code-server")
def code_server() -> None:
    """Serve Dagster's definitions alone, at CODE_SERVER, and run the loads.

    Waits until the database is upgraded. Whoever reaches CODE_SERVER can run code: keep it on a network of its own.
    """
    from crypto_pipeline.cli import apart, parts

    apart.run(command_settings(), parts.CODE)


@app.command("dagster-webserver")
def dagster_webserver() -> None:
    """Serve the Dagster UI alone, behind the guard, on DAGSTER_HOST and DAGSTER_PORT.

    Waits for the database and the code server.
    """
    from crypto_pipeline.cli import apart, parts

    apart.run(command_settings(), parts.DAGSTER)


@app.command("dagster-daemon")
def dagster_daemon() -> None:
    """Run Dagster's schedules, sensors and queue alone.

    Waits for the database and the code server.
    """
    from crypto_pipeline.cli import apart, parts

    apart.run(command_settings(), parts.DAEMON)


@app.command()
def health(part: Annotated[PartName, typer.Argument(help="Which part.")] = PartName.API) -> None:
    """Is a part well? Ends with status 0, or with 1 and what is wrong: for the health checks of containers.

    Asks the API whether it is ready, the Dagster UI whether it answers, the code server whether it serves, and the
    database when the daemon last gave a sign.
    """
    from crypto_pipeline.cli import part_health

    if problem := part_health.ill(command_settings(), part):
        typer.echo(problem, err=True)
        sys.exit(1)


@app.command()
def smoke(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where its API is: http://127.0.0.1:8000, say.")],
) -> None:
    """Check a running platform from end to end, over HTTP only, wherever it runs.

    Asks whether it is well, loads each source (with the token in ETL_TOKEN) and follows the load to its end, looks at
    data of each source, traces a number to its payload, and takes exports and metrics. Where reading needs a key, it
    is taken from API_KEY. Prints a table; ends with status 1 when a check failed.
    """
    from crypto_pipeline.cli import smoke as command

    sys.exit(command.run(url))
