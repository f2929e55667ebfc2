"""CoinPaprika v1: a snapshot of every active coin, and the past of those that are tracked."""

from __future__ import annotations

from datetime import timedelta

from crypto_pipeline.catalog import HISTORY, QUOTES
from crypto_pipeline.sources.coinpaprika import history, snapshot
from crypto_pipeline.sources.coinpaprika.settings import ERRORS, NAME, CoinPaprikaSettings
from crypto_pipeline.sources.description import Limits, Source, Stream, each

SOURCE = Source(
    name=NAME,
    title="CoinPaprika",
    settings=CoinPaprikaSettings,
    errors=ERRORS,
    limits=lambda settings: Limits(
        settings.part(CoinPaprikaSettings).coinpaprika_rate_per_minute,
        settings.part(CoinPaprikaSettings).coinpaprika_monthly_budget,
    ),
    probes=lambda settings: {"CoinPaprika": f"{settings.part(CoinPaprikaSettings).coinpaprika_url}/global"},
    stand_in="crypto_pipeline.simulator.coinpaprika:STAND_IN",
    streams=(
        Stream(
            name="snapshot",
            product=QUOTES,
            description="Market data of every active coin from CoinPaprika's `/tickers`.",
            fetch=each(snapshot.fetch),
            read=snapshot.read,
            stale_after=timedelta(hours=1),
            cron="coinpaprika_cron",
        ),
        Stream(
            name="history",
            product=HISTORY,
            description="Past days of the tracked coins from CoinPaprika's `/tickers/{id}/historical`.",
            fetch=history.fetch,
            read=history.read,
            stale_after=timedelta(hours=1),
            past=history.past,
        ),
    ),
)
