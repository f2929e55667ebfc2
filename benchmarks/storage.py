"""How many bytes a stored quote takes, with all indexes, and what rewriting a closed month in key order is worth.

    python -m benchmarks.storage [--quotes 5000000]

Quotes of 2,000 listings come load by load, as they do in life, into one month of `market_quotes`. Printed: bytes a
quote in heap and indexes, and the pages that a listing's month is read from, as they came and after the rewriting.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from sqlalchemy.engine import URL

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.migrate import upgrade
from crypto_pipeline.warehouse.months import cluster_month
from crypto_pipeline.warehouse.partitions import ensure_partitions
from crypto_pipeline.warehouse.server import data_directory, stop_if_last

LISTINGS = 2_000
MONTH = "2025-01"
FILL = """
insert into market_quotes (listing_id, observed_at, known_at, price_usd, market_cap_usd, volume_24h_usd, rank, raw_seq)
select l, moment + l * interval '1 millisecond', moment + interval '1 second', random() * 1000, random() * 1e9,
       random() * 1e7, l, 1
from generate_series(timestamptz '2025-01-01', timestamptz '2025-01-31', interval '30 days' / %(loads)s) as moment,
     generate_series(1, %(listings)s) as l
order by 2
"""
SIZES = """
select sum(pg_relation_size(relid)), sum(pg_indexes_size(relid)), sum(pg_total_relation_size(relid))
from pg_partition_tree('market_quotes') where isleaf
"""
ONE = "explain (analyze, buffers, format json) select * from market_quotes where listing_id = 77"


def sizes(url: URL, rows: int) -> str:
    """Bytes a quote."""
    with connect(url) as connection:
        heap, indexes, total = (int(size) / rows for size in connection.execute(SIZES).fetchone() or ())
    return f"{heap:.1f} heap + {indexes:.1f} indexes = {total:.1f} bytes a quote"


def pages(url: URL) -> int:
    """Pages that one listing's quotes are read from."""
    with connect(url) as connection:
        ((plan,),) = connection.execute(ONE.encode()).fetchall()
    found = plan[0]["Plan"]
    return int(found["Shared Hit Blocks"] + found["Shared Read Blocks"])


def main() -> None:
    """Fills, measures, rewrites, measures again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotes", type=int, default=5_000_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as home:
        settings = Settings(platform_home=Path(home))
        url = database_url(settings)
        upgrade(url)
        ensure_partitions(url, "market_quotes", [MONTH])
        loads = arguments.quotes // LISTINGS
        with connect(url) as connection:
            rows = connection.execute(FILL, {"loads": loads, "listings": LISTINGS}).rowcount
        with connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze market_quotes")
        print(
            f"{rows:,} quotes of {LISTINGS:,} listings, as they came: {sizes(url, rows)}; a listing: {pages(url)} pages"
        )
        cluster_month(url, MONTH)
        print(f"rewritten in key order: {sizes(url, rows)}; a listing: {pages(url)} pages")
        stop_if_last(data_directory(settings))


if __name__ == "__main__":
    main()
