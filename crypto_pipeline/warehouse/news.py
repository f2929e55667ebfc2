"""`news_articles`, and what a feed asks to be shown on the next conditional request."""

from __future__ import annotations

import pandas as pd

from crypto_pipeline.warehouse.writer import Stage

COLUMNS = ("id", "feed", "guid", "url", "title", "summary", "author", "tags", "published_at", "raw_seq")


def store_articles(stage: Stage, articles: pd.DataFrame) -> int:
    """Adds articles; a later version of one replaces it. Returns how many are new or changed.

    Columns: `COLUMNS`, one row per id; tags is a list of str, published_at datetime64[us, UTC], the rest str.
    """
    if articles.empty:
        return 0
    stage.copy_frame(
        "incoming_articles",
        "id text, feed text, guid text, url text, title text, summary text, author text, tags text[],"
        " published_at timestamptz, raw_seq bigint",
        articles[list(COLUMNS)],
    )
    columns = ", ".join(COLUMNS)
    shown = [column for column in COLUMNS if column not in ("id", "raw_seq")]
    return stage.change(
        f"""
        insert into news_articles as n ({columns}) select {columns} from incoming_articles
        on conflict (id) do update set {", ".join(f"{c} = excluded.{c}" for c in COLUMNS)}
        where n.raw_seq < excluded.raw_seq
          and ({", ".join(f"n.{c}" for c in shown)}) is distinct from ({", ".join(f"excluded.{c}" for c in shown)})
        """
    )


def read_validators(stage: Stage, feed: str, url: str) -> tuple[str | None, str | None]:
    """ETag and Last-Modified of the feed's last good answer from this URL."""
    rows = stage.fetch("select etag, last_modified from feed_validators where feed = %s and url = %s", (feed, url))
    return rows[0] if rows else (None, None)


def save_validators(stage: Stage, feed: str, url: str, etag: str | None, last_modified: str | None) -> None:
    """Remembers them in the transaction that stores the answer, never before it."""
    stage.execute(
        "insert into feed_validators (feed, url, etag, last_modified) values (%s, %s, %s, %s) on conflict (feed)"
        " do update set url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified",
        (feed, url, etag, last_modified),
    )
