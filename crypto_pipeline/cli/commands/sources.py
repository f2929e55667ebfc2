"""Commands about the sources."""

from pathlib import Path
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import command_settings

app = typer.Typer(no_args_is_help=True, help="The sources: what is loaded, and the beginning of a new one.")


@app.command("list")
def source_list() -> None:
    """List the sources and their streams: what each brings, what it becomes, its job and schedule."""
    from crypto_pipeline.cli import sources as command

    command.show(command_settings())


@app.command("new")
def source_new(
    name: Annotated[str, typer.Argument(help="Small letters, digits and _, for tables and variables: coincap.")],
    into: Annotated[Path, typer.Option(help="The folder that the module and its test are written into.")] = Path(),
) -> None:
    """Write the beginning of a new source: a module that works as it is, against a stand-in of its own, and a test.

    docs/sources.md tells the rest. Nothing is overwritten.
    """
    from crypto_pipeline.cli import sources as command

    command.write_new(name, into)
