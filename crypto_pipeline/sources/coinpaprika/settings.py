"""CoinPaprika's variables, hosts and errors."""

from __future__ import annotations

from pydantic import Field

from crypto_pipeline.settings import ProviderSettings
from crypto_pipeline.settings.provider import ApiKey, Cron, WebAddress
from crypto_pipeline.sources.errors import ErrorGuide

NAME = "coinpaprika"
ERRORS = ErrorGuide(NAME, key="COINPAPRIKA_API_KEY", pace="COINPAPRIKA_RATE_PER_MINUTE")


class CoinPaprikaSettings(ProviderSettings):
    """CoinPaprika's variables."""

    live_addresses = ("COINPAPRIKA_BASE_URL",)

    coinpaprika_api_key: ApiKey = Field(
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

    @property
    def coinpaprika_url(self) -> str:
        host = "api-pro" if self.coinpaprika_api_key else "api"
        return self.coinpaprika_base_url or f"https://{host}.coinpaprika.com/v1"


def key_header(settings: CoinPaprikaSettings) -> dict[str, str]:
    """The header that carries the key, as it is, without "Bearer"; none for free use."""
    key = settings.coinpaprika_api_key
    return {"Authorization": key.get_secret_value()} if key else {}
