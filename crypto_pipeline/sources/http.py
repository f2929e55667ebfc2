"""The one HTTP client of all sources: limits on time and size, retries, and errors worth reading.

What a provider's answer means (its error bodies, its plans) is `provider_errors`' business.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx
import tenacity

from crypto_pipeline import __version__
from crypto_pipeline.settings import Settings
from crypto_pipeline.settings.secrets import SECRET_NAME, STRUCK, redact
from crypto_pipeline.sources.addresses import ForbiddenAddressError, Judge
from crypto_pipeline.sources.decoding import CodingError, Decoder, TooLargeError
from crypto_pipeline.sources.errors import LATER, ErrorGuide, Fault, SourceError
from crypto_pipeline.sources.provider_errors import explain_status
from crypto_pipeline.sources.transport import Transport, origin, proxy_for

logger = logging.getLogger(__name__)

T = TypeVar("T")

REDIRECTS = 5
_REDIRECTING = (301, 302, 303, 307, 308)
# 203 is 200 from a proxy that changed something (RFC 9110 §15.3.4)
_WHOLE = (200, 203)


@dataclass(frozen=True)
class Response:
    """A whole answer: status 200 (or 203) or 304, body decoded; `url` is where it came from in the end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    url: str = ""


@dataclass
class Client:
    """Asks one upstream. `secret_headers` go to `base_url`'s own origin and to no other.

    `acquire` is called before every attempt (rate limit and budget). All faults are raised as `SourceError`, without
    any of the settings' secrets; the transient ones after `http_attempts` tries with exponential backoff and full
    jitter, or what the provider's Retry-After asks for, as long as that is within `http_max_wait`.
    """

    guide: ErrorGuide
    base_url: str
    settings: Settings
    acquire: Callable[[], None]
    secret_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    sleep: Callable[[float], None] = time.sleep
    max_bytes: int = 0  # 0: HTTP_MAX_BYTES

    def __enter__(self) -> Client:
        s = self.settings
        judge = Judge(httpx.URL(self.base_url), (s.api_port, s.dagster_port))
        self._runner = asyncio.Runner()
        try:
            self._transport = Transport(judge, self.secret_headers)
        except OSError as error:
            self._runner.close()
            raise SourceError(
                self.guide.source, Fault.UNREACHABLE, f"the authorities to be trusted cannot be read: {_text(error)}",
                "Check SSL_CERT_FILE and SSL_CERT_DIR in the environment",
            ) from None  # fmt: skip
        self._http = httpx.AsyncClient(
            timeout=httpx.Timeout(s.http_read_timeout, connect=s.http_connect_timeout),
            headers={"User-Agent": f"crypto-platform/{__version__}", "Accept-Encoding": "gzip"},
            follow_redirects=False,
            trust_env=False,  # its netrc would send passwords; the proxy is the transport's business
            transport=self._transport,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()

    def get(
        self,
        path: str,
        params: Mapping[str, str | int] | None = None,
        *,
        parse: Callable[[Response], T],
        headers: Mapping[str, str] | None = None,
        accept: str = "application/json",
    ) -> T:
        """One GET of `base_url` + `path` and what `parse` makes of the answer, retried as the class says.

        `parse` may raise `SourceError`, too: a transient one, such as a body that was cut off, is retried.
        """
        url = httpx.URL(self.base_url + path, params=dict(params) if params else None)
        retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self.settings.http_attempts),
            retry=tenacity.retry_if_exception(self._worth_retrying),
            wait=self._wait,
            before_sleep=self._log_retry,
            sleep=self.sleep,
            reraise=True,
        )
        return retrying(lambda: self._once(url, {"Accept": accept, **(headers or {})}, parse))

    def _once(self, url: httpx.URL, headers: Mapping[str, str], parse: Callable[[Response], T]) -> T:
        self.acquire()
        try:
            return parse(self._runner.run(self._attempt(url, headers)))
        except SourceError as error:
            # providers repeat in their errors what they were sent
            raise error.with_text(redact(str(error), self.settings)) from None

    async def _attempt(self, url: httpx.URL, headers: Mapping[str, str]) -> Response:
        """The exchange as a whole, redirects included, within `http_total_timeout` by the clock on the wall."""
        seconds = self.settings.http_total_timeout
        where = url
        with self._faults(lambda: where):
            async with asyncio.timeout(seconds) as patience:
                try:
                    for _ in range(REDIRECTS + 1):
                        response = await self._read(where, headers)
                        if response.status not in _REDIRECTING:
                            return self._judged(where, headers, response)
                        where = self._redirect(where, response)
                except asyncio.CancelledError:
                    if patience.expired():
                        raise httpx.ReadTimeout(f"still sending after {seconds:g} s") from None
                    raise
        raise SourceError(
            self.guide.source, Fault.UNEXPECTED, f"{shown(where)} redirects in a circle", "Check the base URL"
        )

    async def _read(self, url: httpx.URL, headers: Mapping[str, str]) -> Response:
        limit = self.max_bytes or self.settings.http_max_bytes
        # by the transport: the client would look at Location, and call what it cannot read a broken protocol
        sent = {**headers, **_basic(url)}
        request = self._http.build_request("GET", url.copy_with(userinfo=b""), headers=sent)
        answer = await self._transport.handle_async_request(request)
        try:
            decoder = Decoder(answer.headers.get("content-encoding", ""), limit)
            async for chunk in answer.aiter_raw():
                decoder.feed(chunk)
            body = decoder.finish() if answer.status_code != 304 else b""
            return Response(answer.status_code, answer.headers, body, datetime.now(UTC), str(url))
        finally:
            await answer.aclose()

    def _judged(self, url: httpx.URL, headers: Mapping[str, str], response: Response) -> Response:
        conditional = any(name.lower() in ("if-none-match", "if-modified-since") for name in headers)
        if response.status in _WHOLE or (response.status == 304 and conditional):
            return response
        raise explain_status(self.guide, shown(url), response.status, response.headers, response.body)

    def _redirect(self, url: httpx.URL, response: Response) -> httpx.URL:
        location = response.headers.get("location", "")
        try:
            # a header's bytes are Latin-1 to the library, and UTF-8 on the wire where they are not ASCII
            target = url.join(location.encode("latin-1", "replace").decode("utf-8", "replace"))
            target = target.copy_with(fragment=None)
        except (httpx.InvalidURL, UnicodeError, ValueError):
            target = httpx.URL("")
        if not location or target.scheme not in ("http", "https") or not target.host:
            raise SourceError(
                self.guide.source, Fault.UNEXPECTED,
                f"{shown(url)} (HTTP {response.status}) redirects to {location[:200]!r}, which is no web address",
                "Check the base URL",
            )  # fmt: skip
        if self.secret_headers and origin(target) != origin(httpx.URL(self.base_url)):
            raise SourceError(
                self.guide.source, Fault.REDIRECTED, f"{shown(url)} (HTTP {response.status}) points to {target.host}",
                "The API key was not sent there. If the provider moved, change the base URL",
            )  # fmt: skip
        # a password in the configured address is for its own origin only
        return target if origin(target) == origin(url) else target.copy_with(userinfo=b"")

    @contextlib.contextmanager
    def _faults(self, where: Callable[[], httpx.URL]) -> Iterator[None]:
        """Turns the HTTP library's faults into ours."""
        try:
            yield
        except httpx.TimeoutException as error:
            raise SourceError(
                self.guide.source, Fault.TIMEOUT, f"{shown(where())}: {_text(error)}",
                "The provider is slow; the next run tries again, or raise HTTP_READ_TIMEOUT and HTTP_TOTAL_TIMEOUT",
            ) from error  # fmt: skip
        except (TooLargeError, httpx.DecodingError) as error:
            limit = self.max_bytes or self.settings.http_max_bytes
            todo = "This is the most that is read" if self.max_bytes else "Raise HTTP_MAX_BYTES if it is to be so large"
            raise SourceError(
                self.guide.source, Fault.TOO_LARGE, f"{shown(where())} sent more than {limit:,} bytes", todo
            ) from error
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError, CodingError) as error:
            raise SourceError(self.guide.source, Fault.CUT_OFF, f"{shown(where())}: {_text(error)}", LATER) from error
        except ForbiddenAddressError as error:
            raise SourceError(
                self.guide.source, Fault.FORBIDDEN, f"{shown(where())}: {error}",
                "Requests do not go there, unless the configured address is there itself",
            ) from error  # fmt: skip
        # ValueError: a proxy's address that cannot be read
        except (httpx.TransportError, httpx.InvalidURL, ValueError, ImportError) as error:
            through = f" (through the proxy {shown(proxy)})" if (proxy := proxy_for(where())) else ""
            raise SourceError(
                self.guide.source, Fault.UNREACHABLE, f"{shown(where())}: {_text(error)}{through}",
                "Check the network, the proxy and the base URL; the next run tries again",
            ) from error  # fmt: skip

    def _worth_retrying(self, error: BaseException) -> bool:
        return (
            isinstance(error, SourceError)
            and error.transient
            and (error.retry_after or 0) <= self.settings.http_max_wait
        )

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after if isinstance(error, SourceError) else None
        jittered: float = tenacity.wait_random_exponential(multiplier=1, max=30)(state)
        # a little spread even on Retry-After, or everybody who was told the same comes back together
        return min(jittered if asked is None else asked + jittered / 10, self.settings.http_max_wait)

    def _log_retry(self, state: tenacity.RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        wait = state.next_action.sleep if state.next_action else 0
        logger.warning("%s (try %d; next in %.1f s)", error, state.attempt_number, wait)


def shown(url: httpx.URL | str) -> str:
    """The URL as it may be shown and stored: without user, password and the values of secret parameters."""
    try:
        url = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError):
        return "an address that cannot be read"
    query = [(k, STRUCK if SECRET_NAME.search(k) else v) for k, v in url.params.multi_items()]
    return str(url.copy_with(userinfo=b"", params=query or None))


def _basic(url: httpx.URL) -> dict[str, str]:
    """The header for a name and password in an address (RFC 7617)."""
    if not url.userinfo:
        return {}
    return {"Authorization": "Basic " + base64.b64encode(f"{url.username}:{url.password}".encode()).decode()}


def _text(error: Any) -> str:
    return str(error) or type(error).__name__
