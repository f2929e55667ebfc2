"""`/data`: filters, order, pages, sparse rows, and the record as one source sees it."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from tests.api_fixtures import api, every_page, gecko, paprika, store
from tests.conftest import start_simulator, upstream_variables

COINS = [
    gecko("bitcoin", "btc", "Bitcoin", 1, 60_000.0),
    gecko("ethereum", "eth", "Ethereum", 2, 3_000.0, "2026-05-01T09:00:00Z"),
    gecko("holo", "hot", "Holo", 3, 0.002),
    gecko("hydro", "hot", "Hydro Protocol", None, 0.001),
    gecko("bitcoin-cash", "bch", "Bitcoin Cash", 4, 400.0),
    gecko("rabbit", "rbt", "A Bit of Rabbit", 5, 3e-18),
]


def tickers(answer: Any) -> list[str]:
    return [coin["ticker"] for coin in answer.json()["data"]]


@pytest.fixture
def filled(url: URL) -> URL:
    store(url, "coingecko", *COINS)
    return url


def test_the_answer_has_data_pagination_and_meta(filled: URL) -> None:
    with api(filled) as client:
        answer = client.get("/data?limit=2", headers={"X-Request-ID": "mine-1"})
    body = answer.json()
    assert list(body) == ["data", "pagination", "meta"]
    assert body["data"][0]["id"] == body["data"][0]["ticker"] == "BTC"
    assert body["pagination"]["returned"] == body["pagination"]["limit"] == 2
    assert body["pagination"]["total"] == 6
    assert body["meta"]["request_id"] == answer.headers["x-request-id"] == "mine-1"
    assert body["meta"]["data_version"] > 0
    assert body["meta"]["api_latency_ms"] > 0
    assert f"cursor={body['pagination']['next_cursor']}" in answer.headers["link"]


def test_an_empty_database_gives_an_empty_page(url: URL) -> None:
    with api(url) as client:
        body = client.get("/data").json()
    assert (body["data"], body["pagination"]["total"], body["pagination"]["next_cursor"]) == ([], 0, None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["BTC", "ETH", "HOT", "BCH", "RBT", "HOT-HYDRO-PROTOCOL"]),
        ("ticker=hot", ["HOT"]),
        ("ticker=BTC,ETH", ["BTC", "ETH"]),
        ("ticker=BTC&ticker=ETH", ["BTC", "ETH"]),
        ("symbol=HOT", ["HOT", "HOT-HYDRO-PROTOCOL"]),
        ("search=bit", ["BTC", "BCH", "RBT"]),  # those that begin so come first
        ("search=%25", []),  # no wildcard
        ("min_price=400&max_price=3000", ["ETH", "BCH"]),
        ("min_market_cap=4e11", ["BTC", "ETH"]),
        ("max_volume=1", []),
        ("start_date=2026-05-01T10:30:00%2B02:00", ["ETH"]),
        ("start_date=2026-05-01T10:30:00+02:00", ["ETH"]),  # a + that was not encoded
        ("end_date=2026-05-01T08:30:00", ["BTC", "HOT", "BCH", "RBT", "HOT-HYDRO-PROTOCOL"]),
        ("end_date=2026-05-01&limit=1", ["BTC"]),  # a date as an end is its whole day
        ("sort=price", ["RBT", "HOT-HYDRO-PROTOCOL", "HOT", "BCH", "ETH", "BTC"]),
        ("sort=-price&limit=2", ["BTC", "ETH"]),
        ("sort=-rank", ["RBT", "BCH", "HOT", "ETH", "BTC", "HOT-HYDRO-PROTOCOL"]),  # unknown values last
        ("sort=name&limit=2", ["RBT", "BTC"]),
        ("sort=volume", ["BCH", "BTC", "ETH", "HOT", "HOT-HYDRO-PROTOCOL", "RBT"]),  # ties by ticker
        ("sort=-observed_at&limit=1", ["ETH"]),
        ("sort=volume,-price", ["BTC", "ETH", "BCH", "HOT", "HOT-HYDRO-PROTOCOL", "RBT"]),
        ("sort=-volume&sort=ticker&limit=2", ["BCH", "BTC"]),
        ("limit=2&offset=1", ["ETH", "HOT"]),
        ("page=2&page_size=4", ["RBT", "HOT-HYDRO-PROTOCOL"]),
    ],
)
def test_filters_and_sorts(filled: URL, query: str, expected: list[str]) -> None:
    with api(filled) as client:
        assert tickers(client.get(f"/data?{query}")) == expected


def test_fields_gives_only_what_is_asked_for(filled: URL) -> None:
    with api(filled) as client:
        assert client.get("/data?limit=1&fields=price_usd,ticker").json()["data"] == [
            {"price_usd": 60_000.0, "ticker": "BTC"}
        ]


def test_btc_is_one_record_also_as_each_source_sees_it(url: URL) -> None:
    store(url, "coingecko", *COINS)
    store(url, "coinpaprika", paprika("btc-bitcoin", "BTC", "Bitcoin", 1, 60_100.0))
    with api(url) as client:
        for query, price in (("", 60_000.0), ("&source=coingecko", 60_000.0), ("&source=coinpaprika", 60_100.0)):
            (coin,) = client.get(f"/data?ticker=BTC{query}").json()["data"]
            assert (coin["id"], coin["price_usd"], coin["sources"]) == ("BTC", price, ["coingecko", "coinpaprika"])
        assert client.get("/data?ticker=BTC&source=csv").json()["data"] == []


def test_a_cursor_is_refused_for_another_query_and_when_it_is_damaged(filled: URL) -> None:
    with api(filled) as client:
        cursor = client.get("/data?limit=2").json()["pagination"]["next_cursor"]
        assert tickers(client.get(f"/data?limit=3&cursor={cursor}")) == ["HOT", "BCH", "RBT"]  # another limit is fine
        for path in (
            f"/data?sort=price&cursor={cursor}",
            f"/data?min_price=1&cursor={cursor}",
            f"/news?cursor={cursor}",
            f"/data?cursor={cursor[:-2]}",
            "/data?cursor=x",
            "/data?cursor=AAAA",
        ):
            problem = client.get(path)
            assert (problem.status_code, problem.json()["type"]) == (400, "/problems/invalid-cursor"), path


def test_deep_pages_point_to_cursors(filled: URL) -> None:
    with api(filled) as client:
        assert client.get("/data?offset=10000").status_code == 200
        assert client.get("/data?offset=10001").json()["type"] == "/problems/invalid-parameter"
        problem = client.get("/data?page=1000&page_size=500").json()
        assert problem["type"] == "/problems/too-deep"
        assert "next_cursor" in problem["detail"]
        assert client.get("/data?page=2&offset=3").status_code == 400


def test_count_says_what_it_knows(filled: URL) -> None:
    with api(filled) as client:
        for mode, total in (("none", None), ("estimated", 6), ("exact", 6), ("auto", 6)):
            assert client.get(f"/data?limit=1&count={mode}").json()["pagination"]["total"] == total


def test_every_coin_is_visited_once_while_refreshes_change_the_order(url: URL) -> None:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(60)))
    for sort in ("rank", "-price"):
        seen: list[str] = []
        with api(url) as client:
            path = cursor = f"/data?limit=7&sort={sort}"
            hour = 9
            while cursor:
                answer = client.get(path).json()
                seen += [coin["ticker"] for coin in answer["data"]]
                cursor = answer["pagination"]["next_cursor"]
                path = f"/data?limit=7&sort={sort}&cursor={cursor}"
                # each load turns ranks and prices around
                turned = (
                    gecko(
                        f"c{n}",
                        f"s{n}",
                        f"Coin {n}",
                        60 - n if hour % 2 else n + 1,
                        1.0 + n * hour,
                        f"2026-05-0{1 + (sort == '-price')}T{hour:02}:00:00Z",
                    )
                    for n in range(60)
                )
                store(url, "coingecko", *turned)
                hour += 1
        assert sorted(seen) == sorted(f"S{n}" for n in range(60))


def test_a_cursor_goes_on_after_the_api_was_restarted(url: URL) -> None:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(20)))
    with api(url) as client:
        first = client.get("/data?limit=12").json()
    with api(url) as client:
        cursor = first["pagination"]["next_cursor"]
        rest = client.get(f"/data?limit=12&cursor={cursor}").json()
    assert [coin["rank"] for coin in first["data"] + rest["data"]] == list(range(1, 21))


@pytest.mark.e2e
def test_every_coin_of_a_real_load_is_visited_once_while_the_next_one_runs(url: URL, settings: Settings) -> None:
    process, simulator = start_simulator("--coins", "400")
    try:
        moving = Settings(
            **{**settings.model_dump(), **{k.lower(): v for k, v in upstream_variables(simulator.base).items()}}
        )
        _load(url, moving)
        with api(url) as client:
            expected = {row["ticker"] for row in every_page(client, "/data?limit=1000")}
            loading = threading.Thread(target=lambda: [_load(url, moving) for _ in range(3)])
            loading.start()
            seen = [row["ticker"] for row in every_page(client, "/data?limit=5")]
            loading.join()
    finally:
        process.kill()
        process.wait()
    assert len(seen) == len(set(seen))
    assert set(seen) == expected


def _load(url: URL, settings: Settings) -> None:
    from datetime import UTC, datetime

    source = SOURCES["coingecko"].streams[0]
    stages.load_raw(url, settings, source, f"{datetime.now(UTC):%Y-%m-%d}", "run")
    stages.load_rows(url, source, "run")
    stages.load_unified(url, "run")
