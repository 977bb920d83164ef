"""A dilemma is made of a question and two considerations, and changed by its owner alone."""

from typing import Any

import pytest

from cast import Cast
from dilemmas.making import asked, made, rows, safety, side_ids, trust
from handlerum.dilemmas import queries, services
from handlerum.dilemmas.models import Consideration, Dilemma
from handlerum.dilemmas.problems import Refused, in_words
from handlerum.dilemmas.rules.problem import Code
from handlerum.dilemmas.services.making import telling_of
from handlerum.dilemmas.telling import ConsiderationTelling, DilemmaTelling
from handlerum.knowledge.services import Stale
from handlerum.trail.models import Entry

PATTERN = "010190-1234"


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, Code]]:
    """What was refused; every problem can be said in words."""
    assert all(in_words(problem) for problem in refused.value.problems)
    return [(problem.field, problem.code) for problem in refused.value.problems]


def test_it_keeps_the_owners_words_and_the_order_of_the_sides(cast: Cast) -> None:
    dilemma = made(cast)

    assert telling_of(dilemma) == asked()
    assert [side.consideration.name for side in dilemma.sides.all()] == [
        trust().name,
        safety().name,
    ]
    assert dilemma.state == "open"
    assert list(Entry.objects.filter(thing="dilemma").values_list("verb", "thing_id")) == [
        ("created", dilemma.id)
    ]


@pytest.mark.parametrize(
    ("changed", "named", "problem"),
    [
        ({}, [trust()], ("considerations", Code.TOO_FEW_SIDES)),
        ({}, [trust()] * 9, ("considerations", Code.TOO_MANY)),
        ({}, [trust(), safety(name=" ")], ("considerations.1.name", Code.MISSING)),
        ({}, [trust(bearer="nobody"), safety()], ("considerations.0.bearer", Code.MISSING)),
        ({"question": ""}, [trust(), safety()], ("question", Code.MISSING)),
        ({"question": "x" * 201}, [trust(), safety()], ("question", Code.TOO_LONG)),
        ({"text": "\0"}, [trust(), safety()], ("text", Code.UNREADABLE_SIGNS)),
        ({"audience": "field"}, [trust(), safety()], ("audience", Code.MISSING)),
        ({"audience": "team"}, [trust(), safety()], ("audience", Code.TEAM_NOT_YOURS)),
        ({"text": PATTERN}, [trust(), safety()], ("text", Code.IDENTIFIES)),
        ({}, [trust(at_stake=PATTERN), safety()], ("considerations.0.at_stake", Code.IDENTIFIES)),
    ],
)
def test_nothing_is_stored_of_what_may_not_be_stored(
    cast: Cast,
    changed: dict[str, Any],
    named: list[ConsiderationTelling],
    problem: tuple[str, Code],
) -> None:
    before = rows()

    with pytest.raises(Refused) as refused:
        services.make(cast.reader("anna"), asked(**changed), named)

    assert codes(refused) == [problem]
    assert rows() == before


def test_what_points_to_a_person_may_be_kept_for_oneself_and_not_be_shared(cast: Cast) -> None:
    anna, kept = cast.reader("anna"), ((f"cpr:{PATTERN}", "keep"),)
    dilemma = made(cast, text=PATTERN, audience="me", kept=kept)

    with pytest.raises(Refused) as refused:
        services.edit(anna, dilemma.id, asked(text=PATTERN, kept=kept), version=1)

    assert codes(refused) == [("text", Code.TOO_DIRECT)]


def test_a_known_consideration_is_used_again_and_counted(cast: Cast) -> None:
    first = made(cast)
    known = first.sides.all()[0].consideration_id

    services.make(cast.reader("bo"), asked(question="Et andet?"), [known, safety()])

    times = {one.consideration.id: one.times for one in queries.considerations(cast.reader("bo"))}
    assert times[known] == 2
    assert Consideration.objects.count() == 3


def test_the_same_consideration_stands_in_a_dilemma_once(cast: Cast) -> None:
    dilemma = made(cast)
    known = dilemma.sides.all()[0].consideration_id

    with pytest.raises(Refused) as refused:
        services.reuse(cast.reader("anna"), dilemma.id, known)
    assert codes(refused) == [("considerations", Code.TWICE)]

    with pytest.raises(Refused) as refused:
        services.make(cast.reader("anna"), asked(), [known, known])
    assert codes(refused) == [("considerations", Code.TWICE)]


def test_what_others_told_a_team_is_not_taken_to_the_whole_organisation(cast: Cast) -> None:
    known = made(cast, audience="team").sides.all()[0].consideration_id

    with pytest.raises(Refused) as refused:
        services.make(cast.reader("bo"), asked(), [known, safety()])

    assert codes(refused) == [("considerations", Code.NOT_SO_WIDE)]
    team = asked(audience="team", team_id=cast.youth.id)
    services.make(cast.reader("bo"), team, [known, safety()])
    services.make(cast.reader("anna"), asked(), [known, safety()])


def test_anybody_who_reads_may_add_a_side_and_the_owner_may_take_it_away(cast: Cast) -> None:
    dilemma = made(cast)

    side = services.add_consideration(cast.reader("bo"), dilemma.id, trust(name="Kollegernes tid"))
    services.remove_side(cast.reader("anna"), side.id)

    assert len(side_ids(dilemma)) == 2
    assert not Consideration.objects.filter(name="Kollegernes tid").exists()
    with pytest.raises(Refused) as refused:
        services.remove_side(cast.reader("anna"), side_ids(dilemma)[0])
    assert codes(refused) == [("considerations", Code.TOO_FEW_SIDES)]


def test_a_consideration_is_changed_until_others_use_it(cast: Cast) -> None:
    known = made(cast).sides.all()[0].consideration_id
    anna = cast.reader("anna")
    services.edit_consideration(anna, known, trust(name="Selvbestemmelse"))
    services.make(cast.reader("bo"), asked(), [known, safety()])

    with pytest.raises(Refused) as refused:
        services.edit_consideration(anna, known, trust(name="Noget andet"))

    assert codes(refused) == [("consideration", Code.USED_BY_OTHERS)]
    assert Consideration.objects.get(id=known).name == "Selvbestemmelse"


def test_of_two_edits_at_once_the_second_is_stale(cast: Cast) -> None:
    dilemma, anna = made(cast), cast.reader("anna")
    services.edit(anna, dilemma.id, asked(text="Først"), version=1)

    with pytest.raises(Stale):
        services.edit(anna, dilemma.id, asked(text="Bagefter"), version=1)

    assert Dilemma.objects.get().text == "Først"
    assert Dilemma.objects.get().version == 2


def test_new_readers_do_not_get_what_others_wrote_for_the_old_ones(cast: Cast) -> None:
    dilemma = made(cast, audience="team")
    services.add_option(cast.reader("bo"), dilemma.id, "Ring sammen med hende.")

    with pytest.raises(Refused) as refused:
        services.edit(cast.reader("anna"), dilemma.id, asked(), version=1)

    assert codes(refused) == [("audience", Code.OTHERS_WROTE)]
    assert Dilemma.objects.get().version == 1


def test_deleting_leaves_a_line_and_no_consideration_that_nobody_uses(cast: Cast) -> None:
    dilemma, other = made(cast), made(cast)
    services.reuse(cast.reader("anna"), other.id, dilemma.sides.all()[0].consideration_id)

    services.delete(cast.reader("anna"), dilemma.id)

    assert list(Dilemma.objects.all()) == [other]
    assert Consideration.objects.count() == 3
    assert Entry.objects.filter(verb="erased", thing="dilemma", thing_id=dilemma.id).exists()


def test_dilemmas_are_listed_by_state_with_the_last_moved_first(cast: Cast) -> None:
    first, second = made(cast), made(cast)
    services.set_state(cast.reader("anna"), first.id, "lived_with")

    assert list(queries.listed(cast.reader("bo"))) == [first, second]
    assert list(queries.listed(cast.reader("bo"), "open")) == [second]
    with pytest.raises(ValueError, match="solved"):
        services.set_state(cast.reader("anna"), first.id, "solved")


def test_a_question_without_more_words_is_enough(cast: Cast) -> None:
    telling = DilemmaTelling("Hvornår er nok?", audience="me")
    assert services.make(cast.reader("anna"), telling, [trust(), safety()]).text == ""
