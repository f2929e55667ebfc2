"""The other resources: a coin with its evidence, news, records, raw payloads, quarantine; and every list as a file."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet
import pytest
from sqlalchemy.engine import URL

from tests.api_fixtures import (
    Query,
    api,
    every_page,
    fill,
    gecko,
    store,
    store_article,
    store_payload,
)


@pytest.fixture
def filled(url: URL) -> URL:
    return fill(url)


def test_a_coin_comes_with_quotes_identities_and_links(filled: URL) -> None:
    with api(filled) as client:
        asset = client.get("/assets/btc").json()["data"]
        assert asset["coin"]["id"] == "BTC"
        assert {quote["source"]: quote["price_usd"] for quote in asset["quotes"]} == {
            "coingecko": 61_000.0,
            "coinpaprika": 60_100.0,
        }
        identities = {identity["source"]: identity for identity in asset["identities"]}
        assert identities["coingecko"]["method"] == "new"
        assert identities["coinpaprika"]["source_id"] == "btc-bitcoin"
        assert 0 < identities["coinpaprika"]["confidence"] <= 1
        assert identities["coinpaprika"]["evidence"]
        assert asset["spread_percent"] == pytest.approx((61_000 / 60_100 - 1) * 100)
        for link in asset["links"].values():
            assert client.get(link).status_code == 200
        for quoted in asset["quotes"]:
            payload = client.get(quoted["raw"]).json()["data"]["payload"]
            price = payload["current_price"] if "current_price" in payload else payload["quotes"]["USD"]["price"]
            assert price == quoted["price_usd"]


def test_every_row_names_the_very_payload_that_it_was_read_of(filled: URL) -> None:
    with api(filled) as client:
        for path in ("/data", "/data?source=coinpaprika", "/records?category=quote"):
            for row in client.get(path).json()["data"]:
                raw = client.get(row["raw"]).json()["data"]
                assert row["raw"] == f"/raw/{raw['seq']}"
                payload = raw["payload"]
                price = payload["current_price"] if "current_price" in payload else payload["quotes"]["USD"]["price"]
                assert price == row.get("price_usd", row.get("value"))
                assert raw["source"] == row.get("source", row.get("source_type"))
        assert client.get("/news").json()["data"][0]["raw"].startswith("/raw/")
        assert client.get("/raw/999999999999").json()["type"] == "/problems/not-found"
        for number in (10**30, -1, -(10**30)):
            assert client.get(f"/raw/{number}").status_code == 404
        assert "raw" in client.get("/data?format=csv&limit=1").text.splitlines()[0]


def test_a_coin_is_found_by_a_sources_own_id(filled: URL) -> None:
    with api(filled) as client:
        found = client.get("/assets?source=coinpaprika&source_id=btc-bitcoin").json()["data"]
        assert found == client.get("/assets/BTC").json()["data"]
        assert client.get("/assets?source=coingecko&source_id=nobody").status_code == 404
        for query in ("", "?source=coingecko", "?source=nobody&source_id=x", "?source_id=bitcoin"):
            assert client.get(f"/assets{query}").status_code == 400, query


def test_raw_payloads_come_newest_first_whatever_their_id_looks_like(filled: URL) -> None:
    strange = "a/b//c?d=é&%"
    store(filled, "coingecko", gecko(strange, "str", "Strange", 9, 1.0))
    with api(filled) as client:
        prices = [row["payload"]["current_price"] for row in client.get("/raw/coingecko/bitcoin").json()["data"]]
        assert prices == [61_000.0, 60_000.0]
        assert len(every_page(client, "/raw/coingecko/bitcoin?limit=1")) == 2
        (row,) = client.get(f"/raw/coingecko/{quote(strange, safe='')}").json()["data"]
        assert row["source_id"] == strange
        assert client.get("/raw/coingecko/nothing").status_code == 404


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Ethereum climbs", "Nothing happens", "Bitcoin slips"]),
        ("ticker=BTC", ["Bitcoin slips"]),
        ("ticker=eth", ["Ethereum climbs", "Nothing happens"]),
        ("feed=wire", ["Ethereum climbs"]),
        ("search=SLIPS", ["Bitcoin slips"]),
        ("since=2026-05-02&until=2026-05-02", ["Nothing happens"]),
    ],
)
def test_news_can_be_narrowed(filled: URL, query: str, titles: list[str]) -> None:
    with api(filled) as client:
        assert [article["title"] for article in client.get(f"/news?{query}").json()["data"]] == titles


def test_an_article_about_a_coin_with_a_longer_name_is_not_about_the_shorter_one(filled: URL) -> None:
    store(filled, "coingecko", gecko("bitcoin-cash", "bch", "Bitcoin Cash", 9, 400.0))
    store_article(filled, 4, "Bitcoin Cash (BCH) jumps", day=4)
    with api(filled) as client:
        assert [a["id"] for a in client.get("/news?ticker=BTC").json()["data"]] == ["a1"]
        assert [a["id"] for a in client.get("/news?ticker=BCH").json()["data"]] == ["a4"]


def test_one_article(filled: URL) -> None:
    with api(filled) as client:
        assert client.get("/news/a1").json()["data"]["title"] == "Bitcoin slips"
        assert client.get("/news/none").status_code == client.get("/news/%00").status_code == 404


def test_records_are_the_rows_of_their_view_newest_first(filled: URL, query: Query) -> None:
    rows = query('select * from records order by "timestamp" desc, id desc')
    with api(filled) as client:
        for limit in (1, 2, 50):
            found = every_page(client, f"/records?limit={limit}")
            assert [record["id"] for record in found] == [row[0] for row in rows]
    by_id = {row[0]: row for row in rows}
    for record in found:
        _, source, source_id, title, description, value, category, tags, _, ticker = by_id[record["id"]]
        assert (record["source_type"], record["source_id"], record["title"]) == (source, source_id, title)
        assert (record["description"], record["value"], record["category"]) == (description, value, category)
        assert (record["tags"], record["ticker"]) == (tags, ticker)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 7), ("category=news", 3), ("category=quote", 4), ("source_type=coinpaprika", 1), ("source_type=rss,csv", 3),
        ("ticker=BTC", 3), ("tag=ETH", 1), ("search=bitcoin", 4), ("since=2026-05-02", 3), ("until=2026-05-01", 4),
        ("since=2026-05-02&category=quote", 1),
    ],
)  # fmt: skip
def test_records_can_be_narrowed_and_counted(filled: URL, query: str, count: int) -> None:
    with api(filled) as client:
        assert len(every_page(client, f"/records?limit=2&{query}")) == count
        assert client.get(f"/records?limit=1&count=exact&{query}").json()["pagination"]["total"] == count
        assert client.get(f"/records?limit=1&count=estimated&{query}").json()["pagination"]["total_is"]


def test_an_exact_count_stops_at_ten_thousand_and_says_so(url: URL) -> None:
    from crypto_pipeline.warehouse.connect import connect

    with connect(url) as connection:
        connection.execute(
            "insert into news_articles (id, source, feed, guid, url, title, summary, tags, published_at, raw_seq)"
            " select n, 'rss', 'f', n, 'https://x.test', 't', '', '{}', now(), n from generate_series(1, 10050) n"
        )
    with api(url) as client:
        for path in ("/news", "/records"):
            pagination = client.get(f"{path}?limit=1&count=exact").json()["pagination"]
            assert (pagination["total"], pagination["total_is"]) == (10_000, "at_least")


def test_quarantine_by_source_and_reason_and_record_by_record(filled: URL) -> None:
    with api(filled) as client:
        (refused,) = client.get("/quality/quarantine?source=coingecko&reason=negative").json()["data"]
        assert refused["payload"]["id"] == "bad"
        assert refused["origin"] == "/test"
        assert refused["reasons"] == ["price_usd is negative"]
        assert client.get("/quality/quarantine?stage=raw").json()["data"] == []


@pytest.mark.parametrize("path", ["/data", "/news", "/records", "/raw/coingecko/bitcoin", "/quality/quarantine"])
def test_every_list_is_the_same_in_every_format(filled: URL, path: str) -> None:
    with api(filled) as client:
        expected = every_page(client, path)
        assert expected
        lines = client.get(path, headers={"Accept": "application/x-ndjson"})
        assert [json.loads(line) for line in lines.text.splitlines()] == expected
        text = client.get(f"{path}?format=csv")
        assert text.headers["content-type"].startswith("text/csv")
        assert ".csv" in text.headers["content-disposition"]
        rows = list(csv.DictReader(io.StringIO(text.text)))
        assert [list(row) for row in rows] == [list(row) for row in expected]
        parquet = pyarrow.parquet.read_table(io.BytesIO(client.get(f"{path}?format=parquet").content))
        arrow = pa.ipc.open_stream(client.get(f"{path}?format=arrow").content).read_all()
        for table in (parquet, arrow):
            assert table.column_names == list(expected[0])
            assert table.num_rows == len(expected)
        assert parquet.equals(arrow)
        first = client.get(f"{path}?format=ndjson&limit=1")
        assert [json.loads(line) for line in first.text.splitlines()] == expected[:1]


def test_numbers_in_files_are_the_payloads_and_text_cannot_be_a_formula(url: URL) -> None:
    prices = {"a": 3e-18, "b": 1e52, "c": 0.1 + 0.2, "d": 1.0}
    names = {"a": "=1+1", "b": "@SUM(A1)", "c": "-Coin", "d": "\tTab"}
    store(
        url,
        "coingecko",
        *(
            gecko(key, key, names[key].strip() if key == "d" else names[key], n + 1, prices[key])
            for n, key in enumerate(prices)
        ),
    )
    store(url, "coingecko", gecko("e", "e", "Falling", 9, 1.0, price_change_percentage_24h=-5.5))
    with api(url) as client:
        rows = list(csv.DictReader(io.StringIO(client.get("/data?format=csv").text)))
        table = pyarrow.parquet.read_table(io.BytesIO(client.get("/data?format=parquet").content))
    assert [float(row["price_usd"]) for row in rows[:4]] == list(prices.values()) == table["price_usd"].to_pylist()[:4]
    assert [row["name"] for row in rows[:3]] == ["'=1+1", "'@SUM(A1)", "'-Coin"]
    assert rows[4]["percent_change_24h"] == "-5.5"
    assert table["name"].to_pylist()[0] == "=1+1"


def test_a_file_beyond_the_configured_number_of_rows_is_refused_before_it_begins(url: URL) -> None:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0) for n in range(12)))
    with api(url, api_export_rows=10) as client:
        assert client.get("/data?format=csv").json()["type"] == "/problems/too-many-rows"
        assert client.get("/records?format=csv").json()["type"] == "/problems/too-many-rows"
        assert len(client.get("/data?format=csv&limit=12").text.splitlines()) == 13
        assert len(client.get("/data?format=csv&min_price=1&ticker=S1,S2").text.splitlines()) == 3


def test_an_unknown_ticker_helps_as_an_unknown_coin_does(filled: URL) -> None:
    with api(filled) as client:
        for path in ("/news?ticker=BTV", "/records?ticker=BTV"):
            answer = client.get(path)
            assert (answer.status_code, answer.json()["suggestions"]) == (404, ["BTC"])
            assert "Did you mean BTC?" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    ["/data?min_price=5&max_price=1", "/data?start_date=2026-05-02&end_date=2026-05-01", "/news?since=2026-05-02&until=2026-05-01",
     "/records?since=2026-05-02&until=2026-05-01T00:00:00Z"],
)  # fmt: skip
def test_bounds_the_wrong_way_round_are_a_fault_of_the_question(filled: URL, path: str) -> None:
    with api(filled) as client:
        answer = client.get(path)
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid-parameter")
    assert len(answer.json()["errors"]) == 2


@pytest.mark.parametrize(
    ("path", "meant"),
    [("/data?from=2026-05-01", "start_date"), ("/news?to=2026-05-01", "until"), ("/data?per_page=5", "limit"),
     ("/data?q=btc", "search")],
)  # fmt: skip
def test_what_other_resources_call_a_parameter_is_understood_as_a_question(filled: URL, path: str, meant: str) -> None:
    with api(filled) as client:
        assert f"Did you mean {meant}?" in client.get(path).json()["detail"]


def test_a_payload_with_a_number_of_thousands_of_digits_is_given_as_it_came(url: URL) -> None:
    number = "9" * 5_000
    row = json.dumps(gecko("big", "big", "Big", 1, 1.0)).replace('"total_volume"', f'"n": {number}, "total_volume"')
    store_payload(url, "coingecko", "big", row)
    with api(url) as client:
        assert number in client.get("/raw/coingecko/big").text
        assert number in client.get("/raw/coingecko/big?format=csv").text
