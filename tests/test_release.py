"""What is released: one version everywhere, and a wheel that is a whole platform without a checkout."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from crypto_pipeline import __version__
from tests.conftest import OURS, wait_for
from tests.platform_process import environment
from tests.running_platform import START, RunningPlatform

ROOT = Path(__file__).resolve().parents[1]


def test_the_version_is_the_same_wherever_it_stands() -> None:
    image = re.search(r"^ARG VERSION=(\S+)$", (ROOT / "Dockerfile").read_text(), re.M)
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert image is not None
    assert newest is not None
    assert image[1] == newest[1] == __version__


@pytest.mark.slow
@pytest.mark.e2e
def test_the_wheel_in_an_empty_environment_runs_the_demo(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pipx would install it, but with the versions that are pinned: what comes out elsewhere today fails no test."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(short_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = short_path.glob("*.whl")
    venv, python = short_path / "venv", short_path / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    pins = short_path / "pins.txt"
    lines = re.findall(r"^[a-z0-9].*==.*?(?= \\$)", (ROOT / "requirements.txt").read_text(), re.M)
    pins.write_text(re.sub(r"\[.*?\]", "", "\n".join(lines)))  # constraints have no extras
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-c", pins, wheel], check=True)
    command = [str(venv / "bin" / "crypto-platform")]
    home = short_path / "demo"
    clean = {name: value for name, value in environment(home).items() if name not in OURS and name != "PYTHONPATH"}
    said = subprocess.run(
        [*command, "--version"], cwd=short_path, env=clean, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == f"crypto-platform {__version__}"
    monkeypatch.setattr("tests.running_platform.COMMAND", command)
    platform = RunningPlatform(home, {**clean, "PLATFORM_HOME": str(home)}, cwd=short_path)
    try:
        wait_for(platform.is_ready, START)
        answer = httpx.get(platform.url("api", "/data?limit=1")).json()
        assert answer["data"][0]["ticker"] == "BTC"
    finally:
        platform.process.terminate()
        assert platform.process.wait(60) == 0, platform.text()
