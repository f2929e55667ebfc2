"""Logs by structlog: a JSON object a line, or coloured text on a terminal."""

from __future__ import annotations

import logging
import sys
from typing import Any

import msgspec
import structlog

from crypto_pipeline.settings import Settings


def _to_bytes(event: Any, **_: Any) -> bytes:
    return msgspec.json.encode(event)


def configure_logs(settings: Settings) -> None:
    """Sets structlog up for this process; it writes to standard error."""
    text = settings.log_format == "text" or (settings.log_format == "auto" and sys.stderr.isatty())
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: list[Any] = (
        [structlog.dev.ConsoleRenderer()]
        if text
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(serializer=_to_bytes)]
    )
    structlog.configure(
        processors=[*shared, *renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(settings.log_level)),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr)
        if text
        else structlog.BytesLoggerFactory(sys.stderr.buffer),
        cache_logger_on_first_use=True,
    )
