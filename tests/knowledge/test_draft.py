"""Keeping a telling for its author alone."""

from datetime import date

import pytest

from cast import Cast, drafted, report, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import draft, telling_of
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.organisations.access import Denied
from knowledge.stored import Trail, counts


def test_a_draft_is_kept_without_a_version_and_told_of_once(cast: Cast) -> None:
    trail = Trail()
    row = drafted(cast)

    stored = Contribution.objects.get()
    assert (stored.id, stored.state, stored.version, stored.shared_at) == (row.id, "draft", 0, None)
    assert (stored.author_id, stored.organisation_id) == (cast.anna.user_id, cast.home.id)
    assert not stored.versions.exists()
    assert trail.told == [("created", "contribution", row.id)]


@pytest.mark.parametrize("told", [telling(), report(), telling(law_date=date(2024, 1, 1))])
def test_everything_told_comes_back_as_it_was_told(cast: Cast, told: Telling) -> None:
    row = draft(cast.reader("anna"), told)

    kept = telling_of(Contribution.objects.get(id=row.id))
    assert kept == Telling(**{**_fields(told), "topics": tuple(sorted(told.topics))})


def _fields(told: Telling) -> dict[str, object]:
    return {name: getattr(told, name) for name in Telling.__dataclass_fields__}


def test_spaces_around_a_text_are_not_kept(cast: Cast) -> None:
    row = drafted(cast, title="  En titel ", text="\n\nEn tekst\n")

    assert (row.title, row.text) == ("En titel", "En tekst")


def test_a_source_without_a_title_is_kept_in_a_draft(cast: Cast) -> None:
    """Half of a source is still what somebody wrote."""
    half = SourceTelling(authors="En forsker", url="https://x.example/1")

    row = draft(cast.reader("anna"), report(source=half))

    assert telling_of(Contribution.objects.get(id=row.id)).source == half
    assert str(row.source) == "https://x.example/1 (En forsker)"


def test_a_team_is_kept_only_with_a_team_as_audience(cast: Cast) -> None:
    assert drafted(cast, audience="me", team_id=cast.youth.id).team is None
    assert drafted(cast, audience="team", team_id=cast.youth.id).team == cast.youth


def test_a_draft_may_answer_what_its_author_may_read(cast: Cast) -> None:
    target = shared(cast, "bo")
    trail = Trail()

    row = draft(cast.reader("anna"), telling(), answers=(target.id, "nuances"))

    link = row.links_out.get()
    assert (link.target, link.stance) == (target, "nuances")
    assert trail.told == [("created", "contribution", row.id), ("linked", "link", link.id)]


def test_a_draft_that_answers_what_is_not_for_its_author_is_not_kept(cast: Cast) -> None:
    hidden = drafted(cast, "bo")
    before = counts()

    with pytest.raises(Denied):
        draft(cast.reader("anna"), telling(), answers=(hidden.id, "nuances"))

    assert counts() == before


def test_nothing_of_a_refused_draft_is_kept(cast: Cast) -> None:
    before = counts()
    told = report(title="x" * 151, topics=("et nyt emne",), source=SourceTelling("En ny kilde"))

    with pytest.raises(Refused) as refused:
        draft(cast.reader("anna"), told)

    assert [(p.field, p.code.value) for p in refused.value.problems] == [("title", "too_long")]
    assert counts() == before
