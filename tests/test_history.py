"""The history of quotes: what was believed when, however the records came; and what happened to the listings."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.normalize.quotes import normalize_quotes
from crypto_pipeline.records import Counts
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.warehouse import ledger, raw
from crypto_pipeline.warehouse.connect import connect
from tests.homes import contents
from tests.loads import COINGECKO, TODAY, Query, load_all, market, normalized_by

HOUR = timedelta(hours=1)
FETCHED = datetime(2026, 5, 3, tzinfo=UTC)
BELIEVED = """
select price_usd, known_at, null from market_quotes
union all select price_usd, known_at, replaced_at from quote_revisions order by 2
"""


def bring(url: URL, *rows: dict[str, Any], at: datetime = FETCHED, run: str = "run") -> None:
    """Raw records, fetched at that moment."""
    given = [{"id": "bitcoin", "last_updated": "2026-05-01T00:00:00Z", **row} for row in rows]
    payloads = [market(**row) for row in given]
    ids, times = [row["id"] for row in given], [row["last_updated"] for row in given]
    batch = batch_of(payloads, ids, times, ["/x"] * len(rows), [at] * len(rows))
    stages.store_raw(url, COINGECKO, run, Fetched(TODAY, batch))


def set_back(url: URL) -> None:
    with connect(url) as connection:
        connection.execute("update etl_checkpoints set raw_seq = 0, observed_at = null where stage = 'quotes'")


def test_a_correction_keeps_what_it_replaced_and_when_that_was_believed(url: URL, query: Query) -> None:
    for number, price in enumerate((5.0, 6.0, 7.0)):
        bring(url, {"current_price": price}, at=FETCHED + number * HOUR)
        stages.load_rows(url, COINGECKO, "run")
    assert query(BELIEVED) == [
        (5.0, FETCHED, FETCHED + HOUR),
        (6.0, FETCHED + HOUR, FETCHED + 2 * HOUR),
        (7.0, FETCHED + 2 * HOUR, None),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_batches_of_any_size_and_replays_give_the_same_history(
    url: URL, query: Query, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = random.Random(seed)
    for number in range(12):
        rows = [
            {
                "id": f"c{chosen.randrange(3)}", "symbol": chosen.choice("ab"), "name": chosen.choice("AB"),
                "current_price": chosen.randrange(1, 4), "ath": chosen.random(),
                "last_updated": f"2026-05-0{chosen.randrange(1, 3)}T00:00:00Z",
            }
            for _ in range(chosen.randrange(1, 8))
        ]  # fmt: skip
        bring(url, *rows, at=FETCHED + number * HOUR)
        if chosen.random() < 0.5:
            stages.load_rows(url, COINGECKO, "run")
    stages.load_rows(url, COINGECKO, "run")
    stages.load_unified(url, "run")
    once = contents(url)
    version = query("select version from data_version")
    set_back(url)
    monkeypatch.setattr(raw, "BATCH", chosen.choice((1, 5, 50_000)))
    counts = stages.load_rows(url, COINGECKO, "run")
    stages.load_unified(url, "run")
    assert (counts.received, counts.stored) == (query("select count(*) from raw_coingecko")[0][0], 0)
    assert contents(url) == once
    assert query("select version from data_version") == version
    # and what is believed of a moment is believed without a gap
    spans = query(
        "select listing_id, observed_at, known_at, replaced_at from quote_revisions union all"
        " select listing_id, observed_at, known_at, null from market_quotes order by 1, 2, 3, 4"
    )
    for one, other in pairwise(spans):
        assert one[:2] != other[:2] or one[3] == other[2]


def test_every_transaction_is_in_the_ledger_and_a_record_that_no_stage_saw_is_found(url: URL, query: Query) -> None:
    bring(url, {}, {"id": "bad", "current_price": -1}, {"id": "worse", "current_price": "x"})
    bring(url, {})
    stages.load_rows(url, COINGECKO, "run")
    counts = "select stage, received, stored, unchanged, quarantined from ledger order by id"
    assert query(counts) == [("raw", 3, 3, 0, 0), ("raw", 1, 0, 1, 0), ("quotes", 3, 1, 0, 2)]
    assert ledger.discrepancies(url, "coingecko", "snapshot", "run") == []
    with connect(url) as connection:  # as if a record had come to lie behind the stage's checkpoint
        connection.execute("update raw_coingecko set seq = seq + 1000 where source_id = 'bad'")
    assert [what.split(":")[0] for what in ledger.discrepancies(url, "coingecko", "snapshot", "run")] == [
        "raw",
        "quotes",
    ]


def test_a_refused_record_that_passes_when_it_is_read_again_leaves_quarantine_and_the_others_stay(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(url, {"id": "bad", "current_price": -1}, {"id": "good", "current_price": 1})
    with monkeypatch.context() as broken:
        normalized_by(broken, "quotes", lambda columns: (normalize_quotes(columns)[0][:0], {0: ["x"], 1: ["y"]}))
        assert stages.load_rows(url, COINGECKO, "run").quarantined == 2
    once = query("select id, reasons from quarantine order by id")
    set_back(url)
    assert stages.load_rows(url, COINGECKO, "run") == Counts(2, 1, 1, 0)
    assert query("select id, reasons from quarantine") == once[:1]


def test_a_replay_of_everything_changes_nothing(url: URL, settings: Settings) -> None:
    load_all(url, settings)
    before = contents(url)
    with connect(url) as connection:
        connection.execute("update etl_checkpoints set raw_seq = 0, observed_at = null where stage <> 'raw'")
    load_all(url, settings)
    assert contents(url) == before


def test_names_change_by_events_and_only_by_records_that_are_no_older(url: URL, query: Query) -> None:
    bring(url, {})
    stages.load_rows(url, COINGECKO, "run")
    bring(
        url,
        {"name": "Ancient", "last_updated": "2020-01-01T00:00:00Z"},
        {"name": "Bitcoin Core", "symbol": "xbt", "last_updated": "2026-05-02T00:00:00Z"},
        at=FETCHED + HOUR,
    )
    stages.load_rows(url, COINGECKO, "later run")
    assert query("select kind, symbol, name, evidence, known_at, run_id from identity_events order by event_id") == [
        ("created", "BTC", "Bitcoin", {}, FETCHED, "run"),
        ("renamed", "XBT", "Bitcoin Core", {"name": "Bitcoin", "symbol": "BTC"}, FETCHED + HOUR, "later run"),
    ]
    assert query("select ticker, symbol, name from assets") == [("BTC", "XBT", "Bitcoin Core")]
    assert query("select symbol, name, first_seen, last_seen from listings") == [
        ("XBT", "Bitcoin Core", FETCHED, FETCHED.date())
    ]


def test_a_time_that_cannot_be_blocks_no_month_and_hides_nothing(url: URL, query: Query) -> None:
    ahead = datetime.now(UTC) + timedelta(days=40)
    bring(url, {"last_updated": f"{ahead:%Y-%m-%dT%H:%M:%SZ}"}, {"id": "x", "last_updated": "1999-01-01T00:00:00Z"})
    assert query("select count(*), count(observed_at) from raw_coingecko") == [(2, 0)]
    assert query("select observed_at from etl_checkpoints") == [(None,)]
    assert stages.load_rows(url, COINGECKO, "run") == Counts(2, 0, 0, 2)
    # raw lies in months of arrival, and the history has no month for what is refused
    assert query(
        "select relname from pg_inherits join pg_class on oid = inhrelid where inhparent = 'raw_coingecko'::regclass"
    ) == [("raw_coingecko_2026_05",)]
    assert query("select 1 from pg_inherits where inhparent = 'market_quotes'::regclass") == []


def test_what_a_plan_allows_stands_beside_what_is_used(url: URL, settings: Settings, query: Query) -> None:
    load_all(url, settings)
    assert query("select upstream, calls > 0, allowed from upstream_calls order by 1") == [
        ("coingecko", True, settings.coingecko_monthly_budget),
        ("coinpaprika", True, settings.coinpaprika_monthly_budget),
    ]
