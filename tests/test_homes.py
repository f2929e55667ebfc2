"""Homes that cannot be used, disks that are full, databases of other versions: the same true sentence everywhere."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto_pipeline import __version__
from crypto_pipeline.warehouse.server import stop_server
from tests.conftest import Simulator, free_port
from tests.platform_process import COMMAND, as_user, environment, platform

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
COMMANDS = (["refresh"], ["up", "--no-refresh"], ["doctor"])


def said_by(command: list[str], env: dict[str, str], prefix: list[str] | None = None, cwd: Path | None = None) -> str:
    """What a command that must fail says, without a stack."""
    done = subprocess.run(
        [*(prefix or []), *COMMAND, *command],
        env=env,
        capture_output=True,
        text=True,
        cwd=cwd,
        timeout=120,
        check=False,
    )
    text = done.stdout + done.stderr
    assert done.returncode in (1, 2), text
    assert "Traceback" not in text
    return text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_home_that_may_not_be_written_to_is_a_sentence(short_path: Path, command: list[str]) -> None:
    prefix = as_user(54_321)
    (short_path / "closed").mkdir(mode=0o755)
    env = environment(short_path / "closed", HOME=str(short_path))
    text = said_by(command, env, prefix, short_path)
    assert f"PLATFORM_HOME {short_path / 'closed'} cannot be read and written by user 54321: change the owner" in text
    env = environment(short_path / "closed" / "new", HOME=str(short_path))
    if command != ["doctor"]:
        assert f"PLATFORM_HOME {short_path / 'closed' / 'new'} cannot be made" in said_by(
            command, env, prefix, short_path
        )


def test_a_file_in_place_of_the_home_is_a_sentence(short_path: Path) -> None:
    (short_path / "file").write_text("")
    for command in COMMANDS:
        assert "is not a folder" in said_by(command, environment(short_path / "file"))


@pytest.fixture
def small_disk(short_path: Path) -> Iterator[Path]:
    """A disk of 150 MB."""
    disk = short_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=150m,mode=755", "tmpfs", disk], capture_output=True
    ).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    stop_server(disk / "home" / "postgres")
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.slow
def test_a_full_disk_is_called_one_by_every_command_and_nothing_is_lost(small_disk: Path, simulator: Simulator) -> None:
    env = environment(small_disk / "home", simulator.base)
    first = platform("refresh", "rss", env=env)
    assert first.returncode == 0, first.stderr
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65_536)
        except OSError:
            pass
    for command in COMMANDS:
        text = said_by(command, env)
        assert "is full: free some space" in text, text
        assert "INSERT INTO" not in text
    filler.unlink()
    assert platform("refresh", env=env).returncode == 0
    counted = platform("db", "shell", "--", "-At", "-c", "select count(*) from news_articles", env=env)
    assert counted.stdout.strip() == "25"


def test_a_database_that_a_newer_version_migrated_is_a_sentence(short_path: Path) -> None:
    env = environment(short_path / "home", API_PORT=str(free_port()), DAGSTER_PORT=str(free_port()))
    assert platform("db", "upgrade", env=env).returncode == 0
    platform("db", "shell", "--", "-c", "update alembic_version set version_num = '9999'", env=env)
    for command in (*COMMANDS, ["db", "current"], ["db", "upgrade"]):
        text = said_by(command, env)
        assert f"is at 9999, which this version of the platform ({__version__}) does not know" in text


def test_what_up_would_refuse_doctor_refuses_with_the_same_words(short_path: Path) -> None:
    (short_path / "home" / "up.lock").mkdir(parents=True)
    for command in (["up", "--no-refresh"], ["doctor"]):
        assert "up.lock cannot be opened" in said_by(command, environment(short_path / "home"))


def test_doctor_goes_on_whatever_a_check_meets_and_never_with_a_stack(short_path: Path) -> None:
    home = short_path / "home"
    redis = "redis://:hunter2@127.0.0.1:1/0"
    odd = environment(
        home, SSL_CERT_FILE="/nowhere", HTTPS_PROXY="socks5://nowhere:1", NO_PROXY="[::1", REDIS_URL=redis
    )
    done = platform("doctor", "--json", env=odd)
    assert "Traceback" not in done.stderr
    said = [finding["what"] for finding in json.loads(done.stdout)["findings"]]
    assert [what for what in said if what.startswith("CoinGecko does not answer")]
    assert [what for what in said if what.startswith("Redis does not answer")]
    assert "hunter2" not in done.stdout
    wrong = json.loads(platform("doctor", "--json", env=environment(home, API_PORT="x")).stdout)
    assert not wrong["well"]
    assert "API_PORT" in wrong["findings"][0]["what"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "doctor"], env=odd, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "error: the output cannot be written: No space left on device\n")
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" >&- 2>&-', "-", *COMMAND, "db", "current"], env=odd, timeout=60, check=False
    )
    assert closed.returncode == 1


@pytest.mark.parametrize("command", [["doctor"], ["db", "current"], ["db", "url"], ["db", "shell"], ["--version"]])
def test_who_only_reads_makes_nothing(tmp_path: Path, command: list[str]) -> None:
    env = {name: value for name, value in environment(tmp_path).items() if name not in ("PLATFORM_HOME", "CSV_INBOX")}
    here = tmp_path / "here"
    here.mkdir()
    done = subprocess.run([*COMMAND, *command], env=env, cwd=here, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "says"), [(".env", ".env: cannot be read"), ("home/up.lock", "up.lock cannot be opened")]
)
def test_a_file_that_may_not_be_read_is_a_sentence(short_path: Path, name: str, says: str) -> None:
    prefix = as_user(54_321)
    home = short_path / "home"
    home.mkdir()
    os.chown(home, 54_321, 54_321)
    (short_path / name).write_text("")
    (short_path / name).chmod(0o600)
    env = environment(home, HOME=str(home))
    assert says in said_by(["up", "--no-refresh"], env, prefix, short_path)


def test_a_file_in_the_inbox_that_may_not_be_read_is_named_and_the_others_are_loaded(
    short_path: Path, simulator: Simulator
) -> None:
    prefix = as_user(54_321)
    home = short_path / "home"
    (home / "inbox").mkdir(parents=True)
    for path in (home, home / "inbox"):
        os.chown(path, 54_321, 54_321)
    (home / "inbox" / "good.csv").write_text("symbol,price_usd\nBTC,1\n")
    (home / "inbox" / "secret.csv").write_text("symbol,price_usd\nETH,1\n")
    (home / "inbox" / "secret.csv").chmod(0o600)
    (home / "inbox" / "link.csv").symlink_to("/etc/passwd")
    env = environment(home, simulator.base, HOME=str(home))
    loaded = subprocess.run(
        [*prefix, *COMMAND, "refresh", "csv", "--json"], env=env, cwd=home, capture_output=True, text=True, check=False
    )
    assert json.loads(loaded.stdout)["csv"]["stored"] == 1, loaded.stderr
    checked = subprocess.run(
        [*prefix, *COMMAND, "doctor"], env=env, cwd=home, capture_output=True, text=True, check=False
    )
    assert f"secret.csv in {home / 'inbox'} is never loaded: it may not be read" in checked.stdout
    assert f"link.csv in {home / 'inbox'} is never loaded: it is a link" in checked.stdout
    assert "root:" not in loaded.stderr + checked.stdout
    stop_server(home / "postgres")
