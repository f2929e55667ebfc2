"""The upstreams: addresses, keys, rates, budgets and schedules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import check_cron, check_http_url, checked, parse_feeds

Plan = Literal["keyless", "demo", "pro"]
Cron = Annotated[str, checked(check_cron)]
WebAddress = Annotated[str, AfterValidator(check_http_url)]

COINGECKO_HOSTS: dict[Plan, str] = {
    "keyless": "https://api.coingecko.com/api/v3",
    "demo": "https://api.coingecko.com/api/v3",
    "pro": "https://pro-api.coingecko.com/api/v3",
}
# What CoinGecko documents or users report per plan; pro plans start at 500 a minute.
COINGECKO_RATES: dict[Plan, int] = {"keyless": 5, "demo": 30, "pro": 500}


class ProviderSettings(BaseSettings):
    """What each source needs to know."""

    coingecko_plan: Plan | None = Field(
        None, description="keyless, demo or pro; unset: demo when a key is set", examples=["demo"]
    )
    coingecko_api_key: SecretStr | None = Field(
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
    coinpaprika_api_key: SecretStr | None = Field(
        None,
        description="CoinPaprika's key; set: the paid host is used",
        examples=["the key that CoinPaprika gave you"],
    )
    coinpaprika_base_url: WebAddress = Field(
        "",
        description="Unset: the free host, or the paid one with a key",
        examples=["https://api.coinpaprika.com/v1"],
    )
    coinpaprika_rate_per_minute: int = Field(120, ge=1, le=100_000, description="Calls a minute", examples=["120"])
    coinpaprika_monthly_budget: int = Field(
        20_000, ge=0, le=10**9, description="Calls a calendar month (UTC); 0: unlimited", examples=["20000"]
    )
    coinpaprika_cron: Cron = Field(
        "*/10 * * * *", description="When to load CoinPaprika (UTC)", examples=["*/10 * * * *"]
    )
    csv_inbox: Path = Field(Path("data/inbox"), description="A folder watched for CSV files", examples=["/srv/inbox"])
    csv_max_bytes: int = Field(
        256 * 1024**2, ge=1, le=1024**4, description="The largest CSV file that is read", examples=["268435456"]
    )
    csv_max_rows: int = Field(
        5_000_000, ge=1, le=10**9, description="The most rows of a CSV file that is read", examples=["5000000"]
    )
    rss_feeds: Annotated[str, checked(parse_feeds)] = Field(
        "coindesk=https://www.coindesk.com/arc/outboundfeeds/rss/,cointelegraph=https://cointelegraph.com/rss,"
        "decrypt=https://decrypt.co/feed,theblock=https://www.theblock.co/rss.xml,"
        "bitcoinmagazine=https://bitcoinmagazine.com/feed",
        description="Feeds as NAME=URL, separated by commas; `none` for no feed",
        examples=["coindesk=https://www.coindesk.com/arc/outboundfeeds/rss/"],
    )
    rss_cron: Cron = Field("*/15 * * * *", description="When to read the feeds (UTC)", examples=["*/15 * * * *"])

    @field_validator("coingecko_api_key", "coinpaprika_api_key")
    @classmethod
    def _header_value(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        key = value.get_secret_value().strip()  # a line end of Windows', a blank that was copied along
        if not (key.isascii() and key.isprintable()):
            raise ValueError("has characters that no API key has")
        return SecretStr(key) if key else None

    @model_validator(mode="after")
    def _pro_needs_a_key(self) -> ProviderSettings:
        if self.coingecko_plan in ("demo", "pro") and self.coingecko_api_key is None:
            raise ValueError("COINGECKO_API_KEY: the plan needs a key; set it, or COINGECKO_PLAN=keyless")
        return self

    @property
    def coingecko_effective_plan(self) -> Plan:
        return self.coingecko_plan or ("demo" if self.coingecko_api_key else "keyless")

    @property
    def coingecko_url(self) -> str:
        return self.coingecko_base_url or COINGECKO_HOSTS[self.coingecko_effective_plan]

    @property
    def coingecko_rate(self) -> int:
        return self.coingecko_rate_per_minute or COINGECKO_RATES[self.coingecko_effective_plan]

    @property
    def coinpaprika_url(self) -> str:
        host = "api-pro" if self.coinpaprika_api_key else "api"
        return self.coinpaprika_base_url or f"https://{host}.coinpaprika.com/v1"

    @property
    def feeds(self) -> dict[str, str]:
        """Feed name to URL."""
        return parse_feeds(self.rss_feeds)
