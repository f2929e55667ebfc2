"""Faults on demand: an ASGI wrapper that spoils some of the answers of the application inside it."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Kind = Literal["429", "500", "401", "timeout", "cut", "html", "drip", "schema"]
KINDS: tuple[str, ...] = get_args(Kind)
HTML = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
ERRORS: dict[str, tuple[int, dict[str, Any]]] = {
    "429": (429, {"status": {"error_code": 429, "error_message": "You've exceeded the Rate Limit."}}),
    "500": (500, {"error": "internal server error"}),
    "401": (401, {"status": {"error_code": 10002, "error_message": "API Key Missing"}}),
}


@dataclass(frozen=True)
class Fault:
    """Answers whose path starts with `path` are spoilt with this probability; `seconds` is for 429, timeout, drip."""

    path: str
    kind: Kind
    probability: float = 1.0
    seconds: float = 1.0

    def __post_init__(self) -> None:
        known = isinstance(self.path, str) and self.path.startswith("/") and self.kind in KINDS
        if not known or not all(isinstance(n, int | float) and n >= 0 for n in (self.probability, self.seconds)):
            raise ValueError(f"{self} needs a path, a kind of {', '.join(KINDS)}, and numbers that are not negative")

    @classmethod
    def parse(cls, text: str) -> Fault:
        """`PATH=KIND[:PROBABILITY[:SECONDS]]`, such as `/v1/tickers=429:0.5:2`. Raises ValueError."""
        path, _, rest = text.partition("=")
        kind, *numbers = rest.split(":")
        if not path.startswith("/") or kind not in KINDS or len(numbers) > 2:
            raise ValueError(f"{text!r} is not PATH=KIND[:PROBABILITY[:SECONDS]] with a kind of {', '.join(KINDS)}")
        return cls(path, kind, *map(float, numbers))  # type: ignore[arg-type]


class Faulty:
    """The application with faults. `GET /simulator/faults` lists them; `PUT` a list of the same form replaces them."""

    def __init__(self, app: Any, faults: list[Fault], seed: int) -> None:
        self.app, self.faults, self.random = app, faults, random.Random(seed)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif path == "/simulator/faults":
            await self._control(scope, receive, send)
        else:
            fault = next(
                (f for f in self.faults if path.startswith(f.path) and self.random.random() < f.probability),
                None,
            )
            await (self._spoil(fault, scope, receive, send) if fault else self.app(scope, receive, send))

    async def _control(self, scope: Any, receive: Any, send: Any) -> None:
        status, problem = 200, ""
        if scope["method"] == "PUT":
            body = b""
            while True:
                message = await receive()
                body += message.get("body", b"")
                if not message.get("more_body"):
                    break
            try:
                self.faults = [Fault(**item) for item in json.loads(body)]
            except (ValueError, TypeError) as error:
                status, problem = 400, str(error)
        answer: Any = {"error": problem} if problem else [asdict(fault) for fault in self.faults]
        await _answer(send, status, json.dumps(answer).encode())

    async def _spoil(self, fault: Fault, scope: Any, receive: Any, send: Any) -> None:
        if fault.kind in ERRORS:
            status, error = ERRORS[fault.kind]
            extra = [(b"retry-after", f"{fault.seconds:g}".encode())] if fault.kind == "429" else []
            await _answer(send, status, json.dumps(error).encode(), extra)
        elif fault.kind == "timeout":
            await asyncio.sleep(fault.seconds)
            await self.app(scope, receive, send)
        elif fault.kind == "html":
            await _answer(send, 200, HTML, content_type=b"text/html; charset=UTF-8")
        else:
            start, body = await self._inner(scope, receive)
            if fault.kind == "schema":
                await _answer(send, start["status"], _other_schema(body))
            elif fault.kind == "cut":  # promises the whole and closes in the middle
                await send(
                    {
                        **start,
                        "headers": [
                            (b"content-type", b"application/json"),
                            (b"content-length", str(len(body)).encode()),
                        ],
                    }
                )
                await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
            else:
                await send(start)
                step = max(1, len(body) // 50)
                for offset in range(0, len(body), step):
                    await send(
                        {
                            "type": "http.response.body",
                            "body": body[offset : offset + step],
                            "more_body": True,
                        }
                    )
                    await asyncio.sleep(fault.seconds)
                await send({"type": "http.response.body", "body": b""})

    async def _inner(self, scope: Any, receive: Any) -> tuple[dict[str, Any], bytes]:
        start: dict[str, Any] = {}
        parts: list[bytes] = []

        async def collect(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                parts.append(message.get("body", b""))

        await self.app(scope, receive, collect)
        return start, b"".join(parts)


def _other_schema(body: bytes) -> bytes:
    """What a careless provider release looks like: a field renamed, one turned into text, one new."""
    rows = json.loads(body)
    for row in rows if isinstance(rows, list) else []:
        if "current_price" in row:
            row["price"] = row.pop("current_price")
            row["total_volume"] = str(row["total_volume"])
        elif "quotes" in row:
            row["quotes"]["USD"]["last_price"] = row["quotes"]["USD"].pop("price")
            row["rank"] = f"#{row['rank']}"
        row["schema_version"] = 2
    return json.dumps(rows).encode()


async def _answer(
    send: Any, status: int, body: bytes, extra: list[tuple[bytes, bytes]] | None = None,
    content_type: bytes = b"application/json",
) -> None:  # fmt: skip
    headers = [(b"content-type", content_type), (b"content-length", str(len(body)).encode()), *(extra or [])]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
