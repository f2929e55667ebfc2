"""`gaps`: days of tracked coins of which quotes are missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.writer import Stage, by_key

# One hour of a day may have nothing: a quote that is a little late belongs to the next
SPARE = 1


class Gap(NamedTuple):
    """A day of one of a source's coins that may be filled."""

    source_id: str
    day: date


def find(stage: Stage, coins: Sequence[str], last: date, expected: int) -> None:
    """Brings `gaps` up to date for the source's coins, the days up to `last`, of each of which `expected` hours should
    have quotes. A coin is expected from the day after it was first seen to the one on which it last was: what its
    provider no longer lists is no gap. Those that are filled go. Days whose candles are due are left for later.
    """
    due = (
        "exists (select from candles_due d where d.listing_id = {0}.listing_id"
        " and {0}.day between d.first::date and d.last::date)"
    )
    with by_key(stage):
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
        f"""
        delete from gaps g using listings l where l.listing_id = g.listing_id and l.source = %s
            and not exists (select from missing m where (m.listing_id, m.day) = (g.listing_id, g.day))
            and not {due.format("g")}
        """,
        (stage.source,),
    )
    stage.change(
        f"""
        insert into gaps as g (listing_id, day, hours, expected, found_at)
        select listing_id, day, hours, %(expected)s, clock_timestamp() from missing m where not {due.format("m")}
        on conflict (listing_id, day) do update set hours = excluded.hours, expected = excluded.expected
        where (g.hours, g.expected) <> (excluded.hours, excluded.expected)
        """,
        {"expected": expected},
    )


def answer(stage: Stage, first: date, absent: Sequence[str]) -> None:
    """Notes of each gap why it cannot be filled: its provider was asked for it and had no more, does not know the coin
    (`absent`), or tells of no day before `first`. The others can be, as far as anybody knows.
    """
    stage.change(
        """
        with said as (
            select listing_id, day, case
                when l.source_id = any(%(absent)s) then 'its provider does not know the coin'
                when day < %(first)s then 'the plan tells of no day before ' || %(first)s
                when asked_at is not null then coalesce(answer, 'its provider has no more of the day') end as answer
            from gaps join listings l using (listing_id) where l.source = %(source)s
        )
        update gaps g set answer = s.answer from said s
        where (s.listing_id, s.day) = (g.listing_id, g.day) and s.answer is distinct from g.answer
        """,
        {"source": stage.source, "absent": list(absent), "first": first},
    )


def note_asked(url: URL, source: str, coin: str, first: date, last: date, said: str | None = None) -> None:
    """Notes that the provider was asked for a coin's gaps of these days, and what it `said` if that was no."""
    with connect(url) as connection:
        connection.execute(
            "update gaps g set asked_at = clock_timestamp(), answer = coalesce(%s, answer) from listings l"
            " where l.listing_id = g.listing_id and (l.source, l.source_id) = (%s, %s) and day between %s and %s",
            (said, source, coin, first, last),
        )


def open_gaps(url: URL, source: str) -> list[Gap]:
    """The gaps of a source that may be filled and were not asked for yet: important coins first, new days first."""
    with connect(url) as connection:
        rows = connection.execute(
            """
            select source_id, day from gaps join listings using (listing_id) left join source_quotes using (listing_id)
            where source = %s and answer is null and asked_at is null order by rank nulls last, source_id, day desc
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
