"""PostgreSQL servers of a test's own, on TCP, as people have them elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from crypto_pipeline.warehouse.cluster import binaries, system_user
from tests.conftest import free_port

PASSWORD = "p@ss/w:rd #1%é+ '"
SYSTEM = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@contextmanager
def external_server(folder: Path, *, tls: bool) -> Iterator[str]:
    """The DATABASE_URL of a server on TCP whose password has every awkward character, in this folder.

    The embedded wheel's programs know no TLS; the system's do, and their server then takes nothing else.
    """
    bin_path = next(iter(SYSTEM), None) if tls else binaries()
    if bin_path is None or (tls and shutil.which("openssl") is None):
        pytest.skip("this machine has no PostgreSQL under /usr/lib/postgresql, or no openssl")
    owner = None
    if os.geteuid() == 0:
        owner = system_user().pw_name
        shutil.chown(folder, owner)
    data, passwords, port = folder / "data", folder / "password", free_port()
    passwords.write_text(PASSWORD)
    passwords.chmod(0o644)

    def run(*command: str | Path) -> None:
        subprocess.run(list(map(str, command)), check=True, user=owner, capture_output=True, cwd=folder)

    run(bin_path / "initdb", "-D", data, "-U", "owner", "-A", "scram-sha-256", f"--pwfile={passwords}", "-E", "UTF8")
    if tls:
        made = ("-subj", "/CN=localhost", "-out", data / "server.crt", "-keyout", data / "server.key")
        run("openssl", "req", "-new", "-x509", "-days", "1", "-nodes", *made)
        (data / "server.key").chmod(0o600)
        (data / "pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 scram-sha-256\n")
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c ssl={'on' if tls else 'off'}"
    run(bin_path / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
    try:
        mode = "require" if tls else "prefer"
        yield f"postgresql://owner:{quote(PASSWORD, safe='')}@127.0.0.1:{port}/postgres?sslmode={mode}"
    finally:
        run(bin_path / "pg_ctl", "-D", data, "-m", "immediate", "stop")
