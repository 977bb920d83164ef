"""Dots, places on a line and answers to statements: one each, counted and never named."""

import pytest

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.models import Entry
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import state, votes
from reflection.sessions.making import at_step, guest, joined, running, wrote


def test_dots_laid_again_replace_those_before(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo, mentor = joined(cast, session), guest(cast, session)
    first, second = wrote(bo, session).id, wrote(bo, session, "k2", text="Noget andet").id

    services.lay_dots(bo, session.id, "cards", {first: 3})
    services.lay_dots(bo, session.id, "cards", {first: 1, second: 2})
    services.lay_dots(mentor, session.id, "cards", {second: 1})

    services.lay_dots(mentor, session.id, "cards", {second: 3})

    laid = Entry.objects.filter(kind="dots").order_by("id")
    assert [row.value for row in laid] == [{str(first): 1, str(second): 2}, {str(second): 3}]
    assert len(state(bo, session.id).common.entries) == 2, "Dots are counted, not listed."


def test_nobody_has_more_dots_than_the_others(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    card = wrote(bo, session).id

    for dots in ({card: 4}, {card: 0}, {card: -1}, {card + 1000: 1}):
        with pytest.raises(Refused):
            services.lay_dots(bo, session.id, "cards", dots)


def test_dots_lie_on_no_card_that_is_hidden(cast: Cast) -> None:
    session = at_step(cast, running(cast), 2)
    bo = joined(cast, session)
    card = wrote(bo, session, step="silent").id

    with pytest.raises(Refused):
        services.lay_dots(guest(cast, session), session.id, "silent", {card: 1})


def test_a_place_on_the_line_may_be_changed_and_must_be_on_it(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    services.place_on_line(bo, session.id, "cards", 80)
    row = services.place_on_line(bo, session.id, "cards", 70)

    assert (Entry.objects.get(kind="line").id, row.value) == (row.id, {"place": 70})
    with pytest.raises(Refused):
        services.place_on_line(bo, session.id, "cards", 101)


def test_an_answer_to_a_statement_may_be_changed_and_counts_once(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    statement = wrote(bo, session, kind="statement").id

    services.vote(bo, session.id, "cards", statement, "agree")
    row = services.vote(bo, session.id, "cards", statement, "pass")

    assert votes(bo, session.id, "cards") == [(row.participant_id, statement, "pass")]
    assert Entry.objects.filter(kind="vote").count() == 1


def test_only_statements_are_voted_on_and_only_with_the_three_answers(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    card, statement = wrote(bo, session).id, wrote(bo, session, "k2", kind="statement").id

    for target, said in ((card, "agree"), (statement, "måske")):
        with pytest.raises(Refused):
            services.vote(bo, session.id, "cards", target, said)
