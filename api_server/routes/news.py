"""`GET /news` and `GET /records`: what is ordered by time."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get
from litestar.openapi.spec import Example
from litestar.params import Parameter

from api_server.answers.lists import AnyRequest, answer_list, answer_one
from api_server.contract.formats import MEDIA_TYPES
from api_server.contract.links import link
from api_server.contract.models import Article, Item, Listed, Record
from api_server.contract.openapi import LISTING, READING, documented
from api_server.contract.parameters import NoParameters, parse
from api_server.contract.problems import Problem, shown
from api_server.queries.lists import NewsQuery
from api_server.queries.records import RecordQuery
from api_server.services import Injected

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
async def news(request: AnyRequest, services: Injected) -> Response[Any]:
    """Articles of all feeds, newest first."""
    return await answer_list(request, services, NewsQuery, services.news)


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
    services: Injected,
    article_id: Annotated[str, Parameter(description="An article's `id`, or `latest`", examples=[LATEST])],
) -> Response[Any]:
    """One article, or the latest one."""
    parse(NoParameters, request.scope["query_string"])
    statement = BY_TIME if article_id == "latest" else BY_ID
    asked = {"id": article_id, "raw": link("/raw/")}
    rows = [] if "\0" in article_id else await services.database.fetch(statement, asked)
    if not rows:
        raise Problem("not-found", f"No article has the id {shown(article_id)}. GET /news lists them.")
    found = Article(**dict(zip(Article.__struct_fields__, rows[0], strict=True)))
    return answer_one(request, found)


@get(
    "/records",
    summary="Quotes and articles in one list",
    tags=["News"],
    **documented(RecordQuery, Listed[Record], "not-found", *LISTING, formats=MEDIA_TYPES, etag=True),
)
async def records(request: AnyRequest, services: Injected) -> Response[Any]:
    """Every quote and every article, newest first, in one form."""
    return await answer_list(request, services, RecordQuery, services.records)
