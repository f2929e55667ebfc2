"""Kills of refreshes at every named moment and at random ones: after each round a home is what a calm one is."""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from subprocess import DEVNULL

from crypto_pipeline.warehouse.kill_points import VARIABLE
from tests.conftest import NOON, start_simulator
from tests.homes import loaded_home
from tests.platform_process import COMMAND, platform
from tests.test_kill import MOMENTS, kill_refresh, refresh, start_refresh

AT_RANDOM = 8
# Of an undo: the stage whose rows go, or come again, and the unified record
UNDOING = [
    *(f"quotes/coinpaprika:{moment}" for moment in ("begun", "in copy of more_touched", "in copy of incoming",
                                                    "before commit", "after commit")),
    *(f"unified/all:{moment}" for moment in ("begun", "before commit", "after commit")),
]  # fmt: skip
LARGEST = """
select run_id from ledger where source = 'coinpaprika' and stage = 'raw' order by stored desc limit 1
"""


def kills(number: int) -> bool:
    """Kills so many refreshes, in rounds on new homes. True when no row was lost or doubled."""
    process, simulator = start_simulator("--coins", "400", "--at", NOON)
    folder = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    moments = random.Random(number)
    killed, wrong, turn = 0, 0, 0
    try:
        calm = loaded_home(folder / "calm", refresh(folder / "calm", simulator))
        while killed < number:
            home, began, before = folder / f"wild{turn}", time.monotonic(), killed
            env = refresh(home, simulator)
            for moment in moments.sample(MOMENTS, len(MOMENTS)):
                killed += start_refresh({**env, VARIABLE: moment}).wait(240) < 0
            for _ in range(AT_RANDOM):
                killed += kill_refresh(env, moments.uniform(0.5, 5))
            killed += kill_undos(env, moments)
            found = loaded_home(home, env)
            differing = [table for table in calm if calm[table] != found[table]]
            wrong += bool(differing)
            shutil.rmtree(home, ignore_errors=True)
            turn += 1
            seconds = time.monotonic() - began
            said = f"these tables differ: {', '.join(differing)}" if differing else "the same tables as without"
            print(f"round {turn}: {killed - before} kills, {killed} in all, {seconds:.0f} s: {said}", flush=True)
    finally:
        process.kill()
        shutil.rmtree(folder, ignore_errors=True)
    return not wrong


def kill_undos(env: dict[str, str], moments: random.Random) -> int:
    """Undoes the run that brought the most, then that undo, each killed at every moment; how many were killed."""

    def asked(query: str) -> str:
        return platform("db", "shell", "--", "-At", "-c", query, env=env).stdout.strip()

    killed = 0
    platform("refresh", env=env)
    run = asked(LARGEST)
    for _ in range(2):
        for moment in moments.sample(UNDOING, len(UNDOING)):
            process = subprocess.Popen(
                [*COMMAND, "undo", run], env={**env, VARIABLE: moment}, stdout=DEVNULL, stderr=DEVNULL
            )
            killed += process.wait(240) < 0
        platform("undo", run, env=env)  # to its end, if none of them came so far
        run = asked(f"select by_run from withdrawals where run_id = '{run}' order by id desc limit 1")
    return killed
