"""A backup: one folder with a consistent copy of the database, the inboxes' files, and a manifest that says what it is.

It is written beside its place and moved there when it is whole and on the disk: a folder with a manifest is a backup.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tarfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline import __version__
from crypto_pipeline.warehouse import migrate, programs
from crypto_pipeline.warehouse.connect import connect, display
from crypto_pipeline.warehouse.shadow import EXCHANGE
from crypto_pipeline.warehouse.shadow import SCHEMA as SHADOW
from crypto_pipeline.warehouse.writer import sql_text

FORMAT = 1
MANIFEST, DUMP = "manifest.json", "database.dump"
# What a rebuild has in hand, and the rates of the last minute, are made anew
LEFT_OUT = (f"--exclude-schema={SHADOW}", "--exclude-table=public.ratelimit_*")
# Backups in BACKUP_DIR: by their names they stand in order
NAME = "crypto-%Y%m%dT%H%M%SZ"
NAMED = re.compile(r"crypto-\d{8}T\d{6}Z")
MAKING = ".making"
Say = Callable[[str], object]


class BackupError(Exception):
    """A backup cannot be made or used. The message says why and what to do."""


def back_up(
    url: URL, to: Path, inboxes: Mapping[str, Sequence[Path]], say: Say = lambda _: None, *, demo: bool = False
) -> dict[str, Any]:
    """Writes a backup into a new folder and enters it in the table `backups`; returns its manifest.

    Loads go on meanwhile: the copy is of one moment, and the inboxes (name to files) are copied after it, so that no
    file is in neither. `demo`: what is copied is a demo's.

    Raises `BackupError`, `DatabaseError`, `ServerError` and OSError.
    """
    to = to.expanduser().absolute()
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise BackupError(f"{to} is there already, and nothing is overwritten: name a new folder")
    started, making = time.monotonic(), to.with_name(f"{to.name}{MAKING}")
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    try:
        manifest = {"demo": demo} | _dump(url, making / DUMP, say)
        for name, files in inboxes.items():
            _pack(making / f"inbox-{name}.tar.gz", files)
        manifest["files"] = {path.name: _described(path) for path in sorted(making.iterdir())}
        (making / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n")
        for path in (*making.iterdir(), making):
            _flush(path)
        if to.exists():
            to.rmdir()
        making.rename(to)
        _flush(to.parent)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    _enter(url, to, manifest, time.monotonic() - started)
    return manifest


def rotate(folder: Path, keep: int) -> list[Path]:
    """Removes all but the newest backups that were made by schedule, and what kills have left; returns what went."""
    for left in folder.glob(f"crypto-*{MAKING}"):
        shutil.rmtree(left, ignore_errors=True)
    gone = backups_in(folder)[:-keep]
    for path in gone:
        # first it is no backup any more, then its files go
        (path / MANIFEST).unlink()
        shutil.rmtree(path)
    return gone


def backups_in(folder: Path) -> list[Path]:
    """The backups in a folder that were made by schedule, oldest first."""
    return sorted(path for path in folder.glob("crypto-*") if NAMED.fullmatch(path.name) and (path / MANIFEST).exists())


def size_of(manifest: Mapping[str, Any]) -> int:
    """How many bytes a backup's files have."""
    return sum(int(file["bytes"]) for file in manifest["files"].values())


def count_rows(connection: psycopg.Connection) -> dict[str, int]:
    """The rows of every table, `schema.name`; a partitioned one counts as one."""
    tables = connection.execute(
        """
        select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = relnamespace
        where relkind in ('r', 'p') and not relispartition and relpersistence = 'p'
          and nspname not in ('pg_catalog', 'information_schema', %s) and relname not like 'ratelimit\\_%%'
        order by 1, 2
        """,
        (SHADOW,),
    ).fetchall()
    counts = {}
    for schema, table in tables:
        row = connection.execute(sql_text(f'select count(*) from "{schema}"."{table}"')).fetchone()
        counts[f"{schema}.{table}"] = int(row[0]) if row else 0
    return counts


def digest(path: Path) -> str:
    """A file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _dump(url: URL, path: Path, say: Say) -> dict[str, Any]:
    """Dumps the database as it is at one moment, and counts its rows at the same one."""
    with connect(url, autocommit=True) as connection:
        # no months or tables are exchanged until this is done; who would, waits
        connection.execute("select pg_advisory_lock_shared(hashtextextended('crypto-platform/' || %s, 0))", (EXCHANGE,))
        connection.execute("set idle_in_transaction_session_timeout = 0")
        connection.execute("begin isolation level repeatable read read only")
        (snapshot,) = connection.execute("select pg_export_snapshot()").fetchone() or ("",)
        manifest = _describe(connection, url)
        server = connection.info.server_version // 10_000
        address, environment = programs.reaching(url)
        command: list[str | Path] = [
            programs.program("pg_dump", server), "--format=custom", f"--file={path}", f"--snapshot={snapshot}",
            "--no-owner", "--no-privileges", "--verbose", *LEFT_OUT, f"--dbname={address}",
        ]  # fmt: skip
        manifest["table_bytes"] = _sizes(connection)
        programs.run(command, environment, Progress("copying", manifest["table_bytes"], say).line)
        manifest["tables"] = count_rows(connection)
        connection.execute("rollback")
    return manifest


def _describe(connection: psycopg.Connection, url: URL) -> dict[str, Any]:
    revision = migrate.current(url)
    if revision is None:
        raise BackupError(f"there is nothing of the platform's in {display(url)}")
    row = connection.execute("select version, changed_at from data_version").fetchone() or (0, datetime.now(UTC))
    return {
        "format": FORMAT, "platform": __version__, "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "database": display(url), "postgres": connection.info.server_version, "revision": revision,
        "data_version": {"version": row[0], "changed_at": row[1].isoformat()},
    }  # fmt: skip


def _sizes(connection: psycopg.Connection) -> dict[str, int]:
    """The bytes of every table, each month by itself, with its indexes."""
    rows = connection.execute(
        """
        select nspname || '.' || relname, pg_total_relation_size(c.oid)
        from pg_class c join pg_namespace n on n.oid = relnamespace
        where relkind = 'r' and relpersistence = 'p' and nspname not in ('pg_catalog', 'information_schema', %s)
        """,
        (SHADOW,),
    ).fetchall()
    return {name: int(size) for name, size in rows}


class Progress:
    """What pg_dump and pg_restore say about tables, as a share of the whole."""

    NOTED = re.compile(r'(?:dumping contents of table|processing data for table) "([^"]+)"')
    SECONDS = 2.0

    def __init__(self, doing: str, sizes: Mapping[str, int], say: Say) -> None:
        self._doing, self._sizes, self._say = doing, sizes, say
        self._all, self._done, self._told = max(1, sum(sizes.values())), 0, time.monotonic()

    def line(self, text: str) -> None:
        """Takes a line of the program's; says how far it is, every other second at most."""
        if (found := self.NOTED.search(text)) is None:
            return
        if time.monotonic() - self._told > self.SECONDS:
            self._say(f"{self._doing} {found[1]} ({min(1, self._done / self._all):.0%} done)")
            self._told = time.monotonic()
        self._done += self._sizes.get(found[1], 0)


def _pack(path: Path, files: Sequence[Path]) -> None:
    """The files with their times. One that was taken away meanwhile was not wanted."""
    with tarfile.open(path, "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for file in files:
            with suppress(FileNotFoundError):
                archive.add(file, arcname=file.name, recursive=False)


def _described(path: Path) -> dict[str, Any]:
    path.chmod(0o600)
    return {"bytes": path.stat().st_size, "sha256": digest(path)}


def _flush(path: Path) -> None:
    """Onto the disk: a backup that a power cut takes back was none."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _enter(url: URL, to: Path, manifest: Mapping[str, Any], seconds: float) -> None:
    with connect(url) as connection:
        if connection.execute("select to_regclass('backups')").fetchone() == (None,):
            return  # of an older schema
        connection.execute(
            "insert into backups (place, bytes, version, seconds, finished_at) values (%s, %s, %s, %s, now())",
            (str(to), size_of(manifest), manifest["data_version"]["version"], seconds),
        )
