"""An answer can be made again, and nothing of what was asked is kept."""

import json
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import serializers
from django.utils import timezone

from cast import Cast, report, shared
from handlerum.knowledge.services import contribute
from handlerum.organisations.access import Denied
from handlerum.search.answer_services import forget_old_answers, respond
from handlerum.search.fairness import fared, newest, replay
from handlerum.search.models import GivenAnswer, Standing
from handlerum.search.services import catch_up

BENCH = "hemmelighedsfuld bænk ved kanalen"


@pytest.fixture
def several(cast: Cast) -> Cast:
    """A few forms that all speak."""
    for form in ("statistics", "research", "theory"):
        contribute(cast.reader("anna"), report(form=form, title=f"Bænken i {form}"))
    shared(cast)
    catch_up()
    return cast


def test_the_number_of_an_answer_gives_the_same_order_again(several: Cast) -> None:
    for _ in range(5):
        answer = respond(several.reader("bo"), BENCH)
        assert answer.number is not None

        again = replay(several.reader("gitte"), answer.number)

        shown = [place.piece.contribution for place in answer.places]
        assert [place.row for place in again.places] == shown
        assert [place.chance for place in again.places] == [
            round(place.piece.relevance, 4) for place in answer.places
        ]


def test_what_was_asked_and_who_asked_are_in_no_table(several: Cast) -> None:
    respond(several.reader("bo"), BENCH)

    stored = serializers.serialize("json", [*GivenAnswer.objects.all(), *Standing.objects.all()])

    assert "hemmelig" not in stored
    assert "user" not in json.dumps(json.loads(stored)[0]["fields"])
    fields = {field.name for field in GivenAnswer._meta.get_fields()}
    assert fields == {"id", "organisation", "at", "given"}


def test_forms_take_turns_at_the_first_place(several: Cast) -> None:
    firsts = {
        respond(several.reader("bo"), BENCH).places[0].piece.contribution.form for _ in range(8)
    }

    assert firsts == {"statistics", "research", "theory", "experience"}
    counted = {one.form.value: one for one in fared(several.reader("gitte"))}
    assert counted["narrative"].silent == 8
    assert all(0.9 < counted[form].exposure < 1.1 for form in firsts)
    assert sum(one.first for one in counted.values()) == 8


def test_only_an_administrator_of_the_organisation_may_look(several: Cast) -> None:
    number = respond(several.reader("bo"), BENCH).number or 0

    for outsider in ("bo", "anna", "dorte", "carla"):
        with pytest.raises(Denied):
            replay(several.reader(outsider), number)
    for colleague in ("bo", "anna", "dorte"):
        with pytest.raises(Denied):
            fared(several.reader(colleague))
    # Carla looks after another organisation, and sees its answers alone.
    assert newest(several.reader("carla")) == []
    assert all(one.spoke == 0 for one in fared(several.reader("carla")))


def test_an_administrator_sees_no_title_that_is_not_shared_with_them(cast: Cast) -> None:
    shared(cast, audience="team")
    catch_up()
    answer = respond(cast.reader("bo"), BENCH)

    (place,) = replay(cast.reader("gitte"), answer.number or 0).places

    assert place.row is None


def test_answers_are_forgotten_after_their_days(several: Cast, settings: LazySettings) -> None:
    respond(several.reader("bo"), BENCH)
    GivenAnswer.objects.update(at=timezone.now() - timedelta(days=91))
    respond(several.reader("bo"), BENCH)

    assert forget_old_answers() == 1
    assert len(newest(several.reader("gitte"))) == 1
