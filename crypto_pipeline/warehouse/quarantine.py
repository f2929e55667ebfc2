"""The quarantine table: every record that was refused, with all reasons, and none twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from crypto_pipeline.records import Rejected
from crypto_pipeline.warehouse.writer import Stage, copy_rows


def quarantine(stage: Stage, rejected: Sequence[Rejected]) -> int:
    """Adds refused records to the stage's transaction. Returns how many were not there yet."""
    if not rejected:
        return 0
    stage.execute(
        "create temporary table incoming_rejects (source_id text, raw_seq bigint, payload text,"
        " content_hash bytea, reasons text[]) on commit drop"
    )
    copy_rows(
        stage.connection,
        "incoming_rejects",
        ("source_id", "raw_seq", "payload", "content_hash", "reasons"),
        ("text", "int8", "text", "bytea", "text[]"),
        (
            (
                None if r.source_id is None else r.source_id.replace("\0", "\\0"),
                r.raw_seq,
                # text cannot hold NUL or broken UTF-8: both are written as escapes
                r.payload.decode("utf-8", "backslashreplace").replace("\0", "\\0"),
                hashlib.sha256(r.payload).digest(),
                [reason.replace("\0", "\\0") for reason in r.reasons],
            )
            for r in rejected
        ),
    )
    return stage.change(
        """
        insert into quarantine
            (source, stage, source_id, raw_seq, payload, content_hash, reasons, run_id, quarantined_at)
        select %s, %s, source_id, raw_seq, payload, content_hash, reasons, %s, clock_timestamp()
        from incoming_rejects
        on conflict on constraint quarantine_content_key do nothing
        """,
        (stage.source, stage.name, stage.run_id),
    )
