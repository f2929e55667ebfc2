"""`up --demo` as a newcomer meets it: everything starts, serves, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from crypto_pipeline.warehouse.server import stop_server
from tests.conftest import answers, free_port, wait_for
from tests.platform_process import COMMAND, environment, platform

pytestmark = pytest.mark.e2e


class Demo:
    """A running demo."""

    def __init__(self, home: Path) -> None:
        self.ports = {name: free_port() for name in ("api", "dagster", "simulator")}
        self.home, self.log = home, home.parent / "up.log"
        options = [option for name, port in self.ports.items() for option in (f"--{name}-port", str(port))]
        self.env = environment(home, LOG_LEVEL="WARNING", ETL_TOKEN="the-token-of-the-tests")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*COMMAND, "up", "--demo", "--coins", "150", *options], env=self.env, stdout=log, stderr=log
            )

    def url(self, name: str, path: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}{path}"

    def text(self) -> str:
        return self.log.read_text()

    def graphql(self, query: str, **variables: Any) -> Any:
        answer = httpx.post(
            self.url("dagster", "/graphql"), json={"query": query, "variables": variables}, timeout=30
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def processes(self) -> list[psutil.Process]:
        """Every process that belongs to this demo, by its environment or its data directory."""
        found = []
        for process in psutil.process_iter():
            try:
                mine = process.environ().get("PLATFORM_HOME") == str(self.home) or str(self.home) in " ".join(
                    process.cmdline()
                )
            except psutil.Error:
                continue
            if mine and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        return found


@pytest.fixture
def demo(short_path: Path) -> Iterator[Demo]:
    running = Demo(short_path / "demo")
    yield running
    running.process.poll() is None and running.process.send_signal(signal.SIGINT)
    try:
        running.process.wait(40)
    except subprocess.TimeoutExpired:
        running.process.kill()
    for process in running.processes():
        process.kill()


def ready(demo: Demo) -> bool:
    assert demo.process.poll() is None, demo.text()
    return "Ctrl-C stops everything" in demo.text()


def loads_can_be_started_over_http(demo: Demo) -> None:
    def start(**body: str) -> httpx.Response:
        headers = {"Authorization": "Bearer the-token-of-the-tests", "X-Request-ID": "asked-for"}
        return httpx.post(demo.url("api", "/etl/run"), json=body, headers=headers, timeout=30)

    def started() -> httpx.Response | None:
        answer = start(source="coinpaprika")
        return None if answer.status_code == 409 else answer  # its schedule was faster: after that run

    answer = wait_for(started, 60, every=1)
    assert answer.status_code == 202, answer.text
    run = answer.json()["data"]
    assert answer.headers["location"] == f"/etl/runs/{run['run_id']}"
    again = start(source="coinpaprika")
    assert (again.status_code, again.json()["run_id"]) == (409, run["run_id"])
    for body in ({"source": "csv", "partition": "none"}, {"source": "coingecko", "partition": "2020-01-01"}):
        refused = start(**body)
        assert (refused.status_code, refused.json()["errors"][0]["parameter"]) == (400, "partition")

    def ended() -> dict[str, Any] | None:
        found = httpx.get(demo.url("api", answer.headers["location"]), timeout=10).json()["data"]
        return dict(found) if found["status"] in ("success", "failure") else None

    found = wait_for(ended, 60, every=0.5)
    assert (found["status"], found["source"], found["requested_by"]) == ("success", "coinpaprika", "asked-for")
    assert start(source="rss", partition="demo").status_code in (202, 409)  # its schedule may have been faster


def test_a_demo_serves_coins_and_news_takes_files_runs_by_schedule_and_leaves_nothing_behind(demo: Demo) -> None:
    wait_for(lambda: ready(demo), 90)
    coins = {coin["ticker"]: coin for coin in httpx.get(demo.url("api", "/data?limit=1000")).json()["data"]}
    assert {"coingecko", "coinpaprika", "csv"} == set(coins["BTC"]["sources"])
    assert coins["XMPL"]["sources"] == ["csv"]
    assert httpx.get(demo.url("api", "/health")).json()["status"] == "ok"
    loads_can_be_started_over_http(demo)
    env = demo.env
    assert (
        platform("db", "shell", "--", "-At", "-c", "select count(*) from news_articles", env=env).stdout.strip() == "25"
    )

    # the UI's own interface sees every asset
    data = demo.graphql("{ assetNodes { assetKey { path } } }")
    assert {"/".join(node["assetKey"]["path"]) for node in data["assetNodes"]} >= {
        "raw/coingecko",
        "quotes/csv",
        "news",
        "crypto_assets",
    }

    # a file that is dropped into the inbox is found by the sensor and loaded by a run that the daemon starts
    inbox = demo.home / "inbox"
    (inbox / "mine.csv").write_text("symbol,name,price_usd,created_at\nMINE,My Coin,42.5,2026-01-01\n")
    wait_for(lambda: "My Coin" in httpx.get(demo.url("api", "/data?limit=1000")).text, 90, every=1)

    # a second `up`, in this home or on these ports, is refused and leaves the running one's settings alone
    before = (demo.home / "demo.env").read_text()
    assert "is running in" in platform("up", "--demo", "--coins", "5", env=env).stderr
    options = [option for name, port in demo.ports.items() for option in (f"--{name}-port", str(port))]
    elsewhere = platform("up", "--demo", *options, env={**env, "PLATFORM_HOME": str(demo.home.parent / "other")})
    assert elsewhere.returncode == 1
    assert "is taken: is the platform running already?" in elsewhere.stderr
    assert not (demo.home.parent / "other" / "demo.env").exists()
    assert (demo.home / "demo.env").read_text() == before

    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(40) == 0, demo.text()
    wait_for(lambda: not demo.processes(), 5)
    assert "Traceback" not in demo.text()


def test_when_one_part_dies_all_of_it_ends_with_an_error(demo: Demo) -> None:
    wait_for(lambda: answers(demo.url("api", "/health")), 60)
    (api,) = [p for p in demo.processes() if "api_server.app:create_app" in p.cmdline()]
    os.kill(api.pid, signal.SIGKILL)
    assert demo.process.wait(40) != 0
    wait_for(lambda: not demo.processes(), 5)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_closed_terminal_or_a_killed_supervisor_leaves_no_part_running(demo: Demo, number: signal.Signals) -> None:
    wait_for(lambda: answers(demo.url("api", "/health")), 60)
    demo.process.send_signal(number)
    demo.process.wait(40)
    # a killed process cannot stop PostgreSQL, but the next one to use it will
    wait_for(lambda: not [p for p in demo.processes() if "postgres" not in p.name()], 40)
    platform("db", "current", env=demo.env)
    wait_for(lambda: not demo.processes(), 10)


def test_when_the_database_dies_the_platform_ends_instead_of_looking_well(demo: Demo) -> None:
    wait_for(lambda: ready(demo), 90)
    stop_server(demo.home.resolve() / "postgres")
    assert demo.process.wait(60) != 0
    assert "PostgreSQL ended" in demo.text()
    wait_for(lambda: not demo.processes(), 5)


@pytest.mark.parametrize("delay", [0.6, 1.2, 2.0])
def test_ctrl_c_during_the_start_leaves_nothing_behind_either(demo: Demo, delay: float) -> None:
    wait_for(lambda: "starting in" in demo.text(), 60)
    time.sleep(delay)
    demo.process.send_signal(signal.SIGINT)
    demo.process.wait(40)
    wait_for(lambda: not demo.processes(), 5)


def test_an_interrupt_also_reaches_what_a_script_started_in_the_background(short_path: Path) -> None:
    env = environment(short_path / "demo", LOG_LEVEL="WARNING")
    ports = [part for name in ("api", "dagster", "simulator") for part in (f"--{name}-port", str(free_port()))]
    log = short_path / "up.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*COMMAND, "up", "--demo", "--coins", "50", *ports], env=env, stdout=output, stderr=output,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        )  # fmt: skip
    try:
        wait_for(lambda: "starting in" in log.read_text(), 60)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(40) in (0, 130)
    finally:
        process.kill()


def test_live_and_demo_data_do_not_mix(short_path: Path) -> None:
    live = short_path / "live"
    assert platform("db", "upgrade", env=environment(live)).returncode == 0
    refused = platform("up", "--demo", env=environment(live))
    assert refused.returncode == 2
    assert "holds live data" in refused.stderr
    demo = short_path / "demo"
    demo.mkdir()
    (demo / "demo.env").write_text("DATABASE_URL=\n")
    assert "is a demo's home" in platform("up", env=environment(demo)).stderr
