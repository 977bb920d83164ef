"""A text is looked at, decided on, and written so that the story can still be read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.privacy.blur import Choice, Decision, look, written
from handlerum.privacy.terms import Kind

STORIES = {
    "Mette kom til samtale den 14. marts 2025.": "Borgeren kom til samtale i foråret 2025.",
    "Hendes søn Ali på 7 var med.": "Hendes søn i skolealderen var med.",
    "Min kollega Lars ringede. Lars var venlig.": "Min kollega ringede. Kollegaen var venlig.",
    "Vi hørte om Mettes hverdag. Mette fortalte selv.": (
        "Vi hørte om borgerens hverdag. Borgeren fortalte selv."
    ),
    "Hun mødte hos sagsbehandler Lars i går.": "Hun mødte hos sagsbehandleren i går.",
    "En borger ved navn Mette kom forbi.": "En borger kom forbi.",
    "Borgeren talte med Mette og Ali.": "Borgeren talte med person A og person B.",
    "Hun er 47 år og bor i Hobro.": "Hun er i 40'erne og bor i en by i Nordjylland.",
    "En 47-årig kvinde begyndte i dag.": "En 40-49-årig kvinde begyndte i dag.",
    "Han fik job hos Jensens Tømrerfirma i Hobro.": "Han fik job hos en håndværksvirksomhed.",
    "Hun er født i Paris.": "Hun er født i en by.",
    "Fru Hansen kom forbi.": "Borgeren kom forbi.",
    "Skriv til karen@mail.example.": "Skriv til [e-mail].",
}


@pytest.mark.parametrize("text", STORIES)
def test_the_story_can_still_be_read(text: str) -> None:
    assert look({"text": text}).blurred() == {"text": STORIES[text]}


@pytest.mark.parametrize("text", STORIES.values())
def test_what_was_written_instead_is_not_found_again(text: str) -> None:
    assert look({"text": text}).blurred() == {"text": text}


def test_one_person_is_called_the_same_in_every_field() -> None:
    texts = {"title": "Mette Jensen kom", "text": "Vi talte med Mette.", "learned": "Spørg Mette."}

    found = look(texts)

    assert [one.key for one in found.found] == ["person:mette jensen"]
    assert found.blurred() == {
        "title": "Borgeren kom",
        "text": "Vi talte med borgeren.",
        "learned": "Spørg borgeren.",
    }


def test_what_the_author_decides_holds_wherever_it_stands() -> None:
    found = look({"text": "Mette kom. Vi talte om Mettes dag. Ring 21436587."})
    other = Decision(Choice.BLUR, "den unge")

    blurred = found.blurred({"person:mette": other, "phone:21436587": Decision(Choice.KEEP)})

    assert blurred == {"text": "Den unge kom. Vi talte om den unges dag. Ring 21436587."}


def test_authors_of_the_source_may_be_named() -> None:
    text = {"text": "Ifølge Michael Lipsky har de et skøn."}

    assert look(text, cited="Michael Lipsky (1980)").found == []
    (one,) = look(text).found
    assert (one.kind, one.direct) == (Kind.PERSON, True)


@given(st.text())
def test_replacing_the_places_gives_the_blurred_text_exactly(text: str) -> None:
    found = look({"text": text})
    changes = found.changes()["text"]

    assert written(text, changes) == found.blurred()["text"]
    ends = [(0, 0), *((change.start, change.end) for change in changes), (len(text), len(text))]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


NASTY = [
    "1" * 200_000,
    "Mette Jensen " * 15_000,
    "a@" * 100_000,
    "\u200b0\u200b1" * 20_000,
    "\u202e Mette \u202c 😀 <b>Ali</b> محمد " * 5_000,
    "den " * 50_000,
    "METTE JENSEN I HOBRO\x00\x07\n" * 8_000,
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_two_hundred_thousand_signs_of_any_kind_get_an_answer(text: str) -> None:
    found = look({"text": text})

    assert written(text, found.changes()["text"]) == found.blurred()["text"]
