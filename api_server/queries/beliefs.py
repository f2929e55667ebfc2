"""What was believed of the past at a moment: see `crypto_pipeline.warehouse.beliefs`."""

from __future__ import annotations


def believed(columns: str, which: str, at: str) -> str:
    """SQL for the quotes that `which` says, as they were told at `at`, with `place`: of one moment that of the least
    place was believed. What an undo changed later comes first, then what was corrected later, then what still holds; a
    null price: there was none.
    """
    return f"""
        select {columns}, 0 as place from undone_quotes b where {which} and known_at <= {at} and undone_at > {at}
        union all
        select {columns}, 1 from quote_revisions b where {which} and known_at <= {at} and replaced_at > {at}
        union all
        select {columns}, 2 from market_quotes b where {which} and known_at <= {at}
    """
