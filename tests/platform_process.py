"""The command line as a user runs it: a process of its own, with an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import OURS, upstream_variables

# as the console script does, it takes no code from the folder that it is started in
COMMAND = [sys.executable, "-P", "-m", "crypto_pipeline.cli"]


def environment(home: Path, base: str | None = None, **more: str) -> dict[str, str]:
    """The machine's environment without our variables, a home, and the simulator at `base` as the upstreams."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    quick = {"HTTP_ATTEMPTS": "2", "HTTP_MAX_WAIT": "0.1", "CSV_INBOX": str(home / "inbox")}
    return {**clean, **quick, "PLATFORM_HOME": str(home), **(upstream_variables(base) if base else {}), **more}


def slow(value: Any) -> Any:
    """A case that `make test` has no time for; `make slow` runs it."""
    return pytest.param(value, marks=pytest.mark.slow)


def as_user(uid: int) -> list[str]:
    """What stands before a command so that another user runs it; skips where it could not run Python."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can be somebody else, with setpriv")
    prefix = ["setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups"]
    if subprocess.run([*prefix, sys.executable, "-c", "pass"], capture_output=True, check=False).returncode:
        pytest.skip("Python is installed where no other user can run it")
    return prefix


def platform(*arguments: str, env: dict[str, str], **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments], env=env, capture_output=True, text=True, timeout=120, check=False, **more
    )
