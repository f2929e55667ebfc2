"""What `doctor` finds in the database: schema and rules, the age of the data, loads, files and checks that failed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import dagster as dg
from sqlalchemy.engine import URL

from crypto_pipeline.catalog import CHECKS, FILE_TAG, PARTITION_TAG, PAST_TAG
from crypto_pipeline.defs.failures import CONTENT_TAG
from crypto_pipeline.defs.keys import job_name, rows_key
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import streams_of
from crypto_pipeline.sources.description import Stream
from crypto_pipeline.sources.provider_errors import http_date
from crypto_pipeline.stages.products import PRODUCTS
from crypto_pipeline.warehouse import health, migrate
from crypto_pipeline.warehouse.cluster import check_path
from crypto_pipeline.warehouse.connect import connect, database_url, display
from crypto_pipeline.warehouse.home import check_home
from crypto_pipeline.warehouse.server import data_directory, exists

# Clocks that differ by more than this are wrong, not late
CLOCK_SECONDS = 60.0
SHORTEST_GROWTH = timedelta(days=1)
FEW_DAYS = 30


@dataclass(frozen=True)
class Finding:
    """What a check found: ok, a warning (the platform works all the same), or failed, with what to do."""

    state: Literal["ok", "warning", "failed"]
    what: str
    todo: str = ""


def database(settings: Settings) -> Iterator[Finding]:
    """Everything that the database can tell. One that is not made yet is nothing to complain of.

    Raises what the database, its server and the home can raise.
    """
    embedded = settings.database_url is None
    if embedded:
        check_path(data_directory(settings))
        check_home(settings.platform_home)
    if not exists(settings):
        yield Finding("ok", f"there is no database in {settings.platform_home} yet: up or refresh makes it")
        return
    url = database_url(settings, create=False)
    yield from _schema(url, "embedded" if embedded else display(url))
    if migrate.current(url) != migrate.head():
        return
    streams = streams_of(settings)
    # of an upgraded database, until something is loaded, a new source has no table
    names = list(dict.fromkeys(stream.source.name for stream in streams if health.has_table(url, stream.source.name)))
    yield from _rules(url, names)
    yield from _growth(url, names, settings)
    yield from _ages(url, streams)


def clock_ahead(date: str | None, now: float) -> float | None:
    """By how many seconds this clock differs from a server's Date header, where that is too much."""
    theirs = http_date(date or "")
    differs = now - theirs.timestamp() if theirs else 0.0
    return differs if abs(differs) > CLOCK_SECONDS else None


def _schema(url: URL, where: str) -> Iterator[Finding]:
    with connect(url) as connection:
        row = connection.execute("show server_version").fetchone()
    yield Finding("ok", f"PostgreSQL {row[0] if row else '?'} answers ({where})")
    revision, newest = migrate.current(url), migrate.head()
    if revision == newest:
        yield Finding("ok", f"the schema is at {newest}, the newest")
    elif not migrate.is_known(revision):
        yield Finding("failed", migrate.newer(revision))
    else:
        yield Finding(
            "warning", f"the schema is at {revision or 'nothing'}, the newest is {newest}",
            "Run crypto-platform db upgrade (up and refresh do it, too)",
        )  # fmt: skip


def _rules(url: URL, sources: list[str]) -> Iterator[Finding]:
    with connect(url) as connection:
        row = connection.execute(
            "select 'É' ilike 'é', extract(epoch from clock_timestamp()), current_setting('server_encoding')"
        ).fetchone()
    same, at, encoding = row or (True, 0, "UTF8")
    if not same or encoding != "UTF8":
        yield Finding(
            "warning", f"the database ({encoding}) does not know that É and é are one letter: searches miss such names",
            "Make the database with encoding UTF8 and a locale such as C.UTF-8 (builtin) or en_US.UTF-8",
        )  # fmt: skip
    if abs(differs := datetime.now(UTC).timestamp() - float(at)) > CLOCK_SECONDS:
        yield Finding("warning", f"the clocks of this machine and of the database differ by {differs:.0f} s", "Use NTP")
    ahead = health.latest_fetch(url, sources)
    if ahead is not None and ahead > datetime.now(UTC) + timedelta(seconds=CLOCK_SECONDS):
        yield Finding(
            "warning", f"a record was fetched at {ahead:%Y-%m-%d %H:%M} UTC, which is to come: the clock was wrong"
        )


def _growth(url: URL, sources: list[str], settings: Settings) -> Iterator[Finding]:
    size, first = health.size_and_start(url, sources)
    age = datetime.now(UTC) - first if first else timedelta(0)
    text = f"the database has {size / 1e6:,.0f} MB"
    if age < SHORTEST_GROWTH:
        yield Finding("ok", text)
        return
    daily = size / (age / timedelta(days=1))
    if settings.database_url is not None:
        yield Finding("ok", f"{text} and grows by {daily / 1e6:,.0f} MB a day")
        return
    stat = os.statvfs(settings.platform_home)
    days = stat.f_bavail * stat.f_frsize / daily
    state: Literal["ok", "warning"] = "warning" if days < FEW_DAYS else "ok"
    todo = "Make room" if state == "warning" else ""
    yield Finding(state, f"{text} and grows by {daily / 1e6:,.0f} MB a day: the disk lasts for {days:,.0f} days", todo)


def _ages(url: URL, streams: list[Stream]) -> Iterator[Finding]:
    for stream in streams:
        newest = PRODUCTS[stream.product].newest(url, stream.source.name)
        if newest is None or stream.cron is None:
            continue
        age = datetime.now(UTC) - newest
        if age > stream.stale_after:
            hours = age / timedelta(hours=1)
            todo = f"Look at its last runs, or load it now: crypto-platform refresh {stream.address}"
            yield Finding("warning", f"{stream.title} is stale: its newest record is {hours:,.1f} hours old", todo)
        else:
            yield Finding(
                "ok", f"{stream.title} is fresh: its newest record is {age / timedelta(minutes=1):.0f} min old"
            )


def loads(settings: Settings) -> Iterator[Finding]:
    """The last load of each source, and its checks, where they failed, from Dagster's storage."""
    from crypto_pipeline.cli.home import prepare_instance

    if not exists(settings):
        return
    url = database_url(settings, create=False)
    if not health.has_dagster(url) or not (settings.home / "dagster").is_dir():
        return
    prepare_instance(settings, url, make=False)
    with dg.DagsterInstance.get() as instance:
        for stream in (stream for stream in streams_of(settings) if stream.past is None):
            yield from _failed_load(instance, stream, settings)
            yield from _failed_checks(instance, stream)


def _failed_load(instance: dg.DagsterInstance, stream: Stream, settings: Settings) -> Iterator[Finding]:
    from api_server.runs.history import failure_of

    statuses = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE]
    records = instance.get_run_records(dg.RunsFilter(job_name=job_name(stream), statuses=statuses), limit=500)
    seen: set[str] = set()
    here = stream.partitions.shown(settings)
    for record in records:
        run = record.dagster_run
        if PAST_TAG in run.tags:  # a load of past days says nothing of what comes now
            continue
        # of feeds and files the last one of each counts, of days the last run whichever it was
        name = run.tags.get(FILE_TAG, run.tags.get(PARTITION_TAG, ""))
        name = "" if "" in here else name
        if name in seen or name not in here:  # a file taken away, a feed that is no longer read
            continue
        seen.add(name)
        if run.status == dg.DagsterRunStatus.FAILURE:
            what = f"the last load of {stream.title}{f' ({name})' if name else ''} failed"
            yield Finding("failed", f"{what}: {failure_of(instance, run.run_id)}", _todo(stream, run))


def _todo(stream: Stream, run: dg.DagsterRun) -> str:
    if CONTENT_TAG in run.tags:
        return "Mend the file and drop it again, or take it out of the inbox"
    return f"Do what it says, then: crypto-platform refresh {stream.address}"


def _failed_checks(instance: dg.DagsterInstance, stream: Stream) -> Iterator[Finding]:
    for name in CHECKS:
        key = dg.AssetCheckKey(rows_key(stream), name)
        history = instance.event_log_storage.get_asset_check_execution_history(key, limit=20)
        found: Any = next((r for r in history if r.event and r.event.asset_check_evaluation), None)
        evaluation = found.event.asset_check_evaluation if found else None
        if evaluation is not None and not evaluation.passed and name != "freshness":  # ages are told by themselves
            asset = key.asset_key.to_user_string()
            yield Finding("warning", f"the check {name} of {asset} fails: {evaluation.description or 'see the UI'}")
