"""From payload columns to quotes: coerce, clean, hold against the contract, split the good from the bad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from crypto_pipeline.normalize.coerce import to_numbers, to_text, to_times
from crypto_pipeline.normalize.contracts import QUOTE, violations

TEXTS = ("source_id", "symbol", "name")
NUMBERS = tuple(name for name, column in QUOTE.columns.items() if str(column.dtype) == "float64")
# CoinPaprika writes this (the largest 64-bit integer) for a supply that it does not know
UNKNOWN_SUPPLY = float(2**63 - 1)


def normalize_quotes(columns: Mapping[str, Sequence[Any]]) -> tuple[pd.DataFrame, dict[int, list[str]]]:
    """Splits rows as they came into quotes and refusals.

    Takes the columns of the quote contract with values as they came (a missing number column is all null).
    Returns (quotes, reasons): quotes has the contract's columns and dtypes, symbol in capitals and rank
    Int64, and is indexed by position; reasons maps the position of each refused row to all that is wrong.
    """
    typed, reasons = _coerce(columns)
    for index, broken in violations(QUOTE, typed.drop(index=list(reasons)) if reasons else typed).items():
        reasons.setdefault(index, []).extend(broken)
    quotes = typed.drop(index=list(reasons)) if reasons else typed
    return quotes.assign(rank=quotes["rank"].astype("Int64")), reasons


def in_order(quotes: pd.DataFrame) -> pd.DataFrame:
    """Which quotes are their listing's latest, and of which moments there are several.

    Takes the quote contract's columns and raw_seq (int64) in the order they came; adds latest and again (bool). Latest
    is the first that says its numbers: who repeats them under another name changes the name only, whether both come at
    once or one by one. Those that only repeat stay: what was read of their records once, they replace.
    """
    if not quotes["source_id"].duplicated().any():
        return quotes.assign(latest=True, again=False)
    moment = ["source_id", "observed_at"]
    said = ["symbol", "name", "rank", *NUMBERS]
    before = quotes.groupby(moment, sort=False)[said].shift()
    same = (quotes[said] == before) | (quotes[said].isna() & before.isna())
    repeated = quotes.duplicated(moment)
    kept = quotes[~(same.all(axis=1) & repeated)]
    first = kept[~(same.drop(columns=["symbol", "name"]).all(axis=1) & repeated)[kept.index]]
    newest = kept.groupby("source_id")["observed_at"].max()
    last = first[~first.duplicated(moment, keep="last")]
    latest = quotes.index.isin(last.index) & (quotes["observed_at"] == quotes["source_id"].map(newest))
    return quotes.assign(latest=latest, again=quotes.duplicated(moment, keep=False))


def _coerce(came: Mapping[str, Sequence[Any]]) -> tuple[pd.DataFrame, dict[int, list[str]]]:
    reasons: dict[int, list[str]] = {}

    def note(column: str, bad: np.ndarray, problem: str) -> None:
        for position in np.flatnonzero(bad):
            value = str(came[column][int(position)])[:60]
            reasons.setdefault(int(position), []).append(f"{column}: {value!r} is {problem}")

    columns: dict[str, object] = {}
    nothing = [None] * len(came["source_id"])
    for name in TEXTS:
        columns[name], bad = to_text(came[name])
        note(name, bad, "not text")
    # an id with blanks around it is not the one without: two would become one coin
    blank = [isinstance(value, str) and value != value.strip() for value in came["source_id"]]
    note("source_id", np.array(blank, dtype=bool), "an id with blanks around it")
    for name in NUMBERS:
        columns[name], bad = to_numbers(came.get(name, nothing))
        note(name, bad, "not a number")
    columns["observed_at"], bad = to_times(came["observed_at"])
    note("observed_at", bad, "not a time")

    typed = pd.DataFrame(columns)[list(QUOTE.columns)]
    typed["symbol"] = typed["symbol"].str.upper()
    # Both providers write 0 for a market cap, and CoinPaprika for a rank and a maximum, that they do not know.
    for name in ("market_cap_usd", "rank", "max_supply"):
        typed[name] = typed[name].where(typed[name] != 0)
    typed["max_supply"] = typed["max_supply"].where(typed["max_supply"] != UNKNOWN_SUPPLY)
    return typed, reasons
