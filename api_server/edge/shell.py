"""What surrounds every request: its id, limits, keys, ready answers, headers, and one line in the log.

It is the outermost layer, so that it also holds for paths that do not exist and for answers that need no route.
"""

from __future__ import annotations

import asyncio
from typing import Any

import structlog
from litestar import Litestar
from litestar.exceptions import LitestarException

from api_server.contract.context import KEY, Context, request_id
from api_server.contract.formats import MEDIA_TYPES, accepts_gzip, chosen
from api_server.contract.links import under
from api_server.contract.problems import MEDIA_TYPE, Problem, allow_with_head
from api_server.edge.access import Keys, Rate, bearer
from api_server.edge.cache import GZIP_FROM, Answer, AnswerCache, etag_of, matches
from api_server.edge.cors import Cors, Headers
from api_server.edge.metrics import Metrics
from api_server.edge.proxies import Proxies
from api_server.edge.route_table import Needs, RouteTable
from api_server.queries.database import Database

MAX_QUERY = 8_192
MAX_HEADERS = 100
MAX_HEADER_BYTES = 32_768
SECURITY = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"content-security-policy",
     b"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
     b" connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
]  # fmt: skip
STALLED_SECONDS = 30
SETTLED_SECONDS = 86_400
VARY = b"Accept, Accept-Encoding, Authorization, X-API-Key"


class Shell:
    """Wraps the application. `handle` is an ASGI call for one HTTP request."""

    def __init__(
        self, database: Database, keys: Keys, rate: Rate, cors: Cors, proxies: Proxies, answers: AnswerCache,
        metrics: Metrics, routes: RouteTable,
    ) -> None:  # fmt: skip
        self.database, self.keys, self.rate, self.cors, self.proxies = database, keys, rate, cors, proxies
        self.answers, self.metrics, self.routes = answers, metrics, routes
        self.log = structlog.get_logger("api")

    def cache_control(self, *, settled: bool = False) -> bytes:
        """What a cache between the client and here may do with an answer: never give it to others where keys are; keep
        one that is settled for a day, and ask whether any other still holds.
        """
        kept = b"max-age=%d" % SETTLED_SECONDS if settled else b"no-cache"
        return b"private, " + kept if self.keys.needed else kept

    async def handle(self, app: Any, scope: Any, receive: Any, send: Any) -> None:
        """Answers one request, from memory or by the application."""
        headers = dict(scope["headers"])
        method, needs = scope["method"], self.routes.of(scope["path"])
        origin = self.proxies.origin(str((scope.get("client") or ("unknown",))[0]), scope["scheme"], headers)
        context = Context(
            request_id(headers.get(b"x-request-id")), method, origin.prefix, headers, version=self.database.version
        )
        context.traceparent = headers.get(b"traceparent", b"").decode("latin-1") or None
        under(origin.prefix)
        # a scope of our own: the server's stays as the server made it, which goes by its method
        scope = {**scope, KEY: context, "scheme": origin.scheme, "method": "GET" if method == "HEAD" else method}
        status = 500
        # RFC 9110 §13.1.2: `*` is any representation; whether there is one only the route knows
        any_will_do = headers.get(b"if-none-match", b"").strip() == b"*" and method in ("GET", "HEAD")
        extra: Headers = [(b"x-request-id", context.request_id.encode()), *SECURITY]
        extra += self.cors.headers(headers.get(b"origin"))
        body_wanted = method != "HEAD"

        async def send_on(message: Any) -> None:
            nonlocal status, body_wanted
            if message["type"] == "http.response.start":
                if any_will_do and message["status"] == 200 and needs.cacheable:
                    message = {**message, "status": 304, "headers": _of_304(message.get("headers", ()))}
                    body_wanted = False
                status = message["status"]
                sent = [
                    (name, allow_with_head(value.decode("latin-1")).encode() if name.lower() == b"allow" else value)
                    for name, value in message.get("headers", ())
                ]
                if not any(name == b"cache-control" for name, _ in sent):
                    sent.append((b"cache-control", b"no-store"))
                message["headers"] = sent + extra
            elif not body_wanted and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            # a client that takes nothing for long holds a connection, and an export's slot, for nothing
            await asyncio.wait_for(send(message), STALLED_SECONDS) if message.get("more_body") else await send(message)

        try:
            self._check_address(scope)
            if (fields := self.cors.preflight(method, headers)) is not None:
                await _send(send_on, 204, fields, b"")
                return
            # before the key is looked at: wrong keys count, too
            context.client, refusal = self._reader(needs, headers, method, origin.client)
            if needs.counted:
                extra += [
                    (name.lower().encode(), value.encode())
                    for name, value in (await self.rate.hit(context.client)).items()
                ]
            if refusal is not None:
                raise refusal
            if method in ("GET", "HEAD") and needs.cacheable:
                context.cached = "miss"
                if (ready := self._ready(scope, context)) is not None:
                    await _send(send_on, *ready)
                    return
            await app(scope, receive, send_on)
        except Problem as problem:
            body = problem.body(context)
            fields = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode())]
            fields += [(name.lower().encode(), value.encode()) for name, value in problem.headers.items()]
            await _send(send_on, problem.status, fields, body)
        except LitestarException as error:
            problem_midway = _problem_in(error)
            if problem_midway is None:
                raise
            # the server closes a connection whose answer is not whole: no client takes half a file for a file
            self.log.error(  # noqa: TRY400 - foreseen: no stack
                "cut off", request_id=context.request_id, route=context.route, reason=str(problem_midway)
            )
        finally:
            if context.route == "unmatched":
                context.route = scope.get("path_template") or "unmatched"
            seconds = context.milliseconds / 1000
            self.metrics.observe(context.route, method, status, seconds, context.cached)
            # probes and scrapers ask again and again, and say nothing
            tell = self.log.debug if not needs.counted and status < 500 else self.log.info
            tell(
                "request", request_id=context.request_id, method=method, route=context.route, status=status,
                ms=context.milliseconds, rows=context.rows, cache=context.cached, client=context.client,
            )  # fmt: skip

    def keep(self, scope: Any, answer: Answer) -> None:
        """Keeps an answer for the same question of the same client."""
        self.answers.put(self._key(scope, scope[KEY]), answer)

    def render(self, context: Context, answer: Answer) -> tuple[bytes, Headers]:
        """Body and headers of a JSON answer."""
        context.rows = answer.rows
        gzipped = len(answer.head) >= GZIP_FROM and accepts_gzip(context.headers.get(b"accept-encoding", b""))
        body = answer.gzipped(context.meta()) if gzipped else answer.body(context.meta())
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", self.cache_control(settled=answer.settled) if answer.etag else b"no-store"),
            (b"vary", VARY),
        ]
        if gzipped:
            headers.append((b"content-encoding", b"gzip"))
        if answer.etag:
            headers.append((b"etag", answer.etag.encode()))
        if answer.link:
            headers.append((b"link", answer.link.encode()))
        return body, headers

    def _ready(self, scope: Any, context: Context) -> tuple[int, Headers, bytes] | None:
        """Status, headers and body of a 304 or a cached answer, if there is one. No SQL."""
        if context.version is None:
            return None
        wanted = context.headers.get(b"if-none-match")
        if wanted is not None and wanted.strip() != b"*":
            etag = self.etag(scope, context)
            if etag is not None and matches(wanted.decode("latin-1"), etag):
                context.cached, context.route = "not_modified", self.routes.of(scope["path"]).template
                return 304, [(b"etag", etag.encode()), (b"cache-control", self.cache_control()), (b"vary", VARY)], b""
        answer = self.answers.get(self._key(scope, context), context.version)
        if answer is None:
            return None
        context.cached, context.route = "hit", answer.route
        body, fields = self.render(context, answer)
        return 200, fields, body

    def etag(self, scope: Any, context: Context) -> str | None:
        """The ETag of the answer to this request; None while the data's version is unknown."""
        if context.version is None:
            return None
        query, path = scope["query_string"], scope["path"]
        one_format = self.routes.of(path).one_format
        kind = "json" if one_format else chosen(query, context.headers.get(b"accept", b"").decode("latin-1"))
        stamp = self.database.stamp + context.prefix  # links differ under another prefix
        return etag_of(context.version, stamp, path, query, MEDIA_TYPES[kind])

    def _key(self, scope: Any, context: Context) -> Any:
        # by key owner, not by address: without keys everybody sees the same
        owner = (context.client if self.keys.needed else "", context.prefix)
        return owner, scope.get("raw_path") or scope["path"], scope["query_string"], context.headers.get(b"accept", b"")

    def _reader(
        self, needs: Needs, headers: dict[bytes, bytes], method: str, address: str
    ) -> tuple[str, Problem | None]:
        """Who asks: a key's owner, or an address; and the refusal when a key is needed and this is none."""
        if needs.is_open or not self.keys.needed:
            return address, None
        key = headers.get(b"x-api-key", b"").decode("latin-1") or bearer(headers.get(b"authorization", b""))
        name = self.keys.reader(key) if key else None
        if name is None and method == "POST":
            return address, None  # its own token decides
        if name is None:
            return address, Problem(
                "unauthorized", "Send your key as X-API-Key: KEY or Authorization: Bearer KEY.",
                headers={"WWW-Authenticate": "Bearer"},
            )  # fmt: skip
        return f"key:{name}", None

    def _check_address(self, scope: Any) -> None:
        """Refuses what is too large, and the framework's own pages beside the OpenAPI document."""
        if scope["path"].startswith("/schema") and scope["path"] != "/schema/openapi.json":
            raise Problem("not-found", "The OpenAPI document is /schema/openapi.json.")
        if len(scope["query_string"]) + len(scope.get("raw_path") or b"") > MAX_QUERY:
            raise Problem("query-too-long", f"At most {MAX_QUERY:,} bytes.")
        size = sum(len(name) + len(value) for name, value in scope["headers"])
        if len(scope["headers"]) > MAX_HEADERS or size > MAX_HEADER_BYTES:
            raise Problem("headers-too-large", f"At most {MAX_HEADERS} headers of {MAX_HEADER_BYTES:,} bytes in all.")
        if not scope["query_string"].isascii():
            raise Problem("bad-request", "The query is not percent-encoded UTF-8.")


def _of_304(headers: Any) -> Headers:
    """The headers of an answer that a 304 to it repeats (RFC 9110 §15.4.5)."""
    return [(name, value) for name, value in headers if name.lower() in (b"etag", b"cache-control", b"vary")]


async def _send(send: Any, status: int, headers: Headers, body: bytes) -> None:
    """A whole answer."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Application(Litestar):
    """Litestar inside the shell."""

    shell: Shell
    services: Any  # what the routes work with: they know it as `Services`

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One connection: HTTP goes through the shell, the lifespan does not."""
        if scope["type"] == "http":
            await self.shell.handle(super().__call__, scope, receive, send)
        elif scope["type"] == "lifespan":
            await super().__call__(scope, receive, send)
        else:  # keys, rates and limits are the shell's, and it knows HTTP only
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "There are no WebSockets here."})


def _problem_in(error: BaseException | None) -> Problem | None:
    """What ended an answer midway, where it is one of the problems that are foreseen."""
    while error is not None and not isinstance(error, Problem):
        error = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else error.__cause__ or error.__context__
    return error
