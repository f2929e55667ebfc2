"""Is the platform ready: does every part answer, is the code location loaded, do its schedules run?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from crypto_pipeline.catalog import LOCATION, REPOSITORY
from crypto_pipeline.settings import Settings

QUESTION = """query Ready($repository: String!, $location: String!) {
  workspaceOrError { ... on Workspace { locationEntries {
    loadStatus locationOrLoadError { __typename ... on PythonError { message } } } } }
  schedulesOrError(repositorySelector: {repositoryName: $repository, repositoryLocationName: $location}) {
    ... on Schedules { results { name scheduleState { status } } } }
  instance { daemonHealth { allDaemonStatuses { daemonType required lastHeartbeatTime } } }
}"""
# Without these nothing is ever loaded by itself
DAEMONS = {"SCHEDULER", "SENSOR", "QUEUED_RUN_COORDINATOR"}
SECONDS = 5.0


@dataclass(frozen=True)
class State:
    """What is not ready yet, what will never be (an error), and which schedules somebody has stopped."""

    missing: tuple[str, ...] = ()
    broken: str = ""
    stopped: tuple[str, ...] = ()


async def look(settings: Settings, began: float) -> State:
    """Asks every part. `began` (Unix time) is when this platform was started: an older heartbeat is another's."""
    async with httpx.AsyncClient(timeout=SECONDS, trust_env=False) as client:
        api = () if await _answers(client, f"{settings.api_address}/health") else ("the API",)
        dagster = await _ask(client, settings)
        if dagster is None:
            return State((*api, "the Dagster UI"))
        state = _judge(dagster, began)
        return State((*api, *state.missing), state.broken, state.stopped)


async def _answers(client: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await client.get(url)).status_code == 200
    except httpx.HTTPError:
        return False


async def _ask(client: httpx.AsyncClient, settings: Settings) -> dict[str, Any] | None:
    asked = {"query": QUESTION, "variables": {"repository": REPOSITORY, "location": LOCATION}}
    url = f"{settings.dagster_address}/graphql"
    try:
        answer = await client.post(url, json=asked, headers=settings.dagster_headers)
        data = answer.json().get("data")
    except (httpx.HTTPError, ValueError, AttributeError):
        return None
    return data if isinstance(data, dict) else None


def _judge(dagster: dict[str, Any], began: float) -> State:
    entries = (dagster.get("workspaceOrError") or {}).get("locationEntries") or []
    loaded = [entry for entry in entries if entry["loadStatus"] == "LOADED"]
    for entry in loaded:
        found = entry["locationOrLoadError"] or {}
        if found.get("__typename") == "PythonError":
            return State(broken=str(found.get("message", "")).strip())
    if not loaded:
        return State(("the code location",))
    beats = {
        status["daemonType"]: status["lastHeartbeatTime"] or 0.0
        for status in dagster["instance"]["daemonHealth"]["allDaemonStatuses"]
        if status["required"]
    }
    late = tuple(f"the daemon's {name.lower()}" for name in sorted(DAEMONS) if beats.get(name, began) < began)
    schedules = (dagster.get("schedulesOrError") or {}).get("results") or []
    stopped = tuple(s["name"] for s in schedules if s["scheduleState"]["status"] != "RUNNING")
    return State(late, "", stopped)
