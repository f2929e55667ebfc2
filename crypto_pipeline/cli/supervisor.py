"""Processes that are started, watched and stopped together: each in a session of its own, waited for itself.

No thread and no fork of ours: `subprocess` spawns without running Python in the child. Waiting is for the process
(a pidfd), not for its output's end, which a grandchild may hold open.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from crypto_pipeline.cli import guard, part
from crypto_pipeline.cli.output import Output
from crypto_pipeline.cli.parts import SAFE

STOP_SECONDS = 15
LONGEST_LINE = 16_384


@dataclass
class Part:
    """A running part. `ended` has its exit status, negative for the signal that ended it."""

    name: str
    process: subprocess.Popen[bytes]
    ended: asyncio.Future[int]
    stop_with: signal.Signals = signal.SIGTERM
    last: bool = False
    rest: bytes = field(default=b"", repr=False)


class Supervisor:
    """Starts parts and stops them all. `mark` is in the environment of each, and of whatever they start."""

    def __init__(self, output: Output, environment: Mapping[str, str], mark: str) -> None:
        self.output, self.mark = output, mark
        self.environment = {**environment, **SAFE, guard.MARK: mark, "PYTHONUNBUFFERED": "1"}
        self.parts: list[Part] = []
        self.guard: Part | None = None
        self._word = -1
        self._loop = asyncio.get_running_loop()

    def start(
        self, name: str, command: Sequence[str], *, after: Path | None = None,
        stop_with: signal.Signals = signal.SIGTERM, last: bool = False, keep: Sequence[int] = (),
    ) -> Part:  # fmt: skip
        """Starts a part: `after` another one's socket is there; `last`: to be stopped after the rest.

        `keep` are descriptors that it gets; all others are closed to it.
        """
        made = self._spawn(name, command, after, self.environment, subprocess.DEVNULL, keep)
        made.stop_with, made.last = stop_with, last
        self.parts.append(made)
        return made

    def start_guard(self, folder: Path) -> None:
        """Starts the process that ends the parts, should this one be killed, and removes the folder."""
        reading, self._word = os.pipe()
        environment = {name: value for name, value in self.environment.items() if name != guard.MARK}
        command = [sys.executable, "-m", guard.__name__, self.mark, str(folder)]
        self.guard = self._spawn("guard", command, Path(part.GUARD), environment, reading, ())
        os.close(reading)

    def _spawn(
        self, name: str, command: Sequence[str], after: Path | None, environment: Mapping[str, str], stdin: int,
        keep: Sequence[int],
    ) -> Part:  # fmt: skip
        launcher = [sys.executable, "-S", "-E", part.__file__, str(os.getpid()), str(after or "-")]
        reading, writing = os.pipe()
        try:
            process = subprocess.Popen(
                [*launcher, *command], stdin=stdin, stdout=writing, stderr=writing, env=environment,
                start_new_session=True, pass_fds=keep,
            )  # fmt: skip
        finally:
            os.close(writing)
        os.set_blocking(reading, False)
        made = Part(name, process, self._loop.create_future())
        self._loop.add_reader(reading, self._read, made, reading)
        self._watch(made)
        return made

    async def stop(self, hurry: asyncio.Event) -> None:
        """Stops everything within `STOP_SECONDS`, at once when `hurry` is set, and whatever the parts have left."""
        deadline = time.monotonic() + STOP_SECONDS
        for last in (False, True):
            running = [made for made in self.parts if made.last is last and not made.ended.done()]
            for made in running:
                self._signal(made, made.stop_with)
            left = {made.ended for made in running}
            while left and time.monotonic() < deadline and not hurry.is_set():
                _, left = await asyncio.wait(left, timeout=0.1)
                self.output.flush()
            for made in running:
                self._signal(made, signal.SIGKILL)
        await asyncio.to_thread(guard.end, self.mark, 1)
        if self.guard is not None:
            with suppress(BrokenPipeError):
                os.write(self._word, b".")
            os.close(self._word)
            await asyncio.wait({self.guard.ended}, timeout=5)

    def _signal(self, made: Part, number: signal.Signals) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(made.process.pid, number)  # its session's leader, and so its group's

    def _watch(self, made: Part) -> None:
        if not hasattr(os, "pidfd_open"):
            self._poll(made)
            return
        number = os.pidfd_open(made.process.pid)

        def over() -> None:
            self._loop.remove_reader(number)
            os.close(number)
            made.ended.set_result(made.process.wait())

        self._loop.add_reader(number, over)

    def _poll(self, made: Part) -> None:
        status = made.process.poll()
        if status is None:
            self._loop.call_later(0.1, self._poll, made)
        else:
            made.ended.set_result(status)

    def _read(self, made: Part, reading: int) -> None:
        try:
            data = os.read(reading, 65_536)
        except BlockingIOError:
            return
        lines = (made.rest + data).split(b"\n")
        made.rest = lines.pop()
        if not data or len(made.rest) > LONGEST_LINE:
            lines, made.rest = [*lines, made.rest], b""
        for line in lines:
            if line.strip():
                self.output.line(made.name, line[:LONGEST_LINE].decode("utf-8", "replace"))
        if not data:
            self._loop.remove_reader(reading)
            os.close(reading)
