"""Whatever a client sends: a 4xx or a closed connection, within ten seconds and 500 MB, and everybody else is served."""

from __future__ import annotations

import contextlib
import resource
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.engine import URL

from tests.api_fixtures import gecko, store
from tests.api_process import Server
from tests.conftest import new_database

pytestmark = pytest.mark.e2e
SECONDS, MEGABYTES = 10.0, 500


@pytest.fixture(scope="module")
def filled(server: URL) -> Iterator[URL]:
    """A database of this module's own."""
    with new_database(server, "crypto") as url:
        store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(50)))
        yield url


@pytest.fixture(scope="module")
def running(filled: URL, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(filled, tmp_path_factory.mktemp("api"))
    yield started
    started.stop()


GET = b"GET /data HTTP/1.1\r\nHost: x\r\n"
REQUESTS: dict[str, bytes] = {
    "nothing but blanks": b"   \r\n\r\n",
    "no HTTP": b"hello\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "HTTP/2's preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/3.7": b"GET /data HTTP/3.7\r\nHost: x\r\n\r\n",
    "a method that nobody knows": b"FROB /data HTTP/1.1\r\nHost: x\r\n\r\n",
    "a method of 10,000 letters": b"G" * 10_000 + b" /data HTTP/1.1\r\nHost: x\r\n\r\n",
    "a blank in the address": b"GET /da ta HTTP/1.1\r\nHost: x\r\n\r\n",
    "a line end in the address": b"GET /data%0d%0aX:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "an address of 60 KB": b"GET /" + b"a" * 60_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "an address of 200 KB": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "a query of 60 KB": b"GET /data?search=" + b"a" * 60_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "10,000 parameters": b"GET /data?" + b"a=1&" * 1_900 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "bytes that are no text": b"GET /data?search=\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    "percent and no number": b"GET /data?search=%zz%f HTTP/1.1\r\nHost: x\r\n\r\n",
    "a NUL in a path": b"GET /assets/a%00b HTTP/1.1\r\nHost: x\r\n\r\n",
    "a way out": b"GET /docs/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\n\r\n",
    "another way out": b"GET /docs/../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    "a header without a colon": GET + b"nonsense\r\n\r\n",
    "a NUL in a header": GET + b"X-A: a\x00b\r\n\r\n",
    "a header without a name": GET + b": x\r\n\r\n",
    "a folded header": GET + b"X-A: a\r\n b\r\n\r\n",
    "200 headers": GET + b"".join(b"X-%d: 1\r\n" % n for n in range(200)) + b"\r\n",
    "a header of 40 KB": GET + b"X-A: " + b"a" * 40_000 + b"\r\n\r\n",
    "a header of 148 MB": GET + b"X-A: " + b"a" * 148_000_000 + b"\r\n\r\n",
    "100 MB of small headers": GET + b"X-A: b\r\n" * 12_500_000 + b"\r\n",
    "a length below zero": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "a length beyond all bounds": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\n",
    "two lengths": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "a length and chunks": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a chunk of no number": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a body of 1 MB": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: 1000000\r\n\r\n" + b"x" * 1_000_000,
    "100,000 brackets": b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: 60000\r\n\r\n" + b"[" * 60_000,
    "a WebSocket": b"GET /data HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    "CONNECT": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
    "TRACE": b"TRACE / HTTP/1.1\r\nHost: x\r\nCookie: secret\r\n\r\n",
    "no host": b"GET /nowhere HTTP/1.1\r\n\r\n",
}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_hostile_request_is_refused_and_harms_nobody(running: Server, name: str) -> None:
    before, started = running.memory(), time.monotonic()
    answer = running.raw(REQUESTS[name])
    if name not in ("a folded header", "a WebSocket", "percent and no number"):  # answered as if it were not there
        assert answer == b"" or answer.split(b" ")[1][:1] == b"4", answer[:200]
    assert b"secret" not in answer
    assert b"root:" not in answer
    assert time.monotonic() - started < SECONDS
    assert running.memory() - before < MEGABYTES
    assert httpx.get(f"{running.base}/data?limit=1", timeout=5).status_code == 200


@pytest.mark.parametrize(
    ("begun", "drop"),
    [
        (GET, b"X-A: b\r\n"),
        (b"POST /etl/run HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n", b" "),
        (b"GET /data HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\n", b" "),
        (b"POST /etl/run HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    ],
    ids=["head", "body", "body that nobody reads", "chunks"],
)
def test_a_request_that_never_ends_is_given_up_while_others_are_served(
    running: Server, begun: bytes, drop: bytes
) -> None:
    with running.connect(30) as connection:
        connection.sendall(begun)
        started = time.monotonic()
        with contextlib.suppress(ConnectionError):
            while time.monotonic() - started < 30:
                connection.sendall(drop)
                assert httpx.get(f"{running.base}/data?limit=1", timeout=5).status_code == 200
                connection.settimeout(0.5)
                try:
                    if (answer := connection.recv(1000)) or not answer:
                        break
                except TimeoutError:
                    continue
        assert time.monotonic() - started < 25


def test_idle_connections_are_closed_and_more_of_them_than_1024_stop_nobody(filled: URL, tmp_path: Path) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 4_096:
        pytest.skip("this machine allows no more files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4_096, hard) if hard > 0 else 4_096, hard))
    limited: dict[str, Any] = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1_024, hard))}
    server = Server(filled, tmp_path, popen=limited)
    idle: list[Any] = []
    try:
        idle += [server.connect() for _ in range(1_200)]
        assert httpx.get(f"{server.base}/data?limit=1", timeout=10).status_code == 200
        idle[0].settimeout(30)
        assert idle[0].recv(100)[:12] in (b"HTTP/1.1 408", b"")
    finally:
        for connection in idle:
            connection.close()
        server.stop()


def test_a_burst_of_broken_requests_leaves_no_connection_and_no_memory_behind(running: Server) -> None:
    before = running.memory()

    def annoy() -> None:
        for number in range(100):
            with contextlib.suppress(OSError), running.connect(5) as connection:
                connection.sendall([GET, b"\x00" * 1_000, b"POST /etl/run HTTP/1.1\r\n"][number % 3])

    threads = [threading.Thread(target=annoy) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert httpx.get(f"{running.base}/health", timeout=5).status_code == 200
    assert running.memory() - before < 100
