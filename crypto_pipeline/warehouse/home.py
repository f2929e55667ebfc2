"""PLATFORM_HOME as a folder: made, checked, locked; and what the operating system's refusals mean, in a sentence."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

# Less than this, and PostgreSQL fails at its next write
FULL_DISK = 16 * 1024**2
# What a full disk is called by those who hand its error on as text
NO_SPACE = "No space left on device"
LOG_FILES = 3
ELSEWHERE = "set PLATFORM_HOME to a folder that you may write to"


class HomeError(Exception):
    """PLATFORM_HOME cannot be used. The message says why and what to do."""


def make_home(home: Path) -> Path:
    """The folder, made where it is missing, for its owner alone. Raises `HomeError` unless it can be written to.

    As root it can be passed through: PostgreSQL, which does not run as root, lives in it.
    """
    home = check_home(home)
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        home.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, exist_ok=True)
        with tempfile.TemporaryFile(dir=home) as probe:
            probe.write(b"\0" * 4096)  # a full disk takes an empty file
            probe.flush()
    except FileNotFoundError:
        raise HomeError(f"PLATFORM_HOME {home} cannot be made: {ELSEWHERE}") from None
    except OSError as error:
        raise HomeError(explain(error, home)) from None
    return home


def check_home(home: Path) -> Path:
    """The folder's whole path. Raises `HomeError` for one that cannot be used, whatever is there."""
    home = home.expanduser().resolve()
    if "[" in str(home):
        raise HomeError(f"PLATFORM_HOME {home} has a bracket, which Dagster takes for a pattern: {ELSEWHERE}")
    return home


def explain(error: OSError, home: Path) -> str:
    """What the system's refusal means for this home, and what to do."""
    where = f"PLATFORM_HOME {home}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full_disk(home)
    if error.errno in (errno.EACCES, errno.EPERM):
        made = "read and written" if os.path.lexists(home) else "made"
        return f"{where} cannot be {made} by {_user()}: change the owner of {_barrier(home)}, or {ELSEWHERE}"
    if error.errno == errno.EROFS:
        return f"{where} is on a disk that is read-only: mount it for writing, or {ELSEWHERE}"
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"{where} is not a folder: {ELSEWHERE}"
    if error.errno == errno.ENOENT:
        return f"{where} is gone: was it deleted or unmounted? Put it back, or {ELSEWHERE}"
    return f"{where} cannot be used ({error.strerror or error}): {ELSEWHERE}"


def full_disk(home: Path) -> str:
    """The sentence for a full disk."""
    return f"the disk of PLATFORM_HOME {home} is full: free some space and start again; what was committed is kept"


def is_full(home: Path) -> bool:
    """Whether so little is left that PostgreSQL cannot write."""
    with suppress(OSError):
        return shutil.disk_usage(home).free < FULL_DISK
    return False


def open_lock(path: Path) -> IO[str]:
    """A file to lock with `flock`, which nobody else can open: whoever can read a file can lock it, too."""
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        with suppress(PermissionError):  # somebody else's file that we may use
            os.fchmod(number, 0o600)
        return os.fdopen(number, "r+")
    except OSError as error:
        raise unopened(error, path) from None


def unopened(error: OSError, lock: Path) -> HomeError:
    """The error for a lock that cannot be opened."""
    return HomeError(f"{explain(error, lock.parent)} ({lock.name} cannot be opened)")


def is_held(lock: IO[str], path: Path) -> bool:
    """Whether the open lock is still the file of this path: its folder may have been deleted, and made anew."""
    try:
        return os.path.samestat(os.fstat(lock.fileno()), path.stat())
    except OSError:
        return False


def open_log(path: Path, most_bytes: int) -> RotatingFileHandler:
    """A log file, turned over at that size. Where it cannot be written nothing is said: a full disk is told elsewhere.

    Raises OSError when its folder cannot be made.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = RotatingFileHandler(path, maxBytes=most_bytes, backupCount=LOG_FILES, encoding="utf-8", delay=True)
    log.handleError = lambda record: None  # type: ignore[method-assign]
    return log


def _barrier(home: Path) -> Path:
    """The nearest folder that is there: the one whose owner or mode is in the way."""
    return next(path for path in (home, *home.parents) if path.is_dir())


def _user() -> str:
    import pwd

    try:
        return f"user {pwd.getpwuid(os.geteuid()).pw_name}"
    except KeyError:
        return f"user {os.geteuid()}"
