"""The HTTP layer against a real server: limits hold, only transient faults are retried, no secret gets out."""

from __future__ import annotations

import gzip
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import coingecko
from crypto_pipeline.sources.errors import ErrorGuide, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from tests.loads import fetch
from tests.upstream import reply, serving

FAST: dict[str, Any] = {
    "http_read_timeout": 0.5,
    "http_total_timeout": 1.5,
    "http_max_wait": 5,
    "http_max_bytes": 100_000,
}


def body_of(response: Response) -> bytes:
    return response.body


def client(base: str, **options: Any) -> Client:
    waits: list[float] = []
    made = Client(coingecko.ERRORS, base, Settings(**FAST), lambda: None, sleep=waits.append, **options)
    made.waits = waits  # type: ignore[attr-defined]
    return made


def fault_of(base: str) -> SourceError:
    with client(base) as http, pytest.raises(SourceError) as error:
        http.get("/x", parse=body_of)
    return error.value


def test_a_transient_fault_is_retried_until_it_passes() -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.path)
        reply(handler, b"[]", 500 if len(seen) < 3 else 200)

    with serving(answer) as base, client(base) as http:
        assert http.get("/x", {"page": 1}, parse=body_of) == b"[]"
    assert seen == ["/x?page=1"] * 3


@pytest.mark.parametrize(
    ("status", "fault"), [(401, Fault.UNAUTHORIZED), (402, Fault.PLAN), (404, Fault.NOT_FOUND), (422, Fault.REFUSED)]
)
def test_a_permanent_fault_is_final_at_once(status: int, fault: Fault) -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.path)
        reply(handler, b'{"error": "no"}', status)

    with serving(answer) as base:
        error = fault_of(base)
    assert (error.fault, error.transient, len(seen)) == (fault, False, 1)


def test_retry_after_is_waited_for_and_a_longer_one_than_allowed_ends_the_tries() -> None:
    asked = ["3", "3", "119"]

    def answer(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, b"Throttled", 429, Retry_After=asked.pop(0))

    with serving(answer) as base, client(base) as http:
        with pytest.raises(SourceError, match="rate limited.*Throttled, retry after 119 s"):
            http.get("/x", parse=body_of)
        assert [3 <= wait < 7 for wait in http.waits] == [True, True]  # type: ignore[attr-defined]


def test_an_answer_that_drips_ends_at_the_total_timeout() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.2)

    started = time.monotonic()
    with serving(answer) as base, client(base) as http:
        http.settings = Settings(**{**FAST, "http_attempts": 1})
        with pytest.raises(SourceError, match="timed out.*still sending after 1.5 s"):
            http.get("/x", parse=body_of)
    assert time.monotonic() - started < 4


def test_an_answer_that_never_comes_times_out() -> None:
    with serving(lambda _: time.sleep(1)) as base:
        assert fault_of(base).fault is Fault.TIMEOUT


def test_a_compressed_answer_is_capped_by_its_size_after_decompression() -> None:
    bomb = gzip.compress(b"0" * 10_000_000)
    assert len(bomb) < 100_000
    with serving(lambda handler: reply(handler, bomb, Content_Encoding="gzip")) as base:
        error = fault_of(base)
    assert (error.fault, error.transient) == (Fault.TOO_LARGE, False)


def test_broken_compression_and_a_body_shorter_than_promised_are_cut_off() -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"[{")

    with serving(lambda handler: reply(handler, b"no gzip", Content_Encoding="gzip")) as base:
        assert fault_of(base).fault is Fault.CUT_OFF
    with serving(short) as base:
        assert fault_of(base).fault is Fault.CUT_OFF


def test_nobody_there_is_unreachable() -> None:
    error = fault_of("http://127.0.0.1:9")
    assert (error.fault, error.transient) == (Fault.UNREACHABLE, True)


def test_a_key_goes_to_its_own_host_only_not_even_on_a_redirect() -> None:
    stolen: list[str | None] = []

    def thief(handler: BaseHTTPRequestHandler) -> None:
        stolen.append(handler.headers.get("x-cg-pro-api-key"))
        reply(handler, b"[]")

    with serving(thief) as other:

        def answer(handler: BaseHTTPRequestHandler) -> None:
            assert handler.headers["x-cg-pro-api-key"] == "CG-secret"
            if handler.path == "/here":
                reply(handler, b"[1]")
            else:
                reply(handler, b"", 302, Location="/here" if handler.path == "/moved" else f"{other}/x")

        with serving(answer) as base, client(base, secret_headers={"x-cg-pro-api-key": "CG-secret"}) as http:
            assert http.get("/moved", parse=body_of) == b"[1]"
            with pytest.raises(SourceError, match="redirected to another host.*key was not sent") as error:
                http.get("/x", parse=body_of)
    assert stolen == []
    assert "CG-secret" not in str(error.value)
    assert "CG-secret" not in repr(http)


def test_without_a_key_a_redirect_to_another_host_is_followed_but_not_for_ever() -> None:
    with serving(lambda handler: reply(handler, b"feed")) as other:
        with serving(lambda handler: reply(handler, b"", 301, Location=other)) as base, client(base) as http:
            assert http.get("/x", parse=body_of) == b"feed"
    with serving(lambda handler: reply(handler, b"", 302, Location="/x")) as base:
        assert "redirects in a circle" in str(fault_of(base))


def test_secrets_in_a_url_are_not_shown() -> None:
    assert shown("https://me:pw@feeds.example/x?apikey=abc&page=2") == "https://feeds.example/x?apikey=%2A%2A%2A&page=2"


def test_a_bodys_fault_does_not_show_the_urls_secrets_either() -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    with serving(lambda handler: reply(handler, b"<html>")) as base:
        secret = base.replace("//", "//user:hunter2@")
        settings = Settings(**FAST, http_attempts=1, coingecko_base_url=secret, rss_feeds=f"f={secret}/?apikey=hunter2")
        for source, partition in (("coingecko", today), ("rss", "f")):
            with pytest.raises(SourceError) as error:
                fetch(source, settings, partition)
            assert "hunter2" not in str(error.value)


def test_every_attempt_asks_for_leave_first() -> None:
    asked: list[int] = []
    with serving(lambda handler: reply(handler, b"", 503)) as base:
        http = Client(ErrorGuide("x"), base, Settings(**FAST), lambda: asked.append(1), sleep=lambda _: None)
        with http, pytest.raises(SourceError):
            http.get("/x", parse=body_of)
    assert len(asked) == Settings().http_attempts
