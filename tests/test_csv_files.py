"""CSV files in the wild: read strictly, dated by their own times, within bounds, and never elsewhere than in the inbox."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crypto_pipeline.sources import FullSettings as Settings
from crypto_pipeline.sources import csv
from crypto_pipeline.sources.description import Fetched
from crypto_pipeline.sources.errors import Fault, SourceError
from crypto_pipeline.sources.inbox import Inbox
from tests.hostile.bounds import MEGABYTES, SECONDS, bounded_memory
from tests.loads import fetch, read

HEAD = "symbol,name,price_usd,created_at\n"


def batches(inbox: Path, content: str | bytes, name: str = "quotes.csv", **settings: Any) -> list[Fetched]:
    path = inbox / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return fetch("csv", Settings(csv_inbox=inbox, **settings), Inbox(inbox).partition_key(path))


def fault(inbox: Path, content: str | bytes, **settings: Any) -> SourceError:
    with pytest.raises(SourceError) as error:
        batches(inbox, content, **settings)
    assert not error.value.transient
    return error.value


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (HEAD + 'BTC,"Bitcoin,1,2026-05-01\nETH,Ether,2,2026-05-01\n', "line 3: a quote is opened and never closed"),
        (HEAD + 'BTC,"Bitcoin,1,2026-05-01\nETH,"Ether",2,2026-05-01\n', "line 3"),
        (HEAD + 'BTC,"Bit\ncoin",1,2026-05-01\n', "line 2: a value goes on over the line's end"),
        (HEAD + 'BTC,"Bitcoin"x,1,2026-05-01\n', "line 2"),
        (HEAD + "BTC," + "x" * 17_000_000 + ",1,2026-05-01\n", "line 2"),
        (",".join(f"c{n}" for n in range(200_000)) + ",symbol,price_usd\n", "has 200,002 columns"),
        (HEAD.encode() + b"BTC,Bitcoin,1,2026-05-01\nETH,Eth\xe9r,2,2026-05-01\n", "not UTF-8 (line 3)"),
        ("symbol,price_usd,when\nBTC,1,2017-01-01\n", "'when' looks like a time"),
        ("symbol,price_usd,last_update_epoch\nBTC,1,1498782963\n", "'last_update_epoch' looks like a time"),
    ],
)
def test_a_file_that_cannot_be_read_for_sure_is_refused_with_the_line(
    tmp_path: Path, content: str | bytes, says: str
) -> None:
    error = fault(tmp_path, content)
    assert error.fault is Fault.BAD_FILE
    assert says in str(error)


def test_line_ends_within_notes_are_notes(tmp_path: Path) -> None:
    (fetched,) = batches(
        tmp_path, 'symbol,price_usd,note,created_at\nBTC,1,"two\nlines",2026-05-01\nETH,2,x,2026-05-01\n'
    )
    assert fetched.batch.source_ids == ["BTC:", "ETH:"]
    assert fetched.batch.endpoints == ["quotes.csv:2", "quotes.csv:4"]


@pytest.mark.parametrize(
    ("column", "value", "moment"),
    [
        ("last_updated", "1498782963", datetime(2017, 6, 30, 0, 36, 3, tzinfo=UTC)),
        ("timestamp", "1498782963000", datetime(2017, 6, 30, 0, 36, 3, tzinfo=UTC)),
        ("unix", "1498782963.0", datetime(2017, 6, 30, 0, 36, 3, tzinfo=UTC)),
        ("timestamp", "1498782963000000", datetime(2017, 6, 30, 0, 36, 3, tzinfo=UTC)),
        ("snapped_at", "2017-06-30 00:36:03 UTC", datetime(2017, 6, 30, 0, 36, 3, tzinfo=UTC)),
        ("date", "2017-06-30", datetime(2017, 6, 30, tzinfo=UTC)),
        ("Observed_At", "2017-06-30T02:36:03+02:00", datetime(2017, 6, 30, 0, 36, 3, tzinfo=UTC)),
    ],
)
def test_a_column_that_says_when_is_believed_and_not_the_files_date(
    tmp_path: Path, column: str, value: str, moment: datetime
) -> None:
    (fetched,) = batches(tmp_path, f"symbol,price_usd,{column}\nBTC,2500,{value}\n")
    assert fetched.batch.observed_at == [moment]
    (found,) = read("csv", fetched)["observed_at"]
    assert datetime.fromisoformat(found).astimezone(UTC) == moment if "T" in found or " " in found else found == value


def test_a_row_without_its_time_in_a_file_that_has_times_is_not_dated_by_the_file(tmp_path: Path) -> None:
    (fetched,) = batches(tmp_path, HEAD + "BTC,Bitcoin,1,2026-05-01\nETH,Ether,2,\n")
    assert read("csv", fetched)["observed_at"] == ["2026-05-01", None]


def test_a_large_file_comes_in_batches_of_bounded_memory(tmp_path: Path) -> None:
    rows = "".join(f"C{n},Coin {n},{n},2026-05-01\n" for n in range(csv.BATCH * 2 + 5))
    found = batches(tmp_path, HEAD + rows)
    assert [len(fetched.batch) for fetched in found] == [csv.BATCH, csv.BATCH, 5]


@pytest.mark.slow
def test_sixty_megabytes_of_tiny_rows_are_refused_within_bounds(tmp_path: Path) -> None:
    content = b"symbol,price_usd\n" + b"AX,1\n" * 12_000_000
    started = time.monotonic()
    with bounded_memory():
        error = fault(tmp_path, content)
    assert time.monotonic() - started < SECONDS * 2, MEGABYTES
    assert error.fault is Fault.TOO_LARGE
    assert "CSV_MAX_ROWS" in str(error)


def test_a_row_with_an_endless_value_is_refused_and_its_neighbours_are_taken(tmp_path: Path) -> None:
    rows = "BTC,Bitcoin,1,2026-05-01\nETH," + "x" * 200_000 + ",2,2026-05-01\nADA,Cardano,3,2026-05-01\n"
    (fetched,) = batches(tmp_path, HEAD + rows)
    assert fetched.batch.source_ids == ["BTC:Bitcoin", "ADA:Cardano"]
    assert [rejected.reasons for rejected in fetched.rejected] == [("a value has more than 100,000 characters",)]


def test_a_file_that_is_too_large_is_not_read_to_its_end_and_its_size_is_part_of_its_key(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"symbol,price_usd\n")
    os.truncate(large, 10**13)
    key = Inbox(tmp_path, most_bytes=1_000).partition_key(large)
    settings = Settings(csv_inbox=tmp_path, csv_max_bytes=1_000)
    with pytest.raises(SourceError, match="10,000,000,000,000 bytes. Split it, or raise CSV_MAX_BYTES"):
        fetch("csv", settings, key, file=large)
    os.truncate(large, 10**12)
    assert Inbox(tmp_path, most_bytes=1_000).partition_key(large) != key


def test_a_file_written_at_no_possible_time_is_refused_unless_its_rows_say_when() -> None:
    tmp_path = Path(tempfile.mkdtemp(dir="/dev/shm"))  # few file systems know such times
    for content, refused in (("symbol,price_usd\nBTC,1\n", True), (HEAD + "BTC,Bitcoin,1,2026-05-01\n", False)):
        path = tmp_path / "quotes.csv"
        path.write_text(content)
        os.utime(path, (2**33, 2**33 * 1_000))
        asked = Settings(csv_inbox=tmp_path), Inbox(tmp_path).partition_key(path)
        if refused:
            with pytest.raises(SourceError, match="at no possible time"):
                fetch("csv", *asked)
        else:
            assert len(fetch("csv", *asked)) == 1
    shutil.rmtree(tmp_path)


def test_only_regular_files_of_the_inbox_itself_are_opened(tmp_path: Path) -> None:
    inbox, elsewhere = tmp_path / "inbox", tmp_path / "secret.csv"
    inbox.mkdir()
    elsewhere.write_text("symbol,price_usd\nSECRET,1\n")
    key = Inbox(inbox).partition_key(elsewhere)
    (inbox / "link.csv").symlink_to(elsewhere)
    os.mkfifo(inbox / "pipe.csv")
    (inbox / "folder.csv").mkdir()
    assert Inbox(inbox).find_files() == []
    assert {path.name for path, _ in Inbox(inbox).unusable_files()} == {"link.csv", "pipe.csv", "folder.csv"}
    for hint in (elsewhere, inbox / "link.csv", inbox / ".." / "secret.csv"):
        with pytest.raises(SourceError, match="no file in .* has the content"):
            fetch("csv", Settings(csv_inbox=inbox), key, file=hint)


def test_what_a_refused_row_was_is_kept_with_its_place(tmp_path: Path) -> None:
    (fetched,) = batches(tmp_path, HEAD + "BTC,Bitcoin,1\n")
    (rejected,) = fetched.rejected
    assert rejected.origin == "quotes.csv:2"
    assert json.loads(rejected.payload)["row"].startswith("BTC,")
