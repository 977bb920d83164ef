"""Close, take back, erase, and turn a talk into a contribution."""

import pytest

from cast import Cast, drafted, shared
from handlerum.knowledge.services import discard
from handlerum.organisations.access import Denied
from handlerum.sparring.access import readable
from handlerum.sparring.models import Question, Reply
from handlerum.sparring.problems import Refused
from handlerum.sparring.queries import opened
from handlerum.sparring.services import accept, became, close, erase, withdraw, write
from handlerum.trail.models import Entry
from sparring.talks import fresh, rows, to_bo, to_topic


@pytest.mark.parametrize("name", ["anna", "bo"])
def test_either_of_the_two_closes(cast: Cast, name: str) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)

    close(cast.reader(name), question.id)

    assert (fresh(question).state, fresh(question).turn) == ("closed", "nobody")


def test_others_do_not_close_and_a_question_without_a_yes_is_taken_back_instead(cast: Cast) -> None:
    question = to_topic(cast)

    with pytest.raises(Refused, match="nobody_yet"):
        close(cast.reader("anna"), question.id)
    accept(cast.reader("bo"), question.id)
    for name in ("dorte", "erik", "carla"):
        with pytest.raises(Denied):
            close(cast.reader(name), question.id)


def test_what_is_taken_back_is_its_askers_alone(cast: Cast) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)

    withdraw(cast.reader("anna"), question.id)

    with pytest.raises(Denied):
        readable(cast.reader("bo"), question.id)
    assert opened(cast.reader("anna"), question.id).listed.question.state == "withdrawn"


def test_what_was_answered_is_not_taken_back(cast: Cast) -> None:
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det først.")

    with pytest.raises(Refused, match="has_answered"):
        withdraw(cast.reader("anna"), question.id)


def test_an_erased_question_leaves_a_line_in_the_trail_and_nothing_else(cast: Cast) -> None:
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det først.")

    erase(cast.reader("anna"), question.id)

    assert not Question.objects.exists()
    assert not Reply.objects.exists()
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.thing, entry.thing_id) == ("erased", "question", question.id)


@pytest.mark.parametrize("act", [withdraw, erase], ids=lambda act: str(act.__name__))
@pytest.mark.parametrize("name", ["bo", "erik", "gitte", "carla"])
def test_only_the_one_who_asked_takes_back_and_erases(cast: Cast, name: str, act: object) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)
    before = rows()

    with pytest.raises(Denied):
        act(cast.reader(name), question.id)  # type: ignore[operator]
    assert rows() == before


def test_the_contribution_one_of_the_two_made_is_kept_with_the_question(cast: Cast) -> None:
    question = to_bo(cast)
    write(cast.reader("bo"), question.id, "Øv det først.")
    first, second = shared(cast, "bo"), shared(cast, "anna")

    became(cast.reader("bo"), question.id, first.id)
    became(cast.reader("anna"), question.id, second.id)

    assert fresh(question).contribution == first
    assert opened(cast.reader("anna"), question.id).contribution == first


def test_a_draft_of_the_other_is_not_shown_and_a_discarded_one_can_be_made_anew(cast: Cast) -> None:
    question = to_bo(cast)
    accept(cast.reader("bo"), question.id)
    draft = drafted(cast, "bo")
    became(cast.reader("bo"), question.id, draft.id)
    assert opened(cast.reader("anna"), question.id).contribution is None

    discard(cast.reader("bo"), draft.id)

    assert fresh(question).contribution_id is None


def test_a_contribution_is_noted_by_the_two_alone_and_only_their_own(cast: Cast) -> None:
    question = to_topic(cast)
    with pytest.raises(Denied):
        became(cast.reader("anna"), question.id, shared(cast, "anna").id)
    accept(cast.reader("bo"), question.id)

    for name, by in (("dorte", "dorte"), ("erik", "erik"), ("anna", "bo")):
        with pytest.raises(Denied):
            became(cast.reader(name), question.id, shared(cast, by).id)
