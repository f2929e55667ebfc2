"""Whatever was answered once is answered again to who asks for that moment, whatever has been learned since."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse.connect import connect
from tests.api_fixtures import api, every_page, gecko, paprika, store

STREAMS = streams_of(Settings())
SPAN = "start=2026-05-01&end=2026-05-09"
QUESTIONS = [
    f"/assets/{coin}/{kind}?interval={interval}&{SPAN}{source}"
    for coin in ("BTC", "ETH")
    for kind, intervals in (("history", ("raw", "5m", "1h", "1d", "1w")), ("candles", ("1h", "1d")))
    for interval in intervals
    for source in ("", "&source=coingecko")
]


def answers(client: TestClient[Any], as_of: str | None = None) -> dict[str, Any]:
    found = {}
    for question in QUESTIONS:
        answer = client.get(question + (f"&as_of={as_of}" if as_of else ""))
        assert answer.status_code in (200, 404), answer.text
        found[question] = answer.json().get("data", [])
    return found


def bring(url: URL, chosen: random.Random, run: str) -> None:
    """A quote or its correction, of one of two coins, told by one of two sources."""
    at = f"2026-05-0{chosen.randrange(1, 4)}T0{chosen.randrange(3)}:0{chosen.randrange(0, 9, 4)}:00Z"
    price = float(chosen.randrange(90, 110))
    coin, name, rank = chosen.choice((("btc", "Bitcoin", 1), ("eth", "Ethereum", 2)))
    if chosen.random() < 0.6:
        store(url, "coingecko", gecko(f"{coin}-gecko", coin, name, rank, price, at), run=run)
    else:
        store(url, "coinpaprika", paprika(f"{coin}-paprika", coin.upper(), name, rank, price, at), run=run)


def move(url: URL, source_id: str, ticker: str) -> None:
    """A listing stands for another coin from now on."""
    with connect(url) as connection:
        connection.execute(
            "insert into identity_events (listing_id, kind, asset_id, symbol, name, method, confidence, evidence, known_at)"
            " select listing_id, 'linked', a.asset_id, l.symbol, l.name, 'review', 1, '{}', clock_timestamp()"
            " from listings l, assets a where source_id = %s and a.ticker = %s",
            (source_id, ticker),
        )
        connection.execute(
            "update listings set asset_id = (select asset_id from assets where ticker = %s) where source_id = %s",
            (ticker, source_id),
        )
        connection.execute("update data_version set version = version + 1")
    stages.load_unified(url, "moved")


@pytest.mark.parametrize("seed", range(3))
def test_refreshes_corrections_links_and_undos_change_nothing_of_what_was_answered(url: URL, seed: int) -> None:
    chosen = random.Random(seed)
    runs: list[str] = []
    told: list[tuple[str, dict[str, Any]]] = []
    with api(url, api_rate_per_minute=0) as client:
        for step in range(22):
            act = chosen.random()
            if runs and act < 0.3:
                run = runs[chosen.randrange(len(runs))]
                try:
                    stages.undo(url, STREAMS, run, f"undo {step}")
                    runs.append(f"undo {step}")
                except stages.UndoError:
                    pass  # it is undone already
            elif runs and act < 0.4:
                move(url, "btc-paprika", chosen.choice(("BTC", "ETH")))
            else:
                bring(url, chosen, f"run {step}")
                runs.append(f"run {step}")
            stages.load_candles(url, "run")
            client.app.services.database.version = None  # type: ignore[attr-defined] # nothing kept is answered
            told.append((datetime.now(UTC).isoformat().replace("+00:00", "Z"), answers(client)))
        for _ in range(2):
            for number, (moment, then) in enumerate(told):
                assert answers(client, moment) == then, (seed, number)
            stages.rebuild(url, STREAMS, "rebuild")  # and a rebuild keeps it so


def test_before_anything_was_known_there_was_nothing(url: URL) -> None:
    before = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    store(url, "coingecko", gecko("btc-gecko", "btc", "Bitcoin", 1, 5.0, "2026-05-01T00:00:00Z"))
    stages.load_candles(url, "run")
    with api(url) as client:
        assert client.get(f"/assets/BTC/history?{SPAN}&as_of={before}").json()["data"] == []
        kept = client.get("/assets/BTC/history?as_of=2026-06-01")
        assert kept.headers["cache-control"] == "max-age=86400"


def test_what_was_learned_of_the_past_is_a_feed(url: URL) -> None:
    at = "2026-05-01T00:00:00Z"
    store(url, "coingecko", gecko("btc-gecko", "btc", "Bitcoin", 1, 5.0, at), run="first")
    store(url, "coingecko", gecko("btc-gecko", "btc", "Bitcoin", 1, 6.0, at), run="second")
    store(url, "coinpaprika", paprika("eth-paprika", "ETH", "Ethereum", 2, 7.0, at), run="other")
    stages.undo(url, STREAMS, "second", "an undo")
    stages.undo(url, STREAMS, "other", "another undo")
    with api(url) as client:
        rows = client.get("/revisions").json()["data"]
        told = [(r["kind"], r["ticker"], r["price_usd_before"], r["price_usd_after"], r["run_id"]) for r in rows]
        assert told == [
            ("undo", "ETH", 7.0, None, "another undo"), ("undo", "BTC", 6.0, 5.0, "an undo"),
            ("correction", "BTC", 5.0, 6.0, "second"),
        ]  # fmt: skip
        assert client.get(rows[1]["raw"]).json()["data"]["payload"]["current_price"] == 5.0
    stages.undo(url, STREAMS, "an undo", "back")
    with api(url) as client:
        rows = client.get("/revisions?ticker=btc").json()["data"]
        told = [(r["kind"], r["price_usd_before"], r["price_usd_after"], r["run_id"]) for r in rows]
        assert told == [("undo", 5.0, 6.0, "back"), ("undo", 6.0, 5.0, "an undo"), ("correction", 5.0, 6.0, "second")]
        assert every_page(client, "/revisions?ticker=btc&limit=1") == rows
        assert client.get(f"/revisions?ticker=btc&since={rows[0]['learned_at']}").json()["data"] == rows[:1]
        assert client.get("/revisions?kind=correction&count=exact").json()["pagination"]["total"] == 1
        assert client.get("/revisions?source=coinpaprika").json()["data"][0]["ticker"] == "ETH"
        assert client.get("/revisions?ticker=none").status_code == 404
        assert len(client.get("/revisions?format=csv").text.splitlines()) == 5


def test_a_run_whose_quotes_were_corrected_since_can_be_undone_without_forgetting_what_was_answered(url: URL) -> None:
    at, moments = "2026-05-01T00:00:00Z", []

    def told(client: TestClient[Any], as_of: str = "") -> list[float]:
        found = client.get(f"/assets/BTC/history?interval=raw&{SPAN}{as_of and f'&as_of={as_of}'}")
        return [row["price_usd"] for row in found.json()["data"]]

    with api(url, api_rate_per_minute=0) as client:

        def note() -> None:
            client.app.services.database.version = None  # type: ignore[attr-defined]
            moments.append((datetime.now(UTC).isoformat().replace("+00:00", "Z"), told(client)))

        for number, price in enumerate((1.0, 2.0, 3.0)):
            store(url, "coingecko", gecko("btc-gecko", "btc", "Bitcoin", 1, price, at), run=f"run {number}")
            note()
        for undone in ("run 0", "run 1", "run 2", "undo run 1"):
            stages.undo(url, STREAMS, undone, f"undo {undone}")
            note()
        store(url, "coingecko", gecko("btc-gecko", "btc", "Bitcoin", 1, 4.0, at), run="run 4")
        note()
        stages.undo(url, STREAMS, "run 4", "undo run 4")
        note()
        assert [prices for _, prices in moments] == [[1], [2], [3], [3], [3], [], [2], [4], [2]]
        assert [told(client, moment) for moment, _ in moments] == [prices for _, prices in moments]
        stages.rebuild(url, STREAMS, "rebuild")
        assert [told(client, moment) for moment, _ in moments] == [prices for _, prices in moments]
