"""How fast is /stats with many runs, and what does a burst cost Dagster's storage?

python -m benchmarks.stats [--runs 10000]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
import uuid
from pathlib import Path

import dagster as dg
import httpx

from api_server.app import create_app
from crypto_pipeline.cli.home import prepare
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.server import data_directory, stop_if_last


def add_runs(number: int) -> None:
    """Puts finished runs into Dagster's storage."""
    with dg.DagsterInstance.get() as instance:
        for n in range(number):
            source = list(SOURCES)[n % len(SOURCES)]
            failed = n % 20 == 0
            instance.add_run(
                dg.DagsterRun(
                    job_name=f"load_{source}", run_id=str(uuid.uuid4()),
                    status=dg.DagsterRunStatus.FAILURE if failed else dg.DagsterRunStatus.SUCCESS,
                    tags={"crypto/source": source, "dagster/partition": "2026-05-01"},
                )
            )  # fmt: skip


async def measure(settings: Settings) -> None:
    app = create_app(settings)
    transport = httpx.ASGITransport(app=app)
    async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://api", timeout=60) as client:
        started = time.perf_counter()
        (await client.get("/stats")).raise_for_status()
        print(f"first answer, which reads every run: {time.perf_counter() - started:.2f} s")
        warm = []
        for _ in range(50):
            app.services.history.expire()  # so that each answer asks Dagster what is new
            started = time.perf_counter()
            (await client.get("/stats")).raise_for_status()
            warm.append((time.perf_counter() - started) * 1000)
        print(f"warm, asking Dagster each time: median {statistics.median(warm):.1f} ms, worst {max(warm):.1f} ms")
        kept = []
        for _ in range(50):
            started = time.perf_counter()
            (await client.get("/stats")).raise_for_status()
            kept.append((time.perf_counter() - started) * 1000)
        print(f"warm, within the two seconds that an answer is kept: median {statistics.median(kept):.1f} ms")
        app.services.history.expire()
        before = app.services.history.reads
        started = time.perf_counter()
        await asyncio.gather(*(client.get("/stats") for _ in range(100)))
        print(
            f"a burst of 100: {app.services.history.reads - before} read(s) of Dagster's storage, "
            f"{(time.perf_counter() - started) * 1000:.0f} ms for all"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as home:
        settings = Settings(platform_home=Path(home), log_level="WARNING", api_rate_per_minute=0)
        url = prepare(settings)
        add_runs(arguments.runs)
        with connect(url) as connection:
            connection.execute(
                "update dagster.runs set start_time = extract(epoch from create_timestamp),"
                " end_time = extract(epoch from create_timestamp) + %s * random()",
                (random.Random(1).uniform(2, 9),),
            )
        asyncio.run(measure(settings))
        stop_if_last(data_directory(settings))


if __name__ == "__main__":
    main()
