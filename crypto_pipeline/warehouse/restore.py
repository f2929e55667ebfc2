"""A backup brought back into a database that has nothing yet, and held against its manifest."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse import migrate, programs
from crypto_pipeline.warehouse.backup import (
    DUMP,
    FORMAT,
    MANIFEST,
    BackupError,
    Progress,
    Say,
    backups_in,
    count_rows,
    digest,
)
from crypto_pipeline.warehouse.connect import connect, display

PACKED = "inbox-{}.tar.gz"


@dataclass(frozen=True)
class Backup:
    """A backup that was looked at: its folder and its manifest."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def needed_bytes(self) -> int:
        """What its tables and their indexes took."""
        return sum(self.manifest["table_bytes"].values())

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(self.manifest["tables"].values())

    def packed(self, inbox: str) -> Path | None:
        """The archive with an inbox's files, if it has one."""
        path = self.folder / PACKED.format(inbox)
        return path if path.name in self.manifest["files"] else None


def open_backup(folder: Path) -> Backup:
    """The backup in this folder, with its manifest read. Raises `BackupError` where there is none that can be used."""
    folder = folder.expanduser().absolute()
    if not (folder / MANIFEST).is_file():
        found = backups_in(folder) if folder.is_dir() else []
        if found:
            raise BackupError(f"{folder} has {len(found)} backups: name one of them. The newest is {found[-1]}")
        raise BackupError(f"{folder} is no backup: it has no {MANIFEST}")
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        known = int(manifest["format"]) == FORMAT
        revision, _ = str(manifest["revision"]), (manifest["tables"].values(), manifest["files"][DUMP]["sha256"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BackupError(f"{folder / MANIFEST} cannot be read: it is damaged") from None
    if not known or not migrate.is_known(revision):
        raise BackupError(f"the backup is of version {manifest.get('platform')}, newer than this one: use that version")
    return Backup(folder, manifest)


def check_files(backup: Backup, say: Callable[[str], object] = lambda _: None) -> None:
    """Reads every file to its end. Raises `BackupError` unless all are there and as they were written."""
    for name, file in backup.manifest["files"].items():
        path = backup.folder / name
        if not path.is_file():
            raise BackupError(f"{path} is missing: take another backup")
        say(f"checking {name} ({file['bytes'] / 1e6:,.1f} MB)")
        if digest(path) != file["sha256"]:
            raise BackupError(f"{path} is not as it was written: it is damaged, take another backup")


def check_target(url: URL, backup: Backup) -> None:
    """Raises `BackupError` unless the database is empty and can take the backup."""
    with connect(url) as connection:
        taken = connection.execute(
            "select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace"
            " where relkind in ('r', 'p', 'v', 'S') and nspname <> 'information_schema' and nspname not like 'pg\\_%'"
            " order by 1 limit 1"
        ).fetchone()
        server = connection.info.server_version
    if taken is not None:
        raise BackupError(
            f"{display(url)} is not empty (it has {taken[0]}), and nothing is overwritten: lead DATABASE_URL to a new "
            "database; for the embedded one, set PLATFORM_HOME to a new folder"
        )
    if server // 10_000 < int(backup.manifest["postgres"]) // 10_000:
        raise BackupError(
            f"the backup is of PostgreSQL {int(backup.manifest['postgres']) // 10_000}, and {display(url)} is "
            f"{server // 10_000}: restore it into the embedded server, then crypto-platform db move"
        )


def restore(url: URL, backup: Backup, say: Say = lambda _: None) -> None:
    """Fills the empty database in one transaction: a kill leaves it empty. Raises `BackupError` when what is there
    afterwards is not what the manifest says.
    """
    with connect(url) as connection:
        server = connection.info.server_version // 10_000
    address, environment = programs.reaching(url)
    command: list[str | Path] = [
        programs.program("pg_restore", server), "--single-transaction", "--exit-on-error", "--no-owner",
        "--no-privileges", "--verbose", f"--dbname={address}", backup.folder / DUMP,
    ]  # fmt: skip
    programs.run(command, environment, Progress("restoring", backup.manifest["table_bytes"], say).line)
    with connect(url, autocommit=True) as connection:
        found = count_rows(connection)
        if found != backup.manifest["tables"]:
            raise BackupError(f"not all rows came back: {_difference(backup.manifest['tables'], found)}")
        connection.execute("analyze")


def unpack(archive: Path, folder: Path) -> tuple[int, int]:
    """Puts an inbox's files back with their times, beside what is there already; returns how many were put, and how
    many left, because a file of their name is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    put = left = 0
    with tarfile.open(archive, "r:gz") as packed:
        for member in packed.getmembers():
            if not member.isreg() or "/" in member.name or (folder / member.name).exists():
                left += 1
                continue
            packed.extract(member, folder, filter="data")
            put += 1
    return put, left


def _difference(wanted: Mapping[str, int], found: Mapping[str, int]) -> str:
    apart = [name for name in {**wanted, **found} if wanted.get(name) != found.get(name)]
    return ", ".join(f"{name} has {found.get(name, 0):,} of {wanted.get(name, 0):,}" for name in apart[:5])
