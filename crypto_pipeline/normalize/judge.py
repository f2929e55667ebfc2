"""Which source's quote is a coin's record, and which quotes are held back: a pure function of the recent past.

A price is compared in logarithms: halving and doubling are equally far. What other sources say confirms a move at once.
A lone move waits until its source has said it twice, and longer where a fresh second source goes on saying otherwise. A
re-denomination, which leaves the market cap where it was, is a move like any other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import Literal

Reason = Literal["only", "precedence", "newest", "last_good"]
Flag = Literal["held_back", "old", "disagree"]
Why = Literal["zero", "alone", "contradicted"]

# Two sources agree when their prices are within a factor of 1.5
AGREE = math.log(1.5)
# A move from the level of the last quotes is none up to a factor of 1.65, and more when they are days old
MOVE, MOVE_PER_ROOT_DAY = 0.5, 0.35
# A re-denomination is by a factor of 5 at least
DENOMINATION = math.log(5)
# The level is the median of so many quotes before the latest
LEVEL = 7
# A source that has said the very same price so often is not looking
FROZEN = 5
DAY = 86_400.0
# So long a quote stands for its source when the past is compared
REMEMBERED = 3 * DAY
# and so long a source that has fallen silent still bears witness against a move that it has seen
WITNESS = DAY


@dataclass(frozen=True)
class Quote:
    """A quote of a listing: seconds since 1970, USD; `cap` is the market cap, where it is known."""

    at: float
    price: float
    cap: float | None = None

    @property
    def log(self) -> float:
        return math.log(self.price)


@dataclass(frozen=True)
class Candidate:
    """A listing with its latest quote first, then positive ones of its past, newest first: the last few, and some ever
    further back. Small `precedence` comes first; `fresh_for` (seconds) is what its source promises; `supply` is the
    circulating supply that the latest quote states.
    """

    listing: int
    precedence: int
    fresh_for: float
    quotes: Sequence[Quote]
    supply: float | None = None

    @property
    def latest(self) -> Quote:
        return self.quotes[0]

    def is_fresh(self, now: float) -> bool:
        """Whether its source has said it as lately as it promises."""
        return now - self.latest.at < self.fresh_for


@dataclass(frozen=True)
class Verdict:
    """The winner: a listing, and which of its quotes (0: the latest); why; what was held back, by listing."""

    listing: int
    quote: int
    reason: Reason
    flags: tuple[Flag, ...]
    held: dict[int, Why]


def judge(candidates: Sequence[Candidate], now: float) -> Verdict:
    """The verdict on a coin. `now` is when the newest of all quotes was fetched, not the clock's time: the same quotes
    get the same verdict whenever they are judged.
    """
    moves = {c.listing: _move(c) for c in candidates}
    held: dict[int, Why] = {}
    left: list[Candidate] = []
    # who is not fresh is a witness only, unless nobody else is left
    for fresh in (True, False):
        for c in candidates:
            if not left and c.is_fresh(now) is fresh and (why := _objection(c, candidates, moves, now)):
                held[c.listing] = why
        left = left or [c for c in candidates if c.is_fresh(now) is fresh and c.listing not in held]
    left += [c for c in candidates if c.listing not in held and c not in left]
    left = [c for c in left if not any(_overtaken(c, o, moves[o.listing]) for o in left)]
    flags: list[Flag] = ["held_back"] if held else []
    if left:
        winner, quote = min(left, key=partial(_order, now=now)), 0
        prices = [c.latest.log for c in left if c.is_fresh(now) and c.latest.price > 0]
        flags += ["disagree"] if prices and max(prices) - min(prices) > AGREE else []
    else:
        past = [c for c in candidates if _last_good(c, moves) is not None]
        winner = min(past or candidates, key=partial(_order, now=now))
        quote = _last_good(winner, moves) or 0
    is_fresh = now - winner.quotes[quote].at < winner.fresh_for
    flags += [] if is_fresh else ["old"]
    reason: Reason = (
        "last_good" if quote else "only" if len(candidates) == 1 else "precedence" if is_fresh else "newest"
    )
    return Verdict(winner.listing, quote, reason, tuple(flags), held)


def _order(c: Candidate, now: float) -> tuple[bool, bool, float, float, int]:
    """Smaller is better: a price, fresh ones by precedence, else the newest."""
    fresh = c.is_fresh(now)
    return c.latest.price <= 0, not fresh, c.precedence if fresh else -c.latest.at, c.precedence, c.listing


@dataclass(frozen=True)
class _Move:
    """A listing's latest quotes that lie off its level: how many, since when, and from which quote on it was before."""

    loads: int
    since: float
    before: int
    redenominated: bool


def _move(c: Candidate) -> _Move | None:
    if c.latest.price <= 0 or len(c.quotes) < 2:
        return None
    past = [quote.log for quote in c.quotes[1 : 1 + LEVEL]]
    level = median(past)
    gap = (c.latest.at - c.quotes[1].at) / DAY
    most = MOVE + MOVE_PER_ROOT_DAY * math.sqrt(max(gap, 0.0))
    off = c.latest.log - level
    if abs(off) <= most or sum(abs(c.latest.log - log) <= most for log in past) * 2 >= len(past):
        return None  # where it was, or where it was half of the time
    loads = 1
    while loads < len(c.quotes) and (c.quotes[loads].log - level) * off > 0 and abs(c.quotes[loads].log - level) > MOVE:
        loads += 1
    return _Move(loads, c.quotes[loads - 1].at, loads, _redenominated(c, off))


def _redenominated(c: Candidate, off: float) -> bool:
    """Whether a large move left the market cap where it was, and the supply says why."""
    caps = [quote.cap for quote in c.quotes[1 : 1 + LEVEL] if quote.cap]
    if abs(off) < DENOMINATION or not caps or not c.supply or not c.latest.cap:
        return False
    same_cap = abs(math.log(c.latest.cap / median(caps))) < AGREE
    return same_cap and abs(math.log(c.latest.price * c.supply / c.latest.cap)) < AGREE


def _objection(c: Candidate, candidates: Sequence[Candidate], moves: dict[int, _Move | None], now: float) -> Why | None:
    """Why a candidate's latest quote is held back."""
    if c.latest.price <= 0:
        positive = any(o.latest.price > 0 for o in candidates) or any(quote.price > 0 for quote in c.quotes[1:])
        return "zero" if positive else None
    move = moves[c.listing]
    others = [o for o in candidates if o is not c and o.latest.price > 0]
    agreeing = [o for o in others if abs(o.latest.log - c.latest.log) <= AGREE]
    if any(o.is_fresh(now) or (move and o.latest.at >= move.since) for o in agreeing):
        return None  # confirmed
    if move is not None and move.redenominated:
        return None
    against = [o for o in others if _bears_witness(o, moves[o.listing], c, now)]
    if against and _is_frozen(c):
        return "contradicted"
    if len(against) > 1 and max(o.latest.log for o in against) - min(o.latest.log for o in against) <= AGREE:
        return "contradicted"  # outvoted
    if move is not None:
        heard = [o for o in against if o.latest.at >= move.since]
        if any(moves[o.listing] is None or _left(c, o) for o in heard):
            return "contradicted"
        return "alone" if move.loads == 1 else None
    return "contradicted" if any(_left(c, o) for o in against) else None


def _bears_witness(o: Candidate, move: _Move | None, c: Candidate, now: float) -> bool:
    """Whether a source says something else and is to be heard: not one that is not looking, has just moved itself, or
    has been silent for long.
    """
    heard = o.is_fresh(now) or now - o.latest.at < WITNESS
    just_moved = move is not None and move.loads == 1
    return heard and not just_moved and not _is_frozen(o) and abs(o.latest.log - c.latest.log) > AGREE


def _overtaken(c: Candidate, other: Candidate, move: _Move | None) -> bool:
    """Whether another one has moved for good since this one last spoke."""
    if move is None or c is other or c.latest.at >= move.since or (move.loads == 1 and not move.redenominated):
        return False
    return c.latest.price > 0 and abs(other.latest.log - c.latest.log) > AGREE


def _is_frozen(c: Candidate) -> bool:
    prices = [quote.price for quote in c.quotes[:FROZEN]]
    return len(prices) == FROZEN and len(set(prices)) == 1


def _left(c: Candidate, other: Candidate) -> bool:
    """Of two that disagree: whether, since they last agreed, this one has moved and the other has not."""
    for at in sorted({quote.at for quote in (*c.quotes, *other.quotes)}, reverse=True):
        mine, theirs = _said(c, at), _said(other, at)
        if mine is None or theirs is None:
            continue
        if abs(mine.log - theirs.log) <= AGREE:
            moved, stayed = abs(c.latest.log - mine.log), abs(other.latest.log - theirs.log)
            return moved > stayed
    return False


def _said(c: Candidate, at: float) -> Quote | None:
    """What it said at that time."""
    found = next((quote for quote in c.quotes if quote.at <= at and quote.price > 0), None)
    return found if found and at - found.at < REMEMBERED else None


def _last_good(c: Candidate, moves: dict[int, _Move | None]) -> int | None:
    """Its newest quote from before what is held back."""
    positive = [n for n, quote in enumerate(c.quotes) if quote.price > 0]
    if not positive or positive[0] == 0:
        move = moves[c.listing]
        return next((n for n in positive if n >= (move.before if move else 1)), None)
    # of a zero what it said before, which may have been held back, too
    move = _move(replace(c, quotes=c.quotes[positive[0] :]))
    lone = move is not None and move.loads == 1 and not move.redenominated
    return positive[0] + (move.before if move and lone else 0)
