"""`crypto-platform up`: the platform's processes, started, watched and stopped together by honcho.

The parts' output comes prefixed with their names. When one ends, for whatever reason, all do: a half-running
platform looks healthy and is not.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import queue
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import datetime

import httpx
import typer
from honcho.printer import Message, Printer

from crypto_pipeline.cli.home import demo_home, make_demo, prepare
from crypto_pipeline.cli.parts import Manager
from crypto_pipeline.settings import Settings, load_settings
from crypto_pipeline.warehouse.server import data_directory, server_pid

START_SECONDS = 120
STOP_SECONDS = 15
NAMES = {"simulator_port": "simulator", "api_port": "API", "dagster_port": "Dagster UI"}


def run(*, demo: bool, ports: dict[str, int], coins: int, refresh: bool) -> int:
    """Runs until interrupted or until a part ends; returns the exit status."""
    # a shell starts what it puts into the background with SIGINT ignored, and its parts would inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)
    chosen = load_settings()
    home = demo_home() if demo else chosen.platform_home
    if not demo and chosen.is_demo:
        _fail(f"{home} is a demo's home: use up --demo, or another PLATFORM_HOME")
        return 2
    wanted = {name: ports.get(name, getattr(chosen, name)) for name in NAMES if demo or name != "simulator_port"}
    if len(set(wanted.values())) < len(wanted):
        _fail(f"two parts cannot share a port: {', '.join(f'{NAMES[n]} {p}' for n, p in wanted.items())}")
        return 2
    home.mkdir(parents=True, exist_ok=True)
    with (home / "up.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _fail(f"the platform is running in {home} already")
            return 1
        if taken := [f"{port} ({NAMES[name]})" for name, port in wanted.items() if _is_taken(port)]:
            _fail(
                f"port {', '.join(taken)} is taken: is the platform running already? "
                "Stop what uses it, or choose others with --api-port, --dagster-port and --simulator-port"
            )
            return 1
        # only now: a start that is refused must leave a running demo's settings alone
        settings = make_demo(home, wanted, coins) if demo else load_settings(**ports)
        say(f"starting in {home} …")
        prepare(settings)  # this process holds the database up for the others
        return _supervise(settings, demo=demo, coins=coins, refresh=refresh)


def say(text: str) -> None:
    """A line of our own among the parts' output."""
    typer.echo(f"{datetime.now():%H:%M:%S} platform   | {text}")  # noqa: DTZ005 - for people, local time


def _fail(text: str) -> None:
    typer.echo(f"error: {text}", err=True)


def _supervise(settings: Settings, *, demo: bool, coins: int, refresh: bool) -> int:
    manager = Manager(Printer(sys.stdout))
    # a terminal that is closed
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    if settings.log_format == "auto" and sys.stdout.isatty():
        environment["LOG_FORMAT"] = "text"  # the parts see a pipe
    for name, command in _commands(settings, demo=demo, coins=coins).items():
        manager.add_process(name, shlex.join(["exec", *command]).replace("'exec'", "exec"), env=environment)
    companion = _Companion(settings, manager, demo=demo, refresh=refresh)
    companion.start()
    try:
        manager.loop()
    finally:
        companion.stop()
    say("stopped")
    interrupted = manager.returncode in (130, 143)
    return 0 if interrupted else (manager.returncode or 1)


def _commands(settings: Settings, *, demo: bool, coins: int) -> dict[str, list[str]]:
    """The parts' command lines, by name. One code server serves the UI and the daemon."""
    python = sys.executable
    code_port = str(_free_port())
    workspace = _write_workspace(settings, code_port)
    after = [python, "-m", "crypto_pipeline.cli.after", code_port]
    # Dagster's "info" has a line for every look into the inbox
    level = "info" if settings.log_level == "DEBUG" else "warning"
    commands = {
        "code": [python, "-m", "dagster", "code-server", "start", "-m", "crypto_pipeline.definitions",
                 "--host", "127.0.0.1", "--port", code_port, "--log-level", level],
        "dagster": [*after, python, "-m", "dagster_webserver",
                    "--host", "127.0.0.1", "--port", str(settings.dagster_port),
                    "--workspace", workspace, "--dagster-log-level", level],
        "daemon": [*after, python, "-m", "dagster._daemon", "run",
                   "--workspace", workspace, "--log-level", level],
        "api": [python, "-m", "uvicorn", "--factory", "api_server.app:create_app",
                "--host", settings.api_host, "--port", str(settings.api_port),
                "--workers", str(settings.api_workers), "--loop", "uvloop", "--http", "httptools",
                # the API logs its requests itself
                "--no-access-log", "--no-server-header", "--no-proxy-headers", "--log-level", "warning"],
    }  # fmt: skip
    if demo:
        simulate = [python, "-m", "crypto_pipeline.cli", "simulate", "--port", str(settings.simulator_port)]
        commands = {"simulator": [*simulate, "--coins", str(coins)], **commands}
    return commands


def _write_workspace(settings: Settings, code_port: str) -> str:
    """A workspace file for this code server. The location keeps its name, and with it the sensors their cursors,
    whatever port it has this time."""
    path = settings.platform_home.expanduser().resolve() / "dagster" / "workspace.yaml"
    server = f"{{host: 127.0.0.1, port: {code_port}, location_name: crypto_pipeline}}"
    path.write_text(f"load_from:\n  - grpc_server: {server}\n")
    return str(path)


class _Companion(threading.Thread):
    """What happens beside the supervised parts: waits for them, loads every source once, prints the addresses."""

    def __init__(self, settings: Settings, manager: Manager, *, demo: bool, refresh: bool) -> None:
        super().__init__(daemon=True)
        self.settings, self.manager, self.demo, self.refresh = settings, manager, demo, refresh
        self.stopping = threading.Event()
        self.began = time.time()
        self.process: subprocess.Popen[str] | None = None

    def run(self) -> None:
        s = self.settings
        if self.demo and not self._wait(f"http://127.0.0.1:{s.simulator_port}/api/v3/ping"):
            return
        if self.refresh:
            self._line("platform", "first load of every source")
            if self._run("refresh", "crypto_pipeline.cli", "refresh") and not self.stopping.is_set():
                self._line("platform", "some sources failed (see above); their schedules try again")
        urls = {
            f"http://127.0.0.1:{s.api_port}": "/health",
            f"http://127.0.0.1:{s.dagster_port}": "/server_info",
        }
        if all(self._wait(base + path) for base, path in urls.items()):
            for line in self._addresses():
                self._line("platform", line)
        if s.database_url is None:  # nobody else runs loads in this home: what seems to run died with its `up`
            self._run("platform", "crypto_pipeline.cli.abandoned", str(self.began), errors=subprocess.DEVNULL)
        self._watch_database()

    def stop(self) -> None:
        self.stopping.set()
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def _run(self, name: str, *module: str, errors: int = subprocess.STDOUT) -> int:
        """Runs a Python module to its end, or to ours; its output goes among the parts'. Returns its status."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", *module],
            stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True,
        )  # fmt: skip
        if self.stopping.is_set():  # stop() came before there was a process to stop
            self.process.send_signal(signal.SIGINT)
        for line in self.process.stdout or ():
            self._line(name, line)
        return self.process.wait()

    def _wait(self, url: str) -> bool:
        deadline = time.monotonic() + START_SECONDS
        while not self.stopping.is_set() and time.monotonic() < deadline:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(url, timeout=2).status_code == 200:
                    return True
            self.stopping.wait(0.3)
        if not self.stopping.is_set():
            self._line("platform", f"{url} did not answer within {START_SECONDS} s; see the log above")
        return False

    def _watch_database(self) -> None:
        """The embedded server is a part, too, though it is not ours to wait for."""
        if self.settings.database_url is not None:
            return
        pgdata = data_directory(self.settings)
        while not self.stopping.wait(2):
            if server_pid(pgdata) is None:
                self._line("platform", f"PostgreSQL ended; its log is {pgdata / 'log'}. Start the platform again")
                self.manager.returncode = 1
                self.manager.terminate()
                return

    def _addresses(self) -> list[str]:
        s = self.settings
        lines = [
            "ready",
            f"  data       http://127.0.0.1:{s.api_port}/data",
            f"  API docs   http://127.0.0.1:{s.api_port}/docs",
            f"  Dagster UI http://127.0.0.1:{s.dagster_port}/assets",
        ]
        if self.demo:
            lines.append(f"  simulator  http://127.0.0.1:{s.simulator_port}")
        return [*lines, f"  CSV inbox  {s.csv_inbox}", "Ctrl-C stops everything"]

    def _line(self, name: str, text: str) -> None:
        with contextlib.suppress(queue.Full, ValueError):
            self.manager.events.put(Message("line", text.rstrip("\n"), datetime.now(), name, None))  # noqa: DTZ005


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
