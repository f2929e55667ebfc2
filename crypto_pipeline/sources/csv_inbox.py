"""The CSV inbox: which files lie in it, what each is called, and opening the one that a partition means.

Only regular files in the folder itself are opened: a link would show what lies elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from crypto_pipeline.sources.errors import Fault, SourceError

# A file that was written to so recently may not be whole yet.
SETTLED_SECONDS = 2
KEY_LENGTH = 16


def partition_key(path: Path) -> str:
    """The partition of this file's content: the first 16 hexadecimal digits of its SHA-256."""
    with path.open("rb") as file:
        return _key_of(file)


def shown_name(path: Path) -> str:
    """The file's name as text that can be stored: bytes that are no UTF-8 are written as escapes."""
    return path.name.encode("utf-8", "backslashreplace").decode()


def shown_path(path: Path) -> str:
    """The same for the whole path."""
    return str(path.with_name(shown_name(path)))


def find_files(inbox: Path) -> list[Path]:
    """The CSV files of the inbox that can be loaded, oldest first."""
    found = [(path.stat().st_mtime, path.name, path) for path, problem in _candidates(inbox) if not problem]
    return [path for _, _, path in sorted(found)]


def unusable_files(inbox: Path) -> list[tuple[Path, str]]:
    """The CSV files that cannot be loaded, with what is wrong with them, to follow "it"."""
    return [(path, problem) for path, problem in _candidates(inbox) if problem]


def _candidates(inbox: Path) -> Iterator[tuple[Path, str]]:
    """Files that are named like CSV files, hidden ones apart, which may still be written. Links lead elsewhere: what
    they point to was not dropped here."""
    if not inbox.is_dir():
        return
    for path in inbox.iterdir():
        if path.suffix.lower() != ".csv" or path.name.startswith("."):
            continue
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:  # taken away just now
            continue
        if not stat.S_ISREG(mode):
            yield path, "is a link" if stat.S_ISLNK(mode) else "is no regular file"
        elif not os.access(path, os.R_OK):
            yield path, "may not be read by the user that runs the platform"
        else:
            yield path, ""


def is_settled(path: Path, now: float) -> bool:
    """Whether the file's last write is long enough ago that it is whole, or in the future and tells nothing."""
    return not 0 <= now - path.stat().st_mtime < SETTLED_SECONDS


@contextmanager
def opened(inbox: Path, key: str, hint: Path | None) -> Iterator[tuple[str, BinaryIO, os.stat_result]]:
    """The file whose content is this partition: its name, open at its start, and what the system knows of it.

    `hint` is where it was last seen. Raises `SourceError` when no file in the inbox has the content.
    """
    hinted = [hint] if hint is not None and hint.parent == inbox else []
    for path in (*hinted, *find_files(inbox)):
        with suppress(OSError):
            number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(number, "rb") as file:
                found = os.fstat(number)
                if stat.S_ISREG(found.st_mode) and _key_of(file) == key:
                    file.seek(0)
                    yield shown_name(path), file, found
                    return
    raise SourceError(
        "csv", Fault.NOT_FOUND, f"no file in {inbox} has the content {key}",
        "Put the file back into the inbox; a file that was changed since is a partition of its own",
    )  # fmt: skip


def _key_of(file: Any) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()[:KEY_LENGTH]
