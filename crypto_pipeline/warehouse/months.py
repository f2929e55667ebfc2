"""Closed months of the history, rewritten in the order of their key: a listing's quotes then lie side by side and are
read from few pages.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import psycopg
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.shadow import EXCHANGE
from crypto_pipeline.warehouse.writer import lock, sql_text

MARK = "in key order"
# So long after its end a month is closed: what is observed late has come by then
CLOSED_AFTER = timedelta(days=3)
# Of a month in key order this is 1; what comes late lowers it
ORDERED = 0.9
# Readers queue behind whoever waits for the exchange: not for longer than this, but so many times
LOCK_SECONDS, LOCK_TRIES = 1, 60


def closed_months(url: URL, now: datetime | None = None) -> list[str]:
    """The months (`YYYY-MM`) of the history that are over and not in key order yet, oldest first."""
    last = f"{(now or datetime.now(UTC)) - CLOSED_AFTER:%Y-%m}"
    with connect(url) as connection:
        rows = connection.execute(
            """
            select replace(right(c.relname, 7), '_', '-')
            from pg_inherits join pg_class c on c.oid = inhrelid
            left join pg_stats s on s.tablename = c.relname and s.schemaname = 'public' and s.attname = 'listing_id'
            where inhparent = 'market_quotes'::regclass
              and (obj_description(c.oid) is distinct from %s or abs(s.correlation) < %s)
            order by 1
            """,
            (MARK, ORDERED),
        ).fetchall()
    return [month for (month,) in rows if month < last]


def cluster_month(url: URL, month: str, say: Callable[[str], object] = lambda _: None) -> int:
    """Rewrites a month in key order beside itself and takes the copy in its place; returns how many quotes it has.

    Writers of the month wait meanwhile; readers only for the moment of the exchange. What a kill leaves is removed by
    the next run. Nothing is dropped before the copy has all of it.
    """
    name = f"market_quotes_{month.replace('-', '_')}"
    start = datetime.fromisoformat(f"{month}-01T00:00:00+00:00")
    end = (start + timedelta(days=32)).replace(day=1)
    bounds = f"for values from ('{start.isoformat()}') to ('{end.isoformat()}')"
    with connect(url) as connection:
        lock(connection, EXCHANGE)
        lock(connection, f"partitions/{name}")
        # whoever reads goes on, whoever writes waits
        connection.execute(sql_text(f"lock table {name} in share row exclusive mode"))
        say(f"{month}: copying in key order")
        connection.execute(sql_text(f"drop table if exists {name}_ordered"))
        connection.execute(sql_text(f"create table {name}_ordered (like market_quotes including defaults)"))
        rows = connection.execute(
            sql_text(f"insert into {name}_ordered select * from {name} order by listing_id, observed_at")
        ).rowcount
        # the constraints of a partition, made before it is one: taking it in then looks at no row
        connection.execute(sql_text(f"alter table {name}_ordered add primary key (listing_id, observed_at)"))
        connection.execute(sql_text(f"create index on {name}_ordered using brin (observed_at)"))
        connection.execute(
            sql_text(
                f"alter table {name}_ordered add constraint within check "
                f"(observed_at >= '{start.isoformat()}' and observed_at < '{end.isoformat()}')"
            )
        )
        connection.execute(sql_text(f"analyze {name}_ordered"))
        counted = connection.execute(sql_text(f"select count(*) from {name}")).fetchone()
        if counted != (rows,):
            raise AssertionError(f"{name}: {counted} quotes, and {rows} in the copy")
        _lock_out_readers(connection)
        connection.execute(sql_text(f"alter table market_quotes detach partition {name}"))
        connection.execute(sql_text(f"drop table {name}"))
        connection.execute(sql_text(f"alter table {name}_ordered rename to {name}"))
        connection.execute(sql_text(f"alter table market_quotes attach partition {name} {bounds}"))
        connection.execute(sql_text(f"alter table {name} drop constraint within"))
        connection.execute(sql_text(f"comment on table {name} is '{MARK}'"))
    say(f"{month}: {rows:,} quotes in key order")
    return rows


def _lock_out_readers(connection: psycopg.Connection) -> None:
    """Takes the history for the moment of the exchange.

    Raises `psycopg.errors.LockNotAvailable` when it is never free.
    """
    for left in reversed(range(LOCK_TRIES)):
        try:
            with connection.transaction():  # a savepoint: the copy outlives a try in vain
                connection.execute(sql_text(f"set local lock_timeout = '{LOCK_SECONDS}s'"))
                connection.execute("lock table market_quotes in access exclusive mode")
        except psycopg.errors.LockNotAvailable:
            if not left:
                raise
            time.sleep(LOCK_SECONDS)
        else:
            return
