"""Two windows, two people, one moment: nobody's text is lost."""

from typing import Any

import pytest

from cast import Cast, drafted, report, shared, telling
from handlerum.knowledge.models import Contribution, Source, Topic, Version
from handlerum.knowledge.services import Stale, contribute, edit, share, withdraw
from handlerum.knowledge.telling import SourceTelling
from trail.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(ended: list[Any]) -> list[str]:
    """What ended, by kind, in alphabetical order."""
    return sorted(type(end).__name__ for end in ended)


def test_of_two_edits_at_once_one_is_kept_and_the_other_is_told(cast: Cast) -> None:
    row = shared(cast)
    reader = cast.reader("anna")

    ended = together(
        *(
            lambda title=title: edit(reader, row.id, telling(title=title), version=1)
            for title in ("Den ene", "Den anden", "Den tredje")
        )
    )

    assert kinds(ended) == ["Contribution", "Stale", "Stale"]
    [kept] = [end for end in ended if not isinstance(end, Stale)]
    stored = Contribution.objects.get(id=row.id)
    assert (stored.title, stored.version) == (kept.title, 2)
    assert list(Version.objects.filter(contribution=row).values_list("number", "title")) == [
        (2, kept.title),
        (1, row.title),
    ]


def test_a_draft_shared_while_it_is_edited_loses_neither(cast: Cast) -> None:
    row = drafted(cast, title="Før")
    reader = cast.reader("anna")

    edited, was_shared = together(
        lambda: edit(reader, row.id, telling(title="Efter"), version=0),
        lambda: share(reader, row.id),
    )

    stored = Contribution.objects.get(id=row.id)
    assert isinstance(was_shared, Contribution)
    assert (stored.state, stored.version) == ("shared", 1)
    assert stored.title == ("Før" if isinstance(edited, Stale) else "Efter")
    assert stored.versions.get().title == stored.title


def test_what_is_withdrawn_while_it_is_edited_stays_withdrawn(cast: Cast) -> None:
    row = shared(cast)
    reader = cast.reader("anna")

    together(
        lambda: edit(reader, row.id, telling(title="Ny"), version=1),
        lambda: withdraw(reader, row.id),
    )

    stored = Contribution.objects.get(id=row.id)
    assert (stored.state, stored.title) == ("withdrawn", "Ny")


def test_sharing_twice_in_one_moment_makes_one_version(cast: Cast) -> None:
    row = drafted(cast)

    ended = together(*(lambda: share(cast.reader("anna"), row.id),) * 2)

    assert kinds(ended) == ["Contribution", "Contribution"]
    assert [version.number for version in row.versions.all()] == [1]


def test_people_who_name_the_same_new_topic_and_source_are_all_heard(cast: Cast) -> None:
    told = report(topics=("fælles", "emne"), source=SourceTelling("Den samme kilde"))

    ended = together(
        *(lambda name=name: contribute(cast.reader(name), told) for name in ("anna", "bo", "erik"))
    )

    assert kinds(ended) == ["Contribution"] * 3
    assert Topic.objects.count() == 2
    assert Contribution.objects.filter(topics__name="emne").count() == 3
    later = contribute(cast.reader("dorte"), told)
    assert later.source == Source.objects.order_by("id")[0]
