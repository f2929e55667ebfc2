"""`crypto-platform db move`, `reopen`, `discard`: the database on another server, and what becomes of the old one."""

from __future__ import annotations

import asyncio
import time

import typer
from pydantic import SecretStr, ValidationError
from sqlalchemy.engine import URL

from crypto_pipeline.cli.home import prepare, prepare_all
from crypto_pipeline.cli.output import say
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.warehouse import move
from crypto_pipeline.warehouse.cluster import check_cluster
from crypto_pipeline.warehouse.connect import ClosedError, DatabaseError, database_url, display, open_connection
from crypto_pipeline.warehouse.server import data_directory

EMBEDDED = "embedded"
LOOK_SECONDS = 5


def run(settings: Settings, to: str) -> None:
    """Moves the database and says what to set."""
    if settings.is_demo:
        raise move.MoveError("a demo has the embedded server, and keeps it")
    began = time.monotonic()
    target = _target(settings, to)
    source_url = database_url(settings, create=False)
    try:
        move.check_target(database_url(target), source_url)
    except ClosedError:
        todo = "crypto-platform db discard removes it" if to == EMBEDDED else "move into another database"
        raise move.MoveError(f"the target is a database that was moved away itself: {todo}") from None
    prepare(settings, say)  # both have the same schema
    target_url = prepare_all(target, say)
    rows = move.move(source_url, target_url, say)
    typer.echo(f"{rows:,} rows are in {display(target_url)}, compared one by one, in {time.monotonic() - began:,.1f} s")
    where = "unset DATABASE_URL" if to == EMBEDDED else f"set DATABASE_URL to {display(target_url)} (with its password)"
    typer.echo(f"now {where}, and start the platform again")
    typer.echo(
        f"the old one, {display(source_url)}, is kept and takes no writes. "
        + ("Drop it when you like" if settings.database_url else "crypto-platform db discard removes it")
        + "; with the old setting, crypto-platform db reopen makes it usable again"
    )


async def until_moved(settings: Settings) -> None:
    """Never returns. Raises `ClosedError` some seconds after the database was moved elsewhere."""
    url = await asyncio.to_thread(database_url, settings)
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        await asyncio.to_thread(_look, url)


def _look(url: URL) -> None:
    try:
        open_connection(url).close()
    except ClosedError:
        raise
    except DatabaseError:
        pass  # it is away for a while: others say so


def reopen(settings: Settings) -> None:
    """Lets writers into the settings' database, which was moved away."""
    url = database_url(settings, create=False)
    move.reopen(url)
    typer.echo(f"{display(url)} takes writes again. What was loaded elsewhere since is not in it")


def discard(settings: Settings) -> None:
    """Removes the embedded database of this home, once it is verified that DATABASE_URL's has what it has."""
    if settings.database_url is None:
        raise SettingsError("DATABASE_URL: it must lead to where the database was moved to")
    old = settings.model_copy(update={"database_url": None})
    pgdata = data_directory(old)
    if not check_cluster(pgdata):
        raise move.MoveError(f"there is no embedded database in {settings.home}")
    old_url, new_url = database_url(old, create=False), database_url(settings)
    move.check_left_behind(old_url, new_url)
    move.discard(pgdata)
    typer.echo(f"{pgdata} is removed: {display(new_url)} has all of its raw records")


def _target(settings: Settings, to: str) -> Settings:
    """The settings of a platform whose database is the target."""
    if to == EMBEDDED:
        if settings.database_url is None:
            raise move.MoveError("the database is the embedded one already")
        return settings.model_copy(update={"database_url": None})
    try:
        checked = type(settings)(**{**settings.model_dump(), "database_url": SecretStr(to)})
    except ValidationError:
        raise typer.BadParameter("it is not postgresql://user:password@host:port/database") from None
    return settings.model_copy(update={"database_url": checked.database_url})
