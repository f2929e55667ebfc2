"""`python part.py PARENT SOCKET COMMAND…`: waits until SOCKET (`-`: none) takes connections, then becomes the command.

The UI and the daemon, started before the code server listens, would greet the user with a stack. The kernel is asked
to end the command with its parent, in case both the parent and its guard are killed. Only the standard library, and
no site-packages: this is what each part starts with.
"""

import ctypes
import os
import signal
import socket
import sys
import time

PATIENCE = 300.0
PR_SET_PDEATHSIG = 1
# In place of a socket: the guard is to outlive its parent
GUARD = "guard"


def main(parent: int, awaited: str, command: list[str]) -> None:
    """Waits, then becomes the command; when the wait is in vain, the command's own error is the better one."""
    if sys.platform == "linux" and awaited != GUARD:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while awaited not in ("-", GUARD) and time.monotonic() < deadline and os.getppid() == parent:
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(awaited) == 0:
                break
        time.sleep(0.1)
    if os.getppid() == parent or awaited == GUARD:  # else it died before the kernel was asked
        os.execv(command[0], command)  # noqa: S606 - up's own command lines


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
