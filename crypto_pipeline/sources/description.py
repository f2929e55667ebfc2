"""What a source is: a provider and the streams that it offers. A module or folder beside this one describes each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from crypto_pipeline.records import RawBatch, RawRecord, Rejected
from crypto_pipeline.settings import ProviderSettings, Settings
from crypto_pipeline.sources.errors import ErrorGuide
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.sources.partitions import Daily, Partitions

# A source's name stands in names of tables, variables and assets
_NAME = re.compile(r"[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){0,3}")


@dataclass(frozen=True)
class Window:
    """The days of one of a provider's coins that are asked for at once, from `first` to `last`, both included (UTC),
    with points that are `step` apart.
    """

    source_id: str
    first: date
    last: date
    step: timedelta

    @property
    def partition(self) -> str:
        """How raw names it: `2026-01-01/2026-03-31/1h`, the last being how far its points are apart."""
        return f"{self.first}/{self.last}/{self.step // timedelta(hours=1)}h"

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Past:
    """What a plan tells of past days: those of the last `back` days (None: all), up to `window` days in one call, with
    points that are `step` apart, where at least `shortest` days are asked for.
    """

    back: int | None
    window: int
    step: timedelta
    shortest: int = 1


@dataclass(frozen=True)
class Request:
    """What a stream is asked for: partitions, in their order, with what it needs to get them.

    `acquire` asks for leave before each call; `progress` takes a line for people; `file` says where a file's
    partition was last seen; `state` is what the source remembered, with when that was. A stream of past days is asked
    for `windows` instead of partitions.
    """

    settings: Settings
    partitions: Sequence[str]
    acquire: Callable[[], None] = lambda: None
    progress: Callable[[str], None] = lambda _: None
    file: Path | None = None
    state: Mapping[str, tuple[str, datetime]] = field(default_factory=dict)
    windows: Sequence[Window] = ()


@dataclass(frozen=True)
class Fetched:
    """A batch of what a stream delivered of a partition, and what to remember once that is stored.

    `not_modified`: the upstream says nothing changed since last time.
    """

    partition: str
    batch: RawBatch
    rejected: Sequence[Rejected] = ()
    state: dict[str, str] = field(default_factory=dict)
    not_modified: bool = False


@dataclass(frozen=True)
class Limits:
    """Calls that an upstream allows; `per_month` 0 means unlimited."""

    per_minute: int
    per_month: int


@dataclass(frozen=True, eq=False)
class Stream:
    """One kind of records that a source offers: how to fetch them, and how they become rows.

    Assets, job, schedule or sensor, checks and metrics follow from this description. `fetch` yields what the asked
    partitions have, in batches that fit into memory; raises `SourceError`. `read` turns raw records into the columns
    of the product (`stages.products`), values as they came. `cron` names the setting that says when to load.
    `stale_after` is when the freshness check warns; so long a quote counts as fresh, unless `promise` says how long.
    `past` makes it a stream of past days, and says what the plan tells of them: it has no partitions of its own, but
    loads the past days of its source's first stream, into the same assets. `calls` says how many calls one load makes,
    where it is more than one. `source` is set by the source that has the
    stream.
    """

    name: str
    product: str
    description: str
    fetch: Callable[[Request], Iterable[Fetched]]
    read: Callable[[Sequence[RawRecord]], Columns]
    stale_after: timedelta
    partitions: Partitions = field(default_factory=Daily)
    cron: str | None = None
    kinds: frozenset[str] = frozenset()
    promise: timedelta | None = None
    past: Callable[[Settings], Past] | None = None
    calls: Callable[[Settings], int] | None = None
    source: Source = field(init=False, repr=False)

    @property
    def path(self) -> tuple[str, ...]:
        """The stream's part of the names of assets and jobs: the first one of a source goes by the source's name, and
        so does that of its past.
        """
        shared = self is self.source.streams[0] or self.past is not None
        return (self.source.name,) if shared else (self.source.name, self.name)

    @property
    def pasts(self) -> tuple[Stream, ...]:
        """The stream of past days that shares the assets of this one; none for most."""
        if self.past is not None or self is not self.source.streams[0]:
            return ()
        return tuple(stream for stream in self.source.streams if stream.past is not None)

    def plan(self, settings: Settings) -> Past:
        """What the plan tells of past days. Raises `ValueError` for a stream that has none."""
        if self.past is None:
            raise ValueError(f"{self.address} is no stream of past days")
        return self.past(settings)

    @property
    def asset_product(self) -> str:
        """The product by which its rows' asset is named: that of the stream whose assets it shares."""
        return self.product if self.past is None else self.source.streams[0].product

    @property
    def fresh_for(self) -> timedelta:
        """So long its latest quote of a coin counts as fresh."""
        return self.promise or self.stale_after

    @property
    def is_live(self) -> bool:
        """Whether somebody is asked by the clock, and not a person drops files."""
        return self.cron is not None

    @property
    def address(self) -> str:
        """How people name it: `coingecko`, or `coingecko/history`."""
        return "/".join(self.path if self.past is None else (*self.path, self.name))

    @property
    def title(self) -> str:
        """For people."""
        return self.source.title if self.address == self.source.name else f"{self.source.title} ({self.name})"


@dataclass(frozen=True, eq=False)
class Source:
    """A provider, and the streams that it offers.

    `settings` are its variables. `limits` says how often it may be asked. `probes` are addresses, by what they are,
    that answer when the way to it is open. `stand_in` names what takes its place in the simulator
    (`module:attribute`, a `simulator.stand_in.StandIn`); a demo leaves out who has none.
    """

    name: str
    title: str
    streams: tuple[Stream, ...]
    settings: type[ProviderSettings]
    errors: ErrorGuide
    limits: Callable[[Settings], Limits] | None = None
    probes: Callable[[Settings], Mapping[str, str]] = lambda _: {}
    stand_in: str | None = None

    def __post_init__(self) -> None:
        names = [stream.name for stream in self.streams]
        if not names or len(set(names)) < len(names) or not all(map(_NAME.fullmatch, (self.name, *names))):
            raise ValueError(f"a source and its streams need names of small letters, digits and _: {self.name} {names}")
        own = tuple(replace(stream) for stream in self.streams)
        object.__setattr__(self, "streams", own)
        for stream in own:
            object.__setattr__(stream, "source", self)


def each(fetch: Callable[[Request, str], Iterable[Fetched]]) -> Callable[[Request], Iterable[Fetched]]:
    """A `fetch` for several partitions from one that takes them one by one."""

    def fetch_all(request: Request) -> Iterable[Fetched]:
        for partition in request.partitions:
            yield from fetch(request, partition)

    return fetch_all
