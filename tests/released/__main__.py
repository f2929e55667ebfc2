"""`python -m tests.released`: loads, corrections, refusals and news of three days, as this version stores them."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.sources import SOURCES, streams_of
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.csv import inbox
from crypto_pipeline.stages import history
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.streams import prepare_database
from tests.api_fixtures import gecko
from tests.api_fixtures import store as store_rows
from tests.conftest import start_simulator, upstream_variables
from tests.loads import COINGECKO, CSV, load_all
from tests.released import dump

HEAD = "symbol,name,price_usd,created_at\n"
FILES = {
    "old.csv": HEAD + "BTC,Bitcoin,100,2013-04-28\nOLD,Old Coin,2,2013-04-29\nOLD,Old Coin,3,2013-04-30\n",
    "new.csv": HEAD + "BTC,Bitcoin,60000,2026-04-30\nOLD,Old Coin,4,2026-04-30\nBAD,Bad Coin,x,2026-04-30\n",
    "correction.csv": HEAD + "OLD,Old Coin,5,2026-04-30\n",
}


def main() -> None:
    """Makes the database of the newest revision and writes it."""
    home = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    home.chmod(0o755)
    (home / "inbox").mkdir()
    os.chdir(home)
    url = database_url(Settings(platform_home=home))
    prepare_database(url, streams_of(Settings()))
    for moment in ("2026-04-30T23:50:00", "2026-05-01T12:00:00", "2026-05-02T12:10:00"):
        process, simulator = start_simulator("--coins", "20", "--at", moment)
        values = {name.lower(): value for name, value in upstream_variables(simulator.base).items()}
        load_all(url, Settings(**{**values, "coingecko_top": "20"}, platform_home=home, csv_inbox=home / "none"))
        if moment == "2026-05-02T12:10:00":
            _load_past(url, Settings(**{**values, "coingecko_top": "20"}, platform_home=home, history_top=3))
        process.terminate()
        process.wait()
    for name, text in FILES.items():
        (home / "inbox" / name).write_text(text)
        settings = Settings(platform_home=home, csv_inbox=home / "inbox")
        stages.load_raw(url, settings, CSV, inbox(settings).partition_key(home / "inbox" / name), "file run")
        stages.load_rows(url, CSV, "file run")
        stages.load_unified(url, "file run")
    # a correction, a name that changed, a record that is refused, and one of a time that is to come
    at = "2026-05-02T12:10:00Z"
    for price, name in ((0.5, "Late Coin"), (0.6, "Late Coin"), (0.6, "Late Coin, renamed")):
        store_rows(url, "coingecko", gecko("late", "late", name, 900, price, at))
        at = "2026-05-02T12:10:00Z" if price == 0.5 else "2026-05-02T13:00:00Z"
    store_rows(
        url,
        "coingecko",
        gecko("bad", "bad", "Bad", 901, -1.0, at),
        gecko("far", "far", "Far", 902, 1.0, "2031-01-01T00:00:00Z"),
    )
    stages.load_rows(url, COINGECKO, "run")
    dump(migrate.head(), url)
    stop_if_last(data_directory(Settings(platform_home=home)))
    shutil.rmtree(home, ignore_errors=True)


def _load_past(url: URL, settings: Settings) -> None:
    """Two past days of three coins."""
    days = [date(2026, 4, 20), date(2026, 4, 21)]
    for source in ("coingecko", "coinpaprika"):
        past = SOURCES[source].streams[1]
        history.load_history(url, settings, past, lambda past=past: history.plan(url, settings, past, days), "past run")


main()
