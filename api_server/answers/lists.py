"""A list's answer: a JSON page with its envelope, or the whole list as a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import starmap
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

import msgspec
import pyarrow as pa
from litestar import Request, Response
from litestar.response import Stream

from api_server.answers.exports import BATCH, encoded, encoder_of
from api_server.contract.context import context_of
from api_server.contract.formats import MEDIA_TYPES, Format, chosen
from api_server.contract.links import link
from api_server.contract.paging import Cursored, Page, Row
from api_server.contract.parameters import pairs_of, parse
from api_server.contract.problems import Problem
from api_server.edge.cache import Answer
from api_server.edge.shell import VARY
from api_server.services import Services

Q = TypeVar("Q", bound=Cursored, contravariant=True)
AnyRequest = Request[Any, Any, Any]
BUSY_SECONDS = 5


class Resource(Protocol[Q]):
    """What a list needs. Rows are a `model`'s values, with these `names` and Arrow `types`."""

    @property
    def model(self) -> type[msgspec.Struct]: ...
    @property
    def names(self) -> Sequence[str]: ...
    @property
    def types(self) -> Sequence[pa.DataType]: ...

    async def page(self, query: Q, version: int | None) -> Page: ...

    async def count(self, query: Q, version: int | None, limit: int) -> int: ...

    def batches(self, query: Q, version: int | None, size: int) -> AsyncIterator[list[Row]]: ...


async def answer_list(request: AnyRequest, services: Services, model: type[Q], resource: Resource[Q]) -> Response[Any]:
    """Answers a list in the format that is asked for. Raises `Problem`."""
    query_string = request.scope["query_string"]
    kind = chosen(query_string, request.headers.get("accept", ""))
    query = parse(model, query_string)
    await services.sources.check(query)
    fields: Sequence[str] = getattr(query, "fields", None) or resource.names
    kept = [resource.names.index(name) for name in fields]
    if kind != "json":
        return await _file(request, services, query, resource, kind, fields, kept)
    version = context_of(request.scope).version
    page = await resource.page(query, version)
    rows: list[Any] = (
        [{name: row[i] for name, i in zip(fields, kept, strict=True)} for row in page.rows]
        if getattr(query, "fields", None)
        else list(starmap(resource.model, page.rows))
    )
    data: Any = rows
    if getattr(query, "shape", "rows") == "columns":
        data = {name: [row[i] for row in page.rows] for name, i in zip(fields, kept, strict=True)}
    pagination = {
        "limit": page.limit, "returned": len(rows), "total": page.total, "total_is": page.total_is,
        "next_cursor": page.next_cursor,
    }  # fmt: skip
    head = b'{"data":%b,"pagination":%b' % (msgspec.json.encode(data), msgspec.json.encode(pagination))
    return answer_json(request, head, rows=len(rows), link=_link(request, page), settled=query.settled)


def answer_json(
    request: AnyRequest, head: bytes, *, rows: int, link: str | None = None, settled: bool = False
) -> Response[bytes]:
    """An answer made of data that `data_version` counts: with an ETag, and kept for the next who asks. One that is
    `settled` will hardly change, and may be kept by whoever asked.
    """
    scope: Any = request.scope
    shell, context = request.app.shell, context_of(scope)  # type: ignore[attr-defined]
    etag = shell.etag(scope, context)
    answer = Answer(head, etag, scope["path_template"], rows, link, context.version, settled)
    shell.keep(scope, answer)
    return rendered(request, answer)


def answer_one(request: AnyRequest, found: msgspec.Struct) -> Response[bytes]:
    """An answer that is one row, with an ETag and kept like a list's."""
    return answer_json(request, b'{"data":%b' % msgspec.json.encode(found), rows=1)


def answer_now(
    request: AnyRequest, data: Any, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response[bytes]:
    """An answer that holds only now: never kept."""
    rows = len(data) if isinstance(data, list) else 1
    answer = Answer(b'{"data":%b' % msgspec.json.encode(data), None, request.scope["path_template"], rows)
    return rendered(request, answer, status, headers)


def rendered(
    request: AnyRequest, answer: Answer, status: int = 200, headers: dict[str, str] | None = None
) -> Response[bytes]:
    """The response for an answer."""
    body, fields = request.app.shell.render(context_of(request.scope), answer)  # type: ignore[attr-defined]
    named = {name.decode(): value.decode() for name, value in fields if name != b"content-length"}
    return Response(body, status_code=status, headers={**named, **(headers or {})}, media_type="application/json")


def _link(request: AnyRequest, page: Page) -> str | None:
    cursor = page.next_cursor
    if cursor is None:
        return None
    kept = [pair for pair in pairs_of(request.scope["query_string"]) if pair[0] not in ("cursor", "offset", "page")]
    return f'<{link(request.scope["path"])}?{urlencode([*kept, ("cursor", cursor)])}>; rel="next"'


async def _file(
    request: AnyRequest, services: Services, query: Q, resource: Resource[Q], kind: Format, fields: Sequence[str],
    kept: Sequence[int],
) -> Response[Any]:  # fmt: skip
    context, settings = context_of(request.scope), services.settings
    shell = request.app.shell  # type: ignore[attr-defined]
    name = request.scope["path_template"].strip("/").split("/")[0]
    encoder = encoder_of(kind, fields, kept, resource.types)
    headers = {
        "content-disposition": f'attachment; filename="{name}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.{kind}"',
        "cache-control": shell.cache_control(settled=query.settled).decode(),
        "vary": VARY.decode(),
    }
    if etag := shell.etag(request.scope, context):
        headers["etag"] = etag
    media_type = MEDIA_TYPES[kind] + ("; header=present" if kind == "csv" else "")
    paged = [name for name in ("cursor", "offset", "page") if getattr(query, name, None) is not None]
    sized = query.limit is not None or getattr(query, "page_size", None) is not None
    if paged and not sized:
        raise Problem("invalid-parameter", f"A file is the whole list, or a page: with {paged[0]}, say limit, too.")
    if sized:
        page = await resource.page(query, context.version)
        if link := _link(request, page):
            headers["link"] = link
        context.rows = len(page.rows)
        return Response(encoder.batch(page.rows) + encoder.end(), headers=headers, media_type=media_type)
    most = settings.api_export_rows
    count = await resource.count(query, context.version, most + 1)
    if count > most:
        raise Problem("too-many-rows", f"The answer would have more than {most:,} rows. Narrow it, or page with limit.")
    context.rows = count
    if services.exports.locked():
        raise Problem(
            "busy", f"{settings.api_exports} files are being sent; try again.",
            headers={"Retry-After": str(BUSY_SECONDS)},
        )  # fmt: skip

    async def send() -> AsyncIterator[bytes]:
        async with _slot(services):
            async for piece in encoded(encoder, resource.batches(query, context.version, BATCH)):
                yield piece

    return Stream(send(), headers=headers, media_type=media_type)


@asynccontextmanager
async def _slot(services: Services) -> AsyncIterator[None]:
    running = services.metrics.exports
    async with services.exports:
        running.inc()
        try:
            yield
        finally:
            running.dec()
