"""The inbox's stand-in: a folder of the demo's own. Nothing is asked of anybody."""

from __future__ import annotations

from crypto_pipeline.simulator.stand_in import Demo, StandIn


def variables(demo: Demo) -> dict[str, str]:
    """What points the source there."""
    return {"CSV_INBOX": str(demo.inbox.resolve())}


STAND_IN = StandIn(variables)
