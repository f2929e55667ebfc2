"""The stages on a real database: nothing lost, nothing twice, all or nothing."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.errors import SourceError
from crypto_pipeline.warehouse import raw
from crypto_pipeline.warehouse.connect import connect, dsn
from crypto_pipeline.warehouse.partitions import ensure_partitions
from crypto_pipeline.warehouse.writer import open_stage
from tests.conftest import Simulator
from tests.loads import COINGECKO, COINPAPRIKA, TODAY, Query, fetched, load_all, market, store, version


def test_a_load_stores_every_record_and_a_second_one_changes_nothing(
    url: URL, settings: Settings, query: Query
) -> None:
    first = load_all(url, settings)
    assert first["raw coingecko"] == Counts(400, 400, 0, 0)
    assert first["coingecko"] == Counts(400, 399, 0, 1)
    assert query("select source_id, reasons from quarantine") == [("hyper-yield-389", ["price_usd is missing"])]
    before = (
        version(query),
        query("select * from crypto_assets order by ticker"),
        query("select * from etl_checkpoints"),
    )
    again = load_all(url, settings)
    assert again["raw coingecko"] == Counts(400, 0, 400, 0)
    assert again["raw rss"] == again["coingecko"] == Counts()
    assert before == (
        version(query),
        query("select * from crypto_assets order by ticker"),
        query("select * from etl_checkpoints"),
    )


def test_both_sources_describe_one_coin_and_the_freshest_speaks(url: URL, settings: Settings, query: Query) -> None:
    load_all(url, settings)
    ((symbol, source, sources, price, spread),) = query(
        "select symbol, source, sources, price_usd, spread_percent from crypto_assets where ticker = 'BTC'"
    )
    prices = dict(
        query(
            "select source, price_usd from source_quotes join listings using (listing_id)"
            " join assets using (asset_id) where ticker = 'BTC'"
        )
    )
    assert (symbol, sources, price) == ("BTC", ["coingecko", "coinpaprika"], prices[source])
    assert spread == pytest.approx((max(prices.values()) / min(prices.values()) - 1) * 100)


def test_every_bearer_of_a_symbol_is_a_coin_of_its_own(url: URL, settings: Settings, query: Query) -> None:
    load_all(url, settings)
    rows = query("select ticker, name from assets where symbol = 'BTC' and origin = 'coingecko' order by asset_id")
    assert ("BTC", "Bitcoin") in rows
    assert len(rows) > 1
    assert len({ticker for ticker, _ in rows}) == len(rows)


def test_a_corrected_record_of_the_same_moment_wins_and_a_repeated_one_changes_nothing(url: URL, query: Query) -> None:
    store(url, market())
    assert stages.load_rows(url, COINGECKO, "run") == Counts(1, 1, 0, 0)
    store(url, market(current_price=6.0))
    assert stages.load_rows(url, COINGECKO, "run") == Counts(1, 1, 0, 0)
    store(url, market(current_price=6.0, ath=1))  # another payload, the same quote
    assert stages.load_rows(url, COINGECKO, "run") == Counts(1, 0, 1, 0)
    assert query("select price_usd from market_quotes") == query("select price_usd from source_quotes") == [(6.0,)]


def test_an_older_quote_joins_the_history_and_leaves_the_latest_alone(url: URL, query: Query) -> None:
    store(url, market())
    store(url, market(last_updated="2025-01-01T00:00:00Z", current_price=1.0))
    stages.load_rows(url, COINGECKO, "run")
    assert query("select price_usd from market_quotes order by observed_at") == [(1.0,), (5.0,)]
    assert query("select price_usd from source_quotes") == [(5.0,)]


def test_a_renamed_coin_keeps_its_ticker(url: URL, query: Query) -> None:
    store(url, market())
    stages.load_rows(url, COINGECKO, "run")
    store(url, market(symbol="xbt", name="Bitcoin Core", last_updated="2026-05-02T00:00:00Z"))
    stages.load_rows(url, COINGECKO, "run")
    assert query("select ticker, symbol, name from assets") == [("BTC", "XBT", "Bitcoin Core")]


def test_an_id_that_comes_twice_in_one_snapshot_is_one_quote_and_a_revision(url: URL, query: Query) -> None:
    assert store(url, market(), market(), market(current_price=6.0), ids=["bitcoin"] * 3) == Counts(3, 2, 1, 0)
    assert stages.load_rows(url, COINGECKO, "run") == Counts(2, 2, 0, 0)
    assert query("select price_usd from source_quotes") == query("select price_usd from market_quotes") == [(6.0,)]
    assert query("select price_usd from quote_revisions") == [(5.0,)]


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"kind": "500"}, "server error.*HTTP 500: internal server error"),
        ({"kind": "429", "seconds": 60}, "rate limited.*exceeded the Rate Limit., retry after 60 s"),
        ({"kind": "cut"}, "answer cut off"),
        ({"kind": "html"}, "not JSON.*text/html"),
        ({"kind": "401"}, "not authorized.*API Key Missing.*COINGECKO_API_KEY"),
        ({"kind": "timeout", "seconds": 2}, "timed out"),
        ({"kind": "drip", "seconds": 0.5}, "timed out.*still sending"),
    ],
)
def test_a_fault_stores_nothing_says_what_it_is_and_the_next_load_catches_up(
    url: URL, settings: Settings, simulator: Simulator, query: Query, fault: dict[str, Any], says: str
) -> None:
    simulator.spoil({"path": "/api/v3/coins/markets", **fault})
    with pytest.raises(SourceError, match=says):
        stages.load_raw(url, settings, COINGECKO, TODAY, "run")
    assert query("select count(*) from raw_coingecko") == [(0,)]
    assert (version(query), query("select * from etl_checkpoints")) == (0, [])
    simulator.spoil()
    assert stages.load_raw(url, settings, COINGECKO, TODAY, "run").stored == 400


def test_an_unreachable_upstream_is_an_error_never_zero_rows(url: URL, settings: Settings) -> None:
    gone = settings.model_copy(update={"coingecko_base_url": "http://127.0.0.1:9/api/v3"})
    with pytest.raises(SourceError, match="unreachable"):
        stages.load_raw(url, gone, COINGECKO, TODAY, "run")


def test_a_stage_that_fails_anywhere_leaves_no_trace(url: URL, query: Query) -> None:
    ensure_partitions(url, "raw_coingecko", ["2026-05"])
    with (
        pytest.raises(RuntimeError, match="lost power"),
        open_stage(url, "coingecko", "snapshot", "raw", "run") as stage,
    ):
        raw.append_raw(stage, fetched(market()).batch, TODAY)
        raise RuntimeError("lost power")
    for table in ("raw_coingecko", "quarantine", "etl_checkpoints"):
        assert query(f"select count(*) from {table}") == [(0,)]
    assert version(query) == 0


def test_two_writers_of_one_stage_queue_and_store_everything_once(url: URL, settings: Settings, query: Query) -> None:
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for source in (COINGECKO, COINPAPRIKA):
                stages.load_raw(url, settings, source, TODAY, "run")
                stages.load_rows(url, source, "run")
            stages.load_unified(url, "run")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert query("select count(*), count(distinct content_hash) from raw_coingecko") == [(400, 400)]
    assert query("select count(*) from source_quotes join listings using (listing_id) where source = 'coingecko'") == [
        (399,)
    ]
    assert query("select count(*) from crypto_assets") == query("select count(*) from assets")


def test_different_sources_that_meet_a_coin_at_once_make_it_once(url: URL, query: Query) -> None:
    store(url, market())
    paprika = {"id": "btc-bitcoin", "symbol": "BTC", "name": "Bitcoin", "quotes": {"USD": {"price": 5.0}}}
    payload = json.dumps({**paprika, "last_updated": "2026-05-01T00:00:00Z"}).encode()
    stages.store_raw(url, COINPAPRIKA, "run", fetched(payload))
    threads = [threading.Thread(target=stages.load_rows, args=(url, s, "run")) for s in (COINGECKO, COINPAPRIKA)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert query("select ticker from assets") == [("BTC",)]
    assert query("select count(*) from listings") == [(2,)]


def test_a_backlog_longer_than_a_batch_is_worked_off_batch_by_batch(
    url: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "BATCH", 3)
    monkeypatch.setattr(raw.read_raw, "__defaults__", (3,))
    store(url, *(market(id=f"c{n}", symbol=f"s{n}", name=f"n{n}") for n in range(8)))
    assert stages.load_rows(url, COINGECKO, "run") == Counts(8, 8, 0, 0)
    assert query("select count(*) from assets") == [(8,)]


def test_quotes_of_different_months_lie_in_different_partitions(url: URL, query: Query) -> None:
    times = ["2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z", "2025-01-31T00:00:00Z"]
    store(url, *(market(last_updated=time) for time in times))
    stages.load_rows(url, COINGECKO, "run")
    assert query("select tableoid::regclass::text, count(*) from market_quotes group by 1 order by 1") == [
        ("market_quotes_2024_12", 1),
        ("market_quotes_2025_01", 2),
    ]


def test_every_number_is_traceable_to_its_payload(url: URL, settings: Settings, query: Query) -> None:
    load_all(url, settings)
    ((price, payload),) = query(
        "select c.price_usd, r.payload from crypto_assets c join raw_coingecko r on r.seq = c.raw_seq where c.ticker = 'ETH'"
    )
    assert payload["current_price"] == price


def test_a_lost_database_is_an_error_that_hides_the_password(server: URL) -> None:
    from crypto_pipeline.warehouse.connect import DatabaseError

    gone = URL.create("postgresql", "me", "hunter2", "127.0.0.1", 9, "x")
    with pytest.raises(DatabaseError, match=r"postgresql://me:\*\*\*@127.0.0.1:9/x") as error, connect(gone):
        pass
    assert "hunter2" not in str(error.value)
    assert psycopg.conninfo.conninfo_to_dict(dsn(gone))["password"] == "hunter2"


def test_a_long_used_database_takes_the_next_load_like_an_empty_one(url: URL, query: Query) -> None:
    for day in range(1, 28):
        store(
            url,
            *(
                market(
                    id=f"c{n}", symbol=f"s{n}", name=f"n{n}", current_price=day + n, last_updated=f"2026-03-{day:02}"
                )
                for n in range(30)
            ),
        )
        stages.load_rows(url, COINGECKO, "run")
        stages.load_unified(url, "run")
    assert query("select count(*), sum(price_usd) from market_quotes") == [
        (27 * 30, sum(d + n for d in range(1, 28) for n in range(30)))
    ]
    assert query("select count(*), min(price_usd) from crypto_assets") == [(30, 27.0)]
    before = version(query)
    store(url, market(id="c0", symbol="s0", name="n0", current_price=1, last_updated="2026-03-01"))
    assert stages.load_rows(url, COINGECKO, "run").stored == 0
    assert version(query) == before


def test_a_file_in_the_inbox_becomes_quotes(url: URL, settings: Settings, query: Query, tmp_path: Path) -> None:
    (settings.csv_inbox / "a.csv").write_text(
        "symbol,name,price_usd,created_at\nBTC,Bitcoin,100,2024-01-01T00:00:00Z\nBTC,,99,2024-01-01T00:00:00Z\n"
    )
    load_all(url, settings)
    assert query(
        "select ticker, price_usd from source_quotes join listings using (listing_id) join assets using (asset_id)"
        " where source = 'csv' order by 2"
    ) == [
        ("BTC-2", 99.0),
        ("BTC", 100.0),
    ]
