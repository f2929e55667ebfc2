"""Every environment variable the platform reads, typed, with its default.

`.env` in the working directory is read when present; real environment variables win over it. A demo's
home holds a `demo.env` that wins over both, so that no command pointed at a demo can reach a live
upstream or a live database (see `crypto_pipeline.cli.demo`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from crypto_pipeline.settings_values import check_cron, check_postgres_url, parse_feeds

DEMO_OVERRIDES = "demo.env"

Plan = Literal["keyless", "demo", "pro"]

COINGECKO_HOSTS: dict[Plan, str] = {
    "keyless": "https://api.coingecko.com/api/v3",
    "demo": "https://api.coingecko.com/api/v3",
    "pro": "https://pro-api.coingecko.com/api/v3",
}
# What CoinGecko documents or users report per plan; pro plans start at 500 a minute.
COINGECKO_RATES: dict[Plan, int] = {"keyless": 5, "demo": 30, "pro": 500}


class SettingsError(Exception):
    """A variable has an unusable value. The message is one line per variable, with an example."""


class Settings(BaseSettings):
    """All settings. Field names in capitals are the environment variables.

    Units: seconds, bytes, calls per minute and month as the names say. Secrets are `SecretStr` and never
    appear in `repr`, logs or errors.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    platform_home: Path = Field(
        Path(".platform"), description="Where the platform keeps its own files", examples=["/srv/platform"]
    )
    database_url: SecretStr | None = Field(
        None,
        description="A PostgreSQL 15+ server; unset: the platform runs its own under PLATFORM_HOME",
        examples=["postgresql://user:password@db.example:5432/crypto?sslmode=require"],
    )

    coingecko_plan: Plan | None = Field(
        None, description="keyless, demo or pro; unset: demo when a key is set", examples=["demo"]
    )
    coingecko_api_key: SecretStr | None = Field(
        None,
        description="CoinGecko's key, sent in a header to COINGECKO_BASE_URL's host only",
        examples=["CG-…"],
    )
    coingecko_base_url: str = Field(
        "", description="Unset: the plan's own host", examples=["https://api.coingecko.com/api/v3"]
    )
    coingecko_top: int = Field(
        1000, ge=1, le=50_000, description="How many coins, by market cap, in pages of 250", examples=["1000"]
    )
    coingecko_rate_per_minute: int = Field(
        0, ge=0, description="Calls a minute; 0: what the plan allows", examples=["30"]
    )
    coingecko_monthly_budget: int = Field(
        10_000, ge=0, description="Calls a calendar month (UTC); 0: unlimited", examples=["10000"]
    )
    coingecko_cron: str = Field("*/30 * * * *", description="When to load CoinGecko (UTC)", examples=["*/30 * * * *"])

    coinpaprika_api_key: SecretStr | None = Field(
        None, description="CoinPaprika's key; set: the paid host is used", examples=["…"]
    )
    coinpaprika_base_url: str = Field(
        "",
        description="Unset: the free host, or the paid one with a key",
        examples=["https://api.coinpaprika.com/v1"],
    )
    coinpaprika_rate_per_minute: int = Field(120, ge=1, description="Calls a minute", examples=["120"])
    coinpaprika_monthly_budget: int = Field(
        20_000, ge=0, description="Calls a calendar month (UTC); 0: unlimited", examples=["20000"]
    )
    coinpaprika_cron: str = Field(
        "*/10 * * * *", description="When to load CoinPaprika (UTC)", examples=["*/10 * * * *"]
    )

    csv_inbox: Path = Field(Path("data/inbox"), description="A folder watched for CSV files", examples=["/srv/inbox"])
    csv_max_bytes: int = Field(
        256 * 1024**2, ge=1, description="The largest CSV file that is read", examples=["268435456"]
    )
    rss_feeds: str = Field(
        "coindesk=https://www.coindesk.com/arc/outboundfeeds/rss/,cointelegraph=https://cointelegraph.com/rss,"
        "decrypt=https://decrypt.co/feed,theblock=https://www.theblock.co/rss.xml,"
        "bitcoinmagazine=https://bitcoinmagazine.com/feed",
        description="Feeds as NAME=URL, separated by commas; `none` for no feed",
        examples=["coindesk=https://www.coindesk.com/arc/outboundfeeds/rss/"],
    )
    rss_cron: str = Field("*/15 * * * *", description="When to read the feeds (UTC)", examples=["*/15 * * * *"])

    http_connect_timeout: float = Field(5, gt=0, description="Seconds to connect", examples=["5"])
    http_read_timeout: float = Field(20, gt=0, description="Seconds between two reads", examples=["20"])
    http_total_timeout: float = Field(60, gt=0, description="Seconds for one request, all in all", examples=["60"])
    http_attempts: int = Field(4, ge=1, le=10, description="Tries of one request", examples=["4"])
    http_max_wait: float = Field(
        120,
        ge=0,
        description="The longest wait between two tries, Retry-After included, in seconds",
        examples=["120"],
    )
    http_max_bytes: int = Field(
        64 * 1024**2,
        ge=1024,
        description="The largest answer, before and after decompression",
        examples=["67108864"],
    )
    run_retries: int = Field(
        2,
        ge=0,
        le=10,
        description="How often Dagster retries a step after a transient failure",
        examples=["2"],
    )
    run_retry_delay: float = Field(30, ge=0, description="Seconds before the first such retry", examples=["30"])

    api_host: str = Field(
        "127.0.0.1", description="The address the API listens on; others can reach 0.0.0.0", examples=["127.0.0.1"]
    )
    api_port: int = Field(8000, ge=1, le=65535, description="The API's port", examples=["8000"])
    dagster_port: int = Field(3000, ge=1, le=65535, description="The Dagster UI's port", examples=["3000"])
    simulator_port: int = Field(8900, ge=1, le=65535, description="The simulator's port", examples=["8900"])
    api_workers: int = Field(1, ge=1, le=64, description="Processes that serve the API", examples=["1"])
    api_read_keys: SecretStr | None = Field(
        None,
        description="Who may read the API: NAME=KEY or NAME=sha256:HEX, separated by commas; unset: everyone",
        examples=["alice=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    etl_token: SecretStr | None = Field(
        None,
        description="Who has it may start loads over HTTP (KEY or sha256:HEX); unset: nobody may",
        examples=["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    api_rate_per_minute: int = Field(
        1_200, ge=0, description="Requests a client may make in a minute; 0: any number", examples=["1200"]
    )
    redis_url: SecretStr | None = Field(
        None,
        description="Where the request rates are counted when several processes serve the API",
        examples=["redis://localhost:6379/0"],
    )
    api_statement_seconds: float = Field(
        10, gt=0, description="Seconds after which a query is given up", examples=["10"]
    )
    api_pool_size: int = Field(16, ge=2, le=100, description="Database connections of one process", examples=["16"])
    api_cache_bytes: int = Field(
        64 * 1024**2, ge=0, description="Memory for ready answers in one process", examples=["67108864"]
    )
    api_export_rows: int = Field(
        1_000_000, ge=1, description="The most rows of one CSV, NDJSON, Parquet or Arrow answer", examples=["1000000"]
    )
    api_exports: int = Field(2, ge=1, description="How many such answers one process sends at once", examples=["2"])
    api_cors_origins: str = Field(
        "", description="Sites whose pages may read the API, separated by commas", examples=["https://app.example"]
    )
    dagster_url: str = Field(
        "", description="Where loads are started; unset: DAGSTER_PORT here", examples=["http://127.0.0.1:3000"]
    )
    log_format: Literal["auto", "json", "text"] = Field(
        "auto", description="json, text, or auto: text on a terminal", examples=["json"]
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR", examples=["INFO"]
    )

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("platform_home", "csv_inbox")
    @classmethod
    def _expanded(cls, value: Path) -> Path:
        return value.expanduser()

    @field_validator("coingecko_api_key", "coinpaprika_api_key")
    @classmethod
    def _header_value(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        key = value.get_secret_value().strip()  # a line end of Windows', a blank that was copied along
        if not (key.isascii() and key.isprintable()):
            raise ValueError("has characters that no API key has")
        return SecretStr(key) if key else None

    @field_validator("coingecko_base_url", "coinpaprika_base_url", "dagster_url")
    @classmethod
    def _http_url(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname):
            raise ValueError("is not an http(s) URL")
        return value.rstrip("/")

    @field_validator("coingecko_cron", "coinpaprika_cron", "rss_cron")
    @classmethod
    def _cron(cls, value: str) -> str:
        check_cron(value)
        return value

    @field_validator("database_url")
    @classmethod
    def _postgres_url(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            check_postgres_url(value.get_secret_value())
        return value

    @field_validator("rss_feeds")
    @classmethod
    def _feeds(cls, value: str) -> str:
        parse_feeds(value)
        return value

    @model_validator(mode="after")
    def _pro_needs_a_key(self) -> Settings:
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
    def dagster_address(self) -> str:
        return self.dagster_url or f"http://127.0.0.1:{self.dagster_port}"

    @property
    def cors_origins(self) -> list[str]:
        return [origin.strip() for origin in self.api_cors_origins.split(",") if origin.strip()]

    @property
    def feeds(self) -> dict[str, str]:
        """Feed name to URL."""
        return parse_feeds(self.rss_feeds)

    @property
    def is_demo(self) -> bool:
        return (self.platform_home / DEMO_OVERRIDES).exists()


def load_settings(**overrides: Any) -> Settings:
    """The settings of this process. Raises `SettingsError`, whose text is fit to be shown."""
    try:
        settings = Settings(**overrides)
        demo = settings.platform_home / DEMO_OVERRIDES
        if demo.exists():
            values = {key.lower(): value or None for key, value in dotenv_values(demo).items()}
            settings = Settings(**{**values, **overrides})
    except UnicodeDecodeError:
        raise SettingsError(".env: is not UTF-8 text; save it as UTF-8") from None
    except ValidationError as error:
        raise SettingsError("\n".join(_explain(item) for item in error.errors())) from None
    return settings


def _explain(error: Any) -> str:
    message = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return str(message)
    name = str(error["loc"][0])
    field = Settings.model_fields.get(name)
    example = f"; example: {name.upper()}={field.examples[0]}" if field and field.examples else ""
    secret = field is None or "SecretStr" in str(field.annotation) or "://" in str(error["input"])
    got = "" if secret else f" (got {str(error['input'])[:80]!r})"
    return f"{name.upper()}: {message[0].lower()}{message[1:]}{got}{example}"
