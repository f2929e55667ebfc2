"""A backup brought back into a database that has nothing yet, and held against its manifest.

What can fail is looked at before anything is done. A kill before the database is filled leaves it empty; one after that
is gone on with: the database is marked until all is done.
"""

from __future__ import annotations

import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse import migrate, programs
from crypto_pipeline.warehouse.backup import Progress, Say, count_rows
from crypto_pipeline.warehouse.connect import comment_on_database, connect, database_comment, display
from crypto_pipeline.warehouse.manifest import DUMP, FORMAT, PACKED, BackupError, Manifest, digest, read_manifest
from crypto_pipeline.warehouse.transfer import find_relations


@dataclass(frozen=True)
class Backup:
    """A backup that was looked at: its folder and its manifest."""

    folder: Path
    manifest: Manifest

    @property
    def mark(self) -> str:
        """What a database says of itself while it is filled from this backup."""
        return f"crypto-platform restore of {self.manifest.files[DUMP].sha256}"

    def packed(self, inbox: str) -> Path | None:
        """The archive with an inbox's files, if it has one."""
        name = PACKED.format(inbox)
        return self.folder / name if name in self.manifest.files else None


def open_backup(folder: Path) -> Backup:
    """The backup in this folder, with its manifest read. Raises `BackupError` where there is none that can be used."""
    folder = folder.expanduser().absolute()
    manifest = read_manifest(folder)
    if manifest.format != FORMAT or not migrate.is_known(manifest.revision):
        raise BackupError(f"the backup is of version {manifest.platform}, newer than this one: use that version")
    return Backup(folder, manifest)


def check_files(backup: Backup, say: Callable[[str], object] = lambda _: None) -> None:
    """Reads every file to its end. Raises `BackupError` unless all are there and as they were written."""
    for name, file in backup.manifest.files.items():
        path = backup.folder / name
        say(f"checking {name} ({file.bytes / 1e6:,.1f} MB)")
        try:
            as_written = digest(path) == file.sha256
        except OSError as error:
            why = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
            raise BackupError(f"{path} {why}: take another backup") from None
        if not as_written:
            raise BackupError(f"{path} is not as it was written: it is damaged, take another backup")


def check_inbox(archive: Path, folder: Path, *, make: bool = True) -> None:
    """Raises `BackupError` unless the archive has plain files only and the folder can be written to."""
    try:
        with tarfile.open(archive, "r:gz") as packed:
            strange = [member.name for member in packed.getmembers() if not _is_plain(member)]
    except (OSError, tarfile.TarError, EOFError) as error:
        raise BackupError(f"{archive} cannot be read: {error}") from None
    if strange:
        raise BackupError(f"{archive} has {strange[0]!r}, which is no file of an inbox: it was altered")
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        if make:
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
        elif not existing.is_dir() or not os.access(existing, os.W_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise BackupError(
            f"the inbox {folder} cannot be written to: {error.strerror}. Set CSV_INBOX to another"
        ) from None


def check_server(server: int, backup: Backup, where: str) -> None:
    """Raises `BackupError` for a server (its major version) that is older than the backup's."""
    needed = backup.manifest.postgres // 10_000
    if server < needed:
        raise BackupError(
            f"the backup is of PostgreSQL {needed}, and {where} is {server}: restore it into the embedded server, then "
            "crypto-platform db move"
        )


def check_target(url: URL, backup: Backup) -> bool:
    """Raises `BackupError` unless the database is empty and can take the backup. True where a restore of this very
    backup was interrupted after the database was filled.
    """
    with connect(url) as connection:
        check_server(connection.info.server_version // 10_000, backup, display(url))
        taken = find_relations(connection, sequences=True)
        if taken and database_comment(connection) != backup.mark:
            raise BackupError(
                f"{display(url)} is not empty (it has {'.'.join(taken[0])}), and nothing is overwritten: lead "
                "DATABASE_URL to a new database; for the embedded one, set PLATFORM_HOME to a new folder"
            )
    return bool(taken)


def restore(url: URL, backup: Backup, say: Say = lambda _: None) -> None:
    """Fills the empty database in one transaction: a kill leaves it empty. Raises `BackupError` when what is there
    afterwards is not what the manifest says. The database stays marked until `finish`.
    """
    with connect(url) as connection:
        server = connection.info.server_version // 10_000
        comment_on_database(connection, backup.mark)
    address, environment = programs.reaching(url)
    command: list[str | Path] = [
        programs.program("pg_restore", server), "--single-transaction", "--exit-on-error", "--no-owner",
        "--no-privileges", "--verbose", f"--dbname={address}", backup.folder / DUMP,
    ]  # fmt: skip
    programs.run(command, environment, Progress("restoring", backup.manifest.table_bytes, say).line)
    check_rows(url, backup)


def check_rows(url: URL, backup: Backup) -> None:
    """Raises `BackupError` unless every table has as many rows as the manifest says."""
    with connect(url, autocommit=True) as connection:
        found = count_rows(connection)
        if found != backup.manifest.tables:
            raise BackupError(f"not all rows came back: {_difference(backup.manifest.tables, found)}")
        connection.execute("analyze")


def finish(url: URL) -> None:
    """Takes the mark away: all is done."""
    with connect(url) as connection:
        comment_on_database(connection, None)


def unpack(archive: Path, folder: Path) -> tuple[int, int]:
    """Puts an inbox's files back with their times, beside what is there already; returns how many were put, and how
    many left, because something of their name is there.
    """
    put = left = 0
    with tarfile.open(archive, "r:gz") as packed:
        for member in packed.getmembers():
            content, path = packed.extractfile(member), folder / member.name
            if content is None or not _is_plain(member):
                continue
            try:
                with path.open("xb") as file:  # never through a link, never over a file
                    shutil.copyfileobj(content, file)
            except FileExistsError:
                left += 1
                continue
            nanoseconds = round(member.mtime * 1_000_000) * 1_000
            os.utime(path, ns=(nanoseconds, nanoseconds))
            with suppress(OSError):
                path.chmod(member.mode & 0o777)
            put += 1
    return put, left


def _is_plain(member: tarfile.TarInfo) -> bool:
    return member.isreg() and "/" not in member.name and member.name not in ("", ".", "..")


def _difference(wanted: Mapping[str, int], found: Mapping[str, int]) -> str:
    apart = [name for name in {**wanted, **found} if wanted.get(name) != found.get(name)]
    return ", ".join(f"{name} has {found.get(name, 0):,} of {wanted.get(name, 0):,}" for name in apart[:5])
