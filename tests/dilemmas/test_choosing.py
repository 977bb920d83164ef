"""A choice stands on three options, has reasons, and says what is still owed."""

import pytest

from cast import Cast
from dilemmas.making import choice, chosen, made, rows, with_options
from handlerum.dilemmas import services
from handlerum.dilemmas.models import Choice, Consequence, FalseTest, Option
from handlerum.dilemmas.problems import Refused, in_words
from handlerum.dilemmas.queries import board
from handlerum.dilemmas.rules.choosing import pointing_at_false
from handlerum.dilemmas.telling import FalseTestTelling
from handlerum.dilemmas.terms import Question
from handlerum.organisations.access import Denied

NO = dict.fromkeys(Question.values, "no")


def test_it_keeps_the_reasons_and_the_residue(cast: Cast) -> None:
    dilemma = made(cast)

    made_choice = chosen(cast, dilemma)

    found = board(cast.reader("bo"), dilemma.id)
    assert found.choice == made_choice
    assert found.choice.owed_to == found.columns[1].consideration
    assert found.dilemma.state == "open"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"reasons": " "}, "reasons:missing"),
        ({"residue": ""}, "residue:missing"),
        ({"option_id": 999_999}, "option:missing"),
        ({"owed_to": 999_999}, "owed_to:missing"),
        ({"residue": "Ring til 010190-1234"}, "residue:identifies"),
    ],
)
def test_a_choice_without_its_parts_is_refused(
    cast: Cast, changed: dict[str, object], problem: str
) -> None:
    dilemma = made(cast)
    option = with_options(cast, dilemma)[0]
    before = rows()

    with pytest.raises(Refused) as refused:
        services.choose(cast.reader("anna"), dilemma.id, choice(dilemma, option, **changed))

    assert str(refused.value) == problem
    assert all(in_words(one) for one in refused.value.problems)
    assert rows() == before


def test_fewer_than_three_options_need_a_reason(cast: Cast) -> None:
    dilemma = made(cast)
    option = with_options(cast, dilemma, 2)[0]

    with pytest.raises(Refused, match="options:too_few_options"):
        services.choose(cast.reader("anna"), dilemma.id, choice(dilemma, option))

    why = choice(dilemma, option, why_fewer="Fristen er i dag.")
    assert services.choose(cast.reader("anna"), dilemma.id, why).why_fewer == "Fristen er i dag."


def test_an_option_of_another_dilemma_cannot_be_chosen(cast: Cast) -> None:
    dilemma = made(cast)
    with_options(cast, dilemma)
    elsewhere = with_options(cast, made(cast))[0]

    with pytest.raises(Refused, match="option:missing"):
        services.choose(cast.reader("anna"), dilemma.id, choice(dilemma, elsewhere))


def test_choosing_again_keeps_what_was_chosen_before(cast: Cast) -> None:
    dilemma = made(cast)
    first = chosen(cast, dilemma)
    second = services.choose(
        cast.reader("anna"), dilemma.id, choice(dilemma, Option.objects.all()[1])
    )

    assert board(cast.reader("bo"), dilemma.id).choices == (second, first)


def test_a_chosen_option_stays(cast: Cast) -> None:
    option = chosen(cast, made(cast)).option

    with pytest.raises(Refused, match="option:chosen"):
        services.remove_option(cast.reader("anna"), option.id)

    assert Option.objects.filter(id=option.id).exists()


def test_only_the_owner_chooses_and_says_where_the_dilemma_is(cast: Cast) -> None:
    dilemma = made(cast)
    option = with_options(cast, dilemma)[0]

    for attempt in (
        lambda bo: services.choose(bo, dilemma.id, choice(dilemma, option)),
        lambda bo: services.set_state(bo, dilemma.id, "dissolved"),
        lambda bo: services.remove_option(bo, option.id),
    ):
        with pytest.raises(Denied):
            attempt(cast.reader("bo"))

    assert not Choice.objects.exists()


def test_a_dilemma_with_a_choice_can_be_deleted(cast: Cast) -> None:
    dilemma = made(cast)
    chosen(cast, dilemma)

    services.delete(cast.reader("anna"), dilemma.id)

    assert not Choice.objects.exists()
    assert not Option.objects.exists()


def test_a_consequence_is_told_for_each_party_and_changed_by_who_told_it(cast: Cast) -> None:
    dilemma = made(cast)
    option = with_options(cast, dilemma)[0]
    bo = cast.reader("bo")
    services.tell_consequence(bo, option.id, "citizen", "Hun beholder ordet.")
    services.tell_consequence(bo, option.id, "employer", "De ved det ikke fra start.")
    services.tell_consequence(bo, option.id, "citizen", "Hun beholder ordet selv.")

    with pytest.raises(Refused, match="somebody_elses"):
        services.tell_consequence(cast.reader("dorte"), option.id, "citizen", "Nej.")
    with pytest.raises(Refused, match="bearer:missing"):
        services.tell_consequence(bo, option.id, "nobody", "Noget.")

    (first, *_) = board(bo, dilemma.id).options
    assert [(one.bearer, one.text) for one in first.consequences.all()] == [
        ("citizen", "Hun beholder ordet selv."),
        ("employer", "De ved det ikke fra start."),
    ]


def test_an_empty_consequence_takes_it_back(cast: Cast) -> None:
    option = with_options(cast, made(cast))[0]
    services.tell_consequence(cast.reader("bo"), option.id, "law", "Det må vi gerne.")

    assert services.tell_consequence(cast.reader("bo"), option.id, "law", " ") is None

    assert not Consequence.objects.exists()


def test_the_test_for_a_false_dilemma_points_and_people_conclude(cast: Cast) -> None:
    dilemma = made(cast)
    answers = NO | {"in_turn": "yes"}
    telling = FalseTestTelling(answers, "Først hende, så dem.", "unsure")

    row = services.test_false(cast.reader("bo"), dilemma.id, telling)

    assert pointing_at_false(row.answers) == (Question.IN_TURN,)
    assert board(cast.reader("anna"), dilemma.id).false_test == row
    assert dilemma.state == "open"


@pytest.mark.parametrize(
    ("telling", "problem"),
    [
        (FalseTestTelling({}, "", "real"), "side_wrong:missing"),
        (FalseTestTelling(NO | {"third_way": "maybe"}, "", "real"), "third_way:missing"),
        (FalseTestTelling(NO, "", "perhaps"), "verdict:missing"),
        (FalseTestTelling(NO, "010190-1234", "real"), "text:identifies"),
    ],
)
def test_a_test_without_all_answers_is_refused(
    cast: Cast, telling: FalseTestTelling, problem: str
) -> None:
    with pytest.raises(Refused, match=problem):
        services.test_false(cast.reader("anna"), made(cast).id, telling)

    assert not FalseTest.objects.exists()


def test_an_option_points_to_nobody_and_has_words(cast: Cast) -> None:
    dilemma = made(cast)
    for text, problem in (("", "text:missing"), ("Ring til 010190-1234", "text:identifies")):
        with pytest.raises(Refused, match=problem):
            services.add_option(cast.reader("bo"), dilemma.id, text)

    with_options(cast, dilemma, 12)
    with pytest.raises(Refused, match="options:too_many"):
        services.add_option(cast.reader("bo"), dilemma.id, "En til")
