"""What a run prints: a line for each thing worth reading; stacks go into the home's log file."""

import logging
import sys
from typing import Any

import dagster as dg

from crypto_pipeline.defs.failures import failure_text
from crypto_pipeline.settings import Settings
from crypto_pipeline.settings.secrets import redact
from crypto_pipeline.warehouse.home import open_log

LOG_BYTES = 5_000_000
META = "dagster_meta"


def build_console(settings: Settings) -> dg.LoggerDefinition:
    """The logger `console` of all jobs, in place of Dagster's own of that name."""

    @dg.logger({"log_level": dg.Field(str, is_required=False, default_value="INFO")})
    def console(context: dg.InitLoggerContext) -> logging.Logger:
        shown = logging.StreamHandler(sys.stderr)
        shown.setLevel(context.logger_config["log_level"])
        shown.setFormatter(_OneLine(settings))
        logger = logging.Logger("loads", logging.DEBUG)
        logger.addHandler(shown)
        if (kept := _file(settings)) is not None:
            logger.addHandler(kept)
        return logger

    return console


def _file(settings: Settings) -> logging.Handler | None:
    """The home's log of failed loads; none where it cannot be written."""
    try:
        kept = open_log(settings.home / "logs" / "loads.log", LOG_BYTES)
    except OSError:
        return None
    kept.setLevel(logging.ERROR)
    kept.setFormatter(_Whole(settings))
    return kept


class _Whole(logging.Formatter):
    def __init__(self, settings: Settings) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")
        self._settings = settings

    def format(self, record: logging.LogRecord) -> str:
        """The record with its stack, without secrets."""
        return redact(super().format(record), self._settings)


class _OneLine(_Whole):
    def format(self, record: logging.LogRecord) -> str:
        """What happened, in a line; of a step that failed, why."""
        meta: dict[str, Any] = getattr(record, META, None) or {}
        event = meta.get("dagster_event")
        text = str(meta.get("orig_message") or record.getMessage()).strip().split("\n", 1)[0]
        if event is not None and event.is_step_failure:
            text = f"FAILED: {failure_text(event).splitlines()[0]}"
        return redact(f"{record.levelname} {meta.get('job_name') or ''}: {text}", self._settings)
