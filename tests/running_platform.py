"""`crypto-platform up` as a process of its own, on free ports, with what it prints and all that belongs to it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil

from crypto_pipeline.warehouse.server import stop_server
from tests.conftest import free_port, wait_for
from tests.platform_process import COMMAND

TOKEN = "the-token-of-the-tests"
# A busy machine may take this long for a start; what hangs for ever is found all the same
START = 240


class RunningPlatform:
    """A platform that was started; `demo` or on the settings in `env`."""

    def __init__(
        self, home: Path, env: dict[str, str], options: Sequence[str] = ("--demo", "--coins", "150"), **more: Any
    ) -> None:
        self.home, self.log = home, home.parent / f"{home.name}.log"
        names = ("api", "dagster", "simulator") if "--demo" in options else ("api", "dagster")
        self.ports = {name: free_port() for name in names}
        ports = [part for name, port in self.ports.items() for part in (f"--{name}-port", str(port))]
        self.env = {"LOG_LEVEL": "WARNING", "ETL_TOKEN": TOKEN, "DAGSTER_SECRET": f"{TOKEN}-2", **env}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*COMMAND, "up", *options, *ports],
                env=self.env,
                **{"stdout": log, "stderr": log, "preexec_fn": _as_from_a_terminal, **more},
            )

    def url(self, name: str, path: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}{path}"

    def text(self) -> str:
        return self.log.read_text(errors="replace")

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.text()
        return "Ctrl-C stops everything" in self.text()

    def wait_until_ready(self) -> None:
        wait_for(self.is_ready, START)

    def ask_dagster(self, query: str, **variables: Any) -> Any:
        answer = httpx.post(
            self.url("dagster", "/graphql"), json={"query": query, "variables": variables}, timeout=30
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def load(self, **body: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {TOKEN}", "X-Request-ID": "asked-for"}
        return httpx.post(self.url("api", "/etl/run"), json=body, headers=headers, timeout=30)

    def processes(self, text: str = "") -> list[psutil.Process]:
        """Every process that belongs to it, by its environment or its command line; `text` is in the latter."""
        found = []
        for process in psutil.process_iter():
            try:
                line = " ".join(process.cmdline())
                mine = process.environ().get("PLATFORM_HOME") == str(self.home) or str(self.home) in line
            except psutil.Error:
                continue
            if mine and text in line and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        return found

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Sends a signal and waits for the end."""
        self.process.send_signal(number)
        return self.process.wait(60)

    def clean_up(self) -> None:
        """Whatever the test left."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
        for process in self.processes():
            process.kill()
        stop_server(self.home.resolve() / "postgres")


def _as_from_a_terminal() -> None:
    """Whoever runs the tests may have switched signals off, as nohup does."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def running(home: Path, env: dict[str, str], *options: str, **more: Any) -> Iterator[RunningPlatform]:
    """A platform for the length of a block; a demo without options."""
    platform = RunningPlatform(home, env, options or ("--demo", "--coins", "150"), **more)
    try:
        yield platform
    finally:
        platform.clean_up()
