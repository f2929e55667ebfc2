"""Metrics: the API's own counters, and what is read from the database and Dagster at each scrape."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Response, get
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from api_server.answers.lists import AnyRequest, answer_now
from api_server.contract.models import Item
from api_server.contract.openapi import documented
from api_server.contract.problems import Problem
from api_server.contract.reports import Sample
from api_server.queries import operations
from api_server.runs.stats import source_statistics
from api_server.services import Injected, Services
from crypto_pipeline import __version__


@get(
    ["/metrics", "/observability/metrics"],
    summary="Metrics for Prometheus",
    tags=["System"],
    **documented(None, str, counted=False, media_type="text/plain"),
)
async def metrics(request: AnyRequest, services: Injected) -> Response[Any]:
    """Requests, pool, cache, age of the data, runs and upstream budgets in Prometheus's text format."""
    registry = CollectorRegistry()
    registry.register(_Gathered(await _gather(services)))
    text = generate_latest(services.metrics.registry) + generate_latest(registry)
    return Response(text, headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"})


@get(
    "/observability/metrics/json",
    summary="The same as JSON",
    tags=["System"],
    **documented(None, Item[dict[str, list[Sample]]]),
)
async def metrics_json(request: AnyRequest, services: Injected) -> Response[Any]:
    """The metrics by name, each a list of labels and values."""
    found: dict[str, list[Sample]] = {}
    for metric in [*services.metrics.registry.collect(), *await _gather(services)]:
        for sample in metric.samples:
            found.setdefault(sample.name, []).append(Sample(sample.labels, sample.value))
    return answer_now(request, found)


class _Gathered:
    """What was gathered for one scrape, as a collector."""

    def __init__(self, families: list[GaugeMetricFamily]) -> None:
        self._families = families

    def collect(self) -> list[GaugeMetricFamily]:
        return self._families


def _gauge(name: str, text: str, labels: tuple[str, ...], values: Mapping[Any, float]) -> GaugeMetricFamily:
    """A gauge from its values by label, or by a tuple of labels."""
    gauge = GaugeMetricFamily(name, text, labels=labels)
    for key, value in values.items():
        gauge.add_metric([key] if isinstance(key, str) else list(key), value)
    return gauge


async def _gather(services: Services) -> list[GaugeMetricFamily]:
    """What cannot be read is left out: the rest is needed most just then."""
    pool = services.database.pool.get_stats()
    connections = {
        "open": pool.get("pool_size", 0),
        "idle": pool.get("pool_available", 0),
        "waiting_requests": pool.get("requests_waiting", 0),
    }
    gauges = [
        _gauge("api_pool_connections", "Database connections by state", ("state",), connections),
        _gauge("api_answer_cache_bytes", "Memory of ready answers", (), {(): services.answers.bytes}),
        _gauge("data_version", "Rises with every change of what is served", (), {(): services.database.version or 0}),
    ]
    gauges += _of_this_process(services)
    dagster = asyncio.create_task(_of_dagster(services))
    up = "1 when the database answers"
    try:
        gauges += [*await _of_the_data(services), _gauge("database_up", up, (), {(): 1})]
    except Problem:
        gauges.append(_gauge("database_up", up, (), {(): 0}))
    else:
        with contextlib.suppress(Problem):
            gauges += await _of_the_runs(services)
    return [*gauges, await dagster]


def _of_this_process(services: Services) -> list[GaugeMetricFamily]:
    labels = ("version", "schema")
    gauges = [_gauge("build_info", "Which version this is; always 1", labels, {(__version__, services.revision): 1})]
    with contextlib.suppress(OSError):  # a home that is not there any more
        free = shutil.disk_usage(services.settings.home).free
        gauges.append(_gauge("home_disk_free_bytes", "Free space on the disk of PLATFORM_HOME", (), {(): free}))
    return gauges


async def _of_dagster(services: Services) -> GaugeMetricFamily:
    up: dict[str, float] = {}
    for part, ask in (("webserver", services.dagster.ping), ("daemon", services.dagster.heartbeat)):
        try:
            await ask()
            up[part] = 1
        except Problem:
            up[part] = 0
    return _gauge("dagster_up", "1 when the UI answers, and when the daemon has given a sign of late", ("part",), up)


async def _of_the_data(services: Services) -> list[GaugeMetricFamily]:
    ages = await operations.ages(services.database)
    months = await operations.calls(services.database)
    calls = {upstream: made for upstream, made, _ in months}
    left = {upstream: max(0, allowed - made) for upstream, made, allowed in months if allowed}
    promised = await operations.promises(services.database)
    backup = await operations.backup_age(services.database)
    judged = await operations.judgements(services.database)
    gaps = await operations.gaps_left(services.database)
    spread = judged.pop("median_spread_percent")
    age = {row["source"]: row["age_seconds"] for row in ages}
    return [
        _gauge("data_age_seconds", "Age of a source's newest record", ("source",), age),
        _gauge("data_promised_seconds", "The age it should not pass", ("source",), promised),
        _gauge("database_bytes", "Size of the database", (), {(): await operations.size(services.database)}),
        _gauge("data_records", "Coins or articles", ("source",), {row["source"]: row["records"] for row in ages}),
        _gauge("coins", "Coins by how they were judged; coins: all of them", ("judged",), judged),
        _gauge("coins_median_spread_percent", "Median spread between a coin's sources", (), {(): spread}),
        _gauge("upstream_calls_this_month", "Calls made this month (UTC)", ("upstream",), calls),
        _gauge("upstream_calls_left", "Calls left of the monthly budget", ("upstream",), left),
        _gauge("gaps", "Days of tracked coins that miss quotes", ("source", "state"), gaps),
        _gauge("last_backup_age_seconds", "Since the last backup; nothing before the first", (), _known({(): backup})),
    ]


def _known(values: Mapping[Any, float | None]) -> dict[Any, float]:
    return {label: value for label, value in values.items() if value is not None}


async def _of_the_runs(services: Services) -> list[GaugeMetricFamily]:
    found = source_statistics(await services.history.runs(), await services.sources.names())
    runs = {(source, status): n for source, own in found.items() for status, n in own.runs.items()}
    records = {
        (source, layer, outcome): n
        for source, own in found.items()
        for layer, counts in own.records.items()
        for outcome, n in counts.items()
    }
    durations = {
        (source, quantile): seconds
        for source, own in found.items()
        for quantile, seconds in msgspec.structs.asdict(own.seconds).items()
        if seconds is not None
    }
    return [
        _gauge("etl_runs", "Runs by result", ("source", "status"), runs),
        _gauge("etl_records", "Records by what became of them", ("source", "layer", "outcome"), records),
        _gauge("etl_run_seconds", "Duration of successful runs", ("source", "quantile"), durations),
    ]
