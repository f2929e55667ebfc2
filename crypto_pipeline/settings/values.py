"""What makes a setting's value usable. Each raises ValueError with what is wrong, to follow the variable's name."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

import psycopg
from psycopg.conninfo import make_conninfo
from pydantic import AfterValidator, SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

_HASHED = re.compile(r"sha256:([0-9a-fA-F]{64})")
# As many bits as a random UUID has: such a key is not found by trying
SHORTEST_SECRET = 16
STRONGER = (
    f"make one of {SHORTEST_SECRET} characters or more with python3 -c 'import secrets; print(secrets.token_urlsafe())'"
)
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]


def checked(check: Callable[[str], object]) -> AfterValidator:
    """For a setting's type: the value stays as it came if `check` does not raise; of a secret its text is looked at."""

    def look(value: Any) -> Any:
        check(value.get_secret_value() if isinstance(value, SecretStr) else value)
        return value

    return AfterValidator(look)


def usable_path(value: Path) -> Path:
    """The path from the user's folder on, where it begins with ~."""
    try:
        found = value.expanduser()
        found.resolve()
    except (OSError, RuntimeError) as error:  # no such user, links that lead in a circle, a working folder gone
        raise ValueError(f"names no place: {getattr(error, 'strerror', None) or error}") from None
    return found


def usable_folder(value: Path) -> Path:
    """The same for a folder that is there, or may be made."""
    found = usable_path(value)
    try:
        is_other = found.exists() and not found.is_dir()
    except OSError as error:
        raise ValueError(f"cannot be looked at: {error.strerror}") from None
    if is_other:
        raise ValueError("is not a folder")
    return found


def items_of(text: str) -> list[str]:
    """What stands between the commas, without blanks."""
    return [item for part in text.split(",") if (item := part.strip())]


def named_secrets(text: str) -> list[tuple[str, str]]:
    """`NAME=SECRET,…` as pairs; either can be empty."""
    return [(name, secret) for name, _, secret in (item.partition("=") for item in items_of(text))]


def check_cron(value: str) -> None:
    """A cron line of five fields: `*`, numbers, ranges and steps within bounds, and the three-letter names."""
    bounds: tuple[tuple[int, int, list[str]], ...] = (
        (0, 59, []),
        (0, 23, []),
        (1, 31, []),
        (1, 12, _MONTHS),
        (0, 7, _DAYS),
    )
    fields = value.split()
    if len(fields) != len(bounds):
        raise ValueError("is not a cron line of five fields")
    for text, (least, most, names) in zip(fields, bounds, strict=True):
        point = rf"(?:[0-9]{{1,2}}{''.join(f'|{name}' for name in names)})"
        item = rf"(?:\*|{point}(?:-{point})?)(?:/0*[1-9][0-9]?)?"
        numbers = map(int, re.findall(r"(?<![/0-9])[0-9]+", text))
        if not re.fullmatch(rf"{item}(?:,{item})*", text, re.I) or not all(least <= n <= most for n in numbers):
            raise ValueError(f"has the field {text!r}, which is not within {least} to {most}")
    _, _, day, month, weekday = fields
    if weekday == "*" and day[0].isdigit() and month.replace(",", "").isalnum():
        first = min(map(int, re.findall(r"(?<![/0-9])[0-9]+", day)))
        months = [_MONTHS.index(m.upper()) if m.isalpha() else int(m) - 1 for m in month.split(",")]
        if first > max(_LENGTHS[number] for number in months):
            raise ValueError("names a day that the month does not have: it would never come")


def digest_of(secret: str, *, hashed: bool = True) -> bytes:
    """The SHA-256 of a secret, or (`hashed`) the one that `sha256:HEX` names."""
    found = _HASHED.fullmatch(secret) if hashed else None
    return bytes.fromhex(found[1]) if found else hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()


def check_strength(secret: str) -> None:
    """A secret that cannot be guessed, or the SHA-256 of one."""
    if is_weak(secret):
        raise ValueError(f"can be guessed: {STRONGER}")


Strong = Annotated[SecretStr, checked(check_strength)]


def is_weak(secret: str) -> bool:
    """Whether a secret, as it stands in a setting, is found by trying."""
    return not _HASHED.fullmatch(secret) and (len(secret) < SHORTEST_SECRET or len(set(secret)) < 6)


def parse_secrets(text: str, *, strong: bool = False) -> dict[str, bytes]:
    """`NAME=SECRET,…`, each `sha256:HEX` or plain (`strong`: not guessable), as names to SHA-256. Raises ValueError."""
    found: dict[str, bytes] = {}
    for name, secret in named_secrets(text):
        if not name or not secret:
            raise ValueError("has an item that is not NAME=SECRET")
        if name in found:
            raise ValueError(f"names {name!r} twice")
        if strong and is_weak(secret):
            raise ValueError(f"has a secret, {name}'s, that can be guessed: {STRONGER}")
        found[name] = digest_of(secret)
    return found


def check_host(value: str) -> str:
    """An address or name to listen on, without brackets."""
    bare = value.strip()
    bare = bare[1:-1] if bare.startswith("[") and bare.endswith("]") else bare
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        if ":" in bare or not re.fullmatch(r"(?!-)[A-Za-z0-9_.-]{1,253}", bare) or re.fullmatch(r"[\d.]+", bare):
            raise ValueError("is neither an IP address nor a host's name") from None
    return bare


def reached_at(host: str, port: int) -> str:
    """The URL at which this machine reaches what listens on a host."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def check_address(value: str) -> str:
    """HOST:PORT."""
    host, _, port = value.strip().rpartition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        raise ValueError("is not HOST:PORT")
    check_host(host)
    return f"{host}:{port}"


def check_hosts(text: str) -> None:
    """Names and addresses, separated by commas, without ports."""
    for host in items_of(text):
        try:
            check_host(host)
        except ValueError:
            raise ValueError(f"has {host!r}, which is neither a host's name nor an address without a port") from None


def parse_networks(text: str) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """Addresses and networks, separated by commas. Raises ValueError."""
    found = []
    for item in items_of(text):
        try:
            found.append(ipaddress.ip_network(item, strict=False))
        except ValueError:
            raise ValueError(f"has {item!r}, which is no address or network") from None
    return found


def check_origins(text: str) -> None:
    """Origins as browsers send them: scheme, host and port, or `*`."""
    for origin in items_of(text):
        parts = urlsplit(origin)
        bare = f"{parts.scheme}://{parts.netloc}"
        if origin != "*" and (parts.scheme not in ("http", "https") or not parts.netloc or origin != bare):
            raise ValueError(f"has {origin!r}, which is no origin: scheme, host and port without a path")


def check_redis_url(value: str) -> None:
    """A Redis URL, read as the rate limiter reads it."""
    from redis.connection import parse_url

    try:
        parse_url(value)  # type: ignore[no-untyped-call]
    except ValueError:
        raise ValueError("is not a redis:// URL") from None


def check_http_url(value: str) -> str:
    """An http(s) URL without the slash at its end; empty for none."""
    parts = urlsplit(value)
    if value and not _is_web(parts):
        raise ValueError("is not an http(s) URL")
    _ = parts.port  # raises ValueError for what is no port
    return value.rstrip("/")


def check_postgres_url(value: str) -> None:
    """A PostgreSQL URL whose parts can be told apart."""
    if not re.match(r"postgres(ql)?(\+\w+)?://", value):
        raise ValueError("is not a postgresql:// URL")
    try:
        url = make_url(value)
        host = url.host or ""
    except (ArgumentError, ValueError):
        raise ValueError("cannot be read as a URL: is the port a number?") from None
    try:
        make_conninfo("", **{name: str(option) for name, option in url.query.items()})
    except psycopg.ProgrammingError as error:
        raise ValueError(f"has an option that PostgreSQL does not know: {str(error).strip()}") from None
    if "@" in host:
        raise ValueError("has an @ too many: write @ in a password as %40, / as %2F, : as %3A")


def parse_feeds(text: str) -> dict[str, str]:
    """`NAME=URL,…` as a mapping; a bare URL is named after its host. Raises ValueError."""
    feeds: dict[str, str] = {}
    if text.strip().lower() == "none":
        return feeds
    for item in items_of(text):
        name, _, url = item.partition("=") if re.match(r"[\w-]+=", item) else ("", "", item)
        parts = urlsplit(url)
        if not _is_web(parts):
            raise ValueError(f"has an item ({name or 'without a name'}) that is not NAME=http(s)://…")
        if re.search(r"\s", url):
            raise ValueError(f"has an item ({name or 'without a name'}) with a blank in its URL: commas separate items")
        _ = parts.port  # raises ValueError for what is no port
        name = name or re.sub(r"^www\.", "", parts.hostname or "")
        if name in feeds:
            raise ValueError(f"names the feed {name!r} twice")
        feeds[name] = url
    return feeds


def _is_web(parts: SplitResult) -> bool:
    return parts.scheme in ("http", "https") and bool(parts.hostname)
