"""What a feed may be, and what must come of it."""

from __future__ import annotations

import gzip
from functools import partial

from crypto_pipeline.sources.errors import Fault
from tests.hostile.cases import GOOD, GOOD_FEED, ITEM, body, feed

rss = partial(body, source="rss")
ONE = ITEM.format(n=1, t="One")
ENTITIES = '<!DOCTYPE rss [<!ENTITY a "{x}"><!ENTITY b "{b}">]>'.format(x="x" * 100_000, b="&a;" * 5_000)
DATED = ONE.replace("Fri, 01 May 2026 01:00:00 +0000", "{}")


def dated(text: str) -> bytes:
    return feed(DATED.format(text))


CASES = [
    rss("an empty feed", feed(), 0),
    rss("nothing at all", b"", Fault.UNEXPECTED),
    rss("a page", b"<html><body>hello</body></html>", Fault.UNEXPECTED),
    rss("a feed that is cut off", GOOD_FEED[:-60], Fault.CUT_OFF),
    rss("entities", feed(ONE.replace("One", "&b;" * 20), head=ENTITIES), Fault.UNEXPECTED, "entities"),
    rss("an outer entity", feed(ONE, head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        Fault.UNEXPECTED),
    rss("Netscape's document type", feed(ONE, head='<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x/y.dtd">'),
        1),
    rss("5 MB", feed(ONE, tail="<!-- " + "x" * 5_000_000 + " -->"), Fault.TOO_LARGE),
    rss("a bomb", gzip.compress(b" " * 80_000_000), Fault.TOO_LARGE, headers=["Content-Encoding: gzip"]),
    rss("340 KB of openings", feed(ONE, "<content:encoded " * 20_000), 1),
    rss("340 KB of openings that close", feed(ONE, "<content:encoded x>" * 18_000), 1),
    rss("a title of 300,000 brackets", feed(ONE.replace("One", "&lt;" * 300_000)), 0, 1),
    rss("300 KB of newlines first", b"\n" * 300_000 + GOOD_FEED, 2),
    rss("300 KB of newlines before the root", feed(ONE, head='<?xml version="1.0"?>' + "\n" * 300_000), 1),
    rss("100,000 categories", feed(ONE.replace("<guid>", "<category>c</category>" * 100_000 + "<guid>")), 1),
    rss("10,000 elements deep", feed("<a>" * 10_000 + "</a>" * 10_000, ONE), 1),
    rss("a comment behind the end", feed(ONE, tail=f"<!-- {'served from cache ' * 500} -->"), 1),
    rss("half a surrogate", feed(ONE.replace("One", "A&#xD800;B")), 1),
    rss("a control character", feed(ONE.replace("One", "A\x1b[2JB")), 1),
    rss("UTF-16", feed(ONE, head='<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"), 1),
    rss("UTF-16 without a mark", feed(ONE).decode().encode("utf-16-be"), 1),
    rss("Latin-1 that nobody declared", feed(ONE.replace("One", "Café")).decode().encode("latin-1"), 1),
    rss("Windows' Latin, declared", feed(ONE, head='<?xml version="1.0" encoding="windows-1252"?>'), 1),
    rss("a charset named punycode", feed(ONE), 1, headers=["Content-Type: text/xml; charset=punycode"]),
    rss("a charset named base64", feed(ONE), 1, headers=["Content-Type: text/xml; charset=base64"]),
    rss("a charset that nobody knows", feed(ONE), 1, headers=["Content-Type: text/xml; charset=x-y-z"]),
    rss("an ETag outside ASCII", feed(ONE), 1, headers=["ETag: \"caf\xe9\"", "Last-Modified: gestern, \xe9"]),
    rss("two documents", feed(ONE) + feed(ITEM.format(n=2, t="Two")), 2),
    rss("the same guid twice", feed(ONE, ONE.replace("One", "Other").replace("example/1", "example/9")), 2),
    rss("the very same item twice", feed(ONE, ONE), 1),
    rss("no guid and the same link", feed(*(ITEM.format(n=1, t=t).replace("<guid>g1</guid>", "") for t in "AB")), 2),
    rss("no guid and no link", feed("<item><title>T</title></item>"), 0, 1),
    rss("no title", feed(ONE.replace("<title>One</title>", "")), 0, 1),
    rss("no date", feed(DATED.replace("<pubDate>{}</pubDate>", "")), 1),
    rss("no tags in any article", GOOD_FEED, 2),
    rss("a relative link", feed(ONE.replace("https://n.example/1", "/news/1?a=b%20c")), 1),
    rss("a link that is a script", feed(ONE.replace("https://n.example/1", "javascript:alert(1)")), 0, 1),
    rss("a link of 5,000 characters", feed(ONE.replace("example/1", "example/" + "x" * 5_000)), 0, 1),
    rss("a link that cannot be parsed", feed(ONE.replace("https://n.example/1", "http://[::1")), 0, 1),
    rss("JSON", GOOD, Fault.UNEXPECTED),
    rss("JSON Feed", b'{"version": "https://jsonfeed.org/version/1", "items": []}', Fault.UNEXPECTED),
]  # fmt: skip
for text, expected in {
    "Fr., 01 May 2026 10:00:00 +0200": 1, "vendredi, 1 May 2026 08:00 GMT": 1, "2026-05-01T08:00:00Z": 1,
    "2026/05/01 08:00:00": 1, "May 1, 2026 8:00 AM": 1, "05/31/2026 08:00 PM": 1, "31.05.2026 20:00": 1,
    "05/04/2026 08:00 PM": 0, "1 mai 2026": 0, "yesterday": 0, "2026-13-45": 0, "Fri, 32 May 2026 08:00:00 GMT": 0,
    "05/31/2026 25:00": 0, "Fri, 01 May 2026 08:00:00 XYZ": 0,
}.items():  # fmt: skip
    CASES.append(rss(f"the date {text!r}", dated(text), expected, 1 - expected))
