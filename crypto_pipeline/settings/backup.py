"""Backups: where to, when, and how many are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import check_cron, checked, usable_folder


class BackupSettings(BaseSettings):
    """The scheduled backup; `crypto-platform backup` makes one at any time."""

    backup_dir: Annotated[Path, AfterValidator(usable_folder)] | None = Field(
        None,
        description="A folder for backups, best on another disk; unset: none is made by itself",
        examples=["/srv/backups"],
    )
    backup_cron: Annotated[str, checked(check_cron)] = Field(
        "15 4 * * *", description="When a backup is made, cron in UTC, where BACKUP_DIR is set", examples=["15 4 * * *"]
    )
    backup_keep: int = Field(
        7, ge=1, le=10_000, description="How many backups in BACKUP_DIR are kept, the newest", examples=["7"]
    )
