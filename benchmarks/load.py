"""A small HTTP load generator: keep-alive connections, one request in flight on each, latencies in milliseconds.

    python -m benchmarks.load PORT CONNECTIONS SECONDS < requests

`requests` are JSON: [[path, {header: value}], …], sent in turn. Prints one JSON object.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import time
from collections import Counter

import uvloop


class Connection(asyncio.Protocol):
    """Sends the next request as soon as the last answer is whole."""

    def __init__(self, requests, latencies: list[float], statuses: Counter[bytes], until: float) -> None:  # type: ignore[no-untyped-def]
        self.requests, self.latencies, self.statuses, self.until = requests, latencies, statuses, until
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.buffer = bytearray()
        self.expected = -1

    def connection_made(self, transport) -> None:  # type: ignore[no-untyped-def]
        self.transport = transport
        self.send()

    def send(self) -> None:
        self.started = time.perf_counter()
        if self.started > self.until:
            self.transport.close()
            return
        self.buffer.clear()
        self.expected = -1
        self.transport.write(next(self.requests))

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if self.expected < 0:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self.buffer[:end]).lower()
            length = 0
            if (at := head.find(b"content-length: ")) >= 0:
                length = int(head[at + 16 :].split(b"\r\n", 1)[0])
            self.expected = end + 4 + length
            self.statuses[head[9:12]] += 1
        if len(self.buffer) >= self.expected:
            self.latencies.append((time.perf_counter() - self.started) * 1000)
            self.send()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(None)


async def run(port: int, connections: int, seconds: float, requests: list[bytes]) -> None:
    loop = asyncio.get_running_loop()
    latencies: list[float] = []
    statuses: Counter[bytes] = Counter()
    started = time.perf_counter()
    supply = itertools.cycle(requests)
    opened = [
        (await loop.create_connection(
            lambda: Connection(supply, latencies, statuses, started + seconds), "127.0.0.1", port
        ))[1]
        for _ in range(connections)
    ]  # fmt: skip
    await asyncio.gather(*(connection.done for connection in opened))
    took = time.perf_counter() - started
    latencies.sort()
    print(
        json.dumps(
            {
                "per_second": len(latencies) / took,
                "p50": latencies[len(latencies) // 2],
                "p99": latencies[int(len(latencies) * 0.99)],
                "statuses": {status.decode(): number for status, number in statuses.items()},
            }
        )
    )


def main() -> None:
    port, connections, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    requests = [
        (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in headers.items()) + "\r\n")
        .encode()
        for path, headers in json.load(sys.stdin)
    ]  # fmt: skip
    uvloop.run(run(port, connections, seconds, requests))


if __name__ == "__main__":
    main()
