"""What an article says is what the feed said: its text, its link, its day, in whatever encoding it came."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from crypto_pipeline.normalize.news import normalize_news, plain_text
from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.sources.rss import parser
from tests.loads import fetch, read
from tests.upstream import reply, serving

ITEM = (
    "<item><title>{title}</title><link>{link}</link><guid>{guid}</guid>"
    "<pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate><description>{text}</description></item>"
)


def item(title: str = "Title", link: str = "https://n.example/1", guid: str = "g1", text: str = "About it") -> str:
    return ITEM.format(title=title, link=link, guid=guid, text=text)


def feed(*items: str, head: str = '<?xml version="1.0"?>', tail: str = "") -> str:
    return f'{head}<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>{tail}'


def fetched(body: bytes, path: str = "/feed", **headers: str) -> Fetched:
    with serving(lambda handler: reply(handler, body, **headers)) as base:
        settings = Settings(rss_feeds=f"desk={base}{path}", http_attempts=1)
        (batch,) = fetch("rss", settings, "desk")
    return batch


def articles(body: str | bytes, **headers: str) -> list[dict[str, Any]]:
    """The articles that a feed's document becomes."""
    batch = fetched(body.encode() if isinstance(body, str) else body, **headers)
    found, reasons = normalize_news(read("rss", batch))
    assert reasons == {}
    return found.to_dict("records")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("BTC &lt; $50k while ETH &gt; $3k", "BTC < $50k while ETH > $3k"),
        ("BTC &amp;lt; $50k while ETH &amp;gt; $3k", "BTC < $50k while ETH > $3k"),
        ("<![CDATA[BTC < $50k & ETH > $3k]]>", "BTC < $50k & ETH > $3k"),
        ("A &lt;b&gt;bold&lt;/b&gt; move", "A bold move"),
        ("<![CDATA[A <a href='x'>link</a> &amp; more]]>", "A link & more"),
        ("I &lt;3 Bitcoin", "I <3 Bitcoin"),
        ("x &lt;!-- hidden --&gt; y", "x y"),
        ("Caf\u00e9 \U0001f680", "Caf\u00e9 \U0001f680"),
        ("Half &#xD800; a character", "Half \ufffd a character"),
    ],
)
def test_a_title_keeps_its_text_and_loses_its_markup(title: str, shown: str) -> None:
    (article,) = articles(feed(item(title)))
    assert article["title"] == shown


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://n.example/a%20b?q=a%2Bb&amp;c=d+e", "https://n.example/a%20b?q=a%2Bb&c=d+e"),
        ("https://n.example/1?utm_source=rss&amp;id=5&amp;utm_medium=x#part", "https://n.example/1?id=5#part"),
        ("https://n.example/1?fbclid=1", "https://n.example/1"),
        ("https://n.example/1?", "https://n.example/1"),
        ("https://n.example/1?a=&amp;b", "https://n.example/1?a=&b"),
        ("https://n.example/%E2%82%AC?x=%e2%82%ac", "https://n.example/%E2%82%AC?x=%e2%82%ac"),
        ("  https://n.example/1  ", "https://n.example/1"),
    ],
)
def test_a_link_keeps_its_bytes_but_for_what_tracks(link: str, url: str) -> None:
    (article,) = articles(feed(item(link=link)))
    assert article["url"] == url


@pytest.mark.parametrize(
    ("link", "path"), [("/news/1", "/news/1"), ("2", "/deep/2"), ("../3?a=%20", "/3?a=%20"), ("?p=4", "/deep/feed?p=4")]
)
def test_a_relative_link_is_resolved_against_the_feed_and_shows_no_password(link: str, path: str) -> None:
    with serving(lambda handler: reply(handler, feed(item(link=link)).encode())) as base:
        secret = base.replace("//", "//user:hunter2@")
        (batch,) = fetch("rss", Settings(rss_feeds=f"desk={secret}/deep/feed", http_attempts=1), "desk")
        found, _ = normalize_news(read("rss", batch))
    assert list(found["url"]) == [base + path]


ENCODINGS: list[tuple[str, str, dict[str, str]]] = [
    ("utf-8", "", {}),
    ("utf-8", "", {"Content_Type": "application/rss+xml; charset=utf-8"}),
    ("utf-8-sig", "", {}),
    ("utf-16", "utf-16", {}),
    ("utf-16-le", "", {}),
    ("utf-16-be", "utf-16", {}),
    ("utf-32", "", {}),
    ("windows-1252", "", {}),
    ("windows-1252", "windows-1252", {}),
    ("iso-8859-15", "iso-8859-15", {}),
    ("windows-1252", "", {"Content_Type": 'text/xml; charset="windows-1252"'}),
    ("utf-8", "", {"Content_Type": "text/xml; charset=punycode"}),
    ("utf-8", "", {"Content_Type": "text/xml; charset=ascii"}),
    ("utf-8", "ascii", {}),
    ("gb18030", "gb18030", {}),
    ("shift_jis", "shift_jis", {"Content_Type": "text/xml"}),
]


@pytest.mark.parametrize(("encoding", "declared", "headers"), ENCODINGS)
def test_text_is_decoded_whatever_was_declared_or_not(encoding: str, declared: str, headers: dict[str, str]) -> None:
    title = "日本" if encoding == "shift_jis" else "Café"
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    (article,) = articles(feed(item(title), head=head).encode(encoding), **headers)
    assert article["title"] == title


def test_a_comment_behind_the_end_harms_nothing() -> None:
    assert len(articles(feed(item(), tail="\n<!-- cached " + "x" * 5_000 + " -->\n"))) == 1


def test_items_of_one_guid_are_told_apart_and_keep_their_names_from_fetch_to_fetch() -> None:
    one, other = item("One", "https://n.example/1"), item("Other", "https://n.example/2")
    alone = {a["id"] for a in articles(feed(one))}
    both = {a["title"]: a["id"] for a in articles(feed(other, one))}  # newest first, as feeds are
    assert both["One"] in alone
    assert len(set(both.values())) == 2
    again = {a["title"]: a["id"] for a in articles(feed(item("Third", guid="g3"), other, one))}
    assert {title: again[title] for title in both} == both


def test_items_without_a_guid_are_known_by_their_link_and_told_apart_by_their_titles() -> None:
    found = articles(feed(*(item(title).replace("<guid>g1</guid>", "") for title in ("A", "B"))))
    assert len({article["id"] for article in found}) == 2


def test_an_unreadable_date_is_refused_with_its_text_and_none_is_none() -> None:
    body = feed(item().replace("Fri, 01 May 2026 08:00:00 GMT", "05/04/2026 8 Uhr"))
    _, reasons = normalize_news(read("rss", fetched(body.encode())))
    assert reasons == {0: ["published_at: '05/04/2026 8 Uhr' is not a time that is read for sure"]}
    (article,) = articles(feed(item().replace("<pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate>", "")))
    assert pd.isna(article["published_at"])  # dated when it is stored


def test_validators_that_cannot_be_sent_are_never_sent() -> None:
    seen: list[dict[str, str]] = []
    url = ""

    def answer(handler: Any) -> None:
        seen.append({name.lower(): value for name, value in handler.headers.items() if name.lower().startswith("if-")})
        reply(handler, feed(item()).encode(), ETag='"caf\u00e9"', Last_Modified="Fri, 01 May 2026 08:00:00 GMT")

    with serving(answer) as base:
        url = f"{base}/feed"
        settings = Settings(rss_feeds=f"desk={url}", http_attempts=1)
        (first,) = fetch("rss", settings, "desk")
        state = {key: (value, datetime.now(UTC)) for key, value in first.state.items()}
        fetch("rss", settings, "desk", state=state)
        for broken in ("no json", "[]", '{"url": 5}'):
            fetch("rss", settings, "desk", state={"validators/desk": (broken, datetime.now(UTC))})
    assert seen == [{}, {"if-modified-since": "Fri, 01 May 2026 08:00:00 GMT"}, {}, {}, {}]


def test_an_item_that_the_library_stumbles_over_is_refused_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import feedparser

    whole = feedparser.parse

    def stumbling(data: bytes, **more: Any) -> Any:
        if b"evil" in data:
            raise RuntimeError("stumbled")
        return whole(data, **more)

    monkeypatch.setattr(feedparser, "parse", stumbling)
    found = parser.read(feed(item("One"), item("evil", guid="g2"), item("Two", guid="g3")).encode(), None)
    assert [entry["title"] for entry in found["entries"]] == ["One", "Two"]
    ((text, reason),) = found["refused"]
    assert "evil" in text
    assert reason == "RuntimeError: stumbled"


def test_markup_is_cut_in_time_that_grows_with_the_text() -> None:
    for text in ("<" * 300_000, "<a " * 100_000, "</" * 150_000, "<!--" * 75_000, "<![CDATA[" * 30_000, "&" * 300_000):
        plain_text(text)
    assert parser.without_empty("<content:encoded " * 20_000, "content:encoded")
    assert parser.without_empty("<content:encoded>" + " " * 300_000, "content:encoded")


def test_a_clock_skew_of_minutes_is_no_article_of_the_future() -> None:
    soon = datetime.now(UTC) + timedelta(minutes=5)
    body = feed(item().replace("Fri, 01 May 2026 08:00:00 GMT", f"{soon:%a, %d %b %Y %H:%M:%S} GMT"))
    assert len(articles(body)) == 1


def test_the_reader_needs_nothing_but_the_standard_library_and_feedparser() -> None:
    source = Path(parser.__file__).read_text()
    assert "crypto_pipeline" not in source


def test_a_feed_that_ends_early_is_cut_off_whatever_other_tags_begin_with_its_name() -> None:
    items = item().replace("</item>", "<feedburner:origLink>x</feedburner:origLink></item>") * 3
    assert parser.fault_of(feed(items)[:-200]) == "cut off"
    assert parser.fault_of(feed(items)) is None


@pytest.mark.parametrize(
    "document",
    ["<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'></atom:feed>", "<r:RDF xmlns:r='x'></r:RDF>", '<rss version="2.0"/>',
     "<rss version='2.0'></rss><!-- cached <item> </rss -->", "<!-- <rss --><rss version='2.0'></rss>"],
)  # fmt: skip
def test_a_root_may_have_a_prefix_be_empty_or_stand_among_comments(document: str) -> None:
    assert parser.fault_of(document) is None


def test_entities_are_found_behind_a_comment_that_names_the_root() -> None:
    assert parser.fault_of("<!-- <rss --><!DOCTYPE rss [<!ENTITY a 'b'>]><rss></rss>") == "entities"


def test_xml_that_an_article_shows_is_no_second_document() -> None:
    shown = '<![CDATA[<pre><?xml version="1.0"?><x/></pre>]]>'
    assert len(articles(feed(item(), item(guid="g2", text=shown)))) == 2


def parsed(*items: str) -> dict[str, Any]:
    return parser.read(feed(*items).encode(), None)


@pytest.mark.parametrize("opened", ["<![CDATA[", "<!--"])
def test_what_is_not_closed_in_one_item_swallows_no_other(opened: str) -> None:
    found = parsed(*(item(f"T{n}", guid=f"g{n}", text=opened if n == 1 else "x") for n in range(5)))
    assert {"T0", "T2", "T3", "T4"} <= {entry["title"] for entry in found["entries"]}
    assert len(found["entries"]) + len(found["refused"]) == 5


def test_an_item_that_takes_for_ever_is_refused_and_the_others_are_read() -> None:
    slow = item("Slow", guid="g2").replace("</item>", f"<author>{'a' * 100_000}</author></item>")
    found = parsed(item("One"), slow, item("Two", guid="g3"))
    assert {"One", "Two"} <= {entry["title"] for entry in found["entries"]}
    assert len(found["entries"]) + len(found["refused"]) == 3


def test_a_few_broken_bytes_spoil_themselves_only() -> None:
    body = (
        feed(item("Zürich “Bitcoin” 日本"), item("cut here", guid="g2"))
        .encode()
        .replace(b"cut here", b"cut \xe2\x80 here")
    )
    titles = [entry["title"] for entry in parser.read(body, None)["entries"]]
    assert titles == ["Zürich “Bitcoin” 日本", "cut \N{REPLACEMENT CHARACTER} here"]
    shifted = feed(item("日本"), item("x")).encode("shift_jis").replace(b">x<", b">\xff\xff<")
    assert parser.read(shifted, "shift_jis")["entries"][0]["title"] == "日本"


def test_utf_8_that_calls_itself_utf_16_is_read() -> None:
    for title in ("Café", "Cafés"):
        body = feed(item(title), head='<?xml version="1.0" encoding="utf-16"?>').encode()
        for charset in (None, "utf-16"):
            assert parser.read(body, charset)["entries"][0]["title"] == title


def test_items_with_nothing_but_a_description_are_all_counted() -> None:
    batch = fetched(feed(*(f"<item><description>d{n}</description></item>" for n in range(3))).encode())
    assert len(batch.batch) == 3


def test_a_password_in_a_feeds_address_is_sent_to_it_and_to_no_other_host() -> None:
    seen: list[tuple[str, str | None]] = []

    def elsewhere(handler: Any) -> None:
        seen.append(("elsewhere", handler.headers.get("Authorization")))
        reply(handler, feed(item()).encode())

    with serving(elsewhere) as other:

        def answer(handler: Any) -> None:
            seen.append((handler.path, handler.headers.get("Authorization")))
            reply(handler, b"", 302, Location="/two" if handler.path == "/one" else f"{other}/")

        with serving(answer) as base:
            settings = Settings(rss_feeds=f"desk={base.replace('//', '//ann:pa%40ss@')}/one", http_attempts=1)
            fetch("rss", settings, "desk")
    basic = "Basic YW5uOnBhQHNz"
    assert seen == [("/one", basic), ("/two", basic), ("elsewhere", None)]
