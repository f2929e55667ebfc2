"""Every environment variable the platform reads, typed, with its default.

`.env` in the working directory is read when present; real environment variables win over it. A demo's
home holds a `demo.env` that wins over both, so that no command pointed at a demo can reach a live
upstream or a live database (see `crypto_pipeline.cli.home`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError, field_validator
from pydantic_settings import SettingsConfigDict

from crypto_pipeline.settings.api import ApiSettings
from crypto_pipeline.settings.files import ENV_FILE, check_env_file, demo_values
from crypto_pipeline.settings.http import HttpSettings
from crypto_pipeline.settings.platform import DEMO_OVERRIDES, PlatformSettings
from crypto_pipeline.settings.providers import Plan, ProviderSettings

__all__ = ["DEMO_OVERRIDES", "SECRETS", "Plan", "Settings", "SettingsError", "load_settings"]


class SettingsError(Exception):
    """A variable has an unusable value. The message is one line per variable, with an example."""


class Settings(PlatformSettings, ProviderSettings, HttpSettings, ApiSettings):
    """All settings. Field names in capitals are the environment variables.

    Units: seconds, bytes, calls per minute and month as the names say. Secrets are `SecretStr` and never
    appear in `repr`, logs or errors.
    """

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True,
        allow_inf_nan=False, validate_default=True,
    )  # fmt: skip

    @field_validator("platform_home", "csv_inbox")
    @classmethod
    def _expanded(cls, value: Path) -> Path:
        try:
            found = value.expanduser()
            found.resolve()
        except (OSError, RuntimeError) as error:  # no such user, links that lead in a circle, a working folder gone
            raise ValueError(f"names no place: {getattr(error, 'strerror', None) or error}") from None
        return found

    @field_validator("csv_inbox")
    @classmethod
    def _a_folder(cls, value: Path) -> Path:
        if value.exists() and not value.is_dir():
            raise ValueError("is not a folder")
        return value


# The settings that nobody may see
SECRETS = frozenset(name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation))


def load_settings(**overrides: Any) -> Settings:
    """The settings of this process. Raises `SettingsError`, whose text is fit to be shown."""
    try:
        check_env_file()
        settings = Settings(**overrides)
        if settings.is_demo:
            settings = Settings(**{**demo_values(settings.platform_home), **overrides})
    except OSError as error:
        raise SettingsError(
            f"{error.filename}: cannot be read ({error.strerror}); give it to the user that runs the platform"
        ) from None
    except ValidationError as error:
        raise SettingsError("\n".join(_explain(item) for item in error.errors())) from None
    except ValueError as error:
        raise SettingsError(str(error)) from None
    return settings


def _explain(error: Any) -> str:
    message = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return str(message)
    name = str(error["loc"][0])
    field = Settings.model_fields.get(name)
    example = f"; example: {name.upper()}={field.examples[0]}" if field and field.examples else ""
    secret = field is None or name in SECRETS or "://" in str(error["input"])
    got = "" if secret else f" (got {str(error['input'])[:80]!r})"
    return f"{name.upper()}: {message[0].lower()}{message[1:]}{got}{example}"
