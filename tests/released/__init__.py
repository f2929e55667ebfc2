"""Filled databases as released revisions left them, with what the API answered over each: what a new version must take
over without losing anything. `python -m tests.released` writes that of the present revision, before it is replaced.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.cluster import binaries
from crypto_pipeline.warehouse.connect import dsn
from tests.api_fixtures import api

FOLDER = Path(__file__).parent
QUESTIONS = [
    "/data?limit=500", "/data?sort=-price&limit=7", "/data?source=coingecko&limit=500", "/data?source=coinpaprika&limit=500",
    "/data?source=csv&limit=500", "/data?search=coin&fields=ticker,name,price_usd", "/data?min_price=1&sort=name",
    "/records?limit=1000", "/records?category=quote&limit=1000", "/records?source_type=csv&limit=1000",
    "/records?ticker=BTC&limit=1000", "/records?search=bit&limit=1000", "/records?until=2026-05-01T12:00:00Z&limit=1000",
    "/news?limit=100", "/news?search=market", "/raw/coingecko/bitcoin?limit=1000", "/raw/coinpaprika/btc-bitcoin?limit=1000", "/raw/csv/OLD:Old%20Coin",
    "/quality/quarantine?limit=1000",
]  # fmt: skip


def revisions() -> list[str]:
    """The revisions that there is a database of."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))


def restore(revision: str, url: URL) -> None:
    """Fills an empty database as this revision left it."""
    quietly = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction")
    _postgres("psql", url, *quietly, "--command=drop schema public", f"--file={FOLDER / revision}.sql")


def dump(revision: str, url: URL) -> None:
    """Writes the database and the API's answers."""
    _postgres("pg_dump", url, "--no-owner", "--schema=public", f"--file={FOLDER / revision}.sql")
    (FOLDER / f"{revision}.json").write_text(json.dumps(dict(answers(url)), indent=1, sort_keys=True) + "\n")


def answers(url: URL) -> Iterator[tuple[str, Any]]:
    """What the API says of the data; each coin by itself, too."""
    with api(url) as client:
        for question in QUESTIONS:
            answer = client.get(question)
            assert answer.status_code == 200, (question, answer.text)
            yield question, answer.json()["data"]
        for coin in client.get("/data?limit=500").json()["data"]:
            address = f"/assets/{coin['ticker']}"
            yield address, client.get(address).json()["data"]


def known_answers(revision: str) -> dict[str, Any]:
    """What the API answered then."""
    found: dict[str, Any] = json.loads((FOLDER / f"{revision}.json").read_text())
    return found


def _postgres(program: str, url: URL, *options: str) -> None:
    environment = {**os.environ, "PGCLIENTENCODING": "UTF8"}
    command = [binaries() / program, f"--dbname={dsn(url)}", *options]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
