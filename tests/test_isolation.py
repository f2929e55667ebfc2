"""One bad thing never stops the rest: unforeseen errors are narrowed down, refusals that time mends are tried again."""

from __future__ import annotations

import gc
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts, RawRecord
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources.batches import batch_of
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.stages import isolate as isolation
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.throttle import Throttle
from tests.api_fixtures import Query
from tests.loads import normalized_by

NOW = datetime.now(UTC)


def put(url: URL, source: str, *payloads: dict[str, Any]) -> None:
    """Puts payloads into raw."""
    texts = [json.dumps(payload).encode() for payload in payloads]
    ids, times = [payload.get("id") for payload in payloads], [payload.get("last_updated") for payload in payloads]
    batch = batch_of(texts, ids, times, ["/test"] * len(texts), [NOW] * len(texts))
    stages.store_raw(url, SOURCES[source].streams[0], "run", Fetched("desk", batch))


def coin(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"c{number}", "symbol": f"s{number}", "name": f"Coin {number}", "rank": number + 1,
        "last_updated": "2026-05-01T00:00:00Z", "quotes": {"USD": {"price": 1.0 + number}}, **more,
    }  # fmt: skip


def article(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"g{number}", "link": f"https://n.example/{number}", "title": f"Title {number}",
        "summary": "", "published": "Fri, 01 May 2026 00:00:00 GMT", **more,
    }  # fmt: skip


def test_a_defect_that_one_record_meets_refuses_that_record_with_the_exceptions_text(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(url, "coinpaprika", *(coin(n) for n in range(100)))
    good = PRODUCTS["quotes"].normalize

    def stumbling(columns: Any) -> Any:
        if {"c17", "c63"} & set(columns["source_id"]):
            raise TypeError("cannot safely cast non-equivalent float64 to int64")
        return good(columns)

    normalized_by(monkeypatch, "quotes", stumbling)
    said: list[str] = []
    assert stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "run", said.append) == Counts(100, 98, 0, 2)
    assert [text.partition("refused: ")[2][:9] for text in said] == ["TypeError"] * 2
    assert query("select payload::json->>'id', reasons[1] from quarantine order by 1") == [
        ("c17", "TypeError: cannot safely cast non-equivalent float64 to int64"),
        ("c63", "TypeError: cannot safely cast non-equivalent float64 to int64"),
    ]
    assert query("select count(*) from source_quotes") == [(98,)]
    # the checkpoint is behind them: the next load does not stumble over them again
    assert stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "again") == Counts()


def test_an_error_of_the_database_about_one_row_refuses_that_row(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connect(url) as connection:
        connection.execute("alter table source_quotes add constraint odd check (price_usd <> 43)")
    put(url, "coinpaprika", *(coin(n) for n in range(60)))
    assert stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "run") == Counts(60, 59, 0, 1)
    assert "CheckViolation" in query("select reasons[1] from quarantine")[0][0]


def test_a_defect_that_all_records_meet_is_the_platforms(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(columns: Any) -> Any:
        raise KeyError("column")

    normalized_by(monkeypatch, "quotes", broken)
    monkeypatch.setattr(isolation, "MOST_GUILTY", 5)
    put(url, "coinpaprika", *(coin(n) for n in range(20)))
    with pytest.raises(isolation.TooManyGuiltyError, match="KeyError"):
        stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "run")
    assert query("select count(*) from quarantine") == [(0,)]
    monkeypatch.undo()
    assert stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "run").stored == 20


def test_what_a_batch_took_of_memory_is_free_for_the_next_without_a_collector(url: URL) -> None:
    put(url, "coinpaprika", *(coin(n) for n in range(100)))
    gc.collect()
    gc.disable()
    try:
        assert stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "run").stored == 100
        assert [found for found in gc.get_objects() if isinstance(found, RawRecord)] == []
    finally:
        gc.enable()


def test_articles_without_any_tag_are_stored(url: URL, query: Query) -> None:
    put(url, "rss", *(article(n) for n in range(3)))
    assert stages.load_rows(url, SOURCES["rss"].streams[0], "run") == Counts(3, 3, 0, 0)
    put(url, "rss", article(9, tags=[{"term": "btc"}, {"term": None}], author=None), article(10, tags=[]))
    assert stages.load_rows(url, SOURCES["rss"].streams[0], "run") == Counts(2, 2, 0, 0)
    assert query("select tags from news_articles where guid = 'g9'") == [(["btc"],)]


def test_an_article_that_was_early_is_stored_when_its_time_has_come(url: URL, query: Query) -> None:
    early = datetime.now(UTC) + timedelta(hours=1)
    put(url, "rss", article(1, published=early.isoformat()))
    assert stages.load_rows(url, SOURCES["rss"].streams[0], "run") == Counts(1, 0, 0, 1)
    assert query("select reasons, retry_at < %s from quarantine", early) == [(["published_at is in the future"], True)]
    # not before
    assert stages.load_rows(url, SOURCES["rss"].streams[0], "run") == Counts()
    with connect(url) as connection:
        connection.execute("update quarantine set retry_at = now() - interval '1 s'")
        connection.execute(
            "update raw_rss set payload = jsonb_set(payload::jsonb, '{published}', to_jsonb(%s::text))::json",
            ((NOW - timedelta(seconds=5)).isoformat(),),
        )
    assert stages.load_rows(url, SOURCES["rss"].streams[0], "run") == Counts(1, 1, 0, 0)
    assert query("select count(*) from quarantine") == [(0,)]
    assert query("select count(*) from news_articles") == [(1,)]


def test_an_article_without_a_date_is_dated_when_it_was_first_seen(url: URL, query: Query) -> None:
    put(url, "rss", article(1, published=None))
    stages.load_rows(url, SOURCES["rss"].streams[0], "run")
    first = query("select published_at from news_articles")[0][0]
    assert abs(first - NOW) < timedelta(seconds=1)
    put(url, "rss", article(1, published=None, title="Changed"))
    stages.load_rows(url, SOURCES["rss"].streams[0], "run")
    assert query("select title, published_at from news_articles") == [("Changed", first)]


def test_a_clock_that_was_ahead_does_not_keep_a_source_waiting(url: URL) -> None:
    with Throttle(url, "slow", 1, 0) as throttle:
        throttle.acquire()
    with connect(url) as connection:
        connection.execute("update ratelimit___upstream_slow set item_timestamp = item_timestamp + interval '1 day'")
    said: list[str] = []
    with Throttle(url, "slow", 1, 0, said.append) as throttle:
        throttle.acquire()
    assert said == []


def test_a_long_wait_says_what_it_waits_for(url: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Waited(Exception):  # noqa: N818
        pass

    def say(text: str) -> None:
        said.append(text)
        raise Waited

    with Throttle(url, "slow", 1, 0, say) as throttle:
        throttle.acquire()
        with pytest.raises(Waited):
            throttle.acquire()
    assert said == ["waiting for a place in the rate of 1 calls a minute"]


def test_prices_that_an_older_version_let_in_do_not_stop_the_unified_record(url: URL, query: Query) -> None:
    put(url, "coinpaprika", coin(1), coin(2))
    stages.load_rows(url, SOURCES["coinpaprika"].streams[0], "run")
    with connect(url) as connection:
        connection.execute(
            "with other as (insert into listings (source, source_id, asset_id, symbol, name, first_seen, last_seen)"
            " select 'csv', source_id, asset_id, symbol, name, first_seen, last_seen from listings returning listing_id)"
            " insert into source_quotes (listing_id, observed_at, price_usd, raw_seq)"
            " select listing_id, now(), 1e-310, 1 from other"
        )
    assert stages.load_unified(url, "run")[0] == 2
    assert query("select spread_percent from crypto_assets") == [(None,), (None,)]


def test_frames_are_typed_by_declaration_even_when_a_column_holds_nothing(url: URL) -> None:
    from crypto_pipeline.warehouse.writer import open_stage

    frame = pd.DataFrame({"a": [[], []], "b": [None, None], "c": pd.Series([pd.NA, 1], dtype="Int64")})
    with open_stage(url, "x", "s", "y", "run") as stage:
        stage.copy_frame("t", "a text[], b text, c bigint", frame)
        assert stage.fetch("select a, b, c from t") == [([], None, None), ([], None, 1)]
