"""`crypto-platform refresh`: the sources' Dagster jobs, run once in this process, and a table of what came."""

from __future__ import annotations

import json
import logging
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import dagster as dg
import typer
from dagster._core.remote_origin import ManagedGrpcPythonEnvCodeLocationOrigin, RemoteRepositoryOrigin
from dagster._core.types.loadable_target_origin import LoadableTargetOrigin

from crypto_pipeline.catalog import FILE_TAG, LOCATION, REPOSITORY
from crypto_pipeline.cli.abandoned import PROCESS_TAG, close_abandoned_runs, this_process
from crypto_pipeline.cli.home import prepare_all
from crypto_pipeline.cli.outcomes import Outcome, chosen_streams, print_table
from crypto_pipeline.cli.output import printable, run_id_of
from crypto_pipeline.defs.build import build
from crypto_pipeline.defs.failures import failure_text
from crypto_pipeline.defs.keys import job_name, loaded_partitions, raw_key, rows_key
from crypto_pipeline.defs.memory import settle_memory
from crypto_pipeline.records import Counts
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.inbox import Inbox, is_settled, shown_name, shown_path
from crypto_pipeline.sources.partitions import Files
from crypto_pipeline.stages import load_candles
from crypto_pipeline.warehouse.connect import database_url

# How long a file that is being written is waited for
WRITING_SECONDS = 10
# What an inbox may hold, in bytes, that the start of a platform waits for
SMALL_INBOX = 2_000_000


def run(settings: Settings, names: list[str], *, as_json: bool = False) -> int:
    """Refreshes the named sources (all when none is named). Returns the exit status."""
    chosen = chosen_streams(settings, names)
    prepare_all(settings)
    close_runs(settings)
    return load(settings, chosen, as_json=as_json)


def load(
    settings: Settings, streams: list[Stream], done: dict[str, Outcome] | None = None, *, as_json: bool = False
) -> int:
    """Loads these streams and prints what came of all, `done` ones included. Returns the exit status."""
    outcomes = {**(done or {}), **_outcomes(settings, streams)}
    if as_json:
        typer.echo(json.dumps({name: _plain(outcome) for name, outcome in outcomes.items()}, indent=2))
    else:
        print_table(outcomes)
    return int(any(outcome.errors for outcome in outcomes.values()))


def load_small_inboxes(settings: Settings) -> dict[str, Outcome]:
    """Loads the inboxes when that takes no time; large ones are left to the sensor."""
    small = []
    for stream in streams_of(settings):
        if isinstance(stream.partitions, Files):
            files = stream.partitions.inbox(settings).find_files()
            small += [stream] if sum(path.stat().st_size for path in files) <= SMALL_INBOX else []
    return _outcomes(settings, small) if small else {}


def close_runs(settings: Settings, since: float | None = None) -> None:
    """Ends runs whose process is gone. With `since` this is a platform's start, and nobody else's runs go on."""
    with dg.DagsterInstance.get() as instance:
        close_abandoned_runs(instance, since if settings.database_url is None else None)


def _outcomes(settings: Settings, streams: list[Stream]) -> dict[str, Outcome]:
    _show_progress()
    # somebody is waiting: the HTTP layer's own retries are enough
    definitions = build(settings.model_copy(update={"run_retries": 0}))
    settle_memory()
    with dg.DagsterInstance.get() as instance:
        _make_runs_belong(instance)
        done = {stream.address: _refresh(definitions, instance, settings, stream) for stream in streams}
    load_candles(database_url(settings), run_id_of("refresh"))  # of files, too
    return done


def _make_runs_belong(instance: dg.DagsterInstance) -> None:
    """Runs made in this process name the code location that their jobs have in the Dagster UI, or they have no job."""
    target = LoadableTargetOrigin(executable_path=sys.executable, module_name="crypto_pipeline.definitions")
    origin = ManagedGrpcPythonEnvCodeLocationOrigin(target, LOCATION)
    repository = RemoteRepositoryOrigin(origin, REPOSITORY)
    create = instance.create_run_for_job

    def create_in_repository(job_def: dg.JobDefinition, **more: Any) -> dg.DagsterRun:
        return create(job_def, **{**more, "remote_job_origin": repository.get_job_origin(job_def.name)})

    instance.create_run_for_job = create_in_repository  # type: ignore[assignment,method-assign]


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {**asdict(outcome.counts), "seconds": round(outcome.seconds, 3), "errors": list(outcome.errors)}


def partitions_to_load(
    stream: Stream, settings: Settings, instance: dg.DagsterInstance
) -> list[tuple[str, dict[str, str]]]:
    """Partition keys with run tags: those that are due by the clock, or every file that is not loaded yet."""
    scheme = stream.partitions
    if not isinstance(scheme, Files):
        return [(key, {}) for key in scheme.due(settings)]
    inbox = scheme.inbox(settings)
    files = {inbox.partition_key(path): path for path in _whole_files(stream, inbox)}
    if files:
        instance.add_dynamic_partitions(scheme.name, list(files))
    loaded = loaded_partitions(instance, stream)
    return [(key, {FILE_TAG: shown_path(path)}) for key, path in files.items() if key not in loaded]


def _whole_files(stream: Stream, inbox: Inbox) -> list[Path]:
    """The inbox's files, after waiting a moment for those that are being written; one that does not settle is left."""
    deadline = time.monotonic() + WRITING_SECONDS
    while True:
        files = inbox.find_files()
        unsettled = {path for path in files if not is_settled(path, time.time())}
        if not unsettled:
            return files
        if time.monotonic() > deadline:
            for path in unsettled:
                name = f"{stream.address}: {shown_name(path)}"
                typer.echo(f"{name} is still being written; refresh again when it is whole", err=True)
            return [path for path in files if path not in unsettled]
        time.sleep(0.2)


def _refresh(definitions: dg.Definitions, instance: dg.DagsterInstance, settings: Settings, stream: Stream) -> Outcome:
    outcome = Outcome()
    started = time.monotonic()
    job = definitions.resolve_job_def(job_name(stream))
    partitions = partitions_to_load(stream, settings, instance)
    for number, (partition, tags) in enumerate(partitions, 1):
        where = f" ({number} of {len(partitions)})" if len(partitions) > 1 else ""
        typer.echo(f"{stream.address}: loading {tags.get(FILE_TAG, partition)}{where}", err=True)
        result = job.execute_in_process(
            instance=instance,
            partition_key=partition,
            raise_on_error=False,
            tags={**tags, PROCESS_TAG: this_process()},
            run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        )
        errors = [failure_text(event) for event in result.all_events if event.is_step_failure]
        if any("DagsterExecutionInterruptedError" in error for error in errors):
            raise KeyboardInterrupt
        for error in errors:
            typer.echo(printable(f"{stream.address}: FAILED: {error}"), err=True)
        outcome.counts += _counts(result, stream)
        outcome.errors += tuple(errors) or (() if result.success else ("the run failed; see the Dagster UI",))
    outcome.seconds = time.monotonic() - started
    return outcome


def _counts(result: dg.ExecuteInProcessResult, stream: Stream) -> Counts:
    """The whole way's counts: raw's stored records are what the next stage had in hand."""
    found = {event.asset_key: _read(event) for event in result.get_asset_materialization_events()}
    raw, rows = found.get(raw_key(stream), Counts()), found.get(rows_key(stream), Counts())
    return Counts(raw.unchanged + raw.quarantined, 0, raw.unchanged, raw.quarantined) + rows


def _read(event: dg.DagsterEvent) -> Counts:
    metadata = event.step_materialization_data.materialization.metadata
    values = [metadata[name].value for name in ("received", "stored", "unchanged", "quarantined") if name in metadata]
    return Counts(*map(int, values)) if len(values) == 4 else Counts()  # type: ignore[arg-type]


def _show_progress() -> None:
    """Each page and file as it comes, one line on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("crypto_pipeline.progress")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)
