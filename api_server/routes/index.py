"""The way in: an index, the interactive documentation, and what each kind of problem means."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import FromPath, PathParameter

from api_server.answers.lists import AnyRequest, answer_now
from api_server.contract.links import link
from api_server.contract.models import Item
from api_server.contract.openapi import documented
from api_server.contract.parameters import NoParameters, parse
from api_server.contract.problems import ADVICE, KINDS, Problem, shown
from api_server.contract.reports import Index, ProblemKind
from crypto_pipeline import __version__

# Installed with a package: the pages work with no network
ASSETS = Path(str(files("swagger_ui") / "static"))
SERVED = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css", "favicon-32x32.png": "image/png"}
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Crypto platform: the API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="docs/favicon-32x32.png"><link rel="stylesheet" href="docs/swagger-ui.css"></head>
<body><div id="ui"></div><script src="docs/swagger-ui-bundle.js"></script><script src="docs/start.js"></script></body>
</html>
"""
START = """window.onload = () => SwaggerUIBundle({
  url: "schema/openapi.json", dom_id: "#ui", deepLinking: true, tryItOutEnabled: true,
  displayRequestDuration: true, validatorUrl: null, defaultModelsExpandDepth: 0
});
"""
CONFLICT = Example(value="conflict")
RESOURCES = {
    "coins": "/data",
    "a coin": "/assets/BTC",
    "its history": "/assets/BTC/history",
    "its candles": "/assets/BTC/candles?interval=1h",
    "history of several": "/history?tickers=BTC,ETH",
    "coins compared": "/compare?tickers=BTC,ETH",
    "the market": "/market",
    "corrections": "/revisions",
    "news": "/news",
    "records": "/records",
    "raw payloads": "/raw/coingecko/bitcoin",
    "sources": "/sources",
    "run statistics": "/stats",
    "quality": "/quality",
    "loads": "/etl/status",
    "runs": "/etl/runs",
    "health": "/health",
    "metrics": "/metrics",
    "documentation": "/docs",
    "OpenAPI": "/schema/openapi.json",
}


@get("/", summary="What there is", tags=["System"], **documented(NoParameters, Item[Index], "unknown-parameter"))
async def index(request: AnyRequest) -> Response[Any]:
    """Links to every resource."""
    parse(NoParameters, request.scope["query_string"])
    found = {name: link(path) for name, path in RESOURCES.items()}
    return answer_now(request, Index("Crypto platform", __version__, found))


@get("/docs", include_in_schema=False, opt={"is_open": True})
async def docs() -> Response[str]:
    """The interactive documentation."""
    return Response(PAGE, media_type="text/html")


@get("/docs/{name:str}", include_in_schema=False, opt={"is_open": True})
async def docs_asset(name: FromPath[str]) -> Response[bytes]:
    """The documentation's scripts and styles."""
    if name == "start.js":
        return Response(START.encode(), media_type="text/javascript")
    if name not in SERVED:
        raise Problem("not-found", "There is no such file.")
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(_asset(name), media_type=SERVED[name], headers=headers)


@get(
    "/problems/{kind:str}",
    summary="What a kind of problem means",
    tags=["System"],
    **documented(None, Item[ProblemKind], "not-found", is_open=True),
)
async def problem(
    request: AnyRequest,
    kind: Annotated[str, PathParameter(description="A problem's name", examples=[CONFLICT])],
) -> Response[Any]:
    """Where a problem's `type` points to."""
    if kind not in KINDS:
        raise Problem("not-found", f"No problem is called {shown(kind)}. There are: {', '.join(KINDS)}.")
    status, title = KINDS[kind]
    return answer_now(request, ProblemKind(f"/problems/{kind}", status, title, ADVICE[kind]))


@lru_cache(maxsize=8)
def _asset(name: str) -> bytes:
    return (ASSETS / name).read_bytes()
