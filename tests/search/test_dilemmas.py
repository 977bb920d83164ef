"""Dilemmas beside an answer: known ones near the situation, and words that sound like a new one."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import Cast, shared
from dilemmas.making import made, side_ids
from handlerum.dilemmas import services
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.services.making import telling_of
from handlerum.dilemmas.telling import ConsiderationTelling
from handlerum.search.answer_services import respond
from handlerum.search.dilemmas import (
    MOST,
    _aside,
    catch_up_dilemmas,
    near,
    offered,
    repair_dilemmas,
    sounding,
)
from handlerum.search.lexical import asked
from handlerum.search.queries import gather
from handlerum.search.services import rebuild, repair

SITUATION = "Hun vil selv fortælle det, men arbejdsgiveren spørger os om alt"
BENCH = "hun tør ikke gå gennem døren, så vi mødes på bænken"


def found(cast: Cast, who: str = "bo", situation: str = SITUATION) -> list[Dilemma]:
    return near(cast.reader(who), asked(situation))


def test_a_dilemma_near_the_situation_is_found_and_a_distant_one_is_not(cast: Cast) -> None:
    assert not catch_up_dilemmas()
    assert found(cast) == []
    dilemma = made(cast)
    made(cast, question="Skal kantinen servere kød?", text="Nogle spiser det ikke.")
    assert catch_up_dilemmas()
    assert not catch_up_dilemmas()

    assert found(cast) == [dilemma]
    assert found(cast, situation="glutenfri kagebagning i haven") == []


def test_a_dilemma_is_found_by_its_considerations_and_what_is_at_stake(cast: Cast) -> None:
    dilemma = made(cast)
    told = ConsiderationTelling("Kollegernes arbejdsro", "colleagues", "Overarbejde i julen.")
    services.add_consideration(cast.reader("bo"), dilemma.id, told)
    catch_up_dilemmas()

    assert found(cast, situation="arbejdsro") == found(cast, situation="julen") == [dilemma]


def test_a_dilemma_is_found_by_those_who_may_read_it_alone(cast: Cast) -> None:
    mine = made(cast, audience="me")
    team = made(cast, audience="team")
    catch_up_dilemmas()

    assert set(found(cast, "anna")) == {mine, team}
    assert found(cast, "bo") == [team]
    assert found(cast, "erik") == found(cast, "carla") == []


def test_the_tables_have_the_last_word_while_the_index_lags(cast: Cast) -> None:
    dilemma, gone = made(cast), made(cast)
    catch_up_dilemmas()
    Dilemma.objects.filter(id=dilemma.id).update(audience="me")
    services.delete(cast.reader("anna"), gone.id)

    assert found(cast, "bo") == []
    assert found(cast, "anna") == [dilemma]


def test_new_words_are_found_and_what_is_laid_on_the_board_builds_nothing(cast: Cast) -> None:
    dilemma = made(cast)
    catch_up_dilemmas()
    services.weigh(cast.reader("bo"), side_ids(dilemma)[0], shared(cast).id, "supports")
    services.add_option(cast.reader("bo"), dilemma.id, "Spørg hende først.")
    assert not catch_up_dilemmas()

    told = telling_of(dilemma)
    changed = type(told)("Skal kantinen servere kød?", "", told.audience, None)
    services.edit(cast.reader("anna"), dilemma.id, changed, version=1)

    assert catch_up_dilemmas()
    assert found(cast, situation="kød i kantinen") == [dilemma]


def test_a_damaged_index_is_noticed_and_built_again(cast: Cast) -> None:
    dilemma = made(cast)
    catch_up_dilemmas()
    assert repair_dilemmas()
    store = next(_aside.root.glob("*/dilemmas/*.store"))
    store.write_bytes(store.read_bytes()[:-9])

    assert not repair_dilemmas()
    assert found(cast) == []
    assert catch_up_dilemmas()
    assert found(cast) == [dilemma]


def test_it_is_kept_with_the_index_of_contributions(cast: Cast, indexed: Callable[[], int]) -> None:
    dilemma = made(cast)
    indexed()
    rebuild(lambda _done, _total: None)
    repair()

    assert found(cast) == [dilemma]


def test_an_answer_offers_at_most_three_and_no_form_loses_a_place(
    cast: Cast, indexed: Callable[[], int]
) -> None:
    texts = ["Bænken ved kanalen.", "Mødet i parken.", "Bag huset.", "En rød dør."]
    rows = {shared(cast, text=text, learned="").id for text in texts}
    indexed()
    before = respond(cast.reader("bo"), BENCH)
    for _ in range(5):
        made(cast, question="Skal vi mødes på bænken?", text="Døren er svær.")
    indexed()

    answer = respond(cast.reader("bo"), BENCH)

    assert len(answer.dilemmas.known) == MOST == 3
    shown = [[place.piece.contribution.id for place in one.places] for one in (before, answer)]
    assert shown[0] == shown[1]
    assert set(shown[1]) == rows


def test_more_dilemmas_ask_the_database_no_more(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        made(cast)
    catch_up_dilemmas()
    reader = cast.reader("bo")

    with django_assert_num_queries(3):
        rows = near(reader, asked(SITUATION))
        assert [len(row.sides.all()) for row in rows] == [2, 2, 2]


def test_words_that_sound_like_a_dilemma_are_marked_where_they_stand() -> None:
    before, after = "Vi talte længe om det. " * 9, " Og så gik vi hjem." * 9
    text = f"{before}På den ene side vil hun, på den anden side tør hun ikke.{after}"

    (one,) = sounding(text)

    assert one.said == "To sider bliver sat op mod hinanden"
    marked = [segment.text for segment in one.segments if segment.marked]
    assert marked == ["På den ene side", "på den anden side"]
    said = "".join(segment.text for segment in one.segments)
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert said.strip("… ") in text
    assert len(said) < 250


def test_two_halves_far_apart_are_shown_with_a_gap_between() -> None:
    text = f"På den ene side vil hun. {'Det er længe siden. ' * 20}På den anden side tør hun ikke."

    (one,) = sounding(text)

    assert [segment.text for segment in one.segments if segment.marked] == [
        "På den ene side",
        "På den anden side",
    ]
    assert " … " in [segment.text for segment in one.segments]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", 0),
        ("Vi mødes på bænken.", 0),
        ("Et dilemma. Et dilemma mere. Og et dilemma.", 1),
        ("Et dilemma, i klemme mellem to, men samtidig på bekostning af nogen.", 3),
    ],
)
def test_each_kind_of_sign_is_shown_once_and_never_more_than_three(text: str, signs: int) -> None:
    assert len(sounding(text)) == signs


def test_what_sounds_like_a_dilemma_is_offered_and_nothing_is_made(
    cast: Cast, indexed: Callable[[], int]
) -> None:
    shared(cast)
    indexed()

    assert gather(cast.reader("bo"), f"{BENCH}, men samtidig haster det").dilemmas.sounds
    assert not offered(cast.reader("bo"), BENCH)
    assert not Dilemma.objects.exists()
