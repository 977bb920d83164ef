"""A situation answered by five forms, within the reader's scope."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import Cast, report, shared
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, edit, telling_of, withdraw
from handlerum.knowledge.terms import Form
from handlerum.search.answer_services import respond
from handlerum.search.answers import Answer, Silence
from handlerum.search.queries import MAX_SITUATION, Empty, TooLong

BENCH = "hun tør ikke gå gennem døren, så vi mødes på bænken"
Indexed = Callable[[], int]


def shown(answer: Answer) -> set[int]:
    return {piece.contribution.id for lane in answer.lanes for piece in lane.pieces}


def test_an_answer_always_has_the_five_forms(cast: Cast, indexed: Indexed) -> None:
    shared(cast)
    indexed()

    answer = respond(cast.reader("bo"), BENCH)

    assert {lane.form for lane in answer.lanes} == set(Form)
    assert all(bool(lane.pieces) != bool(lane.silent) for lane in answer.lanes)


def test_what_fits_is_shown_in_its_form_with_its_words_marked(cast: Cast, indexed: Indexed) -> None:
    row = shared(cast)
    indexed()

    [lane] = [x for x in respond(cast.reader("bo"), BENCH).lanes if x.form == Form.EXPERIENCE]

    assert [piece.contribution for piece in lane.pieces] == [row]
    assert "bænken" in {segment.text for segment in lane.pieces[0].excerpt if segment.marked}


def test_a_form_with_nothing_that_fits_is_silent_and_says_how_much_was_searched(
    cast: Cast, indexed: Indexed
) -> None:
    shared(cast)
    contribute(cast.reader("anna"), report(learned=""))
    indexed()

    lanes = {lane.form: lane for lane in respond(cast.reader("bo"), BENCH).lanes}

    assert lanes[Form.RESEARCH].silent is not None
    assert lanes[Form.RESEARCH].silent.reason is Silence.NONE_RELEVANT
    assert lanes[Form.RESEARCH].silent.searched == 1
    assert lanes[Form.THEORY].silent is not None
    assert lanes[Form.THEORY].silent.reason is Silence.NONE_EXISTS


def test_a_form_speaks_again_when_a_fitting_piece_is_put_back(cast: Cast, indexed: Indexed) -> None:
    row = shared(cast)
    indexed()
    withdraw(cast.reader("anna"), row.id)
    indexed()
    assert shown(respond(cast.reader("bo"), BENCH)) == set()

    shared(cast)
    indexed()

    assert len(shown(respond(cast.reader("bo"), BENCH))) == 1


@pytest.mark.parametrize(
    ("audience", "sees", "outsiders"),
    [
        ("organisation", "erik", ["carla"]),
        ("team", "bo", ["erik", "gitte", "carla"]),
        ("me", "anna", ["bo", "gitte", "carla"]),
    ],
)
def test_nobody_finds_what_they_may_not_read(
    cast: Cast, indexed: Indexed, audience: str, sees: str, outsiders: list[str]
) -> None:
    row = shared(cast, audience=audience)
    indexed()

    assert shown(respond(cast.reader(sees), BENCH)) == {row.id}
    for outsider in outsiders:
        answer = respond(cast.reader(outsider), BENCH)
        assert shown(answer) == set()
        # Not even a count may hint at what lies outside one's scope.
        assert all(lane.silent and lane.silent.searched == 0 for lane in answer.lanes)


def test_the_tables_have_the_last_word_when_the_index_lags(cast: Cast, indexed: Indexed) -> None:
    row = shared(cast, audience="organisation")
    indexed()
    Contribution.objects.filter(id=row.id).update(audience="me")

    assert shown(respond(cast.reader("bo"), BENCH)) == set()


def test_an_edited_contribution_is_found_by_its_new_words_and_form(
    cast: Cast, indexed: Indexed
) -> None:
    row = shared(cast)
    indexed()
    told = telling_of(row)
    changed = type(told)(
        **{
            **{f: getattr(told, f) for f in told.__slots__},
            "text": "Kaffe på trappen.",
            "form": "narrative",
        }
    )
    edit(cast.reader("anna"), row.id, changed, version=1)
    indexed()

    lanes = {lane.form: lane.pieces for lane in respond(cast.reader("bo"), "kaffe trappe").lanes}

    assert [piece.contribution.id for piece in lanes[Form.NARRATIVE]] == [row.id]
    assert lanes[Form.EXPERIENCE] == []


@pytest.mark.parametrize("nothing", ["", "   ", "og så er det på en i", "?!…", "\n\n"])
def test_a_situation_without_words_is_refused(cast: Cast, nothing: str) -> None:
    with pytest.raises(Empty):
        respond(cast.reader("anna"), nothing)


def test_a_situation_that_is_far_too_long_is_refused_with_its_length(cast: Cast) -> None:
    with pytest.raises(TooLong) as refused:
        respond(cast.reader("anna"), "uro " * 30_000)
    assert refused.value.length > MAX_SITUATION


@pytest.mark.parametrize(
    "strange",
    ['"bænk" AND (', "bænk:* ~2 ^5", "\x00bænk", "bænk\u202e\u200d🙂", "<script>bænk</script>"],
)
def test_signs_of_a_query_language_are_only_text(
    cast: Cast, indexed: Indexed, strange: str
) -> None:
    row = shared(cast)
    indexed()

    assert shown(respond(cast.reader("bo"), strange)) == {row.id}


def test_without_an_index_every_form_is_silent_and_nothing_breaks(cast: Cast) -> None:
    shared(cast)

    assert shown(respond(cast.reader("bo"), BENCH)) == set()


def test_the_number_of_queries_does_not_grow_with_rows(
    cast: Cast, indexed: Indexed, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader = cast.reader("bo")
    told = (
        "Bænken ved kanalen.",
        "En bænk i parken.",
        "På bænken bag huset.",
        "Gul bænk, rød dør.",
    )
    for text in told[:2]:
        shared(cast, text=text)
    indexed()
    respond(reader, BENCH, limit=12)  # the first answer of an organisation makes its standing
    with django_assert_num_queries(10) as few:
        assert len(shown(respond(reader, BENCH, limit=12))) == 2
    for text in told[2:]:
        shared(cast, text=text)
    indexed()
    with django_assert_num_queries(len(few.captured_queries)):
        assert len(shown(respond(reader, BENCH, limit=12))) == 4
