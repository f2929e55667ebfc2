"""Frames on their way into the database: as Arrow's tables, in PostgreSQL's binary form."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
from pgpq import ArrowToPostgresBinaryEncoder

# SQL's types as Arrow's
ARROW = {
    "text": pa.string(),
    "text[]": pa.list_(pa.string()),
    "bigint": pa.int64(),
    "double precision": pa.float64(),
    "boolean": pa.bool_(),
    "timestamptz": pa.timestamp("us", "UTC"),
}


def table_of(frame: pd.DataFrame, columns: str) -> tuple[pa.Table, ArrowToPostgresBinaryEncoder]:
    """The frame as an Arrow table of these columns (`name type, …` as SQL has them, in the frame's order), and what
    encodes its batches for COPY. Missing values become NULL.
    """
    names = (column.strip().partition(" ") for column in columns.split(","))
    rows = pa.Table.from_pandas(frame, pa.schema([(n, ARROW[kind]) for n, _, kind in names]), preserve_index=False)
    return rows, ArrowToPostgresBinaryEncoder(rows.schema)
