"""Normalising: good rows become typed quotes and articles, bad ones get all their reasons, none is lost."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from crypto_pipeline.normalize.contracts import QUOTE
from crypto_pipeline.normalize.news import latest_per_article, normalize_news, plain_text
from crypto_pipeline.normalize.quotes import in_order, normalize_quotes

GOOD = {
    "source_id": "bitcoin",
    "symbol": " btc ",
    "name": "Bitcoin",
    "rank": 1,
    "price_usd": 64_000.5,
    "market_cap_usd": 1.2e12,
    "volume_24h_usd": 3,
    "observed_at": "2026-05-01T12:00:00.123Z",
}


def columns(*rows: dict[str, Any]) -> dict[str, list[Any]]:
    return {name: [row.get(name) for row in rows] for name in QUOTE.columns}


def test_a_good_row_becomes_a_typed_quote() -> None:
    quotes, reasons = normalize_quotes(columns(GOOD))
    assert reasons == {}
    row = quotes.iloc[0]
    assert (row["symbol"], row["price_usd"], row["rank"]) == ("BTC", 64_000.5, 1)
    assert row["observed_at"] == pd.Timestamp("2026-05-01T12:00:00.123Z")
    assert pd.isna(row["max_supply"])


def test_each_bad_row_has_all_its_reasons_and_the_good_ones_stay() -> None:
    bad = {**GOOD, "price_usd": "abc", "volume_24h_usd": True, "symbol": 7}
    negative = {**GOOD, "price_usd": -1, "market_cap_usd": -5, "name": None}
    quotes, reasons = normalize_quotes(columns(GOOD, bad, negative))
    assert list(quotes.index) == [0]
    assert reasons[1] == [
        "symbol: '7' is not text",
        "price_usd: 'abc' is not a number",
        "volume_24h_usd: 'True' is not a number",
    ]
    assert sorted(reasons[2]) == ["market_cap_usd is negative", "name is missing", "price_usd is negative"]


def test_one_value_that_cannot_be_read_does_not_hide_the_other_rows_faults() -> None:
    _, reasons = normalize_quotes(
        columns({**GOOD, "price_usd": "x"}, {**GOOD, "price_usd": -1}, {**GOOD, "price_usd": None})
    )
    assert reasons == {0: ["price_usd: 'x' is not a number"], 1: ["price_usd is negative"], 2: ["price_usd is missing"]}


def test_times_before_bitcoin_and_in_the_future_are_refused() -> None:
    _, reasons = normalize_quotes(
        columns({**GOOD, "observed_at": "1970-01-01T00:00:00Z"}, {**GOOD, "observed_at": "2999-01-01"})
    )
    assert reasons == {0: ["observed_at is before 2009-01-03"], 1: ["observed_at is in the future"]}


def test_what_the_providers_write_for_unknown_is_nothing_and_real_extremes_stay() -> None:
    quotes, reasons = normalize_quotes(
        columns(
            {**GOOD, "market_cap_usd": 0, "rank": 0, "max_supply": 2**63 - 1, "total_supply": 1e52, "price_usd": 3e-18}
        )
    )
    assert reasons == {}
    row = quotes.iloc[0]
    assert pd.isna(row["market_cap_usd"])
    assert pd.isna(row["rank"])
    assert pd.isna(row["max_supply"])
    assert (row["total_supply"], row["price_usd"]) == (1e52, 3e-18)


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("2024-01-01")


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(QUOTE.columns, values)), max_size=6))
def test_whatever_comes_every_row_is_a_quote_or_refused_with_a_reason(rows: list[dict[str, Any]]) -> None:
    quotes, reasons = normalize_quotes(columns(*rows))
    assert sorted([*quotes.index, *reasons]) == list(range(len(rows)))
    assert all(reasons.values())
    QUOTE.validate(quotes.astype({"rank": "float64"}))


def test_of_several_quotes_of_one_moment_the_last_that_says_something_new_is_the_latest() -> None:
    quotes, _ = normalize_quotes(columns(GOOD, GOOD, {**GOOD, "price_usd": 1.0}, {**GOOD, "source_id": "x"}))
    kept = in_order(quotes.assign(raw_seq=[1, 2, 3, 4]))
    assert list(kept["latest"]) == [False, False, True, True]
    assert list(kept["again"]) == [True, True, True, False]


def test_the_newest_quote_of_a_coin_is_marked_in_whatever_order_they_come() -> None:
    older, other = {**GOOD, "observed_at": "2025-01-01"}, {**GOOD, "source_id": "x", "observed_at": "2024-01-01"}
    quotes, _ = normalize_quotes(columns(GOOD, older, other))
    assert list(in_order(quotes.assign(raw_seq=[1, 2, 3]))["latest"]) == [True, False, True]


ARTICLE = {
    "id": "a1", "feed": "demo", "guid": "g1", "url": "https://news.example/1", "title": "<b>Up</b> &amp; away",
    "summary": "<p>Text</p>", "author": None, "tags": ["Markets", 7], "published_at": "2026-05-01T00:00:00+00:00",
}  # fmt: skip


def article_columns(*rows: dict[str, Any]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in ARTICLE}


def test_an_article_is_plain_text_with_its_tags() -> None:
    articles, reasons = normalize_news(article_columns(ARTICLE))
    assert reasons == {}
    row = articles.iloc[0]
    assert (row["title"], row["summary"], row["tags"]) == ("Up & away", "Text", ["Markets"])


def test_articles_without_title_or_with_a_link_that_runs_code_are_refused() -> None:
    _, reasons = normalize_news(article_columns({**ARTICLE, "title": " "}, {**ARTICLE, "url": "javascript:alert(1)"}))
    assert reasons == {0: ["title is missing"], 1: ["url is not an http(s) address"]}


def test_the_later_version_of_an_article_counts() -> None:
    articles, _ = normalize_news(article_columns(ARTICLE, {**ARTICLE, "title": "Corrected"}))
    assert list(latest_per_article(articles.assign(raw_seq=[1, 2], known_at=[1, 2]))["title"]) == ["Corrected"]
    # known since the first one
    assert list(latest_per_article(articles.assign(raw_seq=[1, 2], known_at=[1, 2]))["known_at"]) == [1]


def test_plain_text_leaves_what_is_no_text() -> None:
    assert plain_text(None) is None
    assert plain_text(5) == 5
