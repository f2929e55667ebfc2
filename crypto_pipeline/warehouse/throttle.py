"""Calls to upstreams, limited per minute and per month across all processes, through the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from psycopg import sql
from psycopg_pool import ConnectionPool
from pyrate_limiter import Duration, Limiter, PostgresBucket, Rate, SingleBucketFactory
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect, dsn


class BudgetExhaustedError(Exception):
    """The month's calls are used up. The message says what to do."""


class Throttle:
    """Asks for leave before each call to one upstream. A context manager: it holds one connection.

    `per_minute` calls in any minute, waiting for a free place; `per_month` calls in a calendar month (UTC), 0 for no
    bound, None: they are not counted; `keep` of them are left to others. The monthly count is in `upstream_calls`,
    where metrics and people can read it.
    """

    def __init__(
        self, url: URL, upstream: str, per_minute: int, per_month: int | None,
        say: Callable[[str], object] = lambda _: None, keep: int = 0,
    ) -> None:  # fmt: skip
        self.url, self.upstream, self.per_minute, self.per_month = url, upstream, per_minute, per_month
        self._say, self._keep = say, keep

    def __enter__(self) -> Throttle:
        # the bucket's times have no zone: every process must write them in the same one
        in_utc = dsn(self.url, "-c timezone=UTC -c client_min_messages=warning")
        self._pool = ConnectionPool(in_utc, min_size=0, max_size=1, timeout=10, open=True)
        bucket = PostgresBucket(self._pool, f"upstream_{self.upstream}", [Rate(self.per_minute, Duration.MINUTE)])
        factory = SingleBucketFactory(bucket, schedule_leak=False)
        self._forget_the_future()
        bucket.leak(int(datetime.now(UTC).timestamp() * 1000))
        self._limiter = Limiter(factory)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def _forget_the_future(self) -> None:
        """A load made while the clock was ahead leaves stamps that would fill the minute until the clock gets there."""
        with self._pool.connection() as connection:
            connection.execute(
                sql.SQL(
                    "delete from {} where item_timestamp > clock_timestamp() at time zone 'UTC' + interval '1 minute'"
                ).format(sql.Identifier(f"ratelimit___upstream_{self.upstream}"))
            )

    def acquire(self) -> None:
        """Waits for a place in the minute, then takes one call off the month's budget.

        Raises `BudgetExhaustedError` when the month's budget is used up.
        """
        if not self._limiter.try_acquire(self.upstream, blocking=False):
            self._say(f"waiting for a place in the rate of {self.per_minute} calls a minute")
            self._limiter.try_acquire(self.upstream)
        if self.per_month is None:
            return
        month = datetime.now(UTC).strftime("%Y-%m")
        with connect(self.url) as connection:
            row = connection.execute(
                """
                insert into upstream_calls as u (upstream, month, calls, allowed)
                values (%(upstream)s, %(month)s, 1, %(budget)s)
                on conflict (upstream, month) do update set calls = u.calls + 1, allowed = excluded.allowed
                where %(budget)s = 0 or u.calls < %(budget)s - %(keep)s
                returning calls
                """,
                {"upstream": self.upstream, "month": month, "budget": self.per_month, "keep": self._keep},
            ).fetchone()
        if row is None:
            raise BudgetExhaustedError(
                f"the monthly budget of {self.per_month} calls to {self.upstream} is used up for {month} (UTC): "
                f"raise {self.upstream.upper()}_MONTHLY_BUDGET if your plan allows more, or wait for next month"
            )


def calls_made(url: URL, upstream: str) -> int:
    """How many calls were made to it in this calendar month (UTC)."""
    with connect(url) as connection:
        row = connection.execute(
            "select calls from upstream_calls where (upstream, month) = (%s, %s)",
            (upstream, datetime.now(UTC).strftime("%Y-%m")),
        ).fetchone()
    return int(row[0]) if row else 0
