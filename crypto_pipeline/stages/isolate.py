"""One bad record must not stop the others: a batch that raises is halved until the guilty ones are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import psycopg

from crypto_pipeline.warehouse.connect import DatabaseError
from crypto_pipeline.warehouse.writer import Stage

T = TypeVar("T")

# Not the data's fault: the database is away, somebody stops us, or a statement of ours is wrong
PASSED_ON = (
    psycopg.OperationalError, psycopg.InterfaceError, psycopg.ProgrammingError, DatabaseError, MemoryError,
)  # fmt: skip
# More than these, and it is the platform that is at fault, not so many records
MOST_GUILTY = 500


class TooManyGuiltyError(Exception):
    """So many records raise that it cannot be theirs."""


def isolate(
    stage: Stage, records: Sequence[T], work: Callable[[Sequence[T]], int], refuse: Callable[[T, str], None]
) -> int:
    """Works on all records at once, each part of the work in a savepoint, and returns the sum of what `work` returns.

    When it raises something that nobody foresaw, on both halves by themselves, down to single records: those are
    refused, with the exception's text. Raises `TooManyGuiltyError` when more than `MOST_GUILTY` records are.
    """
    total = guilty = 0
    parts = [records] if records else []
    while parts:
        part = parts.pop()
        changed = stage.changed
        try:
            with stage.connection.transaction():
                total += work(part)
            continue
        except PASSED_ON:
            raise
        except Exception as error:
            if isinstance(error, psycopg.errors.CheckViolation) and error.diag.constraint_name is None:
                raise  # there is no partition for the row, and that is our business
            stage.changed = changed
            if len(part) == 1:
                guilty += 1
                if guilty > MOST_GUILTY:
                    raise TooManyGuiltyError(f"more than {MOST_GUILTY} records raise: {text_of(error)}") from error
                refuse(part[0], text_of(error))
                continue
        middle = len(part) // 2
        parts += (part[middle:], part[:middle])
    return total


def text_of(error: BaseException) -> str:
    """An unforeseen error in one line, for people."""
    text: Any = " ".join(str(error).split())[:500]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
