"""What stands in `deploy/` for other people's machines is checked by the programs that will read it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crypto_pipeline.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
UNITS = sorted((ROOT / "deploy" / "systemd").iterdir())


def test_the_units_are_what_systemd_takes(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze on this machine")
    command = Path(sys.executable).with_name("crypto-platform")
    for unit in UNITS:
        (tmp_path / unit.name).write_text(
            unit.read_text().replace("/opt/crypto-platform/bin/crypto-platform", str(command))
        )
    names = [tmp_path / unit.name for unit in UNITS if "@" not in unit.name]
    names += [tmp_path / f"crypto-platform@{part}.service" for part in ("api", "code-server")]
    for name in names:  # an instance is known by a link to its template
        if not name.exists():
            name.symlink_to(tmp_path / "crypto-platform@.service")
    environment = {"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"}
    said = subprocess.run(["systemd-analyze", "verify", "--man=no", *names], env=environment, capture_output=True, text=True, check=False)  # fmt: skip
    ours = [line for line in said.stderr.splitlines() if "crypto-platform" in line]
    assert (said.returncode, ours) == (0, []), said.stderr


def test_the_units_name_only_variables_and_commands_that_there_are() -> None:
    known = {name.upper() for name in Settings.model_fields} | {"CSV_INBOX"}
    for unit in UNITS:
        for line in unit.read_text().splitlines():
            if line.startswith("Environment="):
                names = {pair.partition("=")[0] for pair in line.removeprefix("Environment=").split()}
                assert names <= known, (unit.name, names - known)


def test_a_file_of_variables_is_read_as_it_stands_and_never_executed(tmp_path: Path) -> None:
    values = {
        "DAGSTER_USERS": "me=pa$word`id>pwned`", "COINGECKO_CRON": "*/30 * * * *", "A": "abc&def;exit 1", "B": "it's",
        "QUOTED": '"a b"', "EQUALS": "a=b=c",
    }  # fmt: skip
    text = "# a comment\n\nno assignment\n" + "".join(f"{name}={value}\n" for name, value in values.items())
    (tmp_path / ".env").write_text(text + "export LAST=without an end")
    script = ROOT / "deploy" / "compose" / "with-env.sh"
    said = subprocess.run(
        [script, tmp_path / ".env", "env", "-0"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    found = dict(item.split("=", 1) for item in said.stdout.split("\0") if item)
    expected = {**values, "QUOTED": "a b", "LAST": "without an end"}
    assert {name: found[name] for name in expected} == expected
    assert [path.name for path in tmp_path.iterdir()] == [".env"]
