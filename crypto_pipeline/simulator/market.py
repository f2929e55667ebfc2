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

    def past(self, i: int, times: np.ndarray) -> np.ndarray:
        """One coin's USD prices at many moments (seconds since 1970), as `prices` has them."""
        waves = self.waves[:, i] @ np.sin(2 * np.pi * times / self.periods[:, i, None] + self.phases[:, i, None])
        found: np.ndarray = self.base[i] * np.exp(waves)
        return found

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


def is_dead(i: Any) -> Any:
    """One in ten of the tail: last traded long ago, and the same for ever."""
    return (i >= len(HEAD)) & (i % 10 == 9)


def percent(now: float, then: float) -> float:
    """The change in percent."""
    return round(float(now / then - 1) * 100, 5)


def iso(at: float, *, milliseconds: bool) -> str:
    """A moment (seconds since 1970) as the providers write it."""
    moment = datetime.fromtimestamp(at, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + (".123Z" if milliseconds else "Z")
