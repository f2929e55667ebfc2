"""`crypto-platform backup` and `restore`."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import typer

from crypto_pipeline.cli.home import make_demo, prepare_all
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.stages.backup import back_up_by_schedule, inboxes_of
from crypto_pipeline.warehouse.backup import BackupError, back_up, size_of
from crypto_pipeline.warehouse.connect import database_url, display
from crypto_pipeline.warehouse.home import make_home
from crypto_pipeline.warehouse.restore import Backup, check_files, check_target, open_backup, restore, unpack


def _say(line: str) -> None:
    typer.echo(line, err=True)


def run_backup(settings: Settings, to: Path | None) -> None:
    """Makes a backup and says what it has."""
    began = time.monotonic()
    # as it is: before an upgrade a copy of what was is wanted
    url, streams = database_url(settings, create=False), streams_of(settings)
    if to is None:
        to, manifest, gone = back_up_by_schedule(url, streams, settings, _say)
    else:
        files = {name: inbox.files() for name, inbox in inboxes_of(streams, settings).items()}
        manifest, gone = back_up(url, to, files, _say, demo=settings.is_demo), []
    rows = sum(manifest["tables"].values())
    typer.echo(f"{to}: {rows:,} rows, {size_of(manifest) / 1e6:,.1f} MB, in {time.monotonic() - began:,.1f} s")
    for path in gone:
        typer.echo(f"{path} is gone: BACKUP_KEEP is {settings.backup_keep}")


def run_restore(settings: Settings, backup_folder: Path, *, dry_run: bool) -> None:
    """Brings a backup back into the settings' database, which must be empty; `dry_run` checks all and does nothing."""
    backup, began = open_backup(backup_folder), time.monotonic()
    settings = _in_its_kind_of_home(settings, backup, dry_run=dry_run)
    check_files(backup, _say)
    inboxes = inboxes_of(streams_of(settings), settings)
    if dry_run and settings.database_url is None and not (settings.home / "postgres").exists():
        where = f"a new embedded server in {settings.home}"  # a plan makes none
    else:
        url = database_url(settings)
        check_target(url, backup)
        where = "the embedded server" if settings.database_url is None else display(url)
    _tell(backup, where, {name: str(inbox.folder) for name, inbox in inboxes.items()})
    if dry_run:
        typer.echo("nothing was done (--dry-run)")
        return
    restore(url, backup, _say)
    for name, inbox in inboxes.items():
        if (archive := backup.packed(name)) is not None:
            put, left = unpack(archive, inbox.folder)
            typer.echo(f"{inbox.folder}: {put} files put back, {left} left as they were")
    prepare_all(settings, _say)  # an older schema is upgraded; the reading role is let in
    start = (
        f"PLATFORM_HOME={settings.platform_home} crypto-platform up --demo"
        if settings.is_demo
        else "crypto-platform up"
    )
    typer.echo(f"restored in {time.monotonic() - began:,.1f} s. Start it: {start}")


def _in_its_kind_of_home(settings: Settings, backup: Backup, *, dry_run: bool) -> Settings:
    """The settings, where a demo's backup goes into a demo's home and a live one into a live one: simulated and true
    prices are never mixed. A new home becomes a demo's with it.
    """
    if not backup.manifest.get("demo"):
        if settings.is_demo:
            raise BackupError(f"the backup is a live platform's, and {settings.platform_home} is a demo's home")
        return settings
    if settings.database_url is not None:
        raise BackupError("the backup is a demo's, which has the embedded server: unset DATABASE_URL")
    if settings.is_demo or dry_run or (settings.home / "postgres").exists():
        return settings  # a database that is there is refused in a moment
    ports = {name: getattr(settings, name) for name in ("api_port", "dagster_port", "simulator_port")}
    make_home(settings.platform_home)
    return make_demo(settings.platform_home, ports, 1_000)


def _tell(backup: Backup, where: str, inboxes: dict[str, str]) -> None:
    """What is going to happen."""
    known, made = backup.manifest, datetime.fromisoformat(backup.manifest["made_at"])
    typer.echo(
        f"{backup.folder}: made {made:%Y-%m-%d %H:%M} UTC by version {known['platform']} of "
        f"{known['database']}; schema {known['revision']}, data_version {known['data_version']['version']}"
    )
    typer.echo(
        f"into {where}: {backup.rows:,} rows of {len(known['tables'])} tables, which took "
        f"{backup.needed_bytes / 1e6:,.1f} MB with their indexes"
    )
    for name, folder in inboxes.items():
        if backup.packed(name) is not None:
            typer.echo(f"into {folder}: the inbox's files that are not there")
