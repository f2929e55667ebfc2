"""The OpenAPI document: parameters from their structs, a problem for every error, examples that work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import (
    Components,
    Example,
    OpenAPIFormat,
    OpenAPIHeader,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    Parameter,
    RequestBody,
    Schema,
    SecurityScheme,
    Tag,
)

from api_server.contract.paging import Paged
from api_server.contract.parameters import MAX_ITEMS, Parameters, allowed, fields_of, kind_of
from api_server.contract.problems import KINDS, MEDIA_TYPE, ProblemDetail
from crypto_pipeline import __version__

DESCRIPTION = """
Market data of crypto coins, merged from several sources, every number traceable to the payload it came from.
Amounts are USD, changes are percent, times are UTC. A coin's `id` is its `ticker`, which is unique; its `symbol`
is not. Lists come in pages: follow `pagination.next_cursor`. Errors are RFC 9457 problems.
"""
TAGS = [
    Tag("Coins", "The unified coins and where their numbers come from"),
    Tag("History", "Prices over time, candles, and what was learned of the past"),
    Tag("News", "Articles, and everything in order of time"),
    Tag("Operations", "Loads, their history and their quality"),
    Tag("System", "Health, metrics and this document"),
]
# What any request can meet
COMMON = ("bad-request", "unauthorized", "query-too-long", "too-many-requests", "headers-too-large", "internal-error")
READING = ("not-acceptable", "unavailable", "busy", "query-timeout")

# Headers by the status that they come with; "etag" and "list" stand for what a resource gives
HEADERS = {
    "": {
        "X-Request-ID": "The request's id, in the log, too",
        "RateLimit": "What is left of the rate and when it is whole again, where a rate is set (API_RATE_PER_MINUTE)",
        "RateLimit-Policy": "The rate, where one is set",
    },
    "etag": {
        "ETag": "Send it as If-None-Match: 304 while the data is the same",
        "Cache-Control": "Ask again each time",
    },
    "list": {
        "Link": 'The next page, as rel="next"',
        "Content-Disposition": "The file's name, where the answer is a file",
    },
    "202": {"Location": "Where to watch the run"},
    "401": {"WWW-Authenticate": "How to send the key or token"},
    "429": {"Retry-After": "Seconds to wait"},
    "503": {"Retry-After": "Seconds to wait"},
}

# A list, besides
LISTING = ("invalid-parameter", "unknown-parameter", "invalid-cursor", "too-deep", "too-many-rows", *READING)


def documented(
    model: type[Parameters] | None,
    answer: Any,
    *problems: str,
    status: int = 200,
    description: str = "The answer",
    formats: Mapping[Any, str] | None = None,
    body: Any = None,
    probe: bool = False,
    is_open: bool = False,
    counted: bool = True,
    etag: bool = False,
    media_type: str = "application/json",
) -> dict[str, Any]:
    """Arguments of a route's decorator: its parameters, its answer's shape, the problems it can end with, and what it
    needs of what surrounds it (see `route_table`). A `probe` is open and not counted.
    """
    by_status: dict[int, list[str]] = {}
    for kind in dict.fromkeys((*COMMON, *problems)):
        if probe and kind in ("unauthorized", "too-many-requests"):
            continue
        by_status.setdefault(KINDS[kind][0], []).append(kind)
    responses = {
        status: ResponseSpec(
            answer,
            generate_examples=False,
            media_type=media_type,
            description=description,
        )
    } | {
        code: ResponseSpec(
            ProblemDetail,
            generate_examples=False,
            media_type=MEDIA_TYPE,
            description="; ".join(KINDS[kind][1] for kind in kinds),
            examples=[_example_of(kind) for kind in kinds],
        )
        for code, kinds in by_status.items()
    }
    if etag:
        responses[304] = ResponseSpec(None, generate_examples=False, description="The data is as you have it")
    kinds = [name for name, given in (("etag", etag), ("list", formats)) if given]
    operation = _operation(model, str(status), tuple((formats or {}).values()), body, kinds)
    needs = {
        "is_open": is_open or probe, "counted": counted and not probe, "cacheable": etag,
        "one_format": etag and formats is None,
    }  # fmt: skip
    return {"responses": responses, "operation_class": operation, "opt": needs}


def openapi_config() -> OpenAPIConfig:
    """The document's head; the paths come from the routes."""
    return OpenAPIConfig(
        title="Crypto platform",
        version=__version__,
        description=DESCRIPTION.strip(),
        tags=TAGS,
        path="/schema",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        security=[{"key": []}, {}],  # only where API_READ_KEYS is set
        use_handler_docstrings=True,
        components=Components(
            security_schemes={
                "key": SecurityScheme(type="apiKey", name="X-API-Key", security_scheme_in="header"),
                "token": SecurityScheme(type="http", scheme="bearer"),
            }
        ),
    )


def _operation(
    model: type[Parameters] | None, status: str, formats: tuple[str, ...], body: Any, kinds: Sequence[str]
) -> type[Operation]:
    parameters = [] if model is None else _parameters(model)

    @dataclass
    class Documented(Operation):
        def __post_init__(self) -> None:
            self.parameters = [*(self.parameters or []), *parameters]
            if body is not None:
                self.request_body = _body(body)
            for code, response in (self.responses or {}).items():
                if isinstance(response, OpenAPIResponse):
                    self._complete(code, response)

        def _complete(self, code: str, response: OpenAPIResponse) -> None:
            text = Schema(type=OpenAPIType.STRING)
            response.headers = {
                name: OpenAPIHeader(schema=text, description=description)
                for key in ("", code, *(kinds if code in (status, "304") else ()))
                for name, description in HEADERS.get(key, {}).items()
            }
            if code == status and response.content is not None:
                for media_type in formats:
                    response.content.setdefault(media_type, OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING)))

    return Documented


def _body(model: type[msgspec.Struct]) -> RequestBody:
    properties = msgspec.json.schema(model)["$defs"][model.__name__]["properties"]
    required = [field.encode_name for field in msgspec.structs.fields(model) if field.required]
    schema = Schema(
        type=OpenAPIType.OBJECT,
        properties={name: _schema(described.get("anyOf", [described])[0]) for name, described in properties.items()},
        required=required,
        additional_properties=False,
    )
    example = Example(summary="Today's snapshot", value={"source": "coingecko"})
    return RequestBody(
        required=True, content={"application/json": OpenAPIMediaType(schema=schema, examples={"snapshot": example})}
    )


def _parameters(model: type[Parameters]) -> list[Parameter]:
    properties = msgspec.json.schema(model)["$defs"][model.__name__]["properties"]
    # what the resource is about first, then what every list takes
    fields = sorted(fields_of(model), key=lambda field: field.name in Paged.__struct_fields__)
    return [_parameter(field, properties[field.encode_name]) for field in fields]


def _parameter(field: msgspec.inspect.Field, described: dict[str, Any]) -> Parameter:
    text = described.get("description", "")
    schema = _schema(described.get("anyOf", [described])[0])
    if isinstance(kind_of(field), msgspec.inspect.DateTimeType):
        schema.format = OpenAPIFormat.DATE_TIME
    default = described.get("default")
    if default not in (None, []):
        schema.default = default
    return Parameter(
        name=field.encode_name,
        param_in="query",
        required=field.required,
        description=f"{text}. Takes {allowed(field)}.".removeprefix(". "),
        schema=schema,
        style="form" if schema.items else None,
        explode=False if schema.items else None,  # a,b,c
    )


def _schema(described: dict[str, Any]) -> Schema:
    items = described.get("items")
    return Schema(
        type=OpenAPIType(described.get("type", "string")),  # a Literal has none
        enum=described.get("enum"),
        minimum=described.get("minimum"),
        maximum=described.get("maximum"),
        min_length=described.get("minLength"),
        max_length=described.get("maxLength"),
        pattern=described.get("pattern"),
        items=_schema(items) if items else None,
        min_items=1 if items else None,
        max_items=described.get("maxItems", MAX_ITEMS) if items else None,
    )


def _example_of(kind: str) -> Example:
    status, title = KINDS[kind]
    value = {"type": f"/problems/{kind}", "title": title, "status": status, "detail": title, "request_id": "8d3c"}
    return Example(id=kind, summary=title, value=value)
