"""Identity: two ids are one coin only with evidence; a wrong merge is worse than a missed one."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crypto_pipeline.normalize.identity import resolve_identities

NOW = pd.Timestamp("2026-05-01", tz="UTC")


def incoming(*rows: tuple[str, str, str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["source_id", "symbol", "name", "price_usd"])
    return frame.assign(rank=pd.array([None] * len(frame), dtype="Int64"), observed_at=NOW)


def known(*rows: tuple[int, str, str, float, bool], at: pd.Timestamp = NOW) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["asset_id", "symbol", "name", "price_usd", "claimed"])
    return frame.assign(observed_at=at).astype(
        {
            "symbol": "str",
            "name": "str",
            "claimed": "bool",
            "price_usd": "float64",
            "observed_at": "datetime64[us, UTC]",
        }
    )


def one(frame: pd.DataFrame) -> dict[str, Any]:
    assert len(frame) == 1
    return dict(frame.iloc[0])


def test_the_same_symbol_and_name_are_the_same_coin_whatever_case_and_blanks() -> None:
    found = one(
        resolve_identities(
            incoming(("btc-bitcoin", "BTC", "  bitcoin ", 100.0)), known((7, "BTC", "Bitcoin", 101.0, False)), {"BTC"}
        )
    )
    assert (found["asset_id"], found["method"], found["confidence"]) == (7, "exact_symbol_and_name", 0.99)
    assert found["evidence"]["price_ratio"] == 1.01


def test_the_same_symbol_alone_is_another_coin() -> None:
    found = one(
        resolve_identities(
            incoming(("hydro", "HOT", "Hydro Protocol", 1.0)), known((7, "HOT", "Holo", 1.0, False)), {"HOT"}
        )
    )
    assert pd.isna(found["asset_id"])
    assert found["ticker"] == "HOT-HYDRO-PROTOCOL"


def test_two_known_coins_of_that_symbol_and_name_are_no_evidence_for_either() -> None:
    coins = known((7, "GOLD", "Gold", 1.0, False), (8, "GOLD", "Gold", 1.0, False))
    assert pd.isna(one(resolve_identities(incoming(("gold", "GOLD", "Gold", 1.0)), coins, {"GOLD"}))["asset_id"])


def test_two_ids_of_that_symbol_and_name_cannot_both_be_the_coin_so_neither_is() -> None:
    found = resolve_identities(
        incoming(("a", "GOLD", "Gold", 1.0), ("b", "GOLD", "gold", 1.0)),
        known((7, "GOLD", "Gold", 1.0, False)),
        {"GOLD"},
    )
    assert found["asset_id"].isna().all()
    assert found["ticker"].nunique() == 2


def test_a_coin_that_this_source_knows_under_another_id_is_not_taken_twice() -> None:
    assert pd.isna(
        one(resolve_identities(incoming(("b", "GOLD", "Gold", 1.0)), known((7, "GOLD", "Gold", 1.0, True)), {"GOLD"}))[
            "asset_id"
        ]
    )


def test_prices_that_disagree_at_the_same_time_forbid_the_merge() -> None:
    assert pd.isna(
        one(
            resolve_identities(
                incoming(("x", "LUNA", "Terra", 1.0)), known((7, "LUNA", "Terra", 80.0, False)), {"LUNA"}
            )
        )["asset_id"]
    )


def test_prices_of_different_days_say_nothing() -> None:
    old = known((7, "LUNA", "Terra", 80.0, False), at=NOW - pd.Timedelta(days=300))
    found = one(resolve_identities(incoming(("x", "LUNA", "Terra", 1.0)), old, {"LUNA"}))
    assert (found["asset_id"], found["confidence"]) == (7, 0.9)


def test_a_price_of_zero_against_a_real_one_disagrees() -> None:
    assert pd.isna(
        one(
            resolve_identities(
                incoming(("x", "LUNA", "Terra", 0.0)), known((7, "LUNA", "Terra", 80.0, False)), {"LUNA"}
            )
        )["asset_id"]
    )


def test_nothing_known_makes_only_new_coins() -> None:
    found = resolve_identities(
        incoming(("bitcoin", "BTC", "Bitcoin", 1.0), ("ethereum", "ETH", "Ethereum", 1.0)), known(), set()
    )
    assert list(found["ticker"]) == ["BTC", "ETH"]
    assert list(found["method"]) == ["new", "new"]
    assert list(found["evidence"]) == [{}, {}]
