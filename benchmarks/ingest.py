"""How fast is a load? The whole path against plain COPY of the same bytes into the same tables, in one run.

    python -m benchmarks.ingest [--coins 20000] [--rounds 5]

Path: response bytes -> raw + quotes + unified record + checkpoints, committed, through the functions that the
Dagster assets call. Floor: the same payloads and the same numbers COPYed into the same tables (raw, history, latest)
with their indexes, committed, with nothing else done. "first" meets every coin for the first time; "next" is the
following snapshot, all prices changed, as every scheduled load is. Floor and path take turns; medians are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.defs.memory import settle_memory
from crypto_pipeline.simulator import coingecko as stand_in
from crypto_pipeline.simulator.market import Market
from crypto_pipeline.sources import SOURCES, coingecko
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.batches import raw_records
from crypto_pipeline.sources.http import Response
from crypto_pipeline.sources.json_records import split_records
from crypto_pipeline.sources.snapshots import snapshot
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.partitions import ensure_partitions
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.streams import prepare_database
from crypto_pipeline.warehouse.tables import HISTORY_NUMBERS, QUOTE_NUMBERS

SOURCE = SOURCES["coingecko"].streams[0]
DAY = 86_400
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0).timestamp() - DAY


def pages_of(market: Market, at: float) -> list[bytes]:
    """The bodies of every page of a snapshot, all rows observed lately, as most real rows are."""
    now = f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%S}.123Z"
    rows = [{**row, "last_updated": max(row["last_updated"], now)} for row in stand_in.rows(market, at)]
    return [json.dumps(rows[i : i + 250], separators=(",", ":")).encode() for i in range(0, len(rows), 250)]


def load(url: URL, settings: Settings, pages: list[bytes]) -> None:
    """The measured path."""
    now = datetime.now(UTC)
    payloads = [p for body in pages for p in split_records(coingecko.ERRORS, "/", Response(200, {}, body, now))]
    count = len(payloads)
    fetched = snapshot("2026-01-01", payloads, ["/coins/markets"] * count, [now] * count)
    stages.store_raw(url, SOURCE, "bench", fetched)
    stages.load_rows(url, SOURCE, "bench")
    stages.load_unified(url, "bench")


def floor_input(pages: list[bytes]) -> tuple[bytes, bytes, bytes]:
    """What the floor COPYs, prepared outside the measured time."""
    now = datetime.now(UTC)
    payloads = [p for body in pages for p in split_records(coingecko.ERRORS, "/", Response(200, {}, body, now))]
    count = len(payloads)
    batch = snapshot("p", payloads, ["/coins/markets"] * count, [now] * count).batch
    rows = pd.DataFrame(coingecko.snapshot.read(raw_records(batch, "p")), dtype=object)
    raw = b"".join(
        b"snapshot\t%s\t/coins/markets\t%s\tnow\t\\\\x%s\tbench\tp\t%s\n"
        % (i.encode(), t.encode(), hashlib.sha256(p).hexdigest().encode(), p.replace(b"\\", b"\\\\"))
        for i, t, p in zip(rows["source_id"], rows["observed_at"], payloads, strict=True)
    )
    history, latest = (
        "".join(
            f"{n},{t},{','.join('' if v is None else repr(v) for v in values)}\n"
            for n, (t, *values) in enumerate(rows[["observed_at", *names]].itertuples(index=False))
            if values[0] is not None
        ).encode()
        for names in (HISTORY_NUMBERS, QUOTE_NUMBERS)
    )
    return raw, history, latest


def floor(url: URL, raw: bytes, history: bytes, latest: bytes) -> None:
    """Plain COPY, three statements, one commit."""
    with connect(url) as connection:
        with connection.cursor().copy(
            "copy raw_coingecko (stream, source_id, endpoint, observed_at, fetched_at, content_hash, run_id, partition,"
            " payload) from stdin"
        ) as copy:
            copy.write(raw)
        for table, names, rows in (
            ("market_quotes", HISTORY_NUMBERS, history),
            ("floor_quotes", QUOTE_NUMBERS, latest),
        ):
            statement = f"copy {table} (listing_id, observed_at, {', '.join(names)}) from stdin (format csv)"
            with connection.cursor().copy(statement.encode()) as copy:
                copy.write(rows)


def empty(url: URL) -> None:
    with connect(url, autocommit=True) as connection:
        connection.execute(
            "truncate raw_coingecko, market_quotes, quote_revisions, source_quotes, crypto_assets, identity_events,"
            " listings, assets, verdicts, quarantine, etl_checkpoints"
        )
        # the latest quotes of the floor: a snapshot's, as a table of a plain COPY has no updates
        connection.execute("drop table if exists floor_quotes")
        connection.execute("create table floor_quotes (like source_quotes including all)")
        connection.execute("alter table floor_quotes alter raw_seq set default 0")
        connection.execute("checkpoint")


def timed(function, *arguments) -> float:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coins", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    market = Market(arguments.coins)
    snapshots = [pages_of(market, NOON + i * 1_800) for i in range(2)]
    print(f"{arguments.coins:,} rows, {sum(map(len, snapshots[0])) / 1e6:.1f} MB of JSON, {arguments.rounds} rounds")
    inputs = [floor_input(pages) for pages in snapshots]
    seconds: dict[str, list[float]] = {"floor first": [], "path first": [], "floor next": [], "path next": []}
    with tempfile.TemporaryDirectory(prefix="bench") as home:
        settings = Settings(platform_home=Path(home))
        url = database_url(settings)
        prepare_database(url, [SOURCE])
        with connect(url) as connection:  # what the path sets itself
            connection.execute(
                "alter table market_quotes alter raw_seq set default 0, alter known_at set default now()"
            )
        for table in ("raw_coingecko", "market_quotes"):
            ensure_partitions(url, table, [f"{y}-{m:02}" for y in range(2022, 2028) for m in range(1, 13)])
        settle_memory()  # as every process that loads does
        for _ in range(arguments.rounds):
            empty(url)
            for kind, given in zip(("first", "next"), inputs, strict=True):
                with connect(url) as connection:
                    connection.execute("truncate floor_quotes")
                seconds[f"floor {kind}"].append(timed(floor, url, *given))
            empty(url)
            seconds["path first"].append(timed(load, url, settings, snapshots[0]))
            seconds["path next"].append(timed(load, url, settings, snapshots[1]))
        stop_if_last(data_directory(settings))
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    for kind in ("first", "next"):
        path, least = medians[f"path {kind}"], medians[f"floor {kind}"]
        print(
            f"{kind:5}: path {path:.3f} s = {arguments.coins / path:,.0f} records/s; "
            f"floor {least:.3f} s = {arguments.coins / least:,.0f} records/s; {least / path:.0%} of the floor"
        )
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
