"""What a backup says of itself: read strictly, for it may have been altered since."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path

import msgspec

from crypto_pipeline.records import SaidError

FORMAT = 1
MANIFEST, DUMP, PACKED = "manifest.json", "database.dump", "inbox-{}.tar.gz"
# Backups in BACKUP_DIR: by their names they stand in order
NAME = "crypto-%Y%m%dT%H%M%SZ"
NAMED = re.compile(r"crypto-\d{8}T\d{6}Z")
# A backup's files lie in its folder
_FILE = re.compile(r"database\.dump|inbox-[a-z0-9_-]+\.tar\.gz")


class BackupError(SaidError):
    """A backup cannot be made or used. The message says why and what to do."""


class FileFacts(msgspec.Struct, frozen=True):
    """A file of a backup."""

    bytes: int
    sha256: str


class Version(msgspec.Struct, frozen=True):
    """The `data_version` that was copied."""

    version: int
    changed_at: datetime


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup is. `postgres` is the server's version as a number, `tables` the rows of each, `table_bytes` what
    each took with its indexes, every month by itself.
    """

    format: int
    platform: str
    made_at: datetime
    database: str
    postgres: int
    revision: str
    data_version: Version
    demo: bool = False
    tables: dict[str, int] = {}
    table_bytes: dict[str, int] = {}
    files: dict[str, FileFacts] = {}

    @property
    def bytes(self) -> int:
        """How many its files have."""
        return sum(file.bytes for file in self.files.values())

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(self.tables.values())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in this folder. Raises `BackupError` where there is none that can be used."""
    path = folder / MANIFEST
    if not path.is_file():
        found = backups_in(folder) if folder.is_dir() else []
        if found:
            raise BackupError(f"{folder} has {len(found)} backups: name one of them. The newest is {found[-1]}")
        raise BackupError(f"{folder} is no backup: it has no {MANIFEST}")
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BackupError(f"{path} cannot be read: it is damaged ({error})") from None
    if manifest.format == FORMAT and (DUMP not in manifest.files or not all(map(_FILE.fullmatch, manifest.files))):
        raise BackupError(f"{path} cannot be used: it is damaged (it names {', '.join(manifest.files) or 'no file'})")
    return manifest


def backups_in(folder: Path) -> list[Path]:
    """The backups in a folder that were made by schedule, oldest first."""
    return sorted(path for path in folder.glob("crypto-*") if NAMED.fullmatch(path.name) and (path / MANIFEST).exists())


def is_of(folder: Path, database: str) -> bool:
    """Whether the backup in this folder is of that database."""
    try:
        return read_manifest(folder).database == database
    except BackupError:
        return False


def digest(path: Path) -> str:
    """A file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
