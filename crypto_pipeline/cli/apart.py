"""One part of the platform by itself, as containers and clusters run it: waits for what it needs, then becomes it.

The database is a server's then, not the embedded one, whose processes find each other by files of one host.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import TypeVar

import tenacity
import typer
from sqlalchemy.engine import URL

from crypto_pipeline.cli import parts
from crypto_pipeline.cli.home import prepare_instance
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.connect import DatabaseError, dagster_storage_lock, database_url
from crypto_pipeline.warehouse.home import make_home

T = TypeVar("T")
PATIENCE = 600
ASK_EVERY = 1.0


class NotYetError(Exception):
    """What is waited for is not there yet. The text says what."""


def run(settings: Settings, name: str) -> None:
    """Becomes the part of this name, one of `parts.CODE`, `DAGSTER`, `DAEMON`. Raises `DatabaseError` and
    `SettingsError`.
    """
    if settings.database_url is None:
        raise SettingsError(
            "DATABASE_URL: parts that are run one by one need a PostgreSQL that all of them reach; crypto-platform up "
            "runs everything with the embedded one"
        )
    make_home(settings.platform_home)
    url = wait(lambda: _prepared_database(settings))
    prepare_instance(settings, url)
    server = parts.CodeServer.apart(settings)
    server.write_workspace()
    if name == parts.CODE:
        become(parts.code_server(settings, server))
    wait(lambda: _listens(server))
    become(parts.webserver(server) if name == parts.DAGSTER else parts.daemon(settings, server))


def wait(look: Callable[[], T]) -> T:
    """What `look` gives, once it no longer raises that it is not there yet; why is said whenever it is another reason.
    Raises what it raised last when `PATIENCE` (seconds) ends.
    """
    said = ""

    def tell(state: tenacity.RetryCallState) -> None:
        nonlocal said
        why = str(state.outcome.exception()) if state.outcome else ""
        if why != said:
            typer.echo(f"waiting: {why}", err=True)
            said = why

    retrying = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type((NotYetError, DatabaseError)), wait=tenacity.wait_fixed(ASK_EVERY),
        stop=tenacity.stop_after_delay(PATIENCE), before_sleep=tell, reraise=True,
    )  # fmt: skip
    return retrying(look)


def _prepared_database(settings: Settings) -> URL:
    """The database, once `db upgrade` has been there."""
    url = database_url(settings)
    revision = migrate.current(url)
    if not migrate.is_known(revision):
        raise SettingsError(f"DATABASE_URL: {migrate.newer(revision)}")  # waiting would not help
    if revision != migrate.head():
        raise NotYetError(f"the database is not upgraded to {migrate.head()} yet: crypto-platform db upgrade does it")
    with dagster_storage_lock(url) as missing:
        if missing:
            raise NotYetError("the database has no tables of Dagster's yet: crypto-platform db upgrade makes them")
    return url


def _listens(server: parts.CodeServer) -> None:
    place = server.place
    try:
        with socket.create_connection((str(place["host"]), int(place["port"])), timeout=5):
            return
    except OSError as error:
        raise NotYetError(f"the code server at {server.address} does not answer ({error})") from None


def become(command: list[str]) -> None:
    """This process is the command from here on: signals reach it, and its status is ours."""
    os.execve(command[0], command, {**os.environ, **parts.SAFE})  # noqa: S606 - our own command lines
