"""What cannot be stored is in quarantine, once, with the reason; its neighbours are stored."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts, Rejected
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.sources.inbox import Inbox
from tests.conftest import Simulator
from tests.loads import COINGECKO, CSV, TODAY, Query, fetched, market, store
from tests.upstream import reply, serving


@pytest.mark.parametrize("payload", [b'{"name": "\xff"}', b'{"name": "a\0b"}', b'{"a": 1'])
def test_what_json_cannot_hold_is_quarantined_and_its_neighbours_are_stored(
    url: URL, query: Query, payload: bytes
) -> None:
    neighbours = [market(id=f"c{n}", symbol=f"s{n}") for n in range(5)]
    assert store(url, *neighbours[:3], payload, *neighbours[3:]) == Counts(6, 5, 0, 1)
    ((text, reasons, stage),) = query("select payload, reasons, stage from quarantine")
    assert text == payload.decode("utf-8", "backslashreplace").replace("\0", "\\0")
    assert "json cannot hold" in reasons[0]
    assert stage == "raw"
    assert store(url, *neighbours[:3], payload, *neighbours[3:]) == Counts(6, 0, 6, 0)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": "a\0b"}, "name"),
        ({"name": "\ud800"}, "name"),
        ({"current_price": 1e200}, "price_usd"),
        ({"id": "x" * 600}, "source_id"),
        ({"symbol": None}, "symbol"),
    ],
)
def test_what_raw_can_hold_lies_there_byte_for_byte_and_is_refused_by_the_next_stage(
    url: URL, query: Query, values: dict[str, Any], says: str
) -> None:
    payload = market(**values)
    assert store(url, payload, ids=[None]) == Counts(1, 1, 0, 0)
    assert query("select payload::text from raw_coingecko") == [(payload.decode(),)]
    assert stages.load_rows(url, COINGECKO, "run") == Counts(1, 0, 0, 1)
    assert says in query("select reasons from quarantine")[0][0][0]


@pytest.mark.parametrize(
    "bad",
    [
        b'{"id": "x", "symbol": "x", "name": "x", "current_price": 1, "last_updated": "0000-01-01T00:00:00Z"}',
        b'{"id": "x", "symbol": "x", "name": "x", "current_price": 1, "last_updated": "0001-01-01T00:00:00+14:00"}',
        b'{"id": "x", "symbol": "x", "name": "x", "current_price": 1, "last_updated": "now"}',
        b'{"id": "x", "symbol": "x", "name": "x", "current_price": 1e400, "last_updated": "2026-05-01"}',
        b'{"id": "x", "symbol": "x", "name": "\\ud800", "current_price": 1, "last_updated": "2026-05-01"}',
        b'{"id": "\xff", "symbol": "x", "name": "x", "current_price": 1, "last_updated": "2026-05-01"}',
        b'{"id": "' + bytes(range(97, 123)) * 400 + b'", "symbol": "x", "name": "x", "current_price": 1, "last_updated": "2026-05-01"}',
        b'{"id": "x", "symbol": "x", "name": "x", "current_price": NaN, "last_updated": "2026-05-01"}',
    ],
)  # fmt: skip
def test_one_bad_record_in_a_snapshot_is_quarantined_and_the_others_are_stored(
    url: URL, query: Query, bad: bytes
) -> None:
    body = b"[" + b",".join([market(), bad, market(id="eth", symbol="eth", name="Ethereum")]) + b"]"
    with serving(lambda handler: reply(handler, body)) as base:
        mine = Settings(coingecko_base_url=base, coingecko_top=3, http_attempts=1)
        raw_counts = stages.load_raw(url, mine, COINGECKO, TODAY, "run")
    counts = stages.load_rows(url, COINGECKO, "run")
    assert raw_counts.received == 3
    assert counts.stored == 2
    assert raw_counts.quarantined + counts.quarantined == 1
    assert len(query("select reasons from quarantine")) == 1


def test_records_that_are_no_objects_are_kept_raw_and_quarantined(url: URL, query: Query) -> None:
    assert store(url, b"7", b"null", b"[]", ids=[None, None, None], at=None) == Counts(3, 3, 0, 0)
    assert stages.load_rows(url, COINGECKO, "run") == Counts(3, 0, 0, 3)
    assert store(url, b"7", b"null", b"[]", ids=[None, None, None], at=None) == Counts(3, 0, 3, 0)
    assert {tuple(reasons) for (reasons,) in query("select reasons from quarantine")} != set()


def test_a_refused_csv_line_is_in_quarantine_once(url: URL, settings: Settings, query: Query) -> None:
    path = settings.csv_inbox / "a.csv"
    path.write_text("symbol,price_usd,created_at\nBTC,1,2024-01-01,9\nETH,x,2024-01-01\nXRP,1,2024-01-01\n")
    for _ in range(2):
        counts = stages.load_raw(url, settings, CSV, Inbox(settings.csv_inbox).partition_key(path), "run")
        stages.load_rows(url, CSV, "run")
    assert counts == Counts(3, 0, 3, 0)
    assert sorted(reasons[0] for (reasons,) in query("select reasons from quarantine")) == [
        "4 values for 3 columns",
        "price_usd: 'x' is not a number",
    ]


def test_counts_that_do_not_add_up_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="went missing"):
        Counts(3, 1, 1, 0)


def test_a_changed_schema_is_quarantined_row_by_row_with_nothing_lost(
    url: URL, settings: Settings, simulator: Simulator, query: Query
) -> None:
    simulator.spoil({"path": "/api/v3/coins/markets", "kind": "schema"})
    stages.load_raw(url, settings, COINGECKO, TODAY, "run")
    assert stages.load_rows(url, COINGECKO, "run") == Counts(400, 0, 0, 400)
    assert query("select distinct reasons from quarantine") == [(["price_usd is missing"],)]


def test_the_refused_rows_keep_their_raw_record(url: URL, query: Query) -> None:
    store(url, market(current_price=-1))
    stages.load_rows(url, COINGECKO, "run-7")
    assert query(
        "select q.run_id, r.payload->>'current_price' from quarantine q join raw_coingecko r on r.seq = q.raw_seq"
    ) == [("run-7", "-1")]


def test_a_refusal_survives_characters_that_text_cannot_hold(url: URL, query: Query) -> None:
    broken = Fetched(TODAY, fetched().batch, [Rejected(b"a\0b\xff", ("has \0",), "id\0")])
    assert stages.store_raw(url, COINGECKO, "run", broken) == Counts(1, 0, 0, 1)
    assert query("select payload, reasons, source_id from quarantine") == [("a\\0b\\xff", ["has \\0"], "id\\0")]
