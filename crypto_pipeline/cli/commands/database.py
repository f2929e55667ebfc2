"""Commands about the database."""

import sys
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import command_settings

app = typer.Typer(no_args_is_help=True, help="The database: migrate it, look at it, connect to it, move it.")


@app.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the newest schema. `up` and `refresh` do this, too."""
    from crypto_pipeline.cli import database as command

    command.upgrade(command_settings())


@app.command("current")
def db_current() -> None:
    """Print the schema's revision, and whether it is the newest."""
    from crypto_pipeline.cli import database as command

    sys.exit(command.current(command_settings()))


@app.command("move")
def db_move(
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            help="postgresql://user:password@host:5432/database, which must be empty; or `embedded`, the way back. "
            "Default: MOVE_TO_URL, which keeps the password out of the list of processes.",
            envvar="MOVE_TO_URL",
        ),
    ],
) -> None:
    """Move everything into another PostgreSQL (15 or newer), of another version, too.

    Loads wait meanwhile; every row is compared with its copy. The old database is kept and takes no writes any more, so
    that nothing is written where nobody looks: start the platform again with the new setting. A move that is killed
    is begun anew by the same command; until it is done the old database stays in use.
    """
    from crypto_pipeline.cli import move as command

    command.run(command_settings(), url)


@app.command("reopen")
def db_reopen() -> None:
    """Use the old database again after a move: let writers into the one that the settings name."""
    from crypto_pipeline.cli import move as command

    command.reopen(command_settings())


@app.command("discard")
def db_discard() -> None:
    """Remove this home's embedded database after a move, once DATABASE_URL's is found to have all that it has."""
    from crypto_pipeline.cli import move as command

    command.discard(command_settings())


ReadOnly = Annotated[
    bool, typer.Option("--read-only", help="As the role that can read and nothing else, for tools of your own.")
]


@app.command("url")
def db_url(
    show_password: Annotated[bool, typer.Option("--show-password", help="Print the password instead of ***.")] = False,
    read_only: ReadOnly = False,
) -> None:
    """Print the database's URL, for other tools. The embedded server runs only while `up` or another command uses it:
    start `crypto-platform up` first.
    """
    from crypto_pipeline.cli import database as command

    command.print_url(command_settings(), show_password=show_password, read_only=read_only)


@app.command("shell", context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def db_shell(context: typer.Context, read_only: ReadOnly = False) -> None:
    """Open psql on the database. What stands behind -- goes to psql.

    Example: crypto-platform db shell -- -c 'select ticker, price_usd from crypto_assets order by rank limit 10'
    """
    from crypto_pipeline.cli import database as command

    sys.exit(command.shell(command_settings(), [arg for arg in context.args if arg != "--"], read_only=read_only))
