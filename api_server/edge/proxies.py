"""What a reverse proxy says of the request that it passes on, believed of those that API_TRUSTED_PROXIES names."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from crypto_pipeline.settings import Settings

_PREFIX = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from: the client's address, and under which prefix it sees us."""

    client: str
    scheme: str
    prefix: str = ""


class Proxies:
    """The proxies that are believed."""

    def __init__(self, settings: Settings) -> None:
        self._networks = settings.trusted_proxies

    def origin(self, client: str, scheme: str, headers: dict[bytes, bytes]) -> Origin:
        """Where the request comes from: of the addresses on its way the last one that is none of our proxies'."""
        if not self._networks or not self._trusted(client):
            return Origin(client, scheme)
        hops, said = _forwarded(headers)
        for hop in reversed(hops):
            client = hop
            if not self._trusted(hop):
                break
        prefix = headers.get(b"x-forwarded-prefix", b"").decode("latin-1").strip().rstrip("/")
        return Origin(client, said or scheme, prefix if _PREFIX.fullmatch(prefix) and len(prefix) <= 200 else "")

    def _trusted(self, address: str) -> bool:
        try:
            ip = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(ip in network for network in self._networks)


def _forwarded(headers: dict[bytes, bytes]) -> tuple[list[str], str]:
    """The addresses that the request came by, first the client's, and the scheme that it used.

    From `Forwarded` (RFC 7239) where there is one, else from the X-Forwarded-* headers.
    """
    if (standard := headers.get(b"forwarded", b"").decode("latin-1")) and standard.strip():
        hops, scheme = [], ""
        for element in standard.split(","):
            pairs = {
                name.strip().lower(): value.strip().strip('"')
                for name, _, value in (pair.partition("=") for pair in element.split(";"))
            }
            hops.append(_bare(pairs.get("for", "")))
            scheme = pairs.get("proto", scheme)
        return hops, _scheme(scheme)
    given = headers.get(b"x-forwarded-for", b"").decode("latin-1")
    hops = [_bare(hop.strip()) for hop in given.split(",") if hop.strip()]
    return hops, _scheme(headers.get(b"x-forwarded-proto", b"").decode("latin-1").partition(",")[0].strip())


def _bare(hop: str) -> str:
    """An address without its port and brackets."""
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop


def _scheme(text: str) -> str:
    return text.lower() if text.lower() in ("http", "https") else ""
