"""How the streams are partitioned: by the day, by names from the settings, or by the files that somebody drops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.inbox import Inbox, shown_path


@dataclass(frozen=True)
class Daily:
    """A partition a UTC day, today included, from `first` on."""

    first: date = date(2013, 4, 28)  # the first day that anybody has prices for

    def due(self, _: Settings) -> Sequence[str]:
        """What a load by the clock asks for: now, as a snapshot cannot be taken of a time that was missed."""
        return [f"{datetime.now(UTC):%Y-%m-%d}"]

    def shown(self, _: Settings) -> set[str]:
        """What a failed load may be about: the last one counts, whichever day it was."""
        return {""}


@dataclass(frozen=True)
class Named:
    """A partition for each name that the settings have, a feed's say."""

    names: Callable[[Settings], Sequence[str]]

    def due(self, settings: Settings) -> Sequence[str]:
        """All of them."""
        return self.names(settings)

    def shown(self, settings: Settings) -> set[str]:
        """The names that are still read."""
        return set(self.names(settings))


@dataclass(frozen=True)
class Files:
    """A partition for each content of a file in an inbox, found by a sensor. `name` is the set of them in Dagster."""

    name: str
    inbox: Callable[[Settings], Inbox]

    def due(self, _: Settings) -> Sequence[str]:
        """Nothing by the clock."""
        return ()

    def shown(self, settings: Settings) -> set[str]:
        """The files that are still there."""
        return {shown_path(path) for path in self.inbox(settings).files()}


Partitions = Daily | Named | Files
