"""`crypto-platform backup` and `restore`."""

from __future__ import annotations

import time
from pathlib import Path

import typer

from crypto_pipeline.cli.home import make_demo, prepare_all
from crypto_pipeline.cli.output import printable, say
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.inbox import Inbox
from crypto_pipeline.stages.backup import back_up_by_schedule, inboxes_of
from crypto_pipeline.warehouse import keys
from crypto_pipeline.warehouse import restore as restoring
from crypto_pipeline.warehouse.backup import back_up
from crypto_pipeline.warehouse.cluster import VERSION
from crypto_pipeline.warehouse.connect import database_url, display
from crypto_pipeline.warehouse.home import make_home
from crypto_pipeline.warehouse.manifest import BackupError
from crypto_pipeline.warehouse.restore import Backup


def run_backup(settings: Settings, to: Path | None) -> None:
    """Makes a backup and says what it has."""
    began = time.monotonic()
    # as it is: before an upgrade a copy of what was is wanted
    url, streams = database_url(settings, create=False), streams_of(settings)
    if to is None:
        to, manifest, gone = back_up_by_schedule(url, streams, settings, say)
    else:
        files = {name: inbox.files() for name, inbox in inboxes_of(streams, settings).items()}
        manifest, gone = back_up(url, to, files, say, demo=settings.is_demo), []
    seconds = time.monotonic() - began
    typer.echo(f"{to}: {manifest.rows:,} rows, {manifest.bytes / 1e6:,.1f} MB, in {seconds:,.1f} s")
    for path in gone:
        typer.echo(f"{path} is gone: BACKUP_KEEP is {settings.backup_keep}")


def run_restore(settings: Settings, backup_folder: Path, *, dry_run: bool) -> None:
    """Brings a backup back into the settings' database, which must be empty; `dry_run` checks all and does nothing.
    One that was interrupted late is gone on with.
    """
    backup, began = restoring.open_backup(backup_folder), time.monotonic()
    settings = _in_its_kind_of_home(settings, backup, dry_run=dry_run)
    restoring.check_files(backup, say)
    inboxes = inboxes_of(streams_of(settings), settings)
    for name, inbox in inboxes.items():
        if (archive := backup.packed(name)) is not None:
            restoring.check_inbox(archive, inbox.folder, make=not dry_run)
    filled = False
    if dry_run and settings.database_url is None and not (settings.home / "postgres").exists():
        where = f"a new embedded server in {settings.home}"  # a plan makes none
        restoring.check_server(VERSION, backup, where)
    else:
        url = database_url(settings)
        filled = restoring.check_target(url, backup)
        where = "the embedded server" if settings.database_url is None else display(url)
    _tell(backup, where, inboxes)
    if dry_run:
        typer.echo("nothing was done (--dry-run)")
        return
    if filled:
        say("the database was filled by a restore that was interrupted: going on with it")
        restoring.check_rows(url, backup)
    else:
        restoring.restore(url, backup, say)
    for name, inbox in inboxes.items():
        if (archive := backup.packed(name)) is not None:
            put, left = restoring.unpack(archive, inbox.folder)
            typer.echo(f"{inbox.folder}: {put} files put back, {left} left as they were")
    prepare_all(settings, say)  # an older schema is upgraded; the reading role is let in
    restoring.finish(url)
    if valid := [key.name for key in keys.list_keys(url) if key.state == "valid"]:
        typer.echo(
            f"keys that were valid then are valid again ({printable(', '.join(valid))}): revoke those that were "
            "revoked since (crypto-platform keys revoke NAME)"
        )
    start = "crypto-platform up"
    if settings.is_demo:
        start = f"PLATFORM_HOME={settings.platform_home} {start} --demo"
    typer.echo(f"restored in {time.monotonic() - began:,.1f} s. Start it: {start}")


def _in_its_kind_of_home(settings: Settings, backup: Backup, *, dry_run: bool) -> Settings:
    """The settings, where a demo's backup goes into a demo's home and a live one into a live one: simulated and true
    prices are never mixed. A new home becomes a demo's with it.
    """
    if not backup.manifest.demo:
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


def _tell(backup: Backup, where: str, inboxes: dict[str, Inbox]) -> None:
    """What is going to happen."""
    known = backup.manifest
    needed = sum(known.table_bytes.values())
    lines = [
        f"{backup.folder}: made {known.made_at:%Y-%m-%d %H:%M} UTC by version {known.platform} of {known.database}; "
        f"schema {known.revision}, data_version {known.data_version.version}",
        f"into {where}: {known.rows:,} rows of {len(known.tables)} tables, which took {needed / 1e6:,.1f} MB with "
        "their indexes",
    ]
    for name, inbox in inboxes.items():
        if backup.packed(name) is not None:
            lines.append(f"into {inbox.folder}: the inbox's files that are not there")
    for line in lines:
        typer.echo(printable(line))
