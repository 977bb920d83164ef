"""What is answered without words is counted, shown once, and never told of one person."""

from collections.abc import Callable

import pytest

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.access import Who
from handlerum.reflection.models import Entry, Session
from handlerum.reflection.problems import Refused, in_words
from handlerum.reflection.queries import state
from reflection.opinions.asking import ENDS, TWO, asking, choices, crowd, show, shown, statements
from reflection.sessions.making import joined, leader

Answer = Callable[[Who, Session], object]
#: For each kind: how one answers, and once more otherwise.
KINDS: dict[str, tuple[Answer, Answer]] = {
    "statements": (
        lambda who, s: services.vote(who, s.id, "do", choices(who, s)[0], "agree"),
        lambda who, s: services.vote(who, s.id, "do", choices(who, s)[0], "disagree"),
    ),
    "line": (
        lambda who, s: services.place_on_line(who, s.id, "do", 20, choices(who, s)[0]),
        lambda who, s: services.place_on_line(who, s.id, "do", 80, choices(who, s)[0]),
    ),
    "dots": (
        lambda who, s: services.lay_dots(who, s.id, "do", {choices(who, s)[0]: 2}),
        lambda who, s: services.lay_dots(who, s.id, "do", {choices(who, s)[1]: 1}),
    ),
    "allocation": (
        lambda who, s: services.allocate(who, s.id, "do", {choices(who, s)[0]: 100}),
        lambda who, s: services.allocate(who, s.id, "do", {choices(who, s)[1]: 100}),
    ),
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of answer."""
    return str(request.param)


def test_how_one_answered_is_nobody_elses_before_it_is_shown(cast: Cast, kind: str) -> None:
    session = asking(cast, kind, choices=TWO)
    bo, anna = joined(cast, session), joined(cast, session, "anna")

    KINDS[kind][0](bo, session)

    seen = state(anna, session.id)
    assert (seen.common.answers, seen.common.answered) == ((), 1)
    assert len(seen.common.entries) == 2, "What is there to choose among is everybody's."
    assert len(state(bo, session.id).mine.entries) == 1


def test_who_answers_again_changes_the_answer_until_it_is_shown(cast: Cast, kind: str) -> None:
    session = asking(cast, kind, choices=TWO)
    bo = joined(cast, session)
    first, second = KINDS[kind]
    first(bo, session)
    second(bo, session)
    assert Entry.objects.filter(kind__in=("vote", "line", "dots", "allocation")).count() == 1

    show(cast, session)

    with pytest.raises(Refused) as refused:
        first(bo, session)
    assert in_words(refused.value.problems[0]).startswith("Svarene er vist nu")
    with pytest.raises(Refused):
        first(joined(cast, session, "anna"), session)


def test_a_late_comer_answers_and_sees_what_the_others_see(cast: Cast, kind: str) -> None:
    session = asking(cast, kind, choices=TWO)
    KINDS[kind][0](joined(cast, session), session)
    (late,) = crowd(cast, session, 1)

    KINDS[kind][1](late, session)
    show(cast, session)

    assert shown(late, session).people == 2
    assert shown(late, session) == shown(cast.reader("bo"), session)


def test_an_answer_that_was_taken_back_is_not_counted_and_may_be_given_anew(
    cast: Cast, kind: str
) -> None:
    session = asking(cast, kind, choices=TWO)
    bo = joined(cast, session)
    KINDS[kind][0](bo, session)
    (row,) = state(bo, session.id).mine.entries
    services.withdraw(bo, session.id, "entry", row.id)
    assert state(bo, session.id).common.answered == 0

    KINDS[kind][1](bo, session)
    show(cast, session)

    assert shown(bo, session).people == 1


def test_a_step_that_is_taken_again_may_be_answered_otherwise(cast: Cast, kind: str) -> None:
    session = asking(cast, kind, choices=TWO)
    bo, dorte = joined(cast, session), leader(cast, session)
    KINDS[kind][0](bo, session)
    show(cast, session)

    services.go(dorte, session.id, "repeat", turn=0)
    assert state(bo, session.id).common.answers == ()
    KINDS[kind][1](bo, session)

    services.undo(dorte, session.id)
    assert shown(bo, session).people == 1


def test_only_who_leads_shows_the_answers_and_may_take_it_back(cast: Cast, kind: str) -> None:
    session = asking(cast, kind, choices=TWO)
    bo = joined(cast, session)
    KINDS[kind][0](bo, session)
    with pytest.raises(Denied):
        services.show_answers(bo, session.id, "do")

    show(cast, session)
    version = state(bo, session.id).version
    show(cast, session)
    assert state(bo, session.id).version == version, "Pressing twice changes nothing."
    services.undo(leader(cast, session), session.id)

    assert state(bo, session.id).common.answers == ()


def test_a_step_without_answers_has_none_to_show(cast: Cast) -> None:
    session = asking(cast, "talk")

    with pytest.raises(Refused):
        show(cast, session)
    private = asking(cast, "line", reveal="private", ends=ENDS)
    with pytest.raises(Refused):
        show(cast, private)


def test_a_closed_session_keeps_the_answers_that_were_shown(cast: Cast) -> None:
    session = asking(cast, "dots", choices=TWO)
    bo = joined(cast, session)
    KINDS["dots"][0](bo, session)
    show(cast, session)
    services.go(leader(cast, session), session.id, "next", turn=0)
    assert state(bo, session.id).common.answers == ()

    services.close(leader(cast, session), session.id)

    assert list(shown(bo, session).dots.values()) == [2, 0]


def test_statements_are_shown_before_they_are_answered(cast: Cast) -> None:
    session = asking(cast, "statements")
    bo = joined(cast, session)
    with pytest.raises(Refused):
        services.vote(bo, session.id, "do", 1, "agree")
    (statement, other) = statements(cast, session, bo, 2)

    services.vote(bo, session.id, "do", statement, "agree")
    assert state(bo, session.id).common.answers == ()
    services.withdraw(bo, session.id, "entry", other)
    show(cast, session)

    assert shown(bo, session).entries == (statement,)
