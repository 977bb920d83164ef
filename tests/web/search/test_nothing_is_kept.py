"""A situation is somebody's hardest moment: it stands in no address, no log and no table."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse

from cast import Cast, shared
from handlerum.config.env import HOME
from handlerum.search.services import catch_up
from web.pages import HTMX, ask, links, signed_in

SECRET = "Kvinden i stuen frygter torsdagens zebrasnak"
WORD = "zebrasnak"


class Kept(logging.Handler):
    """Keeps every record of every logger, as it would be written."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line with its traceback, and everything that was hung on the record."""
        self.lines += [self.format(record), repr(vars(record))]


@pytest.fixture
def log() -> Iterator[Kept]:
    """Everything that our settings let be logged, also where it does not propagate."""
    kept = Kept()
    named = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
    loggers = [logging.root, *named]
    for logger in loggers:
        logger.addHandler(kept)
    yield kept
    for logger in loggers:
        logger.removeHandler(kept)


def everything_sent(client: Any) -> list[Any]:
    """The situation in every way a browser sends it."""
    return [
        ask(client, SECRET),
        ask(client, SECRET, headers=HTMX),
        ask(client, "", citizen_now=SECRET, employer_tasks=SECRET),
        ask(client, SECRET, limit="12"),
        ask(client, f"{SECRET}\0"),
        ask(client, f"{SECRET} " * 200),
    ]


def test_no_address_holds_anything_of_the_situation(cast: Cast) -> None:
    shared(cast, "anna", title="Zebrasnak om torsdagen", text="Hun frygter torsdagens zebrasnak.")
    catch_up()

    for answer in everything_sent(signed_in(cast.anna)):
        assert WORD in answer.content.decode()
        assert "Location" not in answer.headers
        assert "Set-Cookie" not in answer.headers
        assert WORD not in " ".join(links(answer)).lower()
        assert "frygter" not in repr(answer.headers)


def test_a_situation_in_the_address_is_not_answered(cast: Cast) -> None:
    answer = signed_in(cast.anna).get(reverse("start"), {"situation": SECRET})

    assert answer.status_code == 200
    main, _, _ = answer.content.decode().partition("<footer")
    assert WORD not in main.partition("<main")[2]


def test_no_record_of_any_log_holds_the_situation(cast: Cast, log: Kept) -> None:
    everything_sent(signed_in(cast.anna))
    everything_sent(signed_in(cast.anna, enforce_csrf_checks=True))
    logging.getLogger("handlerum.web").info("kontrol")

    assert any("kontrol" in line for line in log.lines)
    assert not [line for line in log.lines if WORD in line]


def test_a_failure_of_ours_logs_no_situation(
    cast: Cast, log: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("noget gik i stykker")

    monkeypatch.setattr("handlerum.search.queries.by_ids", broken)
    anna = signed_in(cast.anna, raise_request_exception=False)

    answer = ask(anna, SECRET)

    assert answer.status_code == 500
    assert "Noget gik galt hos os" in answer.content.decode()
    assert WORD not in answer.content.decode()
    assert any("noget gik i stykker" in line for line in log.lines)
    assert not [line for line in log.lines if WORD in line]


@pytest.mark.django_db(transaction=True)
def test_no_table_holds_the_situation(transactional_db: None, cast: Cast) -> None:
    anna = signed_in(cast.anna)
    shared(cast, "anna", title="Giraffen")

    everything_sent(anna)

    kept = [repr(rows(table)) for table in connection.introspection.table_names()]
    kept += [repr(session.get_decoded()) for session in Session.objects.all()]
    assert any("Giraffen" in row for row in kept)
    assert not [row for row in kept if WORD in row]


@pytest.mark.django_db(transaction=True)
def test_no_file_holds_the_situation(
    transactional_db: None, cast: Cast, settings: LazySettings
) -> None:
    shared(cast, "anna", title="Giraffen")
    catch_up()

    everything_sent(signed_in(cast.anna))

    folders = [HOME, Path(settings.HANDLERUM_INDEX)]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    content = b"".join(file.read_bytes() for file in files).lower()
    assert content
    if connection.vendor == "sqlite":
        assert b"giraffen" in content
    assert WORD.encode() not in content


def rows(table: str) -> list[Any]:
    """Everything in a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return list(cursor.fetchall())


def test_no_model_has_a_place_for_a_situation() -> None:
    fields = {field.name for model in apps.get_models() for field in model._meta.get_fields()}
    assert not {name for name in fields if "situation" in name or "query" in name}
