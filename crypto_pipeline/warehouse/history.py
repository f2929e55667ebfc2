"""The past of the tracked coins: which they are, which of their days are stored, and storing their points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.candles import enter_spans
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.quotes import HISTORY, correct
from crypto_pipeline.warehouse.writer import Stage, sql_text

Spans = dict[str, list[tuple[date, date]]]
COLUMNS = ["listing_id", "observed_at", "known_at", "price_usd", "market_cap_usd", "volume_24h_usd", "raw_seq"]


def tracked_coins(url: URL, source: str, top: int, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The source's ids of its `top` coins by rank, and of those that are named by ticker (in any case) or by the
    source's id, most important first; and the names that nobody has.
    """
    with connect(url) as connection:
        rows = connection.execute(
            """
            select source_id, ticker, place from (
                select source_id, ticker, rank, row_number() over (order by rank nulls last, source_id) as place,
                       source_id = any(%(names)s) or ticker = any(%(tickers)s) as named
                from listings l join assets using (asset_id) left join source_quotes using (listing_id)
                where l.source = %(source)s) as ranked
            where (rank is not null and place <= %(top)s) or named order by rank nulls last, source_id
            """,
            {"source": source, "top": top, "names": list(names), "tickers": [name.upper() for name in names]},
        ).fetchall()
    known = {name for source_id, ticker, _ in rows for name in (source_id, ticker)}
    return [row[0] for row in rows], [name for name in names if not {name, name.upper()} & known]


def stored_windows(url: URL, source: str, stream: str, coins: Iterable[str], step: timedelta) -> Spans:
    """Of each coin the days (first, last) that raw has answers about with points no further apart than `step`, but for
    those of runs that were undone.
    """
    with connect(url) as connection:
        rows = connection.execute(
            sql_text(
                f"""
                select distinct source_id, partition from raw_{source}
                where stream = %(stream)s and source_id = any(%(coins)s) and run_id not in (
                    select run_id from withdrawn_runs where (source, stream) = (%(source)s, %(stream)s))
                """
            ),
            {"source": source, "stream": stream, "coins": list(coins)},
        ).fetchall()
    found: Spans = {}
    for source_id, partition in rows:
        first, last, hours = partition.split("/")
        if timedelta(hours=int(hours.removesuffix("h"))) <= step:
            found.setdefault(source_id, []).append((date.fromisoformat(first), date.fromisoformat(last)))
    return found


def store_points(stage: Stage, points: pd.DataFrame) -> int:
    """Adds points to the history; the latest quotes stay as they are.

    Columns: listing_id (Int64), observed_at, known_at (datetime64[us, UTC]), the numbers (float64, USD), raw_seq
    (int64). One of a moment that has a quote already, and that says something else, is a correction by the order of
    raw. Returns how many were new or corrections.
    """
    stage.copy_frame(
        "incoming",
        "listing_id bigint, observed_at timestamptz, known_at timestamptz, price_usd double precision,"
        " market_cap_usd double precision, volume_24h_usd double precision, raw_seq bigint, rank bigint",
        points[COLUMNS].assign(rank=pd.Series(pd.NA, points.index, "Int64")),
    )
    again = int(points.duplicated(["listing_id", "observed_at"]).sum())
    added = 0
    if not again:
        added = stage.change(
            f"insert into market_quotes ({HISTORY}) select {HISTORY} from incoming on conflict do nothing"
        )
    if added < len(points):
        stage.execute("drop table if exists pg_temp.moments")
        stage.execute(
            "create temporary table moments on commit drop as select distinct listing_id, observed_at from incoming"
        )
        added += correct(stage)
    if added:
        enter_spans(stage, "select listing_id, observed_at as moment from incoming")
    # a past that has changed may change how the coin is judged
    stage.execute(
        "update source_quotes set recheck = true where not recheck and listing_id in (select listing_id from incoming)"
    )
    return added


def clear_touched(stage: Stage) -> None:
    """Empties the moments in `touched` (row: a source id, moment)."""
    touched = "select listing_id, moment from touched t join listings l on l.source = %s and l.source_id = t.row"
    enter_spans(stage, touched, (stage.source,))
    for table in ("market_quotes", "quote_revisions"):
        stage.change(
            f"delete from {table} q using touched t, listings l where l.source = %s and l.source_id = t.row"
            " and (q.listing_id, q.observed_at) = (l.listing_id, t.moment)",
            (stage.source,),
        )
