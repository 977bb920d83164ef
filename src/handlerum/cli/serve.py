"""`handlerum serve`: web workers, and one background worker that keeps the index."""

import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from enum import StrEnum
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
from handlerum.dilemmas.digest_services import send_digests
from handlerum.exchange.example_services import load_example
from handlerum.exchange.person_services import replay_erasures
from handlerum.organisations.queries import anybody
from handlerum.practice.services.reminders import send_due
from handlerum.reflection.services import forget_expired
from handlerum.search.answer_services import forget_old_answers
from handlerum.search.folder import Busy
from handlerum.search.meaning import keeping as meaning
from handlerum.search.ports import Unavailable
from handlerum.search.services import catch_up
from handlerum.search.services import repair as repair_words
from handlerum.sparring.notice_services import send_notices

#: Seconds between two looks at the trail: what is shared can be found within one second.
_PAUSE = 0.3
_MINUTE, _HOUR = 60, 3600
#: Connections that may stand open in each process. Every phone in a session keeps one, and one
#: more than these would find nobody at home. So many may arrive before they are let in.
_OPEN, _ARRIVING = 20_000, 4096
#: The thread that sends mail.
_MAIL = "mail"


def serve(
    host: Annotated[str, typer.Option(help="Adresse at lytte på.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Port.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Antal webprocesser.")] = 1,
) -> None:
    """Start Handlerum. Klargør selv database og filer, og lægger eksemplet ind, når der er tomt."""
    _must_be_free(host, port)
    _prepare()
    _make_room()
    helpers = [_started(what) for what in Keeps]
    out.print(f"Handlerum kører på http://{host}:{port}  (stop med Ctrl+C)")
    try:
        Granian(
            "handlerum.config.asgi:application",
            address=host,
            port=port,
            interface=Interfaces.ASGINL,
            workers=workers,
            backlog=_ARRIVING,
            backpressure=_OPEN,
            log_access=False,  # addresses of pages are nobody's business
            websockets=False,
        ).serve()
    finally:
        for helper in helpers:
            helper.terminate()
        for helper in helpers:
            _ended(helper)


class Keeps(StrEnum):
    """What a worker keeps up to date. Two of them: words must never wait for meanings."""

    WORDS = "words"
    MEANING = "meaning"


def worker(
    server: Annotated[int, typer.Argument(help="Serverens proces.")],
    keeps: Annotated[Keeps, typer.Argument(help="Hvad der holdes ved lige.")] = Keeps.WORDS,
) -> None:
    """Følg sporet og hold søgeindekset ved lige, til serveren er væk."""
    running = True

    def finish(*_: object) -> None:
        nonlocal running
        running = False

    signal.signal(signal.SIGTERM, finish)
    signal.signal(signal.SIGINT, finish)

    def going() -> bool:
        # A server that was killed leaves no orphan behind, also if it was killed while we started.
        return running and os.getppid() == server

    repair, follow = _WORK[keeps]
    _tried(repair)
    looked_after = time.monotonic()
    while going():
        _tried(lambda: follow(going))
        if keeps is Keeps.WORDS and time.monotonic() - looked_after > _HOUR:
            _tried(_look_after)
            looked_after = time.monotonic()
        time.sleep(_PAUSE)


#: For each kind of worker: what it does when it starts, and what it does again and again.
_WORK: dict[Keeps, tuple[Callable[[], object], Callable[[Callable[[], bool]], object]]] = {
    Keeps.WORDS: (repair_words, lambda _going: catch_up()),
    Keeps.MEANING: (meaning.repair, lambda going: meaning.catch_up(going=going)),
}


def _tried(work: Callable[[], object]) -> None:
    try:
        work()
    except Busy:
        time.sleep(_PAUSE)  # a command is rebuilding; it will be done some time
    except Unavailable as error:
        err.print(f"Betydning er ikke til rådighed: {error}. Ordene svarer alene.", markup=False)
        time.sleep(_MINUTE)
    except Exception as error:  # the next round may succeed; the text of errors stays unsaid
        err.print(f"Søgeindekset kunne ikke følge med: {type(error).__name__}")
        connection.close_if_unusable_or_obsolete()
        time.sleep(2)


def _look_after() -> None:
    forget_expired()
    look_after()
    forget_old_answers()
    if not any(thread.name == _MAIL for thread in threading.enumerate()):
        # Apart: a slow mail server must not keep what was just shared from being found.
        threading.Thread(target=_send_mail, name=_MAIL, daemon=True).start()


def _send_mail() -> None:
    try:
        send_digests()
        send_notices()
        send_due()
    except Exception as error:  # the next hour may go better
        err.print(f"Mails kunne ikke sendes: {type(error).__name__}")
    finally:
        connection.close()


def _started(keeps: Keeps) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "handlerum.cli.main", "worker", str(os.getpid()), keeps.value]
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own command


def _ended(helper: subprocess.Popen[bytes]) -> None:
    """Wait for the end; what takes longer is broken off, and goes on at the next start."""
    try:
        helper.wait(timeout=10)
    except subprocess.TimeoutExpired:
        helper.kill()
        helper.wait()


def _make_room() -> None:
    """As many open connections as the system allows; many start with 1,024."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


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
        out.print(f"En ældre database er lagt tilbage: {back.total} slettede ting er slettet igen.")
    look_after()
    forget_expired()  # whoever runs it for an hour at a time must not wait for the worker
    call_command("collectstatic", verbosity=0, interactive=False)
    if not settings.HANDLERUM_PRODUCTION and not anybody():
        out.print(f"Tom database: lægger eksempelorganisationen ind ({load_example()} bidrag).")
