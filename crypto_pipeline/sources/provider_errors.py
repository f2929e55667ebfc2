"""The error answers of providers and of what stands between us and them, as `SourceError`s.

CoinGecko: `{"status": {"error_code", "error_message"}}`, `{"error": {"status": {…}}}`, `{"error": "text"}`, plain
`Throttled`, a Cloudflare page. CoinPaprika: `{"error": "text"}`.
"""

from __future__ import annotations

import contextlib
import email.utils
import html
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from crypto_pipeline.sources.errors import LATER, ErrorGuide, Fault, SourceError

# What a status says by itself. {key} is the variable of the source's key.
_BY_STATUS = {
    304: (Fault.INCOMPLETE, f"Nobody asked whether it had changed. {LATER}"),
    400: (Fault.REFUSED, "Check the settings of this source"),
    401: (Fault.UNAUTHORIZED, "Check {key} and the plan it belongs to"),
    402: (Fault.PLAN, "Ask for a later day, or use a higher plan"),
    403: (Fault.UNAUTHORIZED, "Check {key} and the plan it belongs to"),
    404: (Fault.NOT_FOUND, "Check the base URL and the id that was asked for"),
    407: (Fault.UNAUTHORIZED, "The proxy wants a name and password: HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT"),
    408: (Fault.SERVER_ERROR, f"The provider has trouble. {LATER}"),
    410: (Fault.NOT_FOUND, "The provider has withdrawn it for good; check the base URL"),
    421: (Fault.SERVER_ERROR, f"The provider has trouble. {LATER}"),
    425: (Fault.SERVER_ERROR, f"The provider has trouble. {LATER}"),
    501: (Fault.REFUSED, "Check the base URL"),
    505: (Fault.REFUSED, "Check the base URL and the proxy"),
    511: (Fault.UNREACHABLE, "The network wants a login before it lets requests out"),
}


def explain_status(guide: ErrorGuide, url: str, status: int, headers: Mapping[str, str], body: bytes) -> SourceError:
    """The error for an answer that is neither whole nor 304, by RFC 9110 §15. `url` must hold no secret.

    An unknown code is its class's first one, as the standard says.
    """
    code, message = provider_message(body)
    what = f"{url} answered HTTP {status}" + (f": {message}" if message else "")
    source = guide.source
    if code is not None and code in guide.codes:
        fault, todo = guide.codes[code]
        if fault is not Fault.RATE_LIMITED:
            return SourceError(source, fault, f"{what} (code {code})", todo)
        status = 429
    wait = retry_after(headers)
    if status == 429 or (status == 403 and b"Throttled" in body[:200]):
        asked = f", retry after {wait:g} s" if wait is not None else ""
        return SourceError(
            source, Fault.RATE_LIMITED, what + asked, f"Wait, or lower {guide.pace}", wait,
        )  # fmt: skip
    if status in _BY_STATUS:
        fault, todo = _BY_STATUS[status]
        return SourceError(source, fault, what, todo.format(key=guide.key), wait)
    if status >= 500 or status < 200:
        return SourceError(source, Fault.SERVER_ERROR, what, f"The provider has trouble. {LATER}", wait)
    if status < 300:
        return SourceError(source, Fault.INCOMPLETE, what, f"That is no whole answer. {LATER}", wait)
    if status < 400:
        return SourceError(source, Fault.UNEXPECTED, what, "Check the base URL")
    return SourceError(source, Fault.REFUSED, what, "Check the settings of this source")


def explain_error_body(guide: ErrorGuide, url: str, body: bytes) -> SourceError | None:
    """The error for a whole answer (200) that only says that something went wrong; None for any other."""
    if body.lstrip()[:1] != b"{":
        return None
    code, message = provider_message(body, only_errors=True)
    if code is None and not message:
        return None
    known = guide.codes.get(code or 0)
    what = f"{url} answered 200 with an error: {message}" + (f" (code {code})" if code is not None else "")
    if known is not None and known[0] is not Fault.RATE_LIMITED:
        return SourceError(guide.source, known[0], what, known[1])
    fault = Fault.RATE_LIMITED if code == 429 else Fault.SERVER_ERROR
    return SourceError(guide.source, fault, what, f"The provider has trouble. {LATER}")


def provider_message(body: bytes, *, only_errors: bool = False) -> tuple[int | None, str]:
    """The provider's error code, when it has one, and its message, in at most 300 printable characters.

    `only_errors`: nothing for a body without an error in one of the forms that are known.
    """
    text = body[:20_000].decode("utf-8", "replace").strip()
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        title = re.search(r"<title>([^<]{0,1000})</title>", text, re.I)
        plain = title[1] if title else re.sub(r"<[^<>]*>", " ", text)
        return None, "" if only_errors else _short(html.unescape(plain))
    error = answer.get("error") if isinstance(answer, dict) else None
    status = answer.get("status") if isinstance(answer, dict) else None
    if isinstance(error, dict):
        status = error.get("status", error)
    if isinstance(status, dict) and ("error_code" in status or "error_message" in status or error is not None):
        code = status.get("error_code")
        return (code if isinstance(code, int) else None), _short(status.get("error_message", ""))
    if only_errors and error is None:
        return None, ""
    return None, _short(error if error is not None else text)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110 §10.2.3: a number or a date); None without one."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", value):
        return float(value)
    if (moment := http_date(value)) is not None:
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    return None


def http_date(value: str) -> datetime | None:
    """A date in one of the three forms of RFC 9110 §5.6.7, in UTC; None for anything else."""
    with contextlib.suppress(ValueError, TypeError, OverflowError, IndexError):
        parsed = email.utils.parsedate_to_datetime(value)
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    return None


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)[:300]
