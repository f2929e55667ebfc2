"""The platform itself: its home, its database, its logs, its runs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import check_postgres_url, checked, items_of

DEMO_OVERRIDES = "demo.env"


class PlatformSettings(BaseSettings):
    """Where the platform lives."""

    platform_home: Path = Field(
        Path(".platform"), description="Where the platform keeps its own files", examples=["/srv/platform"]
    )
    database_url: Annotated[SecretStr, checked(check_postgres_url)] | None = Field(
        None,
        description="A PostgreSQL 15+ server; unset: the platform runs its own under PLATFORM_HOME",
        examples=["postgresql://user:password@db.example:5432/crypto?sslmode=require"],
    )
    source_precedence: str = Field(
        "",
        description="Sources whose quotes come before those of others while they are fresh, separated by commas; "
        "unset: live providers before files",
        examples=["coinpaprika,coingecko"],
    )
    run_retries: int = Field(
        2,
        ge=0,
        le=10,
        description="How often Dagster retries a step after a transient failure",
        examples=["2"],
    )
    run_retry_delay: float = Field(
        30, ge=0, le=3_600, description="Seconds before the first such retry", examples=["30"]
    )
    simulator_port: int = Field(8900, ge=1, le=65535, description="The simulator's port", examples=["8900"])
    log_format: Literal["auto", "json", "text"] = Field(
        "auto", description="json, text, or auto: text on a terminal", examples=["json"]
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR", examples=["INFO"]
    )

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        known = isinstance(value, str) and value.upper() in logging.getLevelNamesMapping()
        return value.upper() if known else value

    @property
    def precedence(self) -> list[str]:
        return items_of(self.source_precedence)

    @property
    def home(self) -> Path:
        """PLATFORM_HOME from the root on."""
        return self.platform_home.resolve()

    @property
    def is_demo(self) -> bool:
        return (self.platform_home / DEMO_OVERRIDES).exists()
