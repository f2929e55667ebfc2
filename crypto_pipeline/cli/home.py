"""PLATFORM_HOME made ready: the directories, the database, Dagster's instance; and a demo's own home."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from dotenv import dotenv_values
from sqlalchemy.engine import URL

from crypto_pipeline.cli import output
from crypto_pipeline.settings import DEMO_OVERRIDES, Settings, SettingsError
from crypto_pipeline.settings.files import write_demo_values
from crypto_pipeline.simulator.stand_in import Demo, stand_ins
from crypto_pipeline.sources import SOURCES, load_settings, streams_of
from crypto_pipeline.warehouse.connect import (
    DAGSTER_URL_VARIABLE,
    dagster_storage_lock,
    dagster_url,
    database_url,
    make_dagster_schema,
)
from crypto_pipeline.warehouse.home import make_home
from crypto_pipeline.warehouse.streams import prepare_database

DEMO_HOME = Path(".platform-demo")


def prepare(settings: Settings, say: Callable[[str], object] = lambda _: None) -> URL:
    """Starts or joins the database, migrates it, and makes Dagster's instance, to which DAGSTER_HOME points.

    `say` takes a line about each step of an upgrade that takes long.
    """
    make_home(settings.platform_home)
    url = database_url(settings)
    prepare_database(url, streams_of(settings), settings.precedence, say)
    make_dagster_schema(url)
    prepare_instance(settings, url)
    return url


def prepare_instance(settings: Settings, url: URL, *, make: bool = True) -> None:
    """Points DAGSTER_HOME at the home's own instance; `make` writes its settings there."""
    instance = settings.home / "dagster"
    os.environ["DAGSTER_HOME"] = str(instance)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "yes"
    os.environ[DAGSTER_URL_VARIABLE] = dagster_url(url)
    if not make:
        return
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    wanted = _resource("dagster.yaml").read_text()
    config = instance / "dagster.yaml"
    if not config.exists() or config.read_text() != wanted:
        temporary = config.with_suffix(f".{os.getpid()}")
        temporary.write_text(wanted)
        temporary.replace(config)


def prepare_all(settings: Settings, say: Callable[[str], object] = output.say) -> URL:
    """The same with Dagster's tables: by one process at a time, as Dagster's own way of making them is no lock."""
    url = prepare(settings, say)
    import dagster as dg

    with dagster_storage_lock(url) as missing:
        if missing:
            with dg.DagsterInstance.get():
                pass
    return url


def check_definitions(settings: Settings) -> None:
    """Builds what Dagster is to load. Raises `SettingsError` for what only Dagster finds wrong in a setting."""
    from crypto_pipeline.defs.build import build

    build(settings, offline=True)


def demo_home() -> Path:
    """The demo's home: PLATFORM_HOME where it is set, else one of its own.

    Raises `SettingsError` when it is in use for live data.
    """
    chosen = load_settings()
    home = chosen.platform_home if "platform_home" in chosen.model_fields_set else DEMO_HOME
    live = any((home / part).exists() for part in ("postgres", "dagster"))
    if live and not (home / DEMO_OVERRIDES).exists():
        raise SettingsError(f"PLATFORM_HOME: {home} holds live data; give the demo another home, or unset it")
    return home


def make_demo(home: Path, ports: dict[str, int], coins: int) -> Settings:
    """Makes `home` a demo's and returns its settings, which are written into it: every later command there is a
    demo's, too, whatever the environment says.
    """
    inbox = home / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    sample = inbox / "sample_quotes.csv"
    if not sample.exists():
        shutil.copyfile(_resource("sample_quotes.csv"), sample)
    overrides = _variables(home, ports["simulator_port"], coins)
    overrides |= {name.upper(): str(port) for name, port in ports.items()}
    write_demo_values(home, overrides)
    os.environ["PLATFORM_HOME"] = str(home)
    return load_settings()


def complete_demo() -> None:
    """Puts into a demo's `demo.env` what it lacks: it was damaged, or a source came after the demo was made. Until then
    no settings can be read in that home. `make_demo` then writes it with the ports that were asked for.
    """
    home = Path(os.environ.get("PLATFORM_HOME", ""))
    path = home / DEMO_OVERRIDES
    if "PLATFORM_HOME" in os.environ and path.is_file():
        known = {name: value for name, value in dotenv_values(path).items() if value is not None}
        write_demo_values(home, {**_variables(home, 8900, 1_000), **known})


def _variables(home: Path, port: int, coins: int) -> dict[str, str]:
    """The variables that lead a demo to the simulator at this port, and to no live database."""
    demo = Demo(f"http://127.0.0.1:{port}", home / "inbox", coins)
    found = {"DATABASE_URL": "", "HISTORY_TOP": "50"}
    for stand_in in stand_ins(source.stand_in for source in SOURCES.values()):
        found |= stand_in.variables(demo)
    return found


def _resource(name: str) -> Path:
    """A file that ships with the package, or lies in the checkout it is installed from."""
    packaged = Path(str(files("crypto_pipeline") / "resources" / name))
    checkout = Path(str(files("crypto_pipeline"))).parent
    places = (packaged, checkout / name, checkout / "data" / name)
    return next(path for path in places if path.exists())
