"""How a source's error becomes Dagster's: the message whole, and retried only when retrying can help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
import psycopg

from crypto_pipeline import __version__
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.settings.secrets import redact
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.warehouse.connect import DatabaseError

# On a run that failed for what it was to load: the version of the platform that could not read it
CONTENT_TAG = "crypto/content_fault"


def retry_policy(settings: Settings) -> dg.RetryPolicy:
    """Retries of a step, for the faults that `explained` lets through."""
    return dg.RetryPolicy(
        max_retries=settings.run_retries,
        delay=settings.run_retry_delay,
        backoff=dg.Backoff.EXPONENTIAL,
        jitter=dg.Jitter.PLUS_MINUS,
    )


def failure_text(event: dg.DagsterEvent) -> str:
    """Why a step failed: what `explained` said, or the exception that passed through."""
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return data.user_failure_data.description
    error = data.error and (data.error.cause or data.error)
    return error.message.strip() if error else event.message or "failed"


def require_some(stream: Stream, counts: Counts) -> None:
    """Raises the final `SourceError` for a load of which every record was refused: nothing is not success."""
    if counts.received and counts.quarantined == counts.received:
        raise SourceError(
            stream.source.name, Fault.ALL_REFUSED, f"each of {counts.received:,} records was refused",
            "The table quarantine says why (GET /quality)",
        )  # fmt: skip


@contextmanager
def explained(context: dg.AssetExecutionContext | dg.OpExecutionContext, settings: Settings) -> Iterator[None]:
    """Turns errors into a `Failure` that says what happened and what to do; only transient ones are retried.

    A fault of the content marks its run: the same content will fail again, and nobody need start it. A lost database
    connection passes as it is (it is transient), and so does a damaged database: their own messages say enough.
    """
    try:
        yield
    except SourceError as error:
        if error.fault in (Fault.BAD_FILE, Fault.TOO_LARGE, Fault.ALL_REFUSED):
            context.instance.add_run_tags(context.run.run_id, {CONTENT_TAG: __version__})
        raise dg.Failure(
            description=str(error),
            metadata={"fault": error.fault.value, "what to do": error.todo, "transient": error.transient},
            allow_retries=error.transient,
        ) from None
    except (psycopg.OperationalError, psycopg.errors.DataCorrupted, psycopg.errors.IndexCorrupted, DatabaseError):
        raise
    except Exception as error:
        text = redact(f"{type(error).__name__}: {error}", settings)
        raise dg.Failure(
            description=f"{text}. This is a defect of the platform: please report it",
            allow_retries=False,
        ) from error
