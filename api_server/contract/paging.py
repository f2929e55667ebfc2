"""Pages: the parameters that every list shares, and what a page is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from msgspec import Meta

from api_server.contract.cursors import Cursor, encode
from api_server.contract.formats import Format
from api_server.contract.parameters import Parameters
from api_server.contract.problems import BadParameter, Problem

DEFAULT_LIMIT = 50
DEEPEST = 10_000
COUNTED = 10_000
TotalIs = Literal["exact", "estimated", "at_least"]
Row = tuple[Any, ...]


class Cursored(Parameters, kw_only=True, frozen=True):
    """What every list takes."""

    limit: Annotated[
        Annotated[int, Meta(ge=1, le=1000)] | None,
        Meta(description="Rows a page; 50 by default. Other formats than JSON give all rows when it is not set"),
    ] = None
    cursor: Annotated[
        Annotated[str, Meta(min_length=1, max_length=1000)] | None,
        Meta(description="`pagination.next_cursor` of the page before"),
    ] = None
    format: Annotated[Format | None, Meta(description="The answer's format, over the Accept header")] = None

    @property
    def rows(self) -> int:
        """Rows of a page."""
        return self.limit or DEFAULT_LIMIT

    @property
    def settled(self) -> bool:
        """Whether what it asks for will hardly change any more."""
        return False


class Paged(Cursored, kw_only=True, frozen=True):
    """What lists take that can be counted and entered anywhere."""

    offset: Annotated[
        Annotated[int, Meta(ge=0, le=DEEPEST)] | None, Meta(description="Rows to skip; cursors reach deeper")
    ] = None
    page: Annotated[
        Annotated[int, Meta(ge=1, le=DEEPEST)] | None, Meta(description="Number of the page, with `page_size`")
    ] = None
    page_size: Annotated[Annotated[int, Meta(ge=1, le=1000)] | None, Meta(description="Rows a page, with `page`")] = (
        None
    )
    count: Annotated[
        Literal["auto", "none", "estimated", "exact"],
        Meta(
            description="auto: where it costs nothing; estimated: the planner's guess; exact: counts to 10,000 at most"
        ),
    ] = "auto"

    @property
    def rows(self) -> int:
        """Rows of a page."""
        return self.limit or self.page_size or DEFAULT_LIMIT

    @property
    def skipped(self) -> int:
        """Rows before the page. Raises `Problem` when it is too deep, or said in two ways."""
        ways = [name for name in ("cursor", "offset", "page") if getattr(self, name) is not None]
        if len(ways) > 1:
            raise Problem(
                "invalid-parameter",
                f"{' and '.join(ways)} exclude each other.",
                [BadParameter(way, str(getattr(self, way))[:100], "one of cursor, offset and page") for way in ways],
            )
        if self.limit is not None and self.page_size is not None:
            sizes = [
                BadParameter(name, str(getattr(self, name)), "limit or page_size") for name in ("limit", "page_size")
            ]
            raise Problem("invalid-parameter", "limit and page_size exclude each other.", sizes)
        skipped = self.offset or ((self.page or 1) - 1) * self.rows
        if skipped > DEEPEST:
            raise Problem("too-deep", f"Row {skipped:,} is beyond {DEEPEST:,}; follow pagination.next_cursor instead.")
        return skipped


@dataclass(frozen=True)
class Page:
    """Some rows of a list, what is known of the whole, and where the next page starts."""

    rows: list[Row]
    limit: int
    next: Cursor | None
    total: int | None = None
    total_is: TotalIs | None = None

    @property
    def next_cursor(self) -> str | None:
        return encode(self.next) if self.next else None
