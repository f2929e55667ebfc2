"""What stands between a browser and Dagster's application: Host, Origin, the form of a request, and a login.

Dagster executes GraphQL mutations by GET and for any site's page; a loopback address is no protection, as a page or a
redirect can lead there, and a foreign name can be made to point to it.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import re
from collections.abc import Iterable, Mapping
from typing import Any

from crypto_pipeline.settings.dagster import DAGSTER_SECRET_HEADER
from crypto_pipeline.settings.values import digest_of

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
WRONG_PASSWORD_SECONDS = 1.0
GRAPHQL = "/graphql"
_AUTHORITY = re.compile(r"(?:https?:)?//(?P<host>[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
_HEADERS = [
    (b"x-frame-options", b"DENY"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


class Guard:
    """An ASGI application around Dagster's. `users` are names with the SHA-256 of their passwords; none: no login.

    Whoever shows `secret` (the platform's API) is asked neither for a host that is known nor for a login.
    """

    def __init__(self, app: Any, hosts: Iterable[str], users: Mapping[str, bytes], secret: str) -> None:
        self.app, self.users = app, dict(users)
        self.hosts = LOCAL_HOSTS | {host.lower().strip("[]") for host in hosts}
        self._secret = digest_of(secret) if secret else None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One connection."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers: dict[str, str] = {}
        for name, value in reversed(scope["headers"]):  # the first of several, as Dagster takes
            headers[name.decode("latin-1").lower()] = value.decode("latin-1")
        refusal = self._refusal(scope, headers)
        if refusal is None:
            await self.app(scope, receive, send if scope["type"] == "websocket" else _with_headers(send))
            return
        status, text = refusal
        if status == 401 and "authorization" in headers:
            await asyncio.sleep(WRONG_PASSWORD_SECONDS)
        await _refuse(scope, receive, send, status, text)

    def _refusal(self, scope: Any, headers: Mapping[str, str]) -> tuple[int, str] | None:
        """Status and reason where the request must not reach Dagster."""
        # Dagster's routes end in `$`, which a line end passes
        if not scope["path"].isprintable():
            return 400, "The path has characters that cannot be printed."
        ours = self._is_ours(headers.get(DAGSTER_SECRET_HEADER, ""))
        host = _host_of(f"//{headers.get('host', '')}")
        if not ours and host not in self.hosts:
            return 421, f"This is not the host {host!r}. If it is, name it in DAGSTER_ALLOWED_HOSTS."
        origin = headers.get("origin")
        if origin is not None and _host_of(origin) != host and _host_of(origin) not in self.hosts:
            return 403, "A page of another site may not ask this."
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return 403, "A page of another site may not ask this."
        if scope["type"] == "http" and (refusal := _wrong_form(scope, headers)):
            return refusal
        if self.users and not ours and not self._is_known(headers.get("authorization", "")):
            return 401, "Log in with a name and password of DAGSTER_USERS."
        return None

    def _is_ours(self, given: str) -> bool:
        return self._secret is not None and hmac.compare_digest(digest_of(given), self._secret)

    def _is_known(self, authorization: str) -> bool:
        scheme, _, encoded = authorization.partition(" ")
        try:
            name, _, password = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return False
        wanted = self.users.get(name)
        # an unknown name costs what a known one does
        matches = hmac.compare_digest(digest_of(password, hashed=False), wanted or b"\0" * 32)
        return scheme.lower() == "basic" and wanted is not None and matches


def _wrong_form(scope: Any, headers: Mapping[str, str]) -> tuple[int, str] | None:
    method, path = scope["method"], scope["path"].rstrip("/")
    if method in ("GET", "HEAD"):
        # with this Accept Dagster shows its query page and executes nothing
        asks = GRAPHQL in path.lower() and "text/html" not in headers.get("accept", "")
        if asks or (GRAPHQL in path.lower() and b"query" in scope["query_string"]):
            return 405, "Ask GraphQL by POST, as application/json."
        return None
    if method != "POST":
        return 405, "Only GET, HEAD and POST."
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return 415, "Send application/json: what a foreign page can send by itself is not taken."
    return None


def _host_of(address: str) -> str:
    """The host's name in an authority or an origin, without its port, in small letters; empty for anything else."""
    found = _AUTHORITY.fullmatch(address)
    return found["host"].strip("[]").rstrip(".").lower() if found else ""


def _with_headers(send: Any) -> Any:
    async def send_on(message: Any) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
        await send(message)

    return send_on


async def _refuse(scope: Any, receive: Any, send: Any, status: int, text: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 4403, "reason": text})
        return
    body = f"{text}\n".encode("utf-8", "replace")
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *_HEADERS]
    if status == 401:
        headers.append((b"www-authenticate", b'Basic realm="Dagster", charset="UTF-8"'))
    if status == 405:
        headers.append((b"allow", b"POST" if scope["path"].rstrip("/").endswith(GRAPHQL) else b"GET, HEAD, POST"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
