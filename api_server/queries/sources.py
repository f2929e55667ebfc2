"""What the platform loads: sources and their streams, as the pipeline has entered them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from msgspec import Meta, Struct, structs

from api_server.contract.problems import BadParameter, Problem, shown
from api_server.queries.database import Database

# The name of a source in a parameter; which there are, the database says
SourceName = Annotated[str, Meta(min_length=1, max_length=100, pattern="^[a-z][a-z0-9_]*$")]
STREAMS = """
select s.source, s.stream, s.title, s.description, s.product, s.raw_asset, s.rows_asset, s.job, s.stale_seconds
from streams s order by position
"""
CALLS = """
select upstream, calls, nullif(allowed, 0) from upstream_calls
where month = to_char(now() at time zone 'UTC', 'YYYY-MM')
"""
RECEIVED = """
select source, stream, max(updated_at) from etl_checkpoints where stage = 'raw' group by 1, 2
"""


class StreamInfo(Struct, frozen=True):
    """A stream of a source."""

    source: str
    stream: str
    title: str
    description: str
    product: Annotated[str, Meta(description="What its records become: quotes, news")]
    raw_asset: Annotated[list[str], Meta(description="The Dagster asset of its raw records")]
    rows_asset: Annotated[list[str], Meta(description="The Dagster asset of the rows they become")]
    job: Annotated[str, Meta(description="The Dagster job that loads it")]
    stale_seconds: Annotated[float, Meta(description="The newest record should not be older")]


class LoadedStream(StreamInfo, frozen=True):
    """The same, with when it last brought something, and the calls of this calendar month (UTC)."""

    last_new: Annotated[datetime | None, Meta(description="When something new was last stored")]
    calls: Annotated[int | None, Meta(description="Calls made this month; null: none are counted")]
    calls_allowed: Annotated[int | None, Meta(description="Calls that the budget allows; null: any number")]


class Sources:
    """The streams that there are, read again when the data has changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: list[StreamInfo] = []
        database.on_new_version(self._known_no_more)

    async def streams(self) -> list[StreamInfo]:
        """All streams, in their order."""
        if not self._known or self._database.version is None:
            self._known = [StreamInfo(*row) for row in await self._database.fetch(STREAMS)]
        return self._known

    async def loaded(self) -> list[LoadedStream]:
        """All streams with what they have brought and cost."""
        calls = {upstream: (made, allowed) for upstream, made, allowed in await self._database.fetch(CALLS)}
        last = {(source, stream): at for source, stream, at in await self._database.fetch(RECEIVED)}
        found = []
        for s in await self.streams():
            made, allowed = calls.get(s.source, (None, None))
            more = {"last_new": last.get((s.source, s.stream)), "calls": made, "calls_allowed": allowed}
            found.append(LoadedStream(**structs.asdict(s), **more))
        return found

    async def names(self, product: str | None = None) -> list[str]:
        """The sources' names; of those only that have a stream of this product."""
        return list(dict.fromkeys(s.source for s in await self.streams() if product in (None, s.product)))

    async def check(self, query: Any) -> None:
        """Raises `Problem` when a query's `source` or `source_type` names one that is not loaded."""
        for parameter in ("source", "source_type"):
            given = getattr(query, parameter, None)
            asked = given if isinstance(given, list) else [given] if given else []
            if not asked:
                continue
            known = await self.names(getattr(query, "product", None))
            if wrong := [name for name in asked if name not in known]:
                allowed = f"one of {', '.join(known)}" if known else "loaded yet: nothing is"
                bad = BadParameter(parameter, shown(",".join(wrong)), allowed)
                raise Problem("invalid-parameter", f"{parameter}: {bad.value!r} is not {allowed}.", [bad])

    def _known_no_more(self) -> None:
        self._known = []
