"""Monthly partitions: made when a record of the month first comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import numpy as np
import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.writer import lock, sql_text

_known: set[tuple[str, str]] = set()


def months_of(times: Iterable[datetime | None] | pd.Series) -> list[str]:
    """The distinct months (`YYYY-MM`) of these times; missing ones are left out."""
    moments = pd.Series(times, dtype="datetime64[us, UTC]").dropna().dt.tz_localize(None).to_numpy()
    return [str(month) for month in np.unique(moments.astype("datetime64[M]"))]


def forget_partitions() -> None:
    """What this process knows of partitions no longer holds: a set of tables was made or exchanged."""
    _known.clear()


def ensure_partitions(url: URL, table: str, months: list[str]) -> None:
    """Makes the missing monthly partitions of a table, in a transaction of their own.

    A crash in between leaves empty partitions, which harm nobody.
    """
    address = url.render_as_string(hide_password=True)
    wanted = [month for month in months if (address + table, month) not in _known]
    if not wanted:
        return
    with connect(url) as connection:
        lock(connection, f"partitions/{table}")
        for month in wanted:
            name = f"{table}_{month.replace('-', '_')}"
            start = pd.Timestamp(f"{month}-01", tz="UTC")
            end = start + pd.DateOffset(months=1)
            # LIKE and ATTACH take weaker locks than CREATE … PARTITION OF: readers are not stopped
            there = "select from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = %s::regclass"
            if connection.execute(sql_text(f"{there} and relname = %s"), (table, name)).fetchone() is None:
                connection.execute(sql_text(f"create table {name} (like {table} including defaults)"))
                connection.execute(
                    sql_text(
                        f"alter table {table} attach partition {name} "
                        f"for values from ('{start.isoformat()}') to ('{end.isoformat()}')"
                    )
                )
    _known.update((address + table, month) for month in wanted)
