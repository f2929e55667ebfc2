"""Run statistics per source, from the runs that Dagster knows."""

from __future__ import annotations

import statistics
from collections import Counter
from datetime import UTC, datetime
from typing import Any, TypeVar

from api_server.contract.reports import Comparison, Durations, FailedRun, RunRecord, SourceStatistics
from api_server.runs.history import Run

R = TypeVar("R", bound=RunRecord)


def run_record(run: Run, model: type[R], **more: Any) -> R:
    """A run as it is answered, as this model, which may take more."""
    return model(
        run_id=run.run_id,
        job=run.job,
        source=run.source,
        partition=run.partition,
        status=run.status.lower(),
        created_at=run.created,
        started_at=_time(run.started),
        ended_at=_time(run.ended),
        seconds=_rounded(run.seconds),
        requested_by=run.requested_by,
        records=run.records,
        **more,
    )


def source_statistics(runs: list[Run], sources: list[str]) -> dict[str, SourceStatistics]:
    """For each of these sources: counts by status, last success and failure, durations, and the last run against the
    one before. Takes runs newest first; those of past days are of another kind, and left out.
    """
    by_source: dict[str, list[Run]] = {source: [] for source in sources}
    for run in runs:
        if run.source in by_source and not run.past:
            by_source[run.source].append(run)
    return {source: _statistics(own) for source, own in by_source.items()}


def _statistics(runs: list[Run]) -> SourceStatistics:
    succeeded = [run for run in runs if run.status == "SUCCESS"]
    failed = next((run for run in runs if run.status == "FAILURE"), None)
    seconds = sorted(run.seconds for run in succeeded if run.seconds is not None)
    return SourceStatistics(
        runs={status.lower(): number for status, number in sorted(Counter(run.status for run in runs).items())},
        last_success=run_record(succeeded[0], RunRecord) if succeeded else None,
        last_failure=run_record(failed, FailedRun) if failed else None,
        seconds=Durations(
            median=_rounded(statistics.median(seconds)) if seconds else None,
            p95=_rounded(seconds[min(len(seconds) - 1, int(len(seconds) * 0.95))]) if seconds else None,
        ),
        records=_totals(runs),
        compared=_compared(succeeded[0], succeeded[1]) if len(succeeded) > 1 else None,
    )


def _totals(runs: list[Run]) -> dict[str, dict[str, int]]:
    """Counts of all runs, by layer: raw, and the rows made of it."""
    totals: dict[str, Counter[str]] = {}
    for run in runs:
        for layer, counts in run.records.items():
            totals.setdefault(layer, Counter()).update(counts)
    return {layer: dict(counter) for layer, counter in totals.items()}


def _compared(last: Run, before: Run) -> Comparison:
    """The last good run minus the one before."""
    return Comparison(
        with_run=before.run_id,
        seconds=_rounded((last.seconds or 0) - (before.seconds or 0)),
        records={
            layer: {name: counts[name] - before.records.get(layer, {}).get(name, 0) for name in counts}
            for layer, counts in last.records.items()
        },
    )


def _time(moment: float | None) -> datetime | None:
    return datetime.fromtimestamp(moment, UTC) if moment else None


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)
