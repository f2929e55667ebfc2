"""Dagster's parts: where the UI listens, whom it serves, and where the code server is."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import (
    Strong,
    check_address,
    check_host,
    check_hosts,
    check_http_url,
    checked,
    items_of,
    parse_secrets,
    reached_at,
)

# By this header the API shows `dagster_secret` to the guard before Dagster's UI
DAGSTER_SECRET_HEADER = "x-platform-secret"  # noqa: S105 - a header's name


class DagsterSettings(BaseSettings):
    """The UI and its guard, and the code server."""

    dagster_url: Annotated[str, AfterValidator(check_http_url)] = Field(
        "", description="Where the Dagster UI is, which starts loads; unset: here", examples=["http://127.0.0.1:3000"]
    )
    dagster_public_url: Annotated[str, AfterValidator(check_http_url)] = Field(
        "",
        description="Where people reach the Dagster UI, for the API's links to runs; unset: as DAGSTER_URL",
        examples=["https://dagster.example"],
    )
    # who has a read key can read; who may use Dagster's UI can do anything
    dagster_users: Annotated[SecretStr, checked(partial(parse_secrets, strong=True))] | None = Field(
        None,
        description="Who may use the Dagster UI: NAME=PASSWORD or NAME=sha256:HEX, separated by commas; unset: "
        "everyone who reaches its port",
        examples=["alice=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    dagster_allowed_hosts: Annotated[str, checked(check_hosts)] = Field(
        "",
        description="Names besides localhost under which browsers reach the Dagster UI, separated by commas",
        examples=["dagster.example"],
    )
    dagster_secret: Strong | None = Field(
        None,
        description="What the API shows to the Dagster UI's guard to start loads; unset: `up` makes one at each start",
        examples=["a secret of 16 characters or more"],
    )
    dagster_host: Annotated[str, AfterValidator(check_host)] = Field(
        "127.0.0.1",
        description="The address the Dagster UI listens on; others can reach 0.0.0.0: set DAGSTER_USERS, too",
        examples=["127.0.0.1"],
    )
    dagster_port: int = Field(3000, ge=1, le=65535, description="The Dagster UI's port", examples=["3000"])
    code_server: Annotated[str, AfterValidator(check_address)] = Field(
        "127.0.0.1:4000",
        description="Where the code server is when the platform's parts are started one by one: HOST:PORT. Whoever "
        "reaches it can run code: keep it on a network of its own",
        examples=["code-server:4000"],
    )

    @property
    def dagster_address(self) -> str:
        """Where the Dagster UI is reached, as a URL."""
        return self.dagster_url or reached_at(self.dagster_host, self.dagster_port)

    @property
    def dagster_logins(self) -> dict[str, bytes]:
        """Name to the SHA-256 of the password."""
        return parse_secrets(self.dagster_users.get_secret_value()) if self.dagster_users else {}

    @property
    def allowed_dagster_hosts(self) -> list[str]:
        return items_of(self.dagster_allowed_hosts)

    @property
    def dagster_headers(self) -> dict[str, str]:
        """What the guard before Dagster's UI asks of the platform itself."""
        return {DAGSTER_SECRET_HEADER: self.dagster_secret.get_secret_value()} if self.dagster_secret else {}
