"""What the document cannot say: values that are refused for what they mean, not for their form."""

import schemathesis
from schemathesis.checks import CheckContext  # noqa: F401 - loads the checks

# A cursor of our own making, one way of paging at a time, a range with its ends in order, no NUL, no offset deeper than 10,000 rows by page
MEANT = ("/problems/invalid-cursor", "/problems/too-deep")
# Refused before anything is looked at; schemathesis takes only other statuses for a refusal
TOO_LARGE = (413, 414, 431)
SAID = ("exclude each other", "say limit", "NUL", "nothing can be between them")


@schemathesis.hook
def filter_failure(context, failure, case, response):  # type: ignore[no-untyped-def]
    """Keeps a failure unless the request was too large, or a form that the document allows was refused for one of these reasons."""
    if response.status_code in TOO_LARGE:
        return False
    if "rejected" not in failure.title.lower() or response.status_code != 400:
        return True
    problem = response.json()
    return problem["type"] not in MEANT and not any(text in problem["detail"] for text in SAID)
