"""The platform in containers: whole after any of them was killed, after all were started anew, and after an upgrade."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.conftest import free_port, wait_for
from tests.containers.compose import IMAGE, PARTS, START, Compose, missing, podman, smoke, until_well

pytestmark = pytest.mark.skipif(bool(why := missing()), reason=why)
LONG_RUNNING = tuple(part for part in PARTS if part != "migrate")
LOCKED = ("--read-only", "--cap-drop", "all", "--security-opt", "no-new-privileges")


@pytest.fixture(scope="module")
def compose(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compose]:
    """The parts, on simulated upstreams."""
    project = Compose(tmp_path_factory.mktemp("compose"))
    project.down()
    project.up()
    yield project
    project.down()


def test_the_image_is_small_and_says_what_it_is() -> None:
    (image,) = json.loads(podman("image", "inspect", IMAGE).stdout)
    assert image["Size"] < 850 * 1024**2
    version = podman("run", "--rm", *LOCKED, IMAGE, "--version").stdout.strip()
    assert version == f"crypto-platform {image['Labels']['org.opencontainers.image.version']}"
    assert image["Config"]["User"] == "10001:0"
    assert podman("run", "--rm", *LOCKED, "--entrypoint", "id", IMAGE, "-u").stdout.strip() == "10001"


@pytest.mark.parametrize("user", ["10001:0", "54321:0"])
def test_one_container_is_a_whole_demo_locked_down_and_as_any_user(user: str) -> None:
    port = free_port()
    name = podman(
        "run", "-d", "--rm", *LOCKED, "--user", user, "-p", f"127.0.0.1:{port}:8000", IMAGE, "up", "--demo", "--coins", "100"
    ).stdout.strip()  # fmt: skip
    try:
        wait_for(lambda: "Ctrl-C stops everything" in podman("logs", name).stdout, START, every=1)
        assert httpx.get(f"http://127.0.0.1:{port}/data?limit=1").json()["data"][0]["ticker"] == "BTC"
        assert podman("healthcheck", "run", name, check=False).returncode == 0
    finally:
        podman("stop", "-t", "60", name, check=False)


def test_a_home_that_is_closed_is_one_line(tmp_path: Path) -> None:
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    said = podman(
        "run", "--rm", *LOCKED, "-v", f"{closed}:/var/lib/crypto-platform", IMAGE, "up", "--demo", check=False
    )
    lines = [line for line in said.stderr.splitlines() if not line.startswith("time=")]
    assert len(lines) == 1
    assert "PLATFORM_HOME /var/lib/crypto-platform cannot be read and written by user platform" in lines[0]


def test_the_parts_wait_for_each_other_and_serve(compose: Compose) -> None:
    until_well(compose)
    assert compose.state("migrate")["ExitCode"] == 0
    # tests come in any order: it may have been started anew already
    assert re.search(r"upgraded from an empty database to|at \d{4} already", compose.logs("migrate"))
    smoke(compose)


@pytest.mark.parametrize("part", LONG_RUNNING)
def test_a_part_that_is_killed_comes_back_and_the_platform_is_whole(compose: Compose, part: str) -> None:
    until_well(compose)
    before = compose.psql("select count(*) from market_quotes") if part != "postgres" else "0"
    pid = compose.state(part)["Pid"]
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: compose.state(part).get("Pid") not in (None, 0, pid), START, every=1)
    until_well(compose)
    smoke(compose)
    assert int(compose.psql("select count(*) from market_quotes")) >= int(before)


def test_all_of_them_started_anew_know_what_they_knew(compose: Compose) -> None:
    until_well(compose)
    before = int(compose.psql("select count(*) from raw_coingecko"))
    compose.run("down", "-t", "30")
    compose.up()
    until_well(compose)
    assert int(compose.psql("select count(*) from raw_coingecko")) >= before > 0
    smoke(compose)


def test_no_secret_is_in_any_log(compose: Compose) -> None:
    said = "".join(compose.logs(part) for part in PARTS)
    assert said
    for name in ("POSTGRES_PASSWORD", "DAGSTER_SECRET", "ETL_TOKEN"):
        assert compose.values[name] not in said
