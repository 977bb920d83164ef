"""What stands in the way of storing or sharing a telling."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cast import report, telling
from handlerum.knowledge.rules import Code, Problem, problems
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Form, Voice, Way

MINE = frozenset({3, 4})
#: Ordinary words in any order: what a name could be, a model decides (tests/privacy/names).
WORDS = st.lists(
    st.sampled_from(
        "vi gik en tur og talte om det der var svært at sige, så hun prøvede igen.".split()
    )
).map(" ".join)


def sharing(told: Telling) -> list[tuple[str, str]]:
    """Fields and codes that stand in the way of sharing."""
    return [(p.field, p.code.value) for p in problems(told, sharing=True, team_ids=MINE)]


def drafting(told: Telling) -> list[tuple[str, str]]:
    """Fields and codes that stand in the way of keeping a draft."""
    return [(p.field, p.code.value) for p in problems(told, sharing=False, team_ids=MINE)]


@pytest.mark.parametrize("told", [telling(), report(), telling(audience="team", team_id=3)])
def test_a_complete_telling_has_no_problems(told: Telling) -> None:
    assert sharing(told) == drafting(told) == []


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        (telling(title=" "), "title"),
        (telling(text="\n"), "text"),
        (telling(voice=""), "voice"),
        (telling(outcome=""), "outcome"),
        (telling(way="colleagues"), "participants"),
        (telling(way="collaboration", participants=" "), "participants"),
        (report(source=SourceTelling(authors="En forsker")), "source.title"),
    ],
)
def test_what_is_needed_for_sharing_may_wait_in_a_draft(told: Telling, missing: str) -> None:
    assert sharing(told) == [(missing, "missing")]
    assert drafting(told) == []


@pytest.mark.parametrize("way", ["colleagues", "collaboration", "outsiders", "citizens"])
def test_only_ones_own_experience_must_say_how_it_went(way: str) -> None:
    assert sharing(telling(way=way, outcome="", participants="To kolleger")) == []


@given(st.sampled_from(Way.values), st.sampled_from(Form.values), st.sampled_from(Voice.values))
def test_a_draft_may_lack_anything_but_not_everything(way: str, form: str, voice: str) -> None:
    empty = Telling(way=way, form=form, voice=voice, audience="me")

    assert drafting(empty) == [("text", "missing")]
    for field in ("title", "text", "learned"):
        assert drafting(replace(empty, **{field: "Et ord"})) == []


@pytest.mark.parametrize("way", ["outsiders", "reports", "citizens"])
def test_how_it_went_belongs_to_what_was_tried(way: str) -> None:
    assert drafting(telling(way=way)) == [("outcome", "outcome_not_here")]


@pytest.mark.parametrize("team_id", [None, 5, -1])
def test_a_team_that_is_not_ones_own_is_no_audience(team_id: int | None) -> None:
    assert drafting(telling(audience="team", team_id=team_id)) == [("audience", "team_not_yours")]


def test_the_whole_field_is_coming() -> None:
    assert drafting(telling(audience="field")) == [("audience", "field_is_coming")]


@pytest.mark.parametrize("field", ["way", "form", "audience", "voice", "outcome"])
def test_a_word_that_is_not_of_the_fixed_ones_is_refused(field: str) -> None:
    assert (field, "missing") in drafting(telling(**{field: "opfundet"}))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x.example", "x.example", " https://x"]
)
def test_a_link_leads_to_a_page_on_the_web(url: str) -> None:
    assert drafting(telling(source=SourceTelling("Titel", url=url))) == [
        ("source.url", "not_a_link")
    ]


LIMITS = {
    "title": 150,
    "text": 100_000,
    "learned": 100_000,
    "participants": 300,
    "context": 300,
    "source.title": 300,
    "source.authors": 300,
    "source.publisher": 200,
    "source.url": 500,
}


def with_text(field: str, text: str) -> Telling:
    """A telling with a text in that field, also in a field of its source."""
    part, _, name = field.rpartition(".")
    if part:
        return telling(source=replace(SourceTelling("En kilde"), **{name: text}))
    return telling(**{field: text})


@pytest.mark.parametrize(("field", "limit"), LIMITS.items())
def test_a_text_may_be_as_long_as_its_limit_and_not_longer(field: str, limit: int) -> None:
    text = "https://x.example/".ljust(limit, "x")

    assert drafting(with_text(field, text)) == []
    assert problems(with_text(field, text + "x"), sharing=False, team_ids=MINE) == [
        Problem(field, Code.TOO_LONG, limit, limit + 1)
    ]


def test_topics_are_few_and_short() -> None:
    assert drafting(telling(topics=("x" * 60,) * 8)) == []
    assert problems(telling(topics=("a",) * 9), sharing=False, team_ids=MINE) == [
        Problem("topics", Code.TOO_MANY, 8, 9)
    ]
    assert problems(telling(topics=("a", "x" * 61)), sharing=False, team_ids=MINE) == [
        Problem("topics", Code.TOO_LONG, 60, 61)
    ]


def test_a_topic_is_measured_as_it_is_stored() -> None:
    """One sign may fold into many letters, and the table has room for 60."""
    assert drafting(telling(topics=("ﷺ" * 4,))) == [("topics", "too_long")]


TEXTS = ["title", "text", "learned", "participants", "context", "topics"]
SOURCE_TEXTS = ["source.title", "source.authors", "source.publisher"]


@pytest.mark.parametrize("field", TEXTS + SOURCE_TEXTS)
@pytest.mark.parametrize("pattern", ["010190-1234", "anna@test.example", "22 33 44 55"])
def test_an_identifier_is_found_in_every_field_and_its_place_is_told(
    field: str, pattern: str
) -> None:
    value: Any = ("angst", pattern) if field == "topics" else f"Se her: {pattern}"

    [problem] = problems(with_text(field, value), sharing=False, team_ids=MINE)

    assert (problem.field, problem.code) == (field, Code.IDENTIFIES)
    assert [(f.start, f.end) for f in problem.findings] == [(8, 8 + len(pattern))]


@pytest.mark.parametrize("field", [*LIMITS, "topics", "voice"])
@pytest.mark.parametrize("sign", ["\0", "\ud800"])
def test_signs_that_no_database_stores_are_refused(field: str, sign: str) -> None:
    text = f"https://x.example/{sign}"
    value: Any = (text,) if field == "topics" else text

    assert (field, "unreadable_signs") in drafting(with_text(field, value))


@given(WORDS, WORDS, WORDS, st.booleans())
def test_plain_words_are_never_refused_for_what_they_say(
    title: str, text: str, learned: str, is_sharing: bool
) -> None:
    told = telling(title=f"Det {title[:100]}", text=f"Det {text}", learned=learned)

    assert problems(told, sharing=is_sharing, team_ids=MINE) == []


@given(st.text(), st.text(), st.lists(st.text(max_size=70), max_size=9))
def test_any_text_gets_an_answer_and_drafts_never_ask_for_more_than_sharing(
    title: str, text: str, topics: list[str]
) -> None:
    told = telling(title=title, text=text, learned="Noget", topics=tuple(topics))

    assert set(drafting(told)) <= set(sharing(told))


@pytest.mark.parametrize(
    ("note", "code"),
    [("x" * 201, Code.TOO_LONG), ("ring 22334455", Code.IDENTIFIES), ("\0", Code.UNREADABLE_SIGNS)],
)
def test_a_note_on_a_change_follows_the_same_rules(note: str, code: Code) -> None:
    found = problems(telling(), sharing=True, team_ids=MINE, note=note)

    assert [(problem.field, problem.code) for problem in found] == [("note", code)]
