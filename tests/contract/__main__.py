"""Starts the API over a database with data and lets schemathesis try it.

    python -m tests.contract [MAX_EXAMPLES]

Every check that schemathesis has, with examples, coverage, fuzzing and stateful phases. Exits with its status.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from crypto_pipeline.warehouse.server import stop_server
from tests.conftest import answers, free_port, start_simulator, wait_for
from tests.platform_process import environment, platform

PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    examples = sys.argv[1] if len(sys.argv) > 1 else "20"
    home = Path(tempfile.mkdtemp(prefix="cp-", dir="/tmp"))
    home.chmod(0o755)
    simulator, running = start_simulator("--coins", "400")
    env = environment(
        home, running.base, ETL_TOKEN="the-token-of-the-tests", API_RATE_PER_MINUTE="0", LOG_LEVEL="ERROR"
    )
    api = None
    try:
        loaded = platform("refresh", "coingecko", "coinpaprika", "rss", env=env)
        if loaded.returncode:
            print(loaded.stdout + loaded.stderr)
            return loaded.returncode
        port = free_port()
        dagster = {"DAGSTER_HOME": str(home / "dagster")}
        api = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "--factory", "api_server.app:create_app", "--port", str(port),
             "--no-access-log", "--log-level", "error"],
            env={**env, **dagster},
        )  # fmt: skip
        base = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(f"{base}/health/live"))
        command = Path(sys.executable).with_name("schemathesis")
        return subprocess.run(
            [str(command), "run", f"{base}/schema/openapi.json", "--checks", "all", "--max-examples", examples,
             "--continue-on-failure", "--suppress-health-check", "all"],
            # in the home: it keeps what it found in the folder that it runs in
            env={**os.environ, "SCHEMATHESIS_HOOKS": "tests.contract.hooks", "PYTHONPATH": str(PROJECT)}, cwd=home,
            check=False,
        ).returncode  # fmt: skip
    finally:
        if api is not None:
            api.terminate()
            api.wait()
        simulator.kill()
        simulator.wait()
        stop_server(home / "postgres")
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
