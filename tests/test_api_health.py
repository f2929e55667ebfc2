"""Health: of a database that is empty, old or away."""

from __future__ import annotations

from sqlalchemy.engine import URL

from crypto_pipeline.warehouse.connect import connect
from tests.api_fixtures import api, gecko, store


def test_an_empty_database_is_healthy_and_says_that_it_is_empty(url: URL) -> None:
    with api(url) as client:
        answer = client.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert (answer.json()["data_version"], answer.json()["data"]) == (0, "empty")


def test_old_data_is_stale(url: URL) -> None:
    store(url, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 60_000.0))
    with api(url) as client:
        assert client.get("/health").json()["data"] == "stale"


def test_a_database_of_another_schema_is_not_ready(url: URL) -> None:
    with connect(url) as connection:
        connection.execute("update alembic_version set version_num = '0001'")
    with api(url) as client:
        answer = client.get("/health/ready")
        assert answer.status_code == 503
        assert "db upgrade" in answer.json()["detail"]
        assert client.get("/health/live").status_code == 200
