"""Dates as feeds write them: read rightly, or not at all; never as another day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto_pipeline.sources.provider_errors import http_date, retry_after
from crypto_pipeline.sources.rss.dates import read_date

EIGHT = datetime(2026, 5, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 01 May 2026 08:00:00 +0000", "Fri, 1 May 2026 08:00:00 GMT", "01 May 2026 08:00:00 UT", "1 May 26 08:00 Z",
        "Fri, 01 May 2026 03:00:00 -0500", "Fri, 01 May 2026 03:00:00 CDT", "Fri,  01  May  2026  04:00:00  EDT",
        "Fri, 01 May 2026 10:00:00 +02:00", "Fri, 01 May 2026 08:00:00", "Fri, 01 May 2026 08:00:00 +0000 (UTC)",
        "Freitag, 01 May 2026 10:00:00 CEST", "vendredi, 1 May 2026 08:00:00 GMT", "пт, 01 May 2026 08:00:00 +0000",
        "Thu, 01 May 2026 08:00:00 GMT",  # a wrong weekday: the day says it
        "2026-05-01T08:00:00Z", "2026-05-01T08:00:00.123Z", "2026-05-01t08:00:00z", "2026-05-01 08:00:00+00:00",
        "2026-05-01T10:00+0200", "2026-5-1 8:00", "2026/05/01 08:00:00", "May 1, 2026 8:00 AM", "May 1st, 2026 at 08:00",
        "Fri May  1 08:00:00 2026", "Fri May  1 08:00:00 UTC 2026", "1777622400", "1777622400000",
        "Friday, 01-May-26 08:00:00 GMT", "1 May 2026 8:00 a.m.",
    ],
)  # fmt: skip
def test_many_forms_of_one_moment(text: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.replace(microsecond=0) == EIGHT


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-01", datetime(2026, 5, 1, tzinfo=UTC)),
        ("05/31/2026 08:00 PM", datetime(2026, 5, 31, 20, tzinfo=UTC)),
        ("31/05/2026", datetime(2026, 5, 31, tzinfo=UTC)),
        ("31.05.2026 20:00", datetime(2026, 5, 31, 20, tzinfo=UTC)),
        ("12:30 AM", None),
        ("05/05/2026 12:00 AM", datetime(2026, 5, 5, tzinfo=UTC)),
        ("05/05/2026 12:00 PM", datetime(2026, 5, 5, 12, tzinfo=UTC)),
        ("06 Nov 1994 08:49:37 GMT", datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)),
        ("06 Nov 94 08:49:37 GMT", datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)),
    ],
)
def test_other_moments(text: str, moment: datetime | None) -> None:
    assert read_date(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "now", "yesterday", "05/04/2026", "4.5.2026 10:00", "1 mai 2026", "1. Mai 2026", "2026年5月1日", "Fri, 32 May 2026",
     "2026-13-01", "2026-02-30", "01 May 2026 25:00:00", "01 May 2026 08:61:00", "01 May 2026 13:00 PM",
     "01 May 2026 08:00:00 XYZ", "5", "20260501", "May 2026", "01 May", "x" * 5_000, "\u0660\u0661 May 2026"],
)  # fmt: skip
def test_what_could_be_two_days_or_none_is_not_read(text: str) -> None:
    assert read_date(text) is None


@given(st.integers(min_value=10**8, max_value=25 * 10**8))
def test_what_the_standards_write_is_read_to_the_second(seconds: int) -> None:
    whole = datetime.fromtimestamp(seconds, UTC)
    for text in (whole.isoformat(), f"{whole:%a, %d %b %Y %H:%M:%S} GMT", f"{whole:%d %b %y %H:%M:%S} +0000"):
        assert read_date(text) == whole


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    read_date(text)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (" 7 ", 7), ("0", 0), ("1.5", 1.5), ("²", None), ("-1", None), ("+1", None), ("1e3", None), ("", None),
     ("soon", None), ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sunday, 06-Nov-94 08:49:37 GMT", 0),
     ("Sun Nov  6 08:49:37 1994", 0), ("\u0663", None)],
)  # fmt: skip
def test_retry_after_is_a_number_or_one_of_three_dates(value: str, seconds: float | None) -> None:
    """RFC 9110 §10.2.3 and §5.6.7."""
    assert retry_after({"retry-after": value}) == seconds


def test_a_date_without_a_zone_is_utc() -> None:
    assert http_date("Sun Nov  6 08:49:37 1994") == datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)
