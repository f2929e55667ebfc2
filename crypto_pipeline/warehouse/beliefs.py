"""What was believed of a moment before an undo changed it: `undone_quotes`, which no rebuild makes anew.

At any time a quote was believed that spans it there; else one of `quote_revisions` that does; else what is stored now,
if it was known by then.
"""

from __future__ import annotations

from crypto_pipeline.warehouse.tables import HISTORY_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, by_key

VALUES = ", ".join((*HISTORY_NUMBERS, "rank", "raw_seq"))
_KEY = ("listing_id", "observed_at", "known_at", "undone_at")
_INTO = f"insert into undone_quotes ({', '.join(_KEY)}, {VALUES}, by_run)"


def remember(stage: Stage) -> None:
    """Notes what is believed of the moments in `touched` (row: a source id, moment), and was until corrections."""
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
        stage.execute(
            "create temporary table corrected_before on commit drop as"
            f" select listing_id, observed_at, known_at, replaced_at, {VALUES}"
            " from before_moments join quote_revisions using (listing_id, observed_at)"
        )


def keep(stage: Stage, by_run: str) -> None:
    """Keeps what was noted and is no longer told: what was believed until now, and corrections of something that is not
    there any more, with the spans that they had.
    """
    stage.execute("analyze before")
    with by_key(stage):
        stage.execute(
            f"""
            {_INTO}
            select b.listing_id, b.observed_at,
                   case when b.raw_seq is null then coalesce(undone.at, q.known_at)
                        else greatest(undone.at, b.known_at) end,
                   clock_timestamp(), {_of("b")}, %s
            from before b left join market_quotes q using (listing_id, observed_at)
            left join lateral (
                select max(undone_at) as at from undone_quotes u
                where (u.listing_id, u.observed_at) = (b.listing_id, b.observed_at)) as undone on true
            where b.raw_seq is distinct from q.raw_seq
            """,
            (by_run,),
        )
        stage.execute(
            f"""
            {_INTO}
            select c.listing_id, c.observed_at, c.known_at, c.replaced_at, {_of("c")}, null from corrected_before c
            where not exists (
                select from quote_revisions r where (r.listing_id, r.observed_at, r.raw_seq, r.replaced_at)
                = (c.listing_id, c.observed_at, c.raw_seq, c.replaced_at))
            on conflict do nothing
            """
        )


def _of(row: str) -> str:
    return ", ".join(f"{row}.{name}" for name in VALUES.split(", "))
