"""`crypto_assets`: one record per coin; `verdicts`: whose quote it was, from when to when, and why.

Most coins need no closer look: their sources agree, and the price is near the one that is served. For them one
statement picks the winner. The rest is given to whoever judges, with the recent past.
"""

from __future__ import annotations

from datetime import datetime

from crypto_pipeline.warehouse.contenders import LAST, PROMISES, SAME_DAY, SPREAD, Past
from crypto_pipeline.warehouse.tables import HISTORY_NUMBERS, QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage

COLUMNS = (
    "raw_seq",  # first, as nearly every change shows in it
    "listing_id",
    "ticker",
    "symbol",
    "name",
    "rank",
    *QUOTE_NUMBERS,
    "source",
    "sources",
    "spread_percent",
    "observed_at",
    "reason",
    "flags",
    "held_back",
)


def now_of(stage: Stage) -> datetime | None:
    """When the newest of all latest quotes was fetched; None when there is none."""
    rows = stage.fetch(
        """
        select known_at from market_quotes where (listing_id, observed_at) = (
            select listing_id, observed_at from source_quotes order by raw_seq desc limit 1)
        """
    )
    return rows[0][0] if rows else None


def look(stage: Stage, now: datetime, apart: float) -> None:
    """Fills the temporary table `verdict` with the plain choice for each coin, and marks those that need a closer look:
    fresh sources that are `apart` (a factor), a price that far from the one that is served, a price of 0, a past that
    has changed, or a coin that is not served yet and has a past.

    A price wins over none, fresh quotes over others; of fresh ones the source of the smallest precedence, of others
    the newest. The spread compares the prices that were observed within a day of the newest.
    """
    # whether any listing has more than its latest quote, asked so that the answer is cheap in a long history, too
    ((past,),) = stage.fetch(
        "select exists (select from market_quotes offset (select count(*) from source_quotes) limit 1)"
    )
    usable = "not stale and not no_price"
    stage.execute(
        f"""
        create temporary table verdict on commit drop as
        with {PROMISES}, quotes as (
            select asset_id, source, listing_id, observed_at, q.rank, price_usd, price_usd <= 0 as no_price, recheck,
                   coalesce(observed_at <= %(now)s - fresh_for * interval '1 s', false) as stale,
                   coalesce(precedence, {LAST}) as precedence,
                   max(observed_at) over (partition by asset_id) as newest
            from source_quotes q join listings using (listing_id) left join promises using (source)
        ), coins as (
            select asset_id,
                   (array_agg(listing_id order by no_price, stale, case when stale then
                        -extract(epoch from observed_at) else precedence end, precedence, listing_id))[1] as listing_id,
                   array_agg(distinct source order by source) as sources, min(rank) as any_rank,
                   count(*) as listings, bool_and(stale) as old, bool_or(no_price) as zero, bool_or(recheck) as recheck,
                   count(*) filter (where {SAME_DAY}) as compared,
                   max(price_usd) filter (where {SAME_DAY}) as highest,
                   min(price_usd) filter (where {SAME_DAY}) as lowest,
                   max(price_usd) filter (where {usable}) > %(apart)s * min(price_usd) filter (where {usable}) as apart,
                   max(price_usd) > %(apart)s * min(price_usd) filter (where not no_price) as all_apart
            from quotes group by asset_id
        )
        select c.asset_id, c.listing_id, c.sources, any_rank, listings > 1 as several,
               {SPREAD} as spread_percent,
               case when listings = 1 then 'only' when old then 'newest' else 'precedence' end as reason,
               case when old then '{{old}}'::text[] else '{{}}' end as flags,
               null::jsonb as held, null::jsonb as held_back, null::bigint as past,
               coalesce(case when old then all_apart else apart end, false) or c.recheck
                   or zero and (listings > 1 or served.price_usd > 0) or served.asset_id is null and %(past)s
                   or served.price_usd > 0 and (q.price_usd > %(apart)s * served.price_usd
                                                or q.price_usd * %(apart)s < served.price_usd) as closer,
               served.asset_id is null or served.held_back is not null
                   or served.listing_id is distinct from c.listing_id as turned
        from coins c join source_quotes q using (listing_id) left join crypto_assets served using (asset_id)
        """,
        {"now": now, "apart": apart, "past": past},
    )
    stage.execute(
        "update verdict v set turned = true from crypto_assets c where c.asset_id = v.asset_id and not turned"
        " and (c.reason, c.flags) is distinct from (v.reason, v.flags)"
    )


def write(stage: Stage, now: datetime) -> tuple[int, int]:
    """Brings the unified records up to date by `verdict`; returns (coins, coins that changed)."""
    columns = ", ".join(COLUMNS)
    held = {name: f"case when past is null then q.{name} else g.{name} end as {name}" for name in Past._fields}
    numbers = ", ".join(
        held[name] if name in HISTORY_NUMBERS else f"case when past is null then q.{name} end as {name}"
        for name in QUOTE_NUMBERS
    )
    changed = stage.change(
        f"""
        with unified as (
            select v.asset_id, v.listing_id, ticker, a.symbol, a.name,
                   coalesce(case when past is null then q.rank else g.rank end, any_rank) as rank, {numbers},
                   l.source, sources, spread_percent, {held["observed_at"]}, {held["raw_seq"]}, reason, flags, held_back
            from verdict v join source_quotes q using (listing_id) join listings l using (listing_id)
            join assets a on a.asset_id = v.asset_id left join last_good g on g.asset_id = v.asset_id
        )
        merge into crypto_assets c using unified u on c.asset_id = u.asset_id
        when matched and ({", ".join(f"c.{c}" for c in COLUMNS)})
            is distinct from ({", ".join(f"u.{c}" for c in COLUMNS)})
            then update set {", ".join(f"{c} = u.{c}" for c in COLUMNS)}
        when not matched then insert (asset_id, {columns})
            values (u.asset_id, {", ".join(f"u.{c}" for c in COLUMNS)})
        """
    )
    stage.execute("update source_quotes set recheck = false where recheck")
    _keep_verdicts(stage, now)
    (coins, last, observed_at) = stage.fetch("select count(*), max(raw_seq), max(observed_at) from crypto_assets")[0]
    if coins:
        stage.advance(last, observed_at)
    return coins, changed


def _keep_verdicts(stage: Stage, now: datetime) -> None:
    """Closes the intervals of verdicts that have changed, and opens new ones."""
    stage.execute(
        """
        update verdicts o set until = %s from verdict v
        where v.turned and o.asset_id = v.asset_id and o.until is null
          and (o.listing_id, o.reason, o.flags, o.held) is distinct from (v.listing_id, v.reason, v.flags, v.held)
        """,
        (now,),
    )
    stage.execute(
        """
        insert into verdicts (asset_id, listing_id, since, reason, flags, held)
        select asset_id, listing_id, %s, reason, flags, held from verdict v
        where turned and not exists (select from verdicts o where o.asset_id = v.asset_id and o.until is null)
        """,
        (now,),
    )


def prune(stage: Stage) -> None:
    """Deletes the records of coins of which there is no quote."""
    stage.change(
        "delete from crypto_assets c where not exists (select from listings join source_quotes using (listing_id)"
        " where asset_id = c.asset_id)"
    )
    stage.execute(
        "update verdicts v set until = clock_timestamp() where until is null"
        " and not exists (select from crypto_assets c where c.asset_id = v.asset_id)"
    )
