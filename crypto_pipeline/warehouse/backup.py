"""A backup: one folder with a consistent copy of the database, the inboxes' files, and a manifest that says what it is.

It is written beside its place and moved there when it is whole and on the disk: a folder with a manifest is a backup.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import shutil
import tarfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline import __version__
from crypto_pipeline.warehouse import migrate, programs
from crypto_pipeline.warehouse.connect import connect, display
from crypto_pipeline.warehouse.manifest import (
    DUMP,
    FORMAT,
    MANIFEST,
    NAMED,
    PACKED,
    BackupError,
    FileFacts,
    Manifest,
    Version,
    backups_in,
    digest,
    is_of,
)
from crypto_pipeline.warehouse.shadow import EXCHANGE
from crypto_pipeline.warehouse.shadow import SCHEMA as SHADOW
from crypto_pipeline.warehouse.writer import sql_text

# What a rebuild has in hand, and the rates of the last minute, are made anew
LEFT_OUT = (f"--exclude-schema={SHADOW}", "--exclude-table=public.ratelimit_*")
MAKING = ".making"
Say = Callable[[str], object]


def back_up(
    url: URL, to: Path, inboxes: Mapping[str, Sequence[Path]], say: Say = lambda _: None, *, demo: bool = False
) -> Manifest:
    """Writes a backup into a new folder and enters it in the table `backups`; returns its manifest.

    Loads go on meanwhile: the copy is of one moment, and the inboxes (name to files) are copied after it, so that no
    file is in neither. `demo`: what is copied is a demo's.

    Raises `BackupError`, `DatabaseError`, `ServerError` and OSError.
    """
    to = _place(to)
    started = time.monotonic()
    try:
        with _making(to) as making:
            manifest = _dump(url, making / DUMP, say)
            for name, files in inboxes.items():
                _pack(making / PACKED.format(name), files)
            described = {path.name: _described(path) for path in sorted(making.iterdir())}
            manifest = msgspec.structs.replace(manifest, demo=demo, files=described)
            (making / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
            for path in (*making.iterdir(), making):
                _flush(path)
            if to.exists():
                to.rmdir()
            making.rename(to)
            _flush(to.parent)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "its disk is full" if full else (error.strerror or str(error))
        raise BackupError(f"no backup was made in {to}: {why}") from None
    _enter(url, to, manifest, time.monotonic() - started)
    return manifest


def _place(to: Path) -> Path:
    """The new folder's true path. Raises `BackupError` for one that is there, or cannot be."""
    to = to.expanduser().absolute()
    try:
        if to.is_symlink() and not to.exists():
            raise BackupError(f"{to} is a link that leads nowhere: name a new folder")
        to = to.resolve()
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise BackupError(f"{to} is there already, and nothing is overwritten: name a new folder")
    except (OSError, RuntimeError) as error:
        raise BackupError(f"{to} cannot be a backup's folder: {getattr(error, 'strerror', None) or error}") from None
    return to


@contextmanager
def _making(to: Path) -> Iterator[Path]:
    """A folder beside the backup's place that nobody else has; it is gone again when the block does not end well. What
    kills have left of the same backup is removed: whoever is still at work holds a lock on his.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    making = to.with_name(f"{to.name}.{secrets.token_hex(4)}{MAKING}")
    making.mkdir(mode=0o700)
    held = os.open(making, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        _tidy(to.parent, re.compile(re.escape(to.name)))
        yield making
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    finally:
        os.close(held)


def _tidy(folder: Path, name: re.Pattern[str]) -> None:
    """Removes what killed backups of such names have left."""
    for left in folder.glob(f"*{MAKING}"):
        if not re.fullmatch(rf"(?:{name.pattern})\.[0-9a-f]{{8}}{re.escape(MAKING)}", left.name):
            continue
        with suppress(OSError):  # somebody is at work in it, or it is gone
            number = os.open(left, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left)
            finally:
                os.close(number)


def rotate(folder: Path, keep: int, database: str) -> list[Path]:
    """Removes all but the newest backups of a database that were made by schedule, and what kills have left of such;
    returns what went. Others may keep theirs in the same folder.
    """
    _tidy(folder, NAMED)
    gone = [path for path in backups_in(folder) if is_of(path, database)][:-keep]
    for path in gone:
        # first it is no backup any more, then its files go
        (path / MANIFEST).unlink()
        shutil.rmtree(path)
    return gone


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


def _dump(url: URL, path: Path, say: Say) -> Manifest:
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
        programs.run(command, environment, Progress("copying", manifest.table_bytes, say).line)
        manifest = msgspec.structs.replace(manifest, tables=count_rows(connection))
        connection.execute("rollback")
    return manifest


def _describe(connection: psycopg.Connection, url: URL) -> Manifest:
    revision = migrate.current(url)
    if revision is None:
        raise BackupError(f"there is nothing of the platform's in {display(url)}")
    row = connection.execute("select version, changed_at from data_version").fetchone() or (0, datetime.now(UTC))
    return Manifest(
        format=FORMAT, platform=__version__, made_at=datetime.now(UTC), database=display(url),
        postgres=connection.info.server_version, revision=revision, data_version=Version(*row),
        table_bytes=_sizes(connection),
    )  # fmt: skip


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


def _described(path: Path) -> FileFacts:
    path.chmod(0o600)
    return FileFacts(path.stat().st_size, digest(path))


def _flush(path: Path) -> None:
    """Onto the disk: a backup that a power cut takes back was none."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _enter(url: URL, to: Path, manifest: Manifest, seconds: float) -> None:
    with connect(url) as connection:
        if connection.execute("select to_regclass('backups')").fetchone() == (None,):
            return  # of an older schema
        connection.execute(
            "insert into backups (place, bytes, version, seconds, finished_at) values (%s, %s, %s, %s, now())",
            (str(to), manifest.bytes, manifest.data_version.version, seconds),
        )
