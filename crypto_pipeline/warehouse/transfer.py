"""Tables copied from one database into another of the same schema, and both held to be the same.

By COPY's text form, table by table, so that the servers may be of different versions: a dump of a newer one cannot be
restored into an older one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

import psycopg

from crypto_pipeline.records import SaidError
from crypto_pipeline.warehouse.connect import DAGSTER_SCHEMA
from crypto_pipeline.warehouse.writer import literal, sql_text

OURS = ("public", DAGSTER_SCHEMA)
# How values are written as text, whatever the servers' settings are
WRITTEN = "set datestyle = 'ISO, MDY'; set intervalstyle = postgres; set bytea_output = hex; set extra_float_digits = 1"
MONTH = re.compile(r"(.+)_(\d{4})_(\d{2})")
# Rates of the last minute, by a library that makes its tables when it needs them
PASSING = r"ratelimit\_%"


class TransferError(SaidError):
    """The copy is not what it was copied from. The message says in what."""


@dataclass(frozen=True)
class Found:
    """A table: `name` is schema.name; `parts` are its months, or itself."""

    name: str
    columns: tuple[str, ...]
    parts: tuple[str, ...]
    needs: tuple[str, ...]  # tables that its foreign keys lead to

    @property
    def listed(self) -> str:
        """The columns for a statement."""
        return ", ".join(f'"{column}"' for column in self.columns)


def find_relations(connection: psycopg.Connection, *, sequences: bool = False) -> list[tuple[str, str]]:
    """What a database has besides the system's own, as (schema, name) in order: tables without their months, views, and
    sequences where they are asked for.
    """
    kinds = ["r", "p", "v", "m", "f", *(["S"] if sequences else [])]
    return connection.execute(
        "select nspname, relname from pg_class c join pg_namespace n on n.oid = relnamespace"
        " where relkind = any(%s) and not relispartition and nspname <> 'information_schema'"
        " and nspname not like 'pg\\_%%' order by 1, 2",
        (kinds,),
    ).fetchall()


def find_tables(connection: psycopg.Connection) -> dict[str, Found]:
    """The platform's and Dagster's tables, each after those that it refers to."""
    rows = connection.execute(
        """
        with named as (
            select c.oid, n.nspname || '.' || c.relname as name, c.relname, n.nspname, relkind, relispartition
            from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p'))
        select t.name, t.relkind = 'p',
               (select array_agg(attname order by attnum) from pg_attribute
                where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = ''),
               (select array_agg(p.name order by p.name)
                from pg_inherits join named p on p.oid = inhrelid where inhparent = t.oid),
               (select array_agg(distinct f.name) from pg_constraint k join named f on f.oid = confrelid
                where conrelid = t.oid and contype = 'f' and confrelid <> t.oid)
        from named t where nspname = any(%s) and not relispartition and relname not like %s
        """,
        (list(OURS), PASSING),
    ).fetchall()
    found = {
        name: Found(name, tuple(columns), tuple(parts or ([] if parted else [name])), tuple(needs or ()))
        for name, parted, columns, parts, needs in rows
    }
    return {name: found[name] for name in TopologicalSorter({t.name: t.needs for t in found.values()}).static_order()}


def months_of(table: Found) -> list[str]:
    """The months (`YYYY-MM`) that a table has parts of."""
    return [f"{month[2]}-{month[3]}" for part in table.parts if (month := MONTH.fullmatch(part))]


def copy_all(
    old: psycopg.Connection, new: psycopg.Connection, tables: Mapping[str, Found], say: Callable[[str], object]
) -> None:
    """Empties the tables of the new database and fills them from the old one; both connections are in a transaction."""
    there = find_tables(new)
    for table in tables.values():
        if table.name not in there or set(there[table.name].columns) != set(table.columns):
            raise TransferError(f"{table.name} is not there, or has other columns: both need the same version")
    for connection in (old, new):
        connection.execute(sql_text(WRITTEN))
    new.execute(sql_text(f"truncate {', '.join(tables)}"))
    for number, table in enumerate(tables.values(), 1):
        for part in table.parts:
            rows = _copy(old, new, part, table.listed)
            _take_mark(old, new, part)
            say(f"{part}: {rows:,} rows ({number} of {len(tables)} tables)")
    _set_sequences(old, new)


def compare(old: psycopg.Connection, new: psycopg.Connection, tables: Mapping[str, Found]) -> int:
    """Holds every row of every table against its copy; returns how many rows there are. Raises `TransferError`."""
    total = 0
    for table in tables.values():
        there, here = (digest_of(connection, table) for connection in (old, new))
        if there != here:
            raise TransferError(f"{table.name} has {there[0]:,} rows, its copy {here[0]:,}, or others")
        total += there[0]
    return total


def digest_of(connection: psycopg.Connection, table: Found) -> tuple[int, int]:
    """How many rows a table has, and the sum of their MD5s, which is the same whatever their order is."""
    (found,) = connection.execute(
        sql_text(
            "select count(*), coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)"
            f" from (select {table.listed} from {table.name}) t"
        )
    ).fetchall()
    return int(found[0]), int(found[1])


def _copy(old: psycopg.Connection, new: psycopg.Connection, part: str, columns: str) -> int:
    with new.cursor() as filled:
        with (
            old.cursor().copy(sql_text(f"copy {part} ({columns}) to stdout")) as rows,
            filled.copy(sql_text(f"copy {part} ({columns}) from stdin")) as into,
        ):
            for block in rows:
                into.write(block)
        return filled.rowcount


def _take_mark(old: psycopg.Connection, new: psycopg.Connection, part: str) -> None:
    """A month that lies in key order still does."""
    row = old.execute("select obj_description(%s::regclass)", (part,)).fetchone()
    if MONTH.fullmatch(part) and row and row[0]:
        new.execute(sql_text(f"comment on table {part} is {literal(row[0])}"))


def _set_sequences(old: psycopg.Connection, new: psycopg.Connection) -> None:
    """No number is given out twice."""
    names = old.execute(
        "select quote_ident(schemaname) || '.' || quote_ident(sequencename) from pg_sequences"
        " where schemaname = any(%s)",
        (list(OURS),),
    ).fetchall()
    for (name,) in names:
        row = old.execute(sql_text(f"select last_value, is_called from {name}")).fetchone()
        if row is not None:
            new.execute("select setval(%s::regclass, %s, %s)", (name, *row))
