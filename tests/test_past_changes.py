"""Past days that change: corrected by their provider, made anew from raw, taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts, RawBatch
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.stages import history
from tests.conftest import Simulator
from tests.past import GECKO, PAPRIKA, PAST, _live, load, simulator, tracked

__all__ = ["_live", "simulator", "tracked"]  # fixtures
Query = Callable[..., list[tuple[Any, ...]]]


def test_a_correction_is_a_revision_and_what_stayed_is_not(
    url: URL, tracked: Settings, simulator: Simulator, query: Query
) -> None:
    load(url, tracked, GECKO, PAST[:3])
    start = datetime.combine(PAST[1], datetime.min.time(), UTC).timestamp()
    correction = {"coin": "bitcoin", "start": start, "end": start + 2 * 3_600, "factor": 1.5}
    assert httpx.put(f"{simulator.base}/simulator/corrections", json=[correction]).status_code == 200

    def again() -> tuple[Counts, Counts]:
        ask = partial(history.plan, url, tracked, GECKO, PAST[:3], again=True)
        _, answers, points = history.load_history(url, tracked, GECKO, ask, "again")
        return answers, points

    answers, points = again()
    assert (answers.received, answers.stored, answers.unchanged) == (5, 1, 4)  # equal answers are kept once
    assert (points.received, points.stored, points.unchanged) == (72, 2, 70)
    assert query("select count(*), count(distinct listing_id) from quote_revisions") == [(2, 1)]
    # what the provider takes back is taken back here, too
    assert httpx.put(f"{simulator.base}/simulator/corrections", json=[]).status_code == 200
    answers, points = again()
    assert (answers.stored, points.stored) == (1, 2)
    assert query("select count(*) from quote_revisions") == [(4,)]
    right = "select price_usd from market_quotes q where raw_seq = (select max(raw_seq) from market_quotes) order by observed_at limit 2"
    wrong = "select price_usd from quote_revisions order by raw_seq, observed_at limit 2"
    assert query(right) == query(wrong)  # the first belief again
    answers, points = again()
    assert (answers.stored, points.received) == (0, 0)


def test_a_rebuild_gives_the_same_history(url: URL, tracked: Settings, query: Query) -> None:
    for stream in (GECKO, PAPRIKA):
        load(url, tracked, stream, PAST[:10])
    before = query("select * from market_quotes order by listing_id, observed_at")
    stages.rebuild(url, streams_of(tracked), "rebuild")
    assert query("select * from market_quotes order by listing_id, observed_at") == before


def test_undoing_a_load_of_history_leaves_the_snapshots_and_lets_it_be_loaded_again(
    url: URL, tracked: Settings, query: Query
) -> None:
    everything = "select listing_id, observed_at, price_usd, rank from {} order by 1, 2"
    quotes, latest = (query(everything.format(table)) for table in ("market_quotes", "source_quotes"))
    load(url, tracked, GECKO, PAST[:3], "wrong")
    assert len(query(everything.format("market_quotes"))) == len(quotes) + 5 * 72
    stages.undo(url, streams_of(tracked), "wrong", "undo")
    assert query(everything.format("market_quotes")) == quotes
    assert query(everything.format("source_quotes")) == latest
    assert len(history.plan(url, tracked, GECKO, PAST[:3]).windows) == 5
    load(url, tracked, GECKO, PAST[:3], "right")
    assert len(query(everything.format("market_quotes"))) == len(quotes) + 5 * 72


def test_undoing_a_snapshot_leaves_the_history_of_its_very_moments(url: URL, tracked: Settings, query: Query) -> None:
    ((identity, moment),) = query(
        "select source_id, observed_at from listings join source_quotes using (listing_id)"
        " where source = 'coingecko' and source_id = 'bitcoin'"
    )
    day = moment.date()
    payload = json.dumps({"prices": [[int(moment.timestamp() * 1_000), 7.0]]}).encode()
    batch = RawBatch(
        [identity], [datetime.combine(day, datetime.min.time(), UTC)], ["/x"], [datetime.now(UTC)], [payload]
    )
    stages.store_raw(url, GECKO, "history", Fetched(f"{day}/{day}/1h", batch))
    stages.load_rows(url, GECKO, "history")
    asked = "select price_usd from market_quotes join listings using (listing_id) where source = 'coingecko' and source_id = 'bitcoin'"
    assert query(asked) == [(7.0,)]
    stages.undo(url, streams_of(tracked), "snapshot", "undo")
    assert query(asked) == [(7.0,)]
    stages.undo(url, streams_of(tracked), "undo", "back")
    assert query(asked) == [(7.0,)]
    assert len(query("select * from quote_revisions")) == 1


def test_an_undo_forgets_neither_the_first_day_nor_who_is_unknown(url: URL, tracked: Settings, query: Query) -> None:
    query(
        "insert into source_state values ('coingecko', 'first_day', '2025-01-01', now()),"
        " ('coingecko', 'absent/x', 'not found', now()) returning 1"
    )
    stages.undo(url, streams_of(tracked), "snapshot", "an undo")
    assert query("select key from source_state where source = 'coingecko' order by 1") == [
        ("absent/x",), ("first_day",),
    ]  # fmt: skip
