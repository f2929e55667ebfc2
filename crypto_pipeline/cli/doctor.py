"""`crypto-platform doctor`: is everything well, and if not, what to do. The surroundings are examined here; what is
stored, and the loads, in `wellbeing`. Nothing is made or changed.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path

import httpx
import typer
from dotenv import dotenv_values
from rich.console import Console
from rich.markup import escape

from crypto_pipeline.catalog import HEARTBEAT_SECONDS
from crypto_pipeline.cli import part_health, ready, wellbeing
from crypto_pipeline.cli.backup_age import backups
from crypto_pipeline.cli.errors import sentence_of
from crypto_pipeline.cli.output import printable
from crypto_pipeline.cli.ports import ports_problem
from crypto_pipeline.cli.wellbeing import Finding
from crypto_pipeline.settings import Settings, SettingsError, secret_names
from crypto_pipeline.settings.secrets import redact
from crypto_pipeline.settings.values import is_weak, named_secrets
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.http import shown
from crypto_pipeline.sources.inbox import shown_name
from crypto_pipeline.sources.partitions import Files
from crypto_pipeline.warehouse.home import explain, full_disk, is_full, unopened

logger = logging.getLogger(__name__)

ENOUGH_DISK = 1024**3
STYLES = {"ok": "green", "warning": "yellow", "failed": "red"}


def run(settings: Settings, *, as_json: bool = False) -> int:
    """Prints every finding as it comes; returns 1 when one is `failed`."""
    console = Console(highlight=False, soft_wrap=True)
    findings: list[Finding] = []
    for check in (_settings, _home, wellbeing.database, wellbeing.loads, backups, _platform, _inboxes, _upstreams):
        for finding in _without_fail(check, settings):
            findings.append(finding)
            if as_json:
                continue
            console.print(f"[{STYLES[finding.state]}]{finding.state:8}[/] {escape(printable(finding.what))}")
            if finding.todo:
                console.print(f"         → {escape(printable(finding.todo))}")
    states = [finding.state for finding in findings]
    if as_json:
        print_json(findings)
    elif "failed" in states:
        console.print("something must be mended")
    else:
        count = states.count("warning")
        but = f", but for {count} warning{'s' if count > 1 else ''}" if count else ""
        console.print(f"everything is well{but}")
    return int("failed" in states)


def print_json(findings: Sequence[Finding]) -> None:
    """The findings for a program."""
    well = all(finding.state != "failed" for finding in findings)
    typer.echo(json.dumps({"well": well, "findings": [asdict(finding) for finding in findings]}, indent=2))


def _without_fail(check: Callable[[Settings], Iterator[Finding]], settings: Settings) -> Iterator[Finding]:
    """What the check finds. That it cannot go on is a finding, too: the others are made all the same."""
    try:
        yield from check(settings)
    except Exception as error:
        logger.debug("a check of doctor's failed", exc_info=True)
        text = sentence_of(error) or f"{type(error).__name__}: {' '.join(str(error).split())}"
        yield Finding("failed", redact(text, settings), "LOG_LEVEL=DEBUG shows where it happened")


def _settings(settings: Settings) -> Iterator[Finding]:
    kind = "a demo's home: every command here uses the simulator" if settings.is_demo else "live"
    try:
        from crypto_pipeline.cli.home import check_definitions

        check_definitions(settings)
        yield Finding("ok", f"settings are valid; PLATFORM_HOME is {settings.platform_home} ({kind})")
    except SettingsError as error:
        yield Finding("failed", str(error))
    if os.geteuid() == 0 and settings.database_url is None:
        yield Finding(
            "warning", "running as root: the embedded PostgreSQL runs as a user pgserver that it creates",
            "Run the platform as an ordinary user, or set DATABASE_URL",
        )  # fmt: skip
    keys = settings.api_read_keys.get_secret_value() if settings.api_read_keys else ""
    weak = [name.strip() for name, key in named_secrets(keys) if is_weak(key.strip())]
    if weak:
        yield Finding("warning", f"API_READ_KEYS: a key can be guessed ({', '.join(weak)})", "Give longer ones")
    if settings.redis_url is not None and (problem := _redis(settings.redis_url.get_secret_value())):
        yield Finding(
            "warning", f"Redis does not answer ({problem})",
            "Check REDIS_URL: until it does, each of the API's processes counts requests for itself",
        )  # fmt: skip
    known = {name.upper() for name in type(settings).model_fields}
    known |= {f"{name.upper()}_FILE" for name in secret_names(type(settings))}
    written = [name for name in dotenv_values(".env") if name not in known] if Path(".env").exists() else []
    for name in dict.fromkeys([*written, *(name for name in os.environ if name not in known)]):
        # in the environment only what is nearly ours: most variables there are somebody else's
        near = get_close_matches(name.upper(), known, 1, 0.7 if name in written else 0.85)
        if near or name in written:
            yield Finding(
                "warning", f"{name} is set, but no such variable is read",
                f"Did you mean {near[0]}?" if near else ".env.example lists those that are",
            )  # fmt: skip


def _redis(url: str) -> str:
    """Why it does not answer; empty when it does."""
    import redis

    try:
        with redis.Redis.from_url(url, socket_timeout=3, socket_connect_timeout=3) as client:
            client.ping()
    except (redis.RedisError, OSError) as error:
        return str(error)
    return ""


def _home(settings: Settings) -> Iterator[Finding]:
    home = settings.home
    existing = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(existing).free
    if not existing.is_dir():
        yield Finding("failed", explain(NotADirectoryError(20, ""), home))
    elif not os.access(existing, os.R_OK | os.W_OK | os.X_OK):
        yield Finding("failed", explain(PermissionError(13, ""), home))
    elif is_full(existing):
        yield Finding("failed", full_disk(home))
    elif free < ENOUGH_DISK:
        yield Finding("failed", f"{free / 1e9:.1f} GB free at {existing}", "Free some space: PostgreSQL stops without")
    else:
        yield Finding("ok", f"{free / 1e9:.0f} GB free at {existing}")
    secret = any(getattr(settings, name) for name in secret_names(type(settings)))
    # in containers an arbitrary user is in group 0, and the home is that group's
    writes = 0o002 if home.exists() and home.stat().st_gid == 0 and os.geteuid() else 0o022
    for path, bits in ((home, writes), *([(Path(".env"), 0o044)] if secret else [])):
        if path.exists() and path.stat().st_mode & bits:
            who = "write to" if path == home else "read"
            todo = f"chmod go-{'w' if path == home else 'rwx'} {path}"
            yield Finding("warning", f"other users may {who} {path}", todo)


def _platform(settings: Settings) -> Iterator[Finding]:
    """Of a running platform: how it is. Of one that does not run: whether it could."""
    home = settings.home
    if "code_server" in settings.model_fields_set:
        yield from _parts(settings)
        return
    if not _runs(home):
        wanted = {"api_port": settings.api_port, "dagster_port": settings.dagster_port}
        wanted |= {"simulator_port": settings.simulator_port} if settings.is_demo else {}
        if problem := ports_problem(wanted, settings):
            yield Finding("warning", problem)
        else:
            yield Finding(
                "ok", f"the platform does not run; its ports ({', '.join(map(str, wanted.values()))}) are free"
            )
        return
    state = asyncio.run(ready.look(settings, time.time() - HEARTBEAT_SECONDS))
    if state.broken:
        yield Finding("failed", f"the platform runs, but Dagster could not load its definitions: {state.broken}")
    elif state.missing:
        yield Finding(
            "failed", f"the platform runs, but not well: nothing from {', '.join(state.missing)}", "See its log"
        )
    else:
        yield Finding("ok", f"the platform runs: {settings.api_address}/data, {settings.dagster_address}")
    if state.stopped:
        todo = "Start them in the Dagster UI, under Automation"
        yield Finding("warning", f"schedules that somebody has stopped: {', '.join(state.stopped)}", todo)


def _parts(settings: Settings) -> Iterator[Finding]:
    """Of parts that run one by one, how each is, asked from here."""
    for part in part_health.PARTS:
        if problem := part_health.ill(settings, part):
            todo = "Where it runs by itself: crypto-platform health api" if part == "api" else "See its log"
            yield Finding("warning" if part == "api" else "failed", problem, todo)
        else:
            yield Finding("ok", f"{part} is well")


def _runs(home: Path) -> bool:
    """Raises `HomeError` where `up` would, too."""
    try:
        with (home / "up.lock").open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        pass
    except OSError as error:
        raise unopened(error, home / "up.lock") from None
    return False


def _inboxes(settings: Settings) -> Iterator[Finding]:
    for stream in streams_of(settings):
        if not isinstance(stream.partitions, Files):
            continue
        inbox = stream.partitions.inbox(settings)
        what = f"{stream.title}: the inbox {inbox.folder}"
        if not inbox.folder.is_dir():
            yield Finding("warning", f"{what} does not exist", f"mkdir -p {inbox.folder}, or set another one")
        elif not os.access(inbox.folder, os.R_OK | os.X_OK):
            yield Finding("failed", f"{what} cannot be read", "Give it to the user that runs the platform")
        else:
            yield Finding("ok", f"{what} exists")
            for path, problem in inbox.unusable_files():
                yield Finding("warning", f"{shown_name(path)} in {inbox.folder} is never loaded: it {problem}")


def _upstreams(settings: Settings) -> Iterator[Finding]:
    for source in dict.fromkeys(stream.source for stream in streams_of(settings)):
        for name, url in source.probes(settings).items():
            yield _reach(name, url)


def _reach(name: str, url: str) -> Finding:
    """Any answer will do: this asks without a key, whether the way there is open."""
    try:
        # a head start is enough: bodies can be large
        with httpx.stream("GET", url, timeout=5, headers={"User-Agent": "crypto-platform-doctor"}) as answer:
            status, date = answer.status_code, answer.headers.get("date")
    # the last three: a proxy or a file of authorities that cannot be used
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, ImportError, OSError) as error:
        return Finding(
            "warning", f"{name} does not answer at {shown(url)}: {error or type(error).__name__}",
            "Check the network, a proxy (HTTPS_PROXY, NO_PROXY), SSL_CERT_FILE and the source's URL",
        )  # fmt: skip
    if status >= 500:
        return Finding("warning", f"{name} answers {status} at {shown(url)}", "The provider has trouble; try later")
    if (ahead := wellbeing.clock_ahead(date, time.time())) is not None:
        return Finding(
            "warning", f"this machine's clock differs from {name}'s by {ahead:.0f} s",
            "Set the clock (NTP): records of the future are refused, and what is late looks fresh",
        )  # fmt: skip
    return Finding("ok", f"{name} answers at {shown(url)}")
