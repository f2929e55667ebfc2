"""Whatever an upstream sends: an error that says what it is, or what can be used of it; within ten seconds and 500 MB;
and the next good answer is loaded whole.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.errors import SourceError
from tests.api_fixtures import Query
from tests.hostile import cases, feed_cases
from tests.hostile.bounds import SECONDS, bounded_memory
from tests.hostile.cases import GOOD, GOOD_FEED, Case, market
from tests.hostile.server import http, sending

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"
QUICK: dict[str, Any] = {
    "http_attempts": 1, "http_max_wait": 0, "http_read_timeout": 1, "http_total_timeout": 2, "coingecko_top": 2,
}  # fmt: skip
CASES = [*cases.CASES, *feed_cases.CASES]


def test_the_table_is_long_and_every_case_has_its_own_name() -> None:
    names = [(case.source, case.name) for case in CASES]
    assert len(set(names)) == len(names) >= 150


@pytest.mark.parametrize("case", CASES, ids=[f"{case.source}: {case.name}"[:90] for case in CASES])
def test_a_hostile_answer_is_an_error_or_what_can_be_used_of_it(url: URL, query: Query, case: Case) -> None:
    source = SOURCES[case.source].streams[0]
    with sending(case.answer) as base:
        settings = settings_for(base, 1000 if case.source == "coingecko" else 2)
        started = time.monotonic()
        with bounded_memory():
            try:
                stages.load_raw(url, settings, source, partition(source.address), "run")
                fault, said = None, case.says
            except SourceError as error:
                fault, said = error.fault, str(error)
            counts = stages.load_rows(url, source, "run")
            stages.load_unified(url, "run")
        assert time.monotonic() - started < SECONDS
    assert case.says in said
    assert said.isprintable()
    refused = query("select count(*) from quarantine")[0][0]
    assert (fault, counts.stored, refused) == (case.fault, case.stored, case.refused)

    # after the provider has mended it, the next load is whole
    good = GOOD_FEED if source.address == "rss" else market(0, 2) if source.address == "coingecko" else GOOD
    with sending(lambda _: [http(good)]) as base:
        query("delete from source_state where key = 'records' returning 1")  # a market may be small again
        stages.load_raw(url, settings_for(base, 2), source, partition(source.address), "again")
        stages.load_rows(url, source, "again")
    held = "news_articles" if source.address == "rss" else "source_quotes"
    assert query(f"select count(*) from {held}")[0][0] >= 2


def settings_for(base: str, top: int) -> Settings:
    return Settings(
        **{**QUICK, "coingecko_top": top}, coingecko_base_url=base, coinpaprika_base_url=base,
        rss_feeds=f"desk={base}/feed", coingecko_rate_per_minute=10_000,
    )  # fmt: skip


def partition(source: str) -> str:
    return "desk" if source == "rss" else TODAY
