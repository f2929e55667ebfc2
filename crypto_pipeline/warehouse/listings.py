"""Coins and the listings that stand for them: `assets`, `listings`, `identity_events`."""

from __future__ import annotations

import json

import pandas as pd

from crypto_pipeline.warehouse.writer import Stage, lock


def lock_identity(stage: Stage) -> None:
    """Sources queue here: two that meet the same new coin at once must not both make it."""
    lock(stage.connection, "identity")


def read_listings(stage: Stage) -> dict[str, int]:
    """The listing (listing_id) of each id that the source ever used."""
    return dict(stage.fetch("select source_id, listing_id from listings where source = %s", (stage.source,)))


def read_candidates(stage: Stage, symbols: list[str]) -> pd.DataFrame:
    """Coins that bear one of these symbols.

    Columns: asset_id (int64), symbol, name (str), claimed (bool: this source has a listing for the coin already),
    price_usd (float64, USD), observed_at (datetime64[us, UTC]) of the coin's freshest quote.
    """
    rows = stage.fetch(
        """
        select a.asset_id, a.symbol, a.name,
               exists (select from listings l where l.asset_id = a.asset_id and l.source = %s),
               q.price_usd, q.observed_at
        from assets a
        left join lateral (
            select price_usd, observed_at from listings l join source_quotes using (listing_id)
            where l.asset_id = a.asset_id order by observed_at desc limit 1) q on true
        where a.symbol = any(%s)
        """,
        (stage.source, symbols),
    )
    frame = pd.DataFrame(rows, columns=["asset_id", "symbol", "name", "claimed", "price_usd", "observed_at"])
    return frame.astype({"price_usd": "float64", "observed_at": "datetime64[us, UTC]", "claimed": "bool"})


def read_tickers(stage: Stage) -> set[str]:
    """Every ticker that was ever given."""
    return {ticker for (ticker,) in stage.fetch("select ticker from assets")}


def add_listings(stage: Stage, resolved: pd.DataFrame) -> None:
    """Adds what `normalize.identity.resolve_identities` found: new coins, listings, and the events that say why.

    Columns: source_id, symbol, name, ticker (str; null ticker: an existing coin), asset_id (Int64; null: a new
    coin), method (str), confidence (float64), evidence (dict), known_at (datetime64[us, UTC]).
    """
    frame = resolved.assign(evidence=[json.dumps(item) for item in resolved["evidence"]])
    columns = ["source_id", "symbol", "name", "ticker", "asset_id", "method", "confidence", "evidence", "known_at"]
    stage.copy_frame(
        "incoming_listings",
        "source_id text, symbol text, name text, ticker text, asset_id bigint, method text,"
        " confidence double precision, evidence text, known_at timestamptz",
        frame[columns],
    )
    stage.change(
        "insert into assets (ticker, symbol, name, origin, created_at)"
        " select ticker, symbol, name, %s, known_at from incoming_listings where asset_id is null",
        (stage.source,),
    )
    stage.change(
        """
        insert into listings (source, source_id, asset_id, symbol, name, first_seen, last_seen)
        select %s, source_id, coalesce(i.asset_id, a.asset_id), i.symbol, i.name, known_at,
               (known_at at time zone 'UTC')::date
        from incoming_listings i left join assets a on a.ticker = i.ticker and i.asset_id is null
        """,
        (stage.source,),
    )
    stage.change(
        """
        insert into identity_events (
            listing_id, kind, asset_id, symbol, name, method, confidence, evidence, known_at, run_id
        )
        select listing_id, case when i.asset_id is null then 'created' else 'linked' end, l.asset_id, l.symbol, l.name,
               method, confidence, evidence::jsonb, known_at, %s
        from incoming_listings i join listings l on l.source = %s and l.source_id = i.source_id
        """,
        (stage.run_id, stage.source),
    )


def keep_up_listings(stage: Stage) -> None:
    """What the quotes in `incoming` say of their listings: new names, each an event, and that they were seen.

    Only a quote that is no older than all before it gives a name. What it is compared with is what was known before it,
    so that a replay finds the same events. The coin bears the names of the listing that it was made for; its ticker
    stays.
    """
    stage.execute("drop table if exists pg_temp.names")
    stage.execute(
        """
        create temporary table names on commit drop as
        with other as (
            select distinct listing_id from incoming i join listings l using (listing_id)
            where (i.symbol, i.name) is distinct from (l.symbol, l.name)
        ), leaders as (
            select i.listing_id, i.symbol, i.name, i.known_at, i.raw_seq, i.observed_at >= greatest(
                       q.observed_at, max(i.observed_at) over (partition by i.listing_id order by i.raw_seq)) as leads
            from incoming i join other using (listing_id) left join source_quotes q using (listing_id)
        ), steps as (
            select n.*, coalesce(lag(n.symbol) over w, known.symbol) as old_symbol,
                   coalesce(lag(n.name) over w, known.name) as old_name
            from leaders n left join lateral (
                select symbol, name from identity_events e
                where e.listing_id = n.listing_id and (e.known_at < n.known_at or e.kind = 'created')
                order by e.known_at desc, event_id desc limit 1) known on true
            where leads
            window w as (partition by n.listing_id order by n.raw_seq)
        )
        select * from steps where (symbol, name) is distinct from (old_symbol, old_name)
        """
    )
    stage.change(
        """
        insert into identity_events (
            listing_id, kind, asset_id, symbol, name, method, confidence, evidence, known_at, run_id
        )
        select distinct on (listing_id, known_at) listing_id, 'renamed', l.asset_id, n.symbol, n.name, 'source', 1.0,
               jsonb_build_object('symbol', old_symbol, 'name', old_name), known_at, %s
        from names n join listings l using (listing_id) order by listing_id, known_at, raw_seq desc
        on conflict do nothing
        """,
        (stage.run_id,),
    )
    _bear_last_names(stage)
    stage.execute(
        """
        update listings l set last_seen = i.day
        from (select listing_id, max((known_at at time zone 'UTC')::date) as day from incoming group by listing_id) i
        where i.listing_id = l.listing_id and l.last_seen < i.day
        """
    )


def settle_names(stage: Stage) -> None:
    """Gives the listings in `incoming` the names that their latest quotes bear, now that others are gone or back."""
    stage.execute("drop table if exists pg_temp.names")
    stage.execute(
        """
        create temporary table names on commit drop as
        with last as (
            select distinct on (i.listing_id) i.listing_id, i.symbol, i.name
            from incoming i join source_quotes q on (q.listing_id, q.observed_at) = (i.listing_id, i.observed_at)
            order by i.listing_id, i.raw_seq desc
        )
        select i.*, l.symbol as old_symbol, l.name as old_name, l.asset_id
        from last i join listings l using (listing_id)
        where (i.symbol, i.name) is distinct from (l.symbol, l.name)
        """
    )
    stage.change(
        """
        insert into identity_events (
            listing_id, kind, asset_id, symbol, name, method, confidence, evidence, known_at, run_id
        )
        select listing_id, 'renamed', asset_id, symbol, name, 'undo', 1.0,
               jsonb_build_object('symbol', old_symbol, 'name', old_name), clock_timestamp(), %s
        from names
        """,
        (stage.run_id,),
    )
    _bear_last_names(stage)


def _bear_last_names(stage: Stage) -> None:
    """The listings in `names`, and the coins that were made for them, bear the names of their last event."""
    stage.change(
        """
        with renamed as (
            update listings l set symbol = e.symbol, name = e.name
            from (select distinct on (listing_id) listing_id, symbol, name from identity_events
                  where listing_id in (select listing_id from names) order by listing_id, event_id desc) e
            where e.listing_id = l.listing_id and (l.symbol, l.name) is distinct from (e.symbol, e.name)
            returning l.listing_id, l.asset_id, l.symbol, l.name
        )
        update assets a set symbol = r.symbol, name = r.name from renamed r
        where a.asset_id = r.asset_id and exists (
            select from identity_events e where e.listing_id = r.listing_id and e.kind = 'created')
        """
    )
