"""`python feed_reader.py`: reads a feed from standard input and writes its entries as JSON, within bounds that kill it.

feedparser can be made to run for minutes and to take gigabytes by a few hundred kilobytes. It gets bytes of UTF-8
without a document type, in a process of its own that the kernel ends. Standard library and feedparser only.

Standard input: a line of JSON (`charset`: what the answer's header says, or null), then the body. Standard output:
`{"entries": […], "refused": [[text, reason], …], "fault": null | "cut off" | "no feed" | "entities"}`.
"""

import codecs
import json
import re
import resource
import sys
from typing import Any

CPU_SECONDS = 5
MEMORY_BYTES = 400_000_000
ROOTS = ("rss", "feed", "rdf:rdf")
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
# A second document in the same answer, as CoinDesk has sent
_NEXT = re.compile(r"(?<=>)\s*(?=<\?xml\s)", re.I)
_REFERENCE = re.compile(r"&#(x[0-9a-f]{1,12}|[0-9]{1,12});", re.I)
# An empty one of these over a full <description> makes feedparser 6.0.14 forget the latter
_RICHER = ("content:encoded", "dc:description")


def decode(body: bytes, charset: str | None) -> str:
    """The text: by its mark, by what the answer says, by what the document says, as UTF-8, else as Windows' Latin."""
    body = body.lstrip(b" \t\r\n")
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in _STARTS:
        if body.startswith(start):
            return body.decode(name, "replace")
    declared = _DECLARED.match(body)
    for candidate in (charset, declared[1].decode() if declared else None, "utf-8"):
        if candidate and _is_charset(candidate):
            try:
                return body.decode(candidate)
            except (UnicodeError, ValueError):
                continue
    return body.decode("windows-1252", "replace")


def _is_charset(name: str) -> bool:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return found.name not in _NOT_TEXT and getattr(found, "_is_text_encoding", True)


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


def fault_of(text: str) -> str | None:
    """Why this document cannot be read; None when it can."""
    lowered = text.lower()
    start = min((place for root in ROOTS if (place := lowered.find(f"<{root}")) >= 0), default=-1)
    if "<!entity" in (lowered if start < 0 else lowered[:start]):
        return "entities"
    if start < 0:
        return "cut off" if lowered.lstrip().startswith("<?xml") and "<html" not in lowered else "no feed"
    closed = max(lowered.rfind(f"</{root}") for root in ROOTS)
    later = max(lowered.rfind("<item", closed), lowered.rfind("<entry", closed))
    return "cut off" if closed < 0 or lowered.find(">", closed) < 0 or later > closed else None


def read(body: bytes, charset: str | None) -> dict[str, Any]:
    """The entries of all documents in the body, or the fault."""
    import feedparser

    entries: list[dict[str, Any]] = []
    refused: list[list[str]] = []
    text = decode(body, charset)
    for document in [part for part in _NEXT.split(text) if part.strip()]:
        if (fault := fault_of(document)) is not None:
            return {"entries": [], "refused": [], "fault": fault}
        for name in _RICHER:
            document = without_empty(document, name)
        document = _REFERENCE.sub(_sound, _DECLARATION.sub("", document, count=1).lstrip())
        try:
            found = _parsed(feedparser, document)
        except Exception:  # one item that the library stumbles over must not stop the others
            found, stumbled = _one_by_one(feedparser, document)
            refused += stumbled
        if found is None:
            return {"entries": [], "refused": [], "fault": "no feed"}
        entries += found
    return {"entries": entries, "refused": refused, "fault": None if text.strip() else "no feed"}


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
    kind = "item" if "<item" in document else "entry"
    opening, closing = f"<{kind}", f"</{kind}>"
    head, entries, refused = document[: document.find(opening)], [], []
    root = next(root for root in ROOTS if f"<{root}" in head.lower())
    tail = f"{'</channel>' if root == 'rss' else ''}</{root}>"
    place = len(head)
    while (start := document.find(opening, place)) >= 0 and (end := document.find(closing, start)) >= 0:
        place = end + len(closing)
        try:
            entries += _parsed(feedparser, f"{head}{document[start:place]}{tail}") or []
        except Exception as error:
            refused.append([document[start:place], f"{type(error).__name__}: {error}"])
    return entries, refused


def _sound(reference: re.Match[str]) -> str:
    """A reference to a character, or to the one that stands for what is none (half a surrogate, say)."""
    digits = reference[1].lower()
    number = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    sound = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
    return reference[0] if sound else "\N{REPLACEMENT CHARACTER}"


def _entry(entry: Any) -> dict[str, Any]:
    dates = (entry.get(name) for name in ("published", "updated", "created"))
    return {
        "guid": entry.get("id"),
        "link": entry.get("link"),
        "title": entry.get("title"),
        "summary": entry.get("summary"),
        "author": entry.get("author"),
        "tags": [tag["term"] for tag in entry.get("tags", []) if tag.get("term")],
        "published": next((date for date in dates if date), None),
    }


def main() -> None:
    """Sets the bounds, reads, writes."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    head, _, body = sys.stdin.buffer.read().partition(b"\n")
    json.dump(read(body, json.loads(head)["charset"]), sys.stdout)


if __name__ == "__main__":
    main()
