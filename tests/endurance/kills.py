"""Kills of refreshes at every named moment and at random ones: after each round a home is what a calm one is."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from pathlib import Path

from crypto_pipeline.warehouse.kill_points import VARIABLE
from tests.conftest import NOON, start_simulator
from tests.homes import loaded_home
from tests.test_kill import MOMENTS, kill_refresh, refresh, start_refresh

AT_RANDOM = 8


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
