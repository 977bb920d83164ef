"""What one person told is handed out and erased in all rooms at once, or in none."""

import pytest

from cast import Cast, shared
from dilemmas.making import made, with_options
from handlerum.dilemmas import services as dilemma_services
from handlerum.dilemmas.models import Dilemma, Option, Weighing
from handlerum.exchange import person_services
from handlerum.exchange.person_services import Erased, erase_all, everything_of, replay_erasures
from handlerum.knowledge.models import Contribution


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


def test_carla_erases_nothing_of_anna(cast: Cast) -> None:
    shared(cast), made(cast)

    assert not erase_all(cast.reader("carla"))

    assert (Contribution.objects.count(), Dilemma.objects.count()) == (1, 1)


def test_if_one_room_cannot_erase_none_does(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(_reader: object) -> int:
        raise OSError

    shared(cast), made(cast)
    monkeypatch.setattr(person_services.knowledge, "erase_all", full_disk)

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
