"""The embedded PostgreSQL: shared by processes, stopped by the last, unharmed by kills and stale files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse import cluster
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.server import data_directory, server_pid, stop_if_last, stop_server
from tests.conftest import wait_for

USER = """
import sys, time
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse import cluster
from crypto_pipeline.warehouse.connect import connect, database_url
url = database_url(Settings(platform_home=sys.argv[1]))
with connect(url, autocommit=True) as c:
    c.execute("select pg_advisory_lock(1)")  # IF NOT EXISTS is no lock: two at once both try
    c.execute("create table if not exists marks (n int)")
    c.execute("insert into marks values (1)")
print("up", flush=True)
sys.stdin.readline()
"""


def user(home: Path) -> subprocess.Popen[str]:
    """A process that uses the server until its standard input closes."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


@pytest.fixture
def settings(short_path: Path) -> Settings:
    return Settings(platform_home=short_path / "home")


def marks(settings: Settings) -> int:
    with connect(database_url(settings)) as connection:
        row = connection.execute("select count(*) from marks").fetchone()
    return int(row[0]) if row else 0


def test_processes_share_one_server_and_the_last_one_stops_it(settings: Settings) -> None:
    pgdata = data_directory(settings)
    first, second = user(settings.platform_home), user(settings.platform_home)
    pid = server_pid(pgdata)
    first.communicate("\n")
    assert server_pid(pgdata) == pid
    second.communicate("\n")
    assert server_pid(pgdata) is None


def test_the_server_of_a_home_that_was_deleted_and_made_anew_is_gone_before_the_next_one_starts(
    settings: Settings,
) -> None:
    pgdata = data_directory(settings)
    first = user(settings.platform_home)
    old = server_pid(pgdata)
    shutil.rmtree(settings.platform_home)
    second = user(settings.platform_home)
    assert old is not None
    assert not psutil.pid_exists(old) or psutil.Process(old).status() == psutil.STATUS_ZOMBIE
    pid = server_pid(pgdata)
    first.communicate("\n")
    assert server_pid(pgdata) == pid  # it is not the first one's to stop
    second.communicate("\n")
    assert server_pid(pgdata) is None


def test_a_killed_user_is_not_counted(settings: Settings) -> None:
    pgdata = data_directory(settings)
    killed, last = user(settings.platform_home), user(settings.platform_home)
    killed.kill()
    killed.wait()
    last.communicate("\n")
    assert server_pid(pgdata) is None


def test_a_server_whose_only_user_was_killed_is_reused_and_then_stopped(settings: Settings) -> None:
    pgdata = data_directory(settings)
    killed = user(settings.platform_home)
    killed.kill()
    killed.wait()
    pid = server_pid(pgdata)
    assert pid is not None
    next_one = user(settings.platform_home)
    assert server_pid(pgdata) == pid
    next_one.communicate("\n")
    assert server_pid(pgdata) is None


def test_committed_rows_outlive_a_killed_server_and_its_stale_pid_file(settings: Settings) -> None:
    pgdata = data_directory(settings)
    user(settings.platform_home).communicate("\n")
    holder = user(settings.platform_home)
    postmaster = psutil.Process(server_pid(pgdata) or 0)
    children = postmaster.children()
    os.kill(postmaster.pid, signal.SIGKILL)
    psutil.wait_procs([postmaster, *children], timeout=10)
    assert (pgdata / "postmaster.pid").exists()
    assert marks(settings) == 2
    holder.kill()
    holder.wait()
    stop_if_last(pgdata)


def test_a_pid_file_that_names_another_program_is_seen_through(settings: Settings) -> None:
    pgdata = data_directory(settings)
    user(settings.platform_home).communicate("\n")
    lines = [str(os.getpid()), str(pgdata), "1", "5432", str(pgdata), "", "1 1", "ready"]
    (pgdata / "postmaster.pid").write_text("\n".join(lines) + "\n")
    assert server_pid(pgdata) is None
    assert marks(settings) == 1
    stop_if_last(pgdata)


def test_an_initialisation_that_was_cut_off_is_begun_again(settings: Settings) -> None:
    pgdata = data_directory(settings)
    (pgdata.with_name("postgres.making") / "base").mkdir(parents=True)
    user(settings.platform_home).communicate("\n")
    assert (pgdata / "PG_VERSION").exists()
    assert not pgdata.with_name("postgres.making").exists()


@pytest.mark.parametrize("part", ["PG_VERSION", "global/pg_control"])
def test_a_damaged_database_is_never_taken_for_none(settings: Settings, part: str) -> None:
    user(settings.platform_home).communicate("\n")
    pgdata = data_directory(settings)
    (pgdata / part).unlink()
    for create in (True, False):
        with pytest.raises(cluster.ServerError, match=f"is damaged .it has no {part}"):
            database_url(settings, create=create)
    assert (pgdata / "base").is_dir()


def test_many_processes_may_start_it_at_once(settings: Settings) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", USER, str(settings.platform_home)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    assert [process.wait(60) for process in processes] == [0, 0, 0, 0]
    wait_for(lambda: server_pid(data_directory(settings)) is None, 10)
    assert marks(settings) == 4
    assert stop_server(data_directory(settings))


@pytest.mark.skipif(os.geteuid() != 0, reason="only for root PostgreSQL runs as somebody else")
def test_as_root_programs_and_home_may_lie_below_a_folder_that_is_closed(
    short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in /root, where a project of root's lies."""
    closed = short_path / "closed"
    closed.mkdir(mode=0o700)
    package = cluster.binaries().parents[1]
    shutil.copytree(package / "pginstall18", closed / package.name / "pginstall18", symlinks=True)
    libraries = package.parent / f"{package.name}.libs"
    shutil.copytree(libraries, closed / libraries.name)
    monkeypatch.setattr(cluster, "binaries", lambda: closed / package.name / "pginstall18" / "bin")
    settings = Settings(platform_home=closed / "home")
    with connect(database_url(settings)) as connection:
        row = connection.execute("select current_setting('data_directory')").fetchone()
    assert row == (str(closed / "home" / "postgres"),)
    assert stop_if_last(data_directory(settings))
    assert closed.stat().st_mode & 0o777 == 0o700
