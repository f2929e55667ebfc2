"""`crypto-platform source`: what is loaded, and the beginning of a new source."""

from __future__ import annotations

import keyword
import re
import sys
from importlib.metadata import packages_distributions
from importlib.resources import files
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from crypto_pipeline.catalog import job_name
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import GROUP, SOURCES, streams_of

NAME = re.compile(r"[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){0,3}")
SKELETON = ("source.py.txt", "{name}.py"), ("test.py.txt", "test_{name}.py")


def show(settings: Settings) -> None:
    """Prints the streams of these settings."""
    table = Table("source", "what", "becomes", "job", "when (UTC)", box=None, pad_edge=False)
    for stream in streams_of(settings):
        when = getattr(settings, stream.cron) if stream.cron else "as files come"
        table.add_row(stream.address, stream.description, stream.product, job_name(stream.path), when)
    Console(highlight=False).print(table)


def _unusable(name: str) -> str:
    """Why this cannot be a source's name, and its module's; empty when it can."""
    if name in SOURCES:
        return "there is one already"
    if not NAME.fullmatch(name):
        return "small letters, digits and _, a letter first; at most four words, each of 30 characters at most"
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name in packages_distributions():
        return "Python has a word, or a module, of that name"
    return ""


def write_new(name: str, into: Path) -> None:
    """Writes the module and its test, and says what comes next. A name that cannot be, or a file that is there, is a
    usage error.
    """
    if why := _unusable(name):
        raise typer.BadParameter(f"{name!r} cannot be a source's name: {why}")
    targets = [into / target.format(name=name) for _, target in SKELETON]
    if there := [str(target) for target in targets if target.exists()]:
        raise typer.BadParameter(f"{', '.join(there)} is there already: nothing was written")
    words = name.split("_")
    for (template, _), target in zip(SKELETON, targets, strict=True):
        text = (files("crypto_pipeline") / "cli" / "skeleton" / template).read_text()
        for mark, value in (
            ("@name@", name), ("@NAME@", name.upper()), ("@Class@", "".join(map(str.capitalize, words))),
            ("@Title@", " ".join(map(str.capitalize, words))),
        ):  # fmt: skip
            text = text.replace(mark, value)
        into.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        typer.echo(f"wrote {target}")
    typer.echo(
        f"\nIts test passes as it is (pytest: make setup): python -m pytest {targets[1]}\n"
        "Then put the provider's real address and fields into it, and have the platform find it. In your package's\n"
        f'pyproject.toml:\n\n[project.entry-points."{GROUP}"]\n{name} = "{name}:SOURCE"\n'
    )
