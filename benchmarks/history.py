"""How fast do years of the past come in, and how fast are they told? Against plain COPY and a plain table, in one run.

    python -m benchmarks.history [--coins 100] [--days 365]

Load: a provider's answers (windows of 90 days, hourly), as the simulator sends them, to committed raw records, quotes
and candles, through the functions that a backfill calls, the network left out. Floor: the same points COPYed into a
table of the same shape with its index. Then questions to the API: one coin's year by the day and by the hour, all
coins' year as Parquet; and the same from a plain table in the order of arrival with an index on coin and time, the
usual design, the database's time alone.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from litestar.testing import AsyncTestClient
from sqlalchemy.engine import URL

from api_server.app import create_app
from crypto_pipeline import stages
from crypto_pipeline.records import RawBatch
from crypto_pipeline.simulator.history import series
from crypto_pipeline.simulator.market import Market
from crypto_pipeline.simulator.stand_in import World
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Fetched, Window
from crypto_pipeline.sources.history import start_of
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.streams import prepare_database

SNAPSHOT, PAST = SOURCES["coingecko"].streams
HOUR = timedelta(hours=1)
WINDOW = 90


def answers(coins: int, days: int) -> list[tuple[Window, bytes]]:
    """What a provider sends of these coins: a window after the other, all coins of each together, the newest first."""
    world = World(Market(coins), None, time.time, 0)
    last = datetime.now(UTC).date() - timedelta(days=1)
    found = []
    for back in range(0, days, WINDOW):
        length = min(WINDOW, days - back)
        end = last - timedelta(days=back)
        for i in range(coins):
            coin = world.market.coins[i]
            window = Window(coin.coingecko_id, end - timedelta(days=length - 1), end, HOUR)
            times = start_of(window).timestamp() + np.arange(length * 24) * 3_600
            told = series(world, i, times, coin.coingecko_id)
            stamps = (told.times * 1_000).astype("int64").tolist()
            pairs = {
                name: [list(pair) for pair in zip(stamps, np.nan_to_num(values).tolist(), strict=True)]
                for name, values in (
                    ("prices", told.prices),
                    ("market_caps", told.caps),
                    ("total_volumes", told.volumes),
                )
            }
            found.append((window, json.dumps(pairs, separators=(",", ":")).encode()))
    return found


def load(url: URL, told: list[tuple[Window, bytes]]) -> None:
    """The measured path, in batches as a backfill makes them."""
    batch = PRODUCTS[PAST.product].batch
    for number, (window, body) in enumerate(told, 1):
        one = RawBatch([window.source_id], [start_of(window)], ["/market_chart/range"], [datetime.now(UTC)], [body])
        stages.store_raw(url, PAST, "bench", Fetched(window.partition, one))
        if number % batch == 0:
            stages.load_rows(url, PAST, "bench")
    stages.load_rows(url, PAST, "bench")
    stages.load_candles(url, "bench")


def copy(url: URL, table: str, order: str) -> float:
    """Seconds that COPY takes to bring all quotes into an empty table of the same shape."""
    with connect(url) as connection:
        connection.execute(f"create table {table} (like market_quotes)".encode())
        connection.execute(f"create index on {table} (listing_id, observed_at)".encode())
        with tempfile.TemporaryFile() as kept:
            with connection.cursor().copy(
                f"copy (select * from market_quotes order by {order}) to stdout (format binary)".encode()
            ) as out:
                for piece in out:
                    kept.write(piece)
            kept.seek(0)
            began = time.perf_counter()
            with connection.cursor().copy(f"copy {table} from stdin (format binary)".encode()) as into:
                while piece := kept.read(1 << 20):
                    into.write(piece)
    return time.perf_counter() - began


async def ask(client: AsyncTestClient[Any], path: str, times: int, coding: str = "identity") -> list[float]:
    """Milliseconds of each answer; none is one that was kept."""
    took = []
    for number in range(times):
        began = time.perf_counter()
        address = f"{path}&limit={10_000 - number}" if "format" not in path else path
        answer = await client.get(address, headers={"Accept-Encoding": coding})
        took.append((time.perf_counter() - began) * 1_000)
        assert answer.status_code == 200, answer.text
    return took


PLAIN = """
select date_trunc('{unit}', observed_at) as at, (array_agg(price_usd order by observed_at desc))[1]
from plain where listing_id = any(%s) and observed_at > now() - interval '1 year' group by listing_id, 1 order by 1
"""


async def questions(url: URL, coins: int) -> None:
    """Prints how long each takes, beside the plain table's."""
    settings = Settings(
        database_url=url.render_as_string(hide_password=False), log_level="ERROR", api_rate_per_minute=0,
        api_statement_seconds=60,
    )  # fmt: skip
    with connect(url) as connection:
        rows = connection.execute("select ticker, listing_id from listings join assets using (asset_id)").fetchall()
        listings = dict(rows)
    tickers = list(listings)[:100]
    some = tickers[0]
    async with AsyncTestClient(create_app(settings)) as client:
        for name, path, times, unit, chosen in (
            ("one coin, a year, 1d", f"/assets/{some}/history?interval=1d", 30, "day", [some]),
            ("one coin, a year, 1h, JSON", f"/assets/{some}/history?interval=1h&start={year()}", 20, "hour", [some]),
            (f"{len(tickers)} coins, a year, 1d, Parquet",
             f"/history?tickers={','.join(tickers)}&interval=1d&start={year()}&format=parquet", 5, "day", tickers),
        ):  # fmt: skip
            took = statistics.median(await ask(client, path, times))
            packed = statistics.median(await ask(client, f"{path}&end={tomorrow()}", times, "gzip"))
            plain = statistics.median(timed(url, PLAIN.format(unit=unit), [listings[t] for t in chosen], 5))
            print(
                f"  {name:32} {took:8.1f} ms, {packed:6.1f} ms with gzip; plain table, database alone {plain:8.1f} ms:"
                f" {plain / took:5.1f}x"
            )


def year() -> str:
    """A year ago."""
    return f"{datetime.now(UTC).date() - timedelta(days=364)}"


def tomorrow() -> str:
    return f"{datetime.now(UTC).date() + timedelta(days=1)}"


def timed(url: URL, statement: str, listings: list[int], times: int) -> list[float]:
    """Milliseconds of a statement."""
    took = []
    with connect(url) as connection:
        for _ in range(times):
            began = time.perf_counter()
            connection.execute(statement.encode(), [listings]).fetchall()
            took.append((time.perf_counter() - began) * 1_000)
    return took


def measured(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Loads, asks, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coins", type=int, default=100)
    parser.add_argument("--days", type=int, default=365)
    given = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    home.chmod(0o755)
    settings = Settings(platform_home=home)
    url = database_url(settings)
    try:
        prepare_database(url, [SNAPSHOT, PAST])
        told = answers(given.coins, given.days)
        known(url, [window.source_id for window, _ in told])
        seconds = measured(lambda: load(url, told))
        with connect(url) as connection:
            ((points,),) = connection.execute("select count(*) from market_quotes where raw_seq > 0").fetchall()
            hours = connection.execute("select count(*) from candles_1h").fetchall()[0][0]
        floor = copy(url, "floor", "observed_at, listing_id")
        copy(url, "plain", "observed_at, listing_id")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
        print(f"{points:,} points and {hours:,} hours of candles in {seconds:.1f} s: {points / seconds:,.0f} a second;"
              f" COPY alone {floor:.1f} s: {floor / seconds:.0%}; {memory:,.0f} MB at the most")  # fmt: skip
        with connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze")
        asyncio.run(questions(url, given.coins))
    finally:
        stop_if_last(data_directory(settings))


def known(url: URL, coins: list[str]) -> None:
    """Listings for these coins."""
    with connect(url) as connection:
        for number, coin in enumerate(dict.fromkeys(coins)):
            connection.execute(
                "with a as (insert into assets (ticker, symbol, name, origin, created_at)"
                " values (%s, %s, %s, 'coingecko', now()) returning asset_id)"
                " insert into listings (source, source_id, asset_id, symbol, name, first_seen, last_seen)"
                " select 'coingecko', %s, asset_id, %s, %s, now(), current_date from a",
                (f"C{number}", f"C{number}", coin, coin, f"C{number}", coin),
            )


if __name__ == "__main__":
    main()
