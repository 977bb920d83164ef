"""The overview counts what its reader may see, and nothing by person."""

from datetime import timedelta

import pytest

from cast import Cast, person, report, shared
from dilemmas.making import made as dilemma
from handlerum.core.clock import now
from handlerum.insight.queries import overview as queries
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute
from handlerum.organisations.access import Denied, reader_of
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.practice.terms import FlagReason
from insight.telling import tried
from practice.agreed import made as practice
from practice.trying import asked, lead

FIVE = ("anna", "bo", "dorte", "erik", "gitte")


def told_by_five(cast: Cast, **changed: object) -> None:
    for name in FIVE:
        shared(cast, name, **{"topics": ("møder",), **changed})


@pytest.mark.parametrize("name", ["anna", "bo", "erik"])
def test_it_is_for_those_who_work_with_the_whole(cast: Cast, name: str) -> None:
    with pytest.raises(Denied):
        queries.scope(cast.reader(name))


def test_what_five_people_told_is_counted_by_form_way_and_voice(cast: Cast) -> None:
    told_by_five(cast)
    contribute(cast.reader("gitte"), report())

    known = queries.knowing(queries.scope(cast.reader("dorte")))

    assert (known.told, known.few) == (6, False)
    assert known.form_and_way["experience", "own_experience"] == 5
    assert known.form_and_voice["research", "researcher"] == 1
    assert ("theory", "citizens") in known.quiet
    assert ("experience", "own_experience") not in known.quiet


def test_what_fewer_than_five_told_is_not_taken_apart(cast: Cast) -> None:
    for number in range(9):
        shared(cast, "anna", title=f"Nummer {number}")

    known = queries.knowing(queries.scope(cast.reader("dorte")))

    assert (known.told, known.few, known.cells, known.topics) == (9, True, [], [])


def test_what_is_shared_with_another_team_is_not_counted(cast: Cast) -> None:
    told_by_five(cast)
    shared(cast, "erik", audience="team")

    assert queries.knowing(queries.scope(cast.reader("dorte"))).told == 5


def test_a_small_team_cannot_be_looked_at_by_itself(cast: Cast) -> None:
    with pytest.raises(Denied):
        queries.scope(cast.reader("dorte"), team_id=cast.youth.id)
    for number in range(2):
        add_member(cast.home, person(f"ny{number}"), Role.PRACTITIONER, [cast.youth])

    dorte = reader_of(cast.dorte)

    assert queries.teams(dorte) == [(cast.youth.id, "Ungeteamet")]
    assert queries.scope(dorte, team_id=cast.youth.id).team_id == cast.youth.id
    with pytest.raises(Denied):
        queries.scope(dorte, team_id=cast.companies.id)


def test_topics_that_moved_are_told_with_what_they_were(cast: Cast) -> None:
    told_by_five(cast)
    told_by_five(cast, topics=("angst",))
    old = now() - timedelta(days=120)
    Contribution.objects.filter(topics__name="angst").update(shared_at=old)

    topics = queries.knowing(queries.scope(cast.reader("dorte"))).topics

    assert [(one.name, one.before, one.now) for one in topics] == [
        ("angst", 5, 0),
        ("møder", 0, 5),
    ]


def test_trials_that_failed_stand_beside_those_that_succeeded(cast: Cast) -> None:
    tried(cast)
    tried(cast, outcome="succeeded")
    tried(cast, state="under_way", outcome="", told_at=None)

    found = queries.trying(queries.scope(cast.reader("dorte")))

    assert found.outcomes == {"succeeded": 1, "failed": 1, "mixed": 0}
    assert (found.under_way, found.late) == (1, 0)


def test_practices_are_named_with_why_they_ask_for_a_look(cast: Cast) -> None:
    row = practice(cast)

    found = queries.agreed(queries.scope(cast.reader("dorte")))

    assert found.practices == 1
    assert found.reasons[FlagReason.NO_BASIS] == 1
    assert [one.id for one, _reasons in found.flagged] == [row.id]


def test_what_leadership_has_not_answered_is_named(cast: Cast) -> None:
    row = asked(cast, lead(cast))

    found = queries.asked(queries.scope(cast.reader("dorte")))

    assert (found.waiting, found.late) == (1, 0)
    assert [one.id for one in found.oldest] == [row.id]


def test_open_dilemmas_are_named_and_counted(cast: Cast) -> None:
    row = dilemma(cast)

    found = queries.weighing(queries.scope(cast.reader("dorte")))

    assert found.states["open"] == 1
    assert [one.id for one in found.open] == [row.id]


def test_of_sessions_with_few_people_only_their_number_is_told(cast: Cast) -> None:
    found = queries.room_for_action(queries.scope(cast.reader("dorte")))

    assert (found.sessions, found.few, found.after) == (0, True, 0)
