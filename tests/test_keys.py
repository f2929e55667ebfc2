"""Keys that the platform gives out: they open the API, expire, and are taken back while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import typer
from litestar.testing import TestClient
from sqlalchemy.engine import URL

from crypto_pipeline.cli.keys import expiry
from crypto_pipeline.warehouse import keys
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.tables.operations import LOAD, READ
from tests.api_fixtures import api, gecko, store
from tests.conftest import wait_for
from tests.platform_process import environment, platform


@pytest.fixture
def client(url: URL) -> Iterator[TestClient[Any]]:
    """A running API over a coin, without any key in its settings."""
    store(url, "coingecko", gecko("bitcoin", "btc", "Bitcoin", 1, 60_000.0))
    with api(url) as made:
        yield made


def asks(client: TestClient[Any], key: str = "", path: str = "/data") -> int:
    return client.get(path, headers={"X-API-Key": key} if key else {}).status_code


def starts(client: TestClient[Any], token: str) -> int:
    """The status of a load that nobody could start; 401 and 403 come before that is seen."""
    return client.post("/etl/run", json={"source": "none"}, headers={"X-Scheduler-Token": token}).status_code


def test_the_first_key_closes_reading_and_opens_it_to_its_owner_without_a_restart(url: URL, client: Any) -> None:
    assert asks(client) == 200
    key = keys.add_key(url, "alice", READ, None)
    wait_for(lambda: asks(client) == 401, 10)
    assert asks(client, key) == 200
    assert asks(client, key + "x") == 401
    assert asks(client, path="/health/live") == 200
    assert "private" in client.get("/data", headers={"X-API-Key": key}).headers["cache-control"]


def test_a_key_that_is_revoked_opens_nothing_from_then_on_and_not_everything_either(url: URL, client: Any) -> None:
    key = keys.add_key(url, "alice", READ, None)
    wait_for(lambda: asks(client, key) == 200 and asks(client) == 401, 10)
    keys.revoke_key(url, "alice")
    wait_for(lambda: asks(client, key) == 401, 10)
    assert asks(client) == 401
    assert keys.open_reading(url) == 1
    wait_for(lambda: asks(client) == 200, 10)


def test_an_expired_key_opens_nothing_and_is_no_door_for_others(url: URL, client: Any) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=5)
    key = keys.add_key(url, "alice", READ, soon)
    wait_for(lambda: asks(client, key) == 200 and asks(client) == 401, 10)
    wait_for(lambda: datetime.now(UTC) > soon, 20)
    assert (asks(client, key), asks(client)) == (401, 401)
    assert [key.state for key in keys.list_keys(url)] == ["expired"]


def test_a_token_starts_loads_and_reads_a_reading_key_starts_none(url: URL, client: Any) -> None:
    assert starts(client, "anything") == 403
    reading = keys.add_key(url, "alice", READ, None)
    token = keys.add_key(url, "nightly", LOAD, None)
    wait_for(lambda: starts(client, token) == 400, 10)
    assert (starts(client, reading), starts(client, "")) == (401, 401)
    assert asks(client, token) == 200
    keys.revoke_key(url, "nightly")
    wait_for(lambda: starts(client, token) == 401, 10)


def test_keys_of_the_settings_go_on_working_beside_those_of_the_database(url: URL) -> None:
    with api(url, api_read_keys="ann=a-key-of-the-settings", etl_token="a-token-of-the-settings") as client:
        key = keys.add_key(url, "alice", READ, None)
        wait_for(lambda: asks(client, key) == 200, 10)
        assert asks(client, "a-key-of-the-settings") == 200
        assert starts(client, "a-token-of-the-settings") == 400
        keys.revoke_key(url, "alice")
        keys.open_reading(url)
        wait_for(lambda: asks(client, key) == 401, 10)
        assert asks(client) == 401


def test_while_nobody_knows_what_keys_there_are_nothing_is_read(url: URL) -> None:
    with connect(url) as connection:
        connection.execute("alter table access_keys rename to elsewhere")
    with api(url) as client:
        assert asks(client) == 503
        assert asks(client, path="/health/live") == 200
        with connect(url) as connection:
            connection.execute("alter table elsewhere rename to access_keys")
        wait_for(lambda: asks(client) == 200, 20)


def test_the_database_has_no_key_only_what_it_is_known_by(url: URL) -> None:
    key = keys.add_key(url, "alice", READ, None)
    with connect(url) as connection:
        (row,) = connection.execute("select t::text, digest from access_keys t").fetchall()
    assert key not in row[0]
    assert len(row[1]) == 32


def test_a_name_is_given_once_at_a_time(url: URL) -> None:
    keys.add_key(url, "alice", READ, None)
    with pytest.raises(keys.KeyNameError, match="there is a key 'alice' already"):
        keys.add_key(url, "alice", LOAD, None)
    with pytest.raises(keys.KeyNameError, match="no key 'bob'"):
        keys.revoke_key(url, "bob")
    keys.revoke_key(url, "alice")
    keys.add_key(url, "alice", LOAD, None)
    assert [(key.name, key.scope, key.state) for key in keys.list_keys(url)] == [
        ("alice", READ, "revoked"), ("alice", LOAD, "valid"),
    ]  # fmt: skip
    with pytest.raises(keys.KeyNameError, match="1 to 60 characters"):
        keys.add_key(url, "a\nb", READ, None)


def test_reading_is_not_opened_to_all_while_a_key_is_valid(url: URL) -> None:
    keys.add_key(url, "alice", READ, None)
    with pytest.raises(keys.KeyNameError, match="there are keys that read \\(alice\\): revoke them first"):
        keys.open_reading(url)


def test_when_a_key_expires_is_said_in_days_or_as_a_day() -> None:
    now = datetime.now(UTC)
    assert expiry(None) is None
    assert timedelta(days=90) <= (expiry("90d") or now) - now < timedelta(days=90, minutes=5)
    assert expiry("2099-06-30") == datetime(2099, 6, 30, tzinfo=UTC)
    for bad in ("soon", "0d", "2001-01-01", "999999y", "-3d"):
        with pytest.raises(typer.BadParameter, match="is not"):
            expiry(bad)


@pytest.mark.e2e
def test_the_command_prints_the_key_alone_and_lists_whatever_names_there_are(short_path: Path) -> None:
    env = environment(short_path / "home")
    added = platform("keys", "add", "[/]", "--expires", "2099-06-30T10:00+02:00", env=env)
    assert added.stdout.strip().startswith("cpk_")
    assert "\n" not in added.stdout.strip()
    assert "until 2099-06-30 08:00 UTC" in added.stderr
    assert platform("keys", "add", "[red]x[/red]", "--scope", "load", env=env).returncode == 0
    listed = platform("keys", "list", env={**env, "COLUMNS": "150"}).stdout
    assert "[/]" in listed
    assert "[red]x[/red]" in listed
    assert added.stdout.strip() not in listed
    assert "opens nothing any more" in platform("keys", "revoke", "[/]", env=env).stdout
    assert platform("keys", "revoke", "nobody", env=env).returncode == 1
