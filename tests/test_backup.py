"""A backup is whole, of one moment, and takes nothing of anybody else's away."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.cli.backup_age import backups as findings
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.settings import Settings
from crypto_pipeline.stages.backup import back_up_by_schedule
from crypto_pipeline.warehouse import health, restore
from crypto_pipeline.warehouse.backup import back_up, count_rows, rotate
from crypto_pipeline.warehouse.connect import connect, display
from crypto_pipeline.warehouse.manifest import MANIFEST, BackupError, backups_in
from tests.api_fixtures import gecko
from tests.api_fixtures import store as store_rows
from tests.copies import RUN, killed_when
from tests.loads import load_all


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


def test_a_backup_that_is_killed_is_none_and_one_that_is_made_after_it_is(filled: URL, tmp_path: Path) -> None:
    code = f"{RUN} backup; backup.back_up(make_url(sys.argv[1]), Path(sys.argv[2]), {{}})"
    killed_when(filled, tmp_path / "backup", "pg_dump", code)
    assert not (tmp_path / "backup").exists()
    assert [path.suffix for path in tmp_path.iterdir()] == [".making"]
    (tmp_path / "backup.mine.making").mkdir()  # somebody's own
    back_up(filled, tmp_path / "backup", {})
    (tmp_path / "backup.mine.making").rmdir()
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]


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
