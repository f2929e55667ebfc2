"""Which quote is a coin's record: what is confirmed, repeated or promised is believed, and what is not is held back."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.engine import URL

from benchmarks import judgement
from crypto_pipeline import stages
from crypto_pipeline.normalize.judge import Candidate, Quote, Verdict, judge
from crypto_pipeline.sources import SOURCES, SettingsError, load_settings, streams_of
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.stages import unified as unified_stage
from crypto_pipeline.warehouse.streams import prepare_database
from tests.api_fixtures import Query, api, gecko, paprika, store
from tests.test_undo import drop

HALF_HOUR = 1_800.0
NOW = 1_000_000.0


def coin(listing: int, *prices: float, precedence: int | None = None, age: float = 0.0, **more: Any) -> Candidate:
    """A listing that said these prices, the latest last, half an hour apart."""
    quotes = [Quote(NOW - age - n * HALF_HOUR, price) for n, price in enumerate(reversed(prices))]
    return Candidate(listing, listing if precedence is None else precedence, 3 * 3_600, quotes, **more)


def winner(*candidates: Candidate) -> tuple[int, int, str]:
    verdict = judge(candidates, NOW)
    return verdict.listing, verdict.quote, verdict.reason


def test_of_fresh_sources_the_first_by_precedence_wins_and_of_old_ones_the_newest() -> None:
    assert winner(coin(1, 100), coin(2, 101)) == (1, 0, "precedence")
    assert winner(coin(1, 100, precedence=5), coin(2, 101)) == (2, 0, "precedence")
    assert winner(coin(1, 100, age=20_000), coin(2, 101)) == (2, 0, "precedence")
    assert winner(coin(1, 100, age=30_000), coin(2, 101, age=20_000)) == (2, 0, "newest")
    assert winner(coin(1, 100)) == (1, 0, "only")
    assert judge([coin(1, 100, age=20_000)], NOW).flags == ("old",)


def test_a_lone_move_waits_until_its_source_has_said_it_twice() -> None:
    calm = [100.0] * 6
    assert winner(coin(1, *calm, 30)) == (1, 1, "last_good")
    assert judge([coin(1, *calm, 30)], NOW) == Verdict(1, 1, "last_good", ("held_back",), {1: "alone"})
    assert winner(coin(1, *calm, 30, 31)) == (1, 0, "only")
    assert winner(coin(1, *calm, 30, 101)) == (1, 0, "only")  # a glitch that is over


def test_a_move_that_a_second_source_confirms_passes_at_once() -> None:
    calm = [100.0] * 6
    assert winner(coin(1, *calm, 30), coin(2, *calm, 29)) == (1, 0, "precedence")


def test_a_move_that_a_fresh_second_source_contradicts_is_held_back_however_often_it_is_said() -> None:
    calm = [100.0, 101.0, 99.0] * 4
    for times in (1, 2, 5, 20):
        verdict = judge(
            [coin(1, *calm, *[1_000.0 + n for n in range(times)]), coin(2, *calm, *[100.0, 101.0] * times)], NOW
        )
        assert (verdict.listing, verdict.held) == (2, {1: "contradicted"}), times
    # it falls silent: what it has said still holds for a day, and then no more
    wrong, silent = coin(1, *calm, *[1_000.0 + n for n in range(9)]), [100.0, 101.0] * 3
    assert winner(wrong, coin(2, *calm, *silent, age=4 * 3_600)) == (2, 0, "newest")
    assert winner(wrong, coin(2, *calm, *silent, age=90_000)) == (1, 0, "precedence")


def test_a_source_that_repeats_the_very_same_price_for_ever_contradicts_nobody() -> None:
    frozen, moving = [100.0] * 12, [100.0, 101, 99, 100, 98, 101, 100, 99, 100, 101, 30, 31]
    verdict = judge([coin(1, *frozen), coin(2, *moving)], NOW)
    assert (verdict.listing, verdict.held) == (2, {1: "contradicted"})


def test_a_re_denomination_is_a_true_move() -> None:
    old = [Quote(NOW - n * HALF_HOUR, 0.001 if n else 1.0, 5e6) for n in range(8)]
    one = Candidate(1, 1, 10_000, old, supply=5e6)
    assert winner(one) == (1, 0, "only")
    assert winner(one, coin(2, *[0.001, 0.00101] * 4)) == (1, 0, "precedence")
    # a slip leaves the supply as it was
    assert winner(Candidate(1, 1, 10_000, old, supply=5e9)) == (1, 1, "last_good")


def test_a_price_of_zero_never_wins_over_a_positive_one() -> None:
    assert winner(coin(1, 0), coin(2, 5)) == (2, 0, "precedence")
    assert winner(coin(1, 5, 5, 0)) == (1, 1, "last_good")
    assert winner(coin(1, 5, 0, 0, 0)) == (1, 3, "last_good")
    assert winner(coin(1, 0)) == (1, 0, "only")
    # nor does it bring back what was held back before it
    assert winner(coin(1, 5, 5, 5, 500)) == (1, 1, "last_good")
    assert winner(coin(1, 5, 5, 5, 500, 0)) == (1, 2, "last_good")
    assert winner(coin(1, 5, 5, 5, 500, 0, 0)) == (1, 3, "last_good")
    assert winner(coin(1, 5, 5, 5, 500, 501, 0)) == (1, 1, "last_good")


def test_two_against_one_is_enough_without_any_past() -> None:
    verdict = judge([coin(1, 1.0), coin(2, 100), coin(3, 101)], NOW)
    assert (verdict.listing, verdict.held) == (2, {1: "contradicted"})


def test_sources_that_never_agreed_are_marked_and_precedence_decides() -> None:
    verdict = judge([coin(1, *[1.0, 1.01] * 6), coin(2, *[100.0, 101.0] * 6)], NOW)
    assert (verdict.listing, verdict.flags) == (1, ("disagree",))


@pytest.mark.parametrize("seed", [1, 2])
def test_errors_are_told_from_moves_in_a_simulated_season(seed: int) -> None:
    """`make judgement` has the whole year of 2,000 coins."""
    year = judgement.make_year(150, 90, seed)
    judgement.run(year)
    figures = judgement.report(year)
    assert figures["errors kept out, with a second source"] >= 0.97
    assert figures["glitches kept out, without one"] >= 0.99
    assert figures["true moves late by more than three"] == 0


# --- In the warehouse ----------------------------------------------------------------------------------------------


# The seventh hour is now
BEGAN = datetime.now(UTC) - timedelta(hours=7)


def at(hours: float) -> str:
    return f"{BEGAN + timedelta(hours=hours):%Y-%m-%dT%H:%M:%SZ}"


def ether(hours: float, price: float, other: float | None) -> tuple[Any, Any]:
    second = None if other is None else paprika("eth-ethereum", "ETH", "Ethereum", 2, other, at(hours))
    return gecko("ethereum", "eth", "Ethereum", 2, price, at(hours)), second


def say(url: URL, hours: float, price: float, other: float | None) -> dict[str, Any]:
    """What both providers say then; the record afterwards."""
    first, second = ether(hours, price, other)
    store(url, "coingecko", first)
    if second:
        store(url, "coinpaprika", second)
    with api(url) as client:
        found: dict[str, Any] = client.get("/data?ticker=ETH").json()["data"][0]
    return found


@pytest.fixture
def ethereum(url: URL) -> URL:
    """Some hours of agreement."""
    for hours in range(6):
        say(url, hours, 3_000 + hours, 3_001 + hours)
    return url


def test_a_file_with_a_wrong_price_of_now_does_not_become_the_record(ethereum: URL, settings: Settings) -> None:
    drop(ethereum, settings, f"ETH,Ethereum,3005,{at(5.8)}\n", "right")
    drop(ethereum, settings, f"ETH,Ethereum,1,{at(6)}\n", "wrong")
    with api(ethereum) as client:
        (record,) = client.get("/data?ticker=ETH").json()["data"]
        assert (record["source"], record["price_usd"], record["reason"]) == ("coingecko", 3_005, "precedence")
        assert record["market_cap_usd"] is not None
        (held,) = record["held_back"]
        assert (held["source"], held["price_usd"], held["reason"]) == ("csv", 1, "contradicted")
        assert held["observed_at"] == at(6)
        assert record["spread_percent"] == pytest.approx((3_006 / 3_005 - 1) * 100)  # of those that are believed
        assert record["flags"] == ["held_back"]


def test_a_lone_glitch_is_not_served_and_the_next_source_is_while_one_is_wrong(ethereum: URL, query: Query) -> None:
    record = say(ethereum, 6.4, 30, 3_010)
    assert (record["source"], record["price_usd"]) == ("coinpaprika", 3_010)
    assert record["held_back"][0]["reason"] == "contradicted"
    record = say(ethereum, 6.8, 3_012, 3_011)
    assert (record["source"], record["price_usd"], record["held_back"], record["flags"]) == (
        "coingecko",
        3_012,
        None,
        [],
    )
    # whose quote it was, from when to when
    spans = query(
        "select l.source, v.flags, v.until is null, v.since < coalesce(v.until, 'infinity') from verdicts v"
        " join listings l using (listing_id) where source <> 'csv' order by v.since"
    )
    assert [span[:3] for span in spans][-2:] == [("coinpaprika", ["held_back"], False), ("coingecko", [], True)]
    assert all(span[3] for span in spans)


def test_with_one_source_a_glitch_leaves_the_record_with_the_quote_before_it(ethereum: URL, query: Query) -> None:
    store(ethereum, "coingecko", *(gecko("lone", "lone", "Lone", 9, 10.0 + n, at(n)) for n in range(6)))
    store(ethereum, "coingecko", gecko("lone", "lone", "Lone", 9, 1e-5, at(6)))
    row = "select price_usd, reason, flags, c.observed_at = %s, r.payload ->> 'current_price' from crypto_assets c"
    row += " join raw_coingecko r on r.seq = c.raw_seq where ticker = 'LONE'"
    assert query(row, at(5)) == [(15.0, "last_good", ["held_back"], True, "15.0")]
    store(ethereum, "coingecko", gecko("lone", "lone", "Lone", 9, 1.1e-5, at(7)))
    assert query(row, at(7)) == [(1.1e-5, "only", [], True, "1.1e-05")]


def test_a_source_that_fails_is_replaced_by_the_next_and_returns_by_itself(url: URL) -> None:
    for hours in range(4):
        assert say(url, hours, 3_000 + hours, 3_001 + hours)["source"] == "coingecko"
    for hours in (4, 5, 6, 7):
        store(url, "coinpaprika", ether(hours, 0, 3_100 + hours)[1])
    with api(url) as client:
        assert client.get("/data?ticker=ETH").json()["data"][0]["source"] == "coinpaprika"
    assert say(url, 7, 3_112, 3_111)["source"] == "coingecko"


def test_precedence_is_a_setting(ethereum: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_PRECEDENCE", "coinpaprika, csv")
    settings = load_settings()
    prepare_database(ethereum, streams_of(settings), settings.precedence)
    assert say(ethereum, 6.8, 3_006, 3_007)["source"] == "coinpaprika"
    monkeypatch.setenv("SOURCE_PRECEDENCE", "coingeko")
    with pytest.raises(SettingsError, match="SOURCE_PRECEDENCE: no source is called coingeko; there are: coingecko"):
        load_settings()


@pytest.mark.parametrize("seed", range(4))
def test_the_statement_for_plain_coins_and_the_judge_agree(url: URL, query: Query, seed: int) -> None:
    chance = random.Random(seed)
    for load in range(6):
        hours = min(7, load * chance.choice([0.5, 1, 1.4]))
        rows, others = [], []
        for n in range(20):
            price = 10.0 * (n + 1) * chance.uniform(0.98, 1.02) * chance.choice([1] * 40 + [0, 10, 0.1])
            rows.append(gecko(f"c{n}", f"c{n}", f"Coin {n}", n + 1, price, at(hours if chance.random() < 0.8 else 0)))
            if n % 3:
                other = price * chance.choice([1, 1, 1, 1.01, 3])
                others.append(paprika(f"p{n}", f"C{n}", f"Coin {n}", n + 1, other, at(hours)))
        store(url, "coingecko", *rows)
        store(url, "coinpaprika", *others)
    served = "select ticker, price_usd, source, observed_at, reason, flags, held_back from crypto_assets order by 1"
    once = query(served)
    with pytest.MonkeyPatch.context() as everything:  # as if every coin needed a closer look
        everything.setattr(unified_stage, "AGREE", -1e9)
        stages.load_unified(url, "again")
    assert query(served) == once
    stages.rebuild(url, [source.streams[0] for source in SOURCES.values()], "rebuild")
    assert query(served) == once
