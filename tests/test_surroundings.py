"""What surrounds the platform does not change what it does: zones, languages, users, paths, PG* variables, proxies."""

from __future__ import annotations

import json
import os
import shutil
import ssl
import stat
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.warehouse.server import stop_server
from tests.conftest import Simulator
from tests.hostile.cases import GOOD_FEED
from tests.loads import fetch
from tests.platform_process import COMMAND, as_user, environment, platform, slow
from tests.upstream import reply, serving

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def sql(statement: str, env: dict[str, str]) -> str:
    return platform("db", "shell", "--", "-At", "-c", statement, env=env).stdout.strip()


@pytest.mark.parametrize(
    "surroundings",
    [
        slow({"TZ": "Asia/Kolkata"}),
        slow({"TZ": "America/New_York", "PGTZ": "America/New_York", "PGDATESTYLE": "German, DMY"}),
        slow({"LC_ALL": "xx_YY.UTF-8", "LANG": "xx_YY.UTF-8"}),
        slow({"LC_ALL": "C", "LANG": "C"}),
        {"PGPORT": "1", "PGHOST": "/nowhere", "PGHOSTADDR": "192.0.2.1", "PGUSER": "nobody", "PGDATABASE": "nothing",
         "PGSERVICE": "none", "PGOPTIONS": "-c search_path=nowhere", "PGTARGETSESSIONATTRS": "standby",
         "PGCLIENTENCODING": "LATIN1", "PGCONNECT_TIMEOUT": "x", "PGSSLMODE": "verify-full", "PGDATA": "/nowhere"},
        slow({"PYTHONIOENCODING": "latin-1"}),
    ],
    ids=lambda found: next(iter(found)),
)  # fmt: skip
def test_zones_languages_and_pg_variables_change_nothing(
    short_path: Path, simulator: Simulator, surroundings: dict[str, str]
) -> None:
    env = environment(short_path / "home", simulator.base, **surroundings)
    done = platform("refresh", "coingecko", "rss", env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert sql("show timezone", env) == "UTC"
    assert sql("select 'É' ilike 'é', lower('É')", env) == "t|é"
    # Dagster's times are UTC: it writes its session's and reads them as that
    off = "select max(abs(extract(epoch from create_timestamp - now() at time zone 'UTC'))) < 600 from dagster.runs"
    assert sql(off, env) == "t"
    checked = platform("doctor", env=env)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Traceback" not in checked.stdout + checked.stderr


def test_a_cluster_that_was_made_in_another_zone_speaks_utc(short_path: Path) -> None:
    env = environment(short_path / "home")
    assert platform("db", "upgrade", env=env).returncode == 0
    with (short_path / "home" / "postgres" / "postgresql.auto.conf").open("a") as file:
        file.write("timezone = 'Asia/Kolkata'\nlog_timezone = 'Asia/Kolkata'\ndatestyle = 'german'\n")
    assert sql("select current_setting('timezone'), '2026-05-04'::date", env) == "UTC|2026-05-04"


@pytest.mark.parametrize("name", ["a&b $HOME;`id`|c", "a+b%2F <(x)*?>", "'\"\\n é☃"])
def test_a_home_may_have_any_name(short_path: Path, simulator: Simulator, name: str) -> None:
    env = environment(short_path / name, simulator.base)
    done = platform("refresh", "rss", env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert sql("select count(*) from news_articles", env) == "25"
    assert sorted(path.name for path in short_path.iterdir()) == [name]


@pytest.mark.parametrize(
    ("name", "why"),
    [("a,b", "has a comma"), ("l" * 90, "too long"), ("a\nb", "cannot be printed"), ("a[b]", "a bracket")],
)
def test_a_home_that_cannot_be_is_refused_with_the_reason_before_anything_runs(
    short_path: Path, name: str, why: str
) -> None:
    for command in (["refresh"], ["up", "--no-refresh"], ["db", "upgrade"]):
        done = platform(*command, env=environment(short_path / name))
        assert done.returncode == 1
        assert why in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    assert not (short_path / name / "postgres").exists()


def test_nothing_is_made_or_opened_outside_of_the_home_and_locks_are_the_owners(short_path: Path) -> None:
    above = short_path / "above"
    above.mkdir(mode=0o700)
    umask = os.umask(0o022)
    try:
        env = environment(above / "home", TMPDIR=str(short_path / "tmp"), XDG_RUNTIME_DIR="")
        (short_path / "tmp").mkdir()
        assert platform("db", "upgrade", env=env).returncode == 0
    finally:
        os.umask(umask)
    assert stat.S_IMODE(above.stat().st_mode) == 0o700
    assert list((short_path / "tmp").iterdir()) == []
    home = above / "home"
    assert stat.S_IMODE(home.stat().st_mode) in (0o700, 0o711)
    for path in home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_user_whom_the_machine_has_no_name_for_can_run_it(short_path: Path, simulator: Simulator) -> None:
    prefix = as_user(54_321)
    home = short_path / "home"
    home.mkdir()
    os.chown(home, 54_321, 54_321)
    env = environment(home, simulator.base, HOME=str(home))
    done = subprocess.run(
        [*prefix, *COMMAND, "refresh", "coingecko"], env=env, cwd=home, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    stop_server(home / "postgres")


# --- proxies and certificates ------------------------------------------------------------------------------------


@contextmanager
def proxy(target: str) -> Iterator[tuple[str, list[str]]]:
    """An HTTP proxy that knows one name, whatever it is, as `target`; yields its URL and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            path = "/" + self.path.split("/", 3)[3]
            answer = httpx.get(target + path, headers={"Accept-Encoding": "identity"}, trust_env=False)
            self.send_response(answer.status_code)
            self.send_header("Content-Length", str(len(answer.content)))
            if "location" in answer.headers:
                self.send_header("Location", answer.headers["location"])
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.slow
def test_a_proxy_of_the_environment_holds_for_sources_and_for_doctor(short_path: Path, simulator: Simulator) -> None:
    with proxy(simulator.base) as (address, asked):
        env = environment(
            short_path / "home", simulator.base, HTTP_PROXY=address, http_proxy=address,
            COINGECKO_BASE_URL="http://api.gecko.example/api/v3", COINPAPRIKA_BASE_URL="http://api.paprika.example/v1",
            RSS_FEEDS="demo=http://feeds.example/feeds/demo.xml", NO_PROXY="api.paprika.example",
        )  # fmt: skip
        done = platform("refresh", "--json", "coingecko", "coinpaprika", "rss", env=env)
        found = json.loads(done.stdout)
        assert {name: bool(source["errors"]) for name, source in found.items()} == {
            "coingecko": False, "coinpaprika": True, "rss": False,
        }  # fmt: skip
        checked = platform("doctor", env=env).stdout
        assert "CoinGecko answers at http://api.gecko.example" in checked
        assert "CoinPaprika does not answer" in checked
    assert any("api.gecko.example" in url for url in asked)
    assert not any("127.0.0.1" in url or "paprika" in url for url in asked)


@pytest.mark.parametrize(
    "where", ["http://10.0.0.1/", "http://localhost:9/x", "http://router.lan/", "http://0x7f000001/"]
)
def test_where_a_proxy_resolves_names_and_literal_addresses_are_judged(
    monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with serving(lambda handler: reply(handler, b"", 302, Location=where)) as base, proxy(base) as (address, asked):
        monkeypatch.setenv("http_proxy", address)
        settings = Settings(rss_feeds="desk=http://feeds.example/feed", http_attempts=1)
        with pytest.raises(SourceError) as error:
            fetch("rss", settings, "desk")
    assert error.value.fault is Fault.FORBIDDEN
    assert asked == ["http://feeds.example/feed"]


def test_an_authority_of_ones_own_is_trusted_by_ssl_cert_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("this machine has no openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply(self, GOOD_FEED)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = Settings(rss_feeds=f"desk=https://127.0.0.1:{server.server_port}/feed", http_attempts=1)
    try:
        with pytest.raises(SourceError, match="certificate") as error:
            fetch("rss", settings, "desk")
        assert error.value.fault is Fault.UNREACHABLE
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        (fetched,) = fetch("rss", settings, "desk")
        assert len(fetched.batch) == 2
    finally:
        server.shutdown()
        server.server_close()
