"""Who erases what they told leaves nothing behind but what others have built on."""

from cast import Cast, shared
from dilemmas.making import asked, choice, made, safety, side_ids, trust, with_options
from handlerum.dilemmas import services
from handlerum.dilemmas.erasure_services import erase_all, everything_of, replay_erasures
from handlerum.dilemmas.models import Consequence, Consideration, Dilemma, Option, Weighing
from handlerum.knowledge.erasure_services import erase
from handlerum.trail.models import Entry


def test_ones_own_dilemmas_go_and_so_does_what_one_wrote_on_others_boards(cast: Cast) -> None:
    bo, dilemma = cast.reader("bo"), made(cast)
    made(cast, "bo")
    services.weigh(bo, side_ids(dilemma)[0], shared(cast).id, "supports")
    (option, *_) = with_options(cast, dilemma, 2, by="bo")
    services.tell_consequence(bo, option.id, "citizen", "Noget")

    assert erase_all(bo) == 1

    assert list(Dilemma.objects.all()) == [dilemma]
    for table in (Weighing, Option, Consequence):
        assert not table.objects.exists()
    assert not any(everything_of(bo).values())
    assert Entry.objects.filter(verb="erased", thing="dilemma").count() == 1


def test_what_others_have_built_on_stays_and_becomes_theirs(cast: Cast) -> None:
    anna, bo = cast.reader("anna"), cast.reader("bo")
    known = made(cast, "bo").sides.all()[0].consideration_id
    dilemma = services.make(anna, asked(), [known, safety()])
    (option, *_) = with_options(cast, dilemma, by="bo")
    services.choose(anna, dilemma.id, choice(dilemma, option))

    erase_all(bo)

    assert [row.by_id for row in Option.objects.all()] == [anna.user_id]
    assert Consideration.objects.get(id=known).by_id == anna.user_id
    assert not any(everything_of(bo).values())


def test_everything_a_person_told_is_handed_out(cast: Cast) -> None:
    dilemma = made(cast, text="Hun vil selv.")
    with_options(cast, dilemma, 1)
    services.add_consideration(cast.reader("bo"), dilemma.id, trust(name="Kollegernes tid"))

    found = everything_of(cast.reader("anna"))

    assert [row["text"] for row in found["dilemmas"]] == ["Hun vil selv."]
    assert [row["name"] for row in found["considerations"]] == [trust().name, safety().name]
    assert [row["text"] for row in found["options"]] == ["Mulighed 1"]


def test_a_dilemma_that_came_back_with_an_old_database_is_erased_again(cast: Cast) -> None:
    dilemma = made(cast)
    back = Dilemma.objects.filter(id=dilemma.id).values().get()
    services.delete(cast.reader("anna"), dilemma.id)
    Dilemma.objects.create(**back)
    Dilemma.objects.update(created_at=back["created_at"])

    assert replay_erasures() == 1

    assert not Dilemma.objects.exists()


def test_another_dilemma_that_got_the_same_number_stays(cast: Cast) -> None:
    dilemma = made(cast)
    number = dilemma.id
    services.delete(cast.reader("anna"), number)
    Dilemma.objects.create(
        id=number, organisation=cast.home, owner=cast.anna.user, question="Et nyt?"
    )

    assert replay_erasures() == 0

    assert Dilemma.objects.filter(id=number).exists()


def test_an_erased_contribution_leaves_the_board(cast: Cast) -> None:
    dilemma, row = made(cast), shared(cast)
    services.weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "supports")

    erase(cast.reader("anna"), row.id)

    assert not Weighing.objects.exists()
    assert Dilemma.objects.filter(id=dilemma.id).exists()
