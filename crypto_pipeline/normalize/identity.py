"""Whose quote is it? The one function that says which coin a source's id stands for.

Symbols are not unique, and a wrong merge, one coin served at another's price, is worse than a missed one: without
enough evidence two ids stay two coins.
"""

from __future__ import annotations

import pandas as pd

from crypto_pipeline.normalize.tickers import assign_tickers

EXACT = "exact_symbol_and_name"
NEW = "new"
# Two prices of one coin, observed within a day of each other, never were this far apart without an error.
PRICE_RATIO = 2.0
SAME_TIME = pd.Timedelta(days=1)


def resolve_identities(incoming: pd.DataFrame, candidates: pd.DataFrame, taken: set[str]) -> pd.DataFrame:
    """Decides for each new id of a source whether it is a known coin or a new one.

    `incoming` has one row per id: source_id, symbol, name (str), rank (Int64), price_usd (float64, USD),
    observed_at (datetime64[us, UTC]). `candidates` are coins that share a symbol: asset_id (int64), symbol,
    name (str), claimed (bool: the source has another id for it), price_usd, observed_at. `taken` are all
    tickers ever given.

    An id is a known coin when symbol and name are the same but for case and blanks, no other id and no other
    coin have them too, and their prices, where both were observed within a day, agree. Returns source_id,
    symbol, name, asset_id (Int64, null for a new coin), ticker (str, null for a known one), method, confidence
    (0 to 1) and evidence (dict).
    """
    mine = incoming.assign(key=_key(incoming))
    theirs = candidates.assign(key=_key(candidates))
    lone_ids = ~mine["key"].duplicated(keep=False)
    lone_coins = theirs[~theirs["key"].duplicated(keep=False) & ~theirs["claimed"]]
    found = mine[lone_ids].merge(lone_coins, on="key", suffixes=("", "_known"))
    ratio = found[["price_usd", "price_usd_known"]].max(axis=1) / found[["price_usd", "price_usd_known"]].min(axis=1)
    comparable = (found["observed_at"] - found["observed_at_known"]).abs() <= SAME_TIME
    found = found.assign(ratio=ratio.where(comparable))[~(comparable & ~(ratio <= PRICE_RATIO))]

    matched = found.set_index("source_id")
    result = incoming[["source_id", "symbol", "name"]].copy()
    result["asset_id"] = result["source_id"].map(matched["asset_id"]).astype("Int64")
    new = result["asset_id"].isna()
    result["ticker"] = pd.Series(None, index=result.index, dtype="str")
    result.loc[new, "ticker"] = assign_tickers(incoming[new], taken)
    result["method"] = new.map({True: NEW, False: EXACT})
    ratios = result["source_id"].map(matched["ratio"])
    # agreeing prices are evidence of their own; a coin's first id is certain to be itself
    result["confidence"] = (ratios.notna().map({True: 0.99, False: 0.9})).where(~new, 1.0)
    columns = (new.tolist(), result["symbol"].tolist(), result["name"].tolist(), ratios.tolist())
    evidence = [
        {} if is_new else {"symbol": symbol, "name": name, **({"price_ratio": ratio} if ratio == ratio else {})}
        for is_new, symbol, name, ratio in zip(*columns, strict=True)
    ]
    return result.assign(evidence=pd.Series(evidence, index=result.index, dtype="object"))


def _key(frame: pd.DataFrame) -> pd.Series:
    names = frame["name"].str.casefold().str.split().str.join(" ")
    return frame["symbol"].str.strip().str.upper() + "\n" + names
