"""Settings: every variable typed, every wrong value explained in one line, no secret shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from crypto_pipeline.cli.home import complete_demo, make_demo
from crypto_pipeline.settings import SettingsError
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import example, load_settings

PROJECT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("COINGECKO_TOP", "many", "integer"),
        ("COINGECKO_TOP", "0", "greater than or equal to 1"),
        ("COINGECKO_BASE_URL", "api.coingecko.com", "not an http(s) URL"),
        ("COINGECKO_PLAN", "gold", "keyless"),
        ("RSS_FEEDS", "nonsense", "not NAME=http(s)"),
        ("LOG_LEVEL", "loud", "DEBUG"),
        ("COINPAPRIKA_CRON", "hourly", "five fields"),
        ("COINGECKO_CRON", "99 * * * *", "not within 0 to 59"),
        ("API_STATEMENT_SECONDS", "inf", "finite"),
        ("API_STATEMENT_SECONDS", "1e-9", "greater than or equal to 0.1"),
        ("HTTP_MAX_WAIT", "1e12", "less than or equal to 3600"),
        ("RUN_RETRY_DELAY", "nan", "finite"),
        ("DAGSTER_ALLOWED_HOSTS", "a b", "neither a host's name nor an address"),
        ("DAGSTER_ALLOWED_HOSTS", "ui.example:3000", "without a port"),
        ("RSS_FEEDS", "a=http://x:99999/", "port"),
        ("RSS_FEEDS", "a=http://x/ b=http://y/", "commas separate items"),
        ("PLATFORM_HOME", "~nosuchuser/x", "names no place"),
        ("CSV_INBOX", "circle/inbox", "names no place"),
        ("CSV_INBOX", "/etc/passwd", "is not a folder"),
        ("COINGECKO_CRON", "0 0 31 2 *", "would never come"),
        ("COINGECKO_CRON", "0 0 31 feb,4 *", "would never come"),
        ("LOG_LEVEL", "loud", "got 'loud'"),
    ],
)
def test_a_wrong_value_is_one_line_with_name_problem_and_example(
    name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("circle").symlink_to("circle")
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as error:
        load_settings()
    message = str(error.value)
    assert message.startswith(f"{name}: ")
    assert says in message
    assert f"example: {name}=" in message
    assert "\n" not in message


def test_a_wrong_secret_is_explained_but_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://root:hunter2@db/x")
    with pytest.raises(SettingsError, match="not a postgresql:// URL") as error:
        load_settings()
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize(
    "variables",
    [
        {"RSS_FEEDS": "x=ftp://user:hunter2@feeds/?apikey=hunter2"},
        {"COINGECKO_BASE_URL": "ftp://user:hunter2@host"},
        {"DATABASE_URL": "postgresql://u:hunter2@x@host/db"},
        {"DATABASE_URL": "postgresql://u:hunter2@host:port/db"},
        {"DATABASE_URL": "postgresql://u:hunter2@host/db?foo=bar"},
        {"COINGECKO_API_KEY": "hunter2\u00e9"},
    ],
)
def test_no_wrong_setting_shows_what_may_be_secret(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert "hunter2" not in str(error.value)


def test_a_key_is_taken_without_the_blanks_and_line_ends_around_it() -> None:
    key = Settings(coingecko_api_key=" CG-1\r\n").coingecko_api_key
    assert key is not None
    assert key.get_secret_value() == "CG-1"


def test_a_home_with_a_tilde_is_the_same_home_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert load_settings(platform_home="~/live").platform_home == Path("/home/somebody/live")


def test_secrets_are_not_in_the_settings_text() -> None:
    settings = Settings(coingecko_api_key="CG-secret", database_url="postgresql://u:hunter2@db/x")
    assert "CG-secret" not in repr(settings)
    assert "hunter2" not in repr(settings)


def test_a_dot_env_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("COINGECKO_TOP=7\nAPI_PORT=9000\n")
    monkeypatch.setenv("API_PORT", "9001")
    settings = load_settings()
    assert (settings.coingecko_top, settings.api_port) == (7, 9001)


@pytest.mark.parametrize(
    ("values", "host", "plan"),
    [
        ({}, "https://api.coingecko.com/api/v3", "keyless"),
        ({"coingecko_api_key": "k"}, "https://api.coingecko.com/api/v3", "demo"),
        ({"coingecko_api_key": "k", "coingecko_plan": "pro"}, "https://pro-api.coingecko.com/api/v3", "pro"),
        ({"coingecko_base_url": "http://127.0.0.1:1/api/v3/"}, "http://127.0.0.1:1/api/v3", "keyless"),
    ],
)
def test_each_plan_has_its_host(values: dict[str, str], host: str, plan: str) -> None:
    settings = Settings(**values)  # type: ignore[arg-type]
    assert (settings.coingecko_url, settings.coingecko_effective_plan) == (host, plan)


def test_a_plan_that_needs_a_key_says_so() -> None:
    with pytest.raises(SettingsError, match="COINGECKO_API_KEY: the plan needs a key"):
        load_settings(coingecko_plan="pro")


def test_coinpaprika_with_a_key_uses_the_paid_host() -> None:
    assert Settings().coinpaprika_url == "https://api.coinpaprika.com/v1"
    assert Settings(coinpaprika_api_key="k").coinpaprika_url == "https://api-pro.coinpaprika.com/v1"


def test_a_demo_home_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "demo"
    home.mkdir()
    monkeypatch.setenv("PLATFORM_HOME", str(home))
    make_demo(home, {"simulator_port": 8900}, 10)
    monkeypatch.setenv("DATABASE_URL", "postgresql://live/db")
    monkeypatch.setenv("COINGECKO_BASE_URL", "https://live.example")
    settings = load_settings()
    assert settings.database_url is None
    assert settings.coingecko_url == "http://127.0.0.1:8900/api/v3"


@pytest.mark.parametrize("content", ["", "COINGECKO_BASE_URL=http://127.0.0.1:8900/api/v3\n", None])
def test_a_demo_whose_file_is_damaged_reaches_nothing_live(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is None:
        (tmp_path / "demo.env").mkdir()
    else:
        (tmp_path / "demo.env").write_text(content)
    monkeypatch.setenv("PLATFORM_HOME", str(tmp_path))
    with pytest.raises(
        SettingsError, match=r"demo.env: is (no file|not whole: without .*DATABASE_URL).* up --demo (completes|makes)"
    ):
        load_settings()
    if content is not None:
        complete_demo()
        assert load_settings().coingecko_url == "http://127.0.0.1:8900/api/v3"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.mkdir(), "is no file"),
        (lambda path: os.mkfifo(path), "is no file"),
        (lambda path: path.write_bytes(b"API_PORT=1\0\n"), "is not UTF-8 text"),
        (lambda path: path.write_bytes("API_PORT=1\n".encode("utf-16")), "is not UTF-8 text"),
        (lambda path: path.symlink_to(path.name), "cannot be read"),
        (
            lambda path: path.write_text('RSS_FEEDS=none\nETL_TOKEN="never closed\nAPI_PORT=1\n'),
            "line 2 cannot be read",
        ),
    ],
)
def test_a_dot_env_that_cannot_be_used_is_named(make: Callable[[Path], object], says: str) -> None:
    make(Path(".env"))
    with pytest.raises(SettingsError, match=rf"^\.env: {says}"):
        load_settings()


def test_env_example_lists_every_variable_with_its_default() -> None:
    """Made by `python -m crypto_pipeline.sources.example`."""
    assert (PROJECT / ".env.example").read_text() == example.render()
