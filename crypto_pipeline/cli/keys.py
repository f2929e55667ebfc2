"""`crypto-platform keys`: add, list, revoke, open."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from crypto_pipeline.cli.home import prepare
from crypto_pipeline.cli.output import printable
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse import keys
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.tables.operations import LOAD

UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1), "y": timedelta(days=365)}
EXPIRES = "90d, 12h, 8w, 1y from now, or a day: 2027-06-30 (UTC, until its beginning)"
FAR = timedelta(days=365 * 100)


def expiry(text: str | None) -> datetime | None:
    """When a key given out now expires. Raises `typer.BadParameter`."""
    if text is None:
        return None
    now = datetime.now(UTC)
    found = re.fullmatch(r"([0-9]{1,6})([hdwy])", text.strip())
    try:
        at = now + int(found[1]) * UNITS[found[2]] if found else datetime.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        raise typer.BadParameter(f"{text!r} is not {EXPIRES}") from None
    at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    if not now < at < now + FAR:
        raise typer.BadParameter(f"{text!r} is not a time to come within a hundred years")
    return at


def add(settings: Settings, name: str, scope: str, expires_at: datetime | None) -> None:
    """Prints the key to standard output and nothing else there, so that a script can take it."""
    key = keys.add_key(prepare(settings), name, scope, expires_at)
    until = f" until {expires_at:%Y-%m-%d %H:%M} UTC" if expires_at else ""
    opens = "starts loads, and reads," if scope == LOAD else "reads the API"
    typer.echo(f"The key {printable(name)!r} {opens}{until} from now on. It is not shown again:", err=True)
    typer.echo(key)
    header = f"Authorization: Bearer {key[:8]}…"
    typer.echo(f"Send it as {header} or {'X-Scheduler-Token' if scope == LOAD else 'X-API-Key'}: {key[:8]}…", err=True)


def show(settings: Settings, *, as_json: bool) -> None:
    """Prints all keys, but for the keys themselves."""
    found = keys.list_keys(database_url(settings, create=False))
    if as_json:
        rows = [asdict(key) | {"state": key.state} for key in found]
        typer.echo(json.dumps(rows, indent=2, default=lambda at: at.isoformat()))
        return
    table = Table("name", "scope", "state", "made", "expires", "revoked")
    for key in found:
        times = (f"{at:%Y-%m-%d %H:%M}" if at else "" for at in (key.created_at, key.expires_at, key.revoked_at))
        table.add_row(escape(printable(key.name)), key.scope, key.state, *times)
    Console(highlight=False).print(table)


def revoke(settings: Settings, name: str) -> None:
    """The key opens nothing from now on."""
    url = database_url(settings, create=False)
    keys.revoke_key(url, name)
    typer.echo(f"the key {printable(name)!r} opens nothing any more")
    left = [key for key in keys.list_keys(url) if key.state == "valid"]
    if not left:
        typer.echo("no key of the database's is left that does; `keys open` lets everybody read again")


def open_to_all(settings: Settings) -> None:
    """Everybody may read again, where `API_READ_KEYS` does not say otherwise."""
    count = keys.open_reading(database_url(settings, create=False))
    typer.echo(f"{count} reading keys are forgotten: everybody may read, unless API_READ_KEYS says otherwise")
