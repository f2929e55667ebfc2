"""Dates as feeds write them, read rightly or not at all: a date that could be two days is neither."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_LONG = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS = {name[:length]: number for number, name in enumerate(_LONG, 1) for length in (3, None)} | {"sept": 9}
# RFC 822 §5.1 names these; hours from UTC
_ZONES = {
    "utc": 0, "gmt": 0, "ut": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "jst": 9, "msk": 3,
}  # fmt: skip
_TIME = r"(?:[T\s,]+(?:at\s+)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,]\d+)?)?)?"
_HALF = r"(?:\s*(?P<half>[ap])\.?m\.?)?"
_ZONE = r"(?:\s*(?P<zone>[+-][0-9]{2}:?[0-9]{2}|[A-Za-z]{1,4})(?:\s*\([^()]*\))?)?"
_END = rf"{_TIME}{_HALF}{_ZONE}"
# A weekday in whatever language says nothing that the day does not
_WEEKDAY = r"(?:[^\W\d_]+\.?,?\s+)?"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}}){_END}",  # RFC 3339 and its kin
        rf"(?P<year>[0-9]{{4}})/(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}}){_END}",
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})[\s-](?P<name>[A-Za-z]{{3,9}})\.?[\s-]{_YEAR}{_END}",  # RFC 822
        rf"{_WEEKDAY}(?P<name>[A-Za-z]{{3,9}})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}}){_END}",
        # asctime: the year comes last
        r"[A-Za-z]{3}\s+(?P<name>[A-Za-z]{3})\s+(?P<day>[0-9]{1,2})\s+(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
        r"(?:\s+(?P<zone>[A-Za-z]{1,4}))?\s+(?P<year>[0-9]{4})",
        rf"(?P<first>[0-9]{{1,2}})[/.](?P<then>[0-9]{{1,2}})[/.](?P<year>[0-9]{{4}}){_END}",
    )
)
LONGEST = 100


def read_date(text: str) -> datetime | None:
    """The moment that a text names, in UTC; without a zone it is UTC. None for what cannot be read for sure.

    `3/4/2026` is the third of April to some and the fourth of March to others: it is not read. `31/12/2026` is.
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return None
    if re.fullmatch("[0-9]{10}|[0-9]{13}", text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    try:
        day = _day(parts)
        clock = _clock(parts)
        zone = _zone(parts.get("zone"))
        return (
            None if day is None or clock is None or zone is None else (day + clock).replace(tzinfo=zone).astimezone(UTC)
        )
    except (ValueError, OverflowError):
        return None


def _day(parts: dict[str, str | None]) -> datetime | None:
    year = int(parts["year"] or 0)
    if year < 100:  # RFC 2822 §4.3
        year += 2000 if year < 50 else 1900
    if parts.get("first"):
        one, other = int(parts["first"] or 0), int(parts["then"] or 0)
        if one <= 12 and other <= 12 and one != other:
            return None
        month, day = (one, other) if one <= 12 else (other, one)
        return datetime(year, month, day)  # noqa: DTZ001 - the zone comes later
    month = _MONTHS.get((parts.get("name") or "").lower(), 0) if parts.get("name") else int(parts.get("month") or 0)
    return datetime(year, month, int(parts["day"] or 0)) if month else None  # noqa: DTZ001


def _clock(parts: dict[str, str | None]) -> timedelta | None:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()
    if hour > 23 or minute > 59 or second > 60 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _zone(text: str | None) -> timezone | None:
    if not text:
        return UTC
    if text[0] in "+-":
        digits = text[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if text[0] == "-" else offset)
    hours = _ZONES.get(text.lower())
    return None if hours is None else timezone(timedelta(hours=hours))
