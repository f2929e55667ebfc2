"""The market as a whole."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from api_server.contract.parameters import Parameters
from api_server.contract.prices import Market, Mover
from api_server.queries.database import Database

# Coins that are told of anew; what is old says nothing of now
_NOW = "not 'old' = any(flags)"
TOTALS = f"""
select count(*), coalesce(sum(market_cap_usd), 0), coalesce(sum(volume_24h_usd), 0), max(observed_at)
from crypto_assets where {_NOW}
"""
LARGEST = f"""
select ticker, market_cap_usd from crypto_assets where {_NOW} and market_cap_usd > 0
order by market_cap_usd desc, ticker limit 10
"""
MOVERS = f"""
select ticker, name, price_usd, percent_change_24h, market_cap_usd from (
    select * from crypto_assets where {_NOW} and market_cap_usd > 0 order by market_cap_usd desc, ticker limit %(among)s
) as largest where percent_change_24h is not null order by percent_change_24h
"""


class MarketQuery(Parameters, kw_only=True, frozen=True):
    """The parameters of `/market`."""

    movers: Annotated[int, Meta(ge=0, le=100, description="How many gainers, and how many losers")] = 10
    among: Annotated[int, Meta(ge=1, le=5_000, description="They are of so many coins, the largest")] = 250


async def market(database: Database, query: MarketQuery) -> Market:
    """Totals, who has how much of them, and who moves."""
    ((coins, cap, volume, newest),) = await database.fetch(TOTALS)
    largest = await database.fetch(LARGEST)
    movers = [Mover(*row) for row in await database.fetch(MOVERS, {"among": query.among})]
    return Market(
        coins=coins,
        market_cap_usd=cap,
        volume_24h_usd=volume,
        dominance_percent={ticker: own / cap * 100 for ticker, own in largest} if cap else {},
        gainers=[mover for mover in reversed(movers) if mover.percent_change_24h > 0][: query.movers],
        losers=[mover for mover in movers if mover.percent_change_24h < 0][: query.movers],
        observed_at=newest,
    )
