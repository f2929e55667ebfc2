"""`crypto_assets`: one record per coin, from the freshest of its sources' latest quotes."""

from __future__ import annotations

from crypto_pipeline.warehouse.tables import QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage

COLUMNS = (
    "ticker",
    "symbol",
    "name",
    "rank",
    *QUOTE_NUMBERS,
    "source",
    "sources",
    "spread_percent",
    "observed_at",
    "raw_seq",
)
SAME_DAY = "interval '1 day'"


def unify(stage: Stage) -> tuple[int, int]:
    """Brings the unified records up to date in one statement; returns (coins, coins that changed).

    The freshest quote wins whole, so that a record's numbers belong together; ties go to the source that comes
    first by name. The spread compares the prices that were observed within a day of it.
    """
    columns = ", ".join(COLUMNS)
    changed = stage.change(
        f"""
        with freshest as (
            select distinct on (asset_id) * from source_quotes order by asset_id, observed_at desc, source
        ), across as (
            select q.asset_id, array_agg(q.source order by q.source) as sources,
                   max(q.rank) filter (where q.source = f.source) as own_rank, min(q.rank) as any_rank,
                   count(*) filter (where q.observed_at > f.observed_at - {SAME_DAY}) as compared,
                   max(q.price_usd) filter (where q.observed_at > f.observed_at - {SAME_DAY}) as highest,
                   min(q.price_usd) filter (where q.observed_at > f.observed_at - {SAME_DAY}) as lowest
            from source_quotes q join freshest f using (asset_id) group by q.asset_id
        )
        insert into crypto_assets as c (asset_id, {columns})
        select asset_id, a.ticker, a.symbol, a.name, coalesce(own_rank, any_rank),
               {", ".join(f"f.{column}" for column in QUOTE_NUMBERS)}, f.source, sources,
               case when compared > 1 and lowest > 0 then (highest / lowest - 1) * 100 end,
               f.observed_at, f.raw_seq
        from freshest f join across using (asset_id) join assets a using (asset_id)
        on conflict (asset_id) do update set {", ".join(f"{c} = excluded.{c}" for c in COLUMNS)}
        where ({", ".join(f"c.{c}" for c in COLUMNS)})
            is distinct from ({", ".join(f"excluded.{c}" for c in COLUMNS)})
        """
    )
    (coins, last, observed_at) = stage.fetch("select count(*), max(raw_seq), max(observed_at) from crypto_assets")[0]
    if coins:
        stage.advance(last, observed_at)
    return coins, changed
