"""What all tables share."""

from __future__ import annotations

from sqlalchemy import Column, MetaData
from sqlalchemy.dialects.postgresql import TIMESTAMP

metadata = MetaData()


def time(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, TIMESTAMP(timezone=True), nullable=nullable)
