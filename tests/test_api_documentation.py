"""The index and the documentation: they describe what is answered, and need no network."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.engine import URL

from crypto_pipeline.sources import FullSettings as Settings
from tests.api_fixtures import api, fill


@pytest.fixture
def filled(url: URL) -> URL:
    return fill(url)


def test_the_index_and_the_documentation_need_no_network(filled: URL, settings: Settings) -> None:
    with api(filled) as client:
        for link in client.get("/").json()["data"]["links"].values():
            assert client.get(link).status_code in (200, 503), link  # 503: Dagster does not run in this test
        page = client.get("/docs").text
        assert "//" not in page.replace("<!doctype", "")
        for path in ("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/start.js", "/docs/favicon-32x32.png"):
            assert client.get(path).status_code == 200
        assert client.get("/docs/index.html").status_code == 404
        assert b"openapi: 3.1.0" in client.get("/docs/swagger-ui-bundle.js").content  # it reads what we write


def test_the_openapi_document_describes_every_parameter_and_error(filled: URL) -> None:
    with api(filled) as client:
        document: dict[str, Any] = client.get("/schema/openapi.json").json()
    operations = [(path, method, op) for path, ops in document["paths"].items() for method, op in ops.items()]
    assert {path for path, _, _ in operations} >= {
        "/data", "/assets/{ticker}", "/assets/{ticker}/history", "/assets/{ticker}/candles", "/history", "/compare", "/market", "/revisions", "/news", "/news/{article_id}", "/records", "/raw/{source}/{source_id}", "/stats",
        "/quality", "/etl/status", "/etl/runs", "/etl/runs/{run_id}", "/etl/run", "/trigger-etl", "/health",
        "/health/live", "/health/ready", "/health/detailed", "/system/info", "/metrics", "/observability/metrics",
        "/observability/metrics/json", "/",
    }  # fmt: skip
    for path, method, operation in operations:
        assert operation.get("summary"), path
        assert operation.get("description"), path
        assert operation.get("tags"), path
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), (path, parameter["name"])
        probe = path in ("/health", "/health/live", "/health/ready")
        for status in ("400", "500") if probe else ("400", "429", "500"):
            assert "application/problem+json" in operation["responses"][status]["content"], (path, method, status)


def test_the_openapi_document_names_every_header_status_and_field_that_is_answered(filled: URL) -> None:
    noted = {"etag", "link", "ratelimit", "ratelimit-policy", "retry-after", "content-disposition", "www-authenticate"}
    asked = {
        "/data": ["/data?limit=1", "/data?format=csv", "/data?limit=0", "/data?fields=id"],
        "/assets/{ticker}": ["/assets/BTC", "/assets/NONE"],
        "/news": ["/news?limit=1", "/news?format=parquet"],
        "/records": ["/records?limit=1"],
        "/raw/{source}/{source_id}": ["/raw/coingecko/bitcoin", "/raw/none/x"],
        "/quality/quarantine": ["/quality/quarantine?limit=1"],
        "/stats": ["/stats"],
        "/health": ["/health"],
        "/system/info": ["/system/info"],
        "/": ["/", "/?x=1"],
    }
    with api(filled, api_rate_per_minute=40) as client:
        document: dict[str, Any] = client.get("/schema/openapi.json").json()

        def check(template: str, answer: Any) -> None:
            responses = document["paths"][template]["get"]["responses"]
            assert str(answer.status_code) in responses, (template, answer.status_code)
            described = responses[str(answer.status_code)]
            missing = set(answer.headers) & noted - {name.lower() for name in described["headers"]}
            assert not missing, (template, answer.status_code, missing)
            if answer.status_code == 200 and answer.headers["content-type"] == "application/json":
                properties = _properties(document, described["content"]["application/json"]["schema"])
                assert set(answer.json()) <= set(properties), template
                if isinstance(answer.json().get("data"), dict):
                    assert set(answer.json()["data"]) <= set(_properties(document, properties["data"])), template

        for template, addresses in asked.items():
            for address in addresses:
                answer = client.get(address)
                check(template, answer)
                if "etag" in answer.headers and "format" not in address:
                    again = client.get(address, headers={"If-None-Match": answer.headers["etag"]})
                    assert again.status_code == 304, address
                    check(template, again)
        while (answer := client.get("/data")).status_code != 429:
            pass
        check("/data", answer)


def _properties(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema's fields, wherever it is written."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    assert "properties" in schema, schema
    properties: dict[str, Any] = schema["properties"]
    return properties
