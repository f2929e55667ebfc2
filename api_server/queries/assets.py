"""One coin with everything that is known of it."""

from __future__ import annotations

from difflib import get_close_matches
from urllib.parse import quote

from api_server.contract.links import link
from api_server.contract.models import Asset, AssetIdentity, Coin, SourceQuote
from api_server.contract.problems import Problem, shown
from api_server.queries.coins import FIELDS
from api_server.queries.database import Database
from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS

COIN = f"""
select ticker as id, {", ".join(name for name in FIELDS if name not in ("id", "raw"))}, %(raw)s || raw_seq, asset_id
from crypto_assets where ticker = %(ticker)s
"""
QUOTES = f"""
select source, source_id, q.observed_at, q.rank, {", ".join(f"q.{name}" for name in QUOTE_NUMBERS)},
       %(raw)s || q.raw_seq
from source_quotes q join listings using (listing_id) where asset_id = %(asset_id)s order by q.observed_at desc, source
"""
IDENTITIES = """
select source, source_id, e.method, e.confidence, e.evidence, e.known_at
from listings l join lateral (
    select * from identity_events where listing_id = l.listing_id and kind in ('created', 'linked', 'split')
    order by event_id desc limit 1) e on true
where l.asset_id = %s order by e.known_at, source, source_id
"""
TICKER = "select ticker from listings join assets using (asset_id) where (source, source_id) = (%s, %s)"
# Tickers that a misspelt one may have meant: the most important that begin alike, and those of its name
NEAR = """
select ticker, name from crypto_assets
where ticker like %s or lower(name) = lower(%s) order by rank nulls last, ticker limit 400
"""


async def find_asset(database: Database, ticker: str) -> Asset:
    """The coin of this ticker. Raises `Problem`, with near tickers, when there is none."""
    raw = link("/raw/")
    found = await database.fetch(COIN, {"ticker": ticker.upper(), "raw": raw})
    if not found:
        raise await _unknown(database, ticker)
    asset_id = found[0][-1]
    coin = Coin(**dict(zip(FIELDS, found[0][:-1], strict=True)))
    quotes = [SourceQuote(*row) for row in await database.fetch(QUOTES, {"asset_id": asset_id, "raw": raw})]
    identities = [AssetIdentity(*row) for row in await database.fetch(IDENTITIES, [asset_id])]
    name = quote(coin.ticker or "", safe="")
    links = {
        "self": link(f"/assets/{name}"),
        "history": link(f"/assets/{name}/history"),
        "candles": link(f"/assets/{name}/candles"),
        "news": link(f"/news?ticker={name}"),
        "records": link(f"/records?ticker={name}"),
    }
    return Asset(coin, quotes, identities, coin.spread_percent, links)


async def ticker_of(database: Database, source: str, source_id: str) -> str:
    """The ticker of the coin that a source knows by this id. Raises `Problem` when there is none."""
    rows = await database.fetch(TICKER, [source, source_id])
    if not rows:
        raise Problem("not-found", f"{source} has no coin with the id {shown(source_id)}. GET /assets/BTC shows ids.")
    return str(rows[0][0])


async def require_known(database: Database, tickers: list[str], known: set[str]) -> None:
    """Raises `Problem`, with near tickers, for the first one that no coin has."""
    for ticker in tickers:
        if ticker not in known:
            raise await _unknown(database, ticker)


async def _unknown(database: Database, ticker: str) -> Problem:
    start = ticker[:1].upper().replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    rows = await database.fetch(NEAR, [f"{start}%", ticker])
    named = [found for found, name in rows if name.lower() == ticker.lower()]
    near = [*named, *get_close_matches(ticker.upper(), [found for found, _ in rows], 5, 0.5)]
    hint = f"Did you mean {', '.join(dict.fromkeys(near))}?" if near else "GET /data?search= finds coins by name."
    return Problem(
        "not-found", f"No coin has the ticker {shown(ticker)}. {hint}", suggestions=list(dict.fromkeys(near))
    )
