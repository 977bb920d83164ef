"""Numbers that could point to somebody are not there at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.opinions.counting import Counts
from handlerum.reflection.problems import Refused, in_words
from handlerum.reflection.queries import state
from reflection.opinions.asking import ENDS, TWO, asking, choices, crowd, show, shown, statements
from reflection.opinions.planting import planted
from reflection.sessions.making import joined

SAID = {1: "agree", 0: "pass", -1: "disagree"}


def test_a_line_is_shown_from_five_marks(cast: Cast) -> None:
    few, enough = asking(cast, "line", ends=ENDS), asking(cast, "line", ends=ENDS)
    for session, number in ((few, 4), (enough, 5)):
        for n, who in enumerate(crowd(cast, session, number)):
            services.place_on_line(who, session.id, "do", n * 10)
        show(cast, session)

    dorte = cast.reader("dorte")
    assert shown(dorte, few).lines == {0: None}
    told = shown(dorte, enough).lines[0]
    assert told
    assert (told.median, told.answered) == (20, 5)


def test_marks_are_set_for_each_card_of_the_step_that_is_named(cast: Cast) -> None:
    session = asking(cast, "line", ends=ENDS, choices=TWO)
    people = crowd(cast, session, 6)
    first, second = choices(people[0], session)
    for who in people:
        services.place_on_line(who, session.id, "do", 100, first)
    services.place_on_line(people[0], session.id, "do", 0, second)
    show(cast, session)

    told = shown(people[0], session).lines
    assert list(told) == [first, second]
    assert [one and one.bins[-1] for one in told.values()] == [6, None]


def test_points_are_shown_from_five_people_and_must_be_the_whole_sum(cast: Cast) -> None:
    session = asking(cast, "allocation", choices=TWO)
    people = crowd(cast, session, 5)
    first, second = choices(people[0], session)
    for parts, said in (
        ({first: 60}, "Der er 40 point tilbage. Del dem også ud."),
        ({first: 101}, "Du har delt 1 point for meget ud. Tag det fra igen."),
        ({first: -1, second: 101}, "Det er ikke noget, der kan vælges her."),
        ({first: 50, second + 1000: 50}, "Det er ikke noget, der kan vælges her."),
    ):
        with pytest.raises(Refused) as refused:
            services.allocate(people[0], session.id, "do", parts)
        assert in_words(refused.value.problems[0]) == said
    for n, who in enumerate(people):
        services.allocate(who, session.id, "do", {first: 20 * n, second: 100 - 20 * n})
    show(cast, session)

    told = shown(people[0], session).shares
    assert [one.mean for one in told or ()] == [40, 60]


def test_points_of_four_are_not_shown(cast: Cast) -> None:
    session = asking(cast, "allocation", choices=TWO)
    people = crowd(cast, session, 4)
    for who in people:
        services.allocate(who, session.id, "do", {choices(who, session)[0]: 100})
    show(cast, session)

    assert shown(people[0], session).shares is None


def test_dots_are_summed_and_listed_by_what_they_lie_on(cast: Cast) -> None:
    session = asking(cast, "dots", choices=TWO)
    people = crowd(cast, session, 2)
    first, second = choices(people[0], session)
    services.lay_dots(people[0], session.id, "do", {first: 1, second: 2})
    services.lay_dots(people[1], session.id, "do", {second: 3})
    show(cast, session)

    assert shown(people[0], session).dots == {first: 1, second: 5}


def test_a_map_comes_with_eight_and_each_is_told_their_own_group_alone(cast: Cast) -> None:
    session = asking(cast, "statements")
    people = crowd(cast, session, 12)
    votes, groups = planted(12, statements=9, groups=2, seen=1.0)
    ids = statements(cast, session, joined(cast, session), 9)
    for who, statement, answer in votes:
        services.vote(people[who - 1], session.id, "do", ids[statement - 1], SAID[answer])
    show(cast, session)

    told = shown(people[0], session).opinions
    assert told
    assert told.map
    assert len(told.map.groups) == 2
    assert told.map.unites[0].statement == ids[0]
    letters = {n: state(who, session.id).mine.group for n, who in enumerate(people, 1)}
    assert {letters[n] for n, group in groups.items() if group == 0} != {
        letters[n] for n, group in groups.items() if group == 1
    }
    assert set(letters.values()) == {"A", "B"}
    assert state(cast.reader("bo"), session.id).mine.group == "", "Who did not vote is in none."


def test_seven_get_plain_numbers_and_four_none(cast: Cast) -> None:
    session = asking(cast, "statements", reveal="shared_at_once")
    people = crowd(cast, session, 7)
    first, second = statements(cast, session, people[0], 2)
    for n, who in enumerate(people):
        services.vote(who, session.id, "do", first, "agree" if n else "pass")
        if n < 4:
            services.vote(who, session.id, "do", second, "disagree")
    show(cast, session)

    told = shown(people[0], session).opinions
    assert told
    assert told.map is None
    counts = {one.id: one.counts for one in told.statements}
    assert counts == {first: Counts(6, 0, 1), second: None}


def test_a_statement_that_is_taken_back_takes_its_answers_along(cast: Cast) -> None:
    session = asking(cast, "statements", reveal="shared_at_once")
    people = crowd(cast, session, 5)
    (statement,) = statements(cast, session, people[0], 1)
    for who in people:
        services.vote(who, session.id, "do", statement, "agree")
    show(cast, session)
    assert shown(people[0], session).opinions
    services.withdraw(people[0], session.id, "entry", statement)

    told = shown(people[0], session)
    assert (told.entries, told.opinions and told.opinions.statements) == ((), ())


def test_how_many_queries_it_takes_does_not_depend_on_how_many_answered(cast: Cast) -> None:
    taken = []
    for number in (5, 9):
        session = asking(cast, "statements", choices=TWO)
        people = crowd(cast, session, number)
        for who in people:
            for statement in choices(who, session):
                services.vote(who, session.id, "do", statement, "agree")
        show(cast, session)
        for _ in range(2):
            with CaptureQueriesContext(connection) as made:
                state(people[0], session.id)
            taken.append(len(made))

    assert taken[0] == taken[2] > taken[1] == taken[3], "And it is counted once for all."
