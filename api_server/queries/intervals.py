"""What a series' rows are made of: hours and days as they are stored, the rest of quotes; as it is believed now, or was
at some moment.

Statements give the rows of a listing `c` from `first` to `last`, both of which begin intervals: listing_id, opened_at,
prices, quotes, partial.
"""

from __future__ import annotations

from datetime import timedelta

from api_server.queries.beliefs import believed
from crypto_pipeline.warehouse.tables import ohlc

# How long an interval is; a week begins on Monday
STEPS = {
    "5m": timedelta(minutes=5), "1h": timedelta(hours=1), "1d": timedelta(days=1), "1w": timedelta(weeks=1),
}  # fmt: skip
_STORED = """
select listing_id, opened_at, open_usd, high_usd, low_usd, close_usd, market_cap_usd, volume_24h_usd, quotes,
       {partial} as partial
from {table} where listing_id = c.listing_id and opened_at between %(first)s and %(last)s
"""
_MADE = """
select c.listing_id, {bin} as opened_at, {ohlc}, {quotes} as quotes, {partial} as partial from {table} group by {bin}
"""
_RAW = """
select c.listing_id, observed_at as opened_at, price_usd as close_usd, market_cap_usd, volume_24h_usd, 1 as quotes,
       false as partial
from {table}
"""
_WITHIN = "listing_id = c.listing_id and {at} >= %(first)s and {at} {until}"
_QUOTES = "market_quotes where " + _WITHIN
_OPEN = "{bin} + interval '{step}' > {now}"


def _until(step: str) -> str:
    return f"< %(last)s + interval '{step}'"


def _made(bin_: str, step: str, table: str, now: str, *, hours: int | None = None) -> str:
    """Intervals of quotes; of how many `hours` a whole one has some."""
    partial = _OPEN.format(bin=bin_, step=step, now=now)
    if hours:
        partial = f"count(distinct date_trunc('hour', observed_at)) < {hours} or {partial}"
    prices = ohlc("price_usd", "price_usd", "price_usd", "price_usd", by="observed_at")
    return _MADE.format(bin=bin_, ohlc=prices, table=table, quotes="count(*)::int", partial=partial)


def _bin(unit: str) -> str:
    return f"date_trunc('{unit}', observed_at)"


_FIVE = "date_bin('5 minutes', observed_at, 'epoch')"
_WEEK = "date_trunc('week', opened_at)"
# As it is believed now, by interval
NOW = {
    "raw": _RAW.format(table=_QUOTES.format(at="observed_at", until="<= %(last)s")),
    "5m": _made(_FIVE, "5 minutes", _QUOTES.format(at="observed_at", until=_until("5 minutes")), "now()"),
    "1h": _STORED.format(table="candles_1h", partial=_OPEN.format(bin="opened_at", step="1 hour", now="now()")),
    "1d": _STORED.format(
        table="candles_1d", partial="hours < 24 or " + _OPEN.format(bin="opened_at", step="1 day", now="now()")
    ),
    "1w": _MADE.format(
        bin=_WEEK, ohlc=ohlc("open_usd", "high_usd", "low_usd", "close_usd", by="opened_at"), quotes="sum(quotes)::int",
        table="candles_1d where " + _WITHIN.format(at="opened_at", until=_until("1 week")),
        partial="sum(hours) < 168 or " + _OPEN.format(bin=_WEEK, step="1 week", now="now()"),
    ),
}  # fmt: skip


def _believed(until: str) -> str:
    which = _WITHIN.format(at="observed_at", until=until)
    told = believed("observed_at, price_usd, market_cap_usd, volume_24h_usd", which, "%(as_of)s")
    return f"""(
        select distinct on (observed_at) * from ({told}) as told order by observed_at, place
    ) as believed where price_usd is not null"""


# As it was believed at `as_of`
THEN = {
    "raw": _RAW.format(table=_believed("<= %(last)s")),
    "5m": _made(_FIVE, "5 minutes", _believed(_until("5 minutes")), "%(as_of)s"),
    "1h": _made(_bin("hour"), "1 hour", _believed(_until("1 hour")), "%(as_of)s"),
    "1d": _made(_bin("day"), "1 day", _believed(_until("1 day")), "%(as_of)s", hours=24),
    "1w": _made(_bin("week"), "1 week", _believed(_until("1 week")), "%(as_of)s", hours=168),
}
