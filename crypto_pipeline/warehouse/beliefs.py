"""What was believed of a moment before an undo changed it: `undone_quotes`, which no rebuild makes anew.

At any time a quote was believed that spans it there; else one of `quote_revisions` that does; else what is stored now,
if it was known by then.
"""

from __future__ import annotations

from crypto_pipeline.warehouse.tables import HISTORY_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, by_key

VALUES = ", ".join((*HISTORY_NUMBERS, "rank", "raw_seq"))


def remember(stage: Stage) -> None:
    """Notes what is believed of the moments in `touched` (row: a source id, moment)."""
    stage.execute(
        "create temporary table before_moments on commit drop as select distinct listing_id, moment as observed_at"
        " from touched t join listings l on l.source = %s and l.source_id = t.row where moment is not null",
        (stage.source,),
    )
    stage.execute("analyze before_moments")
    with by_key(stage):
        stage.execute(
            f"create temporary table before on commit drop as select listing_id, observed_at, known_at, {VALUES}"
            " from before_moments left join market_quotes using (listing_id, observed_at)"
        )


def keep(stage: Stage, by_run: str) -> None:
    """Keeps what was noted and is no longer so, as believed until now."""
    stage.execute("analyze before")
    with by_key(stage):
        stage.execute(
            f"""
            insert into undone_quotes (listing_id, observed_at, known_at, undone_at, {VALUES}, by_run)
            select b.listing_id, b.observed_at, coalesce(undone.at, b.known_at, q.known_at), clock_timestamp(),
                   {", ".join(f"b.{name.strip()}" for name in VALUES.split(","))}, %s
            from before b left join market_quotes q using (listing_id, observed_at)
            left join lateral (
                select max(undone_at) as at from undone_quotes u
                where (u.listing_id, u.observed_at) = (b.listing_id, b.observed_at)) as undone on true
            where b.raw_seq is distinct from q.raw_seq
            """,
            (by_run,),
        )
