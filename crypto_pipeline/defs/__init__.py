"""Dagster only, and thin: assets, checks, jobs, schedules, sensors, resources. The work is done in `stages`.

Modules with decorated functions do without `from __future__ import annotations`: Dagster reads their annotations.
"""

import warnings

from dagster import BetaWarning

# A warning at every start about backfill policies, which are settled enough for us, teaches nobody anything.
warnings.filterwarnings("ignore", category=BetaWarning)
