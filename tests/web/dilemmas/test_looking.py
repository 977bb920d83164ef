"""What points to a person is found in every own word of a sheet, also while somebody writes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.dilemmas.models import Dilemma
from web.dilemmas.sheets import making
from web.pages import HTMX, body, decided, main, page, signed_in, words

PHONE = "21 43 65 87"
SAID = making(question=f"Må jeg ringe til {PHONE}?", at_stake_1="Hans Hansen siger nej.")


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def written(client: Client) -> dict[str, str]:
    """What the sheet sends of itself."""
    shown = page(client.get(reverse("make_dilemma")))
    return {"blur.fields": shown.xpath("//input[@name='blur.fields']/@value")[0]}


def live(client: Client, sent: dict[str, Any], query: str = "") -> Any:
    return client.post(reverse("blur") + query, sent, headers=HTMX)


def test_every_field_in_own_words_is_looked_at_while_it_is_written(anna: Client) -> None:
    found = words(live(anna, SAID | written(anna)))

    assert PHONE in found
    assert "Hans Hansen" in found


def test_the_page_asks_for_a_look_when_any_of_them_changes(anna: Client) -> None:
    shown = page(anna.get(reverse("make_dilemma")))
    (part,) = shown.xpath("//*[@id='blur']")
    assert len(shown.xpath("//script[contains(@src, 'htmx')]")) == 1

    for name in ("question", "text", "name_0", "at_stake_1"):
        assert f"from:#id_{name}" in part.get("hx-trigger")


def test_what_was_seen_live_is_what_is_stored_at_the_first_press(anna: Client) -> None:
    sent = SAID | written(anna)
    places = live(anna, sent)
    choices = decided(places)
    after = live(anna, sent | choices, "?result")
    assert "[telefonnummer]" in words(after)

    answer = anna.post(reverse("make_dilemma"), sent | choices | decided(after))

    assert answer.status_code == 302
    assert "[telefonnummer]" in Dilemma.objects.get().question


def test_all_that_was_typed_comes_back_with_the_look(anna: Client) -> None:
    answer = anna.post(reverse("make_dilemma"), SAID | written(anna))

    assert answer.status_code == 422
    assert "Det er ikke gemt endnu." in main(answer)
    for name in ("question", "text", "name_0", "at_stake_0", "name_1", "at_stake_1"):
        (field,) = page(answer).xpath(f"//main//*[@name='{name}']")
        assert (field.value or "").removeprefix("\n") == SAID[name]


def test_a_form_that_names_no_fields_or_many_is_no_crash(anna: Client) -> None:
    for names in ("", " ".join(f"felt{n}" for n in range(500)), "\x00", "text " * 99):
        answer = live(anna, {"blur.fields": names, "text": f"Ring til {PHONE}."})
        assert answer.status_code == 200
    assert PHONE in body(answer)
