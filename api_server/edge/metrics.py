"""What Prometheus is told of the API itself. What is read from the database is in `routes.metrics`."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The API's counters, in a registry of their own so that two applications in one process do not meet."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "api_requests", "Requests by route template, method and status", ["route", "method", "status"],
            registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "api_request_seconds", "Time to answer, by route template", ["route"], buckets=BUCKETS,
            registry=self.registry,
        )  # fmt: skip
        self.cache = Counter("api_cache", "Cacheable requests by outcome", ["outcome"], registry=self.registry)
        self.exports = Gauge("api_exports_running", "Exports being sent", registry=self.registry)
        self._children: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def observe(self, route: str, method: str, status: int, seconds: float, cached: str) -> None:
        """Counts one request. `route` is a template, never a path: paths are without end."""
        key = (route, method, status)
        children = self._children.get(key)
        if children is None:
            children = self._children[key] = (
                self.requests.labels(route, method, str(status)), self.seconds.labels(route),
            )  # fmt: skip
        children[0].inc()
        children[1].observe(seconds)
        if cached != "none":
            self.cache.labels(cached).inc()
