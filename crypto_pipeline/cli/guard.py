"""`python -m crypto_pipeline.cli.guard MARK FOLDER`: what is left of a platform whose `up` was killed, it ends.

`up` starts it first and holds the other end of its standard input. A word on it means that all is stopped; its end
without one, that `up` is gone: then every process that bears the mark is stopped, PostgreSQL too when nobody else
uses it, and the folder of its sockets is removed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from contextlib import suppress

import psutil

if __name__ == "__main__":  # before anything that takes time
    for _number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(_number, signal.SIG_IGN)

from crypto_pipeline.settings import load_settings
from crypto_pipeline.warehouse.server import data_directory, hold, stop_if_last

MARK = "CRYPTO_PLATFORM_UP"
STOP_SECONDS = 10


def marked(mark: str) -> list[psutil.Process]:
    """The living processes of this start of the platform, but for the one that asks."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            mine = process.environ().get(MARK) == mark
            if mine and process.pid != os.getpid() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def end(mark: str, patience: float) -> None:
    """Stops all that bear the mark, by force those that do not stop in time, and those they start meanwhile."""
    for number, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 5), (signal.SIGKILL, 5)):
        processes = marked(mark)
        for process in processes:
            with suppress(psutil.Error):
                process.send_signal(number)
        psutil.wait_procs(processes, timeout=seconds)


def main(mark: str, folder: str) -> None:
    """Waits for the word or the end."""
    settings = load_settings()
    if settings.database_url is None:
        hold(settings)
    if not sys.stdin.read(1):
        end(mark, STOP_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)
    stop_if_last(data_directory(settings))


if __name__ == "__main__":
    main(*sys.argv[1:])
