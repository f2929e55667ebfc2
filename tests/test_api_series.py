"""Prices over time: candles and points of coins, whoever tells them."""

from __future__ import annotations

import base64
import io
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import numpy as np
import pandas as pd
import pyarrow.parquet
import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.warehouse.connect import connect
from tests.api_fixtures import api, every_page, gecko, paprika, store

DAYS = [datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=n) for n in range(20)]


@pytest.fixture
def told(url: URL) -> URL:
    """Bitcoin as two sources tell it, and Ethereum as one does: twenty days, an hour after the other with gaps."""
    chosen = random.Random(1)
    rows: dict[str, list[Any]] = {"coingecko": [], "coinpaprika": []}
    for day in DAYS:
        for hour in range(0, 24, 3):
            at = f"{day + timedelta(hours=hour, minutes=chosen.randrange(60)):%Y-%m-%dT%H:%M:%SZ}"
            if day not in DAYS[5:7]:  # then coingecko says nothing of Bitcoin
                rows["coingecko"].append(gecko("bitcoin", "btc", "Bitcoin", 1, chosen.randrange(50_000, 60_000), at))
            rows["coinpaprika"].append(
                paprika("btc-bitcoin", "BTC", "Bitcoin", 1, chosen.randrange(50_000, 60_000), at)
            )
            rows["coingecko"].append(gecko("ethereum", "eth", "Ethereum", 2, chosen.randrange(2_000, 3_000), at))
    for source, found in rows.items():
        store(url, source, *found)
    stages.load_candles(url, "run")
    return url


@pytest.fixture
def client(told: URL) -> Iterator[TestClient[Any]]:
    with api(told) as client:
        yield client


RANGE = "start=2026-04-01&end=2026-04-20"


def rows_of(client: TestClient[Any], path: str) -> list[dict[str, Any]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["data"])


def believed(url: URL, source: str, coin: str) -> pd.DataFrame:
    """A source's quotes of a coin."""
    with connect(url) as connection:
        rows = connection.execute(
            "select observed_at, price_usd from market_quotes join listings using (listing_id)"
            " where source = %s and source_id = %s order by 1",
            (source, coin),
        ).fetchall()
    return pd.DataFrame(rows, columns=["at", "price"]).set_index("at")["price"]


@pytest.mark.parametrize(("interval", "rule"), [("5m", "5min"), ("1h", "h"), ("1d", "D"), ("1w", "W-MON")])
def test_a_sources_candles_are_those_of_its_quotes(
    client: TestClient[Any], told: URL, interval: str, rule: str
) -> None:
    closed = {"label": "left", "closed": "left"}
    wanted = believed(told, "coingecko", "bitcoin").resample(rule, **closed).ohlc().dropna()  # type: ignore[arg-type]
    found = rows_of(client, f"/assets/BTC/candles?interval={interval}&{RANGE}&source=coingecko")
    assert [row["opened_at"] for row in found] == [f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in wanted.index]
    for name, column in (("open", "open"), ("high", "high"), ("low", "low"), ("close", "close")):
        assert [row[f"{name}_usd"] for row in found] == wanted[column].tolist()
    points = rows_of(client, f"/assets/BTC/history?interval={interval}&{RANGE}&source=coingecko")
    assert [row["price_usd"] for row in points] == wanted["close"].tolist()


def test_raw_history_has_every_quote_of_every_source(client: TestClient[Any], told: URL) -> None:
    found = rows_of(client, f"/assets/btc/history?interval=raw&{RANGE}")
    assert len(found) == len(believed(told, "coingecko", "bitcoin")) + len(believed(told, "coinpaprika", "btc-bitcoin"))
    assert found == sorted(found, key=lambda row: row["at"])


def test_where_the_first_source_says_nothing_the_next_one_is_asked_and_the_switch_is_seen(
    client: TestClient[Any],
) -> None:
    found = rows_of(client, f"/assets/BTC/candles?{RANGE}")
    assert [row["opened_at"][:10] for row in found] == [f"{day:%Y-%m-%d}" for day in DAYS]
    assert [row["source"] for row in found] == ["coingecko"] * 5 + ["coinpaprika"] * 2 + ["coingecko"] * 13


def test_the_source_that_was_judged_to_be_right_is_the_one_that_is_told(client: TestClient[Any], told: URL) -> None:
    with connect(told) as connection:
        connection.execute("delete from verdicts")
        connection.execute(
            "insert into verdicts (asset_id, listing_id, since, until, reason, flags)"
            " select asset_id, listing_id, '2026-04-10 12:00+00', '2026-04-12 12:00+00', 'precedence', '{}'"
            " from listings where source_id = 'btc-bitcoin'"
        )
    found = {row["opened_at"][:10]: row["source"] for row in rows_of(client, f"/assets/BTC/candles?{RANGE}")}
    # a day is told by whom was believed at its end
    assert [found[f"2026-04-{day:02}"] for day in (9, 10, 11, 12)] == [
        "coingecko", "coinpaprika", "coinpaprika", "coingecko",
    ]  # fmt: skip
    hours = rows_of(client, "/assets/BTC/candles?interval=1h&start=2026-04-10&end=2026-04-10")
    assert [row["source"] for row in hours] == ["coingecko"] * 4 + ["coinpaprika"] * 4


def test_what_is_not_whole_is_said_to_be_partial(client: TestClient[Any], told: URL) -> None:
    now = datetime.now(UTC)
    store(told, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 1.0, f"{now:%Y-%m-%dT%H:%M:%SZ}"))
    stages.load_candles(told, "run")
    for interval in ("5m", "1h", "1d", "1w"):
        assert rows_of(client, f"/assets/BTC/candles?interval={interval}")[-1]["partial"]
    # of a past hour nothing will come; of a day some hours have no quote
    assert not any(row["partial"] for row in rows_of(client, f"/assets/BTC/candles?interval=1h&{RANGE}"))
    assert all(row["partial"] for row in rows_of(client, f"/assets/BTC/candles?{RANGE}"))


@pytest.mark.parametrize("interval", ["raw", "5m", "1h", "1d", "1w"])
def test_pages_together_are_the_whole_series(client: TestClient[Any], interval: str) -> None:
    path = f"/history?tickers=BTC,ETH&interval={interval}&{RANGE}"
    whole = rows_of(client, f"{path}&limit=10000")
    assert {row["ticker"] for row in whole} == {"BTC", "ETH"}
    for limit in (1, 7, 100) if len(whole) < 100 else (37, 100):
        assert every_page(client, f"{path}&limit={limit}") == whole
    assert len({(row["at"], row["ticker"], row["source"]) for row in whole}) == len(whole)


def test_files_and_columns_say_the_same_as_rows(client: TestClient[Any]) -> None:
    path = f"/history?tickers=BTC,ETH&{RANGE}"
    rows = rows_of(client, f"{path}&limit=10000")
    columns = client.get(f"{path}&limit=10000&shape=columns").json()
    assert pd.DataFrame(columns["data"]).to_dict("records") == rows
    assert columns["pagination"]["returned"] == len(rows)
    table = pyarrow.parquet.read_table(io.BytesIO(client.get(f"{path}&format=parquet").content))
    assert table.column("price_usd").to_pylist() == [row["price_usd"] for row in rows]
    lines = client.get(f"{path}&format=csv&fields=at,ticker,price_usd").text.splitlines()
    assert lines[0] == "at,ticker,price_usd"
    assert len(lines) == len(rows) + 1
    some = rows_of(client, f"{path}&fields=ticker,price_usd&limit=2")
    assert some == [{"ticker": row["ticker"], "price_usd": row["price_usd"]} for row in rows[:2]]


def test_a_closed_range_may_be_kept_and_an_open_one_is_asked_for_again(client: TestClient[Any]) -> None:
    closed, still = (client.get(f"/assets/BTC/candles{query}") for query in (f"?{RANGE}", ""))
    assert closed.headers["cache-control"] == "max-age=86400"
    assert still.headers["cache-control"] == "no-cache"
    again = client.get(f"/assets/BTC/candles?{RANGE}", headers={"If-None-Match": closed.headers["etag"]})
    assert again.status_code == 304


def test_times_go_by_every_usual_name(client: TestClient[Any]) -> None:
    wanted = rows_of(client, f"/assets/BTC/history?{RANGE}")
    for first, last in (("since", "until"), ("start_date", "end_date")):
        assert rows_of(client, f"/assets/BTC/history?{first}=2026-04-01&{last}=2026-04-20") == wanted
    assert rows_of(client, f"/history?ticker=BTC&{RANGE}") == wanted
    assert client.get("/data?since=2026-04-01&until=2026-05-01").status_code == 200
    assert client.get("/records?start=2026-04-01&end=2026-05-01").status_code == 200
    twice = client.get("/assets/BTC/history?start=2026-04-01&since=2026-04-02").json()
    assert (twice["status"], twice["errors"][0]["allowed"]) == (400, "given once")


def test_what_nobody_has_and_what_cannot_be_asked_is_said(client: TestClient[Any]) -> None:
    assert client.get("/assets/NONE/history").status_code == 404
    assert client.get(f"/history?tickers=BTC,NONE&{RANGE}").status_code == 404
    assert client.get("/history").json()["errors"][0]["parameter"] == "tickers"
    assert client.get("/assets/BTC/candles?interval=raw").status_code == 400
    assert client.get("/assets/BTC/candles?offset=5").status_code == 400
    assert client.get("/assets/BTC/history?cursor=xyz").json()["type"] == "/problems/invalid-cursor"
    assert rows_of(client, "/assets/ETH/history?source=coinpaprika") == []
    for start, end in (("0001-01-01", "0001-01-02"), ("9999-12-30", "9999-12-31"), ("0001-01-01", "9999-12-31")):
        for interval in ("raw", "5m", "1h", "1d", "1w"):
            found = client.get(f"/assets/ETH/history?start={start}&end={end}&interval={interval}")
            assert found.status_code == 200, found.text


def test_coins_are_compared_by_their_own_points(client: TestClient[Any]) -> None:
    asked = f"tickers=BTC,ETH&{RANGE}&source=coingecko"
    found = client.get(f"/compare?{asked}").json()["data"]
    rows = rows_of(client, f"/history?{asked}&limit=10000")
    frame = pd.DataFrame(rows).pivot_table(index="at", columns="ticker", values="price_usd")
    both = frame.dropna()
    assert found["base"] == both.index[0]
    assert found["at"] == list(frame.index)
    assert found["rebased"]["ETH"] == pytest.approx((frame["ETH"] / both["ETH"].iloc[0] * 100).tolist(), rel=1e-6)
    assert found["rebased"]["BTC"][5] is None  # it says nothing of those days
    returns = np.log(both).diff().dropna()
    assert found["correlation"]["BTC"]["ETH"] == pytest.approx(returns["BTC"].corr(returns["ETH"]), abs=1e-6)
    bitcoin, ether = found["coins"]
    own = frame["ETH"]
    assert ether["return_percent"] == pytest.approx((own.iloc[-1] / own.iloc[0] - 1) * 100, abs=1e-5)
    assert ether["drawdown_percent"] == pytest.approx((own / own.cummax() - 1).min() * 100, abs=1e-5)
    assert own[ether["drawdown_to"]] / own[ether["drawdown_from"]] - 1 == pytest.approx(
        ether["drawdown_percent"] / 100, abs=1e-6
    )
    assert ether["volatility_percent"] == pytest.approx(np.log(own).diff().std() * 365**0.5 * 100, abs=1e-4)
    assert (bitcoin["points"], ether["points"]) == (18, 20)


def test_what_cannot_be_compared_is_said(client: TestClient[Any]) -> None:
    assert client.get("/compare").status_code == 400
    assert client.get("/compare?tickers=BTC,NONE").status_code == 404
    assert client.get(f"/compare?tickers={','.join(f'C{n}' for n in range(11))}").status_code == 400
    nothing = client.get("/compare?tickers=BTC,ETH&start=2020-01-01&end=2020-02-01").json()["data"]
    assert (nothing["base"], nothing["at"], nothing["coins"][0]["points"]) == (None, [], 0)
    assert nothing["correlation"] == {"BTC": {"BTC": None, "ETH": None}, "ETH": {"BTC": None, "ETH": None}}


def test_the_market_is_the_sum_of_its_coins(url: URL) -> None:
    now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    changes = {"btc": 2.0, "eth": -3.0, "doge": 40.0, "ada": -50.0, "dead": 900.0}
    for rank, (coin, change) in enumerate(changes.items(), 1):
        at = now if coin != "dead" else "2020-01-01T00:00:00Z"
        more = {"market_cap": 100.0 / rank, "total_volume": 10.0, "price_change_percentage_24h": change}
        store(url, "coingecko", gecko(coin, coin, coin.upper(), rank, 1.0, at, **more))
    with api(url) as client:
        found = client.get("/market?movers=1").json()["data"]
        assert found["coins"] == 4  # what is old says nothing of now
        assert found["market_cap_usd"] == pytest.approx(100 + 50 + 100 / 3 + 25)
        assert found["volume_24h_usd"] == 40
        assert found["dominance_percent"]["BTC"] == pytest.approx(100 / found["market_cap_usd"] * 100)
        assert [mover["ticker"] for mover in found["gainers"]] == ["DOGE"]
        assert [mover["ticker"] for mover in found["losers"]] == ["ADA"]
        largest = client.get("/market?among=2").json()["data"]
        assert [mover["ticker"] for mover in largest["gainers"] + largest["losers"]] == ["BTC", "ETH"]
    with api(url) as client:
        assert client.get("/market?movers=1000").status_code == 400


def test_moments_at_the_ends_of_time_and_to_come_are_answered(client: TestClient[Any]) -> None:
    for asked in (
        "end=0001-06-01",
        "as_of=0001-01-02",
        "interval=raw&as_of=9999-12-31T23:59:59.999999Z",
        "end=9999-12-31",
    ):
        assert client.get(f"/assets/BTC/history?{asked}").status_code == 200, asked
    now = rows_of(client, f"/assets/BTC/candles?{RANGE}")
    assert rows_of(client, f"/assets/BTC/candles?{RANGE}&as_of=2100-01-01") == now
    whole = rows_of(client, "/assets/BTC/history?interval=1h&start=0001-01-01&end=9999-12-31&limit=10000")
    assert every_page(client, "/assets/BTC/history?interval=1h&start=0001-01-01&end=9999-12-31&limit=9") == whole


def test_a_cursor_of_ones_own_making_is_refused(client: TestClient[Any]) -> None:
    real = client.get(f"/history?tickers=BTC&{RANGE}&limit=1").json()["pagination"]["next_cursor"]
    name = msgspec.msgpack.decode(base64.urlsafe_b64decode(real + "=" * (-len(real) % 4)))[0]
    for last in (["2026-04-02T00:00:00", 1], ["yesterday", 1], [None, 1]):
        cursor = base64.urlsafe_b64encode(msgspec.msgpack.encode([name, last, 0, 0])).decode().rstrip("=")
        answer = client.get(f"/history?tickers=BTC&{RANGE}&limit=1&cursor={cursor}")
        assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid-cursor"), last
