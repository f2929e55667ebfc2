"""The platform's parts, each a process of its own on one PostgreSQL, as containers run them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from sqlalchemy.engine import URL

from tests.conftest import Simulator, free_port, wait_for
from tests.platform_process import COMMAND, as_user, environment, platform

pytestmark = pytest.mark.e2e
TOKEN = "the-token-of-the-tests"
PARTS = ("dagster-daemon", "dagster-webserver", "api", "code-server")  # in no good order: each waits for what it needs


@pytest.fixture
def env(short_path: Path, url: URL, simulator: Simulator) -> dict[str, str]:
    """The environment of parts that share a server and nothing else."""
    ports = {"API_PORT": free_port(), "DAGSTER_PORT": free_port(), "CODE_SERVER": f"127.0.0.1:{free_port()}"}
    return environment(
        short_path / "home", simulator.base, DATABASE_URL=url.render_as_string(hide_password=False), ETL_TOKEN=TOKEN,
        DAGSTER_SECRET=f"{TOKEN}-2", **{name: str(port) for name, port in ports.items()},
    )  # fmt: skip


@pytest.fixture
def running(env: dict[str, str], tmp_path: Path) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """All parts, started before the database is upgraded."""
    with ExitStack() as stack:
        started = {}
        for name in PARTS:
            log = stack.enter_context((tmp_path / f"{name}.log").open("wb"))
            started[name] = subprocess.Popen([*COMMAND, name], env=env, stdout=log, stderr=log)
        yield started
        for process in started.values():
            process.send_signal(signal.SIGTERM)
        for process in started.values():
            process.wait(60)


@pytest.mark.slow
def test_parts_that_run_apart_wait_for_each_other_load_and_serve(
    env: dict[str, str], running: dict[str, subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    for name in ("dagster-daemon", "dagster-webserver", "code-server"):
        log = tmp_path / f"{name}.log"
        wait_for(lambda log=log: "waiting: the database has no tables of Dagster's" in log.read_text(), 120)
    done = platform("db", "upgrade", env=env)
    assert done.returncode == 0, done.stderr
    for name in PARTS:
        wait_for(lambda name=name: platform("health", name, env=env).returncode == 0, 240, every=1)

    def asked(path: str) -> httpx.Response:
        return httpx.get(f"http://127.0.0.1:{env['API_PORT']}{path}", timeout=20)

    load = httpx.post(
        f"http://127.0.0.1:{env['API_PORT']}/etl/run", json={"source": "coinpaprika"},
        headers={"Authorization": f"Bearer {TOKEN}"}, timeout=60,
    )  # fmt: skip
    assert load.status_code == 202, load.text
    run = load.headers["location"]
    assert wait_for(lambda: asked(run).json()["data"]["status"] == "success", 240, every=1)
    assert asked("/data?limit=1").json()["data"][0]["ticker"] == "BTC"

    os.kill(running["code-server"].pid, signal.SIGKILL)
    running["code-server"].wait()
    ill = platform("health", "code-server", env=env)
    assert (ill.returncode, "code server" in ill.stderr) == (1, True)
    assert asked("/data?limit=1").status_code == 200


def test_a_part_by_itself_needs_a_server_that_others_reach(short_path: Path) -> None:
    for name in ("code-server", "dagster-webserver", "dagster-daemon"):
        refused = platform(name, env=environment(short_path / "home"))
        assert refused.returncode == 2
        assert refused.stderr.startswith("wrong setting: DATABASE_URL: parts that are run one by one need")
    assert not (short_path / "home").exists()


def test_health_says_what_is_wrong(short_path: Path) -> None:
    env = environment(short_path / "home", API_PORT=str(free_port()), CODE_SERVER=f"127.0.0.1:{free_port()}")
    for name, says in (
        ("api", "api does not answer"),
        ("code-server", "code server"),
        ("dagster-daemon", "DATABASE_URL"),
    ):
        ill = platform("health", name, env=env)
        assert ill.returncode == 1
        assert says in ill.stderr
        assert "Traceback" not in ill.stderr


@pytest.mark.parametrize("wrong", ["code-server", "code-server:0", ":4000", "a b:1"])
def test_where_the_code_server_is_is_checked(short_path: Path, wrong: str) -> None:
    refused = platform("code-server", env=environment(short_path / "home", CODE_SERVER=wrong))
    assert refused.returncode == 2
    assert "CODE_SERVER: " in refused.stderr


def test_a_working_folder_that_is_closed_is_named(short_path: Path) -> None:
    prefix = as_user(12345)
    closed = short_path / "closed"
    closed.mkdir(mode=0o700)
    done = subprocess.run(
        ["sh", "-c", f"cd {closed} && exec {' '.join([*prefix, *COMMAND, 'doctor'])}"],
        env=environment(short_path / "home"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert f"the working folder {closed} is closed to this user (uid 12345)" in done.stderr
    assert json.dumps(done.stderr).count("\\n") == 1
