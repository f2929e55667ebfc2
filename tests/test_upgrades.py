"""Filled databases of released revisions are taken over with everything that is in them."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.streams import prepare_database
from tests import released


@pytest.mark.parametrize("revision", released.revisions())
def test_the_api_answers_over_an_upgraded_database_as_it_did_before(empty: URL, revision: str) -> None:
    released.restore(revision, empty)
    assert migrate.current(empty) == revision
    prepare_database(empty, streams_of(Settings()))
    now, then = dict(released.answers(empty)), released.known_answers(revision)
    assert now.keys() == then.keys()
    for question, answer in then.items():
        assert _of_then(now[question], answer) == _without_addresses(answer), question


def _of_then(now: Any, then: Any) -> Any:
    """What an answer says that it said then, too: it may say more."""
    if isinstance(then, dict) and isinstance(now, dict):
        return {name: _of_then(now[name], value) for name, value in then.items() if name in now and name != "raw"}
    if isinstance(then, list) and isinstance(now, list) and len(now) == len(then):
        return [_of_then(one, other) for one, other in zip(now, then, strict=True)]
    return now


def _without_addresses(then: Any) -> Any:
    """What was answered then, but for where payloads were: that has other addresses now."""
    if isinstance(then, dict):
        return {name: _without_addresses(value) for name, value in then.items() if name != "raw"}
    return [_without_addresses(item) for item in then] if isinstance(then, list) else then


def test_an_upgrade_that_is_killed_goes_on_where_it_was_and_loses_nothing(empty: URL) -> None:
    released.restore("0003", empty)
    with connect(empty) as connection:
        before = connection.execute(QUOTES.format(columns="asset_id, source")).fetchall()
    steps = []
    for doomed in (2, 2, 99):
        step = subprocess.run([sys.executable, "-c", UPGRADE, empty.render_as_string(False), str(doomed)],
                              capture_output=True, text=True, check=False)  # fmt: skip
        steps.append((step.returncode, step.stdout.splitlines()))
    assert [status for status, _ in steps] == [-signal.SIGKILL, -signal.SIGKILL, 0], steps
    # each start takes over what is left, as it says
    assert [len(said) for _, said in steps] == [2, 2, 5]
    assert "2013-04 (1 of 3, about" in steps[0][1][0]
    assert steps[2][1][1] == "taking over what raw_coingecko has after record 0"
    with connect(empty) as connection:
        after = connection.execute(
            QUOTES.format(columns="asset_id, l.source").replace(
                "market_quotes", "market_quotes join listings l using (listing_id)"
            )
        ).fetchall()
        wrong = (
            "select count(*) from market_quotes q left join listings l using (listing_id) where l.listing_id is null"
        )
        assert connection.execute(wrong).fetchall() == [(0,)]
    assert after == before


QUOTES = "select {columns}, observed_at, price_usd, market_cap_usd, volume_24h_usd, raw_seq from market_quotes order by 1, 2, 3"
UPGRADE = """
import os, signal, sys
from sqlalchemy.engine import make_url
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse import migrate
said = 0
def say(line):
    global said
    said += 1
    print(line, flush=True)
    if said == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
migrate.upgrade(make_url(sys.argv[1]), say=say)
"""
