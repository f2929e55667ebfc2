"""News, and the list of quotes and news."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    Double,
    Index,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP

from crypto_pipeline.warehouse.tables.base import metadata, time

news_articles = Table(
    "news_articles",
    metadata,
    Column("id", Text, primary_key=True, comment="from the feed's name and the article's guid; stable"),
    Column("source", Text, nullable=False),
    Column("feed", Text, nullable=False),
    Column("guid", Text, nullable=False),
    Column("url", Text, nullable=False, comment="without utm_* parameters"),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False, comment="plain text"),
    Column("author", Text),
    Column("tags", ARRAY(Text), nullable=False),
    time("published_at"),
    Column("raw_seq", BigInteger, nullable=False),
    UniqueConstraint("source", "feed", "guid", name="news_articles_feed_guid_key"),
    Index("news_articles_published_at_idx", text("published_at desc"), "id"),
)

# A view, so in a collection of its own: quotes and news as one list; `id` is the raw record behind it.
records = Table(
    "records",
    MetaData(),
    Column("id", BigInteger),
    Column("source_type", Text),
    Column("source_id", Text),
    Column("title", Text),
    Column("description", Text),
    Column("value", Double),
    Column("category", Text),
    Column("tags", ARRAY(Text)),
    Column("timestamp", TIMESTAMP(timezone=True)),
    Column("ticker", Text),
)
