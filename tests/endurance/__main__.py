"""Starts in a row, kills at every stage, minutes of load: nothing hangs, nothing is lost or doubled, no 5xx but 503."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.endurance.kills import kills
from tests.endurance.load import load
from tests.endurance.starts import starts

COMMANDS: dict[str, Callable[[int], bool]] = {"starts": starts, "kills": kills, "load": load}


def main() -> int:
    """Runs one of them and says whether all was well."""
    if len(sys.argv) != 3 or sys.argv[1] not in COMMANDS or not sys.argv[2].isdigit():
        print(f"usage: python -m tests.endurance {'|'.join(COMMANDS)} NUMBER (of starts, of kills, of seconds)")
        return 2
    well = COMMANDS[sys.argv[1]](int(sys.argv[2]))
    print("passed" if well else "FAILED")
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
