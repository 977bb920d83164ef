"""Browsing what is shared, and filtering it."""

import pytest

from cast import Cast, drafted, report, shared
from handlerum.knowledge.queries import Wanted, browse, by_ids, count_by_form
from handlerum.knowledge.services import contribute, share, withdraw


def titles(cast: Cast, name: str = "anna", **wanted: object) -> list[str]:
    """Titles found for that reader, in order."""
    return [row.title for row in browse(cast.reader(name), Wanted(**wanted))]  # type: ignore[arg-type]


def test_the_newest_shared_comes_first(cast: Cast) -> None:
    first = drafted(cast, title="Skrevet først")
    shared(cast, title="Delt først")
    share(cast.reader("anna"), first.id)

    assert titles(cast) == ["Skrevet først", "Delt først"]


def test_drafts_and_withdrawn_are_not_shown_even_to_their_author(cast: Cast) -> None:
    drafted(cast)
    withdraw(cast.reader("anna"), shared(cast).id)

    assert titles(cast) == []


def test_carla_browses_her_own_organisation_alone(cast: Cast) -> None:
    shared(cast, "anna")
    shared(cast, "carla", title="Vores eget")

    assert titles(cast, "carla") == ["Vores eget"]


@pytest.fixture
def two(cast: Cast) -> Cast:
    """Two contributions that differ in every filter."""
    shared(cast, title="Støtte til ØVELSE", topics=("Angst",))
    contribute(cast.reader("bo"), report(title="Forskning i støtte", topics=("uro",)))
    return cast


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("form", "experience", "research"),
        ("way", "own_experience", "reports"),
        ("voice", "practitioner", "researcher"),
    ],
)
def test_each_fixed_word_filters(two: Cast, name: str, own: str, others: str) -> None:
    assert titles(two, words={name: own}) == ["Støtte til ØVELSE"]
    assert titles(two, words={name: others}) == ["Forskning i støtte"]
    assert titles(two, words={name: ""}) == ["Forskning i støtte", "Støtte til ØVELSE"]
    assert titles(two, words={name: "opfundet"}) == []


def test_how_it_went_filters(two: Cast) -> None:
    assert titles(two, words={"outcome": "failed"}) == ["Støtte til ØVELSE"]
    assert titles(two, words={"outcome": "succeeded"}) == []


@pytest.mark.parametrize("topic", ["angst", "ANGST", "Angst"])
def test_a_topic_filters_however_it_is_written(two: Cast, topic: str) -> None:
    assert titles(two, topic=topic) == ["Støtte til ØVELSE"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("øvelse", ["Støtte til ØVELSE"]),
        ("STØTTE", ["Forskning i støtte", "Støtte til ØVELSE"]),
        ("støtte forsk", ["Forskning i støtte"]),
        ("stotte", []),
        ("støtte angst", []),
        (".*", []),
        ("%", []),
        ("(", []),
        ("\\", []),
        ("  ", ["Forskning i støtte", "Støtte til ØVELSE"]),
    ],
)
def test_all_the_words_stand_in_the_title(two: Cast, words: str, found: list[str]) -> None:
    assert titles(two, title=words) == found


@pytest.mark.parametrize("title", ["100 % (af 5)?", "a_b", "C:\\vej", "[1] + 2", "~ & #"])
def test_signs_in_a_title_are_found_as_they_stand(cast: Cast, title: str) -> None:
    shared(cast, title=title)
    shared(cast, title="Noget helt andet")

    assert titles(cast, title=title) == [title]


def test_filters_narrow_together(two: Cast) -> None:
    shared(two, title="Støtte igen", topics=("angst",), outcome="succeeded")

    wanted = {"words": {"form": "experience", "outcome": "failed"}, "topic": "angst"}
    assert titles(two, **wanted, title="støtte") == ["Støtte til ØVELSE"]
    assert titles(two, **wanted, title="igen") == []


def test_a_contribution_with_many_topics_is_shown_once(cast: Cast) -> None:
    shared(cast, topics=("angst", "uro", "håb"))

    assert len(titles(cast)) == len(titles(cast, topic="uro")) == 1


def test_each_form_is_counted_as_far_as_the_reader_sees_it(two: Cast) -> None:
    shared(two, "anna", audience="team")
    drafted(two, "anna")

    nothing = {"statistics": 0, "theory": 0, "narrative": 0}
    assert count_by_form(two.reader("bo")) == {"experience": 2, "research": 1, **nothing}
    assert count_by_form(two.reader("erik")) == {"experience": 1, "research": 1, **nothing}
    assert set(count_by_form(two.reader("carla")).values()) == {0}


def test_by_ids_only_what_is_shared_with_the_reader_comes_back(cast: Cast) -> None:
    seen, team, hidden = shared(cast), shared(cast, audience="team"), drafted(cast)
    ids = [seen.id, team.id, hidden.id, 999_999]

    assert set(by_ids(cast.reader("anna"), ids)) == {seen.id, team.id}
    assert set(by_ids(cast.reader("erik"), ids)) == {seen.id}
    assert by_ids(cast.reader("carla"), ids) == {}
