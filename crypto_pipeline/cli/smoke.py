"""`crypto-platform smoke URL`: a running platform from end to end, over HTTP only, wherever it runs."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import httpx
import tenacity
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from crypto_pipeline.catalog import NEWS
from crypto_pipeline.cli.output import printable

TOKEN, KEY = "ETL_TOKEN", "API_KEY"
LOAD_SECONDS = 600
EXPORTS = {"csv": "text/csv", "ndjson": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}


class FailedError(Exception):
    """A check did not get what it expected. The text says what came."""


class SkippedError(Exception):
    """A check could not be made. The text says why."""


@dataclass(frozen=True)
class Result:
    """What a check came to."""

    check: str
    state: Literal["ok", "skipped", "FAILED"]
    seconds: float
    what: str


class Smoke:
    """The checks of one platform."""

    def __init__(self, client: httpx.Client, token: str | None) -> None:
        self.client, self.token = client, token
        self.sources: list[dict[str, Any]] = []

    def checks(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Each check's name, and what makes it: it returns what it found, or raises."""
        yield "health", self.health
        yield "sources", self.find_sources
        for name in dict.fromkeys(stream["source"] for stream in self.sources):
            yield f"load {name}", lambda name=name: self.load(name)  # type: ignore[misc]
        for stream in self.sources:
            yield f"data of {stream['source']}", lambda stream=stream: self.data(stream)  # type: ignore[misc]
        yield "trace to a payload", self.trace
        for name, media_type in EXPORTS.items():
            yield f"export as {name}", lambda n=name, m=media_type: self.export(n, m)  # type: ignore[misc]
        yield "metrics", self.metrics

    def health(self) -> str:
        answer = self._get("/health/ready").json()
        return f"version {answer['version']}, schema {answer['schema']}"

    def find_sources(self) -> str:
        self.sources = self._get("/sources").json()["data"]
        return ", ".join(dict.fromkeys(stream["source"] for stream in self.sources))

    def load(self, source: str) -> str:
        """Starts a load and follows it to its end. One that runs already and ends well is as good; one that was killed,
        say, is waited for.
        """
        if self.token is None:
            raise SkippedError(f"{TOKEN} is not set: no load can be started")
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = self.client.post("/etl/run", json={"source": source}, headers=headers)
        if answer.status_code == 409 and self._follow(answer.json()["run_id"])["status"] != "success":
            answer = self.client.post("/etl/run", json={"source": source}, headers=headers)
        if answer.status_code == 400:  # a file, or one of several feeds, must be named
            raise SkippedError(_said(answer))
        if answer.status_code not in (202, 409):
            raise FailedError(_said(answer))
        run = answer.json()["run_id"] if answer.status_code == 409 else answer.json()["data"]["run_id"]
        found = self._follow(run)
        if found["status"] != "success":
            raise FailedError(f"run {run}: {found['status']}: {found.get('message') or 'no reason is given'}")
        return f"run {run}: " + ", ".join(f"{layer} {sum(n.values()):,}" for layer, n in found["records"].items())

    def data(self, stream: dict[str, Any]) -> str:
        """One row of the source's, or why there can be none."""
        is_news = stream["product"] == NEWS
        rows = self._get("/news?limit=1" if is_news else f"/data?source={stream['source']}&limit=1").json()["data"]
        if not rows:
            raise SkippedError("nothing of it was ever loaded")
        name, time_of = ("title", "published_at") if is_news else ("ticker", "observed_at")
        return f"{rows[0][name]}, {rows[0][time_of]}"

    def trace(self) -> str:
        """From a coin's record to the very payload that it was read of."""
        rows = self._get("/data?limit=1").json()["data"]
        if not rows:
            raise FailedError("there is no coin")
        payload = self._get(rows[0]["raw"]).json()["data"]
        if payload["source"] != rows[0]["source"]:
            raise FailedError(f"{rows[0]['raw']} is a payload of {payload['source']}, not of {rows[0]['source']}")
        return f"{rows[0]['ticker']} at {rows[0]['raw']}, fetched {payload['fetched_at']}"

    def export(self, name: str, media_type: str) -> str:
        answer = self._get(f"/data?format={name}&limit=100")
        if not answer.headers["content-type"].startswith(media_type):
            raise FailedError(f"it is {answer.headers['content-type']}")
        return f"{len(answer.content):,} bytes"

    def metrics(self) -> str:
        lines = [line for line in self._get("/metrics").text.splitlines() if not line.startswith("#")]
        if not any(line.startswith("api_requests_total") for line in lines):
            raise FailedError("no api_requests_total")
        return f"{len(lines):,} values"

    def _follow(self, run: str) -> dict[str, Any]:
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_result(lambda found: found["status"] not in ("success", "failure", "canceled")),
            wait=tenacity.wait_fixed(1), stop=tenacity.stop_after_delay(LOAD_SECONDS),
            retry_error_callback=lambda state: state.outcome.result() if state.outcome else {},
        )  # fmt: skip
        return dict(retrying(lambda: self._get(f"/etl/runs/{run}").json()["data"]))

    def _get(self, path: str) -> httpx.Response:
        answer = self.client.get(path)
        if answer.status_code != 200:
            raise FailedError(_said(answer))
        return answer


def run(address: str) -> int:
    """Makes all checks, prints a table, and returns 1 when one failed."""
    headers = {"X-API-Key": key} if (key := os.environ.get(KEY)) else {}
    results = []
    with httpx.Client(base_url=address.rstrip("/"), headers=headers, timeout=30) as client:
        for name, check in Smoke(client, os.environ.get(TOKEN) or None).checks():
            results.append(_made(name, check))
            if name == "health" and results[0].state == "FAILED":
                break  # nothing else can be better
    table = Table("check", "", "seconds", "what", box=None, pad_edge=False)
    for r in results:
        table.add_row(r.check, r.state, f"{r.seconds:.1f}", escape(printable(r.what)))
    Console(highlight=False).print(table)
    return int(any(r.state == "FAILED" for r in results))


def _made(name: str, check: Callable[[], str]) -> Result:
    began = time.monotonic()
    try:
        state, what = "ok", check()
    except SkippedError as error:
        state, what = "skipped", str(error)
    except (FailedError, httpx.HTTPError, KeyError, ValueError) as error:
        state, what = "FAILED", f"{error}" if isinstance(error, FailedError) else f"{type(error).__name__}: {error}"
    return Result(name, state, time.monotonic() - began, what)  # type: ignore[arg-type]


def _said(answer: httpx.Response) -> str:
    """What a problem says, in a line."""
    try:
        problem = answer.json()
        text = problem.get("detail") or problem.get("title") or answer.text
    except ValueError:
        text = answer.text
    return (
        f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {' '.join(str(text).split())[:300]}"
    )
