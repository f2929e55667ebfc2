"""From feed entries to articles: coerce, clean, hold against the contract, split the good from the bad."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from crypto_pipeline.normalize.coerce import to_text, to_times
from crypto_pipeline.normalize.contracts import ARTICLE, violations

TEXTS = ("id", "feed", "guid", "url", "title", "summary", "author")
# A tag begins with a letter right behind the bracket: `BTC < $50k` is text
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>", re.S)


def normalize_news(came: Mapping[str, Sequence[Any]]) -> tuple[pd.DataFrame, dict[int, list[str]]]:
    """Splits entries as they came into articles and refusals.

    Takes the columns `TEXTS`, tags (list of str) and published_at with values as they came. Returns (articles,
    reasons): articles has those columns, text without markup and published_at as datetime64[us, UTC], and is
    indexed by position; reasons maps the position of each refused row to what is wrong.
    """
    columns: dict[str, Any] = {}
    reasons: dict[int, list[str]] = {}
    for name in TEXTS:
        columns[name], bad = to_text([plain_text(v) if name in ("title", "summary") else v for v in came[name]])
        for position in bad.nonzero()[0]:
            reasons.setdefault(int(position), []).append(f"{name} is not text")
    columns["published_at"], unreadable = to_times(came["published_at"])
    for position in unreadable.nonzero()[0]:
        value = str(came["published_at"][int(position)])[:60]
        reasons.setdefault(int(position), []).append(f"published_at: {value!r} is not a time that is read for sure")
    typed = pd.DataFrame(columns)
    typed["tags"] = [
        [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [] for tags in came["tags"]
    ]
    for index, broken in violations(ARTICLE, typed.drop(index=list(reasons))).items():
        reasons.setdefault(index, []).extend(broken)
    articles = typed.drop(index=list(reasons))
    articles["summary"] = articles["summary"].fillna("")
    return articles, reasons


def latest_per_article(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per article: the last version that came (largest raw_seq), known since the first one was fetched."""
    first = articles.groupby("id")["known_at"].transform("min")
    return articles.assign(known_at=first).sort_values("raw_seq").drop_duplicates("id", keep="last")


def plain_text(value: Any) -> Any:
    """Text without markup and entities, its white space folded; anything else as it is."""
    if not isinstance(value, str):
        return value
    return " ".join(html.unescape(_TAG.sub(" ", value)).split())
