"""What the API answers. Amounts in USD or coins, changes in percent, times in UTC."""

from __future__ import annotations

from datetime import datetime
from types import UnionType
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa
from msgspec import Meta, Struct

T = TypeVar("T")
_ARROW = {
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    str: pa.string(),
    datetime: pa.timestamp("us", tz="UTC"),
    list[str]: pa.list_(pa.string()),
    Any: pa.string(),
}
Usd = Annotated[float | None, Meta(description="USD")]
Percent = Annotated[float | None, Meta(description="Percent")]
Coins = Annotated[float | None, Meta(description="Number of coins")]
Moment = Annotated[datetime | None, Meta(description="UTC")]


def arrow_types(model: type[Struct]) -> list[pa.DataType]:
    """The Arrow types of a model's fields, in their order; JSON of any shape is text."""
    found = []
    for hint in get_type_hints(model).values():
        kinds = [kind for kind in get_args(hint) if kind is not type(None)] if get_origin(hint) is UnionType else [hint]
        found.append(_ARROW[kinds[0]])
    return found


class Coin(Struct, gc=False):
    """One coin's record. `id` is its ticker, which is unique; `fields=` leaves out what is not asked for."""

    id: str | None = None
    ticker: str | None = None
    symbol: str | None = None
    name: str | None = None
    rank: Annotated[
        int | None, Meta(description="The source's own; where it gives none, the best that another source gives")
    ] = None
    price_usd: Usd = None
    market_cap_usd: Usd = None
    volume_24h_usd: Usd = None
    percent_change_1h: Percent = None
    percent_change_24h: Percent = None
    percent_change_7d: Percent = None
    high_24h_usd: Usd = None
    low_24h_usd: Usd = None
    circulating_supply: Coins = None
    total_supply: Coins = None
    max_supply: Coins = None
    source: Annotated[str | None, Meta(description="Whose quote this is")] = None
    sources: Annotated[list[str] | None, Meta(description="Everyone who quotes the coin")] = None
    spread_percent: Annotated[
        float | None, Meta(description="(max - min) / min of the sources' prices of the same day, in percent")
    ] = None
    observed_at: Moment = None
    reason: Annotated[
        str | None,
        Meta(
            description="Why this quote: only (one source), precedence (of several fresh ones), newest (none fresh), "
            "last_good (the latest are held back)"
        ),
    ] = None
    flags: Annotated[
        list[str] | None, Meta(description="held_back; old: not fresh; disagree: fresh sources are far apart")
    ] = None
    held_back: Annotated[Any, Meta(description="Quotes that are not believed, each with the reason")] = None
    raw: Annotated[str | None, Meta(description="Where the very payload is that this was read of")] = None


class SourceQuote(Struct):
    """A source's latest quote of a coin, and where its payload lies."""

    source: str
    source_id: str | None
    observed_at: datetime
    rank: int | None
    price_usd: float
    market_cap_usd: float | None
    volume_24h_usd: float | None
    percent_change_1h: float | None
    percent_change_24h: float | None
    percent_change_7d: float | None
    high_24h_usd: float | None
    low_24h_usd: float | None
    circulating_supply: float | None
    total_supply: float | None
    max_supply: float | None
    raw: Annotated[str, Meta(description="Where the very payload is that this was read of")]


class AssetIdentity(Struct):
    """Why a source's id stands for this coin. `confidence` is 0 to 1."""

    source: str
    source_id: str
    method: Annotated[str, Meta(description="new: the source made the coin known; else what the merge rests on")]
    confidence: Annotated[float, Meta(description="0 to 1")]
    evidence: Annotated[Any, Meta(description="What was compared, by the method")]
    since: datetime


class Asset(Struct):
    """One coin with everything that is known of it."""

    coin: Coin
    quotes: list[SourceQuote]
    identities: list[AssetIdentity]
    spread_percent: Annotated[float | None, Meta(description="As in `coin`")]
    links: dict[str, str]


class Article(Struct, gc=False):
    """An article of a feed."""

    id: str | None = None
    feed: str | None = None
    title: str | None = None
    url: str | None = None
    summary: Annotated[str | None, Meta(description="Plain text")] = None
    author: str | None = None
    tags: list[str] | None = None
    published_at: Moment = None
    raw: Annotated[str | None, Meta(description="Where the very payload is that this was read of")] = None


class Record(Struct, gc=False):
    """A quote or an article in one form. `/raw/{source_type}/{source_id}` has its payloads."""

    id: Annotated[int | None, Meta(description="The raw record behind it")] = None
    source_type: str | None = None
    source_id: str | None = None
    title: str | None = None
    description: str | None = None
    value: Annotated[float | None, Meta(description="A quote's price in USD")] = None
    ticker: Annotated[str | None, Meta(description="A quote's coin")] = None
    category: Annotated[str | None, Meta(description="quote or news")] = None
    tags: list[str] | None = None
    timestamp: Moment = None
    raw: Annotated[str | None, Meta(description="Where the very payload is that this was read of")] = None


class RawRecord(Struct, gc=False):
    """A payload that came, and how."""

    seq: int | None = None
    source: str | None = None
    stream: Annotated[str | None, Meta(description="Which of the source's streams brought it")] = None
    source_id: str | None = None
    endpoint: Annotated[str | None, Meta(description="What was asked; of a file its name and the line")] = None
    observed_at: Moment = None
    fetched_at: Moment = None
    run_id: str | None = None
    partition: str | None = None
    withdrawn: Annotated[bool | None, Meta(description="Whether its run was undone: then nothing else serves it")] = (
        None
    )
    payload: Any = None


class Refused(Struct, gc=False):
    """A record in quarantine."""

    id: int | None = None
    source: str | None = None
    stream: str | None = None
    stage: str | None = None
    source_id: str | None = None
    raw_seq: int | None = None
    reasons: list[str] | None = None
    origin: Annotated[str | None, Meta(description="A file and its line, or what was asked")] = None
    payload: Annotated[Any, Meta(description="As it came: JSON where it is some, else text")] = None
    run_id: str | None = None
    quarantined_at: Moment = None
    retry_at: Annotated[datetime | None, Meta(description="When a reason that time mends will be gone")] = None


class Pagination(Struct):
    """Where the page stands. `total_is` says how far `total` can be trusted: exact, estimated or at_least."""

    limit: Annotated[int, Meta(description="Rows asked for")]
    returned: Annotated[int, Meta(description="Rows of this page")]
    total: Annotated[int | None, Meta(description="Rows of the whole list, as far as they are known")]
    total_is: Annotated[str | None, Meta(description="exact, estimated (by the planner) or at_least")]
    next_cursor: Annotated[str | None, Meta(description="For the next page; null on the last")]


class AnswerMeta(Struct):
    """About the answer itself."""

    request_id: Annotated[str, Meta(description="Also in X-Request-ID and in the log")]
    api_latency_ms: Annotated[float, Meta(description="Milliseconds from first byte to answer")]
    data_version: Annotated[int | None, Meta(description="Rises with every change of what is served")]


class Listed(Struct, Generic[T]):
    """A page of a list."""

    data: list[T]
    pagination: Pagination
    meta: AnswerMeta


class Told(Struct, Generic[T]):
    """A page of a series: rows, or with `shape=columns` an array of each field."""

    data: list[T] | dict[str, list[Any]]
    pagination: Pagination
    meta: AnswerMeta


class Item(Struct, Generic[T]):
    """One thing."""

    data: T
    meta: AnswerMeta
