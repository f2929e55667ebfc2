"""Quotes: their history (`market_quotes`), what corrections replaced (`quote_revisions`), and each listing's latest
(`source_quotes`).
"""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd

from crypto_pipeline.warehouse.candles import enter_spans
from crypto_pipeline.warehouse.listings import keep_up_listings
from crypto_pipeline.warehouse.tables import HISTORY_NUMBERS, QUOTE_NUMBERS
from crypto_pipeline.warehouse.writer import Stage, by_key

VALUE_COLUMNS = (*QUOTE_NUMBERS, "rank", "raw_seq")
HISTORY = ", ".join(("listing_id", "observed_at", "known_at", *HISTORY_NUMBERS, "rank", "raw_seq"))
# What of a quote must differ for a correction
SAID = f"array[{', '.join(HISTORY_NUMBERS)}, rank]::float8[]"


def store_quotes(stage: Stage, quotes: pd.DataFrame) -> int:
    """Adds quotes to the history, brings each listing's latest one up to date, and the names of the listings.

    Columns: listing_id (Int64), symbol, name (str), observed_at, known_at (datetime64[us, UTC]), `VALUE_COLUMNS`,
    latest (bool: the newest of its listing), again (bool: there are others of its moment). Of several that one moment
    has, those that say something else than the one before, by raw_seq, are corrections: the last is the quote, the
    others are its revisions. Neither the order in which the records come nor how often changes what is stored in the
    end.
    Returns how many were new or corrections.
    """
    numbers = ", ".join(f"{column} double precision" for column in QUOTE_NUMBERS)
    stage.copy_frame(
        "incoming",
        f"listing_id bigint, symbol text, name text, observed_at timestamptz, known_at timestamptz, {numbers},"
        " rank bigint, raw_seq bigint, latest boolean, again boolean",
        quotes[["listing_id", "symbol", "name", "observed_at", "known_at", *VALUE_COLUMNS, "latest", "again"]],
    )
    keep_up_listings(stage)
    stored = _add_history(stage)
    if stored:
        enter_spans(stage, "select listing_id, observed_at as moment from incoming")
    _update_latest(stage)
    # what lies before the latest has changed: how the coin was judged is to be looked at again
    stage.execute(
        "update source_quotes q set recheck = true from moments m where m.listing_id = q.listing_id and not recheck"
    )
    return stored


def _add_history(stage: Stage) -> int:
    # What was observed after everything that this source ever said is new unasked
    ((newest,),) = stage.fetch(
        "select max(observed_at) from source_quotes join listings using (listing_id) where source = %s", (stage.source,)
    )
    newest = newest or datetime.min.replace(tzinfo=UTC)
    added = stage.change(
        f"insert into market_quotes ({HISTORY}) select {HISTORY} from incoming where observed_at > %s and not again",
        (newest,),
    )
    stage.execute("drop table if exists pg_temp.moments")
    asked = stage.execute(
        "create temporary table moments on commit drop as"
        " select distinct listing_id, observed_at from incoming where observed_at <= %s or again",
        (newest,),
    )
    return added + (correct(stage) if asked else 0)


def correct(stage: Stage) -> int:
    """Stores the quotes of `moments` that something may be known of already."""
    stage.execute("analyze pg_temp.moments")
    stage.execute("drop table if exists pg_temp.known, pg_temp.steps")
    with by_key(stage):
        stage.execute(
            f"""
            create temporary table known on commit drop as
            select {HISTORY} from moments join market_quotes using (listing_id, observed_at)
            union all
            select {HISTORY} from moments join quote_revisions using (listing_id, observed_at)
            """
        )
    stage.execute(
        f"""
        create temporary table steps on commit drop as
        with given as (
            select {HISTORY}, {SAID} as said from incoming join moments using (listing_id, observed_at)
        ), known as (
            select {HISTORY}, {SAID} as said from known
        ), together as (
            -- what is read of one raw record now counts, not what was read of it once
            select * from known k where not exists (
                select from given g where (g.listing_id, g.observed_at, g.raw_seq)
                = (k.listing_id, k.observed_at, k.raw_seq))
            union all select * from given
        ), compared as (
            select *, lag(said) over (partition by listing_id, observed_at order by raw_seq) as before from together
        )
        select c.*, lead(c.known_at) over (partition by c.listing_id, c.observed_at order by c.raw_seq) as replaced_at,
               c.said is distinct from k.said as fresh
        from compared c left join known k on (k.listing_id, k.observed_at, k.raw_seq)
            = (c.listing_id, c.observed_at, c.raw_seq)
        where c.said is distinct from c.before
        """
    )
    ((fresh, gone),) = stage.fetch(
        """
        select (select count(*) from steps where fresh), exists (
            -- what was read of a record once, and is not any more
            select from known k where not exists (
                select from steps s where (s.listing_id, s.observed_at, s.raw_seq)
                = (k.listing_id, k.observed_at, k.raw_seq)))
        """
    )
    if fresh or gone:
        stage.execute("delete from quote_revisions r using moments m where (r.listing_id, r.observed_at)"
                      " = (m.listing_id, m.observed_at)")  # fmt: skip
        stage.change(
            f"insert into quote_revisions ({HISTORY}, replaced_at)"
            f" select {HISTORY}, replaced_at from steps where replaced_at is not null"
        )
        columns = ("known_at", *HISTORY_NUMBERS, "rank", "raw_seq")
        stage.change(
            f"""
            insert into market_quotes as m ({HISTORY}) select {HISTORY} from steps where replaced_at is null
            on conflict (listing_id, observed_at) do update
            set {", ".join(f"{column} = excluded.{column}" for column in columns)}
            """
        )
    return max(int(fresh), int(gone))


def _update_latest(stage: Stage) -> None:
    values = ("observed_at", *VALUE_COLUMNS)
    mine, theirs = (", ".join(f"{row}.{column}" for column in (*QUOTE_NUMBERS, "rank")) for row in ("s", "q"))
    stage.change(
        f"""
        merge into source_quotes s using (select * from incoming where latest) q on s.listing_id = q.listing_id
        when matched and (
            s.observed_at < q.observed_at
            or (s.observed_at = q.observed_at and s.raw_seq <= q.raw_seq and ({mine}) is distinct from ({theirs}))
        ) then update set {", ".join(f"{column} = q.{column}" for column in values)}
        when not matched then insert (listing_id, {", ".join(values)})
            values (q.listing_id, {", ".join(f"q.{column}" for column in values)})
        """
    )


def clear_touched(stage: Stage) -> None:
    """Empties the moments in `touched` (row: a source id, moment), and each listing's latest, which is read again, too:
    the latest quote has more than the history. Adds the latter to `touched`.
    """
    stage.execute(
        "create temporary table affected on commit drop as"
        " select distinct listing_id, t.key from touched t join listings l on l.source = %s and l.source_id = t.row",
        (stage.source,),
    )
    moments = "select listing_id, moment from touched t join listings l on l.source = %s and l.source_id = t.row"
    stage.execute("analyze touched")
    with by_key(stage):
        _empty(stage, moments, (stage.source,))
        stage.execute(
            "create temporary table latest on commit drop as select a.listing_id, a.key, q.observed_at as moment"
            " from affected a, lateral (select observed_at from market_quotes m where m.listing_id = a.listing_id"
            " order by observed_at desc limit 1) q"
        )
        _empty(stage, "select listing_id, moment from latest", ())
        stage.change("delete from source_quotes s using affected a where s.listing_id = a.listing_id")
    stage.execute("insert into touched (key, moment) select key, moment from latest")


def _empty(stage: Stage, moments: str, parameters: tuple[str, ...]) -> None:
    enter_spans(stage, moments, parameters)
    for table in ("market_quotes", "quote_revisions"):
        stage.change(
            f"delete from {table} q using ({moments}) m where (q.listing_id, q.observed_at) = (m.listing_id, m.moment)",
            parameters,
        )
