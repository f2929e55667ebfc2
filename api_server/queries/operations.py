"""What the operations side of the warehouse says: checkpoints, quarantine, the age of the data, upstream budgets."""

from __future__ import annotations

from typing import Any

from api_server.contract.reports import Checkpoint, Gaps, Ledger, Reason, Withdrawal
from api_server.queries.database import Database, as_records
from crypto_pipeline.warehouse.tables import JUDGED, JUDGEMENTS

CHECKPOINTS = (
    "select source, stream, stage, raw_seq, observed_at, run_id, updated_at from etl_checkpoints order by 1, 2, 3"
)
# A reason repeats the value that it refuses: without it, equal reasons are equal
REASONS = """
select source, stream, stage, regexp_replace(reason, '''[^'']*''', '…') as reason, count(*) as records,
       max(quarantined_at) as newest
from quarantine, unnest(reasons) as reason group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4 limit 200
"""
LEDGER = """
select source, stream, stage, count(distinct run_id), sum(received)::bigint, sum(stored)::bigint,
       sum(unchanged)::bigint, sum(quarantined)::bigint, max(recorded_at)
from ledger where recorded_at > now() - interval '24 hours' group by 1, 2, 3 order by 1, 2, 3
"""
AGES = """
select source, count(*) as coins, max(observed_at) as newest,
       extract(epoch from now() - max(observed_at))::float8 as age_seconds
from source_quotes join listings using (listing_id) group by source
union all
select source, count(*), max(published_at), extract(epoch from now() - max(published_at))::float8
from news_articles group by source
order by 1
"""
CALLS = "select upstream, calls, allowed from upstream_calls where month = to_char(now() at time zone 'UTC', 'YYYY-MM')"
BROUGHT = """
select exists (select from ledger where run_id = %(run_id)s and stage = 'raw' and stored > 0)
    or exists (select from withdrawals where by_run = %(run_id)s)
"""
# How each run's records stand that ever were withdrawn
LAST = """(
    select distinct on (run_id, source, stream) * from withdrawals order by run_id, source, stream, id desc
) as last"""
# The undo that has done already what undoing this run, or this undo, would do
UNDONE = f"""
select last.by_run from {LAST}
where (last.run_id = %(run_id)s and last.kind = 'withdrawn')
   or exists (select from withdrawals u where u.by_run = %(run_id)s and u.kind <> last.kind
              and (u.run_id, u.source, u.stream) = (last.run_id, last.source, last.stream))
limit 1
"""
UNDONE_RUNS = f"select run_id, max(by_run) from {LAST} where kind = 'withdrawn' group by run_id"
WITHDRAWALS = """
select run_id, source, stream, kind, records, by_run, known_at from withdrawals order by id desc limit 200
"""
GAPS = """
select source, count(*) filter (where answer is null), count(answer), count(distinct listing_id), min(day), max(day),
       coalesce(jsonb_object_agg(answer, answered) filter (where answer is not null), '{}')
from (select source, listing_id, day, answer, count(*) over (partition by source, answer) as answered
      from gaps join listings using (listing_id)) as found
group by source order by source
"""
GAPS_LEFT = """
select source, case when answer is null then 'open' else 'unfillable' end, count(*)
from gaps join listings using (listing_id) group by 1, 2
"""
PROMISES = "select source, min(stale_seconds) from streams group by source"
BACKUP_AGE = "select extract(epoch from now() - max(finished_at))::float8 from backups"
REVISION = "select version_num from alembic_version"
SERVER = "select current_setting('server_version'), current_user, pg_database_size(current_database())"


async def checkpoints(database: Database) -> dict[str, list[Checkpoint]]:
    """Source to its stages' checkpoints."""
    found: dict[str, list[Checkpoint]] = {}
    for source, *checkpoint in await database.fetch(CHECKPOINTS):
        found.setdefault(source, []).append(Checkpoint(*checkpoint))
    return found


async def reasons(database: Database) -> list[Reason]:
    """Why records are in quarantine, most frequent first."""
    return [Reason(*row) for row in await database.fetch(REASONS)]


async def ledger(database: Database) -> list[Ledger]:
    """What became of the records of the last 24 hours, by source and stage."""
    return [Ledger(*row) for row in await database.fetch(LEDGER)]


async def ages(database: Database) -> list[dict[str, Any]]:
    """For each source: how many coins or articles, the newest, and its age in seconds."""
    return as_records(("source", "records", "newest", "age_seconds"), await database.fetch_soon(AGES))


async def calls(database: Database) -> list[tuple[str, int, int]]:
    """Upstreams with the calls that were made in this calendar month (UTC), and those that are allowed (0: any)."""
    return [(upstream, made, allowed) for upstream, made, allowed in await database.fetch_soon(CALLS)]


async def gaps(database: Database) -> list[Gaps]:
    """What is missing of each source that misses something."""
    return [Gaps(*row) for row in await database.fetch(GAPS)]


async def gaps_left(database: Database) -> dict[tuple[str, str], int]:
    """Source and state (open, unfillable) to the number of gaps."""
    return {(source, state): count for source, state, count in await database.fetch_soon(GAPS_LEFT)}


async def promises(database: Database) -> dict[str, float]:
    """Source to the age in seconds that its newest record should not pass."""
    return {source: float(seconds) for source, seconds in await database.fetch(PROMISES)}


async def size(database: Database) -> int:
    """The bytes of the database."""
    ((_, _, size),) = await database.fetch(SERVER)
    return int(size)


async def backup_age(database: Database) -> float | None:
    """Seconds since the last backup was finished; None when there is none."""
    ((seconds,),) = await database.fetch(BACKUP_AGE)
    return None if seconds is None else float(seconds)


async def brought_something(database: Database, run_id: str) -> bool:
    """Whether a run has stored raw records, or was an undo."""
    ((found,),) = await database.fetch(BROUGHT, {"run_id": run_id})
    return bool(found)


async def undone_by(database: Database, run_id: str) -> str | None:
    """The id of the undo that has undone this run, or this undo, already."""
    rows = await database.fetch(UNDONE, {"run_id": run_id})
    return str(rows[0][0]) if rows else None


async def undone_runs(database: Database) -> dict[str, str]:
    """The runs that are withdrawn now, each with the id of its undo."""
    return dict(await database.fetch(UNDONE_RUNS))


async def withdrawals(database: Database) -> list[Withdrawal]:
    """Runs that were taken out of what is served, or back, newest first."""
    return [Withdrawal(*row) for row in await database.fetch(WITHDRAWALS)]


async def judgements(database: Database) -> dict[str, float]:
    """How the unified records were judged: see `tables.JUDGEMENTS`."""
    return dict(zip(JUDGED, (await database.fetch_soon(JUDGEMENTS))[0], strict=True))
