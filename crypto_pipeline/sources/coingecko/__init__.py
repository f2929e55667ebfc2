"""CoinGecko v3: a snapshot of the top coins, and the past of those that are tracked."""

from __future__ import annotations

from datetime import timedelta

from crypto_pipeline.catalog import HISTORY, QUOTES
from crypto_pipeline.sources.coingecko import history, snapshot
from crypto_pipeline.sources.coingecko.settings import ERRORS, NAME, CoinGeckoSettings
from crypto_pipeline.sources.description import Limits, Source, Stream, each

SOURCE = Source(
    name=NAME,
    title="CoinGecko",
    settings=CoinGeckoSettings,
    errors=ERRORS,
    limits=lambda settings: Limits(
        settings.part(CoinGeckoSettings).coingecko_rate, settings.part(CoinGeckoSettings).coingecko_monthly_budget
    ),
    probes=lambda settings: {"CoinGecko": f"{settings.part(CoinGeckoSettings).coingecko_url}/ping"},
    stand_in="crypto_pipeline.simulator.coingecko:STAND_IN",
    streams=(
        Stream(
            name="snapshot",
            product=QUOTES,
            description="Market data of the top coins from CoinGecko's `/coins/markets`.",
            fetch=each(snapshot.fetch),
            read=snapshot.read,
            stale_after=timedelta(hours=3),
            cron="coingecko_cron",
            calls=snapshot.calls,
        ),
        Stream(
            name="history",
            product=HISTORY,
            description="Past days of the tracked coins from CoinGecko's `/coins/{id}/market_chart/range`.",
            fetch=history.fetch,
            read=history.read,
            stale_after=timedelta(hours=3),
            past=history.past,
        ),
    ),
)
