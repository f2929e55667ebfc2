"""The error answers of CoinGecko, CoinPaprika and what stands between us and them, as `SourceError`s.

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

from crypto_pipeline.sources.errors import Fault, SourceError

# CoinGecko's own codes, which say more than the HTTP status does
_COINGECKO_CODES = {
    429: (Fault.RATE_LIMITED, ""),
    10002: (Fault.UNAUTHORIZED, "Set COINGECKO_API_KEY"),
    10005: (Fault.PLAN, "This endpoint needs a higher plan"),
    10010: (
        Fault.UNAUTHORIZED,
        "This is a demo key on the pro host, or the other way round: check COINGECKO_PLAN",
    ),
    10011: (
        Fault.UNAUTHORIZED,
        "This is a demo key on the pro host, or the other way round: check COINGECKO_PLAN",
    ),
    10012: (
        Fault.PLAN,
        "Free and demo plans see the last 365 days: ask for a later day, or use a higher plan",
    ),
}
_LATER = "Nothing was stored; the next run tries again"


def explain_status(source: str, url: str, status: int, headers: Mapping[str, str], body: bytes) -> SourceError:
    """The error for an answer that is neither 200 nor 304. `url` must hold no secret."""
    code, message = provider_message(body)
    what = f"{url} answered HTTP {status}" + (f": {message}" if message else "")
    key = f"{source.upper()}_API_KEY"
    if source == "coingecko" and code in _COINGECKO_CODES:
        fault, todo = _COINGECKO_CODES[code]
        if fault is not Fault.RATE_LIMITED:
            return SourceError(source, fault, f"{what} (code {code})", todo)
        status = 429
    if status == 429 or (status == 403 and b"Throttled" in body[:200]):
        wait = retry_after(headers)
        asked = f", retry after {wait:g} s" if wait is not None else ""
        return SourceError(
            source, Fault.RATE_LIMITED, what + asked,
            f"Wait, or lower {source.upper()}_RATE_PER_MINUTE", wait,
        )  # fmt: skip
    if status in (500, 502, 503, 504, 520, 521, 522, 523, 524, 408):
        return SourceError(
            source, Fault.SERVER_ERROR, what, f"The provider has trouble. {_LATER}", retry_after(headers)
        )
    if status in (401, 403):
        return SourceError(source, Fault.UNAUTHORIZED, what, f"Check {key} and the plan it belongs to")
    if status == 402:
        return SourceError(source, Fault.PLAN, what, "Ask for a later day, or use a higher plan")
    if status == 404:
        return SourceError(source, Fault.NOT_FOUND, what, "Check the base URL and the id that was asked for")
    return SourceError(source, Fault.REFUSED, what, "Check the settings of this source")


def provider_message(body: bytes) -> tuple[int | None, str]:
    """The provider's error code, when it has one, and its message, in at most 300 characters."""
    text = body[:20_000].decode("utf-8", "replace").strip()
    try:
        answer = json.loads(text)
    except ValueError:
        title = re.search(r"<title>(.*?)</title>", text, re.I | re.S)
        plain = title[1] if title else re.sub(r"<[^>]*>", " ", text)
        return None, " ".join(html.unescape(plain).split())[:300]
    error = answer.get("error") if isinstance(answer, dict) else None
    status = answer.get("status") if isinstance(answer, dict) else None
    if isinstance(error, dict):
        status = error.get("status", error)
    if isinstance(status, dict):
        code = status.get("error_code")
        return (code if isinstance(code, int) else None), str(status.get("error_message", ""))[:300]
    return None, str(error if error is not None else text)[:300]


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110 §10.2.3: a number or a date); None without one."""
    value = headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    with contextlib.suppress(ValueError, TypeError):
        moment = email.utils.parsedate_to_datetime(value)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    return None
