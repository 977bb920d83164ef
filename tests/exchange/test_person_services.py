"""What one person told is handed out and erased in all rooms at once, or in none."""

import pytest

from cast import Cast, shared
from dilemmas.making import made, with_options
from handlerum.core.clock import now
from handlerum.dilemmas import services as dilemma_services
from handlerum.dilemmas.models import Digest, Dilemma, Option, Weighing
from handlerum.exchange.erased import Erased
from handlerum.exchange.person_services import erase_all, everything_of, replay_erasures
from handlerum.insight.services.nominating import nominate_contribution
from handlerum.knowledge import erasure_services
from handlerum.knowledge.models import Contribution
from handlerum.legislation.correction_services import correct
from handlerum.legislation.models import Correction, Subsection
from handlerum.organisations.access import reader_of
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.reflection.models import Session
from handlerum.reflection.services import note_option
from handlerum.reflection.telling import OptionTelling
from legislation.acts import stored
from practice.trying import asked, lead, tried
from reflection.sessions.making import at_step, joined, prepared, running, wrote
from sparring.talks import to_bo


def test_contributions_and_dilemmas_are_handed_out_together(cast: Cast) -> None:
    shared(cast), shared(cast, "bo", title="Bos"), made(cast), made(cast, "bo", question="Bos?")

    found = everything_of(cast.reader("anna"))

    assert [one["title"] for one in found["contributions"]] == ["Mødet på bænken"]
    assert [one["question"] for one in found["dilemmas"]] == [
        "Skal vi sige alt til arbejdsgiveren?"
    ]


def test_everything_goes_and_so_does_what_was_written_on_boards_of_others(cast: Cast) -> None:
    row, board = shared(cast), made(cast, "bo")
    made(cast)
    side = board.sides.all()[0]
    dilemma_services.weigh(cast.reader("anna"), side.id, row.id, "supports")
    with_options(cast, board)

    assert erase_all(cast.reader("anna")) == Erased(contributions=1, dilemmas=1)

    assert list(Dilemma.objects.all()) == [board]
    assert not any(table.objects.exists() for table in (Contribution, Weighing, Option))


def test_what_was_said_in_sessions_goes_too_and_the_options_of_both_rooms_are_handed_out(
    cast: Cast,
) -> None:
    board, session = made(cast, "bo"), at_step(cast, running(cast), 1)
    with_options(cast, board, 1)
    anna = joined(cast, session, "anna")
    wrote(anna, session)
    note_option(anna, session.id, OptionTelling("o", "Spørge", "after"))

    found = everything_of(anna)
    assert [one["text"] for one in found["options"]] == ["Mulighed 1"]
    assert [one["text"] for one in found["reflection"]["options"]] == ["Spørge"]
    assert erase_all(anna) == Erased(contributions=0, dilemmas=0, sessions=0)

    told = everything_of(anna)
    assert not any(told.pop("reflection").values())
    assert not told["options"]
    assert list(Session.objects.all()) == [session]


def test_how_somebody_reads_the_law_is_handed_out_and_goes_too(cast: Cast) -> None:
    stored()
    row = Subsection.objects.get(section__number="36 a")
    correct(cast.reader("anna"), row.id, "may", "Sådan gør vi her.")
    assert [one["reason"] for one in everything_of(cast.reader("anna"))["readings_of_law"]] == [
        "Sådan gør vi her."
    ]
    back = Correction.objects.values().get()

    assert erase_all(cast.reader("anna")) == Erased(contributions=0, dilemmas=0, readings=1)

    Correction.objects.create(**back)
    Correction.objects.update(at=back["at"])
    assert replay_erasures() == Erased(contributions=0, dilemmas=0, readings=1)
    assert not Correction.objects.exists()


def test_when_a_digest_was_sent_is_forgotten_once_nothing_is_followed(cast: Cast) -> None:
    anna, here = cast.reader("anna"), made(cast)
    elsewhere = reader_of(add_member(cast.away, cast.anna.user, Role.PRACTITIONER))
    there = made(cast, "carla")
    for reader, row in ((anna, here), (elsewhere, there)):
        dilemma_services.follow(reader, row.id)
    Digest.objects.create(user=cast.anna.user, cursor=1, at=now())

    erase_all(anna)
    assert Digest.objects.exists()  # it still says what she was told of the other organisation
    erase_all(elsewhere)

    assert not Digest.objects.exists()


def test_carla_erases_nothing_of_anna(cast: Cast) -> None:
    shared(cast), made(cast)

    assert not erase_all(cast.reader("carla"))

    assert (Contribution.objects.count(), Dilemma.objects.count()) == (1, 1)


def test_if_one_room_cannot_erase_none_does(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(_reader: object) -> int:
        raise OSError

    shared(cast), made(cast)
    monkeypatch.setattr(erasure_services, "erase_all", full_disk)

    with pytest.raises(OSError):
        erase_all(cast.reader("anna"))

    assert (Contribution.objects.count(), Dilemma.objects.count()) == (1, 1)


def test_a_dilemma_that_came_back_with_an_older_database_goes_again(cast: Cast) -> None:
    dilemma = made(cast)
    back = Dilemma.objects.filter(id=dilemma.id).values().get()
    erase_all(cast.reader("anna"))
    Dilemma.objects.create(**back)
    Dilemma.objects.update(created_at=back["created_at"])

    assert replay_erasures() == Erased(contributions=0, dilemmas=1)

    assert not replay_erasures()


def test_a_session_that_came_back_with_an_older_database_goes_again(cast: Cast) -> None:
    session = prepared(cast, "anna")
    made = session.created_at  # a new row would be given another
    erase_all(cast.reader("anna"))
    Session.objects.bulk_create([session])
    Session.objects.update(created_at=made)

    assert replay_erasures() == Erased(contributions=0, dilemmas=0, sessions=1)

    assert not Session.objects.exists()


def test_what_was_told_in_every_other_room_is_handed_out_and_goes_with_the_rest(
    cast: Cast,
) -> None:
    anna = cast.reader("anna")
    row = shared(cast, "bo")
    nominate_contribution(anna, row.id, "Det ændrede, hvordan vi mødes.")
    tried(cast), asked(cast, lead(cast))
    to_bo(cast)

    found = everything_of(anna)
    assert len(found["practice"]["trials"]) == len(found["sparring"]["questions"]) == 1
    assert found["insight"]["nominations"][0]["reason"].startswith("Det ændrede")

    erased = erase_all(anna)

    assert (erased.questions, erased.nominations, erased.trials) == (1, 1, 2)
    left = everything_of(anna)
    assert not any(left["insight"].values())
    assert not left["practice"]["trials"]
    assert not left["sparring"]["questions"]
