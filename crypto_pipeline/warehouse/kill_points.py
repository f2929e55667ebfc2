"""Named moments at which a test kills the process: CRYPTO_PLATFORM_KILL_AT="raw/coingecko:before commit".

Random moments seldom hit the few that matter. Without the variable this is one comparison.
"""

from __future__ import annotations

import os
import signal

VARIABLE = "CRYPTO_PLATFORM_KILL_AT"
_WANTED = os.environ.get(VARIABLE)


def reach(place: str, moment: str) -> None:
    """Ends the process here, as a power cut would, when this is the moment that was named."""
    if _WANTED is not None and f"{place}:{moment}" == _WANTED:
        os.kill(os.getpid(), signal.SIGKILL)
