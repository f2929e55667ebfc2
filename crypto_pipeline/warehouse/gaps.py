"""`gaps`: days of tracked coins of which quotes are missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.writer import Stage

# One hour of a day may have nothing: a quote that is a little late belongs to the next
SPARE = 1


class Gap(NamedTuple):
    """A day of one of a source's coins that may be filled."""

    source_id: str
    day: date


def find(stage: Stage, coins: Sequence[str], last: date, expected: int) -> None:
    """Brings `gaps` up to date for the source's coins, the days up to `last`, of each of which `expected` hours should
    have quotes. A coin is expected from the day after it was first seen to the one on which it last was: what its
    provider no longer lists is no gap. Those that are filled go.
    """
    stage.execute(
        """
        create temporary table missing on commit drop as
        select l.listing_id, (day at time zone 'UTC')::date as day, coalesce(hours, 0)::smallint as hours
        from listings l
        cross join lateral generate_series(
            date_trunc('day', first_seen) + interval '1 day', least(%(last)s::date, last_seen - 1)::timestamptz,
            interval '1 day') as day
        left join candles_1d c on c.listing_id = l.listing_id and c.opened_at = day
        where l.source = %(source)s and l.source_id = any(%(coins)s)
          and coalesce(hours, 0) < %(expected)s - %(spare)s
        """,
        {"source": stage.source, "coins": list(coins), "last": last, "expected": expected,
         "spare": SPARE if expected > SPARE + 1 else 0},
    )  # fmt: skip
    stage.change(
        """
        delete from gaps g using listings l where l.listing_id = g.listing_id and l.source = %s
            and not exists (select from missing m where (m.listing_id, m.day) = (g.listing_id, g.day))
        """,
        (stage.source,),
    )
    stage.change(
        """
        insert into gaps as g (listing_id, day, hours, expected, found_at)
        select listing_id, day, hours, %(expected)s, clock_timestamp() from missing
        on conflict (listing_id, day) do update set hours = excluded.hours, expected = excluded.expected
        where (g.hours, g.expected) <> (excluded.hours, excluded.expected)
        """,
        {"expected": expected},
    )


def answer(stage: Stage, stream: str, first: date, absent: Sequence[str]) -> None:
    """Notes of each gap why it cannot be filled: its provider was asked about the day and had no more, does not know
    the coin (`absent`), or tells of no day before `first`. The others can be, as far as anybody knows.
    """
    stage.change(
        f"""
        with asked as (
            select distinct source_id, split_part(partition, '/', 1)::date as first,
                   split_part(partition, '/', 2)::date as last
            from raw_{stage.source} r where stream = %(stream)s and source_id in (
                select source_id from gaps join listings using (listing_id) where source = %(source)s)
              and not exists (select from withdrawn_runs w where (w.source, w.stream, w.run_id)
                              = (%(source)s, %(stream)s, r.run_id))
        ), said as (
            select listing_id, day, case
                when l.source_id = any(%(absent)s) then 'its provider does not know the coin'
                when day < %(first)s then 'the plan tells of no day before ' || %(first)s
                when exists (select from asked a where a.source_id = l.source_id and day between a.first and a.last)
                    then 'its provider has no more of the day' end as answer
            from gaps join listings l using (listing_id) where l.source = %(source)s
        )
        update gaps g set answer = s.answer from said s
        where (s.listing_id, s.day) = (g.listing_id, g.day) and s.answer is distinct from g.answer
        """,
        {"stream": stream, "source": stage.source, "absent": list(absent), "first": first},
    )


def open_gaps(url: URL, source: str) -> list[Gap]:
    """The gaps of a source that may be filled, the most important coins first, and of each the newest day first."""
    with connect(url) as connection:
        rows = connection.execute(
            """
            select source_id, day from gaps join listings using (listing_id) left join source_quotes using (listing_id)
            where source = %s and answer is null order by rank nulls last, source_id, day desc
            """,
            (source,),
        ).fetchall()
    return [Gap(*row) for row in rows]


def counted(url: URL, source: str) -> tuple[int, int]:
    """How many gaps of a source may be filled, and how many cannot."""
    with connect(url) as connection:
        row = connection.execute(
            "select count(*) filter (where answer is null), count(answer) from gaps join listings using (listing_id)"
            " where source = %s",
            (source,),
        ).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)
