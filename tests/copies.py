"""What a database has, to be held against its copy; and processes that are killed while they make one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.transfer import digest_of, find_tables

RUN = "from pathlib import Path; from sqlalchemy.engine import make_url; import sys; from crypto_pipeline.warehouse import"


def contents(url: URL) -> dict[str, Any]:
    """A digest of every table, but for that of the backups themselves."""
    with connect(url) as connection:
        tables = find_tables(connection)
        return {name: digest_of(connection, table) for name, table in tables.items() if name != "public.backups"}


def killed_when(url: URL, folder: Path, program: str, code: str) -> None:
    """Runs the code until PostgreSQL's program is at work, then kills the process."""
    process = subprocess.Popen([sys.executable, "-c", code, url.render_as_string(False), str(folder)])
    import psutil

    try:
        while process.poll() is None:
            children = psutil.Process(process.pid).children()
            if any(program in child.name() for child in children):
                process.send_signal(signal.SIGKILL)
                for child in children:
                    child.kill()
                break
    except psutil.NoSuchProcess:
        pass
    assert process.wait() == -signal.SIGKILL
