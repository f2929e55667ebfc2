"""`news_articles`."""

from __future__ import annotations

import pandas as pd

from crypto_pipeline.warehouse.writer import Stage

COLUMNS = ("id", "source", "feed", "guid", "url", "title", "summary", "author", "tags", "published_at", "raw_seq")


def store_articles(stage: Stage, articles: pd.DataFrame) -> int:
    """Adds articles; a later version of one replaces it. Returns how many are new or changed.

    Columns: `COLUMNS` without source, and known_at, one row per id; tags is a list of str, published_at and known_at
    datetime64[us, UTC], the rest str. An article without a time was published when it was first seen.
    """
    if articles.empty:
        return 0
    stage.copy_frame(
        "incoming_articles",
        "id text, source text, feed text, guid text, url text, title text, summary text, author text, tags text[],"
        " published_at timestamptz, raw_seq bigint, known_at timestamptz",
        articles.assign(source=stage.source)[[*COLUMNS, "known_at"]],
    )
    columns = ", ".join(COLUMNS)
    shown = [column for column in COLUMNS if column not in ("id", "raw_seq")]
    return stage.change(
        f"""
        insert into news_articles as n ({columns})
        select {
            ", ".join(f"coalesce(i.{c}, known.{c}, i.known_at)" if c == "published_at" else f"i.{c}" for c in COLUMNS)
        }
        from incoming_articles i
        left join news_articles known on i.published_at is null and known.id = i.id
        on conflict (id) do update set {", ".join(f"{c} = excluded.{c}" for c in COLUMNS)}
        where n.raw_seq < excluded.raw_seq
          and ({", ".join(f"n.{c}" for c in shown)}) is distinct from ({", ".join(f"excluded.{c}" for c in shown)})
        """
    )


def clear_touched(stage: Stage) -> None:
    """Deletes the articles in `touched` (row: an article's id)."""
    stage.change("delete from news_articles n using touched t where n.id = t.row and n.source = %s", (stage.source,))
