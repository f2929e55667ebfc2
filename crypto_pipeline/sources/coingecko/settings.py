"""CoinGecko's variables, plans, hosts and errors."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import ApiKey, Cron, WebAddress
from crypto_pipeline.sources.errors import ErrorGuide, Fault

NAME = "coingecko"
Plan = Literal["keyless", "demo", "pro"]
KEY_HEADER = {"keyless": None, "demo": "x-cg-demo-api-key", "pro": "x-cg-pro-api-key"}
HOSTS: dict[Plan, str] = {
    "keyless": "https://api.coingecko.com/api/v3",
    "demo": "https://api.coingecko.com/api/v3",
    "pro": "https://pro-api.coingecko.com/api/v3",
}
# What CoinGecko documents or users report per plan; pro plans start at 500 a minute.
RATES: dict[Plan, int] = {"keyless": 5, "demo": 30, "pro": 500}
_WRONG_HOST = "This is a demo key on the pro host, or the other way round: check COINGECKO_PLAN"
ERRORS = ErrorGuide(
    NAME,
    {
        429: (Fault.RATE_LIMITED, ""),
        10002: (Fault.UNAUTHORIZED, "Set COINGECKO_API_KEY"),
        10005: (Fault.PLAN, "This endpoint needs a higher plan"),
        10010: (Fault.UNAUTHORIZED, _WRONG_HOST),
        10011: (Fault.UNAUTHORIZED, _WRONG_HOST),
        10012: (Fault.PLAN, "Free and demo plans see the last 365 days: ask for a later day, or use a higher plan"),
    },
    key="COINGECKO_API_KEY",
    pace="COINGECKO_RATE_PER_MINUTE",
)


class CoinGeckoSettings(ProviderSettings):
    """CoinGecko's variables."""

    live_addresses = ("COINGECKO_BASE_URL",)

    coingecko_plan: Plan | None = Field(
        None, description="keyless, demo or pro; unset: demo when a key is set", examples=["demo"]
    )
    coingecko_api_key: ApiKey = Field(
        None,
        description="CoinGecko's key, sent in a header to COINGECKO_BASE_URL's host only",
        examples=["CG-aBcDeFgHiJkLmNoPqRsTuVwX"],
    )
    coingecko_base_url: WebAddress = Field(
        "", description="Unset: the plan's own host", examples=["https://api.coingecko.com/api/v3"]
    )
    coingecko_top: int = Field(
        1000, ge=1, le=50_000, description="How many coins, by market cap, in pages of 250", examples=["1000"]
    )
    coingecko_rate_per_minute: int = Field(
        0, ge=0, le=100_000, description="Calls a minute; 0: what the plan allows", examples=["30"]
    )
    coingecko_monthly_budget: int = Field(
        10_000, ge=0, le=10**9, description="Calls a calendar month (UTC); 0: unlimited", examples=["10000"]
    )
    coingecko_cron: Cron = Field("*/30 * * * *", description="When to load CoinGecko (UTC)", examples=["*/30 * * * *"])

    @model_validator(mode="after")
    def _pro_needs_a_key(self) -> CoinGeckoSettings:
        if self.coingecko_plan in ("demo", "pro") and self.coingecko_api_key is None:
            raise ValueError("COINGECKO_API_KEY: the plan needs a key; set it, or COINGECKO_PLAN=keyless")
        return self

    @property
    def coingecko_effective_plan(self) -> Plan:
        return self.coingecko_plan or ("demo" if self.coingecko_api_key else "keyless")

    @property
    def coingecko_url(self) -> str:
        return self.coingecko_base_url or HOSTS[self.coingecko_effective_plan]

    @property
    def coingecko_rate(self) -> int:
        return self.coingecko_rate_per_minute or RATES[self.coingecko_effective_plan]


def key_header(settings: CoinGeckoSettings) -> dict[str, str]:
    """The header that carries the plan's key; none for keyless use."""
    name = KEY_HEADER[settings.coingecko_effective_plan]
    key = settings.coingecko_api_key
    return {name: key.get_secret_value()} if name and key else {}
