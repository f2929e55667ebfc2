"""Errors as RFC 9457 problems: what went wrong, in words fit to be shown, and never a stack, SQL or a path."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException

from api_server.contract.context import Context, context_of

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 2
MAX_BODY = 65_536

# Stable names: clients branch on them. GET /problems/{name} explains each.
KINDS: dict[str, tuple[int, str]] = {
    "invalid-parameter": (400, "A parameter has a value that is not allowed"),
    "unknown-parameter": (400, "The query has a parameter that this resource does not know"),
    "invalid-cursor": (400, "The cursor cannot be used for this query"),
    "too-deep": (400, "Offset and page reach 10,000 rows deep; follow next_cursor beyond"),
    "bad-request": (400, "The request cannot be understood"),
    "too-many-rows": (400, "The answer would exceed the configured number of rows"),
    "unauthorized": (401, "A valid key or token is needed"),
    "closed": (403, "This endpoint is closed until its token is configured"),
    "not-found": (404, "There is nothing under this address"),
    "method-not-allowed": (405, "The address does not know this method"),
    "not-acceptable": (406, "None of the accepted formats can be given"),
    "conflict": (409, "It is being done already"),
    "body-too-large": (413, "The request's body is too large"),
    "query-too-long": (414, "The address with its query is too long"),
    "unsupported-media-type": (415, "The request's body is of a type that is not understood"),
    "too-many-requests": (429, "Too many requests; wait and try again"),
    "headers-too-large": (431, "The request has too many or too large headers"),
    "internal-error": (500, "The server failed"),
    "upstream-failed": (502, "A service behind this one failed"),
    "unavailable": (503, "The data cannot be read now; try again"),
    "busy": (503, "Too many files are being sent; try again"),
    "query-timeout": (504, "The query took too long; narrow it"),
}
# What a client can do, told by GET /problems/{name}
ADVICE: dict[str, str] = {
    "invalid-parameter": "`errors` names each parameter with what it takes; correct them and ask again.",
    "unknown-parameter": "`detail` names the nearest one; /docs lists those of each resource.",
    "invalid-cursor": "A cursor belongs to one query: repeat its filters and sort, or start without a cursor.",
    "too-deep": "Follow pagination.next_cursor, which reaches the end, or ask for a file with format=.",
    "bad-request": "Percent-encode what is not ASCII, and send whole requests.",
    "too-many-rows": "Narrow the filters, page with limit and cursor, or raise API_EXPORT_ROWS.",
    "unauthorized": "Send X-API-Key or Authorization: Bearer with a reading key; for loads, a token that starts them.",
    "closed": "Whoever runs the platform makes a token: crypto-platform keys add NAME --scope load.",
    "not-found": "Look for it: GET / lists the resources, /data?search= finds coins.",
    "method-not-allowed": "The Allow header names the methods.",
    "not-acceptable": "Accept application/json, text/csv, application/x-ndjson, Parquet or Arrow; or use format=.",
    "conflict": "Wait for the run that `run_id` names: GET /etl/runs/{run_id}.",
    "body-too-large": "A body says what to load in a few words.",
    "query-too-long": "Ask for fewer values at once.",
    "unsupported-media-type": "Send Content-Type: application/json.",
    "too-many-requests": "Wait as long as Retry-After says; RateLimit tells beforehand what is left.",
    "headers-too-large": "Send fewer or shorter headers; large cookies are the usual cause.",
    "internal-error": "Report it with the request_id, which stands in the server's log, too.",
    "upstream-failed": "See whether Dagster runs: GET /health/detailed.",
    "unavailable": "Try again after Retry-After; GET /health says when it is back.",
    "busy": "Try again after Retry-After.",
    "query-timeout": "Narrow the filters, or raise API_STATEMENT_SECONDS.",
}
_BY_STATUS = {
    400: "bad-request", 401: "unauthorized", 404: "not-found", 405: "method-not-allowed", 413: "body-too-large",
    415: "unsupported-media-type", 429: "too-many-requests",
}  # fmt: skip


class BadParameter(msgspec.Struct):
    """One parameter that was refused: its name, the value as it came and what is allowed."""

    parameter: str
    value: str | None
    allowed: str


class ProblemDetail(msgspec.Struct, omit_defaults=True):
    """An RFC 9457 problem."""

    type: Annotated[str, msgspec.Meta(description="Stable; an address that explains the kind of problem")]
    title: str
    status: int
    detail: Annotated[str, msgspec.Meta(description="What is wrong with this request, and what to do")]
    request_id: Annotated[str, msgspec.Meta(description="Also in the X-Request-ID header and the server's log")]
    errors: list[BadParameter] = []
    run_id: str | None = None
    suggestions: list[str] = []


class Problem(Exception):  # noqa: N818 - the RFC's word
    """Ends the request with this problem."""

    def __init__(
        self, kind: str, detail: str, errors: Sequence[BadParameter] = (), *,
        headers: Mapping[str, str] | None = None, run_id: str | None = None, suggestions: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(detail)
        self.kind, self.detail, self.errors = kind, detail, list(errors)
        self.headers, self.run_id, self.suggestions = dict(headers or {}), run_id, list(suggestions)

    @property
    def status(self) -> int:
        return KINDS[self.kind][0]

    def body(self, context: Context) -> bytes:
        """The problem as JSON."""
        status, title = KINDS[self.kind]
        return msgspec.json.encode(
            ProblemDetail(
                f"/problems/{self.kind}", title, status, self.detail, context.request_id,
                self.errors, self.run_id, self.suggestions,
            )
        )  # fmt: skip


def unavailable(what: str = "The database") -> Problem:
    """What the answer is made of is away, and the client may come back."""
    return Problem("unavailable", f"{what} does not answer.", headers={"Retry-After": str(RETRY_SECONDS)})


def given_up(task: asyncio.Task[Any], what: str = "The database") -> Problem:
    """The same for a question that takes too long: it is cancelled, and nobody asks what becomes of it."""
    task.cancel()
    task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
    return unavailable(what)


def shown(value: str) -> str:
    """A value as it may be repeated to the client: short and printable."""
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value[:100])
    return text + ("…" if len(value) > 100 else "")


def respond(request: Request[Any, Any, Any], problem: Problem) -> Response[bytes]:
    """The handler of `Problem`."""
    return Response(
        problem.body(context_of(request.scope)),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=problem.headers,
    )


def respond_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """The handler of the framework's own errors: no such path or method, a body that is too large."""
    kind = _BY_STATUS.get(error.status_code, "internal-error" if error.status_code >= 500 else "bad-request")
    details = {
        404: "No resource has this path; GET / lists them.",
        405: f"{context_of(request.scope).method} is not possible here.",
        413: f"A body may have {MAX_BODY:,} bytes.",
    }
    came = {name.lower(): value for name, value in (error.headers or {}).items()}
    headers: dict[str, str] = {name: came[name] for name in ("allow", "retry-after") if name in came}
    if "allow" in headers:
        headers["allow"] = allow_with_head(headers["allow"])
        details[405] = f"{context_of(request.scope).method} is not possible here; {headers['allow']} are."
    detail = details.get(error.status_code, f"{KINDS[kind][1]}.")
    return respond(request, Problem(kind, detail, headers=headers))


def allow_with_head(allow: str) -> str:
    """An Allow header's methods in order, HEAD with GET."""
    methods = {method.strip() for method in allow.split(",") if method.strip()}
    return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set())))


def respond_unforeseen(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The handler of everything else: told to the log, not to the client."""
    structlog.get_logger("api").error(
        "unhandled error", request_id=context_of(request.scope).request_id, exc_info=error
    )
    return respond(request, Problem("internal-error", "The server failed; its log has the cause under the request id."))
