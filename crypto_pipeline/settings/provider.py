"""What the settings of all providers have in common. Each provider's own stand with it, in `sources`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, SecretStr
from pydantic_settings import BaseSettings

from crypto_pipeline.settings.values import check_cron, check_http_url, checked

Cron = Annotated[str, checked(check_cron)]
WebAddress = Annotated[str, AfterValidator(check_http_url)]


def _header_value(value: SecretStr | None) -> SecretStr | None:
    if value is None:
        return None
    key = value.get_secret_value().strip()  # a line end of Windows', a blank that was copied along
    if not (key.isascii() and key.isprintable()):
        raise ValueError("has characters that no API key has")
    return SecretStr(key) if key else None


# A key that is sent in a header
ApiKey = Annotated[SecretStr | None, AfterValidator(_header_value)]


class ProviderSettings(BaseSettings):
    """A provider's variables, each named after it: `COINGECKO_CRON` is CoinGecko's.

    `live_addresses` are those that lead to what is live: a demo gives each of them an address of its own.
    """

    live_addresses: ClassVar[tuple[str, ...]] = ()
