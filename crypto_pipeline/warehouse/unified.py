"""`crypto_assets`: one record per coin, from the freshest of its sources' latest quotes."""

from __future__ import annotations

from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage

# The contract's bounds: a quotient of two such prices is a number, whatever older versions let in
SMALLEST, LARGEST = "1e-100", "1e100"
COLUMNS = (
    "raw_seq",  # first, as nearly every change shows in it
    "ticker",
    "symbol",
    "name",
    "rank",
    *QUOTE_NUMBERS,
    "source",
    "sources",
    "spread_percent",
    "observed_at",
)


def unify(stage: Stage) -> tuple[int, int]:
    """Brings the unified records up to date in one statement; returns (coins, coins that changed).

    The freshest quote wins whole, so that a record's numbers belong together; ties go to the source that comes
    first by name. The spread compares the prices that were observed within a day of it.
    """
    columns = ", ".join(COLUMNS)
    same_day = "observed_at > newest - interval '24 hours'"
    changed = stage.change(
        f"""
        with quotes as (
            select asset_id, source, listing_id, observed_at, q.rank, price_usd,
                   max(observed_at) over (partition by asset_id) as newest
            from source_quotes q join listings using (listing_id)
        ), coins as (
            select asset_id, (array_agg(listing_id order by source, listing_id)
                              filter (where observed_at = newest))[1] as listing_id,
                   array_agg(distinct source order by source) as sources, min(rank) as any_rank,
                   count(*) filter (where {same_day}) as compared,
                   max(price_usd) filter (where {same_day}) as highest,
                   min(price_usd) filter (where {same_day}) as lowest
            from quotes group by asset_id
        ), unified as (
            select c.asset_id, ticker, a.symbol, a.name, coalesce(q.rank, any_rank) as rank,
                   {", ".join(QUOTE_NUMBERS)}, source, sources,
                   case when compared > 1 and lowest > {SMALLEST} and highest < {LARGEST}
                        then (highest / lowest - 1) * 100 end as spread_percent,
                   observed_at, raw_seq
            from coins c join source_quotes q using (listing_id) join listings l using (listing_id)
            join assets a on a.asset_id = c.asset_id
        )
        merge into crypto_assets c using unified u on c.asset_id = u.asset_id
        when matched and ({", ".join(f"c.{c}" for c in COLUMNS)})
            is distinct from ({", ".join(f"u.{c}" for c in COLUMNS)})
            then update set {", ".join(f"{c} = u.{c}" for c in COLUMNS)}
        when not matched then insert (asset_id, {columns})
            values (u.asset_id, {", ".join(f"u.{c}" for c in COLUMNS)})
        """
    )
    (coins, last, observed_at) = stage.fetch("select count(*), max(raw_seq), max(observed_at) from crypto_assets")[0]
    if coins:
        stage.advance(last, observed_at)
    return coins, changed


def prune(stage: Stage) -> None:
    """Deletes the records of coins of which there is no quote."""
    stage.change(
        "delete from crypto_assets c where not exists (select from listings join source_quotes using (listing_id)"
        " where asset_id = c.asset_id)"
    )
