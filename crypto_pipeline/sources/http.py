"""The one HTTP client of all sources: limits on time and size, retries, and errors worth reading.

What a provider's answer means (its error bodies, its plans) is `provider_errors`' business.
"""

from __future__ import annotations

import contextlib
import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx
import tenacity

from crypto_pipeline import __version__
from crypto_pipeline.settings import Settings
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.provider_errors import explain_status

logger = logging.getLogger(__name__)

T = TypeVar("T")

REDIRECTS = 3
_SECRET_NAME = re.compile("key|token|secret|passw|auth|sig", re.I)


@dataclass(frozen=True)
class Response:
    """A whole answer: status 200 or 304, body decompressed."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime


@dataclass
class Client:
    """Asks one upstream. `secret_headers` go to `base_url`'s own origin and to no other.

    `acquire` is called before every attempt (rate limit and budget). All faults are raised as `SourceError`;
    the transient ones after `http_attempts` tries with exponential backoff and full jitter, or what the
    provider's Retry-After asks for, as long as that is within `http_max_wait`.
    """

    source: str
    base_url: str
    settings: Settings
    acquire: Callable[[], None]
    secret_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        s = self.settings
        self._http = httpx.Client(
            timeout=httpx.Timeout(s.http_read_timeout, connect=s.http_connect_timeout),
            headers={"User-Agent": f"crypto-platform/{__version__}", "Accept-Encoding": "gzip"},
            follow_redirects=False,
            transport=_SecretTransport(httpx.URL(self.base_url), self.secret_headers),
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

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
        return retrying(lambda: parse(self._attempt(url, {"Accept": accept, **(headers or {})})))

    def _attempt(self, url: httpx.URL, headers: Mapping[str, str]) -> Response:
        self.acquire()
        deadline = time.monotonic() + self.settings.http_total_timeout
        for _ in range(REDIRECTS + 1):
            with self._faults(url):
                response = self._read(url, headers, deadline)
            if response.status not in (301, 302, 303, 307, 308):
                break
            url = self._redirect(url, response)
        else:
            raise SourceError(
                self.source, Fault.UNEXPECTED, f"{shown(url)} redirects in a circle", "Check the base URL"
            )
        if response.status in (200, 304):
            return response
        raise explain_status(self.source, shown(url), response.status, response.headers, response.body)

    def _read(self, url: httpx.URL, headers: Mapping[str, str], deadline: float) -> Response:
        limit = self.settings.http_max_bytes
        body = bytearray()
        with self._http.stream("GET", url, headers=dict(headers)) as answer:
            for chunk in answer.iter_bytes():  # as they come: a chunk size would wait for a slow sender
                body += chunk
                if len(body) > limit or answer.num_bytes_downloaded > limit:
                    raise SourceError(
                        self.source, Fault.TOO_LARGE, f"{shown(url)} sent more than {limit:,} bytes",
                        "Raise HTTP_MAX_BYTES if that is to be expected",
                    )  # fmt: skip
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout(f"still sending after {self.settings.http_total_timeout:g} s")
            return Response(answer.status_code, answer.headers, bytes(body), datetime.now(UTC))

    def _redirect(self, url: httpx.URL, response: Response) -> httpx.URL:
        target = url.join(response.headers.get("location", ""))
        if self.secret_headers and _origin(target) != _origin(httpx.URL(self.base_url)):
            raise SourceError(
                self.source, Fault.REDIRECTED, f"{shown(url)} (HTTP {response.status}) points to {target.host}",
                "The API key was not sent there. If the provider moved, change the base URL",
            )  # fmt: skip
        return target

    @contextlib.contextmanager
    def _faults(self, url: httpx.URL) -> Iterator[None]:
        """Turns the HTTP library's faults into ours."""
        try:
            yield
        except httpx.TimeoutException as error:
            raise SourceError(
                self.source, Fault.TIMEOUT, f"{shown(url)}: {_text(error)}",
                "The provider is slow; the next run tries again, or raise HTTP_READ_TIMEOUT and HTTP_TOTAL_TIMEOUT",
            ) from error  # fmt: skip
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.DecodingError) as error:
            raise SourceError(
                self.source,
                Fault.CUT_OFF,
                f"{shown(url)}: {_text(error)}",
                "Nothing was stored; the next run tries again",
            ) from error
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise SourceError(
                self.source, Fault.UNREACHABLE, f"{shown(url)}: {_text(error)}",
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


class _SecretTransport(httpx.HTTPTransport):
    """Adds secret headers on the way out, to one origin only: they never are part of a request that is logged."""

    def __init__(self, origin: httpx.URL, secret_headers: Mapping[str, str]) -> None:
        super().__init__()
        self._secret_origin, self._secret_headers = _origin(origin), dict(secret_headers)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self._secret_headers and _origin(request.url) == self._secret_origin:
            request = httpx.Request(
                request.method,
                request.url,
                headers={**request.headers, **self._secret_headers},
                stream=request.stream,
                extensions=request.extensions,
            )
        return super().handle_request(request)


def shown(url: httpx.URL | str) -> str:
    """The URL as it may be shown and stored: without user, password and the values of secret parameters."""
    url = httpx.URL(url)
    query = [(k, "***" if _SECRET_NAME.search(k) else v) for k, v in url.params.multi_items()]
    return str(url.copy_with(userinfo=b"", params=query or None))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _text(error: Any) -> str:
    return str(error) or type(error).__name__
