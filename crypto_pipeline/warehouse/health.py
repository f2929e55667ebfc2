"""Questions about what is stored, for checks and for `doctor`: reading only."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import DAGSTER_SCHEMA, connect
from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS, RAW_SOURCES
from crypto_pipeline.warehouse.writer import sql_text

RAW_TABLES = tuple(f"raw_{source}" for source in RAW_SOURCES)


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


def articles(url: URL) -> pd.DataFrame:
    """The articles of the last 30 days, in the columns and dtypes of the article contract."""
    columns = ["id", "feed", "guid", "url", "title", "published_at"]
    with connect(url) as connection:
        rows = connection.execute(
            sql_text(
                f"select {', '.join(columns)} from news_articles"
                " where published_at > (select max(published_at) from news_articles) - interval '30 days'"
            )
        ).fetchall()
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({**dict.fromkeys(columns[:-1], "str"), "published_at": "datetime64[us, UTC]"})


def newest_observation(url: URL, source: str, kind: str) -> datetime | None:
    """When the newest stored quote or article of a source was observed; None if there is none."""
    table, column, where = (
        ("source_quotes join listings using (listing_id)", "observed_at", "where source = %s")
        if kind == "quotes"
        else ("news_articles", "published_at", "where %s <> ''")
    )
    with connect(url) as connection:
        row = connection.execute(sql_text(f"select max({column}) from {table} {where}"), (source,)).fetchone()
    newest: datetime | None = row[0] if row else None
    return newest


def quarantine_ratio(url: URL, source: str) -> tuple[int, int]:
    """Of the raw records of the source's last run that had any: how many are in quarantine, and all of them."""
    with connect(url) as connection:
        row = connection.execute(
            sql_text(
                f"""
                with last as (
                    select seq from raw_{source}
                    where run_id = (select run_id from raw_{source} order by seq desc limit 1)
                ) select (select count(*) from quarantine where source = %s and raw_seq in (select seq from last)),
                         (select count(*) from last)
                """
            ),
            (source,),
        ).fetchone()
    return row or (0, 0)


def latest_fetch(url: URL) -> datetime | None:
    """When, by the clock of then, the latest raw record was fetched."""
    union = " union all ".join(f"select max(fetched_at) as at from {table}" for table in RAW_TABLES)
    with connect(url) as connection:
        row = connection.execute(sql_text(f"select max(at) from ({union}) as times")).fetchone()
    latest: datetime | None = row[0] if row else None
    return latest


def size_and_start(url: URL) -> tuple[int, datetime | None]:
    """The database's bytes, and when its first raw record was fetched."""
    union = " union all ".join(f"select min(fetched_at) as at from {table}" for table in RAW_TABLES)
    with connect(url) as connection:
        row = connection.execute(
            sql_text(f"select pg_database_size(current_database()), (select min(at) from ({union}) as times)")
        ).fetchone()
    return row or (0, None)


def has_dagster(url: URL) -> bool:
    """Whether Dagster's tables are there."""
    with connect(url) as connection:
        return connection.execute("select to_regclass(%s)", (f"{DAGSTER_SCHEMA}.runs",)).fetchone() != (None,)
