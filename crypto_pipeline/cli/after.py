"""`python -m crypto_pipeline.cli.after PORT COMMAND…`: waits until the port answers, then becomes the command.

Dagster's UI and daemon, started before the code server listens, would greet the user with a stack trace.
"""

import os
import socket
import sys
import time

PATIENCE = 60.0


def main(port: int, command: list[str]) -> None:
    """Waits for the port, at most a minute: then the command's own error is the better one."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    os.execv(command[0], command)  # noqa: S606 - up's own command lines


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
