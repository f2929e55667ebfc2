"""PostgreSQL's own programs (`psql`, `pg_dump`, `pg_restore`): which of them, and how they reach a database."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.cluster import ServerError, binaries
from crypto_pipeline.warehouse.connect import dsn


def program(name: str, server: int) -> Path:
    """The system's program of this name, or the one that the embedded server's wheel brings: one that knows servers of
    this major version. The system's comes first, for it also knows TLS. Raises `ServerError` when both are too old.
    """
    found = [Path(path) for path in (shutil.which(name), binaries() / name) if path]
    for path in found:
        if _major(path) >= server:
            return path
    raise ServerError(
        f"PostgreSQL {server} needs its own {name}: install postgresql-client-{server}, and put it in PATH"
    )


@lru_cache
def _major(path: Path) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"\d+", said)
    return int(version[0]) if version else 0


def reaching(url: URL) -> tuple[str, dict[str, str]]:
    """A connection string for a command line, and the environment that has the password: every user of the machine can
    read arguments.
    """
    environment = {
        **os.environ,
        "PGCLIENTENCODING": "UTF8",
        **({"PGPASSWORD": str(url.password)} if url.password else {}),
    }
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return dsn(bare), environment


def run(command: Iterable[str | Path], environment: dict[str, str], each_line: Callable[[str], object]) -> None:
    """Runs a program to its end and hands on what it says meanwhile, a line at a time.

    Raises `ServerError` with its last words when it fails.
    """
    arguments = [str(part) for part in command]
    last: list[str] = []
    with subprocess.Popen(
        arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, errors="replace",
    ) as process:  # fmt: skip
        try:
            for line in process.stderr or ():
                last = [*last[-4:], line.strip()]
                each_line(line)
        except BaseException:  # Ctrl-C, a run that is ended: nothing of ours goes on alone
            process.kill()
            raise
    if process.returncode:
        grave = [line for line in last if "error:" in line or "FATAL" in line] or last
        raise ServerError(f"{Path(arguments[0]).name} failed: {' | '.join(grave) or f'status {process.returncode}'}")
