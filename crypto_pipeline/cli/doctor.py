"""`crypto-platform doctor`: is everything as the platform needs it, and if not, what to do."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import httpx
from dotenv import dotenv_values
from rich.console import Console

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.http import shown
from crypto_pipeline.warehouse import migrate
from crypto_pipeline.warehouse.cluster import ServerError
from crypto_pipeline.warehouse.connect import DatabaseError, connect, database_url, display
from crypto_pipeline.warehouse.server import data_directory, server_pid

ENOUGH_DISK = 1024**3
STYLES = {"ok": "green", "warning": "yellow", "failed": "red"}


@dataclass(frozen=True)
class Finding:
    """What a check found: ok, a warning (the platform works all the same), or failed, with what to do."""

    state: Literal["ok", "warning", "failed"]
    what: str
    todo: str = ""


def run(settings: Settings) -> int:
    """Prints every finding as it comes; returns 1 when one is `failed`."""
    console = Console(highlight=False, soft_wrap=True)
    failed = False
    for check in (_settings, _disk, _database, _ports, _inbox, _upstreams):
        for finding in check(settings):
            failed = failed or finding.state == "failed"
            console.print(f"[{STYLES[finding.state]}]{finding.state:8}[/] {finding.what}")
            if finding.todo:
                console.print(f"         → {finding.todo}")
    console.print("something must be mended" if failed else "the platform can run")
    return int(failed)


def _settings(settings: Settings) -> Iterator[Finding]:
    kind = "a demo's home: every command here uses the simulator" if settings.is_demo else "live"
    yield Finding("ok", f"settings are valid; PLATFORM_HOME is {settings.platform_home} ({kind})")
    if os.geteuid() == 0 and settings.database_url is None:
        yield Finding(
            "warning", "running as root: the embedded PostgreSQL runs as a user pgserver that it creates",
            "Run the platform as an ordinary user, or set DATABASE_URL",
        )  # fmt: skip
    known = {name.upper() for name in Settings.model_fields}
    written = [name for name in dotenv_values(".env") if name not in known] if Path(".env").exists() else []
    for name in dict.fromkeys([*written, *(name for name in os.environ if name not in known)]):
        # in the environment only what is nearly ours: most variables there are somebody else's
        near = get_close_matches(name.upper(), known, 1, 0.7 if name in written else 0.85)
        if near or name in written:
            yield Finding(
                "warning", f"{name} is set, but no such variable is read",
                f"Did you mean {near[0]}?" if near else ".env.example lists those that are",
            )  # fmt: skip


def _disk(settings: Settings) -> Iterator[Finding]:
    home = settings.platform_home.expanduser().resolve()
    existing = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(existing).free
    if not os.access(existing, os.W_OK):
        yield Finding("failed", f"{existing} cannot be written to", "Change its owner, or set PLATFORM_HOME")
    elif free < ENOUGH_DISK:
        yield Finding(
            "failed",
            f"{free / 1e9:.1f} GB free at {existing}",
            "Free some space: PostgreSQL stops when it runs out",
        )
    else:
        yield Finding("ok", f"{free / 1e9:.0f} GB free at {existing}")


def _database(settings: Settings) -> Iterator[Finding]:
    pgdata = data_directory(settings)
    embedded = settings.database_url is None
    if embedded and (pgdata / "postmaster.pid").exists() and server_pid(pgdata) is None:
        yield Finding(
            "warning",
            f"{pgdata} holds a stale postmaster.pid of a server that was killed",
            "It is cleaned up now",
        )
    try:
        url = database_url(settings)
        with connect(url) as connection:
            row = connection.execute("show server_version").fetchone()
        where = "embedded" if embedded else display(url)
        yield Finding("ok", f"PostgreSQL {row[0] if row else '?'} answers ({where})")
        revision, newest = migrate.current(url), migrate.head()
        if revision == newest:
            yield Finding("ok", f"the schema is at {newest}, the newest")
        else:
            yield Finding(
                "warning", f"the schema is at {revision or 'nothing'}, the newest is {newest}",
                "Run crypto-platform db upgrade (up and refresh do it, too)",
            )  # fmt: skip
    except (DatabaseError, ServerError) as error:
        yield Finding("failed", str(error))


def _ports(settings: Settings) -> Iterator[Finding]:
    ports = {"API": settings.api_port, "Dagster UI": settings.dagster_port}
    for name, port in (ports | ({"simulator": settings.simulator_port} if settings.is_demo else {})).items():
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                option = f"--{name.split()[0].lower()}-port"
                yield Finding(
                    "warning", f"port {port} ({name}) is taken",
                    f"Fine if the platform is running; else stop what uses it, or use up {option}",
                )  # fmt: skip
            else:
                yield Finding("ok", f"port {port} ({name}) is free")


def _inbox(settings: Settings) -> Iterator[Finding]:
    inbox = Path(settings.csv_inbox)
    if inbox.is_dir():
        yield Finding("ok", f"CSV inbox {inbox} exists")
    else:
        yield Finding("warning", f"CSV inbox {inbox} does not exist", f"mkdir -p {inbox}, or set CSV_INBOX")


def _upstreams(settings: Settings) -> Iterator[Finding]:
    addresses = {
        "CoinGecko": f"{settings.coingecko_url}/ping",
        "CoinPaprika": f"{settings.coinpaprika_url}/global",
    }
    addresses |= {f"feed {name}": url for name, url in settings.feeds.items()}
    for name, url in addresses.items():
        yield _reach(name, url, httpx.get)


def _reach(name: str, url: str, get: Callable[..., httpx.Response]) -> Finding:
    """Any answer will do: this asks without a key, whether the way there is open."""
    try:
        status = get(url, timeout=5, headers={"User-Agent": "crypto-platform-doctor"}).status_code
    except httpx.HTTPError as error:
        return Finding(
            "warning", f"{name} does not answer at {shown(url)}: {error or type(error).__name__}",
            "Check the network, a proxy (HTTPS_PROXY) and the source's URL",
        )  # fmt: skip
    if status >= 500:
        return Finding("warning", f"{name} answers {status} at {shown(url)}", "The provider has trouble; try later")
    return Finding("ok", f"{name} answers at {shown(url)}")
