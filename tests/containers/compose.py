"""The platform's parts in containers of their own, under a project's name and on ports that nobody else uses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.conftest import OURS, free_port, wait_for
from tests.platform_process import COMMAND, environment

ROOT = Path(__file__).resolve().parents[2]
PROJECT = "crypto-platform-test"
CHECKED = ("api", "code-server", "dagster-webserver", "dagster-daemon")
# A first start on a busy machine; what hangs for ever is found all the same
START = 300
IMAGE = "localhost/crypto-platform:test"
PARTS = ("postgres", "migrate", "code-server", "dagster-webserver", "dagster-daemon", "api", "simulator")
VOLUMES = ("database", "home", "inbox", "backups", "secrets", "certificates", "caddy")
POSTGRES = ("18", "17", "16", "15")


def missing() -> str:
    """What this machine lacks to run containers; empty for nothing."""
    if shutil.which("podman") is None or shutil.which("podman-compose") is None:
        return "there is no podman, or no podman-compose"
    if not image_of("python", ("3.13-slim-trixie",)):
        return "there is no image python:3.13-slim-trixie, and tests pull none"
    return "" if image_of("postgres", POSTGRES) else "there is no image of postgres, and tests pull none"


def image_of(name: str, versions: Sequence[str]) -> str:
    """The first of these versions of which podman has an image; empty for none."""
    for version in versions:
        image = f"docker.io/library/{name}:{version}"
        if subprocess.run(["podman", "image", "exists", image], check=False).returncode == 0:
            return version
    return ""


def podman(*arguments: str, check: bool = True, **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs podman to its end."""
    return subprocess.run(["podman", *arguments], check=check, capture_output=True, text=True, **more)


class Compose:
    """A project that compose runs: the demo's services, with secrets of their own; `more` are further files of compose,
    and `parts` services of theirs.
    """

    def __init__(self, folder: Path, more: Sequence[str] = (), parts: Sequence[str] = (), **values: str) -> None:
        self.files = [str(ROOT / "docker-compose.yml"), *(str(ROOT / name) for name in more)]
        self.parts = (*PARTS, *parts)
        self.ports = {"api": free_port(), "dagster": free_port()}
        env = folder / "compose.env"
        env.write_text(
            f"API_PORT={self.ports['api']}\nDAGSTER_PORT={self.ports['dagster']}\n"
            f"POSTGRES_VERSION={image_of('postgres', POSTGRES)}\nPLATFORM_IMAGE={IMAGE}\nPLATFORM_ENV={env}\n"
            + "".join(f"{name}={value}\n" for name, value in values.items())
        )
        subprocess.run([ROOT / "deploy" / "compose" / "env.sh", env, "demo"], check=True)
        self.values = dict(line.split("=", 1) for line in env.read_text().splitlines())
        clean = {name: value for name, value in os.environ.items() if name not in OURS}
        self.environment = {**clean, **self.values}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports['api']}"

    @property
    def command(self) -> list[str]:
        return ["podman-compose", "-p", PROJECT, *(part for file in self.files for part in ("-f", file))]

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs compose to its end."""
        return self.call(*self.command, *arguments, check=check)

    def call(self, *command: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs a command with the project's variables."""
        done = subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True, cwd=ROOT)
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def up(self) -> None:
        self.run("up", "-d", *self.parts)

    def down(self) -> None:
        """Everything of the project's goes, what it has stored, too."""
        self.run("down", "-t", "20", check=False)
        podman("volume", "rm", "-f", *(f"{PROJECT}_{name}" for name in VOLUMES), check=False)

    def state(self, part: str) -> dict[str, Any]:
        """How a part's container stands: Running, Pid, ExitCode, and more."""
        found = podman("inspect", "--format", "{{json .State}}", f"{PROJECT}_{part}_1", check=False)
        return dict(json.loads(found.stdout)) if found.returncode == 0 else {}

    def is_well(self, part: str) -> bool:
        """What the part's own health check says."""
        return podman("healthcheck", "run", f"{PROJECT}_{part}_1", check=False).returncode == 0

    def logs(self, part: str) -> str:
        found = podman("logs", f"{PROJECT}_{part}_1", check=False)
        return found.stdout + found.stderr

    def psql(self, query: str) -> str:
        """What the database answers."""
        command = ("psql", "-U", "crypto", "-At", "-c", query, "crypto")
        return podman("exec", f"{PROJECT}_postgres_1", *command).stdout.strip()


def until_well(compose: Compose) -> None:
    """Waits until each part says itself that it is well."""
    for part in CHECKED:
        wait_for(lambda part=part: compose.is_well(part), START, every=2)


def smoke(compose: Compose, address: str = "", **more: str) -> None:
    """A load that a kill has left behind is waited for until Dagster gives it up."""
    env = {**environment(Path("/nowhere")), **compose.values, "COLUMNS": "250", **more}
    command = [*COMMAND, "smoke", address or compose.address]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout
