"""The API: where it listens, whom it serves, and how much."""

from __future__ import annotations

import ipaddress
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import (
    Strong,
    check_host,
    check_origins,
    check_redis_url,
    checked,
    items_of,
    parse_networks,
    parse_secrets,
    reached_at,
)


class ApiSettings(BaseSettings):
    """Listening, access, rates and bounds. Only hashes of keys leave it."""

    api_host: Annotated[str, AfterValidator(check_host)] = Field(
        "127.0.0.1", description="The address the API listens on; others can reach 0.0.0.0", examples=["127.0.0.1"]
    )
    api_port: int = Field(8000, ge=1, le=65535, description="The API's port", examples=["8000"])
    api_trusted_proxies: Annotated[str, checked(parse_networks)] = Field(
        "",
        description="Addresses or networks of reverse proxies whose X-Forwarded-* headers are believed, "
        "separated by commas",
        examples=["127.0.0.1,10.0.0.0/8"],
    )
    api_workers: int = Field(1, ge=1, le=64, description="Processes that serve the API", examples=["1"])
    api_read_keys: Annotated[SecretStr, checked(parse_secrets)] | None = Field(
        None,
        description="Who may read the API: NAME=KEY or NAME=sha256:HEX, separated by commas; unset: everyone",
        examples=["alice=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    etl_token: Strong | None = Field(
        None,
        description="Who has it may start loads over HTTP (16 characters or more, or sha256:HEX); unset: nobody may",
        examples=["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    api_rate_per_minute: int = Field(
        1_200,
        ge=0,
        le=10**9,
        description="Requests a client may make in a minute; 0: any number",
        examples=["1200"],
    )
    redis_url: Annotated[SecretStr, checked(check_redis_url)] | None = Field(
        None,
        description="Where the request rates are counted when several processes serve the API",
        examples=["redis://localhost:6379/0"],
    )
    api_statement_seconds: float = Field(
        10, ge=0.1, le=3_600, description="Seconds after which a query is given up", examples=["10"]
    )
    api_pool_size: int = Field(16, ge=2, le=100, description="Database connections of one process", examples=["16"])
    api_cache_bytes: int = Field(
        64 * 1024**2, ge=0, le=1024**4, description="Memory for ready answers in one process", examples=["67108864"]
    )
    api_export_rows: int = Field(
        1_000_000,
        ge=1,
        le=10**9,
        description="The most rows of one CSV, NDJSON, Parquet or Arrow answer",
        examples=["1000000"],
    )
    api_exports: int = Field(
        2, ge=1, le=64, description="How many such answers one process sends at once", examples=["2"]
    )
    api_cors_origins: Annotated[str, checked(check_origins)] = Field(
        "", description="Sites whose pages may read the API, separated by commas", examples=["https://app.example"]
    )

    @property
    def read_keys(self) -> dict[str, bytes]:
        """Name to the SHA-256 of the key."""
        return parse_secrets(self.api_read_keys.get_secret_value()) if self.api_read_keys else {}

    @property
    def api_address(self) -> str:
        """Where the API is reached from this machine, as a URL."""
        return reached_at(self.api_host, self.api_port)

    @property
    def trusted_proxies(self) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
        return parse_networks(self.api_trusted_proxies)

    @property
    def cors_origins(self) -> list[str]:
        return items_of(self.api_cors_origins)
