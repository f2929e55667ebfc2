"""Coercion: any value becomes the type, nothing, or a reason; and a number that passes prints back as it came."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crypto_pipeline.normalize.coerce import to_numbers, to_text, to_times

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


@given(st.lists(json_values))
def test_every_value_is_a_finite_number_nothing_or_bad(values: list[Any]) -> None:
    numbers, bad = to_numbers(values)
    assert len(numbers) == len(bad) == len(values)
    assert not np.isinf(numbers).any()
    assert np.isnan(numbers[bad]).all()


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False)))
def test_a_number_prints_back_as_the_payloads_whether_number_or_text(values: list[float]) -> None:
    for as_sent in (values, [json.dumps(value) for value in values], [*values, "-"]):
        numbers, bad = to_numbers(as_sent)
        assert not bad.any()
        assert list(numbers[: len(values)]) == values


def test_booleans_words_and_infinities_are_no_numbers() -> None:
    _, bad = to_numbers([True, "abc", "1_000", math.inf, "inf", [1], {"a": 1}, 10**400])
    assert bad.all()


def test_the_ways_to_write_nothing_are_nothing() -> None:
    numbers, bad = to_numbers([None, "", " ", "-", "null", "NaN", math.nan])
    assert np.isnan(numbers).all()
    assert not bad.any()


def test_integers_and_floats_mix_and_huge_supplies_pass() -> None:
    numbers, bad = to_numbers([1, 2.5, None, 10**52, 3e-18])
    assert list(numbers[[0, 1, 3, 4]]) == [1.0, 2.5, 1e52, 3e-18]
    assert not bad.any()


@given(st.lists(json_values))
def test_text_is_stripped_text_nothing_or_bad(values: list[Any]) -> None:
    texts, bad = to_text(values)
    for value, text, is_bad in zip(values, texts, bad, strict=True):
        assert is_bad == (value is not None and not isinstance(value, str))
        if isinstance(text, str):
            assert text == value.strip()
            assert text


@given(st.lists(json_values))
def test_every_time_is_utc_nothing_or_bad(values: list[Any]) -> None:
    times, bad = to_times(values)
    assert str(times.dtype) == "datetime64[us, UTC]"
    assert list(bad) == [value is not None and missing for value, missing in zip(values, times.isna(), strict=True)]


def test_times_with_offsets_are_brought_to_utc_and_bare_ones_are_utc() -> None:
    times, bad = to_times(["2024-01-15T08:54:30.123Z", "2024-01-15T09:54:30+01:00", "2024-01-15 08:54:30", "soon"])
    assert [time.isoformat() for time in times[:3]] == [
        "2024-01-15T08:54:30.123000+00:00",
        "2024-01-15T08:54:30+00:00",
        "2024-01-15T08:54:30+00:00",
    ]
    assert list(bad) == [False, False, False, True]
