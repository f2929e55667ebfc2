"""What `doctor` says about backups: how old the last good one is, and whether that is too old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dagster._utils.schedules import get_smallest_cron_interval

from crypto_pipeline.cli.wellbeing import Finding
from crypto_pipeline.settings import Settings
from crypto_pipeline.warehouse import health
from crypto_pipeline.warehouse.connect import database_url
from crypto_pipeline.warehouse.manifest import MANIFEST
from crypto_pipeline.warehouse.raw import sources_with_records
from crypto_pipeline.warehouse.server import exists

# A platform of this age that nobody backs up is one that nobody thought of backing up
GROWN_UP = timedelta(days=7)


def backups(settings: Settings) -> Iterator[Finding]:
    """The age of the last backup, against the schedule where there is one."""
    if not exists(settings):
        return
    url = database_url(settings, create=False)
    last = health.last_backup(url)
    now = datetime.now(UTC)
    if last is not None and (gone := _gone(Path(last.place))):
        yield Finding(
            "warning", f"the last backup is no longer in its place: {gone}", "Make one: crypto-platform backup"
        )
        return
    what = (
        f"the last backup is {_hours(now - last.finished_at)} old: {last.place}" if last else "there is no backup yet"
    )
    since = last.finished_at if last else health.size_and_start(url, sorted(sources_with_records(url)))[1] or now
    if settings.backup_dir is None:
        late = last is None and now - since > GROWN_UP
        todo = "Set BACKUP_DIR: Dagster then makes one each night" if late else ""
        yield Finding("warning" if late else "ok", f"{what}, and none is scheduled", todo)
    elif now - since > 2 * get_smallest_cron_interval(settings.backup_cron):
        todo = "Look at the last run of the job back_up in the Dagster UI, or try: crypto-platform backup"
        yield Finding("failed", f"{what}, but BACKUP_CRON is {settings.backup_cron}", todo)
    else:
        yield Finding("ok", what)


def _gone(place: Path) -> str:
    """The place of a backup that is not there any more; empty where this machine, or container, cannot see it."""
    return str(place) if place.parent.is_dir() and not (place / MANIFEST).exists() else ""


def _hours(age: timedelta) -> str:
    hours = age / timedelta(hours=1)
    return f"{hours:,.0f} hours" if hours < 72 else f"{hours / 24:,.0f} days"
