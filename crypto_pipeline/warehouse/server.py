"""The platform's own PostgreSQL, for when no DATABASE_URL is set: started, joined, stopped. What its files are is
`cluster`'s business.

Processes that share a server each hold a shared `flock` on one file for as long as they live. The kernel drops a
killed process's lock, so the count can never be wrong; the last process to leave, the one that gets the lock
exclusively, stops the server.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import IO

import psutil
import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse.cluster import (
    SOCKET,
    ServerError,
    check_cluster,
    check_path,
    make_cluster,
    spawn,
    start_failure,
)
from crypto_pipeline.warehouse.home import is_held, make_home, open_lock

DATABASE = "crypto"
# Crash recovery of a large database takes its time: as long as the server lives, it is waited for
START_SECONDS = 900
STOP_SECONDS = 20

_held: dict[Path, tuple[IO[str], int]] = {}


def data_directory(settings: Settings) -> Path:
    return settings.home / "postgres"


def exists(settings: Settings) -> bool:
    """Whether there is a database, as far as can be told without starting one."""
    return settings.database_url is not None or check_cluster(data_directory(settings))


def start_server(settings: Settings, *, create: bool = True) -> URL:
    """Starts the embedded server, or joins it when it runs, and keeps it up while this process lives.

    Returns the URL of the platform's database. Raises `ServerError` and `HomeError`; without `create` also when there
    is no database yet: who only reads makes none.
    """
    pgdata = data_directory(settings)
    check_path(pgdata)
    if not check_cluster(pgdata) and not create:
        raise ServerError(f"there is no database in {pgdata.parent} yet: crypto-platform up or refresh makes it")
    make_home(pgdata.parent)
    hold(settings)
    return _ensure_running(pgdata)


def hold(settings: Settings) -> None:
    """Counts this process among the server's users, whether it runs or not, until it ends or `stop_if_last`."""
    pgdata = data_directory(settings)
    if pgdata not in _held or _held[pgdata][1] != os.getpid():  # a fork shares its parent's lock: take our own
        lock = open_lock(pgdata.parent / "postgres.users")
        fcntl.flock(lock, fcntl.LOCK_SH)  # waits while a last user is stopping the server
        _held[pgdata] = (lock, os.getpid())
        atexit.register(stop_if_last, pgdata)


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
        # of a home that was deleted the server is left; in one that was made anew another one runs
        return stop_server(pgdata) if is_held(lock, pgdata.parent / "postgres.users") else stop_strays(pgdata)
    finally:
        lock.close()


def stop_server(pgdata: Path) -> bool:
    """Stops the server of this data directory whoever uses it; committed data is safe. True if one ran."""
    pid = server_pid(pgdata)
    if pid is not None:
        _stop(pid)
    return pid is not None


def stop_strays(pgdata: Path) -> bool:
    """Stops servers of this directory that its postmaster.pid does not name: their files were deleted below them. They
    would notice within a minute, and remove the socket of whoever is there by then. True if there were any.
    """
    current = server_pid(pgdata)
    strays = [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if process.pid != current and (process.info["cmdline"] or [])[1:3] == ["-D", str(pgdata)]
    ]
    for pid in strays:
        _stop(pid)
    return bool(strays)


def _stop(pid: int) -> None:
    try:
        process = psutil.Process(pid)
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, and by force
            process.send_signal(number)
            deadline = time.monotonic() + STOP_SECONDS
            while time.monotonic() < deadline:
                if process.status() == psutil.STATUS_ZOMBIE:  # whoever started it does not look after it
                    return
                time.sleep(0.02)
    except psutil.NoSuchProcess:
        pass


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


def _ensure_running(pgdata: Path) -> URL:
    with open_lock(pgdata.parent / "postgres.start") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        if server_pid(pgdata) is None:
            stop_strays(pgdata)
            if not check_cluster(pgdata):
                make_cluster(pgdata)
            for name in ("postmaster.pid", f"{SOCKET}.lock"):  # their pids may be alive again, as somebody else's
                (pgdata / name).unlink(missing_ok=True)
            _wait_until_ready(pgdata, spawn(pgdata))
        else:
            _wait_until_ready(pgdata, None)
        url = URL.create("postgresql", "postgres", database=DATABASE, query={"host": str(pgdata)})
        _create_database(url)
    return url


def _wait_until_ready(pgdata: Path, process: subprocess.Popen[bytes] | None) -> None:
    """Returns once the server takes connections; `process` is None for one that another process started."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        lines = _lines(pgdata / "postmaster.pid")
        if len(lines) > 7 and lines[7].strip() == "ready":
            return
        if process.poll() is not None if process else server_pid(pgdata) is None:
            break
        time.sleep(0.02)
    raise ServerError(start_failure(pgdata))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []


def _create_database(url: URL) -> None:
    with psycopg.connect(
        host=str(url.query["host"]), port=5432, user=url.username, dbname="postgres", autocommit=True
    ) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [url.database]).fetchone():
            connection.execute(f'create database "{url.database}"')
