"""Quotes and the coins they are about: `assets`, `asset_identities`, `market_quotes`, `source_quotes`."""

from __future__ import annotations

import json

import pandas as pd

from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, lock

VALUE_COLUMNS = (*QUOTE_NUMBERS, "rank", "raw_seq")
VALUES = ", ".join(VALUE_COLUMNS)
SET_VALUES = ", ".join(f"{column} = excluded.{column}" for column in VALUE_COLUMNS)
QUOTE_COLUMNS = ("source_id", "symbol", "name", "observed_at", *VALUE_COLUMNS)


def _differs(one: str, other: str) -> str:
    """A condition: the two rows hold different values."""
    mine, theirs = (", ".join(f"{row}.{column}" for column in (*QUOTE_NUMBERS, "rank")) for row in (one, other))
    return f"({mine}) is distinct from ({theirs})"


def lock_identity(stage: Stage) -> None:
    """Sources queue here: two that meet the same new coin at once must not both make it."""
    lock(stage.connection, "identity")


def stage_quotes(stage: Stage, quotes: pd.DataFrame) -> None:
    """COPYs quotes into the transaction's own table, for the functions below.

    Columns: `QUOTE_COLUMNS` and latest (bool: the newest of its source_id).
    """
    numbers = ", ".join(f"{column} double precision" for column in QUOTE_NUMBERS)
    stage.copy_frame(
        "incoming_quotes",
        f"source_id text, symbol text, name text, observed_at timestamptz, {numbers}, rank integer, raw_seq bigint,"
        " latest boolean",
        quotes[[*QUOTE_COLUMNS, "latest"]],
    )


def unknown_ids(stage: Stage) -> set[str]:
    """The staged quotes' ids that stand for no coin yet."""
    rows = stage.fetch(
        "select distinct source_id from incoming_quotes q where not exists"
        " (select from asset_identities i where i.source = %s and i.source_id = q.source_id)",
        (stage.source,),
    )
    return {source_id for (source_id,) in rows}


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


def rename_assets(stage: Stage) -> int:
    """Gives coins that this source named the symbol and name that it has for them now. Tickers stay."""
    return stage.change(
        """
        update assets a set symbol = q.symbol, name = q.name
        from incoming_quotes q
        join asset_identities i on i.source = %(source)s and i.source_id = q.source_id and i.method = 'new'
        where q.latest and a.asset_id = i.asset_id and a.origin = %(source)s
          and (a.symbol, a.name) is distinct from (q.symbol, q.name)
        """,
        {"source": stage.source},
    )


def store_quotes(stage: Stage) -> int:
    """Adds the staged quotes to the history and brings each coin's latest one up to date.

    They must be one per source_id and observed_at, every source_id known. A quote that is there already with
    the same values changes nothing; with other values the later raw record wins. Returns how many were new or
    corrected.
    """
    source = {"source": stage.source}
    known = "incoming_quotes q join asset_identities i on i.source = %(source)s and i.source_id = q.source_id"
    stored = stage.change(
        f"""
        insert into market_quotes as m (asset_id, source, observed_at, {VALUES})
        select i.asset_id, i.source, q.observed_at, {VALUES} from {known}
        on conflict (asset_id, source, observed_at) do update set {SET_VALUES}
        where m.raw_seq < excluded.raw_seq and {_differs("m", "excluded")}
        """,
        source,
    )
    stage.change(
        f"""
        merge into source_quotes s
        using (select i.asset_id, i.source, q.observed_at, {VALUES} from {known} where q.latest) q
        on s.asset_id = q.asset_id and s.source = q.source
        when matched and (
            s.observed_at < q.observed_at
            or (s.observed_at = q.observed_at and s.raw_seq < q.raw_seq and {_differs("s", "q")})
        ) then update set observed_at = q.observed_at, {", ".join(f"{column} = q.{column}" for column in VALUE_COLUMNS)}
        when not matched then insert (asset_id, source, observed_at, {VALUES})
            values (q.asset_id, q.source, q.observed_at, {", ".join(f"q.{column}" for column in VALUE_COLUMNS)})
        """,
        source,
    )
    return stored
