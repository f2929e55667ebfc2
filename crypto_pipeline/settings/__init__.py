"""The platform's own environment variables, typed, with their defaults; those of the sources stand with them.

`.env` in the working directory is read when present; real environment variables win over it. A demo's
home holds a `demo.env` that wins over both, so that no command pointed at a demo can reach a live
upstream or a live database (see `crypto_pipeline.cli.home`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from crypto_pipeline.settings.api import ApiSettings
from crypto_pipeline.settings.backup import BackupSettings
from crypto_pipeline.settings.dagster import DagsterSettings
from crypto_pipeline.settings.files import ENV_FILE, check_env_file, demo_values
from crypto_pipeline.settings.history import HistorySettings
from crypto_pipeline.settings.http import HttpSettings
from crypto_pipeline.settings.platform import DEMO_OVERRIDES, PlatformSettings
from crypto_pipeline.settings.provider import ProviderSettings
from crypto_pipeline.settings.secret_files import SecretFiles, secret_names
from crypto_pipeline.settings.values import usable_path

__all__ = ["DEMO_OVERRIDES", "ProviderSettings", "Settings", "SettingsError", "load_settings", "secret_names"]
P = TypeVar("P", bound=ProviderSettings)


class SettingsError(Exception):
    """A variable has an unusable value. The message is one line per variable, with an example."""


class Settings(DagsterSettings, ApiSettings, HttpSettings, BackupSettings, HistorySettings, PlatformSettings):
    """The settings of the platform itself. Field names in capitals are the environment variables.

    Units: seconds, bytes, calls per minute and month as the names say. Secrets are `SecretStr` and never
    appear in `repr`, logs or errors; each can be in a file that `NAME_FILE` names.
    """

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True,
        allow_inf_nan=False, validate_default=True,
    )  # fmt: skip

    @field_validator("platform_home")
    @classmethod
    def _expanded(cls, value: Path) -> Path:
        return usable_path(value)

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource, dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:  # fmt: skip
        """What is given here, the environment, `.env`, and files that either names."""
        return init_settings, env_settings, dotenv_settings, SecretFiles(settings_cls)

    def part(self, kind: type[P]) -> P:
        """These settings as a provider's own."""
        if not isinstance(self, kind):
            raise TypeError(f"the settings were composed without {kind.__name__}: a source is not registered")
        return self


def live_addresses(kind: type[Settings]) -> set[str]:
    """The variables without one of which a demo's command would reach what is live."""
    named = (vars(base).get("live_addresses", ()) for base in kind.__mro__)
    return {"DATABASE_URL", *(name for names in named for name in names)}


def load_settings(kind: type[Settings] = Settings, /, **overrides: Any) -> Settings:
    """The settings of this kind that the process has. Raises `SettingsError`, whose text is fit to be shown."""
    try:
        check_env_file()
        settings = kind(**overrides)
        if settings.is_demo:
            kept_apart = demo_values(settings.platform_home, live_addresses(kind))
            settings = kind(**{**kept_apart, **overrides})
    except OSError as error:
        raise SettingsError(
            f"{error.filename}: cannot be read ({error.strerror}); give it to the user that runs the platform"
        ) from None
    except ValidationError as error:
        raise SettingsError("\n".join(_explain(kind, item) for item in error.errors())) from None
    except ValueError as error:
        raise SettingsError(str(error)) from None
    return settings


def _explain(kind: type[Settings], error: Any) -> str:
    message = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return str(message)
    name = str(error["loc"][0])
    field = kind.model_fields.get(name)
    example = f"; example: {name.upper()}={field.examples[0]}" if field and field.examples else ""
    secret = field is None or name in secret_names(kind) or "://" in str(error["input"])
    got = "" if secret else f" (got {str(error['input'])[:80]!r})"
    return f"{name.upper()}: {message[0].lower()}{message[1:]}{got}{example}"
