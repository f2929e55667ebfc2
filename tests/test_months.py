"""Closed months of the history are rewritten in key order, while everybody reads and nothing is lost."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse import months
from crypto_pipeline.warehouse.connect import connect
from tests.homes import contents
from tests.loads import COINGECKO, Query
from tests.test_history import bring

JUNE = datetime(2026, 6, 10, tzinfo=UTC)
ORDER = "select listing_id, observed_at from only market_quotes_2026_04 order by ctid"


@pytest.fixture
def filled(url: URL) -> URL:
    """Six loads of three coins in April, and one in this month."""
    for day in range(1, 7):
        rows = [{"id": f"c{n}", "last_updated": f"2026-04-0{day}T00:00:00Z", "current_price": day} for n in range(3)]
        bring(url, *rows)
    bring(url, {"id": "c0", "last_updated": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"})
    stages.load_rows(url, COINGECKO, "run")
    return url


def test_a_month_that_is_over_is_rewritten_by_its_asset_and_the_open_one_is_left(
    filled: URL, settings: Settings, query: Query
) -> None:
    before = contents(filled)
    assert months.closed_months(filled) == ["2026-04"]
    platform = Platform(settings)
    platform.url = filled
    with dg.instance_for_test() as instance:
        job = build(settings, platform=platform).resolve_job_def("order_closed_months")
        done = job.execute_in_process(instance=instance)
    (event,) = done.get_asset_materialization_events()
    metadata = event.step_materialization_data.materialization.metadata
    assert (metadata["months"].value, metadata["quotes"].value) == (["2026-04"], 18)
    assert query(ORDER) == sorted(query(ORDER))
    assert contents(filled) == before
    assert months.closed_months(filled) == []


def test_a_month_ends_three_days_before_it_is_closed(filled: URL) -> None:
    ends = datetime(2026, 5, 1, tzinfo=UTC)
    assert months.closed_months(filled, ends + timedelta(days=2)) == []
    assert months.closed_months(filled, ends + timedelta(days=4)) == ["2026-04"]


def test_late_quotes_and_corrections_still_find_their_month_and_another_rewriting(filled: URL, query: Query) -> None:
    months.cluster_month(filled, "2026-04")
    for day in range(1, 7):
        bring(filled, *({"id": f"c{n}", "last_updated": f"2026-04-0{day}T12:00:00Z"} for n in range(3)))
    bring(filled, {"id": "c1", "last_updated": "2026-04-03T00:00:00Z", "current_price": 9.5})
    assert stages.load_rows(filled, COINGECKO, "run").stored == 19
    assert query("select count(*) from quote_revisions") == [(1,)]
    with connect(filled, autocommit=True) as connection:
        connection.execute("analyze market_quotes_2026_04")
    assert months.closed_months(filled) == ["2026-04"]
    months.cluster_month(filled, "2026-04")
    assert query(ORDER) == sorted(query(ORDER))


def test_readers_go_on_while_a_month_is_copied_and_only_wait_for_the_exchange(
    filled: URL, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(months, "LOCK_SECONDS", 0.2)
    with connect(filled) as reader:  # a long query holds its lock until it ends
        reader.execute("select count(*) from market_quotes")
        thread = threading.Thread(target=months.cluster_month, args=(filled, "2026-04"))
        thread.start()
        thread.join(2)
        assert thread.is_alive()
        assert query("select count(*) from market_quotes") == [(19,)]  # others are not held up behind it for long
    thread.join(60)
    assert not thread.is_alive()
    assert query(ORDER) == sorted(query(ORDER))


def test_what_a_kill_left_is_removed_by_the_next_run(filled: URL, query: Query) -> None:
    with connect(filled) as connection:
        connection.execute("create table market_quotes_2026_04_ordered (odd text)")
    assert months.cluster_month(filled, "2026-04") == 18
    assert query("select to_regclass('market_quotes_2026_04_ordered')") == [(None,)]
