"""The rules and the dashboard in `deploy/monitoring/`, checked by Prometheus's own programs over a running platform."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import free_port, wait_for
from tests.platform_process import environment, platform
from tests.running_platform import RunningPlatform

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "deploy" / "monitoring"
ALERTS = re.findall(r"alert: (\w+)", (FOLDER / "rules.yml").read_text())
DASHBOARD = json.loads((FOLDER / "dashboard.json").read_text())
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel.get("targets", ())]


def test_the_rules_are_valid_and_each_alert_fires_when_it_should_and_not_before() -> None:
    if shutil.which("promtool") is None:
        pytest.skip("no promtool on this machine (Debian's package prometheus has it)")
    for command in (["check", "config", "prometheus.yml"], ["test", "rules", "rules.test.yml"]):
        done = subprocess.run(["promtool", *command], cwd=FOLDER, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_each_alert_is_tested_both_ways_and_told_what_to_do_about() -> None:
    tests, told = (FOLDER / "rules.test.yml").read_text(), (ROOT / "docs" / "operations.md").read_text()
    for alert in ALERTS:
        cases = re.findall(rf"alertname: {alert}\b,? *\n? *exp_alerts: ?(\[\])?", tests)
        assert "[]" in cases, f"{alert}: no test says when it stays silent"
        assert "" in cases, f"{alert}: no test says when it fires"
        assert f"| `{alert}` |" in told, f"{alert} is not in docs/operations.md"


@pytest.fixture
def prometheus(demo: RunningPlatform, tmp_path: Path) -> Iterator[str]:
    """A Prometheus that scrapes the demo each second, by the configuration that is shipped."""
    if shutil.which("prometheus") is None:
        pytest.skip("no prometheus on this machine (Debian's package prometheus)")
    port = free_port()
    for name in ("rules.yml", "prometheus.yml"):
        text = (FOLDER / name).read_text().replace("127.0.0.1:8000", f"127.0.0.1:{demo.ports['api']}")
        (tmp_path / name).write_text(text.replace("_interval: 30s", "_interval: 1s"))
    process = subprocess.Popen(
        ["prometheus", f"--config.file={tmp_path / 'prometheus.yml'}", f"--storage.tsdb.path={tmp_path / 'tsdb'}",
         f"--web.listen-address=127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def ask(prometheus: str, query: str) -> list[Any]:
    """What Prometheus answers to a query of the dashboard's."""
    for variable, value in (("$job", "crypto-platform"), ("$instance", ".+"), ("$__rate_interval", "1m")):
        query = query.replace(variable, value)
    answer = httpx.get(f"{prometheus}/api/v1/query", params={"query": query}, timeout=10)
    assert answer.status_code == 200, (query, answer.text)
    found: list[Any] = answer.json()["data"]["result"]
    return found


@pytest.mark.slow
@pytest.mark.e2e
def test_every_query_of_the_dashboard_is_answered_by_a_prometheus_that_scrapes_the_demo(
    demo: RunningPlatform, prometheus: str, tmp_path: Path
) -> None:
    demo.wait_until_ready()
    assert platform("--demo", "backup", str(tmp_path / "backup"), env=environment(demo.home)).returncode == 0
    for _ in range(3):
        httpx.get(demo.url("api", "/data"))
    wait_for(lambda: ask(prometheus, "up == 1") and ask(prometheus, "rate(api_requests_total[1m])"), 60)
    wait_for(lambda: all(ask(prometheus, query) for query in QUERIES), 60)
    values = {sample["value"][1] for query in QUERIES for sample in ask(prometheus, query)}
    assert len(values) > len(QUERIES)  # they are numbers of this platform, not all nothing
    rules = httpx.get(f"{prometheus}/api/v1/rules").json()["data"]["groups"][0]["rules"]
    wait_for(lambda: all(rule["health"] == "ok" for rule in rules), 10)
    assert {rule["name"] for rule in rules} == set(ALERTS)
