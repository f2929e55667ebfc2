"""Past days of the tracked coins: what has to be asked, whether that fits, and loading it, window by window.

What raw has is never asked again: a load that was killed goes on where it was, and one of days that are all there asks
nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import ABSENT
from crypto_pipeline.records import FIRST_MOMENT, Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Limits, Past, Request, Stream, Window
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.history import SETTLED
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.stages.raw import gate, store_raw
from crypto_pipeline.stages.rows import load_rows
from crypto_pipeline.warehouse.history import stored_windows, tracked_coins
from crypto_pipeline.warehouse.source_state import read_state
from crypto_pipeline.warehouse.throttle import Throttle, calls_made
from crypto_pipeline.warehouse.turns import turn

DAY = timedelta(days=1)
# A provider that did not know a coin is asked again after so long
ABSENT_FOR = timedelta(days=30)
Say = Callable[[str], object]


@dataclass(frozen=True)
class Plan:
    """What a load of past days comes to. `refused`: days that cannot be loaded, with why; `left`: how many calls of the
    month's budget history may use (None: any number); `unknown`: names in HISTORY_COINS that nobody has.
    """

    windows: Sequence[Window]
    days: Sequence[date]
    refused: dict[date, str]
    coins: int
    left: int | None
    per_minute: int
    unknown: Sequence[str] = ()

    @property
    def fits(self) -> bool:
        """Whether the budget has as many calls."""
        return self.left is None or len(self.windows) <= self.left

    def __str__(self) -> str:
        """The arithmetic, for people."""
        calls = len(self.windows)
        left = "no budget bounds them" if self.left is None else f"{self.left:,} are left for history this month"
        lasts = _span(calls / self.per_minute * 60)
        return (
            f"{calls:,} calls for {len(self.days):,} days of {self.coins:,} coins, {left}; at {self.per_minute} a "
            f"minute {lasts}"
        )


@dataclass(frozen=True)
class Done:
    """Days that are there, and how far their load has come: what became of answers and of points, calls of calls."""

    days: Sequence[date]
    answers: Counts
    points: Counts
    calls: int
    of: int


def plan(
    url: URL, settings: Settings, stream: Stream, days: Iterable[date], reserve: int = 0, coins: Sequence[str] = (),
    *, again: bool = False,
) -> Plan:  # fmt: skip
    """What has to be asked for these days of the tracked coins (or of `coins`, by ticker or id); `again`: what is
    stored already, too, for providers correct themselves. `reserve` calls of the month's budget are left to others.
    Raises `SourceError` when no coin is known.
    """
    source, past = stream.source.name, stream.plan(settings)
    allowed, refused = _allowed(days, past.back)
    tracked, unknown = tracked_coins(url, source, 0 if coins else settings.history_top, coins or settings.history_names)
    if not tracked or (coins and unknown):
        nobody = f"it has no coin that is called {', '.join(unknown)}" if unknown else "it has no coin yet"
        raise SourceError(
            source, Fault.NO_HISTORY, nobody,
            "Coins are named by ticker or by the source's id, and known once a snapshot had them",
        )  # fmt: skip
    absent = absent_coins(url, source)
    there = {} if again else stored_windows(url, source, stream.name, tracked, past.step)
    windows = [
        window
        for coin in tracked
        if coin not in absent
        for window in fewest_windows(coin, _missing(allowed, there.get(coin, ())), past)
    ]
    # the days that everybody asks for together are done together, the newest first
    windows.sort(key=lambda window: (window.last, window.first), reverse=True)
    left, rate = _means(url, settings, stream, reserve)
    return Plan(windows, allowed, refused, len(tracked), left, rate, unknown)


def plan_of(
    url: URL, settings: Settings, stream: Stream, days: Mapping[str, Iterable[date]], reserve: int
) -> Plan:  # fmt: skip
    """What has to be asked for these days of these coins (by the source's id), stored or not, in their order, as far as
    the month's budget goes.
    """
    past = stream.plan(settings)
    left, rate = _means(url, settings, stream, reserve)
    windows = [window for coin, some in days.items() for window in fewest_windows(coin, sorted(some), past)][:left]
    return Plan(windows, [], {}, len({window.source_id for window in windows}), left, rate)


def _means(url: URL, settings: Settings, stream: Stream, reserve: int) -> tuple[int | None, int]:
    """How many calls of the month history may make (None: any number), and how many a minute."""
    limits = stream.source.limits(settings) if stream.source.limits else Limits(0, 0)
    left = limits.per_month - reserve - calls_made(url, stream.source.name)
    return max(0, left) if limits.per_month else None, history_rate(limits)


def load_history(
    url: URL, settings: Settings, stream: Stream, wanted: Callable[[], Plan], run_id: str, say: Say = lambda _: None,
    done: Callable[[Done], object] = lambda _: None, reserve: int = 0, waiting: Callable[[], object] = lambda: None,
    told: Callable[[Window], object] = lambda _: None,
) -> tuple[Plan, Counts, Counts]:  # fmt: skip
    """Loads what the plan says, raw and rows, and calls `done` with days as soon as they are there. Returns the plan,
    what became of the answers, and of their points. One load of a source's past at a time: a second one waits, and
    plans when its turn has come; `waiting` is called meanwhile. `told` is called with each window that was answered.

    Raises `SourceError`: before any call when the budget does not suffice, later what a provider refuses; what came
    until then is there.
    """
    answers = points = Counts()
    with ExitStack() as stack:
        other = f"another load of {stream.source.name}'s past is running: waiting for its end"
        stack.enter_context(
            turn(url, f"{stream.source.name}/{stream.name}", lambda waited: waiting() if waited else say(other))
        )
        points += load_rows(url, stream, run_id)  # what a load that was killed has left
        plan = wanted()
        if not plan.fits:
            raise SourceError(
                stream.source.name, Fault.BUDGET, f"this needs {plan}",
                "Ask for fewer days or coins (HISTORY_TOP), or raise the monthly budget if the plan allows more",
            )  # fmt: skip
        say(str(plan))
        # a day is there when no window that covers it is still to come
        left = Counter(day for window in plan.windows for day in days_of(window))
        if there := [day for day in plan.days if not left[day]]:
            done(Done(there, answers, points, 0, len(plan.windows)))
        acquire = _gate(url, settings, stream, stack, say, reserve)
        fetched = iter(stream.fetch(Request(settings, [], acquire, windows=plan.windows)))
        began, asked, batch = time.monotonic(), 0, PRODUCTS[stream.product].batch
        open_days = [day for day in plan.days if left[day]]
        try:
            for _, together in groupby(plan.windows, key=lambda window: (window.first, window.last)):
                for window in together:
                    answers += store_raw(url, stream, run_id, next(fetched))
                    asked += 1
                    left.subtract(days_of(window))
                    told(window)
                    say(_progress(window, asked, len(plan.windows), time.monotonic() - began))
                    if asked % batch == 0:
                        points += load_rows(url, stream, run_id)
                points += load_rows(url, stream, run_id)
                ready, open_days = [d for d in open_days if not left[d]], [d for d in open_days if left[d]]
                if ready:
                    done(Done(ready, answers, points, asked, len(plan.windows)))
        except SourceError:
            load_rows(url, stream, run_id)
            raise
    return plan, answers, points


def fewest_windows(coin: str, days: Sequence[date], past: Past) -> list[Window]:
    """As few calls as cover these days (in order): a day between two that are wanted costs nothing. None is shorter
    than the plan's shortest, for the provider would give other points.
    """
    windows: list[Window] = []
    for day in days:
        if windows and (day - windows[-1].first).days < past.window:
            windows[-1] = replace(windows[-1], last=day)
        else:
            windows.append(Window(coin, day, day, past.step))
    for number, window in enumerate(windows):
        if window.days < past.shortest:
            first = max(window.last - DAY * (past.shortest - 1), oldest(past.back))
            windows[number] = replace(window, first=first, last=first + DAY * (past.shortest - 1))
    return windows


def days_of(window: Window) -> list[date]:
    """All its days."""
    return [window.first + DAY * n for n in range(window.days)]


def history_rate(limits: Limits) -> int:
    """Calls a minute that history makes: half of what is allowed, so that a snapshot need not wait for it."""
    return max(1, limits.per_minute // 2)


def oldest(back: int | None) -> date:
    """The first day that a plan tells of which goes so many days back (None: to the first day there is)."""
    return FIRST_MOMENT.date() if back is None else datetime.now(UTC).date() - DAY * (back - 1)


def _allowed(days: Iterable[date], back: int | None) -> tuple[list[date], dict[date, str]]:
    """The days that the plan tells of, in order, and why it does not of the others."""
    last = last_day()
    first = oldest(back)
    allowed, refused = [], {}
    for day in sorted(set(days)):
        if day > last:
            refused[day] = "the day is not over yet, for the provider either"
        elif day < first:
            refused[day] = f"the plan goes {back} days back, to {first}"
        else:
            allowed.append(day)
    return allowed, refused


def last_day() -> date:
    """The last day (UTC) that is over, for the providers, too."""
    return (datetime.now(UTC) - SETTLED).date() - DAY


def _missing(days: Sequence[date], there: Iterable[tuple[date, date]]) -> list[date]:
    stored = {day for first, last in there for day in days_of(Window("", first, last, DAY))}
    return [day for day in days if day not in stored]


def absent_coins(url: URL, source: str) -> set[str]:
    """Coins that the provider did not know when it was asked of late."""
    since = datetime.now(UTC) - ABSENT_FOR
    state = read_state(url, source)
    return {key.removeprefix(ABSENT) for key, (_, at) in state.items() if key.startswith(ABSENT) and at > since}


def _gate(
    url: URL, settings: Settings, stream: Stream, stack: ExitStack, say: Say, reserve: int
) -> Callable[[], None]:  # fmt: skip
    """Leave for each call: history's own rate first, then the source's, and its budget but for what is reserved."""
    source = stream.source
    shared = gate(url, settings, source, stack, say, reserve, "What came until now is stored")
    if source.limits is None:
        return shared
    rate = history_rate(source.limits(settings))
    own = stack.enter_context(Throttle(url, f"{source.name}_history", rate, None))

    def acquire() -> None:
        own.acquire()
        shared()

    return acquire


def _progress(window: Window, asked: int, of: int, seconds: float) -> str:
    left = f", {_span(seconds / asked * (of - asked))} left" if asked < of else ""
    return f"{asked:,} of {of:,} calls: {window.source_id}, {window.first} to {window.last}{left}"


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"about {seconds:.0f} s"
    return f"about {seconds / 60:.0f} min" if seconds < 5_400 else f"about {seconds / 3_600:.1f} h"
