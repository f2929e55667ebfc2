"""How a source's error becomes Dagster's: the message whole, and retried only when retrying can help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
import psycopg

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.errors import SourceError
from crypto_pipeline.warehouse.connect import DatabaseError


def retry_policy(settings: Settings) -> dg.RetryPolicy:
    """Retries of a step, for the faults that `explained` lets through."""
    return dg.RetryPolicy(
        max_retries=settings.run_retries,
        delay=settings.run_retry_delay,
        backoff=dg.Backoff.EXPONENTIAL,
        jitter=dg.Jitter.PLUS_MINUS,
    )


@contextmanager
def explained() -> Iterator[None]:
    """Turns errors into a `Failure` that says what happened and what to do; only transient ones are retried.

    A lost database connection passes as it is: it is transient, and its own message says enough.
    """
    try:
        yield
    except SourceError as error:
        raise dg.Failure(
            description=str(error),
            metadata={"fault": error.fault.value, "what to do": error.todo, "transient": error.transient},
            allow_retries=error.transient,
        ) from None
    except (psycopg.OperationalError, DatabaseError):
        raise
    except Exception as error:
        raise dg.Failure(
            description=f"{type(error).__name__}: {error}. This is a defect of the platform: please report it",
            allow_retries=False,
        ) from error
