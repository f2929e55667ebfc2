"""`/data` as it is usually written: FastAPI, SQLAlchemy's async ORM, pydantic, count(*) and OFFSET.

BASELINE_URL=postgresql+psycopg://… uvicorn benchmarks.baselines.fastapi_app:app
"""

import os
from datetime import datetime
from typing import Any

from fastapi import Depends, FastAPI, Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy import BigInteger, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TEXT, TIMESTAMP
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Asset(Base):
    __tablename__ = "crypto_assets"

    asset_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    ticker: Mapped[str]
    symbol: Mapped[str]
    name: Mapped[str]
    rank: Mapped[int | None]
    price_usd: Mapped[float]
    market_cap_usd: Mapped[float | None]
    volume_24h_usd: Mapped[float | None]
    percent_change_1h: Mapped[float | None]
    percent_change_24h: Mapped[float | None]
    percent_change_7d: Mapped[float | None]
    high_24h_usd: Mapped[float | None]
    low_24h_usd: Mapped[float | None]
    circulating_supply: Mapped[float | None]
    total_supply: Mapped[float | None]
    max_supply: Mapped[float | None]
    source: Mapped[str]
    sources: Mapped[list[str]] = mapped_column(ARRAY(TEXT))
    spread_percent: Mapped[float | None]
    observed_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True))
    reason: Mapped[str]
    flags: Mapped[list[str]] = mapped_column(ARRAY(TEXT))
    held_back: Mapped[list[Any] | None] = mapped_column(JSONB)
    raw_seq: Mapped[int] = mapped_column(BigInteger)

    @property
    def raw(self) -> str:
        return f"/raw/{self.raw_seq}"


class AssetOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    ticker: str
    symbol: str
    name: str
    rank: int | None
    price_usd: float
    market_cap_usd: float | None
    volume_24h_usd: float | None
    percent_change_1h: float | None
    percent_change_24h: float | None
    percent_change_7d: float | None
    high_24h_usd: float | None
    low_24h_usd: float | None
    circulating_supply: float | None
    total_supply: float | None
    max_supply: float | None
    source: str
    sources: list[str]
    spread_percent: float | None
    observed_at: datetime
    reason: str
    flags: list[str]
    held_back: list[Any] | None
    raw: str


class PageOut(BaseModel):
    data: list[AssetOut]
    total: int
    limit: int
    offset: int


engine = create_async_engine(os.environ.get("BASELINE_URL", "postgresql+psycopg://"), pool_size=8)
session_maker = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


async def session():
    async with session_maker() as opened:
        yield opened


@app.get("/data", response_model=PageOut)
async def data(
    limit: int = Query(50, ge=1, le=1000), offset: int = Query(0, ge=0), db: AsyncSession = Depends(session)
) -> PageOut:
    total = await db.scalar(select(func.count()).select_from(Asset))
    statement = select(Asset).order_by(Asset.rank.asc().nulls_last(), Asset.ticker).limit(limit).offset(offset)
    rows = (await db.scalars(statement)).all()
    return PageOut(data=[AssetOut.model_validate(row) for row in rows], total=total or 0, limit=limit, offset=offset)
