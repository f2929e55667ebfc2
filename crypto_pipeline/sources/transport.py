"""How a request leaves: to judged addresses or through the environment's proxy, with the key to its own origin only."""

from __future__ import annotations

import urllib.request
from collections.abc import Mapping

import httpcore
import httpx

from crypto_pipeline.sources.addresses import Judge, Network

CONNECTIONS = 4


class Transport(httpx.AsyncBaseTransport):
    """HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY and SSL_CERT_FILE hold as they do for other programs.

    `secret_headers` are added on the way out, for `judge.base`'s origin alone: they never are part of a request that
    is logged.
    """

    def __init__(self, judge: Judge, secret_headers: Mapping[str, str]) -> None:
        self._judge, self._secret_headers = judge, dict(secret_headers)
        self._tls = httpx.create_ssl_context()
        self._direct = _Direct(judge, self._tls)
        self._proxied: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends one request; redirects are the client's business."""
        if self._secret_headers and origin(request.url) == origin(self._judge.base):
            request = httpx.Request(
                request.method,
                request.url,
                headers={**request.headers, **self._secret_headers},
                stream=request.stream,
                extensions=request.extensions,
            )
        proxy = proxy_for(request.url)
        if proxy is None:
            return await self._direct.handle_async_request(request)
        await self._judge.judge_name(request.url.host, request.url.port or 443)
        if proxy not in self._proxied:
            self._proxied[proxy] = httpx.AsyncHTTPTransport(verify=self._tls, proxy=httpx.Proxy(proxy))
        return await self._proxied[proxy].handle_async_request(request)

    async def aclose(self) -> None:
        """Closes all connections."""
        for transport in (self._direct, *self._proxied.values()):
            await transport.aclose()
        self._judge.close()


class _Direct(httpx.AsyncHTTPTransport):
    def __init__(self, judge: Judge, tls: object) -> None:
        super().__init__(verify=tls)  # type: ignore[arg-type]
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls,  # type: ignore[arg-type]
            max_connections=CONNECTIONS,
            network_backend=Network(judge),
        )


def proxy_for(url: httpx.URL) -> str | None:
    """The proxy that the environment names for this address; None for none."""
    proxies = urllib.request.getproxies_environment()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    host = f"{url.host}:{url.port}" if url.port else url.host
    if not proxy or urllib.request.proxy_bypass_environment(host, proxies):  # type: ignore[attr-defined]
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port: what a key belongs to."""
    return url.scheme, url.host, url.port
