"""`handlerum serve`: web workers, and one background worker that keeps the index."""

import os
import signal
import socket
import subprocess
import sys
import time
from typing import Annotated

import typer
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection
from granian import Granian
from granian.constants import Interfaces

from handlerum.cli.console import err, out, stop
from handlerum.core.database import look_after
from handlerum.exchange.example_services import load_example
from handlerum.knowledge.erasure_services import replay_erasures
from handlerum.organisations.queries import anybody
from handlerum.search.folder import Busy
from handlerum.search.services import catch_up

#: Seconds between two looks at the trail: what is shared can be found within one second.
_PAUSE = 0.3
_HOUR = 3600


def serve(
    host: Annotated[str, typer.Option(help="Adresse at lytte på.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Port.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Antal webprocesser.")] = 1,
) -> None:
    """Start Handlerum. Klargør selv database og filer, og lægger eksemplet ind, når der er tomt."""
    _must_be_free(host, port)
    _prepare()
    worker_process = subprocess.Popen(  # noqa: S603 - our own command and a number
        [sys.executable, "-m", "handlerum.cli.main", "worker", str(os.getpid())],
        start_new_session=True,
    )
    out.print(f"Handlerum kører på http://{host}:{port}  (stop med Ctrl+C)")
    try:
        Granian(
            "handlerum.config.asgi:application",
            address=host,
            port=port,
            interface=Interfaces.ASGINL,
            workers=workers,
            log_access=False,  # addresses of pages are nobody's business
            websockets=False,
        ).serve()
    finally:
        worker_process.terminate()
        worker_process.wait(timeout=10)


def worker(server: Annotated[int, typer.Argument(help="Serverens proces.")]) -> None:
    """Følg sporet og hold søgeindekset ved lige, til serveren er væk."""
    running = True

    def finish(*_: object) -> None:
        nonlocal running
        running = False

    signal.signal(signal.SIGTERM, finish)
    signal.signal(signal.SIGINT, finish)
    looked_after = time.monotonic()
    # A server that was killed leaves no orphan behind, also when it was killed while we started.
    while running and os.getppid() == server:
        try:
            catch_up()
            if time.monotonic() - looked_after > _HOUR:
                look_after()
                looked_after = time.monotonic()
        except Busy:
            time.sleep(_PAUSE)  # a command is rebuilding; it will be done some time
        except Exception as error:  # the next round may succeed; the text of errors stays unsaid
            err.print(f"Søgeindekset kunne ikke følge med: {type(error).__name__}")
            connection.close_if_unusable_or_obsolete()
            time.sleep(2)
        time.sleep(_PAUSE)


def _must_be_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            stop(f"Port {port} på {host} er optaget. Prøv en anden: PORT={port + 1} make run", 1)


def _prepare() -> None:
    if errors := [error for error in run_checks() if error.is_serious()]:
        told = "\n".join(f"{error.msg} {error.hint or ''} ({error.id})" for error in errors)
        stop(f"{told}\nHandlerum starter ikke, før det er rettet.", code=1)
    call_command("migrate", verbosity=0, interactive=False)
    if back := replay_erasures():
        out.print(f"En ældre database er lagt tilbage: {back} slettede bidrag er slettet igen.")
    look_after()
    call_command("collectstatic", verbosity=0, interactive=False)
    if not settings.HANDLERUM_PRODUCTION and not anybody():
        out.print(f"Tom database: lægger eksempelorganisationen ind ({load_example()} bidrag).")
