"""Secrets from files, as containers give them: `NAME_FILE` says where the value of `NAME` is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from crypto_pipeline.settings.files import ENV_FILE

SUFFIX = "_FILE"
# No secret is longer, and a device would never end
MOST_BYTES = 64 * 1024


def secret_names(kind: type[BaseSettings]) -> frozenset[str]:
    """The settings that nobody may see."""
    return frozenset(name for name, field in kind.model_fields.items() if "SecretStr" in str(field.annotation))


class SecretFiles(PydanticBaseSettingsSource):
    """The secrets whose files the environment or `.env` names. Raises ValueError for one that cannot be read."""

    def __call__(self) -> dict[str, Any]:
        """Field to value."""
        written = {name.upper(): value for name, value in dotenv_values(ENV_FILE).items()}
        given = {**written, **{name.upper(): value for name, value in os.environ.items()}}
        return {name: _read(name.upper(), path) for name, path in self._named(given)}

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Not asked: all values are found at once."""
        raise NotImplementedError

    def _named(self, given: dict[str, str | None]) -> Iterable[tuple[str, str]]:
        for name in sorted(secret_names(self.settings_cls)):
            variable = name.upper()
            if path := given.get(variable + SUFFIX):
                if given.get(variable):
                    raise ValueError(f"{variable}{SUFFIX}: {variable} is set, too; take one of them away")
                yield name, path


def _read(variable: str, path: str) -> str:
    try:
        with Path(path).expanduser().open("rb") as file:
            text = file.read(MOST_BYTES + 1).decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise ValueError(f"{variable}{SUFFIX}: {path} is not UTF-8 text") from None
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ValueError(f"{variable}{SUFFIX}: {path} cannot be read ({why})") from None
    if not text or len(text) > MOST_BYTES:
        raise ValueError(f"{variable}{SUFFIX}: {path} is {'too large' if text else 'empty'}")
    return text
