"""What came of a session, and that what was said is gone from the file when its days are over."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from cast import Cast, make_cast, shared, telling
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.reflection.queries import afterwards, next_steps, summary
from handlerum.reflection.telling import NextStepTelling, OptionTelling
from reflection.sessions.making import at_step, guest, joined, prepared, running, wrote

MARK = "Hemmeligt kort om ventetid"


def test_the_days_are_chosen_when_it_is_prepared_and_told_afterwards(cast: Cast) -> None:
    session = prepared(cast, keep_days=30)
    dorte = cast.reader("dorte")
    services.start(dorte, session.id)
    assert afterwards(dorte, session.id).keep_until is None

    closed = services.close(dorte, session.id).closed_at

    told = afterwards(dorte, session.id)
    assert closed
    assert (told.keep_days, told.keep_until) == (30, closed + timedelta(days=30))
    services.keep(dorte, session.id)
    assert afterwards(dorte, session.id).is_kept


def test_a_summary_is_for_those_who_were_there_once_it_is_over(cast: Cast) -> None:
    session = running(cast)
    here = [joined(cast, session), guest(cast, session), cast.reader("dorte")]
    with pytest.raises(Denied):
        summary(here[0], session.id)

    services.close(cast.reader("dorte"), session.id)

    for who in here:
        assert summary(who, session.id).common.question == session.question
    for name in ("anna", "carla"):
        with pytest.raises(Denied):
            summary(cast.reader(name), session.id)


def test_a_summary_holds_what_opened_and_what_was_shared_for_everybody_present(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    row, teams = wrote(bo, session), shared(cast, audience="team")
    for number, piece in enumerate((shared(cast), teams)):
        told = OptionTelling(f"o{number}", "Spørge", "after", contribution_id=piece.id)
        services.note_option(bo, session.id, told)
    services.agree(bo, session.id, row.id)
    colleagues = {"way": "colleagues", "participants": "Fire kolleger", "outcome": ""}
    made = services.publish(dorte, session.id, row.id, telling(**colleagues))
    services.close(dorte, session.id)

    found = summary(bo, session.id)

    assert teams.id not in found.opened, "It is not for everybody present."
    assert len(found.opened) <= 1
    assert found.shared == (made,)


def test_next_steps_are_told_with_their_numbers(cast: Cast) -> None:
    session = running(cast)
    bo = joined(cast, session)
    told = NextStepTelling("n", "Ringe først", cast.bo.user_id, due=date(2027, 1, 1))
    row = services.note_next_step(bo, session.id, told)

    (one,) = next_steps(cast.reader("dorte"), session.id)

    assert (one.id, one.text, one.owner) == (row.id, "Ringe først", "Bo")
    with pytest.raises(Denied):
        next_steps(cast.reader("carla"), session.id)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL looks after its own files.")
def test_no_byte_of_what_was_said_is_left_in_the_file(tmp_path: Path) -> None:
    cast = make_cast()
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    for number in range(20):
        wrote(bo, session, f"k{number}", text=f"{MARK} {number}")
    services.close(cast.reader("dorte"), session.id)
    Session.objects.update(keep_until=timezone.now() - timedelta(seconds=1))
    assert MARK.encode() in _bytes(tmp_path / "before.sqlite3")

    assert services.forget_expired() == 1

    assert MARK.encode() not in _bytes(tmp_path / "after.sqlite3")


def _bytes(into: Path) -> bytes:
    """Every page of the database as it is, the free ones too."""
    connection.ensure_connection()
    with sqlite3.connect(into) as copy:
        connection.connection.backup(copy)
    return into.read_bytes()
