"""Known errors end a command with a sentence and a status, never with a stack. The same sentence for every command."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy.exc

from crypto_pipeline.cli.output import printable
from crypto_pipeline.records import SaidError
from crypto_pipeline.settings import SettingsError
from crypto_pipeline.sources import load_settings
from crypto_pipeline.warehouse import home
from crypto_pipeline.warehouse.cluster import ServerError
from crypto_pipeline.warehouse.connect import DatabaseError

# Errors whose text is a sentence for people
SAID = (SaidError, DatabaseError, ServerError, home.HomeError)


@contextmanager
def told(echo: Callable[..., Any]) -> Iterator[None]:
    """Ends the process with a line on standard error: status 2 for wrong settings, 130 for Ctrl-C, else 1."""
    try:
        yield
    except KeyboardInterrupt:
        echo("interrupted: what was not finished is done by the next run", err=True)
        sys.exit(130)
    except SettingsError as error:
        echo(f"wrong setting: {printable(str(error))}", err=True)
        sys.exit(2)
    except (*SAID, OSError, psycopg.Error, sqlalchemy.exc.DBAPIError) as error:
        if isinstance(error, OSError) and error.filename is None and error.errno == errno.ENOSPC:
            with suppress(OSError):
                echo(f"error: the output cannot be written: {error.strerror}", err=True)
            os._exit(1)  # what is left of it cannot be written at the end, either
        sentence = sentence_of(error)
        if sentence is None:
            raise
        echo(f"error: {printable(sentence)}", err=True)
        sys.exit(1)


def sentence_of(error: BaseException) -> str | None:
    """What a person is told of this error; None for one that nobody foresaw."""
    folder = _home()
    text = str(error)
    if home.NO_SPACE in text or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)):
        return home.full_disk(folder)
    if isinstance(error, psycopg.OperationalError | sqlalchemy.exc.OperationalError | DatabaseError):
        if home.is_full(folder):
            return home.full_disk(folder)
        if not folder.exists():
            return home.explain(FileNotFoundError(errno.ENOENT, ""), folder)
    if isinstance(error, SAID):
        return text
    damaged = error.__cause__ if isinstance(error, sqlalchemy.exc.DBAPIError) else error
    if isinstance(damaged, psycopg.errors.DataCorrupted | psycopg.errors.IndexCorrupted):
        return f"the database finds its own files damaged ({' '.join(str(damaged).split())}): restore a backup of it"
    if isinstance(error, psycopg.OperationalError | sqlalchemy.exc.OperationalError):
        reason = " ".join(text.split("\n", 1)[0].split())
        return f"the database went away ({reason}). Run the command again: nothing is lost"
    # A file may be named in bytes, or by its number.
    if isinstance(error, OSError) and isinstance(error.filename, str | bytes | os.PathLike):
        path = Path(os.fsdecode(error.filename))
        if folder in path.parents:
            return f"{home.explain(error, folder)} ({path.name})"
    return None


def _home() -> Path:
    try:
        return load_settings().home
    except (SettingsError, OSError):
        return Path.cwd()
