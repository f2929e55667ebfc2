"""How well are errors told from moves? A simulated year of loads, judged by the function that serves.

    python -m benchmarks.judgement [--coins 2000] [--days 365] [--seed 1]

Two providers load every half hour: 70 % of the coins have both, the rest one. The truth drifts, crashes, pumps and is
re-denominated (1:1,000); the providers slip decimals (x10, x100, x1,000), swap coins, freeze while time goes on, glitch
for one load, and fail as a whole. Printed: of the errors by a factor of two or more, how many were never served; of the
true moves, how many loads it took until they were.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, field

import numpy as np

from crypto_pipeline.normalize.judge import AGREE, MOVE, Candidate, Quote, judge

STEP = 1_800.0
PER_DAY = 48
FRESH = 3 * 3_600.0
RECENT = 10
BACK = [2**k * 2 for k in range(14)]  # steps: one hour, two, four, ...
TWICE = np.log(2)


@dataclass
class Event:
    """Something that happened to a coin: an error of a provider (`source` 0 or 1), or a true move (-1)."""

    kind: str
    coin: int
    source: int
    start: int
    end: int
    served: int = 0  # steps at which the error was the record
    beside: int = 0  # those of them at which the other provider was fresh
    late: int = -1  # loads until the true move was the record


@dataclass
class Year:
    """The truth and what the providers say of it: [step, coin], logarithms; NaN: nothing was said."""

    truth: np.ndarray
    said: list[np.ndarray]
    supply: list[np.ndarray]
    both: np.ndarray
    events: list[Event] = field(default_factory=list)


def make_year(coins: int, days: int, seed: int) -> Year:
    """A year by chance, the same for the same seed."""
    random = np.random.default_rng(seed)
    steps = days * PER_DAY
    daily = random.uniform(0.02, 0.12, coins)
    truth = np.cumsum(random.standard_t(4, (steps, coins)).astype(np.float32) * daily / np.sqrt(PER_DAY * 2), axis=0)
    truth += random.uniform(-8, 8, coins)
    supply = np.zeros((steps, coins), np.float32)  # logarithm of a re-denomination's factor
    year = Year(truth, [], [supply, supply.copy()], random.random(coins) < 0.7)
    margin = 3 * PER_DAY

    def when(rate: float) -> list[tuple[int, int]]:
        """Coins and steps: so many a coin and year."""
        number = random.poisson(coins * rate * days / 365)
        return [(int(random.integers(coins)), int(random.integers(margin, steps - margin))) for _ in range(number)]

    for coin, at in when(1.0):  # crashes and pumps, within one load or over several
        loads = int(random.choice([1, 1, 1, 2, 4]))
        size = random.choice([-1, 1]) * random.uniform(np.log(1.7), np.log(6))
        path = np.linspace(0, size, loads + 1)[1:]
        truth[at : at + loads, coin] += path
        truth[at + loads :, coin] += size
        if abs(size) / loads > MOVE:
            year.events.append(Event("crash or pump", coin, -1, at, at + loads))
    late: list[tuple[int, int, int, float]] = []
    for coin, at in when(0.02):
        factor = np.log(1_000) * random.choice([-1, 1])
        truth[at:, coin] += factor
        for own in year.supply:
            own[at:, coin] -= factor
        year.events.append(Event("re-denomination", coin, -1, at, at + 1))
        late.append((coin, at, int(random.integers(0, 3)), factor))  # the other provider follows a little later
    said = [truth + random.normal(0, 0.004, truth.shape).astype(np.float32) for _ in range(2)]
    for coin, at, behind, factor in late:
        said[1][at : at + behind, coin] -= factor
        year.supply[1][at : at + behind, coin] += factor
    said[1][:, ~year.both & (random.random(coins) < 0.5)] = np.nan
    only = ~year.both & ~np.isnan(said[1][0])
    said[0][:, only] = np.nan
    year.said = said
    _spoil(year, random, when)
    for source in (0, 1):  # a provider that fails as a whole, some hours at a time
        for start in random.integers(margin, steps - margin, max(1, days // 30)):
            said[source][start : start + int(random.integers(2, 30))] = np.nan
    return year


def _spoil(year: Year, random: np.random.Generator, when) -> None:  # type: ignore[no-untyped-def]
    def spoil(kind: str, coin: int, at: int, loads: int, values: np.ndarray | float, *, replace: bool) -> None:
        source = int(random.integers(2))
        if np.isnan(year.said[source][at, coin]):
            source = 1 - source
        span = year.said[source][at : at + loads, coin]
        year.said[source][at : at + loads, coin] = values if replace else span + values
        year.events.append(Event(kind, coin, source, at, at + len(span)))

    for coin, at in when(2.0):
        spoil("glitch", coin, at, 1, random.choice([-1, 1]) * random.uniform(np.log(2.2), np.log(50)), replace=False)
    for coin, at in when(1.0):
        loads = int(random.choice([1, 2, 6, 48, 400]))
        factor = random.choice([-1, 1]) * random.choice([np.log(10), np.log(100), np.log(1_000)])
        spoil("decimal slip", coin, at, loads, factor, replace=False)
    for coin, at in when(0.3):
        other, loads = int(random.integers(year.truth.shape[1])), int(random.choice([2, 48, 400]))
        spoil("swapped coin", coin, at, loads, year.truth[at : at + loads, other], replace=True)
    for coin, at in when(0.5):
        loads = int(random.integers(6, 200))
        spoil("stale feed", coin, at, loads, float(year.truth[at - 1, coin]), replace=True)


def candidates_of(year: Year, coin: int, step: int) -> list[Candidate]:
    """The coin's listings as the warehouse gives them at this step."""
    found = []
    for source in (0, 1):
        series = year.said[source]
        spoken = [s for s in range(max(0, step - 60), step + 1) if not np.isnan(series[s, coin])][-RECENT:]
        if not spoken:
            continue
        last = spoken[-1]
        spoken += [s for back in BACK if (s := _last(series[:, coin], last - back)) >= 0]
        spoken.append(int(np.flatnonzero(~np.isnan(series[:, coin]))[0]))  # the first of all
        quotes = [
            Quote(
                s * STEP, float(np.exp(series[s, coin])), float(np.exp(series[s, coin] + year.supply[source][s, coin]))
            )
            for s in sorted(set(spoken), reverse=True)
        ]
        found.append(Candidate(source, source, FRESH, quotes, float(np.exp(year.supply[source][last, coin]))))
    return found


def _last(series: np.ndarray, step: int) -> int:
    """The last step up to this one at which something was said; -1 for none."""
    while step >= 0 and np.isnan(series[step]):
        step -= 1
    return step


def run(year: Year) -> tuple[int, float]:
    """Judges every step; notes in the events what was served. Returns how many coins were looked at closely, and how
    long a look took (seconds).
    """
    steps, coins = year.truth.shape
    served = np.where(np.isnan(year.said[0][0]), year.said[1][0], year.said[0][0])
    waiting: dict[int, list[Event]] = {}
    by_start: dict[int, list[Event]] = {}
    for event in year.events:
        by_start.setdefault(event.start, []).append(event)
    looked, spent = 0, 0.0
    active: list[Event] = []
    last = [np.full(coins, np.nan), np.full(coins, np.nan)]
    spoken = [np.full(coins, -1e9), np.full(coins, -1e9)]
    for step in range(steps):
        for source in (0, 1):
            now = year.said[source][step]
            there = ~np.isnan(now)
            last[source][there], spoken[source][there] = now[there], step
        fresh = [(step - spoken[s]) * STEP < FRESH for s in (0, 1)]
        newest = np.where(spoken[0] >= spoken[1], last[0], last[1])
        plain = np.where(fresh[0], last[0], np.where(fresh[1], last[1], newest))
        apart = fresh[0] & fresh[1] & (np.abs(last[0] - last[1]) > AGREE)
        for coin in np.flatnonzero(apart | (np.abs(plain - served) > AGREE)):
            found = candidates_of(year, int(coin), step)
            prepared = time.perf_counter()
            verdict = judge(found, step * STEP + 1)
            spent += time.perf_counter() - prepared
            looked += 1
            winner = next(c for c in found if c.listing == verdict.listing)
            plain[coin] = winner.quotes[verdict.quote].log
        served = plain
        active = [event for event in active if step < event.end] + by_start.get(step, [])
        for event in active:
            wrong = year.said[event.source][step, event.coin] if event.source >= 0 else 0.0
            if event.source < 0:
                waiting.setdefault(event.coin, []).append(event) if step == event.end - 1 else None
            elif abs(wrong - year.truth[step, event.coin]) >= TWICE and abs(served[event.coin] - wrong) < 0.01:
                event.served += 1
                event.beside += bool(fresh[1 - event.source][event.coin])
        for coin, events in list(waiting.items()):
            told = any(abs(year.said[s][step, coin] - year.truth[step, coin]) < AGREE for s in (0, 1))
            for event in events:
                event.late += bool(told)  # loads that have said it
            if abs(served[coin] - year.truth[step, coin]) < AGREE or events[0].late > 20:
                del waiting[coin]
    return looked, spent / max(looked, 1)


def report(year: Year) -> dict[str, float]:
    """The figures, printed and returned."""
    by_coin: dict[int, list[Event]] = {}
    for event in year.events:
        by_coin.setdefault(event.coin, []).append(event)

    def alone(event: Event) -> bool:
        """Whether nothing else happens to the coin at the same time: what two events make of each other is no case."""
        near = [e for e in by_coin[event.coin] if e is not event]
        return all(e.end + PER_DAY < event.start or event.end + PER_DAY < e.start for e in near)

    def sized(event: Event) -> bool:
        span = slice(event.start, event.end)
        off = year.said[event.source][span, event.coin] - year.truth[span, event.coin]
        return bool(np.nanmax(np.abs(off), initial=0) >= TWICE)

    errors = [e for e in year.events if e.source >= 0 and alone(e) and sized(e)]
    second = [e for e in errors if year.both[e.coin]]
    single = [e for e in errors if not year.both[e.coin] and e.kind == "glitch"]
    moves = [e for e in year.events if e.source < 0 and alone(e) and e.late >= 0]
    figures = {
        "errors kept out, with a second source": 1 - sum(e.beside > 0 for e in second) / max(len(second), 1),
        "glitches kept out, without one": 1 - sum(e.served > 0 for e in single) / max(len(single), 1),
        "true moves late by more than one load": sum(e.late > 1 for e in moves) / max(len(moves), 1),
        "true moves late by more than three": float(sum(e.late > 3 for e in moves)),
    }
    for kind in dict.fromkeys(e.kind for e in second):
        own = [e for e in second if e.kind == kind]
        print(
            f"  {kind}: {len(own):,} with a second source, {sum(e.beside > 0 for e in own)} served beside it, "
            f"{sum(e.served > e.beside for e in own)} while it was silent"
        )
    print(f"  glitch: {len(single):,} without one, {sum(e.served > 0 for e in single)} served")
    for kind in dict.fromkeys(e.kind for e in moves):
        own = [e for e in moves if e.kind == kind]
        lates = [sum(e.late == n for e in own) for n in range(5)]
        print(
            f"  {kind}: {len(own):,}, served after 0, 1, 2, 3, 4 loads: {lates}, later {sum(e.late > 4 for e in own)}"
        )
    for name, value in figures.items():
        print(f"{name}: {value:.3%}" if value <= 1 else f"{name}: {value:g}")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coins", type=int, default=2_000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    year = make_year(arguments.coins, arguments.days, arguments.seed)
    looked, each = run(year)
    print(f"{arguments.coins:,} coins, {arguments.days} days, {looked:,} closer looks, {each * 1e6:.0f} us each")
    report(year)


if __name__ == "__main__":
    main()
