"""Starts runs through Dagster's GraphQL, as its own UI does."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx

from api_server.contract.context import Context
from api_server.contract.problems import Problem
from crypto_pipeline.catalog import (
    HEARTBEAT_SECONDS,
    LOCATION,
    REPOSITORY,
    SOURCE_TAG,
    UNDO_JOB,
    UNDO_OP,
)
from crypto_pipeline.settings import Settings

LAUNCH = """
mutation Launch($params: ExecutionParams!) {
  launchRun(executionParams: $params) {
    __typename
    ... on LaunchRunSuccess { run { runId } }
    ... on PythonError { message }
    ... on InvalidSubsetError { message }
    ... on PipelineNotFoundError { message }
    ... on RunConfigValidationInvalid { errors { message } }
  }
}
"""
PARTITIONS = """
query Keys($job: String!, $repository: String!, $location: String!) {
  partitionSetsOrError(
    pipelineName: $job, repositorySelector: {repositoryName: $repository, repositoryLocationName: $location}
  ) {
    ... on PartitionSets { results { partitionsOrError { ... on Partitions { results { name } } } } }
  }
}
"""
# Whether Dagster can start anything: it reaches the code server, and that could load our definitions
LOCATIONS = """{ workspaceOrError { ... on Workspace { locationEntries {
  loadStatus locationOrLoadError { __typename ... on PythonError { message } } } } } }"""
BEATS = "{ instance { daemonHealth { allDaemonStatuses { daemonType required lastHeartbeatTime } } } }"
SECONDS = 15


class DagsterClient:
    """Dagster's webserver. Raises `Problem` when it does not answer or refuses."""

    def __init__(self, settings: Settings) -> None:
        self._url = f"{settings.dagster_address}/graphql"
        self._headers = settings.dagster_headers
        self.ui = settings.dagster_public_url or settings.dagster_address

    async def ping(self) -> None:
        """Returns when it answers and has our definitions."""
        found = (await self._ask(LOCATIONS, {})).get("workspaceOrError") or {}
        for entry in found.get("locationEntries") or [{}]:
            location = entry.get("locationOrLoadError") or {}
            if location.get("__typename") != "RepositoryLocation":
                said = str(location.get("message") or "it is not loaded").strip().splitlines()[0]
                raise Problem("upstream-failed", f"Dagster does not reach the platform's code server: {said[:300]}")

    async def heartbeat(self) -> None:
        """Returns when its daemon, which loads on schedule, has given a sign of late."""
        health = (await self._ask(BEATS, {})).get("instance", {}).get("daemonHealth", {})
        needed = [status for status in health.get("allDaemonStatuses", []) if status["required"]]
        last = min((status["lastHeartbeatTime"] or 0.0 for status in needed), default=0.0)
        if (silent := time.time() - last) > HEARTBEAT_SECONDS:
            since = f"for {silent:,.0f} s" if last else "yet"
            raise Problem("upstream-failed", f"Dagster's daemon has given no sign {since}: nothing loads on schedule.")

    async def partitions(self, source: str) -> list[str]:
        """The partition keys that a source's job has, in order."""
        answer = await self._ask(PARTITIONS, {"job": f"load_{source}", "repository": REPOSITORY, "location": LOCATION})
        sets = answer.get("partitionSetsOrError", {}).get("results")
        if not sets:  # it knows no such job: then it knows none
            await self.ping()
            raise Problem("upstream-failed", f"Dagster knows no job load_{source}; restart the platform.")
        return [item["name"] for found in sets for item in found.get("partitionsOrError", {}).get("results", [])]

    async def launch(self, source: str, part: dict[str, str], context: Context) -> str:
        """Starts the source's job for a part of it, by the tags that name that; returns the run's id."""
        config = {"loggers": {"console": {"config": {"log_level": "INFO"}}}}
        return await self._launch(f"load_{source}", config, {SOURCE_TAG: source, **part}, context)

    async def undo(self, run_id: str, context: Context) -> str:
        """Starts the job that undoes a run; returns its own run's id."""
        return await self._launch(UNDO_JOB, {"ops": {UNDO_OP: {"config": {"run_id": run_id}}}}, {}, context)

    async def _launch(self, job: str, config: dict[str, Any], tags: dict[str, str], context: Context) -> str:
        tags = {
            **tags,
            "crypto/request_id": context.request_id,
            **({"crypto/traceparent": context.traceparent} if context.traceparent else {}),
        }
        answer = await self._ask(
            LAUNCH,
            {
                "params": {
                    "selector": {
                        "repositoryLocationName": LOCATION, "repositoryName": REPOSITORY, "jobName": job,
                    },
                    "runConfigData": json.dumps(config),
                    "executionMetadata": {"tags": [{"key": key, "value": value} for key, value in tags.items()]},
                }
            },
        )  # fmt: skip
        launched = answer.get("launchRun", {})
        if "run" not in launched:
            raise Problem(
                "upstream-failed", f"Dagster did not start the run ({launched.get('__typename', 'no answer')})."
            )
        return str(launched["run"]["runId"])

    async def _ask(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        try:
            async with httpx.AsyncClient(timeout=SECONDS, trust_env=False) as client:
                response = await client.post(
                    self._url, json={"query": query, "variables": variables}, headers=self._headers
                )
            data = response.json().get("data")
        except (httpx.HTTPError, ValueError):
            raise Problem(
                "upstream-failed", f"Dagster does not answer at {self.ui}; start the platform with crypto-platform up."
            ) from None
        if not isinstance(data, dict):
            raise Problem("upstream-failed", "Dagster refused the request.")
        return data
