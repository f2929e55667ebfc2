"""Every error shape that the providers send becomes the right fault, with their message and what to do."""

from __future__ import annotations

import pytest

from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources.errors import Fault
from crypto_pipeline.sources.provider_errors import explain_status, retry_after
from tests.conftest import SHARED

CLOUDFLARE = b"<!DOCTYPE html><html><head><title>Access denied | api.coingecko.com</title></head></html>"
SHAPES = [
    ("coingecko", 429, b'{"status":{"error_code":429,"error_message":"You\'ve exceeded the Rate Limit"}}', Fault.RATE_LIMITED, "exceeded"),
    ("coingecko", 429, b"Throttled", Fault.RATE_LIMITED, "Throttled"),
    ("coingecko", 403, b"Throttled", Fault.RATE_LIMITED, "Throttled"),
    ("coingecko", 429, CLOUDFLARE, Fault.RATE_LIMITED, "Access denied"),
    ("coingecko", 401, b'{"status":{"error_code":10002,"error_message":"API Key Missing"}}', Fault.UNAUTHORIZED, "COINGECKO_API_KEY"),
    ("coingecko", 400, b'{"error":{"status":{"error_code":10010,"error_message":"wrong host"}}}', Fault.UNAUTHORIZED, "COINGECKO_PLAN"),
    ("coingecko", 400, b'{"status":{"error_code":10011,"error_message":"wrong host"}}', Fault.UNAUTHORIZED, "COINGECKO_PLAN"),
    ("coingecko", 401, b'{"error":{"status":{"error_code":10012,"error_message":"365 days"}}}', Fault.PLAN, "365 days"),
    ("coingecko", 404, b'{"error":"coin not found"}', Fault.NOT_FOUND, "coin not found"),
    ("coingecko", 500, b'{"status":500,"error":"Internal Server Error"}', Fault.SERVER_ERROR, "Internal Server Error"),
    ("coingecko", 503, b"", Fault.SERVER_ERROR, "503"),
    ("coinpaprika", 402, b'{"error":"not allowed in this plan"}', Fault.PLAN, "not allowed in this plan"),
    ("coinpaprika", 404, b'{"error":"id not found"}', Fault.NOT_FOUND, "id not found"),
    ("coinpaprika", 429, b'{"error":"too many requests"}', Fault.RATE_LIMITED, "COINPAPRIKA_RATE_PER_MINUTE"),
    ("coinpaprika", 403, b'{"error":"bad key"}', Fault.UNAUTHORIZED, "COINPAPRIKA_API_KEY"),
    ("coinpaprika", 418, b"[1]", Fault.REFUSED, "418"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "status", "body", "fault", "says"), SHAPES)
def test_each_shape_is_recognised(source: str, status: int, body: bytes, fault: Fault, says: str) -> None:
    error = explain_status(SOURCES[source].errors, "https://host/path", status, {}, body)
    assert error.fault is fault
    assert says in str(error)
    assert "https://host/path" in str(error)


def test_retry_after_is_a_number_or_a_date() -> None:
    assert retry_after({"retry-after": "119"}) == 119
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert retry_after({"retry-after": "soon"}) is None
    assert retry_after({}) is None


@pytest.mark.skipif(not (SHARED / "real").is_dir(), reason="the recorded payloads are not here")
@pytest.mark.parametrize(
    ("file", "status", "fault", "says"),
    [
        ("coingecko/error_401_api_key_missing.json", 401, Fault.UNAUTHORIZED, "API Key Missing"),
        ("coinpaprika/error_402_history_range.json", 402, Fault.PLAN, "is not allowed in this plan"),
        ("coinpaprika/error_404_unknown_id.json", 404, Fault.NOT_FOUND, "id not found"),
    ],
)
def test_recorded_errors_are_recognised(file: str, status: int, fault: Fault, says: str) -> None:
    source, _, _ = file.partition("/")
    error = explain_status(SOURCES[source].errors, "u", status, {}, (SHARED / "real" / file).read_bytes())
    assert error.fault is fault
    assert says in str(error)
