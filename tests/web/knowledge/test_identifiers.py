"""What points at a person is refused, in plain words, and what was typed stays."""

from typing import Any

import pytest
from django.urls import reverse

from cast import Cast, telling
from handlerum.knowledge.models import Contribution, Source, Topic
from handlerum.knowledge.services import draft
from web.pages import contribute, main, page, signed_in, told, value, words

CPR, EMAIL, PHONE = "010203-1234", "karen@mail.example", "21 43 65 87"
FOUND = [(CPR, "1 cpr-nummer"), (EMAIL, "1 e-mailadresse"), (PHONE, "1 telefonnummer")]
FIELDS = ("title", "text", "learned", "context", "topics", "source_title", "source_authors")


@pytest.mark.parametrize("button", ["share", "draft"])
@pytest.mark.parametrize(("typed", "what"), FOUND)
def test_an_identifier_is_refused_also_in_a_draft(
    cast: Cast, typed: str, what: str, button: str
) -> None:
    text = f"Ring til hende. {typed} og spørg."

    answer = contribute(
        signed_in(cast.anna), "own_experience", told(text=text, share=None) | {button: "1"}
    )

    assert answer.status_code == 422
    (problem,) = page(answer).xpath("//*[@id='id_text_error']//li")
    assert words(problem).startswith(f"Her står {what}. Fjern det, før du gemmer")
    assert value(answer, "text") == text
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("field", FIELDS)
def test_an_identifier_is_found_in_every_field(cast: Cast, field: str) -> None:
    typed = f"Borgeren {CPR}"

    answer = contribute(signed_in(cast.anna), "own_experience", told(**{field: typed}))

    assert answer.status_code == 422
    assert page(answer).xpath(f"//*[@id='id_{field}_error']//li")
    assert value(answer, field) == typed
    stored: list[Any] = [*Contribution.objects.all(), *Source.objects.all(), *Topic.objects.all()]
    assert stored == []


def test_participants_are_roles_and_no_addresses(cast: Cast) -> None:
    sent = told(participants=f"Mentor, {EMAIL}", voice="colleague")

    answer = contribute(signed_in(cast.anna), "colleagues", sent)

    assert answer.status_code == 422
    assert page(answer).xpath("//*[@id='id_participants_error']//li")


def test_the_message_counts_and_does_not_repeat_them(cast: Cast) -> None:
    text = f"{CPR} og 110203-4321, {EMAIL}, {PHONE}"

    answer = contribute(signed_in(cast.anna), "own_experience", told(text=text))

    (problem,) = page(answer).xpath("//*[@id='id_text_error']//li")
    assert "2 cpr-numre · 1 e-mailadresse · 1 telefonnummer" in words(problem)
    assert CPR not in words(problem)


def test_the_places_are_marked(cast: Cast) -> None:
    text = f"Hun bor alene. {CPR} er hendes nummer, og {PHONE} kan bruges."

    answer = contribute(signed_in(cast.anna), "own_experience", told(text=text))

    assert [words(mark) for mark in page(answer).xpath("//main//mark")] == [CPR, PHONE]


def test_an_edit_with_an_identifier_changes_nothing(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling())
    sent = told(text=f"Nu med {CPR}", version=0)

    answer = signed_in(cast.anna).post(reverse("edit", args=[row.id]), sent)

    assert answer.status_code == 422
    assert value(answer, "text") == f"Nu med {CPR}"
    row.refresh_from_db()
    assert row.text == telling().text


def test_an_identifier_in_the_note_of_a_change_is_refused(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling())
    anna = signed_in(cast.anna)
    anna.post(reverse("share", args=[row.id]))

    answer = anna.post(
        reverse("edit", args=[row.id]), told(text="Ny tekst", note=f"Fjernede {CPR}", version=1)
    )

    assert answer.status_code == 422
    assert CPR not in main(anna.get(reverse("history", args=[row.id])))


@pytest.mark.parametrize(
    "harmless",
    [
        "Vi talte om § 36 stk. 2 i 2024-2025 og om 12.345 personer.",
        "Se https://doi.example/10.1000/21436587 for mere.",
        "Mødet var 12.03.2024 kl. 10.30, og der kom 15 af 20.",
    ],
)
def test_years_sections_and_links_are_no_identifiers(cast: Cast, harmless: str) -> None:
    answer = contribute(signed_in(cast.anna), "own_experience", told(text=harmless))

    assert answer.status_code == 302
    assert Contribution.objects.get().text == harmless
