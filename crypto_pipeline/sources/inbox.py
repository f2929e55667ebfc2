"""An inbox: which files lie in it, what each is called, and opening the one that a partition means.

Only regular files in the folder itself are opened: a link would show what lies elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from crypto_pipeline.sources.errors import Fault, SourceError

# A file that was written to so recently may not be whole yet.
SETTLED_SECONDS = 2
KEY_LENGTH = 16
# What stands for a file that is too large
START_BYTES = 1024**2


@dataclass(frozen=True)
class Inbox:
    """A folder into which people drop files with this ending. Of those with more than `most_bytes` nothing is read."""

    folder: Path
    suffix: str = ".csv"
    most_bytes: int = sys.maxsize

    def partition_key(self, path: Path) -> str:
        """The partition of this file's content: the first 16 hexadecimal digits of its SHA-256.

        One that is too large is never loaded, and not read to its end either: its start and size are its key.
        """
        with path.open("rb") as file:
            return self._key_of(file)

    def find_files(self) -> list[Path]:
        """The files that can be loaded, oldest first."""
        found = [(path.stat().st_mtime, path.name, path) for path, problem in self._candidates() if not problem]
        return [path for _, _, path in sorted(found)]

    def files(self) -> list[Path]:
        """All files, whether they can be loaded or not."""
        return [path for path, _ in self._candidates()]

    def unusable_files(self) -> list[tuple[Path, str]]:
        """The files that cannot be loaded, with what is wrong with them, to follow "it"."""
        return [(path, problem) for path, problem in self._candidates() if problem]

    @contextmanager
    def opened(self, source: str, key: str, hint: Path | None) -> Iterator[tuple[str, BinaryIO, os.stat_result]]:
        """The file whose content is this partition: its name, open at its start, and what the system knows of it.

        `hint` is where it was last seen. Raises `SourceError` when no file in the inbox has the content.
        """
        hinted = [hint] if hint is not None and hint.parent == self.folder else []
        for path in (*hinted, *self.find_files()):
            with suppress(OSError):
                number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
                with os.fdopen(number, "rb") as file:
                    found = os.fstat(number)
                    if stat.S_ISREG(found.st_mode) and self._key_of(file) == key:
                        file.seek(0)
                        yield shown_name(path), file, found
                        return
        raise SourceError(
            source, Fault.NOT_FOUND, f"no file in {self.folder} has the content {key}",
            "Put the file back into the inbox; a file that was changed since is a partition of its own",
        )  # fmt: skip

    def _candidates(self) -> Iterator[tuple[Path, str]]:
        """Files that are named so, hidden ones apart, which may still be written. Links lead elsewhere: what they
        point to was not dropped here."""
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.suffix.lower() != self.suffix or path.name.startswith("."):
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

    def _key_of(self, file: BinaryIO) -> str:
        size = os.fstat(file.fileno()).st_size
        if size <= self.most_bytes:
            digest = hashlib.file_digest(file, "sha256")  # type: ignore[arg-type]
        else:
            digest = hashlib.sha256(b"%d " % size + file.read(START_BYTES))
        return digest.hexdigest()[:KEY_LENGTH]


def shown_name(path: Path) -> str:
    """The file's name as text that can be stored and shown: what cannot be is written as escapes."""
    text = path.name.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def shown_path(path: Path) -> str:
    """The same for the whole path."""
    return str(path.with_name(shown_name(path)))


def is_settled(path: Path, now: float) -> bool:
    """Whether the file's last write is long enough ago that it is whole, or in the future and tells nothing."""
    return not 0 <= now - path.stat().st_mtime < SETTLED_SECONDS
