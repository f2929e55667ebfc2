"""`python -m crypto_pipeline.sources.example`: prints `.env.example` from the settings themselves."""

from __future__ import annotations

import sys

from crypto_pipeline.sources import FullSettings

HEAD = (
    "# Every variable that the platform reads, with its default. Copy this file to .env and uncomment what you "
    "change.\n# A secret can be in a file, too: COINGECKO_API_KEY_FILE=/run/secrets/coingecko names the one that has "
    "it.\n"
)


def render() -> str:
    """Each variable with what it means, its default, and an example where it has none."""
    text = HEAD
    for name, field in FullSettings.model_fields.items():
        default = "" if field.default in (None, "") else str(field.default)
        example = f" (e.g. {field.examples[0]})" if not default and field.examples else ""
        text += f"\n# {field.description}{example}\n#{name.upper()}={default}\n"
    return text


if __name__ == "__main__":
    sys.stdout.write(render())
