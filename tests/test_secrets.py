"""Secrets are struck out at the one place where text leaves or is stored; what bodies hold never obeys a terminal."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.cli.output import printable
from crypto_pipeline.settings.secrets import redact, shown_url
from crypto_pipeline.sources import FullSettings as Settings
from tests.api_fixtures import api
from tests.conftest import Simulator
from tests.platform_process import environment, platform
from tests.upstream import reply, serving

KEY, PASSWORD = "CG-3f9d2b7c81e64a50", "hunter2-of-the-feed"


def test_a_key_that_an_upstream_repeats_is_nowhere(short_path: Path, simulator: Simulator) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        given = handler.headers.get("x-cg-demo-api-key") or handler.headers.get("Authorization") or ""
        reply(handler, json.dumps({"error": f"\x1b[31mkey {given} is wrong\x07"}).encode(), 401)

    with serving(answer) as base:
        secret = base.replace("//", f"//user:{PASSWORD}@")
        env = environment(
            short_path / "home", None, COINGECKO_API_KEY=KEY, COINGECKO_BASE_URL=base, LOG_LEVEL="DEBUG",
            COINPAPRIKA_BASE_URL=f"{secret}/v1", RSS_FEEDS=f"desk={secret}/feed?apikey={PASSWORD}",
        )  # fmt: skip
        done = platform("refresh", env=env)
        checked = platform("doctor", env=env)
    said = done.stdout + done.stderr + checked.stdout + checked.stderr
    assert "key *** is wrong" in said
    assert KEY not in said
    assert PASSWORD not in said
    assert "\x1b[31m" not in said
    assert "\x07" not in said
    dump = platform("db", "shell", "--", "-At", "-c", EVERYTHING, env=env).stdout
    assert "is wrong" in dump
    assert KEY not in dump
    assert PASSWORD not in dump
    for path in (short_path / "home").glob("logs/*"):
        assert KEY not in path.read_text()


# All text that is stored of a load, Dagster's and ours
EVERYTHING = (
    "select event from dagster.event_logs union all select run_body from dagster.runs"
    " union all select value from source_state union all select payload || reasons::text from quarantine"
    " union all select endpoint from raw_rss"
)


@pytest.mark.parametrize(
    ("settings", "text", "shown"),
    [
        ({"etl_token": "a-token-of-many-letters"}, "x a-token-of-many-letters y", "x *** y"),
        ({"api_read_keys": "ann=kkkkk,eve=lllll"}, "kkkkk lllll ann", "*** *** ann"),
        ({"database_url": "postgresql://u:p%40ss-word@h/d"}, "p@ss-word and p%40ss-word", "*** and ***"),
        ({"coinpaprika_base_url": "https://u:s3cret@h/v1"}, "https://u:s3cret@h/v1/x", "https://u:***@h/v1/x"),
        ({"rss_feeds": "a=https://h/f?token=abcdef&page=2"}, "token abcdef, page 2", "token ***, page 2"),
        ({}, "nothing to hide", "nothing to hide"),
        ({"coinpaprika_api_key": "c2VjcmV0LWtleS0xMjM0NTY3ODk=="}, "key c2VjcmV0LWtleS0xMjM0NTY3ODk==!", "key ***!"),
        ({"coinpaprika_api_key": "a/b+c=d&e-12345"}, "a%2fb%2bc%3dd%26e-12345 a/b+c=d&amp;e-12345", "*** ***"),
        ({"coinpaprika_api_key": "cut-in-the-middle-of-it"}, "it was 'cut-in-the-mi'", "it was '***'"),
    ],
)
def test_each_kind_of_secret_is_struck_out(settings: dict[str, Any], text: str, shown: str) -> None:
    assert redact(text, Settings(**settings)) == shown


def test_settings_are_shown_without_the_passwords_in_their_addresses(url: URL) -> None:
    secret = f"https://user:{PASSWORD}@dagster.example/x?token={PASSWORD}"
    with api(url, dagster_url=secret, coinpaprika_base_url=secret) as client:
        text = client.get("/system/info").text
    assert PASSWORD not in text
    assert "https://dagster.example/x?token=***" in text
    assert shown_url("http://[::1") == "***"


def test_what_a_terminal_would_obey_is_left_out_and_colours_stay() -> None:
    assert printable("a\x1b[2J\x1b]0;title\x07b\x1b[31mred\x1b[0m\r\x9b2J") == "a[2J]0;titleb\x1b[31mred\x1b[0m2J"
