"""Where a source's requests may go: to the provider, and not into the machine or the network that they come from.

A feed can redirect to any address, and a name can be made to point to any. Loopback, private and link-local addresses
are closed, as resolved, unless the configured address is itself one.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal

import httpcore
import httpx

Zone = Literal["public", "loopback", "link-local", "private"]
# RFC 6052: an IPv4 address inside an IPv6 one
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# All of IPv6 that is given to the Internet, and what of it and of IPv4 is not, though Python calls some of it global
_UNICAST = ipaddress.ip_network("2000::/3")
_NEVER_PUBLIC = tuple(map(ipaddress.ip_network, ("3fff::/20", "192.0.0.0/24", "192.88.99.0/24")))
# Names that only a proxy will resolve: never the Internet's
_INNER_ENDINGS = (".local", ".localdomain", ".internal", ".lan", ".home.arpa", ".intranet", ".corp")


class ForbiddenAddressError(Exception):
    """The address is within. The message says which and why."""


def zone_of(address: str) -> Zone:
    """What kind of address this is; IPv4 inside IPv6 is judged as IPv4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    if ip.is_loopback or ip.is_unspecified:
        return "loopback"
    if ip.is_link_local:
        return "link-local"
    known = [network for network in _NEVER_PUBLIC if network.version == ip.version]
    if any(ip in network for network in known) or (ip.version == 6 and ip not in _UNICAST):
        return "private"
    return "public" if ip.is_global and not ip.is_multicast else "private"


def zone_of_name(host: str) -> Zone:
    """What can be said of a host that a proxy resolves: by its name, or its literal address."""
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return zone_of(bare)
    except ValueError:
        pass
    try:  # 127.1, 0x7f000001 and 2130706433 are addresses, too, for those who connect
        return zone_of(socket.inet_ntoa(socket.inet_aton(bare)))
    except OSError:
        pass
    if bare == "localhost" or bare.endswith(".localhost"):
        return "loopback"
    return "private" if "." not in bare or bare.endswith(_INNER_ENDINGS) else "public"


class Judge:
    """Which addresses may be asked besides `base`'s own. `own_ports` are the platform's: no redirect leads there."""

    def __init__(self, base: httpx.URL, own_ports: Iterable[int] = ()) -> None:
        self.base, self.own_ports = base, frozenset(own_ports)
        # a thread of its own: a resolver that hangs must not hold up the end
        self._resolver = ThreadPoolExecutor(1, "resolver")

    def close(self) -> None:
        """Lets go of the resolver."""
        self._resolver.shutdown(wait=False, cancel_futures=True)

    async def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be asked. Raises `ForbiddenAddressError` when none may, OSError for none."""
        found = await self._lookup(host, port)
        if self._is_base(host, port):
            return found
        zones = {address: zone_of(address) for address in found}
        allowed = {"public", *await self._base_zones()} if set(zones.values()) != {"public"} else {"public"}
        kept = [a for a, zone in zones.items() if zone in allowed and (zone == "public" or port not in self.own_ports)]
        if not kept:
            raise ForbiddenAddressError(f"{host} is {found[0]}, {_place(zones[found[0]])}")
        return kept

    async def judge_name(self, host: str, port: int) -> None:
        """The same for a host that a proxy resolves: only its name can be judged."""
        zone = zone_of_name(host)
        if self._is_base(host, port) or zone == "public":
            return
        if zone != zone_of_name(self.base.host) or port in self.own_ports:
            raise ForbiddenAddressError(f"{host} is {_place(zone)}")

    def _is_base(self, host: str, port: int) -> bool:
        return (host, port) == (self.base.host, self.base.port or {"http": 80, "https": 443}[self.base.scheme])

    async def _base_zones(self) -> set[Zone]:
        """The inner zones of the configured host. One that is public, too, opens none: its DNS is somebody else's."""
        try:
            zones = {zone_of(a) for a in await self._lookup(self.base.host, self.base.port or 443)}
        except OSError:
            return set()
        return set() if "public" in zones else zones

    async def _lookup(self, host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._resolver, _addresses_of, host, port)
        return list(dict.fromkeys(found))


class Network(httpcore.AsyncNetworkBackend):
    """Connects to addresses that were judged, and to those very ones: a name may resolve otherwise a moment later."""

    def __init__(self, judge: Judge) -> None:
        self._judge, self._inner = judge, httpcore.AnyIOBackend()

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:  # fmt: skip
        """A connection to the first address that takes one."""
        try:
            addresses = await self._judge.resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        for address in addresses[:-1]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """As the library needs it."""
        await self._inner.sleep(seconds)


def _addresses_of(host: str, port: int) -> list[str]:
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _place(zone: Zone) -> str:
    return {
        "loopback": "this machine itself",
        "link-local": "a link-local address",
        "private": "an address of a private network",
        "public": "an address of the Internet",
    }[zone]
