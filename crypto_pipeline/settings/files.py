"""The files that settings come from: `.env`, and the `demo.env` that makes a home a demo's."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import parse_stream

from crypto_pipeline.settings.platform import DEMO_OVERRIDES

ENV_FILE = ".env"


def check_env_file() -> None:
    """Raises ValueError or OSError for a `.env` that is there and cannot be used: it is passed over otherwise."""
    path = Path(ENV_FILE)
    if not os.access(".", os.X_OK):
        raise ValueError(
            f"the working folder {Path.cwd()} is closed to this user (uid {os.getuid()}); run as its owner or in its "
            "group, or give it to this user"
        )
    if not os.path.lexists(path):
        return
    if path.is_dir() or path.is_fifo() or path.is_socket():
        raise ValueError(f"{ENV_FILE}: is no file; take it away, or set variables in the environment")
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise ValueError(f"{ENV_FILE}: is not UTF-8 text; save it as UTF-8")
    for statement in parse_stream(io.StringIO(text)):
        if statement.error:  # it would be left out, and with it perhaps a key that closes a door
            raise ValueError(
                f"{ENV_FILE}: line {statement.original.line} cannot be read; write NAME=VALUE, and close every quote"
            )


def demo_values(home: Path, kept_apart: set[str]) -> dict[str, str | None]:
    """What a demo's home sets, by field. Raises ValueError when it lacks one of `kept_apart`: without these a demo's
    command would reach what is live.
    """
    path = home / DEMO_OVERRIDES
    if not path.is_file():
        raise ValueError(f"{path}: is no file; take it away, and crypto-platform up --demo makes it anew")
    values = dotenv_values(path)
    if missing := sorted(kept_apart - values.keys()):
        raise ValueError(
            f"{path}: is not whole: without {', '.join(missing)} a demo would reach what is live. It was damaged, or a "
            "source came after the demo was made: crypto-platform up --demo completes it, and the demo's data stays"
        )
    return {key.lower(): value or None for key, value in values.items()}


def write_demo_values(home: Path, values: Mapping[str, str]) -> None:
    """Makes `home` a demo's. The file is there whole or not at all."""
    text = "# Written by `crypto-platform up --demo`: every command with this home uses the simulator.\n"
    text += "".join(f"{name}={value}\n" for name, value in values.items())
    temporary = home / f".{DEMO_OVERRIDES}.{os.getpid()}"
    temporary.write_text(text)
    temporary.replace(home / DEMO_OVERRIDES)
