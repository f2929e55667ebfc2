"""Commands about keeping a copy of everything, and bringing it back."""

from pathlib import Path
from typing import Annotated

import typer

from crypto_pipeline.cli.commands.common import command_settings

app = typer.Typer()


@app.command()
def backup(
    to: Annotated[
        Path | None, typer.Argument(help="A new folder for it. Default: one in BACKUP_DIR, named after the time (UTC).")
    ] = None,
) -> None:
    """Copy everything into a folder: the database as it is at one moment, the inbox's files, and a manifest.

    Loads and readers go on meanwhile. With BACKUP_DIR set, Dagster does it by itself at BACKUP_CRON and keeps the
    newest BACKUP_KEEP. Settings and secrets (.env) are not in it: keep them elsewhere.
    """
    from crypto_pipeline.cli import backup as command

    command.run_backup(command_settings(), to)


@app.command()
def restore(
    backup_folder: Annotated[Path, typer.Argument(metavar="FROM", help="The folder that `backup` made.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check it and say what would be done; do nothing.")
    ] = False,
) -> None:
    """Bring a backup back into an empty database, and the inbox's files to where they are missing.

    Nothing is overwritten: for the embedded server, set PLATFORM_HOME to a new folder; for a server of yours, lead
    DATABASE_URL to a new database. All files are checked first, all rows counted afterwards; a kill leaves the database
    empty. A backup of an older version is upgraded.

    Example: PLATFORM_HOME=.platform-new crypto-platform restore backups/crypto-20261126T041500Z
    """
    from crypto_pipeline.cli import backup as command

    command.run_restore(command_settings(), backup_folder, dry_run=dry_run)
