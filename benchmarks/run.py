"""How long does one scheduled run take from its tick to its end, and how much of it is Dagster's own start-up?

    python -m benchmarks.run [--coins 1000] [--runs 3]

Starts the simulator, the code server and Dagster's daemon as `up` does, lets a schedule of one source tick every
minute, and reads the times from Dagster's run storage: tick (the minute), created, started (the run's process has
loaded the code), first step, end. Medians are printed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from crypto_pipeline.cli.up import _free_port
from crypto_pipeline.sources import load_settings
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.server import data_directory, stop_if_last

TIMES = """
select extract(epoch from r.create_timestamp at time zone 'UTC'), r.start_time, r.end_time,
    (select extract(epoch from min(e.timestamp) at time zone 'UTC') from dagster.event_logs e
     where e.run_id = r.run_id and e.dagster_event_type = 'STEP_START')
from dagster.runs r
where r.pipeline_name = 'load_coingecko' and r.status = 'SUCCESS'
  and exists (select from dagster.run_tags t where t.run_id = r.run_id and t.key = 'dagster/schedule_name')
order by r.id
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coins", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as home:
        port = _free_port()
        base = f"http://127.0.0.1:{port}"
        os.environ.update(
            PLATFORM_HOME=f"{home}/live",
            COINGECKO_BASE_URL=f"{base}/api/v3",
            COINGECKO_TOP=str(arguments.coins),
            COINGECKO_RATE_PER_MINUTE="600",
            COINGECKO_CRON="* * * * *",
            COINPAPRIKA_CRON="0 0 1 1 *",
            RSS_FEEDS="none",
        )
        platform = [sys.executable, "-m", "crypto_pipeline.cli"]
        ports = [f"--{name}-port={_free_port()}" for name in ("api", "dagster")]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        upstream = subprocess.Popen([*platform, "simulate", f"--port={port}", f"--coins={arguments.coins}"], **quiet)
        running = subprocess.Popen([*platform, "up", "--no-refresh", *ports], **quiet)
        try:
            rows = _wait_for_runs(Path(home) / "live", arguments.runs)
        finally:
            upstream.kill()
            running.send_signal(signal.SIGINT)
            running.wait(60)
            stop_if_last(data_directory(load_settings()))
    spans: dict[str, list[float]] = {"tick to run created": [], "to process ready": [], "to first step": [], "work": []}
    for created, started, ended, first_step in rows:
        tick = created // 60 * 60
        moments = [tick, created, started, first_step, ended]
        for span, (begin, end) in zip(spans.values(), itertools.pairwise(moments), strict=True):
            span.append(end - begin)
    for name, values in spans.items():
        print(f"{name:20} {statistics.median(values):6.2f} s")
    whole = [sum(parts) for parts in zip(*spans.values(), strict=True)]
    own = [total - work for total, work in zip(whole, spans["work"], strict=True)]
    print(
        f"start to end         {statistics.median(whole):6.2f} s for {arguments.coins:,} coins, of which Dagster's own "
        f"{statistics.median(own):.2f} s; median of {len(rows)} scheduled runs"
    )


def _wait_for_runs(home: Path, count: int) -> list[tuple[float, float, float, float]]:
    deadline = time.monotonic() + 120 + 60 * count
    while time.monotonic() < deadline:
        time.sleep(5)
        if not (home / "postgres" / "postmaster.pid").exists():
            continue
        with connect(database_url(load_settings())) as connection:
            if connection.execute("select to_regclass('dagster.event_logs')").fetchone() == (None,):
                continue
            rows = connection.execute(TIMES).fetchall()
        if len(rows) >= count:
            return [tuple(map(float, row)) for row in rows]  # type: ignore[misc]
    raise SystemExit("the schedule did not run; try crypto-platform up --demo by hand")


if __name__ == "__main__":
    main()
