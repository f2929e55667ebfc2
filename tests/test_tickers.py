"""Tickers: unique, stable, fit for a URL; the most important bearer of a symbol gets it plain."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from crypto_pipeline.normalize.tickers import assign_tickers

text = st.text(min_size=1, max_size=12)
coin = st.tuples(text, text, text, st.none() | st.integers(1, 1000))


def coins(*rows: tuple[str, str, str, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["symbol", "name", "source_id", "rank"])
    return frame.astype({"symbol": "str", "name": "str", "source_id": "str", "rank": "Int64"})


def test_the_best_rank_gets_the_symbol_and_the_other_its_name_behind_it() -> None:
    frame = coins(("HOT", "Hydro Protocol", "hydro-protocol", 900), ("HOT", "Holo", "holotoken", 120))
    assert list(assign_tickers(frame, set())) == ["HOT-HYDRO-PROTOCOL", "HOT"]


def test_a_ticker_once_given_is_never_given_again() -> None:
    assert list(assign_tickers(coins(("BTC", "Bitcoin", "bitcoin", 1)), {"BTC"})) == ["BTC-BITCOIN"]


def test_same_symbol_and_name_are_told_apart_by_the_sources_id_and_then_by_number() -> None:
    frame = coins(("GOLD", "Gold", "gold-1", 1), ("GOLD", "Gold", "gold-2", 2), ("GOLD", "Gold", "gold-2", 3))
    assert list(assign_tickers(frame, set())) == ["GOLD", "GOLD-GOLD-2", "GOLD-GOLD-2-2"]


def test_emoji_and_other_scripts_fall_back_to_the_name_or_the_id() -> None:
    frame = coins(("🚀", "To The Moon", "moon", 1), ("比特币", "比特币", "bitebi", 2), ("🚀", "🚀", "🚀", 3))
    assert list(assign_tickers(frame, set())) == ["TO-THE-MOON", "BITEBI", "COIN"]


def test_a_ticker_is_never_a_step_in_a_path() -> None:
    frame = coins((".", "..", "dots", 1), ("$", "Dollar", "usd", 2), ("A.B", "Ab", "ab", 3))
    assert list(assign_tickers(frame, set())) == ["DOTS", "DOLLAR", "A.B"]


@given(st.lists(coin, max_size=12), st.sets(text))
def test_tickers_are_unique_new_and_safe_in_urls_and_lists(
    rows: list[tuple[str, str, str, int]], taken: set[str]
) -> None:
    tickers = list(assign_tickers(coins(*rows), taken))
    assert len(set(tickers)) == len(rows)
    assert not set(tickers) & taken
    assert all(re.fullmatch(r"[A-Z0-9.$_-]+", ticker) for ticker in tickers)


@given(st.lists(coin, max_size=8, unique_by=lambda row: row[2]), st.randoms())
def test_the_order_in_which_rows_come_does_not_matter(rows: list[tuple[str, str, str, int]], random: object) -> None:
    shuffled = rows[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = coins(*rows), coins(*shuffled)
    first = dict(zip(one["source_id"], assign_tickers(one, set()), strict=True))
    second = dict(zip(other["source_id"], assign_tickers(other, set()), strict=True))
    assert first == second
