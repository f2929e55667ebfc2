"""The ports of a start: are they free, allowed, and on an address of this machine?"""

from __future__ import annotations

import errno
import os
import socket

from crypto_pipeline.settings import Settings

LOOPBACK = "127.0.0.1"
# The settings that say on which addresses they listen
HOSTS = {"api_port": "api_host", "dagster_port": "dagster_host"}
NAMES = {"simulator_port": "simulator", "api_port": "API", "dagster_port": "Dagster UI"}


def ports_problem(wanted: dict[str, int], settings: Settings) -> str:
    """What is wrong with the ports, and what to do; empty for nothing."""
    if len(set(wanted.values())) < len(wanted):
        return f"two parts cannot share a port: {', '.join(f'{NAMES[n]} {p}' for n, p in wanted.items())}"
    taken = []
    for name, port in wanted.items():
        variable = HOSTS.get(name, "")
        host = getattr(settings, variable) if variable else LOOPBACK
        problem = _bind(host, port)
        if problem == errno.EADDRINUSE:
            taken.append(f"{port} ({NAMES[name]})")
        elif problem in (errno.EACCES, errno.EPERM):
            return f"port {port} ({NAMES[name]}) is forbidden to this user: choose one from 1024 on"
        elif problem:
            return (
                f"{variable.upper()}: {host} is no address of this machine ({os.strerror(problem)}); example: "
                f"{variable.upper()}={LOOPBACK}"
            )
    if not taken:
        return ""
    options = ", ".join(f"--{name.replace('_', '-')}" for name in wanted)
    return (
        f"port {', '.join(taken)} is taken: is the platform running already? "
        f"Stop what uses it, or choose another with {options}"
    )


def _bind(host: str, port: int) -> int:
    """Why this address cannot be listened on, as an errno; 0 when it can."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        return errno.EADDRNOTAVAIL
    except OSError as error:
        return error.errno or errno.EADDRNOTAVAIL
    return 0
