"""The platform's parts: what each is called and how it is started. `up` runs them all; each can be run alone."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import crypto_pipeline
from crypto_pipeline.catalog import LOCATION
from crypto_pipeline.settings import Settings, SettingsError
from crypto_pipeline.webserver.guard import LOCAL_HOSTS

PYTHON = sys.executable
# No part takes code from the folder that it happens to be started in
SAFE = {"PYTHONSAFEPATH": "1"}
# Dagster puts a folder in front of all others, where it looks for our definitions: that of this very package
OURS = Path(crypto_pipeline.__file__).parents[1]
# The longest name a socket may have, less that of ours in the folder
LONGEST_FOLDER = 80
# gRPC and YAML both read it
_PLAIN = re.compile(r"/[A-Za-z0-9_./+=-]*")
CODE, DAGSTER, DAEMON, API, SIMULATOR = "code", "dagster", "daemon", "api", "simulator"


@dataclass(frozen=True)
class CodeServer:
    """Where the code server listens, and the workspace file that tells the UI and the daemon.

    `folder` is a start's own, closed to others; without an `address` (HOST:PORT, where parts run apart) the server
    listens at a socket in it.
    """

    folder: Path
    address: str = ""

    @classmethod
    def apart(cls, settings: Settings) -> CodeServer:
        """The one of parts that run one by one."""
        return cls(settings.home / "dagster", settings.code_server)

    @property
    def socket(self) -> Path:
        return self.folder / "code.sock"

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace.yaml"

    @property
    def place(self) -> dict[str, str | int]:
        """The place as Dagster's workspace files have it."""
        host, _, port = self.address.rpartition(":")
        return {"host": host.strip("[]"), "port": int(port)} if self.address else {"socket": str(self.socket)}

    def write_workspace(self) -> None:
        """The location keeps its name, and with it the sensors their cursors, wherever it listens this time."""
        server = {**self.place, "location_name": LOCATION}
        temporary = self.workspace.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps({"load_from": [{"grpc_server": server}]}))
        temporary.replace(self.workspace)  # parts that run apart may share a home


def own_folder() -> Path:
    """A new folder for this start's sockets, closed to others. Its name is short: a socket's is limited."""
    for place in (os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir(), "/tmp"):  # noqa: S108 - mkdtemp is safe there
        if place and len(place) < LONGEST_FOLDER and _PLAIN.fullmatch(place) and os.access(place, os.W_OK | os.X_OK):
            return Path(tempfile.mkdtemp(prefix="crypto-platform-", dir=place))
    raise SettingsError("TMPDIR: no folder for sockets can be written to; set it to one with a short name")


def simulator(settings: Settings, coins: int) -> list[str]:
    """The upstreams of a demo."""
    cli = [PYTHON, "-m", "crypto_pipeline.cli"]
    return [*cli, "simulate", "--port", str(settings.simulator_port), "--coins", str(coins)]


def code_server(settings: Settings, server: CodeServer) -> list[str]:
    """Serves our definitions to the UI and the daemon, and starts the runs' processes."""
    place = server.place
    if place.get("host") not in (None, *LOCAL_HOSTS):
        place["host"] = "0.0.0.0"  # noqa: S104 - others are to reach it under that name
    options = [word for name, value in place.items() for word in (f"--{name}", str(value))]
    return [
        PYTHON, "-m", "dagster", "api", "grpc", *options, "-m", "crypto_pipeline.definitions",
        "--location-name", LOCATION, "--use-python-environment-entry-point", "--working-directory", str(OURS),
        "--log-level", _dagster_level(settings),
    ]  # fmt: skip


def webserver(server: CodeServer) -> list[str]:
    """The Dagster UI, behind our guard."""
    return [PYTHON, "-m", "crypto_pipeline.webserver", str(server.workspace)]


def daemon(settings: Settings, server: CodeServer) -> list[str]:
    """Dagster's schedules, sensors and queue."""
    return [
        PYTHON, "-m", "dagster._daemon", "run", "--workspace", str(server.workspace),
        "--log-level", _dagster_level(settings),
    ]  # fmt: skip


def api() -> list[str]:
    """The query API."""
    return [PYTHON, "-m", "api_server"]


def _dagster_level(settings: Settings) -> str:
    """Dagster's "info" has a line for every look into the inbox."""
    return "info" if settings.log_level == "DEBUG" else "warning"
