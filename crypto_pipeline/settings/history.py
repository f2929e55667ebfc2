"""Which coins' past is loaded, and how finely."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import items_of


class HistorySettings(BaseSettings):
    """The tracked coins: those whose past days are loaded, and whose gaps are filled."""

    history_top: int = Field(
        100, ge=0, le=20_000, description="Of how many coins, by rank, past days are loaded", examples=["100"]
    )
    history_coins: str = Field(
        "", description="Coins besides, by ticker or by a provider's id, separated by commas", examples=["XMR,zcash"]
    )
    history_interval: Literal["auto", "hourly", "daily"] = Field(
        "auto",
        description="How fine past days are: hourly, daily, or auto: hourly where the plan gives a whole window so",
        examples=["daily"],
    )

    history_start: date | None = Field(
        None,
        description="The first day (UTC) that Dagster offers; unset: what the plan tells of when the platform is first "
        "prepared. Once fixed, only an earlier day changes it: loaded days never vanish",
        examples=["2020-01-01"],
    )

    @property
    def history_names(self) -> list[str]:
        """What HISTORY_COINS names."""
        return items_of(self.history_coins)
