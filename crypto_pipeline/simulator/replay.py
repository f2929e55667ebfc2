"""Recorded bodies in place of the simulated market, sliced into pages without a byte of a record changed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import msgspec


class Replay:
    """The recordings under a folder: `coingecko/coins_markets_*_N.json`, `coinpaprika/tickers_*_N.json`, also gzipped.

    Of several recordings the one with most rows (N) is served, of equal ones the newest. Raises
    FileNotFoundError when the folder has none of an API's.
    """

    def __init__(self, folder: Path) -> None:
        self.markets = _records(folder, "coingecko", "coins_markets")
        self.tickers = _records(folder, "coinpaprika", "tickers")


def _records(folder: Path, provider: str, endpoint: str) -> list[bytes]:
    found = []
    for path in (folder / provider).glob(f"{endpoint}_*.json*"):
        parts = re.fullmatch(rf"{endpoint}_([\d-]+)_(\d+)\.json(\.gz)?", path.name)
        if parts:
            found.append((int(parts[2]), parts[1], path))
    if not found:
        raise FileNotFoundError(f"no recording {provider}/{endpoint}_DATE_N.json in {folder}")
    path = max(found)[2]
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [bytes(item) for item in msgspec.json.decode(body, type=list[msgspec.Raw])]
