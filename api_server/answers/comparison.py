"""Coins beside each other: what each returned, how much it moved, how far it fell, and how alike they moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np

from api_server.contract.prices import Compared, Comparison

YEAR = timedelta(days=365)
# Of fewer common returns a correlation says nothing
FEWEST = 3
Points = Sequence[tuple[datetime, float]]


def compare(series: Mapping[str, Points], step: timedelta) -> Comparison:
    """Takes each coin's prices (time, USD), oldest first, `step` apart where none is missing. What is not above 0 is
    left out.
    """
    times = sorted({at for points in series.values() for at, price in points if price > 0})
    place = {at: n for n, at in enumerate(times)}
    prices = {ticker: np.full(len(times), np.nan) for ticker in series}
    for ticker, points in series.items():
        for at, price in points:
            if price > 0:
                prices[ticker][place[at]] = price
    table = np.array(list(prices.values())).reshape(len(series), len(times))
    common = np.flatnonzero(np.isfinite(table).all(axis=0)) if len(series) else np.array([], dtype=int)
    base = int(common[0]) if len(common) else None
    rebased = {
        ticker: [_rounded(value / own[base] * 100) for value in own[base:]] if base is not None else []
        for ticker, own in prices.items()
    }
    tickers = list(series)
    return Comparison(
        base=times[base] if base is not None else None,
        coins=[_compared(ticker, times, prices[ticker], step) for ticker in tickers],
        correlation={one: {other: _correlation(prices[one], prices[other]) for other in tickers} for one in tickers},
        at=times[base:] if base is not None else [],
        rebased=rebased,
    )


def _compared(ticker: str, times: Sequence[datetime], prices: np.ndarray, step: timedelta) -> Compared:
    there = np.flatnonzero(np.isfinite(prices))
    own = prices[there]
    if not len(own):
        return Compared(ticker, 0)
    returns = np.diff(np.log(own))
    highest = np.maximum.accumulate(own)
    low = int(np.argmin(own / highest))
    high = int(np.flatnonzero(own[: low + 1] == highest[low])[0])
    yearly = float(np.sqrt(YEAR / step))
    return Compared(
        ticker,
        len(own),
        first=times[there[0]],
        last=times[there[-1]],
        return_percent=_rounded((own[-1] / own[0] - 1) * 100),
        volatility_percent=_rounded(float(returns.std(ddof=1)) * yearly * 100) if len(returns) >= FEWEST else None,
        drawdown_percent=_rounded((own[low] / highest[low] - 1) * 100),
        drawdown_from=times[there[high]],
        drawdown_to=times[there[low]],
    )


def _correlation(one: np.ndarray, other: np.ndarray) -> float | None:
    both = np.isfinite(one) & np.isfinite(other)
    first, second = (np.diff(np.log(prices[both])) for prices in (one, other))
    if len(first) < FEWEST or not first.std() or not second.std():
        return None
    return _rounded(float(np.corrcoef(first, second)[0, 1]))


def _rounded(value: float) -> float | None:
    return round(float(value), 6) if np.isfinite(value) else None
