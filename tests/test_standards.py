"""What the standards allow is understood, in settings and in our own API alike: a table of cases.

Upstreams' side of it is in `tests/hostile` and `tests/test_dates.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from crypto_pipeline.settings import SettingsError
from crypto_pipeline.sources import load_settings
from tests.api_fixtures import api, gecko, store


@pytest.fixture
def client(url: URL) -> Iterator[TestClient[Any]]:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(30)))
    with api(url) as client:
        yield client


# --- addresses in settings (RFC 3986) ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8900/api/v3", "HTTP://Example.COM/v1", "https://[::1]:8900/v1/", "https://user:p%40ss@h.example/v1",
     "https://h.example:443", "https://bücher.example/v1", "https://h.example/a%20b", "https://h.example./v1"],
)  # fmt: skip
def test_an_upstreams_address_may_have_any_form(address: str) -> None:
    settings = load_settings(coingecko_base_url=address, dagster_url=address, rss_feeds=f"a={address}")
    assert httpx.URL(settings.coingecko_url).host
    assert settings.feeds == {"a": address}


@pytest.mark.parametrize(
    "address",
    ["h.example/v1", "ftp://h.example", "http://", "http://:80/", "http://h:99999/", "http://h:x/", "http://[::1/"],
)
def test_what_is_no_web_address_is_a_wrong_setting(address: str) -> None:
    with pytest.raises(SettingsError, match="COINGECKO_BASE_URL"):
        load_settings(coingecko_base_url=address)


@pytest.mark.parametrize(("host", "address"), [
    ("127.0.0.1", "http://127.0.0.1:8000"), ("0.0.0.0", "http://127.0.0.1:8000"), ("::", "http://[::1]:8000"),
    ("::1", "http://[::1]:8000"), ("[::1]", "http://[::1]:8000"), ("192.0.2.7", "http://192.0.2.7:8000"),
    ("localhost", "http://localhost:8000"),
])  # fmt: skip
def test_an_address_to_listen_on_and_how_it_is_reached(host: str, address: str) -> None:
    assert load_settings(api_host=host).api_address == address


@pytest.mark.parametrize("host", ["999.1.1.1", "1.2.3", "a b", "-x", "http://x", "x:80", "[::1"])
def test_what_cannot_be_listened_on_is_a_wrong_setting(host: str) -> None:
    with pytest.raises(SettingsError, match="API_HOST"):
        load_settings(api_host=host)


@pytest.mark.parametrize(
    "cron", ["* * * * *", "*/5 0-6 1,15 JAN-MAR mon-fri", "0 0 * * 7", "59 23 31 12 0", "1-9/2 * * * *"]
)
def test_cron_lines_that_dagster_keeps(cron: str) -> None:
    assert load_settings(rss_cron=cron).rss_cron == cron


@pytest.mark.parametrize(
    "cron",
    ["* * * *", "* * * * * *", "*/0 * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8",
     "* * * * SUNDAY", "@hourly", "5-1-2 * * * *", "a * * * *", "* * * * *;rm", "1, * * * *", "-1 * * * *"],
)  # fmt: skip
def test_cron_lines_that_nobody_keeps(cron: str) -> None:
    with pytest.raises(SettingsError, match="RSS_CRON"):
        load_settings(rss_cron=cron)


# --- times in our parameters (RFC 3339 and ISO 8601) -------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["2026-05-01", "2026-05-01T00:00:00Z", "2026-05-01T00:00:00z", "2026-05-01T00:00:00.5Z", "2026-05-01T00:00:00+00:00",
     "2026-05-01T02:00:00%2B02:00", "2026-05-01T02:00:00+02:00", "2026-05-01T00:00", "20260501T000000Z", "2026-05-01 00:00",
     "2026-05-01T00:00:00,5Z"],
)  # fmt: skip
def test_a_time_may_have_any_form_of_the_standard(client: TestClient[Any], text: str) -> None:
    answer = client.get(f"/data?start_date={text}")
    assert (answer.status_code, len(answer.json()["data"])) == (200, 30)


@pytest.mark.parametrize("text", ["", "now", "05/01/2026", "2026-13-01", "1777622400", "2026-05-01T25:00:00Z", "May 1"])
def test_what_is_no_such_time_is_refused(client: TestClient[Any], text: str) -> None:
    assert client.get(f"/data?start_date={text}").status_code == 400


# --- headers of a request (RFC 9110) -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("", "application/json"), ("*/*", "application/json"), ("application/*", "application/json"),
     ("text/csv", "text/csv"), ("TEXT/CSV", "text/csv"), ("text/csv;q=0.5, application/json;q=0.9", "application/json"),
     ("text/html, */*;q=0.1", "application/json"), ("application/json;q=0, text/csv", "text/csv"),
     ("text/csv; charset=utf-8", "text/csv"), ("application/x-ndjson", "application/x-ndjson"), ("image/png", None)],
)  # fmt: skip
def test_accept_chooses_the_format(client: TestClient[Any], accept: str, media_type: str | None) -> None:
    answer = client.get("/data?limit=1", headers={"Accept": accept})
    assert answer.status_code == (200 if media_type else 406)
    if media_type:
        assert answer.headers["content-type"].partition(";")[0] == media_type


@pytest.mark.parametrize(
    ("accepted", "coded"),
    [("gzip", True), ("GZIP", True), ("x-gzip", True), ("*", True), ("br, gzip;q=0.5", True), ("gzip;q=1.000", True),
     ("", False), ("br", False), ("identity", False), ("gzip;q=0", False), ("gzip; q=0.000", False), ("*;q=0", False),
     ("identity, gzip ; q = 0", False)],
)  # fmt: skip
def test_accept_encoding_chooses_the_coding(client: TestClient[Any], accepted: str, coded: bool) -> None:
    answer = client.get("/data", headers={"Accept-Encoding": accepted})
    assert (answer.headers.get("content-encoding") == "gzip") is coded
    assert answer.json()["data"]


@pytest.mark.parametrize("form", ["{}", 'W/"x", {}', '{} , W/"y"', '"a,b", {}', "*"])
def test_if_none_match_is_a_list_of_weak_or_strong_tags(client: TestClient[Any], form: str) -> None:
    etag = client.get("/data").headers["etag"]
    assert client.get("/data", headers={"If-None-Match": form.replace("{}", etag)}).status_code == 304
    strong = etag.removeprefix("W/")
    assert client.get("/data", headers={"If-None-Match": form.replace("{}", strong)}).status_code == 304


@pytest.mark.parametrize("form", ['"other"', "", '""', "W/", "nonsense", '"*"'])
def test_another_tag_is_no_match(client: TestClient[Any], form: str) -> None:
    assert client.get("/data", headers={"If-None-Match": form}).status_code == 200


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_scheme_of_a_key_is_written_as_one_likes(url: URL, scheme: str) -> None:
    with api(url, api_read_keys="ann=hers") as client:
        assert client.get("/data", headers={"Authorization": f"{scheme} hers"}).status_code == 200
        assert client.get("/data", headers={"Authorization": f"{scheme}  hers "}).status_code == 200
        assert client.get("/data", headers={"Authorization": "Basic hers"}).status_code == 401


@pytest.mark.parametrize(
    "query", ["limit=+5", "limit=5.0", "limit=0x5", "limit=%D9%A5", "limit=5&limit=6", "limit=", "limit"]
)
def test_a_number_is_written_in_digits_once(client: TestClient[Any], query: str) -> None:
    assert client.get(f"/data?{query}").status_code == 400


@pytest.mark.parametrize("query", ["ticker=S1,S2", "ticker=S1&ticker=S2", "ticker=s1%2Cs2", "ticker=%53%31,S2"])
def test_a_list_is_written_with_commas_or_repeated_percent_encoded_or_not(client: TestClient[Any], query: str) -> None:
    assert {coin["ticker"] for coin in client.get(f"/data?{query}").json()["data"]} == {"S1", "S2"}
