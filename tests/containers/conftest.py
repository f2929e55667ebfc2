"""The image, built once."""

from __future__ import annotations

import subprocess

import pytest

from tests.containers.compose import IMAGE, ROOT, missing


@pytest.fixture(scope="session", autouse=True)
def _image() -> None:
    if not missing():
        subprocess.run(["podman", "build", "--format", "docker", "--tag", IMAGE, ROOT], check=True, capture_output=True)
