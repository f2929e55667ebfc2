"""The simulator behaves as the upstreams do, and the same way each time."""

from __future__ import annotations

import time

import httpx
import pytest

from crypto_pipeline.simulator import coingecko, coinpaprika
from crypto_pipeline.simulator.faults import Fault
from crypto_pipeline.simulator.market import Market
from tests.conftest import Simulator, start_simulator


def test_the_same_seed_and_moment_give_the_same_market_and_time_moves_prices() -> None:
    assert coingecko.rows(Market(300, 7), 1e9) == coingecko.rows(Market(300, 7), 1e9)
    assert coingecko.rows(Market(300, 7), 1e9) != coingecko.rows(Market(300, 8), 1e9)
    early, late = (
        {r["id"]: r["current_price"] for r in coingecko.rows(Market(300, 7), at)} for at in (1e9, 1e9 + 3600)
    )
    assert sum(early[id_] != late[id_] for id_ in early) > 260


def test_both_providers_describe_the_same_coins_a_little_differently() -> None:
    market = Market(400)
    gecko = {(r["symbol"], r["name"]): r["current_price"] for r in coingecko.rows(market, 1e9)}
    paprika = {
        (r["symbol"].strip().lower(), r["name"]): r["quotes"]["USD"]["price"] for r in coinpaprika.rows(market, 1e9)
    }
    both = [key for key in gecko if key in paprika and gecko[key]]
    assert len(both) > 200
    assert all(abs(gecko[key] / paprika[key] - 1) < 0.2 for key in both)
    assert set(paprika) - set(gecko)


def test_the_long_tail_has_what_real_ones_have() -> None:
    rows = coingecko.rows(Market(2000), 1e9)
    assert len({row["symbol"] for row in rows}) < len(rows) * 0.9
    assert any(row["current_price"] is None for row in rows)
    assert any(row["current_price"] == 0 for row in rows)
    assert any(row["market_cap"] == 0 and row["market_cap_rank"] is None for row in rows)
    assert any(row["high_24h"] is None for row in rows)
    assert max(row["circulating_supply"] for row in rows) == 1e52
    assert min(row["current_price"] for row in rows if row["current_price"]) < 1e-16


@pytest.mark.parametrize("coins", [1, 20, 21, 20_000])
def test_a_market_can_be_small_or_large(coins: int) -> None:
    rows = coingecko.rows(Market(coins), 1e9)
    assert len({row["id"] for row in rows}) == coins
    assert len({row["id"] for row in coinpaprika.rows(Market(coins), 1e9)}) <= coins


def test_pages_are_250_at_most_and_end_in_an_empty_list(simulator: Simulator) -> None:
    url = f"{simulator.base}/api/v3/coins/markets?vs_currency=usd&per_page=251"
    pages = [httpx.get(f"{url}&page={page}").json() for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [250, 150, 0]


def test_answers_carry_validators_and_an_unchanged_one_is_304(simulator: Simulator) -> None:
    first = httpx.get(f"{simulator.base}/api/v3/coins/markets?vs_currency=usd")
    assert first.headers["etag"].startswith('W/"')
    assert "max-age=30" in first.headers["cache-control"]
    again = httpx.get(
        f"{simulator.base}/api/v3/coins/markets?vs_currency=usd", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_errors_look_like_the_providers(simulator: Simulator) -> None:
    assert httpx.get(f"{simulator.base}/api/v3/coins/markets").json() == {"error": "Missing parameter vs_currency"}
    missing = httpx.get(f"{simulator.base}/v1/coins/nope")
    assert (missing.status_code, missing.json()) == (404, {"error": "id not found"})
    slash = httpx.get(f"{simulator.base}/v1/tickers/")
    assert (slash.status_code, slash.headers["content-type"].split(";")[0]) == (301, "text/html")


def test_the_rate_limit_answers_429_with_retry_after() -> None:
    process, simulator = start_simulator("--coins", "5", "--rate", "2")
    try:
        answers = [httpx.get(f"{simulator.base}/v1/tickers") for _ in range(3)]
    finally:
        process.kill()
        process.wait()
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "1"


def test_faults_come_with_their_probability_and_can_be_changed(simulator: Simulator) -> None:
    simulator.spoil({"path": "/v1/tickers", "kind": "500", "probability": 0.5})
    statuses = [httpx.get(f"{simulator.base}/v1/tickers").status_code for _ in range(40)]
    assert 5 < statuses.count(500) < 35
    assert httpx.get(f"{simulator.base}/feeds/x.xml").status_code == 200
    assert httpx.put(f"{simulator.base}/simulator/faults", content=b"nonsense").status_code == 400


def test_a_slow_drip_is_slow_and_whole(simulator: Simulator) -> None:
    simulator.spoil({"path": "/api/v3/coins/markets", "kind": "drip", "seconds": 0.01})
    started = time.monotonic()
    assert len(httpx.get(f"{simulator.base}/api/v3/coins/markets?vs_currency=usd").json()) == 100
    assert time.monotonic() - started > 0.4


@pytest.mark.parametrize("text", ["", "v1=500", "/v1=teapot", "/v1=500:often", "/v1=500:1:2:3"])
def test_a_fault_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Fault.parse(text)


def test_a_fault_is_read_from_the_command_line() -> None:
    assert Fault.parse("/v1/tickers=429:0.5:2") == Fault("/v1/tickers", "429", 0.5, 2.0)
