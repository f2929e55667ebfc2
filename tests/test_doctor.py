"""`doctor` answers "is everything well?", and every other question about the commands that scripts ask."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from crypto_pipeline import __version__
from crypto_pipeline.cli.wellbeing import clock_ahead
from tests.conftest import Simulator
from tests.platform_process import environment, platform

pytestmark = pytest.mark.e2e


def test_doctor_names_failed_loads_refused_files_stale_sources_and_open_doors(
    short_path: Path, simulator: Simulator
) -> None:
    home = short_path / "home"
    (home / "inbox").mkdir(parents=True)
    (home / "inbox" / "bad.csv").write_text("no,such,header\n1,2,3\n")
    Path(".env").write_text("COINGECKO_API_KEY=CG-1234567890\nCOINGECKO_PLAN=demo\n")
    Path(".env").chmod(0o644)
    home.chmod(0o777)
    env = environment(home, simulator.base, API_READ_KEYS="ann=short")
    simulator.spoil({"path": "/v1/tickers", "kind": "500"})
    assert platform("refresh", env=env).returncode == 1
    simulator.spoil()
    found = platform("doctor", "--json", env=env)
    assert found.returncode == 1
    answer = json.loads(found.stdout)
    said = {finding["what"]: finding for finding in answer["findings"]}
    texts = "\n".join(said)
    assert answer["well"] is False
    assert re.search(r"the last load of CoinPaprika failed: coinpaprika: server error", texts)
    assert re.search(r"the last load of CSV files \(.*bad.csv\) failed: .*lacks symbol and price_usd", texts)
    assert re.search(
        r"CoinGecko is stale: its newest record is [\d,.]+ hours old", texts
    )  # the simulator's clock stands
    assert f"other users may write to {home}" in texts
    assert "other users may read .env" in texts
    assert "API_READ_KEYS: a key can be guessed (ann)" in texts
    assert re.search(r"the database has \d+ MB", texts)
    assert all(
        finding["todo"] for finding in said.values() if finding["state"] == "failed" and "load of" in finding["what"]
    )

    assert platform("refresh", "coinpaprika", env=env).returncode == 0
    (home / "inbox" / "bad.csv").unlink()
    assert "the last load of" not in platform("doctor", env=env).stdout  # mended, and taken away


def test_scripts_get_json_and_the_version(short_path: Path, simulator: Simulator) -> None:
    env = environment(short_path / "home", simulator.base)
    found = json.loads(platform("refresh", "--json", "coingecko", "rss", env=env).stdout)
    assert found["coingecko"] | {"seconds": 0} == {
        "received": 400, "stored": 399, "unchanged": 0, "quarantined": 1, "seconds": 0, "errors": [],
    }  # fmt: skip
    assert set(found) == {"coingecko", "rss"}
    assert platform("--version", env=env).stdout.strip() == f"crypto-platform {__version__}"


def test_a_clock_that_is_wrong_is_noticed_by_what_others_say() -> None:
    now = time.time()
    assert clock_ahead(time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(now - 3_600)), now) == pytest.approx(
        3_600, abs=2
    )
    assert clock_ahead(time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(now)), now) is None
    assert clock_ahead("nonsense", now) is None


def test_a_failed_load_is_a_sentence_and_its_stack_is_in_the_homes_log(short_path: Path, simulator: Simulator) -> None:
    home = short_path / "home"
    env = environment(home, simulator.base)
    simulator.spoil({"path": "/v1/tickers", "kind": "401"})
    done = platform("refresh", "coinpaprika", env=env)
    simulator.spoil()
    assert "coinpaprika: FAILED: coinpaprika: not authorized" in done.stderr
    assert "Stack" not in done.stdout + done.stderr
    assert "Stack Trace" in (home / "logs" / "loads.log").read_text()


@pytest.mark.slow
def test_a_long_used_homes_files_are_bounded(short_path: Path, simulator: Simulator) -> None:
    home = short_path / "home"
    env = environment(home, simulator.base)
    for _ in range(3):
        assert platform("refresh", "rss", env=env).returncode == 0
    folders = [path for path in home.rglob("*") if path.is_dir() and "postgres" not in path.parts]
    assert {path.name for path in folders} <= {"dagster", "logs", "inbox", "history", "schedules", "storage"}


def test_a_read_only_address_and_shell_for_peoples_own_tools(short_path: Path) -> None:
    env = environment(short_path / "home")
    assert platform("db", "upgrade", env=env).returncode == 0
    address = platform("db", "url", "--read-only", env=env).stdout
    assert "crypto_platform_reader" in address
    assert "+" not in address  # libpq takes it literally
    who = platform("db", "shell", "--read-only", "--", "-At", "-c", "select current_user", env=env)
    assert who.stdout.strip() == "crypto_platform_reader"
    for statement in (
        "delete from assets",
        "create table x (n int)",
        "set default_transaction_read_only = off; drop view records",
    ):
        refused = platform("db", "shell", "--read-only", "--", "-c", statement, env=env)
        assert refused.returncode != 0
        assert (
            "permission denied" in refused.stderr or "read-only" in refused.stderr or "must be owner" in refused.stderr
        )
