"""A backup is whole, of one moment, and gives the same tables and answers where it is restored."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import dagster as dg
import msgspec
import pytest
from sqlalchemy.engine import URL, make_url

from crypto_pipeline.cli.backup import run_restore
from crypto_pipeline.cli.backup_age import backups as findings
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.settings import Settings
from crypto_pipeline.stages.backup import back_up_by_schedule
from crypto_pipeline.warehouse import health, migrate, restore
from crypto_pipeline.warehouse.backup import back_up, count_rows, rotate
from crypto_pipeline.warehouse.connect import connect, database_url, display
from crypto_pipeline.warehouse.manifest import MANIFEST, BackupError, backups_in
from crypto_pipeline.warehouse.server import data_directory, stop_if_last
from crypto_pipeline.warehouse.transfer import digest_of, find_tables
from tests import released
from tests.api_fixtures import gecko
from tests.api_fixtures import store as store_rows
from tests.conftest import Simulator, new_database
from tests.loads import load_all
from tests.platform_process import environment, platform
from tests.servers import external_server

RUN = "from pathlib import Path; from sqlalchemy.engine import make_url; import sys; from crypto_pipeline.warehouse import"


def contents(url: URL) -> dict[str, Any]:
    """A digest of every table, but for that of the backups themselves."""
    with connect(url) as connection:
        tables = find_tables(connection)
        return {name: digest_of(connection, table) for name, table in tables.items() if name != "public.backups"}


@pytest.fixture
def empty(server: URL) -> Iterator[URL]:
    """A database with nothing in it."""
    with new_database(server, "template1") as made:
        yield made


@pytest.fixture
def filled(server: URL) -> Iterator[URL]:
    """Three days of loads, corrections and refusals, upgraded to the newest schema."""
    with new_database(server, "template1") as made:
        released.restore(released.revisions()[-1], made)
        migrate.upgrade(made)
        yield made


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


def test_a_backup_is_of_one_moment_while_loads_go_on(filled: URL, empty: URL, tmp_path: Path) -> None:
    done = threading.Event()

    def load() -> None:
        number = 0
        while not done.is_set():
            number += 1
            store_rows(filled, "coingecko", *(gecko(f"n{number}-{i}", f"n{number}", f"N {number} {i}", None, 1.0) for i in range(50)))  # fmt: skip

    loader = threading.Thread(target=load)
    loader.start()
    try:
        for number in range(3):
            manifest = back_up(filled, tmp_path / f"backup-{number}", {})
    finally:
        done.set()
        loader.join()
    restore.restore(empty, restore.open_backup(tmp_path / "backup-2"))  # counts each table against the manifest
    with connect(empty) as connection:
        assert count_rows(connection) == manifest.tables
        # every raw record that it has is accounted for, up to where the stages were
        apart = connection.execute(
            "select count(*) from etl_checkpoints c join ledger l using (source, stream, stage)"
            " group by c.source, c.stream, c.stage, c.raw_seq having max(l.last_seq) > c.raw_seq"
        ).fetchall()
    assert apart == []


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


def killed_when(url: URL, folder: Path, program: str, code: str) -> None:
    """Runs the code until PostgreSQL's program is at work, then kills the process."""
    process = subprocess.Popen([sys.executable, "-c", code, url.render_as_string(False), str(folder)])
    import psutil

    try:
        while process.poll() is None:
            children = psutil.Process(process.pid).children()
            if any(program in child.name() for child in children):
                process.send_signal(signal.SIGKILL)
                for child in children:
                    child.kill()
                break
    except psutil.NoSuchProcess:
        pass
    assert process.wait() == -signal.SIGKILL


def test_a_backup_that_is_killed_is_none_and_one_that_is_made_after_it_is(filled: URL, tmp_path: Path) -> None:
    code = f"{RUN} backup; backup.back_up(make_url(sys.argv[1]), Path(sys.argv[2]), {{}})"
    killed_when(filled, tmp_path / "backup", "pg_dump", code)
    assert not (tmp_path / "backup").exists()
    assert [path.suffix for path in tmp_path.iterdir()] == [".making"]
    (tmp_path / "backup.mine.making").mkdir()  # somebody's own
    back_up(filled, tmp_path / "backup", {})
    (tmp_path / "backup.mine.making").rmdir()
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]


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


def test_only_the_newest_scheduled_backups_of_this_database_are_kept(filled: URL, url: URL, tmp_path: Path) -> None:
    names = [f"crypto-2026010{day}T000000Z" for day in (1, 2, 3, 4)]
    for name, database in zip(names, (filled, url, filled, filled), strict=True):
        back_up(database, tmp_path / name, {})
    back_up(filled, tmp_path / "by-hand", {})
    for left in ("crypto-20260105T000000Z.0123abcd.making", "crypto-mine.making"):
        (tmp_path / left).mkdir()
    assert [path.name for path in rotate(tmp_path, 2, display(filled))] == names[:1]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names[1:], "by-hand", "crypto-mine.making"])


def test_two_backups_into_one_folder_are_one_backup_and_an_error(filled: URL, tmp_path: Path) -> None:
    came: list[object] = []

    def make() -> None:
        try:
            came.append(back_up(filled, tmp_path / "backup", {}))
        except BackupError as error:
            came.append(str(error))

    both = [threading.Thread(target=make) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    restore.check_files(restore.open_backup(tmp_path / "backup"))
    assert sum(isinstance(one, str) for one in came) == 1, came
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]


def test_a_place_that_cannot_be_written_is_a_sentence(filled: URL, tmp_path: Path) -> None:
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    for place in (Path("/proc/x"), Path("/etc/passwd/x"), tmp_path / ("x" * 252), tmp_path / "nowhere"):
        with pytest.raises(BackupError, match="no backup was made in|leads nowhere|cannot be a backup's folder"):
            back_up(filled, place, {})
    assert [path.name for path in tmp_path.iterdir()] == ["nowhere"]


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


def test_a_demo_leaves_the_live_platforms_backups_alone(settings: Settings, url: URL, tmp_path: Path) -> None:
    home = tmp_path / "demo"
    home.mkdir()
    (home / "demo.env").write_text("DATABASE_URL=\n")
    demo = settings.model_copy(update={"platform_home": home, "backup_dir": tmp_path / "backups"})
    assert "back_up_schedule" not in {schedule.name for schedule in build(demo).schedules or ()}
    with pytest.raises(BackupError, match="a demo leaves BACKUP_DIR to the live platform"):
        back_up_by_schedule(url, [], demo, print)


def test_dagster_makes_backups_by_schedule_and_the_run_says_where(
    settings: Settings, url: URL, instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    settings = settings.model_copy(update={"backup_dir": tmp_path / "backups", "backup_keep": 2})
    load_all(url, settings)
    places = Platform(settings)
    places.url = url
    definitions = build(settings, platform=places)
    assert definitions.resolve_schedule_def("back_up_schedule").cron_schedule == "15 4 * * *"
    result = definitions.resolve_job_def("back_up").execute_in_process(instance=instance)
    (made,) = backups_in(tmp_path / "backups")
    restore.check_files(restore.open_backup(made))
    (output,) = [event for event in result.all_events if event.event_type_value == "STEP_OUTPUT"]
    assert output.step_output_data.metadata["place"].value == str(made)
    assert health.last_backup(url).place == str(made)  # type: ignore[union-attr]
    assert restore.open_backup(made).manifest.bytes == output.step_output_data.metadata["bytes"].value
    without = build(settings.model_copy(update={"backup_dir": None}))
    assert "back_up_schedule" not in {schedule.name for schedule in without.schedules or ()}


def test_doctor_says_how_old_the_last_backup_is_and_when_that_is_too_old(url: URL, tmp_path: Path) -> None:
    address = url.render_as_string(hide_password=False)
    without, scheduled = (Settings(database_url=address, backup_dir=folder) for folder in (None, tmp_path / "backups"))
    store_rows(url, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 1.0))

    def said(settings: Settings) -> tuple[str, str]:
        (finding,) = findings(settings)
        return finding.state, finding.what

    assert said(without) == ("ok", "there is no backup yet, and none is scheduled")
    assert said(scheduled) == ("ok", "there is no backup yet")
    back_up(url, tmp_path / "backups" / "one", {})
    assert said(scheduled) == ("ok", f"the last backup is 0 hours old: {tmp_path / 'backups' / 'one'}")
    with connect(url) as connection:
        connection.execute("update backups set finished_at = %s", (datetime.now(UTC) - timedelta(days=4),))
    assert said(scheduled)[0] == "failed"
    assert said(scheduled)[1].startswith("the last backup is 4 days old")
    (tmp_path / "backups" / "one" / MANIFEST).unlink()
    assert said(scheduled)[0] == "warning"


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
