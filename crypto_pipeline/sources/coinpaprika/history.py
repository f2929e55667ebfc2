"""CoinPaprika's past: `/tickers/{id}/historical`.

Documented at https://api.coinpaprika.com: at most 5,000 points in one answer, the end is exclusive. The free plan has
daily points for a year and hourly ones for a day; the default interval, 5 minutes, is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.coinpaprika.settings import ERRORS, CoinPaprikaSettings, key_header
from crypto_pipeline.sources.description import Fetched, Past, Request, Window
from crypto_pipeline.sources.history import ask, columns_of, end_of, number, start_of
from crypto_pipeline.sources.http import Client
from crypto_pipeline.sources.json_records import Columns

if TYPE_CHECKING:
    import numpy as np

    from crypto_pipeline.sources.history import Points

FREE_DAYS = 365
MOST_POINTS = 5_000


class Point(msgspec.Struct):
    """A row of an answer, of whatever type its values come."""

    timestamp: Any = None
    price: Any = None
    volume_24h: Any = None
    market_cap: Any = None


def past(settings: Settings) -> Past:
    """Daily points of a year on the free plan; of all time, hourly where HISTORY_INTERVAL says so, with a key."""
    paid = settings.part(CoinPaprikaSettings).coinpaprika_api_key is not None
    if paid and settings.history_interval == "hourly":
        return Past(None, MOST_POINTS // 24, timedelta(hours=1))
    return Past(None if paid else FREE_DAYS, FREE_DAYS, timedelta(days=1))


def fetch(request: Request) -> Iterator[Fetched]:
    """An answer for each window. Raises `SourceError`."""
    own, step = request.settings.part(CoinPaprikaSettings), past(request.settings).step
    interval = "1h" if step < timedelta(days=1) else "1d"

    def call(window: Window) -> tuple[str, Mapping[str, str | int]]:
        start, end = (int(moment.timestamp()) for moment in (start_of(window), end_of(window)))
        parameters: dict[str, str | int] = {"start": start, "end": end, "interval": interval, "limit": MOST_POINTS}
        return f"/tickers/{window.source_id}/historical", parameters

    with Client(ERRORS, own.coinpaprika_url, request.settings, request.acquire, key_header(own)) as client:
        yield from ask(client, ERRORS, request, call, list[Point])


def read(records: Sequence[RawRecord]) -> Columns:
    """The points as columns of the history contract, values as they came. USD."""
    return columns_of(records, _points)


def _points(payload: bytes) -> Points:
    import numpy as np  # only where it is needed: whoever reads the settings loads this, too

    rows = msgspec.json.decode(payload, type=list[Point])
    times = np.array([_moment(row.timestamp) for row in rows], dtype="datetime64[us]")
    values = (np.array([number(getattr(row, name)) for row in rows], dtype=float) for name in NAMES)
    return (times, *values)  # type: ignore[return-value]


NAMES = ("price", "market_cap", "volume_24h")


def _moment(text: Any) -> np.datetime64:
    import numpy as np

    try:
        return np.datetime64(str(text).removesuffix("Z"), "us")
    except ValueError:
        return np.datetime64("NaT")
