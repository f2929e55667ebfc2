"""CoinGecko's past: `/coins/{id}/market_chart/range`.

Documented at https://docs.coingecko.com/reference/coins-id-market-chart-range: hourly points for 2 to 90 days, daily at
00:00 UTC for more; free and demo plans see the last 365 days. The three arrays may differ in length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from crypto_pipeline.records import RawRecord
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.coingecko.settings import ERRORS, CoinGeckoSettings, key_header
from crypto_pipeline.sources.description import Fetched, Past, Request, Window
from crypto_pipeline.sources.history import ask, columns_of, end_of, moments, number, start_of
from crypto_pipeline.sources.http import Client
from crypto_pipeline.sources.json_records import Columns

if TYPE_CHECKING:
    import numpy as np

    from crypto_pipeline.sources.history import Points

FREE_DAYS = 365
HOURLY_DAYS = 90


class Chart(msgspec.Struct):
    """An answer: pairs of Unix milliseconds and USD."""

    prices: list[tuple[Any, Any]]
    market_caps: list[tuple[Any, Any]] = []
    total_volumes: list[tuple[Any, Any]] = []


def past(settings: Settings) -> Past:
    """What the plan tells, as finely as HISTORY_INTERVAL wants it."""
    plan = settings.part(CoinGeckoSettings).coingecko_effective_plan
    back = None if plan == "pro" else FREE_DAYS
    if settings.history_interval == "daily":
        return Past(back, FREE_DAYS, timedelta(days=1), HOURLY_DAYS + 1)
    return Past(back, HOURLY_DAYS, timedelta(hours=1))


def fetch(request: Request) -> Iterator[Fetched]:
    """An answer for each window. Raises `SourceError`."""
    own = request.settings.part(CoinGeckoSettings)
    with Client(ERRORS, own.coingecko_url, request.settings, request.acquire, key_header(own)) as client:
        yield from ask(client, ERRORS, request, _call, Chart)


def _call(window: Window) -> tuple[str, Mapping[str, str | int]]:
    start, end = (int(moment.timestamp()) for moment in (start_of(window), end_of(window)))
    return f"/coins/{window.source_id}/market_chart/range", {"vs_currency": "usd", "from": start, "to": end - 1}


def read(records: Sequence[RawRecord]) -> Columns:
    """The points as columns of the history contract, values as they came. USD."""
    return columns_of(records, _points)


def _points(payload: bytes) -> Points:
    import numpy as np  # only where it is needed: whoever reads the settings loads this, too

    chart = msgspec.json.decode(payload, type=Chart)
    times, prices = _array(chart.prices)
    found = [prices]
    for pairs in (chart.market_caps, chart.total_volumes):
        at, values = _array(pairs)
        if len(at) == len(times) and (at == times).all():
            found.append(values)
        else:
            known = dict(zip(at.tolist(), values.tolist(), strict=True))
            found.append(np.array([known.get(moment, np.nan) for moment in times.tolist()]))
    return (moments(times), *found)  # type: ignore[return-value]


def _array(pairs: list[tuple[Any, Any]]) -> tuple[np.ndarray, np.ndarray]:
    import numpy as np

    try:
        both = np.array(pairs, dtype=float).reshape(-1, 2)
    except (TypeError, ValueError):  # a text where a number should be: what is none is refused one by one
        both = np.array([[number(at), number(value)] for at, value in pairs], dtype=float).reshape(-1, 2)
    return both[:, 0], both[:, 1]
