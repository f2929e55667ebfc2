"""What the providers' histories have in common: a call for each coin and window, answers kept whole, points cut to the
days that were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from crypto_pipeline.catalog import ABSENT
from crypto_pipeline.records import RawBatch, RawRecord
from crypto_pipeline.sources.description import Fetched, Request, Window
from crypto_pipeline.sources.errors import LATER, ErrorGuide, Fault, SourceError
from crypto_pipeline.sources.http import Client, Response, shown
from crypto_pipeline.sources.json_records import Columns, part_oversized
from crypto_pipeline.sources.provider_errors import explain_error_body

if TYPE_CHECKING:
    import numpy as np

    # One coin's points, as they came: moments, and values in USD
    Points = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]

DAY = timedelta(days=1)
# A day is over for a provider a little later than for the clock
SETTLED = timedelta(minutes=30)


def start_of(window: Window) -> datetime:
    """Its first moment (UTC)."""
    return datetime.combine(window.first, time(), UTC)


def end_of(window: Window) -> datetime:
    """The first moment after it (UTC)."""
    return datetime.combine(window.last, time(), UTC) + DAY


def ask(
    client: Client, guide: ErrorGuide, request: Request, call: Callable[[Window], tuple[str, Mapping[str, str | int]]],
    shape: type,
) -> Iterator[Fetched]:  # fmt: skip
    """An answer for each window, kept whole as one record; `call` says which path and parameters to ask, `shape` what
    it must look like. That the provider does not know a coin is remembered. Raises `SourceError`.
    """
    for window in request.windows:
        path, parameters = call(window)

        def parse(response: Response, path: str = path) -> Response:
            url = shown(client.base_url + path)
            if (problem := explain_error_body(guide, url, response.body)) is not None:
                raise problem
            try:
                msgspec.json.decode(response.body, type=shape)
            except msgspec.ValidationError as error:
                begins = response.body[:80].decode(errors="replace")
                raise SourceError(
                    guide.source, Fault.UNEXPECTED, f"{url} sent {begins!r} ({error})",
                    "The provider changed its answer, or the base URL is wrong",
                ) from None  # fmt: skip
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise SourceError(guide.source, Fault.CUT_OFF, f"{url}: {error}", LATER) from None
            return response

        try:
            response = client.get(path, parameters, parse=parse)
        except SourceError as error:
            if error.fault is not Fault.NOT_FOUND:
                raise
            nothing = RawBatch([], [], [], [], [])
            yield Fetched(window.partition, nothing, state={f"{ABSENT}{window.source_id}": str(error)})
            continue
        asked = "&".join(f"{name}={value}" for name, value in parameters.items())
        kept, refused = part_oversized([response.body])
        # equal answers about other days (nothing, say) are other records
        one = RawBatch(
            [window.source_id], [start_of(window)], [f"{path}?{asked}"], [response.fetched_at], [response.body]
        )
        yield Fetched(window.partition, one.pick(kept), refused)


def columns_of(records: Sequence[RawRecord], points_of: Callable[[bytes], Points]) -> Columns:
    """The points of all records as columns, each with the position of its record (`record`); those beyond the days that
    were asked for are left out: providers add one of just now, say.
    """
    import numpy as np  # only where it is needed: whoever reads the settings loads this, too

    parts: dict[str, list[np.ndarray]] = {name: [] for name in ("record", *VALUES)}
    ids: list[str | None] = []
    for position, record in enumerate(records):
        values = points_of(record.payload)
        first, last = (np.datetime64(day, "us") for day in record.partition.split("/")[:2])
        inside = (values[0] >= first) & (values[0] < last + np.timedelta64(1, "D"))
        count = int(inside.sum())
        parts["record"].append(np.full(count, position))
        for name, column in zip(VALUES, values, strict=True):
            parts[name].append(column[inside])
        ids += [record.source_id] * count
    columns: dict[str, Any] = {name: np.concatenate(found) if found else [] for name, found in parts.items()}
    return columns | {"source_id": ids}


VALUES = ("observed_at", "price_usd", "market_cap_usd", "volume_24h_usd")


def moments(milliseconds: np.ndarray) -> np.ndarray:
    """Unix milliseconds as moments (datetime64[us]); what is none becomes NaT."""
    import numpy as np

    usable = np.isfinite(milliseconds) & (np.abs(milliseconds) < 1e14)
    found = np.where(usable, milliseconds, 0).astype("int64").astype("datetime64[ms]").astype("datetime64[us]")
    found[~usable] = np.datetime64("NaT")
    return found


def number(value: Any) -> float:
    """A number as it came; nan for what is none: it is refused with its row."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else float("nan")
