"""Run statistics, runs and quality, from the runs that a real platform made."""

from __future__ import annotations

import asyncio
import json
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg
import httpx
import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from api_server.app import create_app
from crypto_pipeline import stages
from crypto_pipeline.cli.home import prepare
from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.warehouse.connect import database_url
from tests.api_fixtures import api, settings_for
from tests.conftest import Simulator
from tests.platform_process import environment, platform
from tests.upstream import reply, serving

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"


@pytest.fixture
def _dagster_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`prepare` points the process at a platform's Dagster; afterwards it points nowhere again."""
    yield
    for name in ("DAGSTER_HOME", "DAGSTER_POSTGRES_URL"):
        os.environ.pop(name, None)


@pytest.fixture
def ran(url: URL, simulator: Simulator, tmp_path: Path) -> Settings:
    """A platform that has loaded everything once, and CoinGecko twice more: well, and in vain."""
    home = tmp_path / "home"
    address = url.render_as_string(hide_password=False)
    env = environment(home, simulator.base, DATABASE_URL=address)
    assert platform("refresh", env=env).returncode == 0
    assert platform("refresh", "coingecko", env=env).returncode == 0
    simulator.spoil({"path": "/api/v3/coins/markets", "kind": "401"})
    assert platform("refresh", "coingecko", env=env).returncode == 1
    return settings_for(url, platform_home=home)


@pytest.mark.e2e
def test_statistics_runs_and_quality_tell_what_happened(ran: Settings) -> None:
    with TestClient(create_app(ran)) as client:
        stats = client.get("/stats?limit=3").json()["data"]
        gecko = stats["sources"]["coingecko"]
        assert gecko["runs"] == {"failure": 1, "success": 2}
        assert (
            gecko["last_success"]["records"]["raw"]["unchanged"]
            == gecko["last_success"]["records"]["raw"]["received"]
            == 400
        )
        assert gecko["records"]["raw"]["stored"] == 400
        assert gecko["records"]["quotes"]["quarantined"] > 0
        assert "401" in gecko["last_failure"]["message"]
        assert gecko["compared"]["with_run"] != gecko["last_success"]["run_id"]
        assert gecko["compared"]["records"]["raw"]["stored"] == -400
        assert 0 < gecko["seconds"]["median"] <= gecko["seconds"]["p95"]
        assert {checkpoint["stage"] for checkpoint in gecko["checkpoints"]} == {"raw", "quotes"}
        assert stats["sources"]["coinpaprika"]["runs"] == {"success": 1}
        assert len(stats["recent_runs"]) == 3

        failed, *_ = client.get("/etl/runs?source=coingecko&status=failure").json()["data"]
        assert failed["partition"] == TODAY
        run = client.get(f"/etl/runs/{failed['run_id']}").json()["data"]
        assert run["status"] == "failure"
        assert "401" in run["message"]
        assert {step["step"]: step["status"] for step in run["steps"]}["raw__coingecko"] == "failure"
        good = client.get(f"/etl/runs/{gecko['last_success']['run_id']}").json()["data"]
        assert {asset["asset"] for asset in good["assets"]} == {
            "raw/coingecko", "quotes/coingecko", "crypto_assets", "candles",
        }  # fmt: skip
        assert client.get("/etl/runs/none").status_code == 404
        assert len(client.get("/etl/runs?limit=1&offset=1").json()["data"]) == 1

        status = client.get("/etl/status").json()["data"]
        assert status["queued"] == status["running"] == []
        assert status["last_success"]["coingecko"]

        quality = client.get("/quality").json()["data"]
        assert quality["drift"] == []
        assert {(check["asset"], check["check"]) for check in quality["checks"]} >= {
            ("quotes/coingecko", "contract"),
            ("news/rss", "freshness"),
        }
        assert (
            sum(row["records"] for row in quality["quarantine"])
            == client.get("/quality/quarantine?count=exact").json()["pagination"]["total"]
        )

        metrics = client.get("/metrics").text
        assert 'etl_runs{source="coingecko",status="failure"} 1.0' in metrics
        assert 'data_records{source="coingecko"}' in metrics
        assert 'upstream_calls_this_month{upstream="coingecko"}' in metrics
        assert 'api_requests_total{method="GET",route="/etl/runs/{run_id}",status="200"}' in metrics
        assert gecko["last_success"]["run_id"] not in metrics
        values = client.get("/observability/metrics/json").json()["data"]
        assert {"labels": {"source": "coingecko", "status": "success"}, "value": 2.0} in values["etl_runs"]

        # what the interactive documentation offers can be sent as it stands
        for path, operations in client.get("/schema/openapi.json").json()["paths"].items():
            for parameter in operations.get("get", {}).get("parameters", ()):
                if parameter["in"] == "path":
                    example = next(iter(parameter["examples"].values()))["value"]
                    path = path.replace(f"{{{parameter['name']}}}", str(example))
                elif parameter.get("required"):
                    example = {"source": "coingecko", "source_id": "bitcoin", "tickers": "BTC"}[parameter["name"]]
                    path += f"{'&' if '?' in path else '?'}{parameter['name']}={example}"
            if "get" in operations:
                assert client.get(path).status_code == 200, path

        # and the guide shows what is answered
        guide = (Path(__file__).parent.parent / "docs" / "api.md").read_text()
        shown = re.findall(r"curl 'http://127.0.0.1:8000([^']+)'\n```\n```json\n(.+?)```", guide, re.DOTALL)
        assert len(shown) >= 9
        for path, example in shown:
            assert _missing(json.loads(example), client.get(path).json()) == [], path

        (news,) = client.get("/etl/runs?source=rss").json()["data"]
        assert news["undone_by"] is None
        stages.undo(database_url(ran), [source.streams[0] for source in SOURCES.values()], news["run_id"], "an undo")
        assert client.get("/etl/runs?source=rss").json()["data"][0]["undone_by"] == "an undo"
        assert client.get(f"/etl/runs/{news['run_id']}").json()["data"]["undone_by"] == "an undo"
        assert client.get("/stats").json()["data"]["sources"]["rss"]["last_success"]["undone_by"] == "an undo"


def _missing(shown: Any, answered: Any, where: str = "") -> list[str]:
    """What an example has that the answer has not: names, whatever their values."""
    if isinstance(shown, dict) and isinstance(answered, dict):
        gone = [f"{where}.{name}" for name in shown if name not in answered]
        return gone + [
            text
            for name in shown
            if name in answered
            for text in _missing(shown[name], answered[name], f"{where}.{name}")
        ]
    if isinstance(shown, list) and isinstance(answered, list) and shown and answered:
        return _missing(shown[0], answered[0], f"{where}[0]")
    return []


@pytest.mark.usefixtures("_dagster_home")
def test_a_burst_of_requests_reads_dagsters_storage_once_and_ten_thousand_runs_are_no_burden(
    url: URL, tmp_path: Path
) -> None:
    settings = settings_for(url, platform_home=tmp_path / "home")
    prepare(settings)
    with dg.DagsterInstance.get() as instance:
        for n in range(300):
            instance.add_run(
                dg.DagsterRun(
                    job_name="load_coingecko", run_id=f"{n:032x}", status=dg.DagsterRunStatus.SUCCESS,
                    tags={"crypto/source": "coingecko", "dagster/partition": TODAY},
                )
            )  # fmt: skip

    async def burst() -> tuple[int, list[int]]:
        app = create_app(settings)
        transport = httpx.ASGITransport(app=app)
        async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://api") as client:
            answers = await asyncio.gather(*(client.get("/stats") for _ in range(100)))
            first = app.services.history.reads
            await asyncio.sleep(2.2)
            app.services.history.expire()
            again = await asyncio.gather(*(client.get("/etl/runs?limit=200") for _ in range(100)))
            assert len(again[0].json()["data"]) == 200
            return first, [app.services.history.reads, *{answer.status_code for answer in answers}]

    first, (second, *statuses) = asyncio.run(burst())
    assert (first, second, statuses) == (1, 2, [200])


def test_starting_loads_is_closed_until_there_is_a_token(url: URL) -> None:
    body = {"source": "coingecko"}
    with api(url) as client:
        for path in ("/etl/run", "/trigger-etl"):
            assert client.post(path, json=body).json()["type"] == "/problems/closed"
    with api(url, etl_token="the-token-of-the-tests") as client:
        for headers in (
            {},
            {"X-Scheduler-Token": "wrong"},
            {"Authorization": "Bearer wrong"},
            {"Authorization": "the-token-of-the-tests"},
        ):
            answer = client.post("/etl/run", json=body, headers=headers)
            assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthorized")
        headers = {"X-Scheduler-Token": "the-token-of-the-tests"}
        for content in (b"", b"{", b"[]", b'{"source": "nobody"}', b'{"source": "csv", "more": 1}'):
            answer = client.post("/etl/run", content=content, headers={**headers, "Content-Type": "application/json"})
            assert answer.json()["type"] == "/problems/invalid-parameter", content
        wrong = client.post("/etl/run", json={"source": "nobody", "more": 1}, headers=headers).json()["errors"]
        assert {(error["parameter"], error["value"]) for error in wrong} == {("source", "nobody"), ("more", "1")}
        assert client.post("/etl/run", data={"source": "csv"}, headers=headers).status_code == 415


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"workspaceOrError": {"locationEntries": [{"locationOrLoadError": {"__typename": "PythonError",
          "message": "DagsterUserCodeUnreachableError: Could not reach user code server\nstack"}}]}},
         "Could not reach user code server"),
        ({"workspaceOrError": {"locationEntries": [{"locationOrLoadError": None}]}}, "it is not loaded"),
        ({"workspaceOrError": {"locationEntries": []}}, "it is not loaded"),
    ],
)  # fmt: skip
def test_a_code_server_that_is_gone_is_a_502_and_no_healthy_component(
    url: URL, answer: dict[str, Any], says: str
) -> None:
    with (
        serving(lambda handler: reply(handler, json.dumps({"data": answer}).encode())) as address,
        api(url, etl_token=TOKEN, dagster_url=address) as client,
    ):
        started = client.post("/etl/run", json={"source": "coingecko"}, headers={"X-Scheduler-Token": TOKEN})
        assert (started.status_code, started.json()["type"]) == (502, "/problems/upstream-failed")
        assert says in started.json()["detail"]
        assert "stack" not in started.text
        component = client.get("/health/detailed").json()["components"]["dagster"]
        assert component["state"].startswith("down: Dagster does not reach the platform's code server")


@pytest.mark.parametrize(("ago", "state"), [(10, "ok"), (600, "down: Dagster's daemon has given no sign for 60")])
def test_a_daemon_that_gives_no_sign_is_no_healthy_component(url: URL, ago: float, state: str) -> None:
    statuses = [
        {"daemonType": kind, "required": kind != "SENSOR", "lastHeartbeatTime": time.time() - ago}
        for kind in ("SCHEDULER", "SENSOR")
    ]
    answer = {"instance": {"daemonHealth": {"allDaemonStatuses": statuses}}}
    with (
        serving(lambda handler: reply(handler, json.dumps({"data": answer}).encode())) as address,
        api(url, dagster_url=address) as client,
    ):
        assert client.get("/health/detailed").json()["components"]["daemon"]["state"].startswith(state)


TOKEN = "the-token-of-the-tests"
