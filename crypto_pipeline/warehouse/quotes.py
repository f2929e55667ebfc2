"""Quotes and the coins they are about: `assets`, `asset_identities`, `market_quotes`, `source_quotes`."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pandas as pd

from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, lock

VALUE_COLUMNS = (*QUOTE_NUMBERS, "rank", "raw_seq")
VALUES = ", ".join(VALUE_COLUMNS)
SET_VALUES = ", ".join(f"{column} = excluded.{column}" for column in VALUE_COLUMNS)


def _differs(one: str, other: str) -> str:
    """A condition: the two rows hold different values."""
    mine, theirs = (", ".join(f"{row}.{column}" for column in (*QUOTE_NUMBERS, "rank")) for row in (one, other))
    return f"({mine}) is distinct from ({theirs})"


def lock_identity(stage: Stage) -> None:
    """Sources queue here: two that meet the same new coin at once must not both make it."""
    lock(stage.connection, "identity")


def read_identities(stage: Stage) -> dict[str, int]:
    """The coin (asset_id) of each id that the source ever used."""
    return dict(stage.fetch("select source_id, asset_id from asset_identities where source = %s", (stage.source,)))


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


def store_quotes(stage: Stage, quotes: pd.DataFrame) -> int:
    """Adds quotes to the history, brings each coin's latest one up to date, and the names of the source's own coins.

    Columns: asset_id (int64), symbol, name (str), observed_at (datetime64[us, UTC]), `VALUE_COLUMNS`, latest (bool: the
    newest of its coin); one row per coin and moment. A quote that is there already with the same values changes
    nothing; with other values the later raw record wins. Returns how many were new or corrected.
    """
    numbers = ", ".join(f"{column} double precision" for column in QUOTE_NUMBERS)
    stage.copy_frame(
        "incoming",
        f"asset_id bigint, symbol text, name text, observed_at timestamptz, {numbers}, rank bigint, raw_seq bigint,"
        " latest boolean",
        quotes[["asset_id", "symbol", "name", "observed_at", *VALUE_COLUMNS, "latest"]],
    )
    _rename_assets(stage)
    stored = _add_history(stage)
    _update_latest(stage)
    return stored


def _rename_assets(stage: Stage) -> None:
    """Gives coins that this source named the symbol and name that it has for them now. Tickers stay."""
    stage.change(
        """
        update assets a set symbol = q.symbol, name = q.name from incoming q
        where q.latest and a.asset_id = q.asset_id and a.origin = %s
          and (a.symbol, a.name) is distinct from (q.symbol, q.name)
        """,
        (stage.source,),
    )


def _add_history(stage: Stage) -> int:
    insert = f"""
        insert into market_quotes as m (asset_id, source, observed_at, {VALUES})
        select asset_id, %(source)s, observed_at, {VALUES} from incoming
        """
    parameters = {"source": stage.source, "newest": stage.observed_at or datetime.min.replace(tzinfo=UTC)}
    # What was observed after everything that this stage has dealt with is new unasked, which costs a third less.
    return stage.change(f"{insert} where observed_at > %(newest)s", parameters) + stage.change(
        f"""{insert} where observed_at <= %(newest)s
        on conflict (asset_id, source, observed_at) do update set {SET_VALUES}
        where m.raw_seq < excluded.raw_seq and {_differs("m", "excluded")}
        """,
        parameters,
    )


def _update_latest(stage: Stage) -> None:
    stage.change(
        f"""
        merge into source_quotes s using (select * from incoming where latest) q
        on s.asset_id = q.asset_id and s.source = %(source)s
        when matched and (
            s.observed_at < q.observed_at
            or (s.observed_at = q.observed_at and s.raw_seq < q.raw_seq and {_differs("s", "q")})
        ) then update set observed_at = q.observed_at, {", ".join(f"{column} = q.{column}" for column in VALUE_COLUMNS)}
        when not matched then insert (asset_id, source, observed_at, {VALUES})
            values (q.asset_id, %(source)s, q.observed_at, {", ".join(f"q.{column}" for column in VALUE_COLUMNS)})
        """,
        {"source": stage.source},
    )
