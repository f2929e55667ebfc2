"""Quotes and the coins they are about: `assets`, `asset_identities`, `market_quotes`, `source_quotes`."""

from __future__ import annotations

import json

import pandas as pd

from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, lock

NUMBERS = ", ".join(QUOTE_NUMBERS)
VALUES = f"{NUMBERS}, rank, raw_seq"
QUOTE_COLUMNS = ("source_id", "observed_at", *QUOTE_NUMBERS, "rank", "raw_seq")


def _differs(table: str) -> str:
    """A condition: the row of `table` holds other values than the one that comes in."""
    mine, theirs = (", ".join(f"{t}.{c}" for c in (*QUOTE_NUMBERS, "rank")) for t in (table, "excluded"))
    return f"({mine}) is distinct from ({theirs})"


SET_VALUES = ", ".join(f"{column} = excluded.{column}" for column in (*QUOTE_NUMBERS, "rank", "raw_seq"))


def lock_identity(stage: Stage) -> None:
    """Sources queue here: two that meet the same new coin at once must not both make it."""
    lock(stage.connection, "identity")


def read_identities(stage: Stage) -> pd.DataFrame:
    """This source's known ids. Columns: source_id (str), asset_id (int64), symbol, name (str), origin (str)."""
    rows = stage.fetch(
        "select i.source_id, i.asset_id, a.symbol, a.name, a.origin from asset_identities i"
        " join assets a using (asset_id) where i.source = %s",
        (stage.source,),
    )
    return pd.DataFrame(rows, columns=["source_id", "asset_id", "symbol", "name", "origin"])


def read_candidates(stage: Stage, symbols: list[str]) -> pd.DataFrame:
    """Coins that bear one of these symbols.

    Columns: asset_id (int64), symbol, name (str), claimed (bool: this source has an id for the coin already),
    price_usd (float64, USD), observed_at (datetime64[us, UTC]) of the coin's freshest quote.
    """
    rows = stage.fetch(
        """
        select a.asset_id, a.symbol, a.name,
               exists (select from asset_identities i where i.asset_id = a.asset_id and i.source = %s),
               q.price_usd, q.observed_at
        from assets a
        left join lateral (
            select price_usd, observed_at from source_quotes s
            where s.asset_id = a.asset_id order by observed_at desc limit 1) q on true
        where a.symbol = any(%s)
        """,
        (stage.source, symbols),
    )
    frame = pd.DataFrame(rows, columns=["asset_id", "symbol", "name", "claimed", "price_usd", "observed_at"])
    return frame.astype({"price_usd": "float64", "observed_at": "datetime64[us, UTC]", "claimed": "bool"})


def read_tickers(stage: Stage) -> set[str]:
    """Every ticker that was ever given."""
    return {ticker for (ticker,) in stage.fetch("select ticker from assets")}


def add_identities(stage: Stage, resolved: pd.DataFrame) -> None:
    """Adds coins and identities that `normalize.identity.resolve_identities` found.

    Columns: source_id, symbol, name, ticker (str; null ticker: an existing coin), asset_id (Int64; null: a new
    coin), method (str), confidence (float64), evidence (dict).
    """
    frame = resolved.assign(evidence=[json.dumps(item) for item in resolved["evidence"]])
    stage.copy_frame(
        "incoming_identities",
        "source_id text, symbol text, name text, ticker text, asset_id bigint, method text,"
        " confidence double precision, evidence text",
        frame[["source_id", "symbol", "name", "ticker", "asset_id", "method", "confidence", "evidence"]],
    )
    stage.change(
        "insert into assets (ticker, symbol, name, origin, created_at)"
        " select ticker, symbol, name, %s, clock_timestamp() from incoming_identities where asset_id is null",
        (stage.source,),
    )
    stage.change(
        """
        insert into asset_identities (source, source_id, asset_id, method, confidence, evidence, created_at)
        select %s, source_id, coalesce(i.asset_id, a.asset_id), method, confidence, evidence::jsonb, clock_timestamp()
        from incoming_identities i left join assets a on a.ticker = i.ticker and i.asset_id is null
        """,
        (stage.source,),
    )


def rename_assets(stage: Stage, renamed: pd.DataFrame) -> None:
    """New symbols and names of coins that this source named. Columns: asset_id, symbol, name. Tickers stay."""
    if renamed.empty:
        return
    stage.copy_frame("renamed", "asset_id bigint, symbol text, name text", renamed[["asset_id", "symbol", "name"]])
    stage.change(
        "update assets a set symbol = r.symbol, name = r.name from renamed r"
        " where a.asset_id = r.asset_id and (a.symbol, a.name) is distinct from (r.symbol, r.name)"
    )


def store_quotes(stage: Stage, quotes: pd.DataFrame) -> int:
    """Adds quotes to the history and brings each coin's latest one up to date.

    Columns: `QUOTE_COLUMNS`; one row per source_id and observed_at, every source_id known. A quote that is
    there already with the same values changes nothing; with other values the later raw record wins. Returns
    how many were new or corrected.
    """
    numbers = ", ".join(f"{column} double precision" for column in QUOTE_NUMBERS)
    stage.copy_frame(
        "incoming_quotes",
        f"source_id text, observed_at timestamptz, {numbers}, rank integer, raw_seq bigint",
        quotes[list(QUOTE_COLUMNS)],
    )
    known = "incoming_quotes q join asset_identities i on i.source = %(source)s and i.source_id = q.source_id"
    stored = stage.change(
        f"""
        insert into market_quotes as m (asset_id, source, observed_at, {VALUES})
        select i.asset_id, i.source, q.observed_at, {VALUES} from {known}
        on conflict (asset_id, source, observed_at) do update set {SET_VALUES}
        where m.raw_seq < excluded.raw_seq and {_differs("m")}
        """,
        {"source": stage.source},
    )
    stage.change(
        f"""
        insert into source_quotes as s (asset_id, source, observed_at, {VALUES})
        select distinct on (i.asset_id) i.asset_id, i.source, q.observed_at, {VALUES} from {known}
        order by i.asset_id, q.observed_at desc
        on conflict (asset_id, source) do update set observed_at = excluded.observed_at, {SET_VALUES}
        where s.observed_at < excluded.observed_at
           or (s.observed_at = excluded.observed_at and s.raw_seq < excluded.raw_seq and {_differs("s")})
        """,
        {"source": stage.source},
    )
    return stored
