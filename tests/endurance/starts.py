"""Starts of the whole platform in a row: live and demo, on an idle machine and on a busy one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import start_simulator, wait_for
from tests.platform_process import environment
from tests.running_platform import running

BUSY = [sys.executable, "-c", "while True: pass"]


def starts(number: int) -> bool:
    """Starts, waits until it is ready, stops, looks for what is left. True when all went well."""
    simulator, upstreams = start_simulator("--coins", "400")
    folder = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    failed = 0
    try:
        for turn in range(number):
            demo, busy = turn % 2 == 0, turn >= number // 2
            loops = [subprocess.Popen(BUSY) for _ in range(os.cpu_count() or 2)] if busy else []
            home = folder / f"home{turn}"
            try:
                outcome = one(home, environment(home, None if demo else upstreams.base), demo=demo)
            except Exception as error:
                outcome = f"FAILED: {type(error).__name__}: {str(error)[-2_000:]}"
                failed += 1
            finally:
                for loop in loops:
                    loop.kill()
                    loop.wait()
                shutil.rmtree(home, ignore_errors=True)
            print(f"{turn + 1:3} {'demo' if demo else 'live'} {'busy' if busy else 'idle'}  {outcome}", flush=True)
    finally:
        simulator.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{number - failed} of {number} starts got ready and ended clean")
    return not failed


def one(home: Path, env: dict[str, str], *, demo: bool) -> str:
    """One start and stop; what they took, in words."""
    began = time.monotonic()
    options = ("--demo", "--coins", "150") if demo else ("--refresh",)
    with running(home, env, *options) as platform:
        platform.wait_until_ready()
        ready = time.monotonic() - began
        status = platform.stop(signal.SIGTERM if demo else signal.SIGINT)
        stopped = time.monotonic() - began - ready
        assert status == 0, platform.text()
        wait_for(lambda: not platform.processes(), 10)
        assert "Traceback" not in platform.text(), platform.text()
    return f"ready after {ready:5.1f} s, stopped after {stopped:4.1f} s"
