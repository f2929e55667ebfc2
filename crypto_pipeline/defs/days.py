"""The days that a run is to load: today's by a snapshot, past ones by their source's history."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

import dagster as dg
from dagster._core.events import DagsterEvent
from dagster._core.storage.tags import MAX_RETRIES_TAG, MAX_RUNTIME_SECONDS_TAG

from crypto_pipeline import stages
from crypto_pipeline.catalog import PAST_TAG
from crypto_pipeline.defs.failures import explained
from crypto_pipeline.defs.history import calls_to_come
from crypto_pipeline.defs.keys import raw_key, rows_key
from crypto_pipeline.defs.platform import Platform
from crypto_pipeline.records import Counts
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.snapshots import is_today
from crypto_pipeline.stages import history

# A run of past days may last as long as it gets on: so many seconds after its last sign it is ended
PATIENCE = 3_600
SIGN_EVERY = 60.0
# A run of past days whose process dies goes on by itself, so many times
RETRIES = 5
Context = dg.AssetExecutionContext
Say = Callable[[str], None]


def load_days(context: Context, platform: Platform, stream: Stream, say: Say) -> Counts:
    """Loads the run's days, raw and rows, and records each in Dagster when it is there. Returns what became of raw's
    records. Raises `Failure` at the end for the days that cannot be loaded, and what a load of the others raises.
    """
    days, today = context.partition_keys, f"{datetime.now(UTC):%Y-%m-%d}"
    # of one day alone the snapshot itself decides whether it is today's: it may have waited over midnight
    now = [day for day in days if day == today or (len(days) == 1 and is_today(day))]
    past = [date.fromisoformat(day) for day in days if day not in now]
    counts = Counts()
    if now:
        with explained(context, platform.settings):
            counts += stages.load_raw(platform.url, platform.settings, stream, now, context.run.run_id, say)
    if not past:
        return counts
    if now:
        with explained(context, platform.settings):
            rows = stages.load_rows(platform.url, stream, context.run.run_id, context.log.warning)
        _record(context, stream, now, counts, rows, {})
    answers, refused = _load_past(context, platform, stream, past, say)
    if refused:
        fail(refused, len(days))
    return counts + answers


def _load_past(
    context: Context, platform: Platform, stream: Stream, days: Sequence[date], say: Say
) -> tuple[Counts, dict[date, str]]:
    """Loads what can be had of past days. Returns what became of the answers, and the days that cannot, with why."""
    settings, run_id = platform.settings, context.run.run_id
    (past,) = stream.pasts
    reserve = calls_to_come(stream, settings)
    tags = {PAST_TAG: f"{days[0]}/{days[-1]}", MAX_RETRIES_TAG: str(RETRIES)}
    context.instance.add_run_tags(run_id, tags)
    alive = signs(context)

    def done(so_far: history.Done) -> None:
        more = {"calls": so_far.calls, "calls of the run": so_far.of}
        names = [f"{day}" for day in so_far.days]
        _record(context, stream, names, so_far.answers, so_far.points, more)

    try:
        with explained(context, settings):
            plan, answers, _ = history.load_history(
                platform.url,
                settings,
                past,
                lambda: history.plan(platform.url, settings, past, days, reserve),
                run_id,
                heard(alive, say),
                done,
                reserve,
                alive,
            )
    finally:  # what came is served, whatever became of the rest
        stages.load_unified(platform.url, run_id)
    if plan.unknown:
        context.log.warning(f"nobody is called {', '.join(plan.unknown)}: see HISTORY_COINS")
    return answers, plan.refused


def require_raw(context: Context, stream: Stream) -> None:
    """Raises `Failure` when raw has nothing of some of the run's partitions: they are not there, whatever the stage
    has worked off. The others are recorded.
    """
    there = _materialized(context.instance, raw_key(stream), context.partition_keys)
    missing = [key for key in context.partition_keys if key not in there]
    if not missing:
        return
    for partition in sorted(there):
        report(context, rows_key(stream), partition, {})
    asset = raw_key(stream).to_user_string()
    fail(dict.fromkeys(missing, f"{asset} has nothing of it: materialise that, too"), len(context.partition_keys))


def fail(refused: Mapping[Any, str], of: int) -> None:
    """Raises the final `Failure` for partitions that cannot be had, with why."""
    told = []
    for reason in dict.fromkeys(refused.values()):
        about = [str(day) for day, why in refused.items() if why == reason]
        span = about[0] if len(about) == 1 else f"{len(about):,} from {about[0]} to {about[-1]}"
        told.append(f"{span}: {reason}")
    raise dg.Failure(
        f"{len(refused):,} of {of:,} partitions could not be loaded, the others are there. {'; '.join(told)}",
        metadata={"not loaded": [str(day) for day in refused][:1_000]},
        allow_retries=False,
    )


def _materialized(instance: dg.DagsterInstance, key: dg.AssetKey, partitions: Sequence[str]) -> set[str]:
    if len(partitions) > 1:
        return instance.get_materialized_partitions(key) & set(partitions)
    wanted = dg.AssetRecordsFilter(asset_key=key, asset_partitions=list(partitions))
    return set(partitions) if instance.fetch_materializations(wanted, limit=1).records else set()


def _record(
    context: Context, stream: Stream, days: Collection[str], raw: Counts, rows: Counts, more: Mapping[str, int]
) -> None:
    """Records days of both assets."""
    for day in days:
        for key, counts in ((raw_key(stream), raw), (rows_key(stream), rows)):
            report(context, key, day, {**asdict(counts), **more})


def report(context: Context, key: dg.AssetKey, partition: str, metadata: dict[str, int]) -> None:
    """Records a partition of an asset, now: an event that a step only logs comes when it ends, or never."""
    event = dg.AssetMaterialization(key, partition=partition, metadata=metadata)
    step = context.op_execution_context.get_step_execution_context()
    context.instance.report_dagster_event(DagsterEvent.asset_materialization(step, event), context.run.run_id)


def signs(context: Context | dg.OpExecutionContext) -> Callable[[], None]:
    """What a long run calls when it gets on: its time to live counts from then."""
    began, last = time.monotonic(), -SIGN_EVERY

    def alive() -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= SIGN_EVERY:
            last = now
            lives = {MAX_RUNTIME_SECONDS_TAG: str(int(now - began) + PATIENCE)}
            context.instance.add_run_tags(context.run.run_id, lives)

    return alive


def heard(alive: Callable[[], None], say: Say) -> Say:
    """Says a line, which is a sign of life, too."""

    def both(line: str) -> None:
        alive()
        say(line)

    return both
