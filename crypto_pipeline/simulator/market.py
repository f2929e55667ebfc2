"""A market of N coins that is the same for the same seed, and whose prices move with time.

Both providers describe it: CoinGecko lists every coin, CoinPaprika about four in five of them, at slightly other
prices and in part under slightly other names. The long tail has what real ones have: symbols that collide,
missing and zero values, supplies of 1e52, prices of 3e-18, emoji.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np

# The head of the market, so that a demo looks like one: symbol, name, price in USD, coins in millions
HEAD = [
    ("BTC", "Bitcoin", 64_000, 19.7), ("ETH", "Ethereum", 3_100, 120), ("USDT", "Tether", 1, 110_000),
    ("BNB", "BNB", 580, 147), ("SOL", "Solana", 150, 460), ("USDC", "USDC", 1, 33_000),
    ("XRP", "XRP", 0.52, 55_000), ("DOGE", "Dogecoin", 0.15, 144_000), ("ADA", "Cardano", 0.45, 35_000),
    ("TRX", "TRON", 0.12, 87_000), ("AVAX", "Avalanche", 35, 390), ("DOT", "Polkadot", 7, 1_430),
    ("LINK", "Chainlink", 14, 590), ("BCH", "Bitcoin Cash", 450, 19.7), ("NEAR", "NEAR Protocol", 7, 1_080),
    ("LTC", "Litecoin", 80, 74), ("ATOM", "Cosmos Hub", 8, 390), ("XLM", "Stellar", 0.11, 28_900),
    ("XMR", "Monero", 140, 18.4), ("HOT", "Holo", 0.002, 177_000),
]  # fmt: skip
FIRST = "Alpha Astro Blue Chain Cosmic Deep Ether Fast Giga Hyper Iron Jade Kilo Lunar Meta Nova Omni Pixel Quant Rapid"
SECOND = (
    "Swap Coin Token Finance Protocol Network Dao Inu Cash Ledger Pay Vault Bridge Games Labs Link Pad Stake Yield X"
)
COINGECKO_TICK = 30
COINPAPRIKA_TICK = 300
UNKNOWN_SUPPLY = 9_223_372_036_854_775_807


@dataclass(frozen=True)
class Coin:
    """One coin, as both providers name it; `coinpaprika_id` is None where CoinPaprika does not list it."""

    symbol: str
    name: str
    coingecko_id: str
    coinpaprika_id: str | None
    coinpaprika_symbol: str
    coinpaprika_name: str


class Market:
    """All coins and their prices at any moment. `coins` from 1 to 20,000."""

    def __init__(self, coins: int = 1000, seed: int = 1) -> None:
        if not 1 <= coins <= 20_000:
            raise ValueError(f"a market has 1 to 20,000 coins, not {coins}")
        random = np.random.default_rng(seed)
        self.coins = [self._coin(i, random) for i in range(coins)]
        head = np.array([[price, supply * 1e6] for _, _, price, supply in HEAD[:coins]])
        tail = coins - len(head)
        caps = 1.5e9 * np.exp(-np.arange(tail) / max(tail, 1) * 14) * random.uniform(0.9, 1.1, tail)
        supply = 10 ** random.uniform(5, 14, tail)
        self.supply = np.concatenate([head[:, 1], supply])
        self.base = np.concatenate([head[:, 0], caps / supply])
        if tail > 200:  # the oddest real values there are
            self.supply[-3], self.base[-3] = 1e52, 3e-18
            self.supply[-7], self.base[-7] = 2.5e11, 3e-18
        self.waves = random.uniform(0.002, 0.05, (3, coins))
        stable = [i for i, coin in enumerate(self.coins) if coin.symbol in ("USDT", "USDC")]
        self.waves[:, stable] = 0.0005
        self.periods = np.array([[1_800], [21_600], [259_200]]) * random.uniform(0.7, 1.4, (3, coins))
        self.phases = random.uniform(0, 2 * np.pi, (3, coins))
        self.turnover = random.uniform(0.001, 0.3, coins)
        self.skew = random.uniform(-0.003, 0.003, coins)  # how far CoinPaprika's price is from CoinGecko's

    def prices(self, at: float) -> np.ndarray:
        """USD prices at a moment (seconds since 1970), one per coin."""
        waves = self.waves * np.sin(2 * np.pi * at / self.periods + self.phases)
        prices: np.ndarray = self.base * np.exp(waves.sum(axis=0))
        return prices

    def coingecko(self, at: float) -> list[dict[str, Any]]:
        """All rows of `/coins/markets` at a moment, by market cap."""
        tick = at // COINGECKO_TICK * COINGECKO_TICK
        now, hour, day, week = (self.prices(tick - ago) for ago in (0, 3_600, 86_400, 604_800))
        caps = np.where(self.supply < 1e15, now * self.supply, 0)
        order = np.argsort(-caps, kind="stable")
        return [self._coingecko_row(int(i), rank, tick, now, hour, day, week) for rank, i in enumerate(order, 1)]

    def coinpaprika(self, at: float) -> list[dict[str, Any]]:
        """All rows of `/tickers` at a moment, by market cap."""
        tick = at // COINPAPRIKA_TICK * COINPAPRIKA_TICK
        now, hour, day, week = (self.prices(tick - ago) * (1 + self.skew) for ago in (0, 3_600, 86_400, 604_800))
        listed = [
            i
            for i in np.argsort(-(now * np.where(self.supply < 1e15, self.supply, 0)), kind="stable")
            if self.coins[i].coinpaprika_id
        ]
        return [self._coinpaprika_row(int(i), rank, tick, now, hour, day, week) for rank, i in enumerate(listed, 1)]

    def _coin(self, i: int, random: np.random.Generator) -> Coin:
        if i < len(HEAD):
            symbol, name = HEAD[i][:2]
        else:
            first, second = FIRST.split(), SECOND.split()
            n = i - len(HEAD)
            a, b, generation = first[n % 20], second[n // 20 % 20], n // 400
            name = f"{a} {b}" + (f" {generation + 1}" if generation else "")
            # generations share their symbols: a third of a real market's coins do
            symbol = (a[:2] + b[:2]).upper() if generation % 3 == 1 else f"{a[:2]}{b[:2]}{generation or ''}".upper()
            if n % 97 == 96:
                symbol, name = (
                    HEAD[n // 97 % len(HEAD)][0],
                    f"{a} {HEAD[n // 97 % len(HEAD)][1]}",
                )  # "Alpha Bitcoin", BTC
            if n % 389 == 388:
                symbol = "🚀" + symbol
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        suffix = "" if i < len(HEAD) else f"-{i}"
        listed = i < len(HEAD) or random.random() < 0.8
        other_name = name
        if i >= len(HEAD) and random.random() < 0.1:
            other_name = f"{name} (new)" if random.random() < 0.5 else name.replace(" ", "")
        return Coin(
            symbol,
            name,
            f"{slug}{suffix}",
            f"{symbol.lower().strip('🚀')}-{slug}{suffix}" if listed else None,
            f"{symbol} " if i % 211 == 210 else symbol,
            other_name,
        )

    def _coingecko_row(
        self,
        i: int,
        rank: int,
        tick: float,
        now: np.ndarray,
        hour: np.ndarray,
        day: np.ndarray,
        week: np.ndarray,
    ) -> dict[str, Any]:
        coin, price, supply = self.coins[i], float(now[i]), float(self.supply[i])
        tail = i >= len(HEAD)
        unknown_cap = tail and (i % 17 == 16 or supply > 1e15)
        cap = 0 if unknown_cap else round(price * supply)
        quiet = tail and i % 7 == 6  # no range of the day
        stale = 86_400 * (i % 700) if tail and i % 10 == 9 else 0
        shown: float | int | None = price if price < 1_000 else round(price, 2)
        if len(self.coins) > 200 and i in (len(self.coins) - 11, len(self.coins) - 12):
            shown = None if i == len(self.coins) - 11 else 0
        return {
            "id": coin.coingecko_id,
            "symbol": coin.symbol.lower(),
            "name": coin.name,
            "image": f"https://assets.example/coins/images/{i}/large/{coin.coingecko_id}.png",
            "current_price": shown,
            "market_cap": cap,
            "market_cap_rank": None if unknown_cap else rank,
            "fully_diluted_valuation": None if i % 3 else cap,
            "total_volume": round(float(now[i] * supply * self.turnover[i]), 2) if supply < 1e15 else None,
            "high_24h": None if quiet else float(max(now[i], day[i])),
            "low_24h": None if quiet else float(min(now[i], day[i])),
            "price_change_24h": float(now[i] - day[i]),
            "price_change_percentage_24h": _percent(now[i], day[i]),
            "market_cap_change_24h": float((now[i] - day[i]) * supply),
            "market_cap_change_percentage_24h": _percent(now[i], day[i]),
            "circulating_supply": supply,
            "total_supply": None if i % 5 == 4 else supply,
            "max_supply": None if i % 2 else supply,
            "ath": float(self.base[i] * 1.2),
            "ath_change_percentage": _percent(now[i], self.base[i] * 1.2),
            "ath_date": "2021-11-10T14:24:11.849Z",
            "atl": float(self.base[i] * 0.01),
            "atl_change_percentage": _percent(now[i], self.base[i] * 0.01),
            "atl_date": "2015-10-20T00:00:00.000Z",
            "roi": {"times": 90.2, "currency": "btc", "percentage": 9020.28} if i % 50 == 1 else None,
            "last_updated": _iso(tick - i % 60 - stale, milliseconds=True),
            "price_change_percentage_1h_in_currency": _percent(now[i], hour[i]),
            "price_change_percentage_24h_in_currency": _percent(now[i], day[i]),
            "price_change_percentage_7d_in_currency": _percent(now[i], week[i]),
        }

    def _coinpaprika_row(
        self,
        i: int,
        rank: int,
        tick: float,
        now: np.ndarray,
        hour: np.ndarray,
        day: np.ndarray,
        week: np.ndarray,
    ) -> dict[str, Any]:
        coin, price, supply = self.coins[i], float(now[i]), float(self.supply[i])
        unknown = i >= len(HEAD) and i % 2 == 0
        whole = round(supply) if supply < 9e15 else UNKNOWN_SUPPLY
        return {
            "id": coin.coinpaprika_id,
            "name": coin.coinpaprika_name,
            "symbol": coin.coinpaprika_symbol,
            "rank": rank,
            "total_supply": whole,
            "max_supply": UNKNOWN_SUPPLY if i % 9 == 8 else whole if i % 2 else 0,
            "beta_value": round(float(self.waves[0, i]) * 20, 5),
            "first_data_at": "2017-07-01T00:00:00Z",
            "last_updated": _iso(tick - i % 170, milliseconds=False),
            "quotes": {
                "USD": {
                    "price": price,
                    "volume_24h": float(now[i] * self.turnover[i]) * min(supply, 1e15),
                    "volume_24h_change_24h": _percent(now[i], week[i]),
                    "market_cap": 0 if unknown else round(price * min(supply, 1e15)),
                    "market_cap_change_24h": 0 if unknown else _percent(now[i], day[i]),
                    **{
                        f"percent_change_{span}": _percent(now[i], hour[i])
                        for span in ("15m", "30m", "1h", "6h", "12h")
                    },
                    "percent_change_24h": _percent(now[i], day[i]),
                    "percent_change_7d": _percent(now[i], week[i]),
                    "percent_change_30d": _percent(now[i], week[i]),
                    "percent_change_1y": 107_649_910 if i % 401 == 400 else 0,
                    "ath_price": None if i % 131 == 130 else float(self.base[i] * 1.2),
                    "ath_date": None if i % 131 == 130 else "2021-11-10T16:51:15Z",
                    "percent_from_price_ath": None if i % 131 == 130 else _percent(now[i], self.base[i] * 1.2),
                }
            },
        }


def _percent(now: float, then: float) -> float:
    return round(float(now / then - 1) * 100, 5)


def _iso(at: float, *, milliseconds: bool) -> str:
    moment = datetime.fromtimestamp(at, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + (".123Z" if milliseconds else "Z")
