"""The command line, as a process: help that teaches, one-line errors, a table of what came."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest

from tests.conftest import Simulator
from tests.platform_process import environment, platform


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], ["up", "refresh", "simulate", "doctor", "db", "up --demo", ".env"]),
        (["up"], ["--demo", "--api-port", "127.0.0.1", "Ctrl-C"]),
        (["refresh"], ["coingecko", "quarantined", "Safe to repeat"]),
        (["simulate"], ["--replay", "--fault", "COINGECKO_BASE_URL=", "drip"]),
        (["doctor"], ["upstreams", "status 1"]),
        (["db"], ["upgrade", "current", "url", "shell"]),
        (["db", "shell"], ["psql", "-- -c"]),
    ],
)
def test_every_commands_help_can_be_read_without_the_readme(
    arguments: list[str], says: list[str], tmp_path: Path
) -> None:
    done = platform(*arguments, "--help", env=environment(tmp_path))
    assert done.returncode == 0
    assert [text for text in says if text not in done.stdout] == []


def table(output: str) -> dict[str, list[str]]:
    """Source to the cells of its row."""
    rows = [line.split() for line in output.splitlines()]
    return {row[0]: row[1:] for row in rows if len(row) == 7 and row[0] != "source"}


def test_refresh_loads_everything_and_a_second_one_stores_nothing(short_path: Path, simulator: Simulator) -> None:
    home = short_path / "home"
    (home / "inbox").mkdir(parents=True)
    (home / "inbox" / "a.csv").write_text("symbol,name,price_usd,created_at\nBTC,Bitcoin,1,2024-01-01\n")
    env = environment(home, simulator.base)
    first = platform("refresh", env=env)
    assert first.returncode == 0, first.stderr
    rows = table(first.stdout)
    assert rows["coingecko"][:4] == ["400", "399", "0", "1"]
    assert rows["csv"][:4] == ["1", "1", "0", "0"]
    assert rows["rss"][:4] == ["25", "25", "0", "0"]
    assert "coingecko: loading" in first.stderr

    def version() -> str:
        return platform("db", "shell", "--", "-At", "-c", "select version from data_version", env=env).stdout.strip()

    before = version()
    again = table(platform("refresh", env=env).stdout)
    assert again["coingecko"][:4] == ["400", "0", "400", "0"]
    assert version() == before

    simulator.spoil({"path": "/v1/tickers", "kind": "500"})
    failed = platform("refresh", "coinpaprika", "rss", env=env)
    assert failed.returncode == 1
    assert "coinpaprika: FAILED: coinpaprika: server error" in failed.stderr
    assert table(failed.stdout)["coinpaprika"][-1] == "FAILED"
    assert table(failed.stdout)["rss"][-1] == "ok"


@pytest.mark.slow
def test_refresh_waits_until_a_file_is_written_whole(short_path: Path, simulator: Simulator) -> None:
    home = short_path / "home"
    (home / "inbox").mkdir(parents=True)
    path, whole = home / "inbox" / "slow.csv", threading.Event()

    def write() -> None:
        with path.open("w") as file:
            file.write("symbol,name,price_usd,created_at\n")
            while not whole.is_set():  # before refresh looks for the first time, and well after
                file.write("BTC,Bitcoin,1,2024-01-01\n")
                file.flush()
                whole.wait(0.3)
            file.write("ETH,Ether,2,2024-01-01\n")

    writer = threading.Thread(target=write)
    writer.start()
    threading.Timer(8, whole.set).start()
    done = platform("refresh", "csv", env=environment(home, simulator.base))
    writer.join()
    assert done.returncode == 0, done.stderr
    assert table(done.stdout)["csv"][1:4] == ["2", str(int(table(done.stdout)["csv"][0]) - 2), "0"]


def test_demo_before_a_command_means_the_demos_platform_and_makes_none(tmp_path: Path) -> None:
    done = platform("--demo", "doctor", env=environment(tmp_path / "home"))
    assert done.returncode == 2
    assert "crypto-platform up --demo makes" in done.stderr
    assert not (tmp_path / "home").exists()


def test_an_unknown_source_is_named_with_those_there_are(tmp_path: Path) -> None:
    done = platform("refresh", "coinbase", env=environment(tmp_path))
    assert done.returncode == 2
    assert "coingecko" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = platform("doctor", env=environment(tmp_path, COINGECKO_TOP="many"))
    assert done.returncode == 2
    assert re.fullmatch(r"wrong setting: COINGECKO_TOP: .*example: COINGECKO_TOP=1000\n", done.stderr)


def test_a_database_that_is_not_there_is_one_line_without_its_password(tmp_path: Path) -> None:
    done = platform("refresh", env=environment(tmp_path, DATABASE_URL="postgresql://me:hunter2@127.0.0.1:9/x"))
    assert done.returncode == 1
    assert done.stderr.startswith("error: cannot connect to postgresql://me:***@127.0.0.1:9/x")
    assert "hunter2" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_doctor_notices_a_misspelt_variable(short_path: Path, simulator: Simulator) -> None:
    Path(".env").write_text("COINGECKO_APIKEY=x\n")
    env = environment(short_path / "home", simulator.base, COINPAPRIKA_CRONE="* * * * *")
    said = platform("doctor", env=env).stdout
    assert "COINGECKO_APIKEY is set, but no such variable is read" in said
    assert "COINGECKO_API_KEY?" in said
    assert "COINPAPRIKA_CRON?" in said


def test_doctor_says_what_is_wrong_and_what_to_do(short_path: Path, simulator: Simulator) -> None:
    untouched = platform("doctor", env=environment(short_path / "home", simulator.base))
    assert untouched.returncode == 0, untouched.stdout
    assert "there is no database" in untouched.stdout
    assert not (short_path / "home").exists()
    assert platform("db", "upgrade", env=environment(short_path / "home", simulator.base)).returncode == 0
    healthy = platform("doctor", env=environment(short_path / "home", simulator.base))
    assert healthy.returncode == 0, healthy.stdout
    assert "PostgreSQL 18" in healthy.stdout
    assert "CoinGecko answers" in healthy.stdout
    gone = {"DATABASE_URL": "postgresql://u:p@127.0.0.1:9/x", "COINPAPRIKA_BASE_URL": "http://127.0.0.1:9/v1"}
    sick = platform("doctor", env={**environment(short_path / "home", simulator.base), **gone})
    assert sick.returncode == 1
    assert "failed   cannot connect" in sick.stdout
    assert "warning  CoinPaprika does not answer" in sick.stdout
    assert "→" in sick.stdout


def test_db_upgrades_and_says_where_it_stands(short_path: Path) -> None:
    env = environment(short_path / "home")
    assert "there is no database in" in platform("db", "current", env=env).stdout
    for nothing in (["undo", "run"], ["quarantine", "replay"]):
        assert "there is no database in" in platform(*nothing, env=env).stderr
    assert not (short_path / "home").exists()  # who only asks, or works off anew, makes nothing
    assert "upgraded from an empty database" in platform("db", "upgrade", env=env).stdout
    assert "(newest)" in platform("db", "current", env=env).stdout
    assert platform("db", "url", env=env).stdout.startswith("postgresql://postgres@")


def test_db_url_hides_the_password_unless_asked(tmp_path: Path) -> None:
    env = environment(tmp_path, DATABASE_URL="postgresql://me:hunter2@db/x")
    assert platform("db", "url", env=env).stdout == "postgresql://me:***@db/x\n"
    assert platform("db", "url", "--show-password", env=env).stdout == "postgresql://me:hunter2@db/x\n"


def test_a_password_in_the_query_is_hidden_too(tmp_path: Path) -> None:
    env = environment(tmp_path, DATABASE_URL="postgresql://127.0.0.1:9/x?user=me&password=hunter2")
    for command in (["db", "url"], ["refresh"], ["doctor"]):
        done = platform(*command, env=env)
        assert "hunter2" not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_a_home_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    for home in ("/etc/passwd", f"{tmp_path}/a,b", f"{tmp_path}/{'long' * 30}"):
        done = platform("refresh", env={**environment(tmp_path), "PLATFORM_HOME": home})
        assert done.returncode == 1
        assert done.stderr.startswith("error: PLATFORM_HOME")


def test_a_wrong_fault_or_replay_is_a_usage_error(tmp_path: Path) -> None:
    assert "not PATH=KIND" in platform("simulate", "--fault", "x", env=environment(tmp_path)).stderr
    assert "no recording" in platform("simulate", "--replay", str(tmp_path), env=environment(tmp_path)).stderr
