"""The scheduled backup: into `BACKUP_DIR`, the oldest ones go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import URL

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.inbox import Inbox
from crypto_pipeline.sources.partitions import Files
from crypto_pipeline.warehouse.backup import back_up, rotate
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.manifest import NAME, BackupError, Manifest
from crypto_pipeline.warehouse.writer import lock


def inboxes_of(streams: Iterable[Stream], settings: Settings) -> dict[str, Inbox]:
    """The inboxes that these streams read, by the stream's name."""
    return {
        "-".join(stream.path): stream.partitions.inbox(settings)
        for stream in streams
        if isinstance(stream.partitions, Files)
    }


def back_up_by_schedule(
    url: URL, streams: Iterable[Stream], settings: Settings, say: Callable[[str], object]
) -> tuple[Path, Manifest, list[Path]]:
    """Makes a backup in `BACKUP_DIR` and removes those beyond `BACKUP_KEEP`; returns where it is, its manifest, and
    which went. A second one at the same time waits. Raises what `back_up` raises.
    """
    folder = settings.backup_dir
    if settings.is_demo:
        raise BackupError("a demo leaves BACKUP_DIR to the live platform: name a folder")
    if folder is None:
        raise BackupError("BACKUP_DIR is not set: it says where backups are kept")
    files = {name: inbox.files() for name, inbox in inboxes_of(streams, settings).items()}
    with connect(url) as connection:
        lock(connection, "backup")
        to = folder / f"{datetime.now(UTC):{NAME}}"
        manifest = back_up(url, to, files, say)
        return to, manifest, rotate(folder, settings.backup_keep, manifest.database)
