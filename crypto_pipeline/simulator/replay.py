"""Recorded bodies in place of the simulated market, sliced into pages without a byte of a record changed."""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from pathlib import Path

import msgspec


class Replay:
    """The recordings under a folder: `PROVIDER/ENDPOINT_*_N.json`, also gzipped.

    Of several recordings the one with most rows (N) is served, of equal ones the newest. Raises FileNotFoundError when
    the folder has none at all.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.records = lru_cache(maxsize=None)(self._records)
        if not any(folder.glob("*/*_*.json*")):
            raise FileNotFoundError(f"no recording PROVIDER/ENDPOINT_DATE_N.json in {folder}")

    def _records(self, provider: str, endpoint: str) -> list[bytes] | None:
        """The records of an endpoint; None when there is no recording of it."""
        found = []
        for path in (self._folder / provider).glob(f"{endpoint}_*.json*"):
            parts = re.fullmatch(rf"{endpoint}_([\d-]+)_(\d+)\.json(\.gz)?", path.name)
            if parts:
                found.append((int(parts[2]), parts[1], path))
        if not found:
            return None
        path = max(found)[2]
        body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return [bytes(item) for item in msgspec.json.decode(body, type=list[msgspec.Raw])]
