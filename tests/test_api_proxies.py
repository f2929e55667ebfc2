"""The API behind a reverse proxy: whose address, scheme and prefix count."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import URL

from api_server.edge.proxies import Proxies
from tests.api_fixtures import api, gecko, settings_for, store

TRUSTED = "127.0.0.1,10.0.0.0/8,::1"


@pytest.mark.parametrize(
    ("peer", "headers", "client", "scheme", "prefix"),
    [
        ("9.9.9.9", {"x-forwarded-for": "1.2.3.4", "x-forwarded-prefix": "/p"}, "9.9.9.9", "http", ""),
        ("127.0.0.1", {}, "127.0.0.1", "http", ""),
        ("127.0.0.1", {"x-forwarded-for": "1.2.3.4"}, "1.2.3.4", "http", ""),
        ("127.0.0.1", {"x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.7"}, "1.2.3.4", "http", ""),
        ("127.0.0.1", {"x-forwarded-for": "10.0.0.8, 10.0.0.7"}, "10.0.0.8", "http", ""),
        ("10.1.1.1", {"x-forwarded-for": "1.2.3.4:5678", "x-forwarded-proto": "https"}, "1.2.3.4", "https", ""),
        ("::1", {"x-forwarded-for": "[2001:db8::7]:99"}, "2001:db8::7", "http", ""),
        ("127.0.0.1", {"forwarded": 'for="[2001:db8::7]:99";proto=https, for=10.0.0.1'}, "2001:db8::7", "https", ""),
        ("127.0.0.1", {"x-forwarded-prefix": "/crypto/api/"}, "127.0.0.1", "http", "/crypto/api"),
        ("127.0.0.1", {"x-forwarded-prefix": "//evil.example"}, "127.0.0.1", "http", ""),
        ("127.0.0.1", {"x-forwarded-prefix": "/a/../b"}, "127.0.0.1", "http", ""),
        ("127.0.0.1", {"x-forwarded-prefix": "/a/..b"}, "127.0.0.1", "http", "/a/..b"),
        ("127.0.0.1", {"x-forwarded-prefix": "/a<script>"}, "127.0.0.1", "http", ""),
        ("127.0.0.1", {"x-forwarded-for": "unknown"}, "unknown", "http", ""),
    ],
)
def test_only_a_trusted_proxy_is_believed(
    url: URL, peer: str, headers: dict[str, str], client: str, scheme: str, prefix: str
) -> None:
    raw = {name.encode(): value.encode() for name, value in headers.items()}
    found = Proxies(settings_for(url, api_trusted_proxies=TRUSTED)).origin(peer, "http", raw)
    assert (found.client, found.scheme, found.prefix) == (client, scheme, prefix)


def test_clients_behind_a_proxy_have_rates_of_their_own_and_links_under_its_prefix(url: URL) -> None:
    store(url, "coingecko", *(gecko(f"c{n}", f"s{n}", f"Coin {n}", n + 1, 1.0 + n) for n in range(3)))
    with api(url, api_trusted_proxies="127.0.0.1", api_rate_per_minute=2) as client:
        client.app.shell.proxies._trusted = lambda address: address == "testclient"  # the test client has no address

        def ask(address: str, path: str = "/data", prefix: str = "/p") -> tuple[int, str, str]:
            headers = {"X-Forwarded-For": address, "X-Forwarded-Prefix": prefix}
            answer = client.get(path, headers=headers)
            return answer.status_code, answer.headers.get("link", ""), answer.text

        assert [ask("1.1.1.1")[0] for _ in range(3)] == [200, 200, 429]
        assert ask("2.2.2.2", "/data?limit=1")[1].startswith("</p/data?")
        assert ask("3.3.3.3", "/data?limit=1", "/q")[1].startswith(
            "</q/data?"
        )  # a kept answer of another prefix is none
        assert '"raw":"/p/raw/1"' in ask("4.4.4.4", "/assets/S0")[2]
        assert '"coins":"/p/data"' in ask("5.5.5.5", "/")[2]


def test_a_wrong_list_of_proxies_is_a_wrong_setting(url: URL) -> None:
    with pytest.raises(ValueError, match="no address or network"):
        settings_for(url, api_trusted_proxies="proxy.example")
