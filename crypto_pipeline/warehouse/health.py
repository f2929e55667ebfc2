"""Questions about what is stored, for checks and for `doctor`: reading only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import DAGSTER_SCHEMA, connect
from crypto_pipeline.warehouse.tables import JUDGED, JUDGEMENTS, QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import sql_text


def latest_quotes(url: URL, source: str) -> pd.DataFrame:
    """The source's latest quote of each listing, in the columns and dtypes of the quote contract."""
    numbers = ["rank", *QUOTE_NUMBERS]
    columns = ["source_id", "symbol", "name", *numbers, "observed_at"]
    with connect(url) as connection:
        rows = connection.execute(
            sql_text(
                f"""
                select source_id, symbol, name, {", ".join(f"q.{n}" for n in numbers)}, q.observed_at
                from source_quotes q join listings using (listing_id) where source = %s
                """
            ),
            (source,),
        ).fetchall()
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype(
        {**dict.fromkeys(numbers, "float64"), "observed_at": "datetime64[us, UTC]"}
        | dict.fromkeys(("source_id", "symbol", "name"), "str")
    )


def latest_articles(url: URL, source: str) -> pd.DataFrame:
    """The source's articles of the last 30 days, in the columns and dtypes of the article contract."""
    columns = ["id", "feed", "guid", "url", "title", "published_at"]
    with connect(url) as connection:
        rows = connection.execute(
            sql_text(
                f"select {', '.join(columns)} from news_articles where source = %s"
                " and published_at > (select max(published_at) from news_articles) - interval '30 days'"
            ),
            (source,),
        ).fetchall()
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({**dict.fromkeys(columns[:-1], "str"), "published_at": "datetime64[us, UTC]"})


def newest_quote(url: URL, source: str) -> datetime | None:
    """When the newest stored quote of a source was observed; None if there is none."""
    return _newest(url, "select max(observed_at) from source_quotes join listings using (listing_id)", source)


def newest_article(url: URL, source: str) -> datetime | None:
    """When the newest stored article of a source was published; None if there is none."""
    return _newest(url, "select max(published_at) from news_articles", source)


def _newest(url: URL, question: str, source: str) -> datetime | None:
    with connect(url) as connection:
        row = connection.execute(sql_text(f"{question} where source = %s"), (source,)).fetchone()
    newest: datetime | None = row[0] if row else None
    return newest


def quarantine_ratio(url: URL, source: str, stream: str, stage: str) -> tuple[int, int]:
    """Of the raw records of the stream's last run that had any: how many the stage refused, and all of them."""
    with connect(url) as connection:
        row = connection.execute(
            """
            with last as (
                select run_id, min(first_seq) as first, max(last_seq) as last, sum(stored) as records from ledger
                where (source, stream, stage) = (%(source)s, %(stream)s, 'raw') and run_id = (
                    select run_id from ledger
                    where (source, stream, stage) = (%(source)s, %(stream)s, 'raw') and stored > 0
                    order by id desc limit 1)
                and stored > 0 group by run_id
            ) select (select count(*) from quarantine q where (q.source, q.stream, q.stage)
                      = (%(source)s, %(stream)s, %(stage)s) and raw_seq between first and last), records::bigint
            from last
            """,
            {"source": source, "stream": stream, "stage": stage},
        ).fetchone()
    return row or (0, 0)


def latest_fetch(url: URL, sources: Iterable[str]) -> datetime | None:
    """When, by the clock of then, the latest raw record of these sources was fetched."""
    return max(_fetches(url, sources, "desc"), default=None)


def size_and_start(url: URL, sources: Iterable[str]) -> tuple[int, datetime | None]:
    """The database's bytes, and when the first raw record of these sources was fetched."""
    with connect(url) as connection:
        row = connection.execute("select pg_database_size(current_database())").fetchone()
    return row[0] if row else 0, min(_fetches(url, sources, "asc"), default=None)


def _fetches(url: URL, sources: Iterable[str], order: str) -> list[datetime]:
    union = " union all ".join(f"(select fetched_at from raw_{s} order by seq {order} limit 1)" for s in sources)
    if not union:
        return []
    with connect(url) as connection:
        return [at for (at,) in connection.execute(sql_text(union)).fetchall()]


def judgements(url: URL) -> dict[str, float]:
    """How the unified records were judged: see `tables.JUDGEMENTS`."""
    with connect(url) as connection:
        row = connection.execute(JUDGEMENTS).fetchone()
    return dict(zip(JUDGED, row or (0,) * len(JUDGED), strict=True))


def has_table(url: URL, source: str) -> bool:
    """Whether the source has a raw table."""
    with connect(url) as connection:
        return connection.execute("select to_regclass(%s)", (f"raw_{source}",)).fetchone() != (None,)


def has_dagster(url: URL) -> bool:
    """Whether Dagster's tables are there."""
    with connect(url) as connection:
        return connection.execute("select to_regclass(%s)", (f"{DAGSTER_SCHEMA}.runs",)).fetchone() != (None,)


class LastBackup(NamedTuple):
    """The newest row of `backups`. Times are UTC."""

    place: str
    finished_at: datetime


def last_backup(url: URL) -> LastBackup | None:
    """The last backup that was finished; None for none."""
    with connect(url) as connection:
        if connection.execute("select to_regclass('backups')").fetchone() == (None,):
            return None
        row = connection.execute("select place, finished_at from backups order by id desc limit 1").fetchone()
    return LastBackup(*row) if row else None


def oldest_due(url: URL) -> datetime | None:
    """Since when (UTC) candles are due that are not made; None when none are."""
    with connect(url) as connection:
        row = connection.execute("select min(entered_at) from candles_due").fetchone()
    return row[0] if row else None
