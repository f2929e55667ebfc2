"""A feed's answer as entries: read by `parser` in a process of its own, which the kernel ends at its bounds."""

from __future__ import annotations

import json
import subprocess
import sys
from email.message import Message
from typing import Any

from crypto_pipeline.records import Rejected
from crypto_pipeline.sources.errors import LATER, Fault, SourceError
from crypto_pipeline.sources.http import Response, shown
from crypto_pipeline.sources.rss import parser

NAME = "rss"
# The reader is ended by its own limit on the processor's time; this is for a machine that stands still
READER_SECONDS = 60


def entries_of(response: Response) -> tuple[list[dict[str, Any]], list[Rejected]]:
    """The entries of the feed that an answer is, and those that cannot be read. Raises `SourceError` for no feed."""
    found = _read_document(response)
    url = shown(response.url)
    if found["fault"] == "entities":
        raise SourceError(NAME, Fault.UNEXPECTED, f"{url} declares entities of its own", "Such feeds are not read")
    if found["fault"] == "cut off":
        raise SourceError(NAME, Fault.CUT_OFF, f"{url}: the feed ends early", LATER)
    if found["fault"]:
        raise SourceError(
            NAME, Fault.UNEXPECTED, f"{url} sent no feed but {response.body[:80].decode(errors='replace')!r}",
            "Check the feed's URL; the next run tries again",
        )  # fmt: skip
    refused = [Rejected(text.encode("utf-8", "replace"), (reason,), origin=url) for text, reason in found["refused"]]
    return [_whole_text(entry) for entry in found["entries"]], refused


def _read_document(response: Response) -> dict[str, Any]:
    """What the reader's process makes of it. Raises `SourceError` when the process is ended by its limits, or fails."""
    message = Message()
    message["content-type"] = response.headers.get("content-type", "")
    charset = message.get_content_charset()
    head = json.dumps({"charset": charset}).encode() + b"\n"
    reader = [sys.executable, "-I", parser.__file__]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            reader, input=head + response.body, capture_output=True, timeout=READER_SECONDS, check=False
        )
        if done.returncode > 0 and b"MemoryError" not in done.stderr:
            said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise SourceError(
                NAME, Fault.UNEXPECTED, f"{shown(response.url)}: the feed cannot be read ({''.join(said)[:200]})",
                "Please report it, with the feed",
            )  # fmt: skip
        found = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise SourceError(
            NAME, Fault.UNEXPECTED,
            f"{shown(response.url)}: reading it takes more than {parser.CPU_SECONDS} s or "
            f"{parser.MEMORY_BYTES / 1e6:.0f} MB",
            "No real feed does; check the feed's URL",
        ) from None  # fmt: skip
    return dict(found)


def _whole_text(value: Any) -> Any:
    """Text that is Unicode: a numeric reference can name half a character."""
    if isinstance(value, dict):
        return {_whole_text(key): _whole_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole_text(item) for item in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
