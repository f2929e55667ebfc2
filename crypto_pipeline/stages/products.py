"""What records can become: what the rows of each product look like, how they are normalised, stored and checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import pandera.pandas as pa
from sqlalchemy import Table
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import HISTORY, NEWS, QUOTES
from crypto_pipeline.normalize.contracts import ARTICLE, POINT, QUOTE
from crypto_pipeline.normalize.history import normalize_history
from crypto_pipeline.normalize.identity import resolve_identities
from crypto_pipeline.normalize.news import latest_per_article, normalize_news
from crypto_pipeline.normalize.quotes import in_order, normalize_quotes
from crypto_pipeline.sources.json_records import Columns
from crypto_pipeline.warehouse import health, history, listings, news, quotes, raw, tables
from crypto_pipeline.warehouse.partitions import ensure_partitions, months_of
from crypto_pipeline.warehouse.writer import Stage

# Columns as they came to (typed rows by position, reasons by position of the refused ones)
Normalize = Callable[[Columns], tuple[pd.DataFrame, dict[int, list[str]]]]


@dataclass(frozen=True)
class Product:
    """A kind of rows.

    `store` takes the good rows, with raw_seq (int64) and known_at (datetime64[us, UTC]), and returns how many were new
    or changed. `time_column` says when a row was observed. `latest` reads a source's recent rows in the contract's
    columns and dtypes, `newest` when the last of them was observed (UTC). `unified`: the record per coin rests on them.

    `batch` is how many raw records one transaction takes.

    For undoing: `row_column` names a row, `by_moment` says that its moment belongs to its name; `clear` deletes those
    in the table `touched`, `settle` puts right what stands apart from the rows that were stored again.
    """

    name: str
    description: str
    normalize: Normalize
    store: Callable[[URL, Stage, pd.DataFrame], int]
    time_column: str
    contract: pa.DataFrameSchema
    table: Table
    latest: Callable[[URL, str], pd.DataFrame]
    newest: Callable[[URL, str], datetime | None]
    unified: bool
    row_column: str
    by_moment: bool
    clear: Callable[[Stage], None]
    settle: Callable[[Stage], None]
    batch: int = raw.BATCH


def _store_quotes(url: URL, stage: Stage, good: pd.DataFrame) -> int:
    ordered = in_order(good)
    _make_months(url, ordered["observed_at"])
    return quotes.store_quotes(stage, ordered.assign(listing_id=_identify(stage, ordered)))


def _make_months(url: URL, times: pd.Series) -> None:
    """A month of quotes has a month of candles."""
    for table in ("market_quotes", "candles_1h"):
        ensure_partitions(url, table, months_of(times))


def _store_points(url: URL, stage: Stage, good: pd.DataFrame) -> int:
    known = listings.read_listings(stage)
    found = pd.Series(map(known.get, good["source_id"].tolist()), index=good.index, dtype="Int64")
    if found.isna().any():
        nobody = good["source_id"][found.isna()].iloc[0]
        raise ValueError(f"{nobody!r} is the id of no listing: a snapshot says which coin it is")
    _make_months(url, good["observed_at"])
    return history.store_points(stage, good.assign(listing_id=found))


def _store_articles(_: URL, stage: Stage, good: pd.DataFrame) -> int:
    return news.store_articles(stage, latest_per_article(good))


def _identify(stage: Stage, incoming: pd.DataFrame) -> pd.Series:
    """The listing (listing_id, Int64) of each quote; an id that was never seen before is given one, and a coin."""

    def known() -> pd.Series:
        found = listings.read_listings(stage)
        # a list: Series.map takes five times as long
        return pd.Series(map(found.get, incoming["source_id"].tolist()), index=incoming.index, dtype="Int64")

    listings.lock_identity(stage)
    found = known()
    if not found.isna().any():
        return found
    new = incoming[found.isna()]
    unknown = new[new["latest"]]
    candidates = listings.read_candidates(stage, sorted(set(unknown["symbol"])))
    resolved = resolve_identities(unknown, candidates, listings.read_tickers(stage))
    first = new.groupby("source_id")["known_at"].min()
    listings.add_listings(stage, resolved.assign(known_at=resolved["source_id"].map(first)))
    return known()


PRODUCTS = {
    product.name: product
    for product in (
        Product(
            name=QUOTES,
            description="Records of {title} as quotes in `market_quotes` and `source_quotes`, each under its coin.",
            normalize=normalize_quotes,
            store=_store_quotes,
            time_column="observed_at",
            contract=QUOTE,
            table=tables.source_quotes,
            latest=health.latest_quotes,
            newest=health.newest_quote,
            unified=True,
            row_column="source_id",
            by_moment=True,
            clear=quotes.clear_touched,
            settle=listings.settle_names,
        ),
        Product(
            name=HISTORY,
            description="Past days of {title} as quotes in `market_quotes`.",
            normalize=normalize_history,
            store=_store_points,
            time_column="observed_at",
            contract=POINT,
            table=tables.market_quotes,
            latest=health.latest_quotes,
            newest=health.newest_quote,
            unified=True,
            row_column="source_id",
            by_moment=True,
            clear=history.clear_touched,
            settle=lambda _: None,
            batch=40,  # each has a thousand points and more
        ),
        Product(
            name=NEWS,
            description="Records of {title} as articles in `news_articles`, once each.",
            normalize=normalize_news,
            store=_store_articles,
            time_column="published_at",
            contract=ARTICLE,
            table=tables.news_articles,
            latest=health.latest_articles,
            newest=health.newest_article,
            unified=False,
            row_column="id",
            by_moment=False,
            clear=news.clear_touched,
            settle=lambda _: None,
        ),
    )
}
