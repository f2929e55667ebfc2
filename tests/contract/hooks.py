"""What the document cannot say: values that are refused for what they mean, not for their form."""

import re

import schemathesis
from schemathesis.checks import CheckContext  # noqa: F401 - loads the checks

# A cursor of our own making, one way of paging at a time, a range with its ends in order, no NUL, a source that is loaded, no offset deeper than 10,000 rows by page
MEANT = ("/problems/invalid-cursor", "/problems/too-deep")
# Refused before anything is looked at; schemathesis takes only other statuses for a refusal
TOO_LARGE = (413, 414, 431)
SAID = ("exclude each other", "say limit", "NUL", "nothing can be between them", "is not one of coingecko")
# Which sources there are, the document does not know; GET /sources does
LOADED = ("coingecko", "coinpaprika", "rss")


@schemathesis.hook
def map_query(context, query):  # type: ignore[no-untyped-def]
    """Most names of sources that are made up become one that is loaded."""
    for name in ("source", "source_type"):
        given = (query or {}).get(name)
        if isinstance(given, str) and len(given) % 4 and re.fullmatch("[a-z][a-z0-9_]{0,99}", given):
            query[name] = LOADED[len(given) % len(LOADED)]
    return query


@schemathesis.hook
def filter_failure(context, failure, case, response):  # type: ignore[no-untyped-def]
    """Keeps a failure unless the request was too large, or a form that the document allows was refused for one of these reasons."""
    if response.status_code in TOO_LARGE:
        return False
    if "rejected" not in failure.title.lower() or response.status_code != 400:
        return True
    problem = response.json()
    return problem["type"] not in MEANT and not any(text in problem["detail"] for text in SAID)
