"""How long do a backup, a restore and a move take, against PostgreSQL's own programs on the same database?

    python -m benchmarks.copies [--quotes 5000000]

The floors, in the same run: `pg_dump` and `pg_restore` by themselves for the backup and the restore, one psql's COPY
into another's without any comparison for the move.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import URL

from benchmarks.storage import FILL, LISTINGS, MONTH
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse import programs
from crypto_pipeline.warehouse.backup import back_up
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.move import move, reopen
from crypto_pipeline.warehouse.partitions import ensure_partitions
from crypto_pipeline.warehouse.restore import check_files, open_backup, restore
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.streams import prepare_database

SERVER = 18


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def tell(what: str, ours: float, floor_is: str, floor: float) -> None:
    """One line of the result."""
    print(f"{what}: {ours:.1f} s; {floor_is} {floor:.1f} s: {ours / floor:.2f} x")


def new_database(url: URL, name: str, settings: Settings | None = None) -> URL:
    """An empty database on the same server; with `settings` a migrated one."""
    with connect(url, autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
    made = url.set(database=name)
    if settings is not None:
        prepare_database(made, streams_of(settings))
        ensure_partitions(made, "market_quotes", [MONTH])
    return made


def run(name: str, url: URL, *arguments: str | Path) -> None:
    """One of PostgreSQL's programs by itself."""
    address, environment = programs.reaching(url)
    command = [programs.program(name, SERVER), f"--dbname={address}", *arguments]
    subprocess.run(command, env=environment, check=True)


def copy(source: URL, target: URL) -> None:
    """COPY out of one psql into another."""
    psql = str(programs.program("psql", SERVER))
    (out, environment), (into, _) = programs.reaching(source), programs.reaching(target)
    reading = subprocess.Popen([psql, out, "-qc", f"copy {TABLE} to stdout"], env=environment, stdout=subprocess.PIPE)
    subprocess.run([psql, into, "-qc", f"copy {TABLE} from stdin"], env=environment, stdin=reading.stdout, check=True)
    reading.wait()


TABLE = f"market_quotes_{MONTH.replace('-', '_')}"


def main() -> None:
    """Fills, copies in each way, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotes", type=int, default=5_000_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        settings = Settings(platform_home=Path(folder))
        url = database_url(settings)
        prepare_database(url, streams_of(settings))
        ensure_partitions(url, "market_quotes", [MONTH])
        with connect(url) as connection:
            values = {"loads": arguments.quotes // LISTINGS, "listings": LISTINGS}
            rows = connection.execute(FILL, values).rowcount
        with connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze market_quotes")
        plain, place = Path(folder) / "plain.dump", Path(folder) / "backup"
        floor = timed(lambda: run("pg_dump", url, "--format=custom", f"--file={plain}"))
        ours = timed(lambda: back_up(url, place, {}))
        size = open_backup(place).manifest.bytes
        print(f"{rows:,} quotes, a backup of {size / 1e6:,.0f} MB")
        tell("backup", ours, "pg_dump", floor)
        target, other = new_database(url, "restored"), new_database(url, "plain")
        floor = timed(lambda: run("pg_restore", other, "--no-owner", "--no-privileges", plain))
        checked = timed(lambda: check_files(open_backup(place)))
        ours = timed(lambda: restore(target, open_backup(place)))
        tell("restore, checks and counts included", ours + checked, "pg_restore", floor)
        target, other = new_database(url, "moved", settings), new_database(url, "copied", settings)
        floor = timed(lambda: copy(url, other))
        ours = timed(lambda: move(url, target))
        tell("move, every row compared", ours, "COPY alone", floor)
        reopen(url)
        stop_if_last(data_directory(settings))


if __name__ == "__main__":
    main()
