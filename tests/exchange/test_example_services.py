"""The example organisation: loaded once, whole, and honest about what it is."""

from collections import Counter
from importlib.resources import files
from typing import Any

import pytest
import yaml

from handlerum.exchange.example_services import PEOPLE, SLUG, load_example
from handlerum.knowledge.access import readable, visible
from handlerum.knowledge.models import Contribution, Link, Source
from handlerum.knowledge.queries import count_by_form
from handlerum.knowledge.terms import Form, Way
from handlerum.organisations.access import Denied, reader_of
from handlerum.organisations.models import Organisation
from handlerum.organisations.queries import example_people, reader_by_email
from handlerum.organisations.services import add_member, found_organisation, register
from handlerum.organisations.terms import Role
from handlerum.trail.queries import newest

pytestmark = pytest.mark.django_db


def entries(form: str) -> list[dict[str, Any]]:
    """The written collection of one form."""
    path = files("handlerum.exchange").joinpath("example", f"{form}.yaml")
    return list(yaml.safe_load(path.read_text("utf-8")))


def test_everything_written_is_there_shared_and_marked_as_an_example(example: int) -> None:
    written = [entry for form in Form.values for entry in entries(form)]

    assert example == Contribution.objects.count() == len(written) >= 60
    assert {row.title for row in Contribution.objects.all()} == {e["title"] for e in written}
    assert Link.objects.count() == sum(len(entry.get("links", [])) for entry in written) > 0
    assert set(Contribution.objects.values_list("state", "is_example")) == {("shared", True)}
    assert Organisation.objects.get().is_example


def test_every_form_and_every_way_has_enough_to_show_and_failures_too(example: int) -> None:
    forms, ways, outcomes = (
        Counter(Contribution.objects.values_list(of, flat=True))
        for of in ("form", "way", "outcome")
    )

    assert {form: forms[form] >= 8 for form in Form.values} == dict.fromkeys(Form.values, True)
    assert {way: ways[way] >= 6 for way in Way.values} == dict.fromkeys(Way.values, True)
    assert min(outcomes[word] for word in ("failed", "succeeded", "mixed", "unknown")) >= 2


def test_what_was_read_can_be_checked_and_what_is_composed_says_so(example: int) -> None:
    known = Contribution.objects.filter(form__in=["research", "statistics", "theory"])
    composed = Contribution.objects.filter(form__in=["experience", "narrative"])

    unchecked = [row.title for row in known.filter(way="reports") if not checkable(row.source)]
    assert unchecked == []
    assert [row.title for row in composed if "komponeret" not in row.context.lower()] == []


def checkable(source: Source | None) -> bool:
    """A page on the web, or a book with author, year and publisher."""
    if source is None or not source.title:
        return False
    book = source.authors and source.year and source.publisher
    return bool(book or source.url.startswith("https://"))


def test_example_people_sign_in_as_examples_only_and_find_every_form(example: int) -> None:
    assert [member.user.name for member in example_people()] == sorted(p.name for p in PEOPLE)
    for member in example_people():
        assert member.user.email.endswith(".example")
        assert not member.user.has_usable_password()
        assert reader_of(member).team_ids
        assert min(count_by_form(reader_of(member)).values()) >= 6


def test_what_is_a_teams_is_the_teams_and_another_organisation_sees_nothing(example: int) -> None:
    row = Contribution.objects.filter(audience="team", team__name="Ungeteamet")[0]
    away = found_organisation(slug="udeby", name="Udeby")
    carla = register(email="carla@test.example", name="Carla", password=None)

    assert readable(reader_by_email("bo@handlerum.example", SLUG), row.id) == row
    with pytest.raises(Denied):
        readable(reader_by_email("fatima@handlerum.example", SLUG), row.id)
    assert not visible(reader_of(add_member(away, carla, Role.ADMINISTRATOR))).exists()


def test_loading_again_changes_nothing(example: int) -> None:
    before = newest(), list(Contribution.objects.order_by("id").values())

    assert load_example() == 0

    assert (newest(), list(Contribution.objects.order_by("id").values())) == before
