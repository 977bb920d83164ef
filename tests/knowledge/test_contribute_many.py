"""Storing many contributions at once: as if each had been contributed alone."""

from dataclasses import replace

import pytest
from django.forms import model_to_dict

from cast import Cast, report, telling
from handlerum.knowledge.access import visible
from handlerum.knowledge.checking import check
from handlerum.knowledge.many_services import Arrival, contribute_many
from handlerum.knowledge.models import CONTENT_FIELDS, Contribution, Source, Version
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import contribute
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied
from handlerum.privacy.seen import Seen
from knowledge.stored import Trail, counts

LEFT_OUT = {"id", "import_key", "topics", "shared_at"}


def arrivals(cast: Cast, *tellings: Telling, by: str = "anna") -> list[Arrival]:
    """The tellings, checked for one of the cast."""
    found = check(tellings, cast.reader(by).team_ids, Seen())
    return [Arrival(checked, f"key:{number}") for number, checked in enumerate(found)]


def test_each_row_is_as_if_it_had_been_contributed_alone(cast: Cast) -> None:
    team = min(cast.reader("anna").team_ids)
    told = [report(), telling(), telling(title=" Kun os ", audience="team", team_id=team)]
    alone = [contribute(cast.reader("anna"), one) for one in told]

    ids = contribute_many(cast.reader("anna"), arrivals(cast, *told))

    for one, id_ in zip(alone, ids, strict=True):
        row = Contribution.objects.get(id=id_)
        before = model_to_dict(Contribution.objects.get(id=one.id), exclude=LEFT_OUT)
        assert model_to_dict(row, exclude=LEFT_OUT) == before
        assert set(row.topics.all()) == set(one.topics.all())
        assert row.created_at
        assert row.shared_at
        version, first = row.versions.get(), one.versions.get()
        names = (*CONTENT_FIELDS, "number", "audience", "team", "note")
        assert [getattr(version, n) for n in names] == [getattr(first, n) for n in names]


def test_the_trail_tells_of_each_in_turn(cast: Cast) -> None:
    trail = Trail()

    first, second = contribute_many(cast.reader("anna"), arrivals(cast, telling(), report()))

    assert trail.told == [
        (verb, "contribution", id_) for id_ in (first, second) for verb in ("created", "shared")
    ]


def test_a_source_told_of_before_or_twice_is_one_row(cast: Cast) -> None:
    contribute(cast.reader("anna"), report())
    other = SourceTelling(title="En anden rapport")

    contribute_many(
        cast.reader("anna"),
        arrivals(cast, report(), report(source=other), report(source=replace(other))),
    )

    assert Source.objects.count() == 2


def test_nothing_is_stored_when_one_may_not_be(cast: Cast) -> None:
    before = counts()

    with pytest.raises(Refused):
        contribute_many(
            cast.reader("anna"), arrivals(cast, telling(), telling(text="Cpr 010190-1234"))
        )

    assert counts() == before


def test_a_check_for_other_teams_does_not_count(cast: Cast) -> None:
    before = counts()

    with pytest.raises(Denied):
        contribute_many(cast.reader("carla"), arrivals(cast, telling(), by="anna"))

    assert counts() == before


def test_no_telling_stores_nothing(cast: Cast) -> None:
    before = counts()

    assert contribute_many(cast.reader("anna"), []) == []
    assert counts() == before


def test_carla_sees_none_of_it(cast: Cast) -> None:
    contribute_many(cast.reader("anna"), arrivals(cast, telling(), report()))

    assert not visible(cast.reader("carla")).exists()
    assert visible(cast.reader("bo")).count() == Version.objects.count() == 2
    assert {row.audience for row in visible(cast.reader("bo"))} == {Audience.ORGANISATION}


def test_the_number_of_questions_does_not_grow_with_the_rows(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    many = [telling(title=f"Nummer {number}") for number in range(60)]
    assert callable(django_assert_max_num_queries)

    with django_assert_max_num_queries(16):
        contribute_many(cast.reader("anna"), arrivals(cast, *many))
