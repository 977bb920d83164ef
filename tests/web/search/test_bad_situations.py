"""A situation that cannot be answered: a clear word in Danish, and what was typed stays."""

import pytest
from django.urls import reverse

from cast import Cast, shared
from handlerum.search.services import catch_up
from web.pages import HTMX, ask, body, page, signed_in, value, words

TOO_LITTLE = "Skriv lidt mere, så er der ord at gå efter."
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> "angst" {{ 7*7 }} \' OR 1=1 --'


@pytest.mark.parametrize(
    "situation",
    ["", "   \n\t ", "og det er jo ikke", "!!! ??? ...", "😀🫶", "a", "\u202e\u200b\ufeff"],
)
def test_without_words_to_go_by_more_is_asked_for(cast: Cast, situation: str) -> None:
    answer = ask(signed_in(cast.anna), situation)

    assert answer.status_code == 422
    assert TOO_LITTLE in words(answer)
    assert value(answer, "situation") == situation


def test_an_htmx_request_gets_the_problem_alone(cast: Cast) -> None:
    answer = ask(signed_in(cast.anna), "", headers=HTMX)

    assert answer.status_code == 422
    assert words(answer) == TOO_LITTLE
    assert page(answer).get("role") == "alert"


def test_a_text_of_100_kilobytes_is_too_long_and_is_kept(cast: Cast) -> None:
    situation = "angst " * 17_000 + "til sidst"

    answer = ask(signed_in(cast.anna), situation)

    assert answer.status_code == 422
    assert f"højst 5000 tegn. Her er {len(situation)}." in words(answer)
    assert value(answer, "situation") == situation


def test_the_longest_situation_is_answered(cast: Cast) -> None:
    answer = ask(signed_in(cast.anna), ("angst " * 1000)[:4999])

    assert answer.status_code == 200


def test_a_nul_byte_is_refused(cast: Cast) -> None:
    for sent in ({"situation": "angst\0 og uro"}, {"situation": "angst", "citizen_now": "uro\0"}):
        answer = signed_in(cast.anna).post(reverse("start"), sent)

        assert answer.status_code == 422
        (problem,) = page(answer).xpath("//*[@role='alert']//li")
        assert "tegn" in words(problem)


def test_bytes_that_are_no_text_are_answered_all_the_same(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(
        reverse("start"),
        b"situation=angst+%ff%fe%80+uro",
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 200


def test_markup_is_shown_as_typed_and_never_as_markup(cast: Cast) -> None:
    shared(cast, title=f"Titel {HOSTILE}"[:150], text=f"Tekst {HOSTILE}", context=HOSTILE)
    catch_up()

    answer = ask(signed_in(cast.anna), HOSTILE)

    assert answer.status_code == 200
    assert "<script>alert" not in body(answer)
    assert "<img" not in body(answer)
    assert 'onerror="' not in body(answer)
    assert value(answer, "situation") == HOSTILE
    assert 'Tekst <script>alert("x")</script>' in words(answer)
    assert not page(answer).xpath("//@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize(
    "situation",
    ["\u202eangst\u202c 😀", "قلق angst", "angst 👩‍👩‍👧 uro", "a\u030angst angst", "ÅNGST ångst"],
)
def test_other_scripts_and_signs_are_answered_and_kept(cast: Cast, situation: str) -> None:
    answer = ask(signed_in(cast.anna), situation)

    assert answer.status_code == 200
    assert value(answer, "situation") == situation


@pytest.mark.parametrize("limit", ["0", "-1", "13", "999999999999999999999999", "mange", "1e9"])
def test_a_forged_number_of_pieces_is_refused(cast: Cast, limit: str) -> None:
    answer = ask(signed_in(cast.anna), "angst og uro", limit=limit)

    assert answer.status_code == 422
    assert value(answer, "situation") == "angst og uro"
