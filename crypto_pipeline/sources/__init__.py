"""The upstreams, a module or folder each. A new source is one of these and one line here, or a package that names its
source as an entry point `crypto_platform.sources`. Knows no Dagster.
"""

from __future__ import annotations

import types
from collections.abc import Iterable
from importlib.metadata import entry_points
from typing import Any

from crypto_pipeline import settings as platform_settings
from crypto_pipeline.catalog import HISTORY, NEWS, QUOTES
from crypto_pipeline.settings import ProviderSettings, Settings, SettingsError
from crypto_pipeline.sources import coingecko, coinpaprika, csv, rss
from crypto_pipeline.sources.description import Source, Stream

GROUP = "crypto_platform.sources"
PRODUCTS = (QUOTES, NEWS, HISTORY)
BUILT_IN = (coingecko.SOURCE, coinpaprika.SOURCE, csv.SOURCE, rss.SOURCE)


def _installed() -> dict[str, Source]:
    """All sources by name: the built-in ones and those of installed packages."""
    found = {source.name: source for source in BUILT_IN}
    for point in entry_points(group=GROUP):
        try:
            source = point.load()
        except Exception as error:
            raise SettingsError(
                f"the source {point.name} ({point.value}) cannot be loaded: {type(error).__name__}: {error}; mend the "
                "package that brings it, or uninstall it"
            ) from error
        if not isinstance(source, Source) or source.name in found:
            why = "there is one of that name already" if isinstance(source, Source) else f"it is no source: {source!r}"
            raise SettingsError(f"the source {point.name} ({point.value}) cannot be used: {why}")
        if defect := _defect(source):
            raise SettingsError(f"the source {point.name} ({point.value}) is described wrongly: {defect}")
        found[source.name] = source
    return found


def _defect(source: Source) -> str:
    """What in a description can be seen to be wrong; empty for nothing."""
    variables = set(source.settings.model_fields) - set(ProviderSettings.model_fields)
    if taken := variables & set(Settings.model_fields):
        return f"the platform has a variable {sorted(taken)[0].upper()} of its own"
    for stream in source.streams:
        if stream.product not in PRODUCTS:
            return f"{stream.address} becomes {stream.product!r}, which is none of {', '.join(PRODUCTS)}"
        if stream.cron and stream.cron not in variables:
            return f"{stream.address} runs by {stream.cron!r}, which is no field of {source.settings.__name__}"
    return ""


def settings_of(sources: Iterable[Source]) -> type[Settings]:
    """The platform's settings and those of these sources as one."""
    # the order of the variables is that of the bases, the last first
    parts = dict.fromkeys(source.settings for source in reversed(list(sources)))
    config = {"model_config": Settings.model_config, "__module__": __name__}
    made: type[Settings] = types.new_class("FullSettings", (*parts, Settings), {}, lambda names: names.update(config))
    return made


def load_settings(sources: Iterable[Source] | None = None, /, **overrides: Any) -> Settings:
    """The settings of this process, those of the sources among them. Raises `SettingsError`, fit to be shown."""
    kind = FullSettings if sources is None else settings_of(sources)
    settings = platform_settings.load_settings(kind, **overrides)
    known = [source.name for source in (SOURCES.values() if sources is None else sources)]
    if strange := [name for name in settings.precedence if name not in known]:
        raise SettingsError(f"SOURCE_PRECEDENCE: no source is called {strange[0]}; there are: {', '.join(known)}")
    return settings


def streams_of(settings: Settings, sources: Iterable[Source] | None = None) -> list[Stream]:
    """What is loaded with these settings. A demo leaves out who has no stand-in: it never goes live."""
    chosen = SOURCES.values() if sources is None else sources
    return [
        stream for source in chosen if source.stand_in is not None or not settings.is_demo for stream in source.streams
    ]


SOURCES = _installed()
FullSettings = settings_of(SOURCES.values())
