"""How upstreams are asked: time, size, tries."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings


class HttpSettings(BaseSettings):
    """Limits of one request to an upstream, and of its repetition."""

    http_connect_timeout: float = Field(5, ge=0.1, le=600, description="Seconds to connect", examples=["5"])
    http_read_timeout: float = Field(20, ge=0.1, le=600, description="Seconds between two reads", examples=["20"])
    http_total_timeout: float = Field(
        60, ge=0.1, le=3_600, description="Seconds for one request, all in all", examples=["60"]
    )
    http_attempts: int = Field(4, ge=1, le=10, description="Tries of one request", examples=["4"])
    http_max_wait: float = Field(
        120,
        ge=0,
        le=3_600,
        description="The longest wait between two tries, Retry-After included, in seconds",
        examples=["120"],
    )
    http_max_bytes: int = Field(
        64 * 1024**2,
        ge=1024,
        le=1024**3,
        description="The largest answer, before and after decompression",
        examples=["67108864"],
    )
