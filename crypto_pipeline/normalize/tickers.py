"""Tickers: ours, unique, and for ever their coin's. The most important bearer of a symbol gets it plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

MAX_LENGTH = 60


def assign_tickers(coins: pd.DataFrame, taken: set[str]) -> pd.Series:
    """A ticker for each new coin, in order of importance, none of them in `taken`.

    Takes columns symbol, name, source_id (str) and rank (Int64, null last). Returns a str Series on the same
    index: the symbol (`BTC`), else with the name behind it (`HOT-HYDRO-PROTOCOL`), else with the source's id,
    else numbered. The same coins and `taken` give the same tickers, in whatever order the rows come.
    """
    ordered = coins.sort_values(["rank", "symbol", "name", "source_id"], na_position="last", kind="stable")
    given = set(taken)
    tickers = []
    columns = [ordered[column].tolist() for column in ("symbol", "name", "source_id")]
    for symbol, name, source_id in zip(*columns, strict=True):
        ticker = next(candidate for candidate in _candidates(symbol, name, source_id) if candidate not in given)
        given.add(ticker)
        tickers.append(ticker)
    return pd.Series(tickers, index=ordered.index, dtype="str").reindex(coins.index)


def _candidates(symbol: str, name: str, source_id: str) -> Iterator[str]:
    base = _slug(symbol, keep=".$_") or _slug(name) or _slug(source_id) or "COIN"
    yield base
    suffixed = base
    for suffix in map(_slug, (name, source_id)):
        if suffix and suffix != base:
            suffixed = f"{base}-{suffix}"[:MAX_LENGTH].rstrip("-")
            yield suffixed
    number = 2
    while True:
        yield f"{suffixed}-{number}"
        number += 1


def _slug(text: str, keep: str = "") -> str:
    """Capitals, digits and dashes: fit for a URL, a comma-separated list and a shell."""
    if text.isalnum() and text.isascii():  # nearly all are, and there are many
        return text.upper()[:MAX_LENGTH]
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()
    slug = re.sub(rf"[^A-Z0-9{re.escape(keep)}]+", "-", ascii_only).strip("-")[:MAX_LENGTH].rstrip("-")
    return slug if any(character.isalnum() for character in slug) else ""  # a path of "." leads elsewhere
