"""The sources, each against a real server or real files."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from crypto_pipeline.sources import SOURCES
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Fetched, Request
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.inbox import Inbox
from tests.conftest import Simulator
from tests.loads import fetched as fetched_of
from tests.loads import read
from tests.upstream import reply, serving

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"


def one_batch(source: str, request: Request) -> Fetched:
    """The one batch of a small load."""
    (batch,) = SOURCES[source].streams[0].fetch(request)
    return batch


def coins(first: int, count: int) -> bytes:
    return json.dumps(
        [{"id": f"coin-{n}", "last_updated": "2026-05-01T00:00:00Z"} for n in range(first, first + count)]
    ).encode()


def coingecko_pages(handler: BaseHTTPRequestHandler) -> None:
    """600 coins; as rows move while they are read, page 2 begins with the last coin of page 1."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(handler.path).query).items()}
    page, size = int(query["page"]), int(query["per_page"])
    first = (page - 1) * size - (1 if page == 2 else 0)
    reply(handler, coins(first, max(0, min(size, 600 - first))))


def settings(base: str, **values: object) -> Settings:
    return Settings(coingecko_base_url=base, coinpaprika_base_url=base, http_attempts=1, http_max_wait=0, **values)  # type: ignore[arg-type]


def test_coingecko_reads_page_after_page_and_keeps_an_id_that_comes_twice() -> None:
    lines: list[str] = []
    with serving(coingecko_pages) as base:
        fetched = one_batch("coingecko", Request(settings(base, coingecko_top=1000), [TODAY], progress=lines.append))
    ids = fetched.batch.source_ids
    assert len(ids) == 600
    assert ids.count("coin-249") == 2
    assert lines[0] == "page 1 of 4: 250 coins"
    assert fetched.batch.endpoints[-1] == "/coins/markets?page=3"


def test_coingecko_asks_for_no_more_than_the_top() -> None:
    with serving(coingecko_pages) as base:
        assert len(one_batch("coingecko", Request(settings(base, coingecko_top=40), [TODAY])).batch) == 40


@pytest.mark.parametrize(
    ("values", "header"),
    [
        ({}, {}),
        ({"coingecko_api_key": "k"}, {"x-cg-demo-api-key": "k"}),
        ({"coingecko_api_key": "k", "coingecko_plan": "pro"}, {"x-cg-pro-api-key": "k"}),
        ({"coingecko_api_key": "k", "coingecko_plan": "keyless"}, {}),
    ],
)
def test_coingecko_sends_the_plans_header(values: dict[str, str], header: dict[str, str]) -> None:
    seen: list[dict[str, str]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append({name.lower(): value for name, value in handler.headers.items() if "api-key" in name.lower()})
        assert "k" not in parse_qs(urlsplit(handler.path).query).values()
        reply(handler, coins(0, 40))

    with serving(answer) as base:
        one_batch("coingecko", Request(settings(base, coingecko_top=40, **values), [TODAY]))
    assert seen == [header]


def test_coinpaprika_sends_its_key_bare_and_reads_all_in_one_answer(simulator: Simulator) -> None:
    seen: list[str | None] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers.get("Authorization"))
        reply(handler, b'[{"id": "btc-bitcoin", "last_updated": "2026-05-01T00:00:00Z"}]')

    with serving(answer) as base:
        assert one_batch(
            "coinpaprika", Request(settings(base, coinpaprika_api_key="secret"), [TODAY])
        ).batch.source_ids == ["btc-bitcoin"]
    assert seen == ["secret"]


@pytest.mark.parametrize("source", ["coingecko", "coinpaprika"])
def test_a_past_day_is_refused_for_good_before_any_call(source: str) -> None:
    with pytest.raises(SourceError, match="2024-01-01 is not today.*Materialise today's partition") as error:
        one_batch(source, Request(settings("http://127.0.0.1:9"), ["2024-01-01"]))
    assert (error.value.fault, error.value.transient) == (Fault.NO_HISTORY, False)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b'[{"id": "a"}, {"i', Fault.CUT_OFF),
        (b"<html><title>Just a moment</title>", Fault.NOT_JSON),
        (b'{"data": []}', Fault.UNEXPECTED),
        (b"", Fault.NOT_JSON),
        (b"[" * 100_000 + b"]" * 100_000, Fault.UNEXPECTED),
    ],
)
def test_an_answer_that_is_no_list_says_what_it_is(body: bytes, fault: Fault) -> None:
    with serving(lambda handler: reply(handler, body)) as base, pytest.raises(SourceError) as error:
        one_batch("coinpaprika", Request(settings(base), [TODAY]))
    assert error.value.fault is fault


def test_records_that_are_no_objects_are_read_all_the_same() -> None:
    frame = read(
        "coinpaprika",
        fetched_of(b'{"id": "a", "quotes": {"USD": {"price": 5}}}', b"7", b'{"id": "b", "quotes": null}'),
    )
    assert frame["source_id"] == ["a", None, "b"]
    assert frame["price_usd"] == [5, None, None]


# --- CSV ---------------------------------------------------------------------------------------------------------


def csv_request(inbox: Path, content: str | bytes, name: str = "quotes.csv") -> Request:
    path = inbox / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Request(Settings(csv_inbox=inbox), [Inbox(path.parent).partition_key(path)])


def test_a_csv_row_becomes_a_record_with_its_header_letter_by_letter(tmp_path: Path) -> None:
    request = csv_request(
        tmp_path, "\ufeffSymbol,Price_USD,name,note,created_at\nBTC,1.5,Bitcoin,hello,2024-01-01\n\n,,,,\n"
    )
    batch = one_batch("csv", request).batch
    assert json.loads(batch.payloads[0]) == {
        "header": "Symbol,Price_USD,name,note,created_at", "row": "BTC,1.5,Bitcoin,hello,2024-01-01",
    }  # fmt: skip
    assert batch.source_ids == ["BTC:Bitcoin"]
    assert batch.observed_at == [datetime(2024, 1, 1, tzinfo=UTC)]


def test_a_row_without_a_time_was_observed_when_the_file_was_written(tmp_path: Path) -> None:
    fetched = one_batch("csv", csv_request(tmp_path, "symbol,price_usd\nBTC,1.5\n"))
    written = datetime.fromtimestamp((tmp_path / "quotes.csv").stat().st_mtime, UTC)
    assert fetched.batch.observed_at == [written]
    rows = read("csv", fetched)
    assert (rows["name"], rows["observed_at"]) == (["BTC"], [written.isoformat()])


def test_a_row_with_too_many_or_too_few_values_is_refused_with_its_line(tmp_path: Path) -> None:
    fetched = one_batch("csv", csv_request(tmp_path, "symbol,price_usd\nBTC,1,2\nETH\nXRP,1\n"))
    assert [r.reasons for r in fetched.rejected] == [
        ("3 values for 2 columns",),
        ("1 values for 2 columns",),
    ]
    assert fetched.batch.source_ids == ["XRP:"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"price,when\n1,2\n", "lacks symbol and price_usd"),
        (b"symbol,symbol,price_usd\n", "names a column twice"),
        (b"", "lacks symbol and price_usd"),
        (b"symbol,price_usd\nB\xff,1\n", r"not UTF-8 \(line 2\)"),
    ],
)
def test_a_file_that_is_no_such_csv_is_a_clear_final_error(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as error:
        one_batch("csv", csv_request(tmp_path, content))
    assert not error.value.transient


def test_a_partition_is_a_content_whatever_the_files_name(tmp_path: Path) -> None:
    request = csv_request(tmp_path, "symbol,price_usd\nBTC,1\n")
    (tmp_path / "quotes.csv").rename(tmp_path / "moved.csv")
    assert one_batch("csv", request).batch.endpoints == ["moved.csv:2"]
    (tmp_path / "moved.csv").write_text("symbol,price_usd\nBTC,2\n")
    with pytest.raises(SourceError, match="no file in .* has the content"):
        one_batch("csv", request)


def test_a_name_that_is_no_utf8_is_shown_with_escapes(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.csv")
    path.write_text("symbol,price_usd\nBTC,1\n")
    fetched = one_batch("csv", Request(Settings(csv_inbox=tmp_path), [Inbox(path.parent).partition_key(path)]))
    assert fetched.batch.endpoints == ["caf\\udce9.csv:2"]


def test_hidden_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in (".part.csv", "notes.txt", "b.CSV"):
        (tmp_path / name).write_text("x")
    (tmp_path / "dir.csv").mkdir()
    assert [path.name for path in Inbox(tmp_path).find_files()] == ["b.CSV"]
    assert Inbox(tmp_path / "missing").find_files() == []


# --- RSS ---------------------------------------------------------------------------------------------------------

ITEM = """<item><title>One</title><link>https://n.example/1?utm_source=rss&amp;id=5</link><guid>g-{n}</guid>
<description>The whole story</description><content:encoded/><dc:description></dc:description>
<pubDate>Mon, 01 Jan 2024 10:00:00 -0500</pubDate></item>"""
FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>{items}</channel></rss>"""


def feed_request(base: str, **more: object) -> Request:
    return Request(Settings(rss_feeds=f"demo={base}/feed", http_attempts=1), ["demo"], **more)  # type: ignore[arg-type]


def feed(*numbers: int) -> bytes:
    return FEED.format(items="".join(ITEM.format(n=n) for n in numbers)).encode()


def test_an_entry_keeps_its_summary_beside_empty_richer_fields_and_its_time_is_utc() -> None:
    with serving(lambda handler: reply(handler, feed(1))) as base:
        fetched = one_batch("rss", feed_request(base))
    entry = read("rss", fetched)
    assert entry["summary"] == ["The whole story"]
    assert entry["published_at"] == ["2024-01-01T15:00:00+00:00"]
    assert entry["url"] == ["https://n.example/1?id=5"]
    assert fetched.batch.source_ids == ["demo:g-1"]


def test_two_documents_in_one_answer_are_both_read() -> None:
    with serving(lambda handler: reply(handler, feed(1) + feed(2))) as base:
        assert one_batch("rss", feed_request(base)).batch.source_ids == ["demo:g-1", "demo:g-2"]


def test_a_feed_is_asked_conditionally_and_304_is_no_records(simulator: Simulator) -> None:
    first = one_batch("rss", Request(Settings(rss_feeds=f"demo={simulator.base}/feeds/demo.xml"), ["demo"]))
    assert len(first.batch) == 25
    known = {key: (value, datetime.now(UTC)) for key, value in first.state.items()}
    again = one_batch(
        "rss", Request(Settings(rss_feeds=f"demo={simulator.base}/feeds/demo.xml"), ["demo"], state=known)
    )
    assert (len(again.batch), again.not_modified, again.state) == (0, True, {})


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (feed(1, 2)[:-120], Fault.CUT_OFF),
        (b"<html><body>hello</body></html>", Fault.UNEXPECTED),
        (b"", Fault.UNEXPECTED),
    ],
)
def test_what_is_no_whole_feed_is_an_error(body: bytes, fault: Fault) -> None:
    with serving(lambda handler: reply(handler, body)) as base, pytest.raises(SourceError) as error:
        one_batch("rss", feed_request(base))
    assert error.value.fault is fault


def test_feedparser_gets_bytes_and_opens_no_path_itself(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_bytes(feed(1))
    with serving(lambda handler: reply(handler, str(secret).encode())) as base, pytest.raises(SourceError):
        one_batch("rss", feed_request(base))


def test_a_feed_that_nobody_configured_is_named_with_those_that_are() -> None:
    with pytest.raises(SourceError, match="no feed is named 'x'.*RSS_FEEDS names: demo"):
        one_batch("rss", Request(Settings(rss_feeds="demo=http://127.0.0.1:9"), ["x"]))
