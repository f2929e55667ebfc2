"""What a source must remember from one load to the next: a feed's validators, how much the last good load had."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.engine import URL

from crypto_pipeline.catalog import ABSENT, FIRST_DAY
from crypto_pipeline.warehouse.connect import connect
from crypto_pipeline.warehouse.writer import Stage, sql_text


def read_state(url: URL, source: str) -> dict[str, tuple[str, datetime]]:
    """Key to value and when it was written (UTC)."""
    with connect(url) as connection:
        rows = connection.execute(
            sql_text("select key, value, updated_at from source_state where source = %s"), (source,)
        ).fetchall()
    return {key: (value, at) for key, value, at in rows}


def earliest(url: URL, source: str, key: str, day: date, *, lower: bool) -> date:
    """The day under this key: this one when there is none yet, or, with `lower`, when the one that is there is later.
    Returns it.
    """
    with connect(url) as connection:
        row = (
            connection.execute(
                "insert into source_state as s (source, key, value, updated_at) values (%s, %s, %s, clock_timestamp())"
                " on conflict (source, key) do update set value = excluded.value, updated_at = excluded.updated_at"
                " where %s and s.value > excluded.value returning value",
                (source, key, f"{day}", lower),
            ).fetchone()
            or connection.execute(
                "select value from source_state where (source, key) = (%s, %s)", (source, key)
            ).fetchone()
        )
    return date.fromisoformat(row[0]) if row else day


def save_state(stage: Stage, state: dict[str, str]) -> None:
    """Remembers values in the transaction that stores what they are about, never before it."""
    for key, value in state.items():
        stage.execute(
            "insert into source_state (source, key, value, updated_at) values (%s, %s, %s, clock_timestamp())"
            " on conflict (source, key) do update set value = excluded.value, updated_at = excluded.updated_at",
            (stage.source, key, value),
        )


def forget_last_load(stage: Stage) -> None:
    """Forgets what the source remembers of its last load; what holds for longer stays."""
    stage.execute(
        "delete from source_state where source = %s and key <> %s and not starts_with(key, %s)",
        (stage.source, FIRST_DAY, ABSENT),
    )
