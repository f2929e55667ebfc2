"""How much memory does a load take? A CSV file of years through `crypto-platform refresh csv`, and one of one row.

    python -m benchmarks.memory [--megabytes 37]

The peak of the process that loads, libraries and Dagster included; the database's processes are not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.server import data_directory, stop_if_last

HEADER = "symbol,name,price_usd,created_at\n"
COINS = 1_000
FIRST = datetime(2020, 1, 1, tzinfo=UTC)


def write(path: Path, size: int) -> int:
    """A file of about so many bytes, hour by hour for each coin; returns its rows."""
    rows = 0
    with path.open("w") as file:
        file.write(HEADER)
        while not rows or file.tell() < size:
            coin = rows % COINS
            at = FIRST + timedelta(hours=rows // COINS)
            file.write(f"C{coin},Coin {coin} of {COINS},{1 + rows % 997 / 7:.6f},{at:%Y-%m-%dT%H:%M:%SZ}\n")
            rows += 1
    os.utime(path, (time.time() - 60, time.time() - 60))  # whole: nobody writes into it any more
    return rows


def peak_of(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """The seconds that a command takes, and the most memory it has, in MB."""
    started = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    pid = os.posix_spawn(sys.executable, [sys.executable, *command], environment, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"the load failed: {' '.join(command)}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=37)
    arguments = parser.parse_args()
    for size in (0, int(arguments.megabytes * 1e6)):
        with tempfile.TemporaryDirectory(prefix="bench") as home:
            inbox = Path(home) / "inbox"
            inbox.mkdir()
            rows = write(inbox / "years.csv", size)
            environment = {**os.environ, "PLATFORM_HOME": home, "CSV_INBOX": str(inbox), "LOG_LEVEL": "ERROR"}
            seconds, peak = peak_of(["-m", "crypto_pipeline.cli", "refresh", "csv"], environment)
            stop_if_last(data_directory(Settings(platform_home=Path(home))))
        print(f"{rows:9,} rows, {size / 1e6:5.1f} MB: {seconds:6.1f} s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
