"""The API over a real database and a real socket."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from api_server.app import create_app
from crypto_pipeline import stages
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources import SOURCES

Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def api_settings(url: URL, settings: Settings) -> Settings:
    address = url.render_as_string(hide_password=False)
    return Settings(**{**settings.model_dump(), "database_url": address})


def test_data_gives_the_coins_by_rank(api_settings: Settings, url: URL) -> None:
    stages.load_raw(url, api_settings, SOURCES["coingecko"], f"{datetime.now(UTC):%Y-%m-%d}", "run")
    stages.load_quotes(url, SOURCES["coingecko"], "run")
    stages.load_unified(url, "run")
    with TestClient(create_app(api_settings)) as client:
        answer = client.get("/data?limit=5").json()
        assert answer["pagination"] == {"limit": 5, "returned": 5}
        assert [coin["rank"] for coin in answer["data"]] == [1, 2, 3, 4, 5]
        assert answer["data"][0]["id"] == answer["data"][0]["ticker"] == "BTC"
        assert len(client.get("/data").json()["data"]) == 50
        for limit in ("0", "1001", "-1", "x", "9" * 40):
            assert client.get(f"/data?limit={limit}").status_code == 400


def test_health_says_so_and_an_empty_database_is_healthy(api_settings: Settings) -> None:
    with TestClient(create_app(api_settings)) as client:
        answer = client.get("/health")
        assert (answer.status_code, answer.json()["status"], answer.json()["data_version"]) == (200, "ok", 0)
        assert client.get("/data").json()["data"] == []


def test_health_is_503_without_a_database() -> None:
    with TestClient(create_app(Settings(database_url="postgresql://u:hunter2@127.0.0.1:9/x"))) as client:
        answer = client.get("/health")
    assert answer.status_code == 503
    assert "hunter2" not in answer.text


def test_the_api_cannot_write(api_settings: Settings) -> None:
    import anyio
    import psycopg

    from api_server.queries.database import create_pool
    from crypto_pipeline.warehouse.connect import database_url

    async def try_to_write() -> None:
        async with create_pool(database_url(api_settings)) as pool, pool.connection() as connection:
            with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
                await connection.execute("update data_version set version = 99")

    anyio.run(try_to_write)
