"""`crypto-platform db`: upgrade, current, url, shell."""

from __future__ import annotations

import signal
import subprocess

import typer
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import READER
from crypto_pipeline.cli.home import prepare_all
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.cluster import ServerError, binaries
from crypto_pipeline.warehouse.connect import database_url, display
from crypto_pipeline.warehouse.programs import program, reaching


def upgrade(settings: Settings) -> None:
    """Migrates and says from where to where."""
    url = database_url(settings)
    before = migrate.current(url)
    prepare_all(settings, typer.echo)
    after = migrate.current(url)
    typer.echo(
        f"at {after} already" if before == after else f"upgraded from {before or 'an empty database'} to {after}"
    )


def current(settings: Settings) -> int:
    """Prints the revision; returns 1 when it is not the newest."""
    newest = migrate.head()
    try:
        revision = migrate.current(database_url(settings, create=False))
    except ServerError as error:
        typer.echo(f"none ({error})")
        return 1
    if not migrate.is_known(revision):
        typer.echo(f"{revision} ({migrate.newer(revision)})")
        return 1
    if revision == newest:
        typer.echo(f"{revision} (newest)")
        return 0
    typer.echo(f"{revision or 'none'} (newest is {newest}: run crypto-platform db upgrade)")
    return 1


def print_url(settings: Settings, *, show_password: bool, read_only: bool) -> None:
    """Prints the URL, with *** for the password unless asked otherwise."""
    url = _reading(database_url(settings, create=False), read_only=read_only)
    text = url.render_as_string(hide_password=False) if show_password else display(url)
    # libpq takes a + in a query literally, and no part of a URL of ours has one: they are written as %2B
    typer.echo(text.replace("+", "%20"))


def shell(settings: Settings, arguments: list[str], *, read_only: bool) -> int:
    """Runs psql, the system's or the embedded server's, and returns its status."""
    url = _reading(database_url(settings, create=False), read_only=read_only)
    psql = binaries() / "psql" if settings.database_url is None else program("psql", 0)
    address, environment = reaching(url)
    # Ctrl-C is psql's: it cancels a statement, and must not end this process under it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(
        [psql, "--dbname", address, *arguments],
        env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def _reading(url: URL, *, read_only: bool) -> URL:
    """The URL; for a session that reads only, in the role that can do nothing else."""
    if not read_only:
        return url
    options = f"{url.query.get('options', '')} -c role={READER} -c default_transaction_read_only=on".strip()
    return url.update_query_dict({"options": options})
