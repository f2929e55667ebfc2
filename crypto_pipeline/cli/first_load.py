"""`python -m crypto_pipeline.cli.first_load DESCRIPTOR [load]`: what must be so before the parts start, then a load.

Dagster's storage is made here, by one process; what only Dagster can find wrong in a setting is found here; runs
whose process is gone are closed. Then a byte on the descriptor lets the parts start. With `load` every source is
loaded once, in this same process: loading Dagster again would take seconds.
"""

from __future__ import annotations

import logging
import os
import sys
import time

import typer

from crypto_pipeline.cli.errors import told
from crypto_pipeline.sources import load_settings


def main(descriptor: int, *, load: bool) -> int:
    """Prepares, tells, loads. Returns the exit status."""
    began = time.time()
    settings = load_settings()
    from crypto_pipeline.cli import refresh
    from crypto_pipeline.cli.home import check_definitions, prepare_all
    from crypto_pipeline.cli.outcomes import chosen_streams

    logging.getLogger("alembic").setLevel(logging.WARNING)
    check_definitions(settings)
    prepare_all(settings)
    refresh.close_runs(settings, began)
    # while the sensor does not run yet: afterwards both would load the inbox
    done = refresh.load_small_inboxes(settings) if load else {}
    os.write(descriptor, b".")
    os.close(descriptor)
    if not load:
        return 0
    return refresh.load(
        settings, [stream for stream in chosen_streams(settings, []) if stream.partitions.due(settings)], done
    )


if __name__ == "__main__":
    with told(typer.echo):
        sys.exit(main(int(sys.argv[1]), load="load" in sys.argv[2:]))
