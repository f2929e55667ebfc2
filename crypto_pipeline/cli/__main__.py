"""The console script, and `python -m crypto_pipeline.cli` for the parts that `up` starts: what must be right before
anything of ours is imported.
"""

import os
import signal
import sys


def main() -> None:
    """Runs the command line."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:  # closed: else the next file to be opened would take its place
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            setattr(sys, name, os.fdopen(number, mode))
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:  # Ctrl-C while modules are read ends without a stack
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from crypto_pipeline.settings import SettingsError

    try:
        from crypto_pipeline.cli.app import main as run
    except SettingsError as error:  # a source that an installed package brings cannot be used
        sys.stderr.write(f"wrong setting: {error}\n")
        sys.exit(2)
    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
