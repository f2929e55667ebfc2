"""The last stage: one record per coin, judged."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import UNIFIED
from crypto_pipeline.normalize.judge import AGREE, Candidate, Quote, judge
from crypto_pipeline.warehouse import contenders, unified
from crypto_pipeline.warehouse.contenders import Contender, Decision, Past
from crypto_pipeline.warehouse.writer import Stage, open_stage

ALL_SOURCES, ALL_STREAMS = "all", ""
# So many coins' pasts are in memory at a time
COINS = 2_000


def load_unified(url: URL, run_id: str, *, prune: bool = False) -> tuple[int, int]:
    """Brings `crypto_assets` up to date. Returns how many coins there are and how many changed. `prune`: coins that no
    source quotes any more go, too, as after an undo.
    """
    with open_stage(url, ALL_SOURCES, ALL_STREAMS, UNIFIED, run_id) as stage:
        if prune:
            unified.prune(stage)
        now = unified.now_of(stage)
        if now is None:
            return 0, stage.changed
        unified.look(stage, now, math.exp(AGREE))
        contenders.decide(stage, list(_decisions(stage, now)))
        return unified.write(stage, now)


def _decisions(stage: Stage, now: datetime) -> Iterator[Decision]:
    """The verdict on each coin that needs a closer look."""
    coins = [list(group) for _, group in groupby(contenders.closer(stage), key=attrgetter("asset_id"))]
    for start in range(0, len(coins), COINS):
        some = coins[start : start + COINS]
        pasts = contenders.pasts(stage, [contender for rivals in some for contender in rivals])
        yield from (_decision(rivals, pasts, now) for rivals in some)


def _decision(rivals: list[Contender], pasts: dict[int, list[Past]], now: datetime) -> Decision:
    verdict = judge([_candidate(c, pasts.get(c.listing_id, [])) for c in rivals], now.timestamp())
    held = [(c, verdict.held[c.listing_id]) for c in rivals if c.listing_id in verdict.held]
    shown = [
        {"source": c.source, "source_id": c.source_id, "price_usd": c.latest.price_usd,
         "observed_at": c.latest.observed_at.isoformat().replace("+00:00", "Z"), "reason": why}
        for c, why in held
    ]  # fmt: skip
    return Decision(
        rivals[0].asset_id,
        verdict.listing,
        pasts[verdict.listing][verdict.quote - 1] if verdict.quote else None,
        verdict.reason,
        verdict.flags,
        json.dumps({str(c.listing_id): why for c, why in held}) if held else None,
        json.dumps(shown) if held else None,
    )


def _candidate(c: Contender, past: list[Past]) -> Candidate:
    quotes = [Quote(q.observed_at.timestamp(), q.price_usd, q.market_cap_usd) for q in (c.latest, *past)]
    return Candidate(c.listing_id, c.precedence, c.fresh_for, quotes, c.supply)
