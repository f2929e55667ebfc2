"""`GET /news` and `GET /records`: what is ordered by time."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import Parameter

from api_server.formats import MEDIA_TYPES
from api_server.lists import AnyRequest, answer_json, answer_list
from api_server.models import Article, Item, Listed, Record
from api_server.openapi import LISTING, READING, documented
from api_server.parameters import NoParameters, parse
from api_server.problems import Problem, shown
from api_server.proxies import link
from api_server.queries.lists import NewsQuery
from api_server.queries.records import RecordQuery

COLUMNS = ", ".join("%(raw)s || raw_seq as raw" if n == "raw" else n for n in Article.__struct_fields__)
ARTICLE = f"select {COLUMNS} from news_articles"
BY_ID, BY_TIME = f"{ARTICLE} where id = %(id)s", f"{ARTICLE} order by published_at desc, id limit 1"
LATEST = Example(value="latest")


@get(
    "/news",
    summary="Articles",
    tags=["News"],
    **documented(NewsQuery, Listed[Article], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)
async def news(request: AnyRequest) -> Response[Any]:
    """Articles of all feeds, newest first."""
    return await answer_list(request, NewsQuery, request.app.state.news)


@get(
    "/news/{article_id:str}",
    summary="One article",
    tags=["News"],
    **documented(
        NoParameters, Item[Article], "not-found", "unknown-parameter", "invalid-parameter", *READING, etag=True
    ),
)
async def article(
    request: AnyRequest,
    article_id: Annotated[str, Parameter(description="An article's `id`, or `latest`", examples=[LATEST])],
) -> Response[Any]:
    """One article, or the latest one."""
    parse(NoParameters, request.scope["query_string"])
    statement = BY_TIME if article_id == "latest" else BY_ID
    asked = {"id": article_id, "raw": link("/raw/")}
    rows = [] if "\0" in article_id else await request.app.state.database.fetch(statement, asked)
    if not rows:
        raise Problem("not-found", f"No article has the id {shown(article_id)}. GET /news lists them.")
    found = Article(**dict(zip(Article.__struct_fields__, rows[0], strict=True)))
    return answer_json(request, b'{"data":%b' % msgspec.json.encode(found), rows=1)


@get(
    "/records",
    summary="Quotes and articles in one list",
    tags=["News"],
    **documented(RecordQuery, Listed[Record], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)
async def records(request: AnyRequest) -> Response[Any]:
    """Every quote and every article, newest first, in one form."""
    return await answer_list(request, RecordQuery, request.app.state.records)
