"""How fast is the query API? Against the usual FastAPI application over the same table, in one run, taking turns.

    python -m benchmarks.api [--coins 20000] [--rounds 3] [--seconds 4]

One worker process each, the same columns, 50 rows a page, 16 connections. cold: every request another page (its rows
may have been on others before); hot: the same page; 304: the same page, which the client has. Medians of the rounds are
printed. The floor is pgbench with the statement that a page needs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from sqlalchemy.engine import URL

from api_server.queries.coins import rows_sql
from benchmarks.ingest import NOON, SOURCE, load, pages_of
from crypto_pipeline.simulator.market import Market
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import connect, database_url, dsn
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.streams import prepare_database

BASELINE = [
    "uvicorn", "benchmarks.baselines.fastapi_app:app", "--port", "PORT", "--no-access-log", "--log-level", "error",
    "--loop", "uvloop", "--http", "httptools", "--no-proxy-headers",
]  # fmt: skip
CONNECTIONS = 16
ROWS = 50
Requests = list[tuple[str, dict[str, str]]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(module: list[str], environment: dict[str, str]) -> Iterator[int]:
    """A server in one process; yields its port."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", *(argument.replace("PORT", str(port)) for argument in module)],
        env={**os.environ, **environment, "API_PORT": str(port)}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{port}/data").status_code == 200:
                    break
            if time.monotonic() > deadline:
                raise RuntimeError(f"{module} did not start")
            time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait()


def measured(port: int, requests: Requests, seconds: float) -> dict[str, float]:
    """What the load generator found. Raises RuntimeError when any answer was no success."""
    for duration in (1.0, seconds):  # the first second warms connections up and is not counted
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.load", str(port), str(CONNECTIONS), str(duration)],
            input=json.dumps(requests), capture_output=True, text=True, check=True,
        )  # fmt: skip
        requests = requests[::-1]  # what the first second asked for comes last
        found = json.loads(done.stdout)
    if set(found["statuses"]) - {"200", "304"}:
        raise RuntimeError(f"answers were {found['statuses']}")
    return dict(found)


def cold_pages() -> Requests:
    """Ten thousand pages, no two alike."""
    offsets = list(range(10_000))
    random.Random(1).shuffle(offsets)
    return [(f"/data?limit={ROWS}&offset={offset}", {}) for offset in offsets]


def pgbench(url: URL, seconds: float) -> float | None:
    """Pages a second by the bare statement, as many clients, prepared; None on a machine without pgbench."""
    program = shutil.which("pgbench") or next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))), None)
    if program is None:
        return None
    with connect(url) as connection:
        rows = connection.execute("select asset_id from crypto_assets order by rank nulls last, ticker").fetchall()
    keys = [str(key) for (key,) in rows]
    with tempfile.TemporaryDirectory() as folder:
        scripts = []
        for start in range(0, len(keys) - ROWS, max(ROWS, len(keys) // 100)):
            script = Path(folder) / f"page{start}.sql"
            literal = ",".join(keys[start : start + ROWS])
            statement = rows_sql(of_source=False) % {"keys": f"'{{{literal}}}'", "raw": "'/raw/'"}
            script.write_text(" ".join(statement.split()) + ";")
            scripts.append(script)
        done = subprocess.run(
            [str(program), "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-T", str(int(seconds)),
             *(part for script in scripts for part in ("-f", str(script))), dsn(url)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    return float(re.search(r"tps = ([0-9.]+)", done.stdout)[1])  # type: ignore[index]


def add_history(url: URL, times: int) -> None:
    """Makes `market_quotes` that many times as long: the same quotes, ever an hour earlier."""
    with connect(url, autocommit=True) as connection:
        columns = "listing_id, observed_at, known_at, price_usd, market_cap_usd, volume_24h_usd, rank, raw_seq"
        connection.execute(
            f"insert into market_quotes ({columns}) "
            "select listing_id, observed_at - n * interval '1 hour', known_at, price_usd, market_cap_usd,"
            f" volume_24h_usd, rank, raw_seq from market_quotes, generate_series(1, {times - 1}) n".encode()
        )
        connection.execute("vacuum analyze market_quotes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coins", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as home:
        settings = Settings(platform_home=Path(home))
        url = database_url(settings)
        prepare_database(url, [SOURCE])
        load(url, settings, pages_of(Market(arguments.coins), NOON))
        with connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze")
        address = url.render_as_string(hide_password=False)
        ours = {"DATABASE_URL": address, "API_RATE_PER_MINUTE": "0", "LOG_LEVEL": "WARNING", "PLATFORM_HOME": home}
        theirs = {"BASELINE_URL": url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)}
        results: dict[str, list[dict[str, float]]] = {}

        def measure(name: str, port: int, requests: Requests) -> None:
            results.setdefault(name, []).append(measured(port, requests, arguments.seconds))

        def measure_ours(*, grown: bool) -> None:
            with serving(["api_server"], ours) as port:
                hot = f"/data?limit={ROWS}"
                if grown:
                    measure("ours cold, 100 times the history", port, cold_pages())
                    return
                etag = httpx.get(f"http://127.0.0.1:{port}{hot}").headers["etag"]
                measure("ours cold", port, cold_pages())
                measure("ours hot", port, [(hot, {})])
                measure("ours 304", port, [(hot, {"If-None-Match": etag})])
                for name, paths in (("first pages", cursor_pages(port, 1)), ("pages 390 on", cursor_pages(port, 390))):
                    measure(f"ours, {name} by cursor", port, paths)

        for _ in range(arguments.rounds):
            measure_ours(grown=False)
            with serving(BASELINE, theirs) as port:
                measure("theirs cold", port, cold_pages())
                measure("theirs hot", port, [(f"/data?limit={ROWS}", {})])
        floor = pgbench(url, arguments.seconds)
        add_history(url, 100)
        for _ in range(arguments.rounds):
            measure_ours(grown=True)
        stop_if_last(data_directory(settings))
    report(results, floor)


def cursor_pages(port: int, first: int) -> Requests:
    """Ten pages by cursor from this one on, asked so that none is answered from memory."""
    path, found = f"/data?limit={ROWS}", []
    for page in range(1, first + 10):
        answer = httpx.get(f"http://127.0.0.1:{port}{path}").json()
        if page >= first:
            # answers are kept by query and Accept header: another header is another question
            found += [(path, {"Accept": f"application/json;q=0.{n}"}) for n in range(1, 1_000)]
        cursor = answer["pagination"]["next_cursor"]
        if cursor is None:
            break
        path = f"/data?limit={ROWS}&cursor={cursor}"
    random.Random(2).shuffle(found)
    return found


def report(results: dict[str, list[dict[str, float]]], floor: float | None) -> None:
    """Prints medians and ratios."""
    medians = {
        name: {key: statistics.median(round_[key] for round_ in rounds) for key in ("per_second", "p50", "p99")}
        for name, rounds in results.items()
    }
    for name, found in medians.items():
        rate = f"{found['per_second']:8,.0f} requests/s"
        print(f"{name:34} {rate}   p50 {found['p50']:6.2f} ms   p99 {found['p99']:6.2f} ms")
    for kind, peer in (("cold", "cold"), ("hot", "hot"), ("304", "hot")):
        ratio = medians[f"ours {kind}"]["per_second"] / medians[f"theirs {peer}"]["per_second"]
        print(f"{kind}: {ratio:.1f} times the baseline")
    cold = medians["ours cold"]["per_second"]
    if floor is None:
        print("pgbench is not on this machine: no floor")
    else:
        print(f"floor by pgbench: {floor:,.0f} pages/s; the API gives {cold / floor:.0%} of it")
    grown = medians["ours cold, 100 times the history"]["per_second"]
    print(f"with 100 times the history: {grown / cold - 1:+.0%} requests/s")
    first, last = (medians[f"ours, {name} by cursor"] for name in ("first pages", "pages 390 on"))
    print(f"pages 390 on against the first: {last['per_second'] / first['per_second'] - 1:+.0%} requests/s, "
          f"p50 {last['p50'] / first['p50'] - 1:+.0%}")  # fmt: skip


if __name__ == "__main__":
    main()
