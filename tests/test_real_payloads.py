"""What the upstreams really sent, served again: every record accounted for, every number as it was."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.records import Counts
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS
from tests.conftest import SHARED, start_simulator
from tests.homes import contents
from tests.loads import COINGECKO, COINPAPRIKA

RECORDINGS = SHARED / "real"
pytestmark = pytest.mark.skipif(not RECORDINGS.is_dir(), reason="the recorded payloads are not here")
TODAY = f"{datetime.now(UTC):%Y-%m-%d}"
PATHS = {
    "coingecko": ["current_price", "market_cap", "total_volume", "price_change_percentage_1h_in_currency", "price_change_percentage_24h",
                  "price_change_percentage_7d_in_currency", "high_24h", "low_24h", "circulating_supply", "total_supply", "max_supply"],
    "coinpaprika": ["quotes.USD.price", "quotes.USD.market_cap", "quotes.USD.volume_24h", "quotes.USD.percent_change_1h",
                    "quotes.USD.percent_change_24h", "quotes.USD.percent_change_7d", "", "", "circulating_supply", "total_supply", "max_supply"],
}  # fmt: skip


@pytest.fixture(scope="module")
def replay() -> Iterator[str]:
    process, simulator = start_simulator("--replay", str(RECORDINGS))
    yield simulator.base
    process.kill()
    process.wait()


@pytest.fixture
def loaded(replay: str, url: URL) -> Callable[[], dict[str, tuple[Counts, Counts]]]:
    settings = Settings(
        coingecko_base_url=f"{replay}/api/v3", coinpaprika_base_url=f"{replay}/v1", coingecko_rate_per_minute=999
    )

    def load() -> dict[str, tuple[Counts, Counts]]:
        counts = {}
        for name in ("coingecko", "coinpaprika"):
            raw = stages.load_raw(url, settings, SOURCES[name].streams[0], TODAY, "run")
            counts[name] = raw, stages.load_rows(url, SOURCES[name].streams[0], "run")
        stages.load_unified(url, "run")
        return counts

    return load


def test_every_recorded_row_is_stored_once(loaded: Any, query: Any) -> None:
    assert loaded() == {
        "coingecko": (Counts(250, 250, 0, 0), Counts(250, 250, 0, 0)),
        "coinpaprika": (Counts(3795, 3795, 0, 0), Counts(3795, 3795, 0, 0)),
    }
    version = query("select version from data_version")
    assert loaded() == {
        "coingecko": (Counts(250, 0, 250, 0), Counts()),
        "coinpaprika": (Counts(3795, 0, 3795, 0), Counts()),
    }
    assert query("select version from data_version") == version


@pytest.mark.parametrize("name", ["coingecko", "coinpaprika"])
def test_every_stored_number_prints_back_as_the_payloads(loaded: Any, query: Any, name: str) -> None:
    loaded()
    rows = query(
        f"select r.payload, {', '.join(f'q.{c}::text' for c in QUOTE_NUMBERS)} from source_quotes q"
        f" join listings using (listing_id) join raw_{name} r on r.seq = q.raw_seq where source = %s",
        name,
    )
    compared = different = 0
    for payload, *stored in rows:
        for path, text in zip(PATHS[name], stored, strict=True):
            sent = payload
            for step in filter(None, path.split(".")):
                sent = sent.get(step) if isinstance(sent, dict) else None
            if text is None:
                # nothing is stored only where nothing was sent, or what means unknown
                assert not path or sent in (None, 0, 2**63 - 1), (path, sent)
                continue
            compared += 1
            # an integer beyond 2^53 is exact in raw only
            if not (isinstance(sent, int) and abs(sent) > 2**53):
                assert float(text) == sent, (path, sent, text)
            elif int(float(text)) != sent:
                different += 1
                assert math.isclose(float(text), sent)
    assert compared > 2000
    assert different <= 3


def test_the_same_coin_of_both_sources_is_one_and_namesakes_are_not(loaded: Any, query: Any) -> None:
    loaded()
    assert query("select count(*), max(sources) from crypto_assets where ticker = 'BTC'") == [
        (1, ["coingecko", "coinpaprika"])
    ]
    assert query("select ticker from crypto_assets where name = 'Hydro Protocol'") == [("HOT-HYDRO-PROTOCOL",)]
    assert query("select ticker from crypto_assets where symbol = 'HOT' and name = 'Holo'") == [("HOT",)]


def test_replayed_rebuilt_or_undone_and_taken_back_the_tables_are_the_same(loaded: Any, url: URL, query: Any) -> None:
    loaded()
    before, streams = contents(url), [COINGECKO, COINPAPRIKA]
    for stream in streams:
        assert stages.replay(url, stream, 0, "replay").received == len(before[f"raw_{stream.source.name}"])
    stages.load_unified(url, "replay")
    assert contents(url) == before
    stages.rebuild(url, streams, "rebuild")
    assert contents(url) == before
    stages.undo(url, streams, "run", "undo")
    assert query("select count(*) from crypto_assets") == [(0,)]
    stages.undo(url, streams, "undo", "undo of the undo")
    assert contents(url) == before
