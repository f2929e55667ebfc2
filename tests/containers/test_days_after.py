"""What comes after the first day, in containers: back up, lose everything, restore; and TLS in front."""

from __future__ import annotations

import re
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import free_port, wait_for
from tests.containers.compose import PROJECT, ROOT, START, Compose, missing, podman, smoke, until_well

pytestmark = pytest.mark.skipif(bool(why := missing()), reason=why)
CADDY = "localhost/crypto-platform-caddy:test"
# Caddy as Debian has it, where its own image is not there: the test is about the configuration
CADDY_BUILD = """
FROM docker.io/library/python:3.13-slim-trixie
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends caddy ca-certificates && \\
    rm -rf /var/lib/apt/lists/*
"""
COUNTS = "select (select count(*) from raw_coingecko), (select count(*) from market_quotes), (select count(*) from dagster.runs)"


def test_a_backup_fills_new_volumes_when_all_others_are_lost(tmp_path: Path) -> None:
    compose = Compose(tmp_path)
    compose.down()
    try:
        compose.up()
        until_well(compose)
        smoke(compose)
        compose.run("stop", "dagster-daemon")  # nothing is loaded between the backup and the look
        made = podman("exec", f"{PROJECT}_code-server_1", "crypto-platform", "backup").stdout
        before = compose.psql(COUNTS)
        place = made.split(":")[0].strip()
        podman("cp", f"{PROJECT}_code-server_1:{place}", str(tmp_path / "backup"))
        compose.down()
        compose.call(ROOT / "deploy" / "compose" / "restore.sh", tmp_path / "backup", *compose.command)
        assert compose.psql(COUNTS) == before
        compose.up()
        until_well(compose)
        smoke(compose)
    finally:
        compose.down()


@pytest.fixture
def behind_caddy(tmp_path: Path) -> Iterator[tuple[Compose, int]]:
    """The parts behind Caddy, with the port of HTTPS."""
    built = subprocess.run(["podman", "build", "-t", CADDY, "-f", "-"], input=CADDY_BUILD, text=True, capture_output=True, check=False)  # fmt: skip
    if built.returncode:
        pytest.skip(f"no image of Caddy, and Debian's cannot be installed: {built.stderr[-300:]}")
    https = free_port()
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "readers").write_text("ann=a-key-of-the-tests")
    compose = Compose(
        tmp_path, ["deploy/compose/tls.yml"], ["proxy"], CADDY_IMAGE=CADDY, HTTPS_PORT=str(https),
        HTTP_PORT=str(free_port()), SITE="localhost", DAGSTER_SITE="dagster.localhost",
        DAGSTER_USERS="ann=a-password-of-the-tests", SECRETS=str(tmp_path / "secrets"),
        API_READ_KEYS_FILE="/run/secrets/readers",
    )  # fmt: skip
    compose.down()
    compose.up()
    yield compose, https
    compose.down()


def test_behind_caddy_everything_is_https_and_clients_are_who_they_are(
    behind_caddy: tuple[Compose, int], tmp_path: Path
) -> None:
    compose, port = behind_caddy
    until_well(compose)
    root = tmp_path / "root.crt"
    place = f"{PROJECT}_proxy_1:/data/caddy/pki/authorities/local/root.crt"
    wait_for(lambda: podman("cp", place, str(root), check=False).returncode == 0, START, every=1)
    site = f"https://localhost:{port}"
    smoke(compose, site, SSL_CERT_FILE=str(root), API_KEY="a-key-of-the-tests")
    with httpx.Client(verify=ssl.create_default_context(cafile=str(root))) as client:
        assert client.get(f"{site}/data").status_code == 401
        client.headers["X-API-Key"] = "a-key-of-the-tests"
        answer = client.get(f"{site}/data?limit=1", headers={"X-Forwarded-For": "203.0.113.9"})
        assert answer.json()["data"][0]["ticker"] == "BTC"
        # who says of itself that it is somebody else is not believed by Caddy, and Caddy is believed by the API
        wait_for(lambda: re.search('"route": ?"/data"', compose.logs("api")), 30)
        assert "203.0.113.9" not in compose.logs("api")
        # the name of the UI's site need not be known to this machine's resolver
        ui: dict[str, Any] = {
            "headers": {"Host": "dagster.localhost"},
            "extensions": {"sni_hostname": "dagster.localhost"},
        }
        info = f"{site}/server_info"
        assert client.get(info, **ui).status_code == 401
        assert client.get(info, auth=("ann", "a-password-of-the-tests"), **ui).status_code == 200
        started = time.monotonic()
        podman("restart", "-t", "20", f"{PROJECT}_api_1")
        assert client.get(f"{site}/health/live", timeout=30).status_code == 200
        assert time.monotonic() - started < START
