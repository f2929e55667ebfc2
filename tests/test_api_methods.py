"""HEAD, OPTIONS, 405 and `If-None-Match: *`, over one connection as a real client keeps it."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from api_server.routes import HANDLERS
from tests.api_fixtures import api, gecko, store, store_article
from tests.api_process import Server

# What makes each template an address
EXAMPLES = {
    "{ticker:str}": "S0", "{source:str}": "coingecko", "{source_id:path}": "c0", "{article_id:str}": "latest", "{seq:int}": "1",
    "{run_id:str}": "latest", "{name:str}": "start.js", "{kind:str}": "conflict",
}  # fmt: skip


def addresses(method: str) -> list[str]:
    """An address of every route that takes this method."""
    found = []
    for handler in HANDLERS:
        if method in handler.http_methods:
            for path in sorted(handler.paths):
                for template, example in EXAMPLES.items():
                    path = path.replace(template, example)
                found.append(path)
    return [*found, *(["/schema/openapi.json"] if method == "GET" else [])]


@pytest.fixture
def filled(url: URL) -> URL:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(3)))
    store_article(url, 1, "News")
    return url


@pytest.fixture
def running(filled: URL, tmp_path: Path) -> Iterator[Server]:
    started = Server(filled, tmp_path)
    yield started
    started.stop()


@pytest.mark.e2e
def test_every_route_answers_head_as_get_without_a_body_over_one_connection(running: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
    connection.connect()
    sock = connection.sock

    def ask(method: str, path: str) -> tuple[int, dict[str, str], bytes]:
        connection.request(method, path, headers={"Accept": "*/*"})
        answer = connection.getresponse()
        body = answer.read()
        assert connection.sock is sock, f"the connection was dropped after {method} {path}"
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    for path in [*addresses("GET"), "/data?format=csv", "/data?limit=1", "/nowhere", "/data?nonsense=1"] * 3:
        get, got, body = ask("GET", path)
        head, had, nothing = ask("HEAD", path)
        assert (head, nothing) == (get, b""), path
        assert had["content-type"] == got["content-type"], path
        assert got.get("etag") == had.get("etag"), path
        assert body or get == 304, path


@pytest.mark.parametrize("path", addresses("GET") + addresses("POST"))
def test_allow_and_the_body_of_405_name_the_same_methods(filled: URL, path: str) -> None:
    with api(filled) as client:
        answer = client.request("DELETE", path)
        assert answer.status_code == 405, path
        methods = answer.headers["allow"]
        assert methods in answer.json()["detail"]
        assert ("HEAD" in methods) == ("GET" in methods)
        assert client.request("OPTIONS", path).headers["allow"] == methods


def test_an_etag_of_anything_is_matched_by_what_exists(filled: URL) -> None:
    with api(filled) as client:

        def ask(path: str) -> int:
            return client.get(path, headers={"If-None-Match": "*"}).status_code

        for path in ("/data", "/news", "/records", "/assets/S0", "/raw/coingecko/c0", "/quality/quarantine"):
            assert (ask(path), ask(path)) == (304, 304), path
        assert ask("/assets/NOPE") == ask("/raw/coingecko/nope") == 404
        assert ask("/stats") in (200, 503)
        assert ask("/data?nonsense=1") == 400


def test_only_what_the_version_counts_is_kept(filled: URL) -> None:
    with api(filled) as client:
        for path in ("/database", "/database/x", "/newsletter", "/recordsets"):
            answer = client.get(path)
            assert answer.status_code == 404
            assert answer.headers["cache-control"] == "no-store"
            assert client.get(path, headers={"If-None-Match": "*"}).status_code == 404


def test_a_websocket_that_somebody_adds_is_refused(filled: URL) -> None:
    async def ask(app: Any) -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "websocket.connect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        await app({"type": "websocket", "path": "/ws", "headers": []}, receive, send)
        return sent

    with api(filled) as client:
        assert isinstance(client, TestClient)
        with client.portal() as portal:
            assert portal.call(ask, client.app)[0]["type"] == "websocket.close"


def test_every_problem_explains_what_to_do(filled: URL) -> None:
    with api(filled) as client:
        for path in addresses("GET"):
            kind = client.request("DELETE", path).json()["type"]
            found = json.loads(client.get(kind).text)["data"]
            assert found["advice"]
