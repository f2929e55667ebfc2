"""The guard before Dagster's application: foreign pages, foreign names and strangers do not get through."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from typing import Any

import pytest

from crypto_pipeline.settings.values import parse_secrets
from crypto_pipeline.webserver.guard import Guard

SECRET = "the-secret-of-the-platform"
PASSWORD = "correct horse battery staple"
JSON = {"content-type": "application/json"}


async def dagster(scope: Any, receive: Any, send: Any) -> None:
    """What stands for Dagster: it answers 200 to all."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"executed"})


def ask(
    method: str = "GET", path: str = "/graphql", headers: dict[str, str] | None = None, kind: str = "http", **guard: Any
) -> tuple[Any, dict[str, str]]:
    """Status (or the WebSocket's message) and headers of the guard's answer."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    given = {"host": "127.0.0.1:3000", **(headers or {})}
    scope = {
        "type": kind, "method": method, "path": path, "query_string": guard.pop("query_string", b""),
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }  # fmt: skip
    made = {"hosts": [], "users": {}, "secret": SECRET, **guard}
    asyncio.run(Guard(dagster, **made)(scope, receive, send))
    if kind == "websocket":
        return sent[-1]["type"], {}
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("POST", JSON, 200),
        ("POST", {"content-type": "application/json; charset=utf-8"}, 200),
        ("POST", {**JSON, "origin": "http://127.0.0.1:3000"}, 200),
        ("POST", {**JSON, "origin": "http://localhost:3000"}, 200),
        ("GET", {"accept": "text/html"}, 200),  # the query page, which executes nothing
        ("GET", {"accept": "*/*"}, 405),  # <img src="…/graphql?query=mutation…">
        ("GET", {}, 405),
        ("HEAD", {}, 405),
        ("POST", {"content-type": "text/plain"}, 415),  # what a foreign form can send
        ("POST", {"content-type": "text/plain; a=application/json"}, 415),
        ("POST", {"content-type": "application/x-www-form-urlencoded"}, 415),
        ("POST", {"content-type": "application/graphql"}, 415),
        ("POST", {}, 415),
        ("PUT", JSON, 405),
        ("OPTIONS", {}, 405),
        ("POST", {**JSON, "origin": "https://evil.example"}, 403),
        ("POST", {**JSON, "origin": "null"}, 403),
        ("POST", {**JSON, "origin": "http://127.0.0.1.evil.example"}, 403),
        ("POST", {**JSON, "host": "evil.example:3000"}, 421),  # DNS rebinding
        ("POST", {**JSON, "host": "evil.example", "origin": "http://evil.example"}, 421),
        ("POST", {**JSON, "host": ""}, 421),
    ],
)
def test_graphql_is_asked_by_post_of_json_from_pages_of_its_own(
    method: str, headers: dict[str, str], status: int
) -> None:
    assert ask(method, headers=headers)[0] == status


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/graphql\n", {}), ("/graphql\n", {"accept": "text/html"}), ("/graphql/", {}), ("//graphql", {}), ("/GraphQL", {}),
     ("/graphql\t", {}), ("/x/graphql", {}), ("/assets\n", {"accept": "text/html"})],
)  # fmt: skip
def test_no_form_of_the_path_leads_past_the_guard(path: str, headers: dict[str, str]) -> None:
    assert ask("GET", path, headers)[0] in (400, 405)


def test_a_query_in_the_address_is_no_query_page() -> None:
    assert ask("GET", headers={"accept": "text/html"}, query_string=b"query=mutation{x}")[0] == 405


@pytest.mark.parametrize(
    "host", ["localhost/evil", "localhost?x", "evil@localhost", "localhost#x", "[::1", "localhost:x"]
)
def test_a_host_is_a_name_and_a_port_and_nothing_else(host: str) -> None:
    assert ask("POST", headers={**JSON, "host": host})[0] == 421


def test_what_a_page_of_another_site_embeds_is_refused_and_a_link_to_us_is_not() -> None:
    foreign = {"sec-fetch-site": "cross-site"}
    assert ask("GET", "/assets", {**foreign, "sec-fetch-mode": "no-cors"})[0] == 403
    assert ask("GET", "/assets", {**foreign, "sec-fetch-mode": "navigate"})[0] == 200


@pytest.mark.parametrize("path", ["/", "/assets", "/report_asset_materialization/x"])
def test_other_pages_may_be_read_but_not_written_by_forms(path: str) -> None:
    status, headers = ask("GET", path)
    assert (status, headers["x-frame-options"]) == (200, "DENY")
    assert ask("POST", path, {"content-type": "text/plain"})[0] == 415


def test_a_host_that_is_named_is_taken() -> None:
    headers = {**JSON, "host": "dagster.example", "origin": "https://dagster.example"}
    assert ask("POST", headers=headers, hosts=["dagster.example"])[0] == 200
    assert ask("POST", headers={**JSON, "host": "other.example"}, hosts=["dagster.example"])[0] == 421


def test_a_websocket_of_a_foreign_page_is_closed() -> None:
    assert ask(kind="websocket")[0] == "websocket.accept"
    assert ask(kind="websocket", headers={"origin": "http://localhost:3000"})[0] == "websocket.accept"
    assert ask(kind="websocket", headers={"origin": "https://evil.example"})[0] == "websocket.close"
    assert ask(kind="websocket", headers={"host": "evil.example"})[0] == "websocket.close"


def basic(name: str, password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


@pytest.mark.parametrize("stored", [PASSWORD, f"sha256:{hashlib.sha256(PASSWORD.encode()).hexdigest()}"])
def test_where_users_are_set_one_of_them_must_log_in(stored: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crypto_pipeline.webserver.guard.WRONG_PASSWORD_SECONDS", 0)
    users = parse_secrets(f"ann={stored}", strong=True)
    status, headers = ask("GET", "/", users=users)
    assert (status, headers["www-authenticate"].split()[0]) == (401, "Basic")
    assert ask("GET", "/", basic("ann", PASSWORD), users=users)[0] == 200
    for wrong in (
        basic("ann", "wrong"),
        basic("eve", PASSWORD),
        {"authorization": "Basic !"},
        basic("ann", stored + "x"),
    ):
        assert ask("GET", "/", wrong, users=users)[0] == 401
    assert ask(kind="websocket", users=users)[0] == "websocket.close"


def test_the_platforms_own_secret_needs_neither_login_nor_a_known_host() -> None:
    headers = {**JSON, "host": "code.internal", "x-platform-secret": SECRET}
    users = parse_secrets(f"ann={PASSWORD}", strong=True)
    assert ask("POST", headers=headers, users=users)[0] == 200
    assert ask("POST", headers={**headers, "x-platform-secret": "wrong"}, users=users)[0] == 421
    assert ask("POST", headers={**headers, "x-platform-secret": ""}, users=users, secret="")[0] == 421
    assert ask("GET", headers=headers, users=users)[0] == 405  # nor may it be led to a mutation by GET
