"""The feeds' stand-in: news of the simulated market under /feeds, the same for the same name and time."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

from litestar import Request, Response, get

from crypto_pipeline.simulator.market import Market
from crypto_pipeline.simulator.stand_in import Demo, StandIn, World, cached, json_answer

EVERY_SECONDS = 300
ARTICLES = 25
VERBS = ["rises", "falls", "trades", "sideways", "gains", "loses", "recovers", "slips", "steadies"]


def render_feed(market: Market, name: str, at: float) -> tuple[bytes, datetime]:
    """An RSS 2.0 document of the newest articles, and when the newest came."""
    newest = int(at // EVERY_SECONDS)
    items = "".join(_item(market, name, number) for number in range(newest, newest - ARTICLES, -1))
    published = datetime.fromtimestamp(newest * EVERY_SECONDS, UTC)
    document = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Simulated news: {escape(name)}</title><link>http://127.0.0.1/feeds/{escape(name)}</link>"
        f"<description>Made up for trying the platform</description><lastBuildDate>{format_datetime(published)}"
        f"</lastBuildDate>{items}</channel></rss>\n"
    )
    return document.encode(), published


def _item(market: Market, name: str, number: int) -> str:
    coin = market.coins[number * 7919 % min(len(market.coins), 20)]
    guid = uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{number}")
    verb = VERBS[number % len(VERBS)]
    published = datetime.fromtimestamp(number * EVERY_SECONDS, UTC)
    return (
        f"<item><title>{escape(coin.name)} ({escape(coin.symbol)}) {verb}</title>"
        f"<link>https://news.example/{escape(name)}/{number}?utm_source=rss&amp;utm_medium=feed</link>"
        f'<guid isPermaLink="false">{guid}</guid><dc:creator>Simulator</dc:creator>'
        f"<pubDate>{format_datetime(published)}</pubDate>"
        f"<description><![CDATA[<p>{coin.name} {verb} &amp; the market looks on.</p>]]></description>"
        f"<dc:description/><content:encoded/><category>Markets</category><category>{escape(coin.symbol)}</category></item>"
    )


def routes(world: World) -> list[Any]:
    """The endpoints."""

    @get("/feeds/{name:str}")
    async def feed(request: Request[Any, Any, Any], name: str) -> Response[bytes]:
        if not name.endswith(".xml"):
            return json_answer({"error": "not found"}, 404)
        body, published = render_feed(world.market, name.removesuffix(".xml"), world.clock())
        headers = {"last-modified": format_datetime(published.astimezone(UTC), usegmt=True)}
        return cached(request, body, 60, weak=False, media_type="application/rss+xml; charset=utf-8", headers=headers)

    return [feed]


def variables(demo: Demo) -> dict[str, str]:
    """What points the source here."""
    return {"RSS_FEEDS": f"demo={demo.base}/feeds/demo.xml", "RSS_CRON": "*/5 * * * *"}


STAND_IN = StandIn(variables, routes, ("/feeds/demo.xml",))
