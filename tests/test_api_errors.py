"""What is refused, and how: every error is a problem that says what to do, and none tells a secret."""

from __future__ import annotations

import json
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from api_server.contract.problems import KINDS, Problem
from tests.api_fixtures import api, gecko, in_loop, store

LISTS = ("/data", "/news", "/records", "/raw/coingecko/bitcoin", "/quality/quarantine")


@pytest.fixture
def client(url: URL) -> Any:
    store(url, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 60_000.0))
    with api(url) as client:
        yield client


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (answer.status_code, body["status"], body["type"]) == (status, status, f"/problems/{kind}")
    assert body["request_id"] == answer.headers["x-request-id"]
    assert body["title"]
    assert body["detail"]
    return dict(body)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("limit=-1", "invalid-parameter"),
        ("limit=0", "invalid-parameter"),
        ("limit=1001", "invalid-parameter"),
        ("limit=" + "9" * 40, "invalid-parameter"),
        ("limit=1e2", "invalid-parameter"),
        ("limit=٣", "invalid-parameter"),
        ("limit=5&limit=6", "invalid-parameter"),
        ("limit=", "invalid-parameter"),
        ("cursor=%00", "invalid-parameter"),
        ("%00=1", "invalid-parameter"),
        ("cursor=%ff", "bad-request"),
        ("cursor=zzz", "invalid-cursor"),
        ("limt=5", "unknown-parameter"),
        ("format=xml", "invalid-parameter"),
        ("a=" + "x" * 60_000, "query-too-long"),
        ("&".join(f"a{n}=1" for n in range(200)), "bad-request"),
    ],
)
def test_bad_queries_are_problems(client: TestClient[Any], path: str, query: str, kind: str) -> None:
    problem(client.get(f"{path}?{query}"), KINDS[kind][0], kind)


@pytest.mark.parametrize(
    "query",
    ["min_price=nan", "min_price=inf", "min_price=1e999", "min_price=-1", "start_date=yesterday", "sort=cheap",
     "fields=ticker,nonsense", "fields=", "ticker=,", "source=rss", "search=", "min_price=1_000"],
)  # fmt: skip
def test_a_bad_value_is_named_with_what_is_allowed(client: TestClient[Any], query: str) -> None:
    name, _, value = query.partition("=")
    body = problem(client.get(f"/data?{query}"), 400, "invalid-parameter")
    (error,) = body["errors"]
    assert (error["parameter"], error["value"]) == (name, value)
    assert error["allowed"]


def test_what_is_wrong_is_said_as_it_is(client: TestClient[Any]) -> None:
    body = problem(client.get("/data?fields=nope&limit=1&limit=2"), 400, "invalid-parameter")
    allowed = {error["parameter"]: error["allowed"] for error in body["errors"]}
    assert "price_usd" in allowed["fields"]
    assert allowed["limit"] == "given once"
    problem(client.get("/data?limit=5&page_size=3"), 400, "invalid-parameter")
    assert "say limit" in problem(client.get("/data?format=csv&offset=3"), 400, "invalid-parameter")["detail"]
    assert client.get("/assets/BTC", headers={"Accept": "text/csv"}).status_code == 200


def test_all_bad_values_are_told_at_once(client: TestClient[Any]) -> None:
    body = problem(client.get("/data?limit=x&sort=y&min_price=z"), 400, "invalid-parameter")
    assert [error["parameter"] for error in body["errors"]] == ["limit", "sort", "min_price"]


def test_an_unknown_parameter_brings_the_nearest_known_one(client: TestClient[Any]) -> None:
    assert "Did you mean ticker?" in problem(client.get("/data?tiker=BTC"), 400, "unknown-parameter")["detail"]


def test_an_unknown_ticker_brings_near_ones(client: TestClient[Any]) -> None:
    body = problem(client.get("/assets/BTX"), 404, "not-found")
    assert body["suggestions"] == ["BTC"]
    assert problem(client.get("/assets/bitcoin"), 404, "not-found")["suggestions"] == ["BTC"]
    problem(client.get("/assets/%00"), 400, "invalid-parameter")
    problem(client.get("/assets/" + "x" * 5000), 400, "invalid-parameter")


def test_paths_and_methods_that_do_not_exist(client: TestClient[Any]) -> None:
    problem(client.get("/nothing"), 404, "not-found")
    problem(client.get("/raw/nobody/1"), 404, "not-found")
    answer = client.delete("/data")
    problem(answer, 405, "method-not-allowed")
    assert {"GET", "HEAD"} <= set(answer.headers["allow"].split(", "))
    for path in ("/schema", "/schema/redoc", "/schema/swagger", "/schema/elements", "/schema/rapidoc"):
        problem(client.get(path), 404, "not-found")


def test_formats_that_cannot_be_given(client: TestClient[Any]) -> None:
    problem(client.get("/data", headers={"Accept": "image/png"}), 406, "not-acceptable")


def test_too_many_and_too_large_headers(client: TestClient[Any]) -> None:
    problem(client.get("/data", headers={f"x-{n}": "1" for n in range(200)}), 431, "headers-too-large")
    problem(client.get("/data", headers={"x-long": "1" * 40_000}), 431, "headers-too-large")


def test_a_body_that_is_too_large(url: URL) -> None:
    with api(url, etl_token="the-token-of-the-tests") as client:
        answer = client.post(
            "/etl/run",
            content=b"x" * 100_000,
            headers={"X-Scheduler-Token": "the-token-of-the-tests", "Content-Type": "application/json"},
        )
    problem(answer, 413, "body-too-large")


def test_a_crash_is_a_problem_without_its_cause(client: TestClient[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    async def crash(*_: Any) -> None:
        raise RuntimeError("secret at /srv/x")

    monkeypatch.setattr(client.app.services.coins, "page", crash)
    body = problem(client.get("/data?limit=3"), 500, "internal-error")
    assert "secret" not in json.dumps(body)
    assert "/srv" not in json.dumps(body)


def test_a_query_that_takes_too_long(url: URL) -> None:
    with api(url, api_statement_seconds=0.1) as client:
        with pytest.raises(Problem) as error:
            in_loop(client, client.app.services.database.fetch, "select pg_sleep(1)")
    assert (error.value.kind, error.value.status) == ("query-timeout", 504)


def test_every_kind_of_problem_is_explained(client: TestClient[Any]) -> None:
    for kind, (status, _) in KINDS.items():
        assert client.get(f"/problems/{kind}").json()["data"]["status"] == status
    problem(client.get("/problems/none"), 404, "not-found")


def test_a_database_that_is_away_is_a_503_within_two_seconds() -> None:
    import time

    with api(URL.create("postgresql", "u", "hunter2", "127.0.0.1", 9, "x")) as client:
        started = time.monotonic()
        answer = client.get("/data")
        assert time.monotonic() - started < 2
        assert "hunter2" not in answer.text + client.get("/system/info").text
        problem(answer, 503, "unavailable")
        assert answer.headers["retry-after"]
        assert client.get("/health/live").status_code == 200
        assert client.get("/health/ready").status_code == client.get("/health").status_code == 503
        assert client.get("/health/detailed").json()["components"]["database"]["state"].startswith("down")
        assert "database_up 0.0" in client.get("/metrics").text
