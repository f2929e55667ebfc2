"""The contracts: what a row of each normalised table must be. Columns, dtypes, bounds; nothing about mending.

Each schema serves twice: row by row when data comes in (`apply`), and as a Dagster asset check on what is stored.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from crypto_pipeline.records import CLOCK_SKEW, FIRST_MOMENT

LIMITS = {"symbol": 100, "name": 300, "source_id": 500, "guid": 500, "title": 1_000, "url": 2_000}


# Real values lie between 1e-18 and 1e52. Beyond these bounds a product or quotient of two leaves what a double
# can hold, and PostgreSQL raises where others would round.
SMALLEST, LARGEST = 1e-100, 1e100


def _amount(what: str, *, nullable: bool = True) -> pa.Column:
    """A number that is zero, or positive and within the bounds of what can be reckoned with."""
    return pa.Column(
        "float64",
        [
            pa.Check.ge(0, error=f"{what} is negative"),
            pa.Check(lambda s: (s == 0) | (s >= SMALLEST) | (s < 0), error=f"{what} is below {SMALLEST:g}"),
            pa.Check(lambda s: s <= LARGEST, error=f"{what} is above {LARGEST:g}"),
        ],
        nullable=nullable,
    )


def _percent(what: str) -> pa.Column:
    return pa.Column("float64", pa.Check(lambda s: s.abs() <= LARGEST, error=f"{what} is out of range"), nullable=True)


def _text(what: str) -> pa.Column:
    limit = LIMITS[what]
    return pa.Column("str", pa.Check.str_length(1, limit, error=f"{what} is longer than {limit} characters"))


# Refused for now only: time mends it
TO_COME = "is in the future"


def _time(what: str, *, nullable: bool = False) -> pa.Column:
    return pa.Column(
        "datetime64[us, UTC]",
        [
            pa.Check(lambda times: times >= FIRST_MOMENT, error=f"{what} is before 2009-01-03"),
            pa.Check(lambda times: times <= pd.Timestamp.now("UTC") + CLOCK_SKEW, error=f"{what} {TO_COME}"),
        ],
        nullable=nullable,
    )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


QUOTE = pa.DataFrameSchema(
    {
        "source_id": _text("source_id"),
        "symbol": _text("symbol"),
        "name": _text("name"),
        "rank": pa.Column(
            "float64",
            [
                pa.Check.in_range(1, 2**31 - 1, error="rank is out of range"),
                pa.Check(lambda s: s % 1 == 0, error="rank is not a whole number"),
            ],
            nullable=True,
        ),
        "price_usd": _amount("price_usd", nullable=False),
        "market_cap_usd": _amount("market_cap_usd"),
        "volume_24h_usd": _amount("volume_24h_usd"),
        "percent_change_1h": _percent("percent_change_1h"),
        "percent_change_24h": _percent("percent_change_24h"),
        "percent_change_7d": _percent("percent_change_7d"),
        "high_24h_usd": _amount("high_24h_usd"),
        "low_24h_usd": _amount("low_24h_usd"),
        "circulating_supply": _amount("circulating_supply"),
        "total_supply": _amount("total_supply"),
        "max_supply": _amount("max_supply"),
        "observed_at": _time("observed_at"),
    },
    name="quote",
)

# A point of a coin's past
POINT = QUOTE.select_columns(["source_id", "price_usd", "market_cap_usd", "volume_24h_usd", "observed_at"])

ARTICLE = pa.DataFrameSchema(
    {
        "id": pa.Column("str"),
        "feed": pa.Column("str"),
        "guid": _text("guid"),
        "url": pa.Column(
            "str",
            [
                pa.Check(lambda urls: urls.map(_is_address), error="url is not an http(s) address"),
                pa.Check.str_length(1, LIMITS["url"], error="url is too long"),
            ],
        ),
        "title": _text("title"),
        # an article without a time is dated when it was first seen
        "published_at": _time("published_at", nullable=True),
    },
    name="article",
)


def violations(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> dict[Any, list[str]]:
    """Index of each row that breaks the contract, with its reasons.

    Raises `pandera.errors.SchemaErrors` when the frame itself has the wrong shape: that is our fault, not the
    data's.
    """
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        if cases["index"].isna().any():
            raise
        reasons: dict[Any, list[str]] = defaultdict(list)
        for index, column, check in zip(cases["index"], cases["column"], cases["check"], strict=True):
            reasons[index].append(f"{column} is missing" if check == "not_nullable" else str(check))
        return dict(reasons)
    return {}
