"""`python parser.py`: reads a feed from standard input and writes its entries as JSON, within bounds that kill it.

feedparser can be made to run for minutes and to take gigabytes by a few hundred kilobytes. It gets bytes of UTF-8
without a document type, in a process of its own that the kernel ends. Standard library and feedparser only.

Standard input: a line of JSON (`charset`: what the answer's header says, or null), then the body. Standard output:
`{"entries": […], "refused": [[text, reason], …], "fault": null | "cut off" | "no feed" | "entities"}`.
"""

import codecs
import json
import re
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CPU_SECONDS = 5
MEMORY_BYTES = 400_000_000
# Of the processor's time: for a document as a whole, for an item by itself, and for all items so
WHOLE_SECONDS, ITEM_SECONDS, ITEMS_SECONDS = 2.0, 0.6, 2.0
HASTE_SECONDS = 0.01  # for each of the rest, when those are used up
# Of the letters outside ASCII one in so many may be broken
FEW_BROKEN = 4
# Codecs that are no character sets, or that no document is in
_NOT_TEXT = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "mbcs", "oem", "palmos"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
# Without a mark: how `<?` begins
_STARTS = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"), (b"<\0r\0", "utf-16-le"), (b"\0<\0r", "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml[^<>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_BLANKS = re.compile(r"\s*")
_DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,300}\?>")
_XML = re.compile(r"\s*<\?xml", re.I)
_HTML = re.compile(r"<html", re.I)
_ENTITY = re.compile(r"<!entity", re.I)
# The root's name, with a prefix or without
_ROOT = re.compile(r"<((?:[A-Za-z_][\w.-]{0,50}:)?(?:rss|feed|rdf))(?=[\s/>])[^<>]{0,10000}>", re.I)
_ITEM = re.compile(r"<(?:[A-Za-z_][\w.-]{0,50}:)?(?:item|entry)(?=[\s/>])", re.I)
_ITEM_END = re.compile(r"</(?:[A-Za-z_][\w.-]{0,50}:)?(?:item|entry)\s{0,100}>", re.I)
# A second document in the same answer, as CoinDesk has sent
_NEXT = re.compile(r"(</(?:[A-Za-z_][\w.-]{0,50}:)?(?:rss|feed|rdf)\s{0,100}>)\s{0,1000}(?=<\?xml\s)", re.I)
_REFERENCE = re.compile(r"&#(x[0-9a-f]{1,12}|[0-9]{1,12});", re.I)
# An empty one of these over a full <description> makes feedparser 6.0.14 forget the latter
_RICHER = ("content:encoded", "dc:description")


def decode(body: bytes, charset: str | None) -> str:
    """The text: by its mark, by what the answer says, by what the document says, as UTF-8, else as Windows' Latin.

    A few broken bytes in what was declared, or in UTF-8, spoil themselves and not the rest.
    """
    body = body.lstrip(b" \t\r\n")
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in _STARTS:
        if body.startswith(start):
            return body.decode(name, "replace")
    found = _DECLARED.match(body)
    declared = [name for name in (charset, found[1].decode() if found else None) if name and _is_charset(name)]
    for candidate in (*declared, "utf-8"):
        try:
            return body.decode(candidate)
        except (UnicodeError, ValueError):
            continue
    for candidate in ("utf-8", *declared):
        text = body.decode(candidate, "replace")
        if text.count("\N{REPLACEMENT CHARACTER}") * FEW_BROKEN < sum(not c.isascii() for c in text):
            return text
    return body.decode(declared[0] if declared else "windows-1252", "replace")


def _is_charset(name: str) -> bool:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    # what begins with one byte a letter, as it does where no mark was found, is not in two or four of them
    wide = found.name.startswith(("utf-16", "utf-32", "utf_16", "utf_32"))
    return found.name not in _NOT_TEXT and not wide and getattr(found, "_is_text_encoding", True)


def without_empty(text: str, name: str) -> str:
    """The document without the elements of this name that hold nothing. Looks at each character a few times."""
    kept, place, opening, closing = [], 0, f"<{name}", f"</{name}"
    while (start := text.find(opening, place)) >= 0:
        end = text.find(">", start)
        if end < 0:
            break
        over = end + 1 if text[end - 1] == "/" else _end_of_empty(text, end + 1, closing)
        kept.append(text[place : start if over else end + 1])
        place = over or end + 1
    return "".join([*kept, text[place:]])


def _end_of_empty(text: str, place: int, closing: str) -> int:
    """Where an element ends whose content begins here; 0 when it holds something."""
    place = _after_blanks(text, place)
    if text.startswith("<![CDATA[", place):
        place = _after_blanks(text, place + 9)
        if not text.startswith("]]>", place):
            return 0
        place = _after_blanks(text, place + 3)
    if not text.startswith(closing, place):
        return 0
    return text.find(">", place) + 1


def _after_blanks(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def without_comments(text: str) -> str:
    """The text without its comments; one that is not closed is none."""
    kept, place = [], 0
    while (start := text.find("<!--", place)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        kept.append(text[place:start])
        place = end + 3
    return "".join([*kept, text[place:]])


def fault_of(document: str) -> str | None:
    """Why this document cannot be read; None when it can."""
    text = without_comments(document)
    root = _ROOT.search(text)
    if _ENTITY.search(text[: root.start()] if root else text):
        return "entities"
    if root is None:
        return "cut off" if _XML.match(text) and not _HTML.search(text) else "no feed"
    if root[0].endswith("/>"):
        return None
    closing = list(re.finditer(rf"</{re.escape(root[1])}\s*>", text, re.I))
    return None if closing and not _ITEM.search(text, closing[-1].end()) else "cut off"


def documents_of(text: str) -> list[str]:
    """The documents in an answer: another one begins behind a root that is closed."""
    found, place = [], 0
    for match in _NEXT.finditer(text):
        found.append(text[place : match.end(1)])
        place = match.end(1)
    return [part for part in (*found, text[place:]) if part.strip()]


def read(body: bytes, charset: str | None) -> dict[str, Any]:
    """The entries of all documents in the body, those that cannot be read, or the fault."""
    import feedparser

    entries: list[dict[str, Any]] = []
    refused: list[list[str]] = []
    documents = documents_of(decode(body, charset))
    for document in documents:
        if (fault := fault_of(document)) is not None:
            return {"entries": [], "refused": [], "fault": fault}
        for name in _RICHER:
            document = without_empty(document, name)
        document = _REFERENCE.sub(_sound, _DECLARATION.sub("", document, count=1).lstrip())
        try:
            with _time_limit(WHOLE_SECONDS):
                found = _parsed(feedparser, document)
        except Exception:  # one item that the library stumbles over must not stop the others
            found, stumbled = _one_by_one(feedparser, document)
            refused += stumbled
        else:
            if found is not None and len(found) < len(_ITEM.findall(without_comments(document))):
                # something that is not closed swallows what follows
                again, stumbled = _one_by_one(feedparser, document)
                if len(again) + len(stumbled) > len(found):
                    found, refused = again, [*refused, *stumbled]
        if found is None:
            return {"entries": [], "refused": [], "fault": "no feed"}
        entries += found
    return {"entries": entries, "refused": refused, "fault": None if documents else "no feed"}


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in the block after so much of the processor's time: also within a regular expression."""

    def over(*_: Any) -> None:
        raise TimeoutError(f"reading it takes more than {seconds:g} s")

    signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _parsed(feedparser: Any, document: str) -> list[dict[str, Any]] | None:
    """The entries of a document; None when it is no feed."""
    parsed = feedparser.parse(
        ('<?xml version="1.0" encoding="utf-8"?>' + document).encode("utf-8", "replace"),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False, resolve_relative_uris=False,
    )  # fmt: skip
    return [_entry(entry) for entry in parsed.entries] if parsed.version else None


def _one_by_one(feedparser: Any, document: str) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """The entries of a document, each read by itself, and those that cannot be, with the reason."""
    entries: list[dict[str, Any]] = []
    refused: list[list[str]] = []
    starts = [match.start() for match in _ITEM.finditer(document)]
    root = _ROOT.search(document)
    head = document[: starts[0]] if starts else document
    tail = f"{'</channel>' if '<channel' in head else ''}</{root[1] if root else 'rss'}>"
    began = time.process_time()
    for start, following in zip(starts, [*starts[1:], len(document)], strict=True):
        closing = _ITEM_END.search(document, start, following)
        text = document[start : closing.end() if closing else following]
        try:
            with _time_limit(ITEM_SECONDS if time.process_time() - began < ITEMS_SECONDS else HASTE_SECONDS):
                found = _parsed(feedparser, f"{head}{text}{tail}") if closing else []
        except Exception as error:
            refused.append([text, f"{type(error).__name__}: {error}"])
        else:
            entries += found or []
            if not found:
                refused.append([text, "the item is not closed, or holds something that is not"])
    return entries, refused


def _sound(reference: re.Match[str]) -> str:
    """A reference to a character, or to the one that stands for what is none (half a surrogate, say)."""
    digits = reference[1].lower()
    number = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    sound = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
    return reference[0] if sound else "\N{REPLACEMENT CHARACTER}"


def _entry(value: Any) -> Any:
    """Everything that the library found in an entry, as JSON has it. Its own reading of dates is left out."""
    if isinstance(value, dict):
        return {str(key): _entry(item) for key, item in value.items() if not str(key).endswith("_parsed")}
    if isinstance(value, (list, tuple)):
        return [_entry(item) for item in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def main() -> None:
    """Sets the bounds, reads, writes."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    head, _, body = sys.stdin.buffer.read().partition(b"\n")
    json.dump(read(body, json.loads(head)["charset"]), sys.stdout)


if __name__ == "__main__":
    main()
