"""The coins that need a closer look: what is known of them for whoever judges, and what was judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import pandas as pd

from crypto_pipeline.warehouse.tables import HISTORY_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, by_key

# The contract's bounds: a quotient of two such prices is a number, whatever older versions let in
SMALLEST, LARGEST = "1e-100", "1e100"
# What each source promises; of one that is not loaded there is nothing, and it comes last
PROMISES = """
promises as (
    select source, min(precedence) as precedence, max(fresh_seconds) as fresh_for from streams group by source
)
"""
LAST = 999
SAME_DAY = "observed_at > newest - interval '24 hours'"
# How far apart so many `compared` prices are, in percent
SPREAD = f"""case when compared > 1 and lowest > {SMALLEST} and highest < {LARGEST}
    then (highest / lowest - 1) * 100 end"""
SAME_DAY = "observed_at > newest - interval '24 hours'"
# What is known of a listing's past: so many quotes, and one for each of these distances (hours)
RECENT = 10
BACK = [2**k for k in range(14)]
PAST = f"observed_at, {', '.join(HISTORY_NUMBERS)}, rank, raw_seq"


class Past(NamedTuple):
    """A quote of a listing, as the history has it."""

    observed_at: datetime
    price_usd: float
    market_cap_usd: float | None
    volume_24h_usd: float | None
    rank: int | None
    raw_seq: int


class Contender(NamedTuple):
    """A listing of a coin that is looked at closely, with its latest quote. `fresh_for` in seconds."""

    asset_id: int
    listing_id: int
    source: str
    source_id: str
    precedence: int
    fresh_for: float
    latest: Past
    supply: float | None


class Decision(NamedTuple):
    """What was judged of a coin: the winner, its quote where that is not the latest, why, and what is held back."""

    asset_id: int
    listing_id: int
    quote: Past | None
    reason: str
    flags: Sequence[str]
    held: str | None  # JSON: listing to why
    held_back: str | None  # JSON: what people are shown of it


def closer(stage: Stage) -> list[Contender]:
    """The listings of the coins that need a closer look, by coin."""
    rows = stage.fetch(
        f"""
        with {PROMISES}
        select v.asset_id, q.listing_id, l.source, l.source_id, coalesce(precedence, {LAST}), coalesce(fresh_for, 1e12),
               {", ".join(f"q.{name.strip()}" for name in PAST.split(","))}, q.circulating_supply
        from verdict v join listings l using (asset_id) join source_quotes q on q.listing_id = l.listing_id
        left join promises p on p.source = l.source
        where closer order by v.asset_id, precedence, q.listing_id
        """
    )
    return [Contender._make((*row[:6], Past._make(row[6:-1]), row[-1])) for row in rows]


def pasts(stage: Stage, found: Sequence[Contender]) -> dict[int, list[Past]]:
    """The positive quotes that each listing had before its latest, newest first: the last few; of coins with several
    listings also some ever further back, and the first of all.
    """
    several = pd.Series([c.asset_id for c in found]).duplicated(keep=False).tolist()
    before = f"select {PAST} from market_quotes m where m.listing_id = l.id and price_usd > 0 and observed_at"
    with by_key(stage):
        rows = stage.fetch(
            f"""
            select l.id, p.* from unnest(%s::int[], %s::timestamptz[], %s::bool[]) as l (id, latest, several),
            lateral (
                select * from ({before} < l.latest order by observed_at desc limit {RECENT}) as recent
                union
                select s.* from unnest(%s::int[]) as back, lateral (
                    {before} <= l.latest - back * interval '1 hour' order by observed_at desc limit 1) as s
                where l.several
                union
                select * from ({before} < l.latest order by observed_at limit 1) as first where l.several
            ) as p order by l.id, observed_at desc
            """,
            ([c.listing_id for c in found], [c.latest.observed_at for c in found], several, BACK),
        )
    past: dict[int, list[Past]] = {}
    for listing, *quote in rows:
        past.setdefault(listing, []).append(Past(*quote))
    return past


def decide(stage: Stage, decisions: Sequence[Decision]) -> None:
    """Enters what was judged in `verdict`, and the quotes that are served in place of the latest in `last_good`."""
    stage.copy_frame(
        "judged",
        "asset_id bigint, listing_id bigint, reason text, flags text[], held text, held_back text, past bigint",
        pd.DataFrame(
            {
                "asset_id": [d.asset_id for d in decisions],
                "listing_id": [d.listing_id for d in decisions],
                "reason": [d.reason for d in decisions],
                "flags": [list(d.flags) for d in decisions],
                "held": [d.held for d in decisions],
                "held_back": [d.held_back for d in decisions],
                "past": pd.array([d.quote.raw_seq if d.quote else None for d in decisions], "Int64"),
            }
        ),
    )
    stage.execute(
        """
        update verdict v set listing_id = j.listing_id, reason = j.reason, flags = j.flags, held = j.held::jsonb,
            held_back = j.held_back::jsonb, past = j.past, turned = true
        from judged j where j.asset_id = v.asset_id
        """
    )
    _compare_believed(stage)
    quotes = [(d.asset_id, *d.quote) for d in decisions if d.quote]
    frame = pd.DataFrame(quotes, columns=["asset_id", *Past._fields])
    stage.copy_frame(
        "last_good",
        "asset_id bigint, observed_at timestamptz, price_usd double precision, market_cap_usd double precision,"
        " volume_24h_usd double precision, rank bigint, raw_seq bigint",
        frame.astype({"rank": "Int64", "observed_at": "datetime64[us, UTC]"}),
    )


def _compare_believed(stage: Stage) -> None:
    """The spread of coins of which a quote is held back is that of the others."""
    stage.execute(
        f"""
        with believed as (
            select w.asset_id, price_usd, observed_at, max(observed_at) over (partition by w.asset_id) as newest
            from verdict w join listings l using (asset_id) join source_quotes q on q.listing_id = l.listing_id
            where w.held is not null and not w.held ? l.listing_id::text
        ), compared as (
            select asset_id, count(*) as compared, max(price_usd) as highest, min(price_usd) as lowest
            from believed where {SAME_DAY} group by asset_id
        )
        update verdict v set spread_percent = (select {SPREAD} from compared c where c.asset_id = v.asset_id)
        where held is not null
        """
    )
