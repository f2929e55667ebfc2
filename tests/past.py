"""A market with a past, and databases that have its snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.stages import history
from tests.conftest import Simulator, simulating
from tests.loads import COINGECKO, COINPAPRIKA, TODAY

DAY = timedelta(days=1)
NOW = datetime.now(UTC).date()
GECKO, PAPRIKA = (SOURCES[name].streams[1] for name in ("coingecko", "coinpaprika"))
PAST = [NOW - DAY * n for n in range(120, 20, -1)]


@pytest.fixture(scope="module")
def _live() -> Iterator[Simulator]:
    with simulating("--coins", "50") as simulator:
        yield simulator


@pytest.fixture
def simulator(_live: Simulator) -> Iterator[Simulator]:
    """A market whose clock goes: past days are those before today. Without faults or corrections."""
    _live.spoil()
    yield _live
    _live.spoil()
    httpx.put(f"{_live.base}/simulator/corrections", json=[])


@pytest.fixture
def tracked(url: URL, settings: Settings) -> Settings:
    """Settings of a database with a snapshot, where five coins are tracked."""
    settings = settings.model_copy(update={"history_top": 5, "coingecko_top": 50})
    for stream in (COINGECKO, COINPAPRIKA):
        stages.load_raw(url, settings, stream, TODAY, "snapshot")
        stages.load_rows(url, stream, "snapshot")
    stages.load_unified(url, "snapshot")
    return settings


def load(url: URL, settings: Settings, stream: Stream, days: list[date], run: str = "run") -> list[date]:
    """Loads days and returns those that were done, in that order."""
    done: list[date] = []
    history.load_history(
        url,
        settings,
        stream,
        lambda: history.plan(url, settings, stream, days),
        run,
        done=lambda so_far: done.extend(so_far.days),
    )
    return done
