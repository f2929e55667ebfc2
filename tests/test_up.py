"""`up` as a newcomer meets it: everything starts, serves, says when it is ready, and leaves no process behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from crypto_pipeline.cli.home import make_demo
from tests.conftest import Simulator, free_port, wait_for
from tests.platform_process import COMMAND, as_user, environment, platform
from tests.running_platform import START, RunningPlatform, running

pytestmark = pytest.mark.e2e


def loads_can_be_started_over_http(demo: RunningPlatform) -> None:
    def started() -> httpx.Response | None:
        answer = demo.load(source="coinpaprika")
        return None if answer.status_code == 409 else answer  # its schedule was faster: after that run

    answer = wait_for(started, 60, every=1)
    assert answer.status_code == 202, answer.text
    run = answer.json()["data"]
    assert answer.headers["location"] == f"/etl/runs/{run['run_id']}"
    again = demo.load(source="coinpaprika")
    assert (again.status_code, again.json()["run_id"]) == (409, run["run_id"])
    for body in ({"source": "csv", "partition": "none"}, {"source": "coingecko", "partition": "2020-01-01"}):
        refused = demo.load(**body)
        assert (refused.status_code, refused.json()["errors"][0]["parameter"]) == (400, "partition")
    found = the_end_of(demo, answer)
    assert (found["status"], found["source"], found["requested_by"]) == ("success", "coinpaprika", "asked-for")
    assert demo.load(source="rss", partition="demo").status_code in (202, 409)  # its schedule may have been faster


def the_end_of(demo: RunningPlatform, started: httpx.Response) -> dict[str, Any]:
    """What became of the run that this answer says was started."""

    def ended() -> dict[str, Any] | None:
        found = httpx.get(demo.url("api", started.headers["location"]), timeout=10).json()["data"]
        return dict(found) if found["status"] in ("success", "failure") else None

    return dict(wait_for(ended, 120, every=0.5))


def the_sample_was_loaded_once_by_a_run_of_its_job(demo: RunningPlatform) -> None:
    runs = demo.ask_dagster(
        '{ runsOrError(filter: {pipelineName: "load_csv"}) { ... on Runs { results {'
        " status repositoryOrigin { repositoryName repositoryLocationName } } } } }"
    )["runsOrError"]["results"]
    origin = {"repositoryName": "__repository__", "repositoryLocationName": "crypto_pipeline"}
    assert runs == [{"status": "SUCCESS", "repositoryOrigin": origin}]


def smoke_finds_it_well_and_says_what_it_did(demo: RunningPlatform) -> None:
    wide = {**demo.env, "COLUMNS": "250"}
    done = platform("smoke", demo.url("api", ""), env=wide)
    assert done.returncode == 0, done.stdout
    assert re.search(r"load coingecko +ok +[\d.]+ +run .*raw [\d,]+, quotes", done.stdout), done.stdout
    assert re.search(r"trace to a payload +ok .*BTC at /raw/\d+", done.stdout)
    closed = platform("smoke", demo.url("api", ""), env={**wide, "ETL_TOKEN": ""})
    assert re.search("load coingecko +skipped .*ETL_TOKEN is not set", closed.stdout)
    assert closed.returncode == 0
    nobody = platform("smoke", f"http://127.0.0.1:{free_port()}", env=wide)
    assert nobody.returncode == 1
    assert re.search("health +FAILED .*ConnectError", nobody.stdout)


def doctor_asks_the_platform_instead_of_complaining_about_its_ports(demo: RunningPlatform) -> None:
    said = platform("doctor", env=demo.env)
    assert "the platform runs: http://127.0.0.1" in said.stdout
    assert "is taken" not in said.stdout
    assert said.returncode == 0, said.stdout


def test_a_demo_serves_coins_and_news_takes_files_runs_by_schedule_and_leaves_nothing_behind(
    demo: RunningPlatform,
) -> None:
    demo.wait_until_ready()
    coins = {coin["ticker"]: coin for coin in httpx.get(demo.url("api", "/data?limit=1000")).json()["data"]}
    assert {"coingecko", "coinpaprika", "csv"} == set(coins["BTC"]["sources"])
    assert coins["XMPL"]["sources"] == ["csv"]
    assert httpx.get(demo.url("api", "/health")).json()["status"] == "ok"
    the_sample_was_loaded_once_by_a_run_of_its_job(demo)
    loads_can_be_started_over_http(demo)
    doctor_asks_the_platform_instead_of_complaining_about_its_ports(demo)
    counted = platform("db", "shell", "--", "-At", "-c", "select count(*) from news_articles", env=demo.env)
    assert int(counted.stdout) >= 25  # the schedule may have brought another one meanwhile
    smoke_finds_it_well_and_says_what_it_did(demo)

    # the UI's own interface sees every asset, and no folder of logs is made for a run
    data = demo.ask_dagster("{ assetNodes { assetKey { path } } }")
    assert {"/".join(node["assetKey"]["path"]) for node in data["assetNodes"]} >= {
        "raw/coingecko",
        "quotes/csv",
        "news/rss",
        "crypto_assets",
    }
    assert [path.name for path in (demo.home / "dagster").iterdir() if path.is_dir() and path.name == "storage"] == []

    # a file that is dropped into the inbox is found by the sensor and loaded by a run that the daemon starts
    inbox = demo.home / "inbox"
    (inbox / "mine.csv").write_text("symbol,name,price_usd,created_at\nMINE,My Coin,42.5,2026-01-01\n")
    wait_for(lambda: "My Coin" in httpx.get(demo.url("api", "/data?limit=1000")).text, 120, every=1)

    # a second `up`, in this home or on these ports, is refused and leaves the running one's settings alone
    before = (demo.home / "demo.env").read_text()
    assert "is running in" in platform("up", "--demo", "--coins", "5", env=demo.env).stderr
    options = [option for name, port in demo.ports.items() for option in (f"--{name}-port", str(port))]
    elsewhere = platform("up", "--demo", *options, env={**demo.env, "PLATFORM_HOME": str(demo.home.parent / "other")})
    assert elsewhere.returncode == 1
    assert "is taken: is the platform running already?" in elsewhere.stderr
    assert not (demo.home.parent / "other" / "demo.env").exists()
    assert (demo.home / "demo.env").read_text() == before

    assert demo.stop() == 0, demo.text()
    wait_for(lambda: not demo.processes(), 10)
    assert "Traceback" not in demo.text()


@pytest.mark.slow
def test_a_platform_on_live_settings_gets_ready_three_times_in_a_row(short_path: Path, simulator: Simulator) -> None:
    # what a user's shell may hold for psql, the first and the last time
    for number, shell in enumerate(
        ({"PGPORT": "1", "PGHOST": "/nowhere"}, {}, {"PGSERVICE": "none", "TZ": "Asia/Kolkata"})
    ):
        home = short_path / f"live{number}"
        with running(home, environment(home, simulator.base, **shell), "--refresh") as live:
            live.wait_until_ready()
            wait_for(lambda live=live: httpx.get(live.url("api", "/data?limit=1")).json()["data"], 60)
            assert live.stop(signal.SIGTERM) == 0, live.text()
            wait_for(lambda live=live: not live.processes(), 10)
            assert "Traceback" not in live.text()


def test_live_and_demo_data_do_not_mix(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = short_path / "live"
    assert platform("db", "upgrade", env=environment(live)).returncode == 0
    refused = platform("up", "--demo", env=environment(live))
    assert refused.returncode == 2
    assert "holds live data" in refused.stderr
    demo = short_path / "demo"
    monkeypatch.setenv("PLATFORM_HOME", str(demo))
    make_demo(demo, {"simulator_port": 8900}, 10)
    assert "is a demo's home" in platform("up", env=environment(demo)).stderr


@pytest.mark.parametrize(
    ("variables", "options", "says"),
    [
        ({"COINGECKO_CRON": "*/0 * * * *"}, [], "COINGECKO_CRON"),
        ({"RSS_CRON": "* * * * SUNDAY"}, [], "RSS_CRON"),
        ({"COINPAPRIKA_CRON": "0 0 31 2 *"}, [], "COINPAPRIKA_CRON"),
        ({"API_READ_KEYS": "nokey"}, [], "API_READ_KEYS"),
        ({"ETL_TOKEN": "x"}, [], "secrets.token_urlsafe"),
        ({"DAGSTER_USERS": "ann=short"}, [], "DAGSTER_USERS"),
        ({"REDIS_URL": "http://x"}, [], "REDIS_URL"),
        ({"API_HOST": "999.1.1.1"}, [], "API_HOST"),
        ({"API_HOST": "192.0.2.7"}, [], "192.0.2.7 is no address of this machine"),
        ({"API_CORS_ORIGINS": "https://a.example/path"}, [], "API_CORS_ORIGINS"),
        ({}, ["--api-port", "70000"], "--api-port"),
        ({}, ["--api-port", "3100", "--dagster-port", "3100"], "cannot share a port"),
    ],
)
def test_what_is_wrong_is_said_before_anything_starts(
    short_path: Path, variables: dict[str, str], options: list[str], says: str
) -> None:
    env = environment(short_path / "home", **variables)
    refused = platform("up", "--no-refresh", *options, env=env)
    said = refused.stdout + refused.stderr
    assert refused.returncode in (1, 2), said
    assert says in said
    assert "Traceback" not in said
    assert "| ready" not in said
    if not options and "no address" not in says:
        checked = platform("doctor", env=env)
        assert checked.returncode in (1, 2)
        assert says in checked.stdout + checked.stderr


@pytest.mark.slow
def test_a_platform_listens_where_it_is_told_and_says_so(short_path: Path, simulator: Simulator) -> None:
    home = short_path / "live"
    with running(home, environment(home, simulator.base, API_HOST="::1"), "--no-refresh") as live:
        live.wait_until_ready()
        address = f"http://[::1]:{live.ports['api']}"
        assert f"{address}/data" in live.text()
        assert httpx.get(f"{address}/health").status_code == 200


def test_a_port_that_is_forbidden_is_not_called_taken(short_path: Path) -> None:
    prefix = as_user(12345)
    home = short_path / "home"
    home.mkdir()
    os.chown(home, 12345, 12345)
    lowest = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text())
    if lowest <= 80:
        pytest.skip("everybody may listen on port 80 here")
    command = [*prefix, *COMMAND, "up", "--no-refresh", "--api-port", "80"]
    done = subprocess.run(
        command, env=environment(home, HOME=str(home)), capture_output=True, text=True, cwd=home, check=False
    )
    assert done.returncode == 1
    assert "port 80 (API) is forbidden to this user" in done.stderr


@pytest.mark.slow
def test_a_supervisor_that_starts_twice_at_once_starts_once(short_path: Path) -> None:
    env = environment(short_path / "demo")
    with running(short_path / "demo", env) as one, running(short_path / "demo", env) as other:
        wait_for(lambda: one.process.poll() is not None or other.process.poll() is not None, START)
        loser, winner = (one, other) if one.process.poll() is not None else (other, one)
        assert loser.process.returncode == 1
        winner.wait_until_ready()
        assert psutil.pid_exists(winner.process.pid)


@pytest.mark.slow
def test_of_eight_loads_that_are_asked_for_at_once_of_two_processes_one_is_started(short_path: Path) -> None:
    with running(short_path / "demo", environment(short_path / "demo", API_WORKERS="2")) as demo:
        demo.wait_until_ready()
        wait_for(lambda: demo.load(source="coinpaprika").status_code == 202, 120, every=1)
        wait_for(lambda: not in_flight(demo), 120, every=0.5)
        with ThreadPoolExecutor(8) as pool:
            statuses = sorted(
                answer.status_code for answer in pool.map(lambda _: demo.load(source="coinpaprika"), range(8))
            )
        assert statuses in ([202, *[409] * 7], [409] * 8)  # its schedule may have been faster


def in_flight(demo: RunningPlatform) -> bool:
    status = httpx.get(demo.url("api", "/etl/status"), timeout=20).json()["data"]
    return any(run["source"] == "coinpaprika" for run in (*status["queued"], *status["running"]))
