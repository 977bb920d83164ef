"""What came of a thing, and what led to it, through all rooms."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast, shared
from dilemmas.making import made, side_ids
from handlerum.dilemmas.services import weigh
from handlerum.insight.queries.paths import Walked, path_from
from handlerum.insight.rules.paths import MOST_FROM_ONE, How, Kind
from handlerum.organisations.access import Denied
from handlerum.practice.models import Basis, Look, Weighed
from handlerum.reflection.models import ActionOption, Participant, Session, Share
from handlerum.reflection.models import Entry as Said
from handlerum.trail.terms import Thing
from insight.telling import agreed, tried, versioned


def loop(cast: Cast) -> dict[str, int]:
    """From a contribution to a changed practice; the ids by what they are."""
    row = shared(cast, "anna", title="Begyndelsen")
    dilemma = made(cast)
    weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "supports")
    met = Session.objects.create(
        organisation=cast.home,
        facilitator=cast.dorte.user,
        method="dilemma-work",
        subject_kind="dilemma",
        subject_id=dilemma.id,
        question="Hvad gør vi?",
        audience="organisation",
    )
    outcome = shared(cast, "anna", title="Det gik galt")
    trial = tried(cast, origin_thing=Thing.SESSION, origin_id=met.id, contribution=outcome)
    practice = agreed(cast)
    Basis.objects.create(
        practice=practice, contribution=outcome, form=outcome.form, stance="supports"
    )
    versioned(practice, 2, origin_thing=Thing.TRIAL, origin_id=trial.id)
    return {
        "contribution": row.id,
        "dilemma": dilemma.id,
        "session": met.id,
        "trial": trial.id,
        "outcome": outcome.id,
        "practice": practice.id,
    }


def kinds(walked: Walked) -> list[tuple[str, int]]:
    return [(stop.place.kind.value, stop.distance) for stop in walked.path.stops]


def test_from_a_contribution_all_the_way_to_the_practice(cast: Cast) -> None:
    ids = loop(cast)

    walked = path_from(cast.reader("anna"), Kind.CONTRIBUTION, ids["contribution"])

    assert kinds(walked) == [
        ("contribution", 0),
        ("dilemma", 1),
        ("session", 2),
        ("trial", 3),
        ("contribution", 4),
        ("practice", 4),
    ]


def test_and_from_the_practice_all_the_way_back(cast: Cast) -> None:
    ids = loop(cast)

    walked = path_from(cast.reader("anna"), Kind.PRACTICE, ids["practice"])

    assert sorted(kinds(walked), key=lambda one: one[1])[0] == ("contribution", -4)
    assert kinds(walked)[-1] == ("practice", 0)
    assert len(kinds(walked)) == 6


def test_what_a_session_gave_and_what_opened_something_in_it(cast: Cast) -> None:
    ids = loop(cast)
    session = Session.objects.get(id=ids["session"])
    opener, given = shared(cast, "bo", title="Åbner"), shared(cast, "bo", title="Delt")
    who = Participant.objects.create(session=session, name="Bo", user=cast.bo.user)
    ActionOption.objects.create(
        session=session, participant=who, key="1", phase="after", contribution=opener
    )
    said = Said.objects.create(session=session, participant=who, key="2", step="s", kind="text")
    Share.objects.create(entry=said, contribution=given)
    Look.objects.create(practice_id=ids["practice"], session_id=session.id)

    walked = path_from(cast.reader("anna"), Kind.SESSION, session.id)

    hows = {stop.step.how for stop in walked.path.stops if stop.step}
    assert {How.OPENED, How.SHARED, How.LOOKED, How.MET_ABOUT} <= hows


def test_a_dilemma_leads_to_the_practice_that_it_was_weighed_for(cast: Cast) -> None:
    dilemma, practice = made(cast), agreed(cast)
    Weighed.objects.create(practice=practice, dilemma=dilemma)

    walked = path_from(cast.reader("anna"), Kind.DILEMMA, dilemma.id)

    assert kinds(walked) == [("dilemma", 0), ("practice", 1)]


def test_what_the_reader_may_not_see_is_counted_and_never_named(cast: Cast) -> None:
    row = shared(cast, "anna")
    team = made(cast, audience="team", question="Kun teamets spørgsmål?")
    own = made(cast, audience="me")
    for dilemma in (team, own):
        weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "supports")

    walked = path_from(cast.reader("erik"), Kind.CONTRIBUTION, row.id)

    assert kinds(walked) == [("contribution", 0)]
    assert walked.path.hidden == 1  # what Anna keeps to herself is not counted
    assert all("teamets" not in walked.title(place) for place in walked.rows)


@pytest.mark.parametrize("kind", list(Kind))
def test_an_outsider_meets_nothing(cast: Cast, kind: Kind) -> None:
    ids = loop(cast)

    with pytest.raises(Denied):
        path_from(cast.reader("carla"), kind, ids[kind.value])


def test_a_rehearsal_is_on_no_path(cast: Cast) -> None:
    ids = loop(cast)
    Session.objects.update(is_rehearsal=True)

    walked = path_from(cast.reader("anna"), Kind.DILEMMA, ids["dilemma"])

    assert all(kind != "session" for kind, _ in kinds(walked))


def test_queries_do_not_grow_with_rows(
    cast: Cast, django_assert_num_queries: Callable[[int], Any]
) -> None:
    ids = loop(cast)
    anna = cast.reader("anna")
    with CaptureQueriesContext(connection) as few:
        path_from(anna, Kind.CONTRIBUTION, ids["contribution"])

    for _ in range(12):
        weigh(anna, side_ids(made(cast))[1], ids["contribution"], "nuances")
        tried(cast, origin_thing=Thing.SESSION, origin_id=ids["session"])

    with django_assert_num_queries(len(few)):
        walked = path_from(anna, Kind.CONTRIBUTION, ids["contribution"])
    assert walked.path.start.more == 13 - MOST_FROM_ONE
    assert walked.by_time()[0].place.id == ids["contribution"]
