"""The rate and the monthly budget of an upstream hold for all who use the database."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline import stages
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.errors import SourceError
from crypto_pipeline.warehouse.throttle import BudgetExhaustedError, Throttle
from tests.loads import COINGECKO, TODAY


def test_the_monthly_budget_holds_across_processes_and_says_what_to_do(url: URL) -> None:
    for _ in range(3):
        with Throttle(url, "coingecko", 1000, 3) as throttle:
            throttle.acquire()
    with (
        Throttle(url, "coingecko", 1000, 3) as throttle,
        pytest.raises(BudgetExhaustedError, match="COINGECKO_MONTHLY_BUDGET"),
    ):
        throttle.acquire()


def test_a_spent_budget_is_a_final_error_and_no_call(url: URL, settings: Settings) -> None:
    poor = settings.model_copy(update={"coingecko_monthly_budget": 1, "coingecko_top": 400})
    with pytest.raises(SourceError, match="budget used up.*No call was made") as error:
        stages.load_raw(url, poor, COINGECKO, TODAY, "run")
    assert not error.value.transient


def test_the_rate_is_shared_by_all_who_use_the_database(url: URL) -> None:
    with Throttle(url, "x", 2, 0) as one, Throttle(url, "x", 2, 0) as other:
        one.acquire()
        other.acquire()
        assert one._limiter.try_acquire("x", blocking=False) is False
