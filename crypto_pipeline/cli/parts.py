"""honcho's process manager, made safe against an early end of `up` and against its sudden death."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from functools import partial
from typing import Any

import honcho.manager
import honcho.process

from crypto_pipeline.warehouse.server import release_inherited

STOP_SECONDS = 15
PR_SET_PDEATHSIG = 1

honcho.manager.KILL_WAIT = STOP_SECONDS


def die_with_parent(number: int) -> None:
    """Asks the kernel (Linux) to send this process a signal when its parent is gone, however it went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


class Part(honcho.process.Process):  # type: ignore[misc]
    """A part and the small process of honcho's that watches it."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._child_ctor = partial(honcho.process.Popen, preexec_fn=partial(die_with_parent, signal.SIGTERM))

    def run(self, events: Any = None, ignore_signals: bool = False) -> None:
        """Runs in the watching process, a fork of `up`."""
        release_inherited()
        parent = os.getppid()
        die_with_parent(signal.SIGKILL)
        if os.getppid() == parent:  # else it died before we asked
            super().run(events, ignore_signals)


class Manager(honcho.manager.Manager):  # type: ignore[misc]
    """honcho's manager, which asks for the pids of parts that may not have one yet."""

    def __init__(self, printer: Any) -> None:
        super().__init__(printer)
        self._process_ctor = Part

    def terminate(self) -> None:
        """Stops all parts; when some are not known to have started, a little later."""
        if self._all_started():
            super().terminate()
        else:
            threading.Timer(0.1, self.terminate).start()
