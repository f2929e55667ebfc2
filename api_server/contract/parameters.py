"""Query parameters: declared once as a struct, parsed strictly, and described to OpenAPI from the same declaration."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar
from urllib.parse import parse_qsl

import msgspec
from msgspec import inspect

from api_server.contract.problems import BadParameter, Problem, shown

MAX_FIELDS = 100
MAX_ITEMS = 200
FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
# What other resources, and other APIs, call the same
SYNONYMS = {
    "from": ("since", "start_date", "start"), "to": ("until", "end_date", "end"),
    **dict.fromkeys(("q", "query"), ("search",)), **dict.fromkeys(("order", "order_by", "sort_by"), ("sort",)),
    **dict.fromkeys(("per_page", "size"), ("limit",)), "symbols": ("symbol",),
    "after": ("cursor",),
}  # fmt: skip
# What every resource understands: the same under other names
ALIASES = {
    **dict.fromkeys(("since", "start", "start_date"), ("since", "start_date", "start")),
    **dict.fromkeys(("until", "end", "end_date"), ("until", "end_date", "end")),
    **dict.fromkeys(("ticker", "tickers"), ("ticker", "tickers")),
}  # fmt: skip
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOST_PLUS = re.compile(r"(?<=\d) (?=\d{2}:?\d{2}$)")  # the + of an offset that was not written as %2B


class Parameters(msgspec.Struct, kw_only=True, frozen=True):
    """The base of every resource's parameters. Times without an offset are UTC.

    `bounds` are pairs of parameters of which the first may not exceed the second; `product` is what a source that is
    named must have.
    """

    bounds: ClassVar[tuple[tuple[str, str], ...]] = ()
    product: ClassVar[str | None] = None


class NoParameters(Parameters, kw_only=True, frozen=True):
    """For resources that take none."""


P = TypeVar("P", bound=Parameters)


@lru_cache(maxsize=4096)
def pairs_of(query: bytes) -> tuple[tuple[str, str], ...]:
    """Names and values of a query string. Raises `Problem` for what is no UTF-8 or too much."""
    try:
        pairs = parse_qsl(
            query.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MAX_FIELDS
        )
    except UnicodeDecodeError:
        raise Problem("bad-request", "The query is not percent-encoded UTF-8.") from None
    except ValueError:
        raise Problem("bad-request", f"The query has more than {MAX_FIELDS} parameters.") from None
    for name, value in pairs:
        if "\0" in name or "\0" in value:
            bad = BadParameter(shown(name), shown(value), "text without NUL")
            raise Problem("invalid-parameter", "No value can hold a NUL.", [bad])
    return tuple(pairs)


@lru_cache(maxsize=4096)
def canonical(query: bytes) -> str:
    """The same text for queries that differ only in the order of their parameters."""
    return repr(sorted(pairs_of(query), key=lambda pair: pair[0]))


@lru_cache(maxsize=1024)
def parse(model: type[P], query: bytes) -> P:
    """The query string as the model. Raises `Problem` with every parameter that is wrong, not just the first."""
    fields = {field.encode_name: field for field in fields_of(model)}
    given: dict[str, list[str]] = defaultdict(list)
    for asked, value in pairs_of(query):
        name = next((alias for alias in ALIASES.get(asked, ()) if asked not in fields and alias in fields), asked)
        if name not in fields:
            near = [n for n in SYNONYMS.get(name, ()) if n in fields] or get_close_matches(name, fields, 1)
            hint = f"Did you mean {near[0]}?" if near else "None has a similar name."
            raise Problem(
                "unknown-parameter",
                f"{shown(name)} is not a parameter of this resource. {hint}",
                [BadParameter(shown(name), shown(value), f"one of {', '.join(fields)}" if fields else "no parameter")],
            )
        given[name].append(value)
    values: dict[str, Any] = {}
    errors: list[BadParameter] = []
    for name, texts in given.items():
        if len(texts) > 1 and not isinstance(kind_of(fields[name]), inspect.ListType):
            errors.append(BadParameter(name, shown(",".join(texts)), "given once"))
            continue
        try:
            values[fields[name].name] = _convert(fields[name], texts)
        except (ValueError, msgspec.ValidationError, OverflowError):
            errors.append(BadParameter(name, shown(",".join(texts)), allowed(fields[name])))
    errors += [
        BadParameter(f.encode_name, None, allowed(f))
        for f in fields.values()
        if f.required and f.encode_name not in given
    ]
    if errors:
        raise Problem(
            "invalid-parameter",
            " ".join(f"{e.parameter}: {e.value or 'nothing'!r} is not {e.allowed}." for e in errors),
            errors,
        )
    parsed = model(**values)
    for low, high in model.bounds:
        least, most = getattr(parsed, low), getattr(parsed, high)
        if least is not None and most is not None and least > most:
            raise Problem(
                "invalid-parameter", f"{low} is above {high}: nothing can be between them.",
                [BadParameter(low, shown(",".join(given[low])), f"at most {high}"),
                 BadParameter(high, shown(",".join(given[high])), f"at least {low}")],
            )  # fmt: skip
    return parsed


def allowed(field: inspect.Field) -> str:
    """What a parameter takes, in words."""
    match kind_of(field):
        case inspect.LiteralType(values):
            return f"one of {', '.join(map(str, values))}"
        case inspect.IntType(ge=low, le=high):
            return f"a whole number from {low} to {high}"
        case inspect.FloatType(ge=low, le=high):
            return f"a number from {low:g} to {high:g}" if low is not None and high is not None else "a finite number"
        case inspect.DateTimeType():
            return "an ISO 8601 date or time, such as 2026-05-01 or 2026-05-01T12:00:00+02:00"
        case inspect.DateType():
            return "a day, such as 2026-05-01"
        case inspect.StrType(max_length=longest):
            return f"text of 1 to {longest} characters"
        case inspect.ListType(item_type=inspect.LiteralType(values)):
            return f"one or more of {', '.join(map(str, values))}, separated by commas"
        case inspect.ListType(max_length=most):
            return f"1 to {most or MAX_ITEMS} values separated by commas"
    return "a value of its type"


@lru_cache(maxsize=64)
def fields_of(model: type[msgspec.Struct]) -> tuple[inspect.Field, ...]:
    """The parameters that a model declares."""
    info = inspect.type_info(model)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{model} is no struct")
    return info.fields


def kind_of(field: inspect.Field) -> inspect.Type:
    """The field's type without null and annotations."""
    kind = field.type
    while True:
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        elif isinstance(kind, inspect.UnionType):
            kind = next(t for t in kind.types if not isinstance(t, inspect.NoneType))
        else:
            return kind


def _convert(field: inspect.Field, texts: list[str]) -> Any:
    kind = kind_of(field)
    if isinstance(kind, inspect.ListType):
        items = [item.strip(" \t") for text in texts for item in text.split(",")]
        if not all(items) or len(items) > (kind.max_length or MAX_ITEMS):
            raise ValueError
        return [msgspec.convert(item, _python_type(kind.item_type)) for item in dict.fromkeys(items)]
    if texts[0] == "":
        raise ValueError
    text = texts[0]
    if isinstance(kind, inspect.DateTimeType):
        return _moment(text, end=field.name in ("end_date", "until", "end"))
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        if not re.fullmatch(r"[+-]?[0-9.]+([eE][+-]?[0-9]+)?", text, re.ASCII) or len(text) > 400:
            raise ValueError
        number: float = int(text) if isinstance(kind, inspect.IntType) else float(text)
        low, high = kind.ge, kind.le
        if (low is not None and number < low) or (high is not None and number > high) or abs(number) == float("inf"):
            raise ValueError
        return number
    return msgspec.convert(text, _python_type(kind))


def _moment(text: str, *, end: bool) -> datetime:
    """A time in UTC; a bare date as an end means the whole day. Raises ValueError."""
    day = _DATE.fullmatch(text)
    moment = datetime.fromisoformat(_LOST_PLUS.sub("+", text).upper())  # RFC 3339 §5.6: t and z may be small
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return moment + timedelta(days=1) - timedelta(microseconds=1) if day and end else moment
    except OverflowError:  # at the ends of the calendar
        return LAST if moment.year > 1 else FIRST


def _python_type(kind: inspect.Type) -> Any:
    """The type that msgspec converts to, with its bounds."""
    if isinstance(kind, inspect.Metadata):
        return _python_type(kind.type)
    match kind:
        case inspect.LiteralType(values):
            return Literal[tuple(values)]
        case inspect.StrType():
            return Annotated[
                str, msgspec.Meta(min_length=kind.min_length, max_length=kind.max_length, pattern=kind.pattern)
            ]
    raise TypeError(f"no parameter can be of {kind}")
