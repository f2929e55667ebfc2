"""How the API behaves as a server: caching, HEAD, keys, rates, headers, and what it may do to the database."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.settings import SettingsError
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import load_settings
from tests.api_fixtures import api, gecko, in_loop, store
from tests.conftest import free_port, wait_for

COINS = [gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(30)]


@pytest.fixture
def filled(url: URL) -> URL:
    store(url, "coingecko", *COINS)
    return url


def statements(client: Any) -> list[str]:
    """Records every statement that the API sends from now on."""
    sent: list[str] = []
    database = client.app.services.database
    fetch = database.fetch

    async def watched(statement: str, parameters: Any = None) -> Any:
        sent.append(statement)
        return await fetch(statement, parameters)

    database.fetch = watched
    return sent


def test_a_client_that_has_the_answer_gets_304_and_no_statement_is_sent(filled: URL) -> None:
    with api(filled) as client:
        first = client.get("/data?limit=3&sort=price")
        sent = statements(client)
        for query in ("limit=3&sort=price", "sort=price&limit=3"):  # the order of parameters says nothing
            again = client.get(f"/data?{query}", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
        assert client.get("/data?limit=3&sort=price").json()["data"] == first.json()["data"]
        assert sent == []
        assert (
            client.get("/data?limit=4&sort=price", headers={"If-None-Match": first.headers["etag"]}).status_code == 200
        )


def test_new_data_makes_old_etags_and_kept_answers_void_at_once(filled: URL) -> None:
    with api(filled) as client:
        first = client.get("/data?limit=1")
        store(filled, "coingecko", gecko("c0", "s0", "Coin 0", 1, 1.2, "2026-05-02T00:00:00Z"))
        wait_for(lambda: client.app.services.database.version > first.json()["meta"]["data_version"], 5)
        again = client.get("/data?limit=1", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.json()["data"][0]["price_usd"]) == (200, 1.2)


def test_kept_answers_bear_their_own_request_id_and_unpack_right(filled: URL) -> None:
    with api(filled) as client:
        bodies = [
            client.get("/data", headers={"X-Request-ID": f"r{n}", "Accept-Encoding": e})
            for n, e in enumerate(("identity", "gzip", "gzip"))
        ]
        assert [body.json()["meta"]["request_id"] for body in bodies] == ["r0", "r1", "r2"]
        assert bodies[1].headers["content-encoding"] == "gzip"
        assert bodies[0].json()["data"] == bodies[1].json()["data"] == bodies[2].json()["data"]
        with client.stream("GET", "/data", headers={"Accept-Encoding": "gzip"}) as answer:
            packed = b"".join(answer.iter_raw())
        assert len(gzip.decompress(packed)) > len(packed)  # the standard's own reader takes it


def test_head_is_get_without_a_body(filled: URL) -> None:
    with api(filled) as client:
        for path in ("/data", "/assets/S1", "/health", "/", "/nothing"):
            head, get = client.head(path), client.get(path)
            assert (head.status_code, head.content) == (get.status_code, b"")
            assert head.headers.get("etag") == get.headers.get("etag")


def test_a_client_id_that_is_no_id_is_replaced(filled: URL) -> None:
    with api(filled) as client:
        assert client.get("/data", headers={"X-Request-ID": "a b"}).headers["x-request-id"] != "a b"
        assert client.get("/data", headers={"X-Request-ID": "x" * 200}).headers["x-request-id"] != "x" * 200


def test_security_headers_are_on_every_answer_and_cors_is_off(filled: URL) -> None:
    with api(filled) as client:
        for path in ("/data", "/nothing", "/docs"):
            headers = client.get(path, headers={"Origin": "https://evil.example"}).headers
            assert headers["x-content-type-options"] == "nosniff"
            assert "default-src 'none'" in headers["content-security-policy"]
            assert "access-control-allow-origin" not in headers
    with api(filled, api_cors_origins="https://app.example") as client:
        allowed = client.get("/data", headers={"Origin": "https://app.example"}).headers
        assert allowed["access-control-allow-origin"] == "https://app.example"
        assert (
            "access-control-allow-origin" not in client.get("/data", headers={"Origin": "https://evil.example"}).headers
        )


def test_a_site_that_may_read_may_also_read_kept_answers_errors_and_with_keys(filled: URL) -> None:
    origin = {"Origin": "https://app.example"}
    with api(filled, api_cors_origins="https://app.example", api_read_keys="ann=one") as client:
        asked = client.options(
            "/data",
            headers={**origin, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-api-key"},
        )
        assert asked.status_code == 204  # a browser asks without a key
        assert "X-API-Key" in asked.headers["access-control-allow-headers"]
        first, kept = (client.get("/data", headers={**origin, "X-API-Key": "one"}) for _ in range(2))
        unchanged = client.get("/data", headers={**origin, "X-API-Key": "one", "If-None-Match": first.headers["etag"]})
        refused = client.get("/data", headers=origin)
        assert (unchanged.status_code, refused.status_code) == (304, 401)
        for answer in (asked, first, kept, unchanged, refused):
            assert answer.headers["access-control-allow-origin"] == "https://app.example"
            assert "ETag" in answer.headers["access-control-expose-headers"]
        assert "X-API-Key" in first.headers["vary"]


def test_wrong_keys_are_counted_too(filled: URL) -> None:
    with api(filled, api_rate_per_minute=3, api_read_keys="ann=one") as client:
        answers = [client.get("/data", headers={"X-API-Key": "bad"}).status_code for _ in range(5)]
    assert answers == [401, 401, 401, 429, 429]


def test_gzip_is_given_to_who_takes_it(filled: URL) -> None:
    with api(filled) as client:
        for accepted, given in (
            ("gzip;q=0", None),
            ("GZIP", "gzip"),
            ("br", None),
            ("br, gzip;q=0.5", "gzip"),
            ("*", "gzip"),
        ):
            answer = client.get("/data", headers={"Accept-Encoding": accepted})
            assert answer.headers.get("content-encoding") == given, accepted


def test_an_etag_is_of_one_database_only(filled: URL) -> None:
    from crypto_pipeline.warehouse.connect import connect

    with api(filled) as client:
        first = client.get("/data").headers["etag"]
    with connect(filled) as connection:  # restored: the same version, made at another time
        connection.execute("update data_version set changed_at = changed_at - interval '1 hour'")
    with api(filled) as client:
        assert client.get("/data", headers={"If-None-Match": first}).status_code == 200


def test_reading_needs_a_key_once_keys_are_set(filled: URL) -> None:
    hashed = hashlib.sha256(b"hers").hexdigest()
    with api(filled, api_read_keys=f"ann=his, eve=sha256:{hashed}") as client:
        assert client.get("/data").json()["type"] == "/problems/unauthorized"
        assert client.get("/data", headers={"X-API-Key": "wrong"}).status_code == 401
        assert client.get("/data", headers={"X-API-Key": hashed}).status_code == 401  # the hash is no key
        assert client.get("/data", headers={"X-API-Key": "his"}).status_code == 200
        assert client.get("/data", headers={"Authorization": "Bearer hers"}).status_code == 200
        assert client.get("/stats").status_code == client.get("/metrics").status_code == 401
        assert client.get("/health/live").status_code == client.get("/docs").status_code == 200
    with pytest.raises(SettingsError, match="API_READ_KEYS.*NAME=SECRET"):
        load_settings(api_read_keys="nokey")


def test_two_clients_with_different_keys_never_share_a_kept_answer(filled: URL) -> None:
    with api(filled, api_read_keys="ann=one,eve=two") as client:
        outcomes = client.app.services.metrics.cache
        for key, outcome in (("one", "miss"), ("one", "hit"), ("two", "miss"), ("two", "hit")):
            before = outcomes.labels(outcome)._value.get()
            answer = client.get("/data?limit=2", headers={"X-API-Key": key})
            assert answer.status_code == 200
            assert outcomes.labels(outcome)._value.get() == before + 1
        assert "private" in answer.headers["cache-control"]
        assert "X-API-Key" in answer.headers["vary"]
        assert client.get("/data?limit=2").status_code == 401  # nor does one without a key


def test_each_client_has_a_rate(filled: URL) -> None:
    with api(filled, api_rate_per_minute=3, api_read_keys="ann=one,eve=two") as client:
        answers = [client.get("/data", headers={"X-API-Key": "one"}) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert answers[0].headers["ratelimit-policy"] == '"default";q=3;w=60'
        assert answers[0].headers["ratelimit"].startswith('"default";r=2;t=')
        assert answers[3].json()["type"] == "/problems/too-many-requests"
        assert 0 < int(answers[3].headers["retry-after"]) <= 60
        assert client.get("/data", headers={"X-API-Key": "two"}).status_code == 200
        assert client.get("/health/live").status_code == 200


@pytest.fixture
def redis() -> Iterator[tuple[str, Any]]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no redis-server on this machine")
    port = free_port()
    process = subprocess.Popen(
        [program, "--port", str(port), "--save", "", "--bind", "127.0.0.1"], stdout=subprocess.DEVNULL
    )
    time.sleep(0.5)
    yield f"redis://127.0.0.1:{port}/0", process
    process.kill()
    process.wait()


def test_with_redis_the_rate_holds_across_processes_and_its_loss_stops_nobody(filled: URL, redis: Any) -> None:
    address, process = redis
    with (
        api(filled, api_rate_per_minute=3, redis_url=address) as one,
        api(filled, api_rate_per_minute=3, redis_url=address) as two,
    ):
        assert [c.get("/data").status_code for c in (one, two, one, two, one)] == [200, 200, 200, 429, 429]
        process.kill()
        process.wait()
        assert two.get("/data").status_code == 200


def test_the_api_reads_with_a_role_that_cannot_write(filled: URL) -> None:
    with api(filled) as client:
        database = client.app.services.database

        async def attempt(statement: bytes) -> str:
            async with database.pool.connection() as connection:
                await connection.execute(b"set default_transaction_read_only = off")
                try:
                    await connection.execute(statement)
                except psycopg.Error as error:
                    return type(error).__name__
                return "done"

        assert in_loop(client, database.fetch, "select current_user") == [("crypto_platform_reader",)]
        for statement in (
            b"update data_version set version = 0",
            b"delete from crypto_assets",
            b"insert into assets (ticker, symbol, name, origin, created_at) values ('X', 'X', 'X', 'x', now())",
            b"create table mine (n int)",
            b"truncate raw_coingecko",
            b"select nextval('raw_seq')",
        ):
            assert in_loop(client, attempt, statement) == "InsufficientPrivilege", statement


def test_settings_hold_no_secret_in_what_is_shown(filled: URL) -> None:
    with api(filled, etl_token="hunter2-hunter2-and-more", api_read_keys="ann=hunter3") as client:
        shown = client.get("/system/info", headers={"X-API-Key": "hunter3"})
    assert shown.json()["data"]["settings"]["etl_token"] == "set"
    assert "hunter" not in shown.text
    assert filled.database not in shown.text
    assert "hunter2" not in repr(Settings(etl_token="hunter2-hunter2-and-more"))
