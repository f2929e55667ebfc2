"""The API as a process, over a real socket: a database that dies under load, clients that leave, and raw bytes."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import database_url, dsn
from crypto_pipeline.warehouse.migrate import upgrade
from crypto_pipeline.warehouse.server import data_directory, server_pid, stop_server
from tests.api_fixtures import gecko, store
from tests.api_process import Server
from tests.conftest import wait_for

pytestmark = pytest.mark.e2e


@pytest.fixture
def filled(url: URL) -> URL:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(20_000)))
    return url


@pytest.fixture
def running(filled: URL, tmp_path: Path) -> Iterator[Server]:
    server = Server(filled, tmp_path, ETL_TOKEN="the-token-of-the-tests")
    yield server
    server.stop()


def connections_in_use(url: URL) -> int:
    with psycopg.connect(dsn(url)) as connection:
        row = connection.execute(
            "select count(*) from pg_stat_activity where application_name = 'crypto-platform-api'"
            " and datname = current_database() and state <> 'idle'"
        ).fetchone()
    return int(row[0]) if row else 0


def test_hostile_bytes_get_a_4xx_and_the_server_lives_on(running: Server) -> None:
    for request in (
        b"GET /data?limit=\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /data?a=\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /data?cursor=%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /data?limit=%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /data?search=" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /assets/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /raw/coingecko/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
    ):
        answer = running.raw(request)
        assert answer.split(b" ")[1][:1] == b"4", (request[:60], answer[:100])
    assert httpx.get(f"{running.base}/data").status_code == 200


def test_an_export_that_the_client_leaves_frees_its_connection_and_its_slot(filled: URL, running: Server) -> None:
    for _ in range(5):  # more than exports may run at once
        with httpx.stream("GET", f"{running.base}/records?format=csv") as answer:
            assert answer.status_code == 200
            next(answer.iter_raw())
    wait_for(lambda: connections_in_use(filled) == 0, 10)
    wait_for(lambda: "api_exports_running 0.0" in httpx.get(f"{running.base}/metrics").text, 10)
    assert len(httpx.get(f"{running.base}/records?format=csv").text.splitlines()) == 20_001


def test_a_body_that_is_cut_is_no_crash(running: Server) -> None:
    with socket.create_connection(("127.0.0.1", running.port)) as connection:
        connection.sendall(b"POST /etl/run HTTP/1.1\r\nHost: x\r\nX-Scheduler-Token: t\r\nContent-Length: 50\r\n\r\n{")
    wait_for(lambda: 'route="/etl/run"' in httpx.get(f"{running.base}/metrics").text, 10)
    assert 'route="/etl/run",status="500"' not in httpx.get(f"{running.base}/metrics").text


def test_a_file_that_fails_midway_does_not_look_whole(filled: URL, running: Server) -> None:
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        client.connect(("127.0.0.1", running.port))
        client.sendall(b"GET /records?format=csv HTTP/1.1\r\nHost: x\r\n\r\n")
        received = client.recv(1_000)
        assert b" 200 " in received
        with psycopg.connect(dsn(filled)) as connection:
            connection.execute("alter table market_quotes rename to gone")
        client.settimeout(20)
        while piece := client.recv(65_536):
            received += piece
    assert not received.endswith(b"\r\n0\r\n\r\n")  # the end of a chunked body that is whole
    assert b"gone" not in received[-500:]


def test_every_request_is_one_json_line_in_the_log(filled: URL, tmp_path: Path) -> None:
    log = tmp_path / "api.log"
    with log.open("wb") as output:
        server = Server(filled, tmp_path, output, LOG_LEVEL="INFO")
        httpx.get(f"{server.base}/data?limit=3&search=secret", headers={"X-Request-ID": "find-me"})
        httpx.get(f"{server.base}/nothing", headers={"X-Request-ID": "lost"})
        server.stop()
    lines = {line["request_id"]: line for line in map(json.loads, log.read_text().splitlines())}
    found = lines["find-me"]
    assert (found["method"], found["route"], found["status"], found["rows"]) == ("GET", "/data", 200, 0)
    assert found["ms"] > 0
    assert found["cache"] == "miss"
    assert lines["lost"]["status"] == 404
    assert "secret" not in log.read_text()


def test_too_many_exports_at_once_are_told_to_wait(filled: URL, tmp_path: Path) -> None:
    server = Server(filled, tmp_path, API_EXPORTS="1")
    try:
        with socket.socket() as slow:
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            slow.connect(("127.0.0.1", server.port))
            slow.sendall(b"GET /data?format=ndjson HTTP/1.1\r\nHost: x\r\n\r\n")
            assert b" 200 " in slow.recv(1_000)  # and no more: the server waits for this client
            second = httpx.get(f"{server.base}/data?format=csv")
        assert second.status_code == 503
        assert second.headers["retry-after"]
        assert second.json()["type"] == "/problems/busy"
        assert httpx.get(f"{server.base}/data?limit=1").status_code == 200  # pages are no exports
    finally:
        server.stop()


def test_killing_the_database_under_load_gives_only_503_and_all_is_well_when_it_is_back(short_path: Path) -> None:
    settings = Settings(platform_home=short_path / "home")
    url = database_url(settings)
    upgrade(url)
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(500)))
    server = Server(url, short_path)
    statuses: Counter[tuple[bool, int]] = Counter()
    slowest = 0.0
    down, stop = threading.Event(), threading.Event()

    def ask(worker: int) -> None:
        nonlocal slowest
        with httpx.Client(base_url=server.base, timeout=10) as client:
            number = worker
            while not stop.is_set():
                number += 7
                was_down, started = down.is_set(), time.monotonic()
                answer = client.get(f"/data?limit=20&min_price={number % 5_000}&offset={number % 300}")
                slowest = max(slowest, time.monotonic() - started)
                if answer.status_code != 200:
                    assert answer.json()["type"] == "/problems/unavailable"
                    assert answer.headers["retry-after"]
                statuses[was_down, answer.status_code] += 1

    workers = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    try:
        for worker in workers:
            worker.start()
        time.sleep(1)
        pid = server_pid(data_directory(settings))
        assert pid is not None
        down.set()
        for child in _family(pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        time.sleep(3)
        stop_server(data_directory(settings))  # clears away what the killed server left
        assert database_url(settings) == url
        back = time.monotonic()
        wait_for(lambda: httpx.get(f"{server.base}/health/ready").status_code == 200, 5, every=0.05)
        assert time.monotonic() - back < 5
        down.clear()
        time.sleep(1)
        assert httpx.get(f"{server.base}/data?limit=3").json()["meta"]["data_version"] is not None
    finally:
        stop.set()
        for worker in workers:
            worker.join()
        server.stop()
        stop_server(data_directory(settings))
    assert {status for _, status in statuses} == {200, 503}
    assert statuses[False, 200] > 50
    assert statuses[True, 503] > 5
    assert slowest < 2.5


@pytest.mark.slow
def test_a_database_that_hangs_is_unhealthy_within_seconds_and_hangs_nobody(short_path: Path) -> None:
    settings = Settings(platform_home=short_path / "home")
    url = database_url(settings)
    upgrade(url)
    store(url, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 1.0))
    server = Server(url, short_path, API_STATEMENT_SECONDS="3")
    pid = server_pid(data_directory(settings))
    assert pid is not None
    family = _family(pid)
    try:
        assert httpx.get(f"{server.base}/data").status_code == 200
        for process in family:
            os.kill(process, signal.SIGSTOP)
        started = time.monotonic()
        answer = httpx.get(f"{server.base}/health", timeout=30)
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
        assert time.monotonic() - started < 4
        assert httpx.get(f"{server.base}/data?limit=7", timeout=30).status_code == 200  # of rows that are known
        assert httpx.get(f"{server.base}/data?min_price=0", timeout=30).status_code in (503, 504)
        assert time.monotonic() - started < 20
    finally:
        for process in family:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)
    try:
        wait_for(lambda: httpx.get(f"{server.base}/health").status_code == 200, 10)
        assert httpx.get(f"{server.base}/data?limit=8").status_code == 200
    finally:
        server.stop()
        stop_server(data_directory(settings))


def _family(pid: int) -> list[int]:
    import psutil

    parent = psutil.Process(pid)
    return [pid, *(child.pid for child in parent.children(recursive=True))]


def test_a_walk_over_two_processes_sees_each_coin_once_while_loads_change_the_order(url: URL, tmp_path: Path) -> None:
    def load(turn: int) -> None:
        ranks = list(range(1, 301))
        random.Random(turn).shuffle(ranks)
        at = f"2026-05-01T08:{turn % 60:02}:{turn // 60:02}Z"
        store(
            url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", rank, 1.0 + n, at) for n, rank in enumerate(ranks))
        )

    load(0)
    running = Server(url, tmp_path, API_WORKERS="2")
    stopped = threading.Event()

    def keep_loading() -> None:
        turn = 1
        while not stopped.is_set():
            load(turn)
            turn += 1

    loads = threading.Thread(target=keep_loading)
    loads.start()
    try:
        wait_for(lambda: len(psutil.Process(running.process.pid).children()) >= 2)
        for _ in range(5):
            seen: list[str] = []
            cursor = ""
            while cursor is not None:
                # a connection each: either process may get it
                answer = httpx.get(
                    f"{running.base}/data?limit=20" + (f"&cursor={cursor}" if cursor else ""), timeout=20
                )
                assert answer.status_code == 200, answer.text
                seen += [coin["ticker"] for coin in answer.json()["data"]]
                cursor = answer.json()["pagination"]["next_cursor"]
            assert len(seen) == len(set(seen)) == 300
    finally:
        stopped.set()
        loads.join()
        running.stop()


def test_several_processes_say_that_they_count_requests_apart(url: URL, tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log:
        running = Server(url, tmp_path, log, API_WORKERS="2", API_RATE_PER_MINUTE="100")
        running.stop()
    assert "up to 200 a minute" in (tmp_path / "log").read_text()
