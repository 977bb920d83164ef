"""What was agreed stays; what was said is forgotten in its time, unless it is kept on purpose."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cast import Cast, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied
from handlerum.reflection import models, services
from handlerum.reflection.models import Entry, Participant, Session
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import everything_of, state
from handlerum.reflection.telling import (
    AssumptionTelling,
    CarriedTelling,
    NextStepTelling,
    OptionTelling,
)
from handlerum.trail.models import Entry as TrailEntry
from reflection.sessions.making import at_step, guest, joined, prepared, running, wrote

COLLEAGUES = {"way": "colleagues", "participants": "Fire kolleger", "outcome": ""}


def full(cast: Cast) -> Session:
    """A session in which Bo wrote something of everything."""
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    row, piece = wrote(bo, session), shared(cast)
    opened = {"contribution_id": piece.id, "entry_id": row.id}
    services.note_option(bo, session.id, OptionTelling("o", "Spørge", "after", **opened))
    services.note_assumption(bo, session.id, AssumptionTelling("a", "At han vil", "before"))
    step = NextStepTelling("n", "Ringe først", cast.bo.user_id, due=date(2027, 1, 1))
    services.note_next_step(bo, session.id, step)
    services.carry_over(bo, session.id, CarriedTelling("c", "Hvem spurgte vi ikke?"))
    return session


def expired(cast: Cast, session: Session) -> None:
    """Close it, and let its days pass."""
    services.close(cast.reader("dorte"), session.id)
    Session.objects.update(keep_until=timezone.now() - timedelta(seconds=1))


def texts() -> list[str]:
    """Every text of the room that participants wrote."""
    tables: list[Any] = [models.Entry, models.ActionOption, models.Assumption]
    tables += [models.NextStep, models.CarriedOver]
    return [text for table in tables for text in table.objects.values_list("text", flat=True)]


def test_a_closed_session_is_kept_for_fourteen_days(cast: Cast) -> None:
    session = services.close(cast.reader("dorte"), running(cast).id)

    assert session.closed_at
    assert session.keep_until == session.closed_at + timedelta(days=14)
    assert services.forget_expired() == 0
    trail = TrailEntry.objects.filter(thing="session")
    assert list(trail.values_list("verb", flat=True)) == ["created", "closed"]


def test_what_was_said_is_forgotten_and_what_was_agreed_stays(cast: Cast) -> None:
    session = full(cast)
    expired(cast, session)

    assert services.forget_expired() == 1
    assert services.forget_expired() == 0

    assert [text for text in texts() if text] == ["Ringe først", "Hvem spurgte vi ikke?"]
    option = models.ActionOption.objects.get()
    assert (option.text, option.contribution) == ("", Contribution.objects.get())
    assert Participant.objects.count() == 0
    assert state(cast.reader("dorte"), session.id).common.next_steps[0].owner == "Bo"


def test_a_session_that_is_kept_on_purpose_is_not_forgotten(cast: Cast) -> None:
    session = full(cast)
    services.keep(cast.reader("dorte"), session.id)
    expired(cast, session)
    assert services.forget_expired() == 0

    services.keep(cast.reader("dorte"), session.id, kept=False)
    assert services.forget_expired() == 1


def test_what_its_writer_agreed_to_share_becomes_a_contribution_once(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    mentor, dorte = guest(cast, session), cast.reader("dorte")
    row = wrote(mentor, session)
    with pytest.raises(Refused):
        services.publish(dorte, session.id, row.id, telling(**COLLEAGUES))

    services.agree(mentor, session.id, row.id)
    made = services.publish(dorte, session.id, row.id, telling(**COLLEAGUES))
    assert services.publish(dorte, session.id, row.id, telling(**COLLEAGUES)) == made

    expired(cast, session)
    services.forget_expired()
    assert list(Contribution.objects.all()) == [made]


def test_an_agreement_is_the_writers_and_can_be_taken_back(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    row = wrote(bo, session)
    with pytest.raises(Denied):
        services.agree(cast.reader("dorte"), session.id, row.id)

    services.agree(bo, session.id, row.id)
    assert state(bo, session.id).mine.shared == {row.id}
    services.agree(bo, session.id, row.id, agreed=False)

    assert state(bo, session.id).mine.shared == frozenset()


def test_withdrawing_takes_the_agreement_with_it(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    row = wrote(bo, session)
    services.agree(bo, session.id, row.id)

    services.withdraw(bo, session.id, "entry", row.id)

    assert models.Share.objects.count() == 0


def test_a_guest_names_no_contribution_and_nobody_an_owner_from_elsewhere(cast: Cast) -> None:
    session, piece = running(cast), shared(cast)
    mentor, bo = guest(cast, session), joined(cast, session)

    with pytest.raises(Denied):
        services.note_option(
            mentor, session.id, OptionTelling("o", "Spørge", "after", contribution_id=piece.id)
        )
    with pytest.raises(Denied):
        services.note_next_step(
            bo, session.id, NextStepTelling("n", "Ringe", owner_id=cast.carla.user_id)
        )
    assert texts() == []


def test_erasing_a_session_leaves_no_row_of_it_and_replay_erases_it_again(cast: Cast) -> None:
    session = full(cast)
    made = session.created_at
    services.delete(cast.reader("dorte"), session.id)

    assert texts() == []
    assert Session.objects.count() == 0
    Session.objects.bulk_create([session])  # an older database was put back
    Session.objects.update(created_at=made)
    assert services.replay_erasures() == 1
    assert Session.objects.count() == 0


def test_a_person_erases_all_they_said_and_the_sessions_of_others_go_on(cast: Cast) -> None:
    session, own = full(cast), prepared(cast, "bo")
    told = everything_of(cast.reader("bo"))
    assert [row["text"] for row in told["entries"]] == ["Vi kunne vente en uge."]
    assert [row["id"] for row in told["sessions"]] == [own.id]

    assert services.erase_all(cast.reader("bo")) == 1

    assert texts() == []
    assert list(Session.objects.all()) == [session]
    assert not Participant.objects.filter(user=cast.bo.user).exists()


def test_who_erases_all_they_said_leaves_the_lead_to_the_next_on_the_rota(cast: Cast) -> None:
    session = full(cast)
    services.add_facilitator(cast.reader("dorte"), session.id, cast.anna.user_id)

    assert services.erase_all(cast.reader("dorte")) == 0

    assert Session.objects.get().facilitator_id == cast.anna.user_id
    assert Entry.objects.count() == 1
