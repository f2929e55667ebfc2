"""Minutes of load on the API while loads run and the database is killed: every answer is what it may be."""

from __future__ import annotations

import random
import shutil
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.server import stop_if_last, stop_server
from tests.api_process import Server
from tests.conftest import start_simulator
from tests.platform_process import environment, platform

CLIENTS = 8
AWAY, BUSY = "503 while the database was away", "503 busy with other files"
CUT = "file cut off while the database was away"
KILL_SECONDS = 45
PATHS = [
    "/data?limit=50", "/data?sort=-price&limit=100", "/data?search=coin", "/data?format=csv", "/data?format=parquet",
    "/assets/BTC", "/assets/NOPE", "/raw/coingecko/bitcoin", "/news", "/news?ticker=BTC", "/records?limit=100", "/stats",
    "/quality", "/quality/quarantine", "/etl/status", "/etl/runs", "/health", "/health/detailed", "/metrics", "/nonsense",
    "/data?limit=0", "/schema/openapi.json",
]  # fmt: skip


def load(seconds: int) -> bool:
    """Asks for so many seconds. True when nothing but 2xx, 3xx, 4xx, and 503 for the database's sake, was answered; a
    file may be cut off for it.
    """
    simulator, upstreams = start_simulator("--coins", "1000")
    home = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    env = environment(home, upstreams.base)
    assert platform("refresh", env=env).returncode == 0
    url = database_url(Settings(platform_home=home))
    server = Server(url, home, DAGSTER_HOME=str(home / "dagster"), API_WORKERS="2")
    statuses: Counter[int | str] = Counter()
    worst: list[float] = []
    end = time.monotonic() + seconds
    away = threading.Event()

    def ask(seed: int) -> None:
        chosen = random.Random(seed)
        with httpx.Client(base_url=server.base, timeout=30) as client:
            while time.monotonic() < end:
                began, excused = time.monotonic(), away.is_set()
                path = chosen.choice(PATHS)
                try:
                    answer = client.get(path)
                    status: int | str = answer.status_code
                    if status == 503 and "/problems/busy" in answer.text:  # two files are sent at once, no more
                        status = BUSY
                except httpx.HTTPError as error:
                    # half a file must not look whole
                    cut = isinstance(error, httpx.RemoteProtocolError) and "format=" in path
                    excused = excused or away.is_set()
                    status = CUT if cut and excused else f"{path}: {type(error).__name__}: {error}"
                worst.append(time.monotonic() - began)
                statuses[AWAY if status == 503 and (excused or away.is_set()) else status] += 1

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        while time.monotonic() < end:
            platform("refresh", "coingecko", "coinpaprika", "rss", env=env)
            if time.monotonic() + 10 < end and random.random() < 0.3:
                away.set()
                stop_server(home / "postgres")
                time.sleep(2)
                database_url(Settings(platform_home=home))
                time.sleep(10)  # the API's pools come back
                away.clear()
        for thread in threads:
            thread.join()
    finally:
        server.stop()
        stop_if_last(home / "postgres")
        stop_server(home / "postgres")
        simulator.kill()
        shutil.rmtree(home, ignore_errors=True)
    for status, count in sorted(statuses.items(), key=str):
        print(f"{status!s:35} {count:8,}")
    worst.sort()
    print(
        f"{sum(statuses.values()):,} answers; the slowest took {worst[-1]:.1f} s, 99 of 100 less than {worst[len(worst) * 99 // 100]:.2f} s"
    )
    return all(isinstance(s, int) and s < 500 for s in statuses if s not in (AWAY, BUSY, CUT))
