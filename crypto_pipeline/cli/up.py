"""`crypto-platform up`: the whole platform in one home. What is wrong is said before anything starts; then its parts
are started, watched and stopped together. When one ends, for whatever reason, all do: a half-running platform looks
healthy and is not.
"""

from __future__ import annotations

import asyncio
import errno
import fcntl
import os
import secrets
import shutil
import signal
import sys
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO

import httpx
import typer

from crypto_pipeline.cli import parts, ready
from crypto_pipeline.cli.errors import sentence_of
from crypto_pipeline.cli.home import complete_demo, demo_home, make_demo, prepare
from crypto_pipeline.cli.move import until_moved
from crypto_pipeline.cli.output import Output
from crypto_pipeline.cli.ports import NAMES, ports_problem
from crypto_pipeline.cli.supervisor import Part, Supervisor
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.settings.secrets import redact
from crypto_pipeline.sources import load_settings, streams_of
from crypto_pipeline.sources.partitions import Files
from crypto_pipeline.warehouse.connect import DAGSTER_URL_VARIABLE, forget_libpq
from crypto_pipeline.warehouse.home import explain, full_disk, is_full, is_held, make_home, open_lock
from crypto_pipeline.warehouse.server import data_directory, server_pid

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# How long "ready" waits for the first load of live upstreams; a demo's is always waited for
FIRST_LOAD_SECONDS = 15
REMINDER_SECONDS = 30
WATCH_SECONDS = 0.3
# What `prepare` puts into the environment for Dagster
MADE = ("DAGSTER_HOME", "DAGSTER_DISABLE_TELEMETRY", DAGSTER_URL_VARIABLE)


class Ended(Exception):  # noqa: N818 - not an error of ours
    """The platform cannot go on. The text says why, the status is the command's."""

    def __init__(self, text: str, status: int = 1) -> None:
        super().__init__(text)
        self.status = status


def run(*, demo: bool, ports: dict[str, int], coins: int, refresh: bool) -> int:
    """Runs until interrupted or until a part ends; returns the exit status."""
    # a shell starts what it puts into the background with SIGINT ignored, and its parts would inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if demo:
        complete_demo()
    chosen = load_settings()
    home = demo_home() if demo else chosen.platform_home
    if not demo and chosen.is_demo:
        raise SettingsError(f"PLATFORM_HOME: {home} is a demo's home: use up --demo, or another PLATFORM_HOME")
    wanted = {name: ports.get(name, getattr(chosen, name)) for name in NAMES if demo or name != "simulator_port"}
    home = make_home(home)
    with open_lock(home / "up.lock") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            typer.echo(f"error: the platform is running in {home} already", err=True)
            return 1
        if problem := ports_problem(wanted, chosen):
            typer.echo(f"error: {problem}", err=True)
            return 1
        # only now: a start that is refused must leave a running demo's settings alone
        settings = make_demo(home, wanted, coins) if demo else load_settings(**ports)
        os.environ.update({name.upper(): str(port) for name, port in wanted.items()})
        settings = _with_secret(settings)
        folder = parts.own_folder()
        try:
            platform = _Platform(settings, home, folder, lock, demo=demo, coins=coins, refresh=refresh)
            return asyncio.run(platform.run())
        finally:
            shutil.rmtree(folder, ignore_errors=True)


class _Platform:
    """One start of the platform."""

    def __init__(
        self, settings: Settings, home: Path, folder: Path, lock: IO[str], *, demo: bool, coins: int, refresh: bool
    ) -> None:
        self.settings, self.home, self.demo, self.coins, self.refresh = settings, home, demo, coins, refresh
        self.lock = lock
        self.code = parts.CodeServer(folder)
        self.began = time.time()
        self.stopping, self.hurry = asyncio.Event(), asyncio.Event()
        self.output = Output(home / "logs" / "platform.log", partial(redact, settings=settings))
        self.prepared = False
        self.first_load: Part | None = None

    async def run(self) -> int:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            # what nohup has switched off stays so
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, self._interrupted)
        self._say(f"starting in {self.home} …")
        status = 0
        try:
            self.code.write_workspace()
            forget_libpq(self.settings)
            environment = dict(os.environ)
            if self.settings.log_format == "auto" and sys.stdout.isatty():
                environment["LOG_FORMAT"] = "text"  # the parts see a pipe
            supervisor = Supervisor(self.output, environment, uuid.uuid4().hex)
            supervisor.start_guard(self.code.folder)  # before the database, which it stops if need be
            try:
                # this process holds the database up for the others
                preparing = asyncio.to_thread(
                    prepare, self.settings, lambda line: loop.call_soon_threadsafe(self._say, line)
                )
                await self._unless_stopped(preparing)
                self.prepared = True
                supervisor.environment.update({name: os.environ[name] for name in MADE if name in os.environ})
                await self._unless_stopped(self._start(supervisor), self._watch(supervisor), until_moved(self.settings))
            finally:
                self.output.quiet = True
                await supervisor.stop(self.hurry)
        except Ended as ended:
            status = ended.status
            if str(ended):
                self._say(str(ended))
        except Exception as error:
            if (sentence := sentence_of(error)) is None:
                raise
            self._say(f"error: {sentence}")
            status = 1
        self._say("stopped")
        return status

    async def _unless_stopped(self, *work: object) -> None:
        """Works until all of it is done, something raises, a part ends, or somebody interrupts."""
        tasks = {asyncio.ensure_future(piece) for piece in (*work, self.stopping.wait())}  # type: ignore[call-overload]
        pending = set(tasks)
        try:
            while len(pending) > 1 and not self.stopping.is_set():
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            for task in pending:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        if self.stopping.is_set():
            raise Ended("", 0)

    async def _start(self, supervisor: Supervisor) -> None:
        s, start = self.settings, supervisor.start
        if self.demo:
            start(parts.SIMULATOR, parts.simulator(s, self.coins), last=True)
            await self._until_answers(f"http://127.0.0.1:{s.simulator_port}/api/v3/ping")
        reading, writing = os.pipe()
        command = [parts.PYTHON, "-m", "crypto_pipeline.cli.first_load", str(writing)]
        self.first_load = start(
            "refresh", [*command, *(["load"] if self.refresh else [])], stop_with=signal.SIGINT, keep=(writing,)
        )
        os.close(writing)
        await self._until_prepared(reading)
        start(parts.API, parts.api())
        start(parts.CODE, parts.code_server(s, self.code), last=True)
        start(parts.DAGSTER, parts.webserver(self.code), after=self.code.socket)
        start(parts.DAEMON, parts.daemon(s, self.code), after=self.code.socket)
        await self._until_ready()

    async def _until_answers(self, url: str) -> None:
        async with httpx.AsyncClient(timeout=2, trust_env=False) as client:
            while True:
                with suppress(httpx.HTTPError):
                    await client.get(url)
                    return
                await asyncio.sleep(0.1)

    async def _until_prepared(self, reading: int) -> None:
        """Waits for the first load's word that the parts may start."""
        loop, told = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(reading, told.set)
        try:
            await told.wait()
        finally:
            loop.remove_reader(reading)
        word = os.read(reading, 1)
        os.close(reading)
        if not word and self.first_load is not None:  # it has said why
            status = await self.first_load.ended
            raise Ended("nothing was started", status or 1)

    async def _until_ready(self) -> None:
        reminder = time.monotonic() + REMINDER_SECONDS
        while (state := await ready.look(self.settings, self.began)).missing:
            if state.broken:
                break
            if time.monotonic() > reminder:
                self._say(f"still waiting for {', '.join(state.missing)} ({time.time() - self.began:.0f} s)")
                reminder += REMINDER_SECONDS
            await asyncio.sleep(0.3)
        if state.broken:
            raise Ended(f"Dagster could not load the platform's definitions: {state.broken}")
        if self.first_load is not None and self.refresh:
            if not self.first_load.ended.done():
                patience = None if self.demo else FIRST_LOAD_SECONDS
                await asyncio.wait({self.first_load.ended}, timeout=patience)
            if not self.first_load.ended.done():
                self._say("the first load goes on; its table comes when it is done")
            elif self.first_load.ended.result():
                self._say("some sources failed (see above); their schedules try again")
        for line in self._addresses(state.stopped):
            self._say(line)

    async def _watch(self, supervisor: Supervisor) -> None:
        """Raises `Ended` when the platform cannot go on: a part, the database or the home is gone."""
        embedded = self.settings.database_url is None
        pgdata = data_directory(self.settings)
        told_of_disk = False
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            self.output.flush()
            if ended := self._ended(supervisor):
                how = _status(ended.ended.result())
                raise Ended(f"{ended.name} ended ({how}): everything stops. The log is {self.output.log}")
            if not is_held(self.lock, self.home / "up.lock"):
                raise Ended(f"error: {explain(FileNotFoundError(errno.ENOENT, ''), self.home)}")
            if embedded and server_pid(pgdata) is None:
                why = full_disk(self.home) if is_full(self.home) else f"its log is {pgdata / 'log'}"
                raise Ended(f"PostgreSQL ended: {why}. Start the platform again")
            if (full := is_full(self.home)) and not told_of_disk:
                self._say(f"warning: {full_disk(self.home)}")
            told_of_disk = full

    def _ended(self, supervisor: Supervisor) -> Part | None:
        watched = [*supervisor.parts, *([supervisor.guard] if supervisor.guard else [])]
        return next((made for made in watched if made.ended.done() and made is not self.first_load), None)

    def _interrupted(self) -> None:
        """The first signal stops in good order, a second one at once."""
        if self.stopping.is_set():
            self.hurry.set()
            if not self.prepared:  # the database is on its way up, and nobody waits for it: the guard stops it
                os._exit(130)
        self.stopping.set()

    def _addresses(self, stopped: Sequence[str]) -> list[str]:
        s = self.settings
        lines = [
            "ready",
            f"  data       {s.api_address}/data",
            f"  API docs   {s.api_address}/docs",
            f"  Dagster UI {s.dagster_address}/assets",
        ]
        if self.demo:
            lines.append(f"  simulator  http://127.0.0.1:{s.simulator_port}")
        for stream in streams_of(s):
            if isinstance(stream.partitions, Files):
                folder = stream.partitions.inbox(s).folder
                missing = "" if folder.is_dir() else " (to be made: it is not there)"
                lines.append(f"  inbox      {folder}{missing}")
        lines.append(f"  log        {self.output.log}")
        if stopped:
            lines.append(f"  stopped in the Dagster UI, so never loaded by themselves: {', '.join(stopped)}")
        return [*lines, "Ctrl-C stops everything"]

    def _say(self, text: str) -> None:
        for line in text.splitlines():
            self.output.line("platform", line)


def _status(status: int) -> str:
    if status >= 0:
        return f"status {status}"
    try:
        return f"killed by {signal.Signals(-status).name}"
    except ValueError:
        return f"killed by signal {-status}"


def _with_secret(settings: Settings) -> Settings:
    """The settings with a secret for the API to show to the Dagster UI's guard, a new one where none is set."""
    if settings.dagster_secret is None:
        os.environ["DAGSTER_SECRET"] = secrets.token_urlsafe(32)
        return load_settings()
    return settings
