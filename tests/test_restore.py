"""A backup gives the same tables and answers where it is restored; what cannot be restored is said before anything is done."""

from __future__ import annotations

import json
import os
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy.engine import URL, make_url

from crypto_pipeline.cli.backup import run_restore
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse import migrate, restore
from crypto_pipeline.warehouse.backup import back_up
from crypto_pipeline.warehouse.connect import connect, database_url
from crypto_pipeline.warehouse.manifest import MANIFEST, BackupError
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from tests import released
from tests.conftest import Simulator, new_database
from tests.copies import RUN, contents, killed_when
from tests.platform_process import environment, platform
from tests.servers import external_server


@pytest.fixture(params=["embedded", "external"])
def anywhere(request: pytest.FixtureRequest, short_path: Path) -> Iterator[URL]:
    """A database with nothing in it, on the embedded server and on one of somebody's on TCP."""
    if request.param == "embedded":
        yield request.getfixturevalue("empty")
    else:
        with external_server(short_path, tls=False) as address:
            yield make_url(address)


def test_what_is_restored_has_the_same_tables_and_answers(filled: URL, anywhere: URL, tmp_path: Path) -> None:
    empty = anywhere
    manifest = back_up(filled, tmp_path / "backup", {})
    backup = restore.open_backup(tmp_path / "backup")
    restore.check_files(backup)
    restore.check_target(empty, backup)
    restore.restore(empty, backup)
    migrate.upgrade(empty)
    assert contents(empty) == contents(filled)
    assert dict(released.answers(empty)) == dict(released.answers(filled))
    assert manifest.tables["public.market_quotes"] > 0
    assert manifest.revision == migrate.head()


def test_the_inboxes_files_come_back_with_their_times_and_overwrite_nothing(filled: URL, tmp_path: Path) -> None:
    inbox, other = tmp_path / "inbox", tmp_path / "other"
    inbox.mkdir()
    other.mkdir()
    for name, text in (("a.csv", "one"), ("b.csv", "two")):
        (inbox / name).write_text(text)
        os.utime(inbox / name, ns=(10**18, 10**18 + 123_456_000))
    (other / "b.csv").write_text("another")
    back_up(filled, tmp_path / "backup", {"csv": sorted(inbox.iterdir())})
    archive = restore.open_backup(tmp_path / "backup").packed("csv")
    assert archive is not None
    assert restore.unpack(archive, other) == (1, 1)
    assert (other / "a.csv").read_text() == "one"
    assert abs((other / "a.csv").stat().st_mtime_ns - (10**18 + 123_456_000)) < 1_000
    assert (other / "b.csv").read_text() == "another"


def test_nothing_is_overwritten_by_a_backup_or_by_a_restore(filled: URL, url: URL, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "backup", {})
    with pytest.raises(BackupError, match="is there already, and nothing is overwritten"):
        back_up(filled, tmp_path / "backup", {})
    with pytest.raises(BackupError, match=r"is not empty \(it has public.access_keys\), and nothing is overwritten"):
        restore.check_target(url, restore.open_backup(tmp_path / "backup"))


def test_a_damaged_backup_is_refused_before_anything_is_done(filled: URL, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    back_up(filled, folder, {})
    dump = folder / "database.dump"
    text = bytearray(dump.read_bytes())
    text[len(text) // 2] ^= 1
    dump.write_bytes(text)
    with pytest.raises(BackupError, match="database.dump is not as it was written"):
        restore.check_files(restore.open_backup(folder))
    dump.unlink()
    with pytest.raises(BackupError, match="database.dump is missing"):
        restore.check_files(restore.open_backup(folder))
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**manifest, "revision": "9999", "platform": "9.9"}))
    with pytest.raises(BackupError, match="of version 9.9, newer than this one"):
        restore.open_backup(folder)
    (folder / MANIFEST).write_text("{")
    with pytest.raises(BackupError, match="cannot be read: it is damaged"):
        restore.open_backup(folder)
    altered = [
        ({"made_at": "x"}, "is damaged"), ({"database": None}, "is damaged"), ({"tables": {"a": "many"}}, "is damaged"),
        ({"files": {"../../etc/passwd": {"bytes": 1, "sha256": "0"}}}, "it is damaged .it names ../../etc/passwd"),
    ]  # fmt: skip
    for change, said in altered:
        (folder / MANIFEST).write_text(json.dumps({**manifest, **change}))
        with pytest.raises(BackupError, match=said):
            restore.open_backup(folder)
    (folder / MANIFEST).unlink()
    with pytest.raises(BackupError, match="is no backup: it has no manifest.json"):
        restore.open_backup(folder)


def test_a_backup_of_a_newer_server_is_not_tried_on_an_older_one(filled: URL, empty: URL, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "backup", {})
    backup = restore.open_backup(tmp_path / "backup")
    newer = replace(backup, manifest=msgspec.structs.replace(backup.manifest, postgres=990_001))
    with pytest.raises(BackupError, match="of PostgreSQL 99.*crypto-platform db move"):
        restore.check_target(empty, newer)
    with pytest.raises(BackupError, match="of PostgreSQL 99"):
        restore.check_server(18, newer, "a new embedded server")


def test_a_restore_that_is_killed_leaves_the_database_empty(filled: URL, empty: URL, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "backup", {})
    code = f"{RUN} restore; restore.restore(make_url(sys.argv[1]), restore.open_backup(Path(sys.argv[2])))"
    killed_when(empty, tmp_path / "backup", "pg_restore", code)
    backup = restore.open_backup(tmp_path / "backup")
    with connect(empty) as connection:  # the server notices within a moment that nobody is there
        connection.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")  # fmt: skip
    restore.check_target(empty, backup)
    restore.restore(empty, backup)
    assert contents(empty) == contents(filled)


def test_a_backup_of_an_older_schema_is_upgraded_where_it_is_restored(server: URL, empty: URL, tmp_path: Path) -> None:
    with new_database(server, "template1") as old:
        released.restore(released.revisions()[0], old)
        back_up(old, tmp_path / "backup", {})  # as it is: before an upgrade a copy of what was is wanted
        assert migrate.current(old) == released.revisions()[0]
    restore.restore(empty, restore.open_backup(tmp_path / "backup"))
    migrate.upgrade(empty)
    assert migrate.current(empty) == migrate.head()


def test_a_restore_looks_at_the_inbox_before_it_does_anything(filled: URL, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("one")
    back_up(filled, tmp_path / "backup", {"csv": [tmp_path / "a.csv"]})
    archive = restore.open_backup(tmp_path / "backup").packed("csv")
    assert archive is not None
    restore.check_inbox(archive, tmp_path / "new" / "inbox")
    with pytest.raises(BackupError, match="cannot be written to"):
        restore.check_inbox(archive, Path("/proc/inbox"))
    dangling = tmp_path / "new" / "inbox" / "a.csv"
    dangling.symlink_to(tmp_path / "elsewhere")
    assert restore.unpack(archive, tmp_path / "new" / "inbox") == (0, 1)
    assert not (tmp_path / "elsewhere").exists()
    with tarfile.open(archive, "w:gz") as altered:
        altered.addfile(tarfile.TarInfo("../evil.csv"))
    with pytest.raises(BackupError, match="'../evil.csv', which is no file of an inbox"):
        restore.check_inbox(archive, tmp_path / "new" / "inbox")


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.e2e
def test_a_restore_that_is_killed_after_the_database_is_filled_is_gone_on_with(
    short_path: Path, simulator: Simulator
) -> None:
    old, new, copy = short_path / "old", short_path / "new", short_path / "copy"
    (old / "inbox").mkdir(parents=True)
    (old / "inbox" / "a.csv").write_text("symbol,name,price_usd,created_at\nBTC,Bitcoin,60000,2026-05-01\n")
    assert platform("refresh", env=environment(old, simulator.base)).returncode == 0
    assert platform("keys", "add", "alice", env=environment(old)).returncode == 0
    assert platform("backup", str(copy), env=environment(old)).returncode == 0
    settings = Settings(platform_home=new)
    url = database_url(settings)
    restore.restore(url, restore.open_backup(copy))  # and no further
    stop_if_last(data_directory(settings))
    assert platform("doctor", env=environment(new)).returncode == 0
    done = platform("restore", str(copy), env=environment(new))
    assert "going on with it" in done.stderr, done.stderr
    assert "keys that were valid then are valid again (alice)" in done.stdout
    assert (new / "inbox" / "a.csv").exists()
    assert "is not empty" in platform("restore", str(copy), env=environment(new)).stderr


@pytest.mark.slow
@pytest.mark.e2e
def test_a_home_is_backed_up_and_restored_by_the_commands(short_path: Path, simulator: Simulator) -> None:
    old, new, copy = short_path / "old", short_path / "new", short_path / "copy"
    (old / "inbox").mkdir(parents=True)
    (old / "inbox" / "a.csv").write_text("symbol,name,price_usd,created_at\nBTC,Bitcoin,60000,2026-05-01\n")
    env = environment(old, simulator.base)
    missing = platform("backup", str(copy), env=environment(short_path / "none"))
    assert "there is no database in" in missing.stderr
    assert platform("refresh", env=env).returncode == 0
    made = platform("backup", str(copy), env=env)
    assert made.returncode == 0, made.stderr
    planned = platform("restore", "--dry-run", str(copy), env=environment(new))
    assert "nothing was done" in planned.stdout
    assert not new.exists()
    done = platform("restore", str(copy), env=environment(new))
    assert "restored in" in done.stdout, done.stderr
    assert (new / "inbox" / "a.csv").read_text() == (old / "inbox" / "a.csv").read_text()
    query = ("db", "shell", "--", "-Atc", "select count(*), max(price_usd) from market_quotes")
    assert platform(*query, env=environment(new)).stdout == platform(*query, env=env).stdout != ""
    # the file was loaded: in the restored home it is not loaded again, nor is anything else doubled
    again = platform("refresh", "csv", "--json", env=environment(new, simulator.base))
    assert json.loads(again.stdout)["csv"]["stored"] == 0


def test_simulated_and_true_prices_are_never_mixed_by_a_restore(filled: URL, short_path: Path) -> None:
    back_up(filled, short_path / "demo", {}, demo=True)
    back_up(filled, short_path / "live", {})
    with pytest.raises(BackupError, match="a demo's, which has the embedded server"):
        run_restore(Settings(database_url=filled.render_as_string(False)), short_path / "demo", dry_run=False)
    home = short_path / "home"
    home.mkdir()
    (home / "demo.env").write_text("DATABASE_URL=\n")
    with pytest.raises(BackupError, match="a live platform's, and .* is a demo's home"):
        run_restore(Settings(platform_home=home), short_path / "live", dry_run=False)
