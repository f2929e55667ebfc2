"""Points of a coin's past: coerce, hold against the contract, split the good from the bad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from crypto_pipeline.normalize.contracts import POINT, violations

NUMBERS = ("price_usd", "market_cap_usd", "volume_24h_usd")


def normalize_history(columns: Mapping[str, Sequence[Any]]) -> tuple[pd.DataFrame, dict[int, list[str]]]:
    """Splits points as they came into good ones and refusals.

    Takes source_id (str), observed_at (datetime64[us], UTC) and the numbers (float64, USD; nan: none came). Returns
    (points, reasons): points has the columns and dtypes of the contract `POINT` and is indexed by position; reasons
    maps the position of each refused one to all that is wrong with it.
    """
    frame = pd.DataFrame({"source_id": pd.Series(columns["source_id"], dtype="str")})
    for name in NUMBERS:
        frame[name] = pd.Series(columns[name], dtype="float64")
    frame["observed_at"] = pd.Series(columns["observed_at"], dtype="datetime64[us]").dt.tz_localize("UTC")
    # 0 is how both providers write a market cap that they do not know
    frame["market_cap_usd"] = frame["market_cap_usd"].where(frame["market_cap_usd"] != 0)
    reasons = violations(POINT, frame)
    return (frame.drop(index=list(reasons)) if reasons else frame), reasons
