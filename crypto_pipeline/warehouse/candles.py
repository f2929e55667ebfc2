"""Candles: hours (`candles_1h`) made of quotes, days (`candles_1d`) made of hours. Minutes are made when they are asked
for: they live as long as the quotes do.

Whoever adds, corrects or removes quotes enters their span in the same transaction (`enter_spans`). Candles of due spans
are made anew from what is there, all at once; what they were before does not matter.
"""

from __future__ import annotations

from datetime import datetime

from crypto_pipeline.warehouse.tables import CANDLE_NUMBERS, ohlc
from crypto_pipeline.warehouse.writer import Stage, by_key

COLUMNS = ("opened_at", *CANDLE_NUMBERS, "listing_id", "quotes")
# So many hours of listings are made in one transaction
HOURS = 500_000


def enter_spans(stage: Stage, rows: str, parameters: tuple[object, ...] = ()) -> None:
    """Enters what `rows` gives (listing_id, moment): of each listing the candles from its first moment to its last are
    due.
    """
    stage.execute(
        "insert into candles_due (listing_id, first, last, entered_at)"
        f" select listing_id, min(moment), max(moment), clock_timestamp() from ({rows}) as touched group by listing_id",
        parameters,
    )


def enter_days(stage: Stage, first: datetime, end: datetime) -> None:
    """Enters all listings that have quotes from `first` to before `end` (UTC)."""
    enter_spans(
        stage,
        "select listing_id, observed_at as moment from market_quotes where observed_at >= %s and observed_at < %s",
        (first, end),
    )


def take_due(stage: Stage) -> int:
    """Takes due spans, not more than fit into one transaction, into the temporary table `span` (listing_id, first,
    next: whole hours). Returns how many were due.
    """
    stage.execute(
        f"""
        create temporary table taken on commit drop as
        with due as (
            select ctid as place, sum(extract(epoch from last - first) / 3600 + 1)
                over (order by listing_id, first rows unbounded preceding) - extract(epoch from last - first) / 3600
                as before from candles_due
        ), taken as (
            delete from candles_due where ctid in (select place from due where before <= {HOURS})
            returning listing_id, first, last
        )
        select listing_id, tstzrange(date_trunc('hour', first), date_trunc('hour', last) + interval '1 hour') as hours
        from taken
        """
    )
    stage.execute(
        """
        create temporary table span on commit drop as
        select listing_id, lower(part) as first, upper(part) as next
        from (select listing_id, unnest(range_agg(hours)) as part from taken group by listing_id) as merged
        """
    )
    ((taken,),) = stage.fetch("select count(*) from taken")
    return int(taken)


def make_hours(stage: Stage) -> int:
    """Makes the hours in `span`. Returns how many are new, changed or gone."""
    stage.execute("analyze pg_temp.span")
    with by_key(stage):
        stage.execute(
            f"""
            create temporary table made on commit drop as
            select hour as opened_at, {ohlc("price_usd", "price_usd", "price_usd", "price_usd", "observed_at")},
                   listing_id, count(*)::int as quotes
            from (select q.*, date_trunc('hour', observed_at) as hour from span s, market_quotes q
                  where q.listing_id = s.listing_id and observed_at >= s.first and observed_at < s.next) as quote
            group by listing_id, hour
            """
        )
    return _exchange(stage, "candles_1h", COLUMNS)


def make_days(stage: Stage) -> tuple[int, list[datetime]]:
    """Makes the days that have hours in `span`. Returns how many are new, changed or gone, and which days they are."""
    stage.execute("drop table made")
    stage.execute(
        """
        create temporary table days on commit drop as
        select distinct listing_id, generate_series(
            date_trunc('day', first), next - interval '1 hour', interval '1 day') as first
        from span
        """
    )
    stage.execute("drop table span")
    stage.execute(
        "create temporary table span on commit drop as select listing_id, first, first + interval '1 day' as next"
        " from days"
    )
    stage.execute("analyze pg_temp.span")
    with by_key(stage):
        stage.execute(
            f"""
            create temporary table made on commit drop as
            select first as opened_at, {ohlc("open_usd", "high_usd", "low_usd", "close_usd", "opened_at")},
                   listing_id, sum(quotes)::int as quotes, count(*)::smallint as hours
            from (select s.first, c.* from span s, candles_1h c
                  where c.listing_id = s.listing_id and opened_at >= s.first and opened_at < s.next) as hour
            group by listing_id, first
            """
        )
    changed = _exchange(stage, "candles_1d", (*COLUMNS, "hours"))
    return changed, [day for (day,) in stage.fetch("select distinct first from span order by 1")]


def _exchange(stage: Stage, table: str, columns: tuple[str, ...]) -> int:
    """Puts `made` in the place of what the table has in `span`."""
    stage.execute("analyze pg_temp.made")
    stage.execute("drop table if exists pg_temp.there")
    names, said = ", ".join(columns), [column for column in columns if column not in ("opened_at", "listing_id")]
    with by_key(stage):
        stage.execute(
            f"create temporary table there on commit drop as select c.* from span s, {table} c"
            " where c.listing_id = s.listing_id and c.opened_at >= s.first and c.opened_at < s.next"
        )
    stage.execute("analyze pg_temp.there")
    stage.execute(
        "create temporary table gone on commit drop as select listing_id, opened_at from there"
        " except select listing_id, opened_at from made"
    )
    with by_key(stage):
        gone = stage.change(
            f"delete from {table} c using gone g where (c.listing_id, c.opened_at) = (g.listing_id, g.opened_at)"
        )
    stage.execute("drop table gone")
    return gone + stage.change(
        f"""
        insert into {table} as c ({names})
        select {", ".join(f"m.{name}" for name in columns)} from made m left join there t using (listing_id, opened_at)
        where t.listing_id is null
           or ({", ".join(f"t.{name}" for name in said)}) is distinct from ({", ".join(f"m.{name}" for name in said)})
        order by m.listing_id, m.opened_at
        on conflict (listing_id, opened_at) do update set {", ".join(f"{name} = excluded.{name}" for name in said)}
        """
    )
