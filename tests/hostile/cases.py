"""What an upstream may send, and what must come of it: status lines, headers, JSON, pages."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crypto_pipeline.sources.errors import Fault
from tests.hostile.server import Answer, Step, endless, http


def coin(identity: str = "btc-bitcoin", price: Any = 1.5, **more: Any) -> dict[str, Any]:
    """A row that both APIs' readers take."""
    row = {
        "id": identity, "symbol": "BTC", "name": identity, "rank": 1, "last_updated": "2026-05-01T00:00:00Z",
        "quotes": {"USD": {"price": price, "market_cap": 1e9, "volume_24h": 1e6}},
    }  # fmt: skip
    return row | more


def rows(*found: Any) -> bytes:
    return json.dumps(list(found)).encode()


GOOD = rows(coin(), coin("eth-ethereum", 2.5))
ITEM = (
    "<item><title>{t}</title><link>https://n.example/{n}</link><guid>g{n}</guid>"
    "<pubDate>Fri, 01 May 2026 0{n}:00:00 +0000</pubDate><description>About {t}</description></item>"
)


def feed(*items: str, head: str = '<?xml version="1.0"?>', tail: str = "") -> bytes:
    text = f'{head}<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>{tail}'
    return text.encode("utf-8", "surrogatepass")


GOOD_FEED = feed(ITEM.format(n=1, t="One"), ITEM.format(n=2, t="Two"))


@dataclass
class Case:
    """An answer and what must come of it: a fault, or how many are stored and refused."""

    name: str
    answer: Answer
    fault: Fault | None = None
    stored: int = 0
    refused: int = 0
    source: str = "coinpaprika"
    says: str = ""


def body(name: str, content: bytes, *expected: Any, source: str = "coinpaprika", headers: Iterable[str] = ()) -> Case:
    """A 200 with this body; expected is a fault (and what it says), or stored and refused."""
    return once(name, http(content, 200, *headers), *expected, source=source)


def once(name: str, sent: bytes, *expected: Any, source: str = "coinpaprika") -> Case:
    return steps(name, lambda _: [sent], *expected, source=source)


def steps(name: str, answer: Answer, *expected: Any, source: str = "coinpaprika") -> Case:
    if isinstance(expected[0], Fault):
        return Case(name, answer, expected[0], source=source, says=expected[1] if len(expected) > 1 else "")
    return Case(name, answer, None, expected[0], expected[1] if len(expected) > 1 else 0, source)


# --- what the status line says (RFC 9110 §15) --------------------------------------------------------------------

STATUSES = [
    (201, Fault.INCOMPLETE), (202, Fault.INCOMPLETE), (204, Fault.INCOMPLETE), (205, Fault.INCOMPLETE),
    (206, Fault.INCOMPLETE), (226, Fault.INCOMPLETE), (299, Fault.INCOMPLETE), (300, Fault.UNEXPECTED),
    (304, Fault.INCOMPLETE), (305, Fault.UNEXPECTED), (306, Fault.UNEXPECTED), (399, Fault.UNEXPECTED),
    (400, Fault.REFUSED), (401, Fault.UNAUTHORIZED), (402, Fault.PLAN), (403, Fault.UNAUTHORIZED),
    (404, Fault.NOT_FOUND), (405, Fault.REFUSED), (406, Fault.REFUSED), (407, Fault.UNAUTHORIZED),
    (408, Fault.SERVER_ERROR), (409, Fault.REFUSED), (410, Fault.NOT_FOUND), (418, Fault.REFUSED),
    (421, Fault.SERVER_ERROR), (425, Fault.SERVER_ERROR), (429, Fault.RATE_LIMITED), (431, Fault.REFUSED),
    (451, Fault.REFUSED), (499, Fault.REFUSED), (500, Fault.SERVER_ERROR), (501, Fault.REFUSED),
    (502, Fault.SERVER_ERROR), (503, Fault.SERVER_ERROR), (504, Fault.SERVER_ERROR), (505, Fault.REFUSED),
    (511, Fault.UNREACHABLE), (520, Fault.SERVER_ERROR), (530, Fault.SERVER_ERROR), (599, Fault.SERVER_ERROR),
    (999, Fault.SERVER_ERROR),
]  # fmt: skip
CASES = [
    once(f"status {status}", http(b"" if status in (204, 304) else b"no", status), fault) for status, fault in STATUSES
]
CASES += [
    once("status 203 is whole", http(GOOD, 203), 2),
    once("a status of one digit", b"HTTP/1.1 2 OK\r\n\r\n[]", Fault.CUT_OFF),
    once("a status of four digits", b"HTTP/1.1 2000 OK\r\n\r\n[]", Fault.CUT_OFF),
    once("no HTTP at all", b"SSH-2.0-OpenSSH_9\r\n", Fault.CUT_OFF),
    once("HTTP/0.9", GOOD, Fault.CUT_OFF),
    once("HTTP/1.0 without a length", b"HTTP/1.0 200 OK\r\n\r\n" + GOOD, 2),
    once("nothing", b"", Fault.CUT_OFF),
    once("an empty reason", b"HTTP/1.1 200 \r\nContent-Length: %d\r\n\r\n" % len(GOOD) + GOOD, 2),
    once("an informational answer first", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + http(GOOD), 2),
    steps("informational answers without end", lambda _: endless(b"HTTP/1.1 103 Early\r\n\r\n" * 50, 0.01),
          Fault.TIMEOUT),
    once("a switch of protocols", http(b"", 101), Fault.CUT_OFF),
]  # fmt: skip

# --- headers -----------------------------------------------------------------------------------------------------

RETRIES = ["120", " 120 ", "0", "1.5", "²", "-1", "+5", "١٢", "9" * 400, "soon", "", "Fri, 31 Dec 1999 23:59:59 GMT",
           "Friday, 31-Dec-99 23:59:59 GMT", "Fri Dec 31 23:59:59 1999", "Fri, 99 Foo 1999 99:99:99 GMT"]  # fmt: skip
CASES += [once(f"Retry-After {value[:20]!r}", http(b"wait", 429, f"Retry-After: {value}"), Fault.RATE_LIMITED)
          for value in RETRIES]  # fmt: skip
LOCATIONS = [
    ("", Fault.UNEXPECTED), ("ftp://x.example/", Fault.UNEXPECTED), ("file:///etc/passwd", Fault.UNEXPECTED),
    ("javascript:alert(1)", Fault.UNEXPECTED), ("http://[::1", Fault.UNEXPECTED), ("http://", Fault.UNEXPECTED),
    ("/", Fault.UNEXPECTED), ("?again", Fault.UNEXPECTED), ("http://10.1.2.3/", Fault.FORBIDDEN),
    ("http://169.254.169.254/latest/meta-data", Fault.FORBIDDEN), ("http://[fe80::1]/", Fault.FORBIDDEN),
    ("http://[::ffff:10.0.0.1]/", Fault.FORBIDDEN), ("http://192.168.0.1:99999/", Fault.FORBIDDEN),
    ("http://100.64.0.1/", Fault.FORBIDDEN), ("http://224.0.0.1/", Fault.FORBIDDEN),
    ("http://127.0.0.1:3000/graphql?query=mutation", Fault.FORBIDDEN), ("http://localhost:8000/", Fault.FORBIDDEN),
    ("http://[64:ff9b::a00:1]/", Fault.FORBIDDEN), ("\xff\xfe", Fault.UNEXPECTED),
]  # fmt: skip
CASES += [once(f"a redirect to {where!r}", http(b"", 302, f"Location: {where}"), fault) for where, fault in LOCATIONS]
CODINGS: list[tuple[str, bytes, Any]] = [
    ("gzip", gzip.compress(GOOD), 2), ("x-gzip", gzip.compress(GOOD), 2), ("GZIP", gzip.compress(GOOD), 2),
    ("deflate", zlib.compress(GOOD), 2), ("deflate", zlib.compress(GOOD)[2:-4], 2), ("identity", GOOD, 2),
    ("", GOOD, 2), (" , ", GOOD, 2), ("gzip", gzip.compress(GOOD[:50]) + gzip.compress(GOOD[50:]), 2),
    ("gzip", gzip.compress(GOOD) + b"\0" * 100, 2), ("gzip, gzip", gzip.compress(gzip.compress(GOOD)), Fault.CUT_OFF),
    ("br", GOOD, Fault.CUT_OFF), ("zstd", GOOD, Fault.CUT_OFF), ("gzip", GOOD, Fault.CUT_OFF),
    ("gzip", gzip.compress(GOOD)[:-9], Fault.CUT_OFF), ("gzip", b"", Fault.NOT_JSON),
    ("gzip", gzip.compress(b" " * 80_000_000), Fault.TOO_LARGE),
    ("gzip, gzip", gzip.compress(gzip.compress(b" " * 80_000_000)), Fault.CUT_OFF),
    ("deflate", zlib.compress(b" " * 80_000_000), Fault.TOO_LARGE),
]  # fmt: skip
CASES += [body(f"coding {number}, {name!r}, {expected}", content, expected,
               headers=[f"Content-Encoding: {name}"]) for number, (name, content, expected) in enumerate(CODINGS)]  # fmt: skip
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
CASES += [
    once("chunks", CHUNKED + b"%x\r\n%b\r\n0\r\n\r\n" % (len(GOOD), GOOD), 2),
    once("chunks with extensions and trailers",
         CHUNKED + b'%x;a="b"\r\n%b\r\n0\r\nX-T: 1\r\n\r\n' % (len(GOOD), GOOD), 2),
    once("a chunk of no number", CHUNKED + b"zz\r\n[]\r\n0\r\n\r\n", Fault.CUT_OFF),
    once("a chunk of an enormous number", CHUNKED + b"f" * 40 + b"\r\n[]", Fault.CUT_OFF),
    once("chunks that end early", CHUNKED + b"ff\r\n[{", Fault.CUT_OFF),
    once("a length that is too long", http(GOOD, length=len(GOOD) + 5), Fault.CUT_OFF),
    once("a length that is too short", http(GOOD, length=len(GOOD) - 5), Fault.CUT_OFF),
    once("a length of no number", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n[]", Fault.CUT_OFF),
    once("two lengths", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n[]", Fault.CUT_OFF),
    once("a header without a colon", b"HTTP/1.1 200 OK\r\nnonsense\r\n\r\n[]", Fault.CUT_OFF),
    *(once(f"deflate in chunks of one byte, {len(sent)} of them",
           CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Encoding: deflate\r\n\r\n")
           + b"".join(b"1\r\n%c\r\n" % byte for byte in sent) + b"0\r\n\r\n", 2)
      for sent in (zlib.compress(GOOD), zlib.compress(GOOD)[2:-4])),
    once("deflate of one byte", http(b"x", 200, "Content-Encoding: deflate"), Fault.CUT_OFF),
    once("a folded header", http(GOOD, 200, "X-A: b\r\n c"), 2),
    once("a header of 1 MB", http(GOOD, 200, "X-A: " + "b" * 1_000_000), Fault.CUT_OFF),
    once("100,000 headers", http(GOOD, 200, *(f"X-{n}: 1" for n in range(100_000))), Fault.CUT_OFF),
    steps("headers without end", lambda _: [b"HTTP/1.1 200 OK\r\n", *endless(b"X-A: b\r\n" * 1000, 0.0, 2000)],
          Fault.CUT_OFF),
    steps("headers that drip", lambda _: [b"HTTP/1.1 200 OK\r\n", *endless(b"X-A: b\r\n", 0.3, 100)], Fault.TIMEOUT),
    steps("a body that drips", lambda _: [http(b"", length=10**6), *endless(b" ", 0.3, 100)], Fault.TIMEOUT),
    steps("a body without end", lambda _: [b"HTTP/1.1 200 OK\r\n\r\n[", *endless(b" " * 100_000)], Fault.TOO_LARGE),
    steps("silence", lambda _: [30.0], Fault.TIMEOUT),
    steps("silence after the headers", lambda _: [http(b"", length=10), 30.0], Fault.TIMEOUT),
    steps("a gzip header without end",
          lambda _: [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0",
                     *endless(b"a" * 100_000)], Fault.TOO_LARGE),
    steps("a gzip header that drips",
          lambda _: [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0",
                     *endless(b"a", 0.3, 100)], Fault.TIMEOUT),
    steps("another redirect each time", lambda path: [http(b"", 302, f"Location: {path}x")], Fault.UNEXPECTED,
          "circle"),
]  # fmt: skip

# --- JSON --------------------------------------------------------------------------------------------------------

MANY = 20_000_000
CASES += [
    body("an empty list", b"[]", Fault.INCOMPLETE),
    body("an error in a 200", b'{"error": "backend fetch failed"}', Fault.SERVER_ERROR, "backend fetch failed"),
    body("a rate's error in a 200", b'{"status": {"error_code": 429, "error_message": "slow"}}', Fault.RATE_LIMITED),
    body("null", b"null", Fault.UNEXPECTED),
    body("a number", b"7", Fault.UNEXPECTED),
    body("a text", b'"x"', Fault.UNEXPECTED),
    body("an object", b'{"data": []}', Fault.UNEXPECTED),
    body("HTML", b"<html><title>Just a moment</title></html>", Fault.NOT_JSON),
    body("20,000 brackets as an error", b"[" * 20_000, Fault.UNEXPECTED),
    once("20,000 brackets in an error's body", http(b"[" * 20_000, 500), Fault.SERVER_ERROR),
    body("a list that is cut off", GOOD[:-3], Fault.CUT_OFF),
    body("something behind the list", GOOD + b"x", Fault.CUT_OFF),
    body("two lists", GOOD + GOOD, Fault.CUT_OFF),
    body("a byte order mark", b"\xef\xbb\xbf" + GOOD, 2),
    body("UTF-16", GOOD.decode().encode("utf-16"), 2),
    body("UTF-16 without a mark", GOOD.decode().encode("utf-16-le"), 2),
    body("UTF-32", GOOD.decode().encode("utf-32"), 2),
    body("another charset's name", GOOD, 2, headers=["Content-Type: application/json; charset=punycode"]),
    body("blanks around", b"\n" * 300_000 + GOOD + b" " * 300_000, 2),
    body(f"{MANY:,} empty objects", b"[" + b"{}," * MANY + b"{}]", Fault.TOO_LARGE),
    body(f"{MANY:,} numbers", b"[" + b"1," * MANY + b"1]", Fault.TOO_LARGE),
    body("200,000 empty objects", b"[" + b"{}," * 200_000 + b"{}]", Fault.TOO_LARGE),
    body("a record of 60 MB", b"[" + GOOD[1:-1] + b',{"a":[' + b"1111111111111111," * 3_500_000 + b"1]}]", 2, 1),
    body("a record with a text of 30 MB", rows(coin(), coin("x", note="x" * 30_000_000)), 1, 1),
    body("a record that is nested 500 deep", GOOD[:-1] + b',{"a":' + b"[" * 500 + b"]" * 500 + b"}]", 2, 1),
    body("a record that is nested 90 deep", rows(coin())[:-2] + b',"a":' + b"[" * 90 + b"]" * 90 + b"}]", 1),
    body("brackets in a text", rows(coin(name="[" * 250)), 1),
    body("no objects", b'[1, "x", null, true, [], {}]', Fault.INCOMPLETE),
    body("no objects beside a coin", b'[1, "x", null, true, [], {},' + GOOD[1:], 2, 6),
    body("half a surrogate", b'[{"id": "\\ud800", "name": "\\ud800"},' + GOOD[1:], 2, 1),
    body("broken UTF-8", b'[{"id": "\xff"},' + GOOD[1:], 2, 1),
    body("raw control characters in a text", GOOD[:-1] + b',{"id": "x", "name": "a\x00\x01\n"}]', 2, 1),
    body("a NUL", b'[{"id": "a\\u0000b"},' + GOOD[1:], 2, 1),
    body("a number of 5,000 digits", GOOD[:-1] + b',{"id": "x", "n": ' + b"9" * 5_000 + b"}]", 2, 1),
    body("a number beyond all bounds", GOOD[:-1] + b',{"id": "x", "n": 1e999999}]', 2, 1),
    body("infinity and no number", GOOD[:-1] + b',{"id": "x", "n": [NaN, Infinity, -Infinity]}]', 2, 1),
    body("a rank of 2.5", rows(coin(), coin("x", rank=2.5)), 1, 1),
    body("a rank beyond an integer", rows(coin(), coin("x", rank=2**40)), 1, 1),
    body("a negative rank", rows(coin(), coin("x", rank=-1)), 1, 1),
    body("a price of 1e-310", rows(coin(), coin("x", 1e-310)), 1, 1),
    body("a price of 1e300", rows(coin(), coin("x", 1e300)), 1, 1),
    body("a price below zero", rows(coin(), coin("x", -1)), 1, 1),
    body("a price that is a text", rows(coin(price="1.5"), coin("x", "abc")), 1, 1),
    body("a price that is true", rows(coin(), coin("x", True)), 1, 1),
    body("a price that is a list", rows(coin(), coin("x", [1])), 1, 1),
    body("no price", rows(coin(), coin("x", None)), 1, 1),
    body("a symbol that is a number", rows(coin(), coin("x", symbol=5)), 1, 1),
    body("a symbol of 200 characters", rows(coin(), coin("x", symbol="S" * 200)), 1, 1),
    body("a blank name", rows(coin(), coin("x", name="  ")), 1, 1),
    body("control characters in a name", rows(coin(name="\x1b[2J\x07evil\u202e")), 1),
    body("an id of 10,000 characters", rows(coin(), coin("x" * 10_000)), 1, 1),
    body("an id that is a list", rows(coin(), coin(id=[1])), 1, 1),
    body("the same id twice", rows(coin(), coin(name="other")), 1),
    body("a time to come", rows(coin(), coin("x", last_updated="2199-01-01T00:00:00Z")), 1, 1),
    body("a time beyond all calendars", rows(coin(), coin("x", last_updated="99999-01-01T00:00:00Z")), 1, 1),
    body("a time before Bitcoin", rows(coin(), coin("x", last_updated="1999-01-01T00:00:00Z")), 1, 1),
    body("a time that is a number", rows(coin(), coin("x", last_updated=1777600000)), 1, 1),
    body("a time that is now", rows(coin(), coin("x", last_updated="now")), 1, 1),
    body("an offset of 99 hours", rows(coin(), coin("x", last_updated="2026-05-01T00:00:00+99:00")), 1, 1),
    body("keys that come twice", b'[{"id": "a", "id": "btc-bitcoin",' + rows(coin())[2:], 1),
    body("100,000 keys in a record", rows(coin(), coin("x", **{f"k{n}": n for n in range(60_000)})), 2),
]
MARKET = {"symbol": "x", "name": "x", "current_price": 1, "last_updated": "2026-05-01T00:00:00Z"}


def pages(*found: bytes) -> Answer:
    """CoinGecko's pages; the last one again and again."""

    def answer(path: str) -> Iterator[Step]:
        page = int(path.partition("&page=")[2].partition("&")[0])
        yield http(found[min(page, len(found)) - 1])

    return answer


def market(first: int, count: int) -> bytes:
    return rows(*(MARKET | {"id": f"c{n}", "name": f"C{n}"} for n in range(first, first + count)))


CASES += [
    steps("no coin on the first page", pages(b"[]"), Fault.INCOMPLETE, source="coingecko"),
    steps("a page that is not full before one that is", pages(market(0, 249), market(250, 250)), Fault.INCOMPLETE,
          "page 1 had 249 rows", source="coingecko"),
    steps("an error on the second page", pages(market(0, 250), b'{"error": "x"}'), Fault.SERVER_ERROR,
          source="coingecko"),
    steps("a market that ends", pages(market(0, 250), market(250, 30), b"[]"), 280, source="coingecko"),
    steps("more rows than were asked for", pages(market(0, 260), market(260, 250), b"[]"), 510, source="coingecko"),
    steps("the same page again and again", pages(market(0, 250), market(250, 250)), Fault.INCOMPLETE,
          "page 3 is page 2 again", source="coingecko"),
]  # fmt: skip
