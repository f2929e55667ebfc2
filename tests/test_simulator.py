"""The simulator behaves as the upstreams do, and the same way each time."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime

import httpx
import pytest

from crypto_pipeline.simulator import coingecko, coinpaprika
from crypto_pipeline.simulator.faults import Fault
from crypto_pipeline.simulator.market import Market
from tests.conftest import NOON, Simulator, start_simulator


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


def past(simulator: Simulator, path: str, **parameters: object) -> httpx.Response:
    return httpx.get(
        f"{simulator.base}{path}", params={name.rstrip("_"): str(value) for name, value in parameters.items()}
    )


def test_the_past_is_that_of_the_live_prices_at_each_providers_own_granularity(simulator: Simulator) -> None:
    now = datetime.fromisoformat(NOON).replace(tzinfo=UTC).timestamp()
    path = "/api/v3/coins/bitcoin/market_chart/range"
    steps = {1: 300, 30: 3_600, 90: 3_600, 200: 86_400}
    for days, step in steps.items():
        chart = past(simulator, path, vs_currency="usd", from_=now - days * 86_400, to=now).json()
        times = [at for at, _ in chart["prices"]]
        assert {later - at for at, later in itertools.pairwise(times[:-1])} == {step * 1_000}
        assert times[-1] == now * 1_000  # the extra point of just now
        live = httpx.get(f"{simulator.base}/api/v3/coins/markets?vs_currency=usd&per_page=1").json()[0]
        assert chart["prices"][-1][1] == pytest.approx(live["current_price"], rel=1e-6)
    daily = past(
        simulator, "/v1/tickers/btc-bitcoin/historical", start="2026-04-01", end="2026-04-11", interval="1d"
    ).json()
    assert [row["timestamp"] for row in daily][::9] == [
        "2026-04-01T00:00:00Z",
        "2026-04-10T00:00:00Z",
    ]  # the end is exclusive
    assert {"price", "volume_24h", "market_cap"} <= daily[0].keys()


def test_the_past_ends_where_a_plan_ends_and_says_so_as_the_providers_do(simulator: Simulator) -> None:
    path = "/api/v3/coins/bitcoin/market_chart/range"
    old = past(simulator, path, vs_currency="usd", from_=1_600_000_000, to=1_600_086_400)
    assert (old.status_code, old.json()["error"]["status"]["error_code"]) == (401, 10012)
    fine = past(simulator, "/v1/tickers/btc-bitcoin/historical", start="2026-04-30")  # 5m is the default
    assert fine.status_code == 402
    assert "is not allowed in this plan" in fine.json()["error"]
    assert past(simulator, "/v1/tickers/btc-bitcoin/historical", start="2024-04-30", interval="1d").status_code == 402
    for unknown in ("/v1/tickers/no-such/historical", "/api/v3/coins/no-such/market_chart/range"):
        assert past(simulator, unknown, start="2026-04-30", interval="1d").status_code == 404


def test_the_arrays_of_a_chart_are_not_all_equally_long(simulator: Simulator) -> None:
    path = "/api/v3/coins/bnb/market_chart/range"
    now = datetime.fromisoformat(NOON).replace(tzinfo=UTC).timestamp()
    chart = past(simulator, path, vs_currency="usd", from_=now - 86_400 * 5, to=now - 86_400).json()
    assert len(chart["prices"]) == len(chart["market_caps"]) == len(chart["total_volumes"]) + 1


def test_a_provider_corrects_its_past_when_it_is_told_to(simulator: Simulator) -> None:
    path, day = "/api/v3/coins/bitcoin/market_chart/range", datetime(2026, 4, 20, tzinfo=UTC).timestamp()
    asked = {"vs_currency": "usd", "from_": day, "to": day + 86_400 * 2}
    before = past(simulator, path, **asked).json()["prices"]
    correction = {"coin": "bitcoin", "start": day, "end": day + 3_600, "factor": 1.5}
    assert httpx.put(f"{simulator.base}/simulator/corrections", json=[correction]).status_code == 200
    after = past(simulator, path, **asked).json()["prices"]
    assert httpx.put(f"{simulator.base}/simulator/corrections", json=[]).json() == []
    assert after[0][1] == pytest.approx(before[0][1] * 1.5)
    assert after[1:] == before[1:]
    assert httpx.put(f"{simulator.base}/simulator/corrections", content=b"{}").status_code == 400
