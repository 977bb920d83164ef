"""The law beside a practice: suggestions, and a named reader's answer."""

import re

from django.urls import reverse

from cast import Cast
from handlerum.practice.models import PlaceReading, Practice
from legislation.acts import stored
from practice.agreed import made
from web.pages import body, main, signed_in

TEXT = "# Mentor\n\nVi skal altid tilbyde en mentor på arbejdspladsen."


def procedure(cast: Cast) -> Practice:
    stored()
    return made(cast, text=TEXT, law="LAB § 36")


def where(name: str, row: Practice) -> str:
    return reverse(name, args=[row.id])


def place_of(row: Practice, cast: Cast) -> str:
    shown = body(signed_in(cast.anna).get(where("practice_law", row)))
    found = re.search(r'name="place" value="(\w+)"', shown)
    assert found
    return found[1]


def test_the_provision_stands_next_to_the_text_and_the_place_is_a_suggestion(cast: Cast) -> None:
    said = main(signed_in(cast.bo).get(where("practice_law", procedure(cast))))

    assert "Kommunen kan efter en konkret vurdering tilbyde en mentor" in said
    assert "Forslag: Loven: kan. Jeres tekst: skal." in said
    assert "I afgør, om de passer" in said


def test_who_may_change_the_practice_says_whether_it_is_narrower(cast: Cast) -> None:
    row = procedure(cast)
    anna = signed_in(cast.anna)

    anna.post(
        where("read_place", row), {"place": place_of(row, cast), "narrower": "yes"}, follow=True
    )

    said = main(signed_in(cast.bo).get(where("practice_law", row)))
    assert "Ja, den er snævrere end loven. Anna læste det" in said


def test_who_only_reads_it_cannot_say_so(cast: Cast) -> None:
    row = procedure(cast)
    given = {"place": place_of(row, cast), "narrower": "yes"}

    answer = signed_in(cast.bo).post(where("read_place", row), given)

    assert answer.status_code == 404
    assert not PlaceReading.objects.exists()


def test_a_place_that_is_not_there_cannot_be_read(cast: Cast) -> None:
    row = procedure(cast)
    given = {"place": "0" * 64, "narrower": "yes"}

    assert signed_in(cast.anna).post(where("read_place", row), given).status_code == 404
    answer = signed_in(cast.anna).post(
        where("read_place", row), {"place": place_of(row, cast), "narrower": "x"}, follow=True
    )
    assert "Vælg, om stedet er snævrere end loven." in main(answer)
    assert not PlaceReading.objects.exists()


def test_without_provisions_the_page_says_what_to_do(cast: Cast) -> None:
    said = main(signed_in(cast.anna).get(where("practice_law", made(cast))))

    assert "Teksten nævner ingen paragraffer" in said
