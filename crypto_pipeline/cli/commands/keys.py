"""Commands about who may read the API and start loads over it."""

from enum import StrEnum
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import command_settings

app = typer.Typer(
    no_args_is_help=True,
    help="Keys that read the API and tokens that start loads: give them out, take them back, without a restart.",
)


class Scope(StrEnum):
    """What a key opens."""

    READ = "read"
    LOAD = "load"


@app.command("add")
def keys_add(
    name: Annotated[str, typer.Argument(help="Whose it is: alice, or nightly-report. It stands in the API's log.")],
    scope: Annotated[Scope, typer.Option(help="read: reads the API. load: starts and undoes loads, and reads.")] = (
        Scope.READ
    ),
    expires: Annotated[
        str | None, typer.Option(help="90d, 12h, 8w, 1y, or a day such as 2027-06-30. Default: never.")
    ] = None,
) -> None:
    """Make a key and print it, once.

    From the first reading key on, reading the API needs one (`keys open` takes that back). The database has only its
    SHA-256. Those of API_READ_KEYS and ETL_TOKEN go on working.

    Example: curl -H "X-API-Key: $(crypto-platform keys add alice --expires 90d)" http://127.0.0.1:8000/data
    """
    from crypto_pipeline.cli import keys as command

    command.add(command_settings(), name, scope.value, command.expiry(expires))


@app.command("list")
def keys_list(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """List all keys with scope, state, and when they were made, expire and were revoked. Times are UTC."""
    from crypto_pipeline.cli import keys as command

    command.show(command_settings(), as_json=as_json)


@app.command("revoke")
def keys_revoke(name: Annotated[str, typer.Argument(help="As `keys list` shows it.")]) -> None:
    """Take a key back: within a second it opens nothing."""
    from crypto_pipeline.cli import keys as command

    command.revoke(command_settings(), name)


@app.command("open")
def keys_open() -> None:
    """Let everybody read again: forget the reading keys, all of which must be revoked or expired."""
    from crypto_pipeline.cli import keys as command

    command.open_to_all(command_settings())
