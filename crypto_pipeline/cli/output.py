"""What `up` shows: the parts' lines with their names before them, on the terminal and in the home's log file.

A terminal that nobody reads any more, or that stands still, must not hold up the platform: then only the file has it.
"""

from __future__ import annotations

import logging
import os
import re
import select
import sys
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import typer

from crypto_pipeline.warehouse.home import open_log

COLORS = {"platform": 36, "simulator": 35, "code": 33, "dagster": 34, "daemon": 32, "api": 96, "refresh": 93}
WIDTH = max(map(len, COLORS))
KEPT = 2_000
LOG_BYTES = 10_000_000
# A pipe that is writable takes this much at once (POSIX's PIPE_BUF)
PIECE = 4_096
_COLOR = r"\x1b\[[0-9;]*m"
_CONTROL = re.compile(rf"({_COLOR})|[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """The text without what a terminal would obey, but for colours: titles and names are other people's."""
    return _CONTROL.sub(lambda found: found[1] or "", text)


def say(text: str) -> None:
    """A line about how far a command is, for people: its results alone go to standard output."""
    typer.echo(printable(text), err=True)


class Output:
    """Lines to a terminal and to a file, secrets left out by `hide`."""

    def __init__(self, log: Path, hide: Callable[[str], str] = lambda text: text) -> None:
        self._hide = hide
        self.log = log
        self._file = open_log(log, LOG_BYTES)
        self._coloured = sys.stdout.isatty()
        self._encoding = sys.stdout.encoding or "utf-8"
        self._terminal: int | None = sys.stdout.fileno()
        self._waiting: deque[bytes] = deque(maxlen=KEPT)
        self.quiet = False

    def line(self, name: str, text: str) -> None:
        """One line of a part. While `quiet`, only the platform's own go to the terminal."""
        now = datetime.now()  # noqa: DTZ005 - for people, local time
        text = self._hide(printable(text.rstrip()))
        plain = re.sub(_COLOR, "", text)
        self._file.emit(logging.makeLogRecord({"msg": f"{now:%Y-%m-%d %H:%M:%S} {name:{WIDTH}} | {plain}"}))
        if self._terminal is None or (self.quiet and name != "platform"):
            return
        head = f"{now:%H:%M:%S} {name:{WIDTH}} |"
        if self._coloured:
            head = f"\x1b[{COLORS.get(name, 37)}m{head}\x1b[0m"
        self._waiting.append(f"{head} {text}\n".encode(self._encoding, "replace"))
        self.flush()

    def flush(self) -> None:
        """Writes what the terminal takes now; what it does not take waits, the oldest is forgotten."""
        try:
            while self._waiting and self._terminal is not None and select.select([], [self._terminal], [], 0)[1]:
                piece = self._waiting.popleft()
                if rest := piece[os.write(self._terminal, piece[:PIECE]) :]:
                    self._waiting.appendleft(rest)
        except OSError:
            self._terminal = None
            self._waiting.clear()


def run_id_of(kind: str) -> str:
    """The id of a run of the command line's own: Dagster knows nothing of it."""
    return f"{kind}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
