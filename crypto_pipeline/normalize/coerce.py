"""From what an upstream sent to typed columns: a value becomes the type, nothing (null), or a reason.

pandera judges only typed columns (one value that cannot be coerced blinds the column's other checks), so this
comes first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from crypto_pipeline.records import WHOLE_DATE

# Written for "no value" in files met in the wild
_NOTHING = {"", "-", "null", "none", "nan", "n/a"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_numbers(values: Sequence[Any]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Numbers as float64, NaN for none, and where a value is there but no finite number.

    Text is read by Python's own float(), which, unlike pandas' reader, always finds the nearest double, so
    that a stored number prints back as the payload's. Booleans are no numbers.
    """
    if set(map(type, values)) <= {int, float, type(None)}:
        try:
            numbers = np.array(values, dtype=np.float64)
        except OverflowError:  # an integer beyond 1e308
            pass
        else:
            return np.where(np.isinf(numbers), np.nan, numbers), np.isinf(numbers)
    pairs = [_number(value) for value in values]
    return np.array([n for n, _ in pairs], dtype=np.float64), np.array([bad for _, bad in pairs], dtype=bool)


def _number(value: Any) -> tuple[float, bool]:
    if value is None or (isinstance(value, str) and value.strip().lower() in _NOTHING):
        return math.nan, False
    if isinstance(value, float) and math.isnan(value):
        return math.nan, False
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float | str)
        or (isinstance(value, str) and ("_" in value or not value.isascii()))
    ):
        return math.nan, True
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return math.nan, True
    return (number, False) if math.isfinite(number) else (math.nan, True)


def to_text(values: Sequence[Any]) -> tuple[pd.Series, npt.NDArray[np.bool_]]:
    """Text without surrounding blanks, null for none or blank, and where a value is no text that can be stored."""
    clean = [value.strip() or None if isinstance(value, str) else None for value in values]
    bad = [not isinstance(value, str) and value is not None for value in values]
    if not _storable("".join(filter(None, clean))):
        bad = [no_text or not _storable(text or "") for no_text, text in zip(bad, clean, strict=True)]
        clean = [None if no_text else text for no_text, text in zip(bad, clean, strict=True)]
    return pd.Series(clean, dtype="str"), np.array(bad, dtype=bool)


def _storable(text: str) -> bool:
    """Whether PostgreSQL can hold it: no NUL, and no half of a surrogate pair, which is no character."""
    return "\0" not in text and (text.isascii() or not _SURROGATE.search(text))


def to_times(values: Sequence[Any]) -> tuple[pd.Series, npt.NDArray[np.bool_]]:
    """ISO 8601 text as datetime64[us, UTC] (text without an offset is UTC), and where it cannot be read."""
    # pandas also reads "now", which would be another time at every run, and "2026", which is no day
    texts = [value.upper() if isinstance(value, str) and WHOLE_DATE.match(value.strip()) else None for value in values]
    times = pd.to_datetime(pd.Series(texts, dtype="str"), utc=True, format="ISO8601", errors="coerce")
    given = np.array([value is not None for value in values], dtype=bool)
    return times.astype("datetime64[us, UTC]"), given & times.isna().to_numpy()
