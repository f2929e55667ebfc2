"""Which format an answer has: `format=` first, then `Accept`; JSON when both are silent."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from litestar.datastructures.headers import Accept

from api_server.contract.parameters import pairs_of
from api_server.contract.problems import Problem

Format = Literal["json", "csv", "ndjson", "parquet", "arrow"]
MEDIA_TYPES: dict[Format, str] = {
    "json": "application/json",
    "csv": "text/csv",
    "ndjson": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "arrow": "application/vnd.apache.arrow.stream",
}
_BY_TYPE = {media_type: name for name, media_type in MEDIA_TYPES.items()}


@lru_cache(maxsize=4096)
def chosen(query: bytes, accept: str) -> Format:
    """The format of a list's answer. Raises `Problem` when none that is accepted can be given."""
    for name, value in pairs_of(query):
        if name == "format":
            return value if value in MEDIA_TYPES else "json"  # refused by the parser
    if not accept or accept == "*/*":
        return "json"
    best = Accept(accept).best_match(list(MEDIA_TYPES.values()))
    if best is None:
        raise Problem("not-acceptable", f"Formats: {', '.join(MEDIA_TYPES.values())}.")
    return _BY_TYPE[best]


@lru_cache(maxsize=1024)
def accepts_gzip(accept_encoding: bytes) -> bool:
    """Whether a client takes gzip, by its Accept-Encoding header."""
    for item in accept_encoding.decode("latin-1").lower().split(","):
        name, _, parameters = "".join(item.split()).partition(";")
        if name in ("gzip", "x-gzip", "*"):
            return not re.fullmatch(r"q=0(\.0{0,3})?", parameters)
    return False
