"""However `up` ends, by a signal, a dead part, a lost home, it says why and leaves no process behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from crypto_pipeline.warehouse.server import stop_server
from tests.conftest import Simulator, answers, wait_for
from tests.platform_process import environment, slow
from tests.running_platform import START, RunningPlatform, running

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.mark.parametrize("part", ["dagster api grpc", *map(slow, ("api_server", "dagster._daemon", "webserver"))])
def test_when_one_part_dies_all_of_it_ends_within_seconds_and_says_which(demo: RunningPlatform, part: str) -> None:
    demo.wait_until_ready()
    (victim,) = [process for process in demo.processes(part) if "part.py" not in " ".join(process.cmdline())]
    os.kill(victim.pid, signal.SIGKILL)
    assert demo.process.wait(60) == 1
    assert "ended (killed by SIGKILL): everything stops" in demo.text()
    wait_for(lambda: not demo.processes(), 10)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_closed_terminal_or_a_killed_supervisor_leaves_nothing_running_not_even_a_load(
    demo: RunningPlatform, number: signal.Signals
) -> None:
    demo.wait_until_ready()
    faults = [{"path": "/v1/tickers", "kind": "timeout", "seconds": 60}]
    assert httpx.put(demo.url("simulator", "/simulator/faults"), json=faults).status_code == 200
    wait_for(lambda: demo.load(source="coinpaprika").status_code in (202, 409), 60, every=1)
    wait_for(lambda: demo.processes("multiprocessing"), 60)  # the load's own process
    demo.process.send_signal(number)
    demo.process.wait(60)
    wait_for(lambda: not demo.processes(), 60)


@pytest.mark.slow
def test_what_nohup_has_started_outlives_its_terminal(short_path: Path) -> None:
    ignoring = {"preexec_fn": lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)}
    with running(short_path / "demo", environment(short_path / "demo"), **ignoring) as demo:
        demo.wait_until_ready()
        demo.process.send_signal(signal.SIGHUP)
        assert httpx.get(demo.url("api", "/health"), timeout=20).status_code == 200
        assert demo.stop() == 0, demo.text()


@pytest.mark.slow
def test_when_the_database_dies_the_platform_ends_instead_of_looking_well(demo: RunningPlatform) -> None:
    demo.wait_until_ready()
    stop_server(demo.home.resolve() / "postgres")
    assert demo.process.wait(60) == 1
    assert "PostgreSQL ended" in demo.text()
    wait_for(lambda: not demo.processes(), 10)


def test_output_that_nobody_reads_any_more_stops_no_signal(short_path: Path, simulator: Simulator) -> None:
    home = short_path / "live"
    with running(
        home, environment(home, simulator.base), "--no-refresh", stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as live:
        assert live.process.stdout is not None
        live.process.stdout.readline()
        live.process.stdout.close()
        wait_for(lambda: answers(live.url("api", "/health")), START)
        assert live.stop() == 0
        wait_for(lambda: not live.processes(), 10)
    assert "stopped" in (home / "logs" / "platform.log").read_text()


@pytest.mark.parametrize("moment", [*map(slow, ("starting in", "coingecko: loading")), "csv: loading"])
def test_ctrl_c_during_the_start_leaves_nothing_behind_either(demo: RunningPlatform, moment: str) -> None:
    wait_for(lambda: moment in demo.text(), START)
    assert demo.stop() in (0, 130)
    wait_for(lambda: not demo.processes(), 10)


@pytest.mark.slow
def test_an_interrupt_also_reaches_what_a_script_started_in_the_background(short_path: Path) -> None:
    ignoring = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)}
    with running(short_path / "demo", environment(short_path / "demo"), **ignoring) as demo:
        wait_for(lambda: "csv: loading" in demo.text(), START)
        assert demo.stop() in (0, 130)


@pytest.mark.slow
@pytest.mark.parametrize(
    "take", [lambda home: home.rename(home.with_name("moved")), shutil.rmtree], ids=["moved", "deleted"]
)
def test_a_home_that_is_taken_away_ends_the_platform_with_a_sentence_and_its_database(
    demo: RunningPlatform, take: Callable[[Path], object]
) -> None:
    demo.wait_until_ready()
    with suppress(OSError):  # somebody writes into it still
        take(demo.home)
    assert demo.process.wait(60) == 1
    assert f"PLATFORM_HOME {demo.home} is gone" in demo.text()
    assert "Traceback" not in demo.text()
    wait_for(lambda: not demo.processes(), 30)
