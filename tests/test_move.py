"""The database moved to another server: nothing is lost, whatever is loaded meanwhile, and nothing is written to the old one."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.warehouse import move
from crypto_pipeline.warehouse.connect import DatabaseError, comment_on_database, connect, database_comment
from crypto_pipeline.warehouse.streams import prepare_database
from crypto_pipeline.warehouse.transfer import TransferError, digest_of, find_tables
from tests import released
from tests.api_fixtures import gecko
from tests.api_fixtures import store as store_rows
from tests.conftest import Simulator, new_database
from tests.copies import contents
from tests.platform_process import environment, platform
from tests.servers import SYSTEM, external_server


@pytest.fixture
def older(short_path: Path) -> Iterator[URL]:
    """A migrated, unused database of the system's PostgreSQL, where it is an older one than ours."""
    if not SYSTEM:
        pytest.skip("this machine has no PostgreSQL under /usr/lib/postgresql")
    with external_server(short_path, tls=True) as address:
        url = make_url(address)
        prepare_database(url, streams_of(Settings()))
        yield url


def test_every_row_and_answer_is_the_same_on_a_server_of_another_version(filled: URL, older: URL) -> None:
    before, said = contents(filled), dict(released.answers(filled))
    rows = move.move(filled, older)
    assert rows == sum(count for count, _ in before.values())
    assert contents(older) == before
    assert dict(released.answers(older)) == said
    with connect(older) as connection:
        assert connection.execute("show server_version_num").fetchone() != ("180004",)


def test_what_is_loaded_after_a_move_goes_on_where_the_old_one_stopped(filled: URL, url: URL) -> None:
    move.move(filled, url)
    store_rows(url, "coingecko", gecko("brand-new", "new", "Brand New", None, 3.0))
    with connect(url) as connection:
        wrong = "select count(*) - count(distinct seq) from raw_coingecko"
        assert connection.execute(wrong).fetchone() == (0,)
        assert connection.execute("select count(*) from assets where name = 'Brand New'").fetchone() == (1,)


@pytest.mark.parametrize("to", ["url", "older"])
def test_loads_beside_a_move_lose_nothing_and_write_nothing_into_the_old_database(
    filled: URL, to: str, request: pytest.FixtureRequest
) -> None:
    """Each load that was committed is in the new database; the others say where it is."""
    url: URL = request.getfixturevalue(to)
    committed: list[str] = []
    refused: list[str] = []

    def load(name: str) -> None:
        for number in range(10_000):
            identity = f"{name}-{number}"
            try:
                store_rows(filled, "coingecko", gecko(identity, identity, identity, None, 1.0))
            except (DatabaseError, psycopg.Error) as error:
                refused.append(str(error))
                if isinstance(error, DatabaseError):
                    return
            else:
                committed.append(identity)

    loaders = [threading.Thread(target=load, args=(name,)) for name in ("x", "y")]
    for loader in loaders:
        loader.start()
    while len(committed) < 6:
        pass
    move.move(filled, url)
    for loader in loaders:
        loader.join(60)
    with connect(url) as connection:
        there = {row[0] for row in connection.execute("select source_id from raw_coingecko").fetchall()}
    assert set(committed) <= there
    assert any("it was moved to" in text for text in refused), refused
    with pytest.raises(DatabaseError, match="can only be read: it was moved to .*Lead DATABASE_URL there"):
        store_rows(filled, "coingecko", gecko("late", "late", "Late", None, 1.0))


def test_the_old_database_can_be_used_again_when_somebody_says_so(filled: URL, url: URL) -> None:
    move.move(filled, url)
    move.reopen(filled)
    store_rows(filled, "coingecko", gecko("late", "late", "Late", None, 1.0))


def test_nothing_is_moved_into_a_database_that_has_something(filled: URL, url: URL) -> None:
    store_rows(url, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 1.0))
    with pytest.raises(move.MoveError, match=r"is not empty \(.* has rows\), and nothing is overwritten"):
        move.check_target(url, filled)


@pytest.mark.parametrize(
    "statement", ["create table t (x int)", "create view v as select 1", "create table assets (x int)"]
)
def test_somebody_elses_database_is_left_as_it_is(filled: URL, server: URL, statement: str) -> None:
    with new_database(server, "template1") as alien:
        move.check_target(alien, filled)  # an empty one would do
        with connect(alien) as connection:
            connection.execute(statement.encode())
        with pytest.raises(move.MoveError, match="which is not the platform's: move into a database of its own"):
            move.check_target(alien, filled)


def test_what_a_killed_move_has_left_is_filled_anew_by_the_next(filled: URL, url: URL) -> None:
    """The kill comes after the copy is committed, and before the old database is closed."""

    class KilledError(Exception):
        pass

    def die(*_: Any) -> None:
        raise KilledError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            move, "comment_on_database", lambda connection, text: text and comment_on_database(connection, text)
        )
        patch.setattr(move, "_close", die)
        with pytest.raises(KilledError):
            move.move(filled, url)
    move.check_target(url, filled)
    with pytest.raises(move.MoveError, match="is not empty"):
        move.check_target(url, filled.set(database="another"))
    move.move(filled, url)
    with connect(url) as connection:
        assert database_comment(connection) is None


def test_a_database_that_was_never_moved_is_not_reopened(url: URL) -> None:
    with pytest.raises(move.MoveError, match="was not moved anywhere: it takes writes"):
        move.reopen(url)


def test_a_move_that_fails_midway_leaves_the_old_one_in_use_and_the_new_one_empty(
    filled: URL, url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lie(*_: Any) -> int:
        raise TransferError("a row is not the same")

    monkeypatch.setattr(move, "compare", lie)
    with pytest.raises(TransferError):
        move.move(filled, url)
    move.check_target(url, filled)
    store_rows(filled, "coingecko", gecko("late", "late", "Late", None, 1.0))
    monkeypatch.undo()
    move.move(filled, url)


def test_a_copy_that_differs_in_one_value_is_found_out(filled: URL, server: URL) -> None:
    with new_database(server, filled.database or "") as copy, connect(filled) as old, connect(copy) as new:
        tables = find_tables(old)
        new.execute("update market_quotes set price_usd = price_usd * 1.0000001 where listing_id = 1")
        table = tables["public.market_quotes"]
        assert digest_of(old, table) != digest_of(new, table)
        assert digest_of(old, tables["public.assets"]) == digest_of(new, tables["public.assets"])


def test_a_source_that_is_no_longer_installed_is_moved_too(filled: URL, url: URL) -> None:
    with connect(filled) as connection:
        connection.execute("create table raw_gone (like raw_csv including all) partition by range (fetched_at)")
        connection.execute("create table raw_gone_2026_05 partition of raw_gone for values from ('2026-05-01 00:00+00') to ('2026-06-01 00:00+00')")  # fmt: skip
        connection.execute("insert into raw_gone select * from raw_csv limit 0")
        connection.execute(
            "insert into raw_gone select seq, observed_at, '2026-05-02 00:00+00', stream, source_id, endpoint,"
            " content_hash, run_id, partition, payload from raw_csv"
        )
    move.move(filled, url)
    assert contents(url)["public.raw_gone"] == contents_of_closed(filled)["public.raw_gone"]


def contents_of_closed(url: URL) -> dict[str, Any]:
    move.reopen(url)
    return contents(url)


@pytest.mark.slow
@pytest.mark.e2e
def test_a_home_moves_out_and_back_by_the_commands_and_only_what_is_elsewhere_is_discarded(
    short_path: Path, simulator: Simulator
) -> None:
    home = short_path / "home"
    (short_path / "server").mkdir(mode=0o755)
    with external_server(short_path / "server", tls=False) as address:
        env = environment(home, simulator.base)
        assert platform("refresh", "coingecko", env=env).returncode == 0
        query = ("db", "shell", "--", "-Atc", "select count(*), max(price_usd), max(raw_seq) from market_quotes")
        before = platform(*query, env=env).stdout
        moved = platform("db", "move", env={**env, "MOVE_TO_URL": address})
        assert "compared one by one" in moved.stdout, moved.stderr
        assert make_url(address).password not in moved.stdout + moved.stderr
        refused = platform("refresh", "coingecko", env=env)
        assert "can only be read: it was moved to" in refused.stderr
        outside = {**env, "DATABASE_URL": address}
        assert platform(*query, env=outside).stdout == before != ""
        assert platform("refresh", "coinpaprika", env=outside).returncode == 0
        assert "was moved away itself: crypto-platform db discard removes it" in platform("db", "move", "embedded", env=outside).stderr  # fmt: skip
        assert platform("db", "discard", env=outside).returncode == 0
        assert not (home / "postgres").exists()
        back = platform("db", "move", "embedded", env=outside)
        assert "now unset DATABASE_URL" in back.stdout, back.stderr
        assert int(platform(*query, env=env).stdout.split("|")[0]) > int(before.split("|")[0])
        found = json.loads(platform("doctor", "--json", env=env).stdout)
        assert not [
            finding for finding in found["findings"] if "schema" in finding["what"] and finding["state"] != "ok"
        ]


def test_an_embedded_database_that_is_in_use_is_not_discarded(url: URL, filled: URL) -> None:
    with pytest.raises(move.MoveError, match="was not moved anywhere: it is in use"):
        move.check_left_behind(filled, url)
    move.move(filled, url)
    with connect(url) as connection:
        connection.execute("delete from raw_coingecko where seq = (select min(seq) from raw_coingecko)")
    with pytest.raises(move.MoveError, match="of the .* records of public.raw_coingecko"):
        move.check_left_behind(filled, url)
