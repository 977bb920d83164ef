"""What points to a person is found, shown to its author, and stored only as they have seen it."""

from typing import Any

import pytest
from django.urls import reverse

from cast import Cast, telling
from handlerum.knowledge.models import Contribution, Source, Topic
from handlerum.knowledge.services import draft
from web.pages import HTMX, contribute, decided, main, page, signed_in, told, value, words

CPR, EMAIL, PHONE = "010203-1234", "karen@mail.example", "21 43 65 87"
FOUND = {CPR: "[cpr-nummer]", EMAIL: "[e-mail]", PHONE: "[telefonnummer]"}
FIELDS = ("title", "text", "learned", "context", "topics")


def send(cast: Cast, **sent: Any) -> Any:
    """Send Anna's own experience."""
    return contribute(signed_in(cast.anna), "own_experience", told(**sent))


@pytest.mark.parametrize("button", ["share", "draft"])
@pytest.mark.parametrize("typed", FOUND)
def test_nothing_is_stored_before_its_author_has_seen_it(
    cast: Cast, typed: str, button: str
) -> None:
    text = f"Ring til hende. {typed} og spørg."

    answer = send(cast, **{"text": text, "share": None, button: "1"})

    assert answer.status_code == 422
    assert value(answer, "text") == text
    assert [words(mark) for mark in page(answer).xpath("//p[@class='around']/mark")] == [typed]
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("typed", FOUND)
def test_what_is_proposed_is_stored_when_it_is_sent_again(cast: Cast, typed: str) -> None:
    text = f"Ring til hende. {typed} og spørg."
    shown = send(cast, text=text)

    answer = send(cast, text=text, **decided(shown))

    assert answer.status_code == 302
    assert Contribution.objects.get().text == f"Ring til hende. {FOUND[typed]} og spørg."


@pytest.mark.parametrize("field", FIELDS)
def test_a_place_is_found_in_every_field(cast: Cast, field: str) -> None:
    sent = {field: f"Borgeren {CPR}"}
    shown = send(cast, **sent)
    stored: list[Any] = [*Contribution.objects.all(), *Source.objects.all(), *Topic.objects.all()]
    assert (shown.status_code, stored) == (422, [])

    send(cast, **sent, **decided(shown))

    assert CPR not in str([*Contribution.objects.values(), *Topic.objects.values()])
    assert "cpr-nummer" in str([*Contribution.objects.values(), *Topic.objects.values()])


def test_a_source_holds_names_but_no_numbers(cast: Cast) -> None:
    answer = send(cast, source_title="En bog", source_authors=f"Michael Lipsky, {EMAIL}")

    assert answer.status_code == 422
    assert page(answer).xpath("//*[@id='id_source_authors_error']//li")
    assert send(cast, source_title="En bog", source_authors="Michael Lipsky").status_code == 302


def test_the_author_writes_something_else_and_sees_it_before_it_is_stored(cast: Cast) -> None:
    text = f"Hun svarede fra {PHONE} i går."
    choices = decided(send(cast, text=text)) | {"blur.0.words": "sin telefon"}

    shown = send(cast, text=text, **choices)
    assert shown.status_code == 422
    assert "Hun svarede fra sin telefon i går." in main(shown)
    assert not Contribution.objects.exists()
    send(cast, text=text, **decided(shown))

    assert Contribution.objects.get().text == "Hun svarede fra sin telefon i går."


def test_what_is_written_after_the_look_is_looked_at_too(cast: Cast) -> None:
    choices = decided(send(cast, text=f"Ring {PHONE}."))

    answer = send(cast, text=f"Ring {PHONE}. Og skriv {EMAIL}.", **choices)

    assert answer.status_code == 422
    assert EMAIL in main(answer)
    assert not Contribution.objects.exists()


def test_what_points_to_one_person_can_only_be_kept_for_oneself(cast: Cast) -> None:
    text = f"Ring {PHONE}."
    keep = decided(send(cast, text=text)) | {"blur.0.choice": "keep"}
    shown = send(cast, text=text, **keep)
    assert "Så kan det kun gemmes til dig selv." in main(shown)

    refused = send(cast, text=text, **decided(shown))
    assert refused.status_code == 422
    assert "Slør det, eller gem det kun til dig selv." in main(refused)
    assert not Contribution.objects.exists()
    alone = send(cast, text=text, audience="me", **decided(shown))

    assert alone.status_code == 302
    assert Contribution.objects.get().text == text


def test_what_was_kept_alone_is_stopped_when_it_is_to_be_shared(cast: Cast) -> None:
    anna, text = signed_in(cast.anna), f"Ring {PHONE}."
    keep = decided(send(cast, text=text)) | {"blur.0.choice": "keep"}
    shown = send(cast, text=text, **keep)
    send(cast, text=text, share=None, draft="1", **decided(shown))
    row = Contribution.objects.get()

    anna.post(reverse("share", args=[row.id]))

    row.refresh_from_db()
    assert row.state == "draft"


def test_several_details_that_are_kept_are_warned_of(cast: Cast) -> None:
    text = "En 47-årig fra 9500 Hobro begyndte den 14. marts 2025."
    shown = send(cast, text=text)
    keep = {name: "keep" for name in decided(shown) if name.endswith(".choice")}

    again = send(cast, text=text, **decided(shown) | keep)

    assert "3 detaljer er beholdt: Alder, Sted, Dato." in main(again)
    assert "et sjældent sammenfald kan genkendes af kolleger" in main(again)
    assert send(cast, text=text, **decided(again)).status_code == 302
    assert Contribution.objects.get().text == text


def test_an_edit_changes_nothing_before_it_is_seen(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling())
    anna, sent = signed_in(cast.anna), told(text=f"Nu med {CPR}", version=0)

    shown = anna.post(reverse("edit", args=[row.id]), sent)

    assert shown.status_code == 422
    assert value(shown, "text") == f"Nu med {CPR}"
    row.refresh_from_db()
    assert row.text == telling().text
    anna.post(reverse("edit", args=[row.id]), sent | decided(shown))
    row.refresh_from_db()
    assert row.text == "Nu med [cpr-nummer]"


def test_the_note_of_a_change_is_looked_at(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling())
    anna = signed_in(cast.anna)
    anna.post(reverse("share", args=[row.id]))
    sent = told(text="Ny tekst", note=f"Fjernede {CPR}", version=1)

    shown = anna.post(reverse("edit", args=[row.id]), sent)
    assert shown.status_code == 422
    anna.post(reverse("edit", args=[row.id]), sent | decided(shown))

    history = main(anna.get(reverse("history", args=[row.id])))
    assert "Fjernede [cpr-nummer]" in history
    assert CPR not in history


def test_while_writing_the_places_come_without_taking_the_focus(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(reverse("blur"), told(text=f"Ring {PHONE}"), headers=HTMX)

    assert answer.status_code == 200
    assert PHONE in words(answer)
    assert "Ring [telefonnummer]" in words(answer)
    assert not page(answer).xpath("//*[@data-focus]")


def test_while_writing_a_choice_shows_its_result(cast: Cast) -> None:
    anna, sent = signed_in(cast.anna), told(text=f"Ring {PHONE}")
    choices = decided(anna.post(reverse("blur"), sent)) | {"blur.0.words": "hende"}

    answer = anna.post(reverse("blur") + "?result", sent | choices, headers=HTMX)

    assert "Ring hende" in words(answer)
    assert contribute(anna, "own_experience", sent | choices | decided(answer)).status_code == 302
    assert Contribution.objects.get().text == "Ring hende"


def test_a_text_without_anything_to_find_shows_nothing(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(reverse("blur"), told(text="Vi gik en tur."), headers=HTMX)

    assert answer.content.strip() == b""


@pytest.mark.parametrize(
    "harmless",
    [
        "Vi talte om § 36 stk. 2 i 2024-2025 og om 12.345 personer.",
        "Mødet varede fra kl. 10.30, og der kom 15 af 20.",
    ],
)
def test_years_sections_and_counts_are_left_alone(cast: Cast, harmless: str) -> None:
    assert send(cast, text=harmless).status_code == 302
    assert Contribution.objects.get().text == harmless


def test_only_a_person_can_be_an_author(cast: Cast) -> None:
    text = f"Ring {PHONE}."
    cite = decided(send(cast, text=text)) | {"blur.0.choice": "cite"}
    shown = send(cast, text=text, **cite)

    assert send(cast, text=text, **decided(shown)).status_code == 422
    assert not Contribution.objects.exists()


def test_a_surname_in_the_source_hides_nobody_else(cast: Cast) -> None:
    shown = send(cast, text="Mette Jensen fik hjælp.", source_authors="Jensen")

    assert shown.status_code == 422
    assert "Mette Jensen" in main(shown)


def test_an_address_over_two_fields_is_not_stored(cast: Cast) -> None:
    sent = {"title": "Vi mødtes på Solstræde 12", "text": "8000 Aarhus er en stor by."}

    send(cast, **sent, **decided(send(cast, **sent)))

    assert "Solstræde" not in str(list(Contribution.objects.values()))


def test_a_long_text_with_hundreds_of_places_can_be_stored(cast: Cast) -> None:
    text = " ".join(f"Ring 21 43 {n // 100 + 10} {n % 100:02}." for n in range(400))
    shown = send(cast, text=text)

    assert send(cast, text=text, **decided(shown)).status_code == 302
    assert Contribution.objects.get().text == " ".join(["Ring [telefonnummer]."] * 400)


def test_what_was_seen_while_writing_fits_a_text_of_several_lines(cast: Cast) -> None:
    anna, sent = signed_in(cast.anna), told(text=f"Ring {PHONE}.\r\n\r\nOg mere.\r\n")
    seen = decided(anna.post(reverse("blur"), sent, headers=HTMX))

    assert contribute(anna, "own_experience", sent | seen).status_code == 302


def kept_by(cast: Cast, text: str, choice: str, **button: Any) -> Contribution:
    """Stored by Anna with everything kept."""
    chosen = decided(send(cast, text=text)) | {"blur.0.choice": choice}
    send(cast, text=text, **button, **decided(send(cast, text=text, **chosen)))
    return Contribution.objects.get()


def test_what_was_kept_is_still_kept_while_an_edit_is_written(cast: Cast) -> None:
    text = "Vi læste Axel Honneth."
    row = kept_by(cast, text, "cite")
    anna, sent = signed_in(cast.anna), told(text=f"{text} I går.", version=1, row=row.id)
    seen = decided(anna.post(reverse("blur"), sent, headers=HTMX))

    anna.post(reverse("edit", args=[row.id]), sent | seen)

    row.refresh_from_db()
    assert (row.text, row.kept) == (f"{text} I går.", {"person:axel honneth": "cite"})


def test_another_decision_in_an_edit_is_seen_before_it_is_stored(cast: Cast) -> None:
    text = "Hun kom fra 9500 Hobro."
    row = kept_by(cast, text, "keep")
    other = {"blur.0.key": next(iter(row.kept)), "blur.0.choice": "blur", "blur.0.words": "langt"}

    answer = signed_in(cast.anna).post(
        reverse("edit", args=[row.id]), told(text=text, version=1) | other
    )

    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.text == text


def test_details_that_were_kept_are_seen_again_before_a_draft_is_shared(cast: Cast) -> None:
    row = kept_by(cast, "Hun kom fra 9500 Hobro.", "keep", share=None, draft="1")

    answer = signed_in(cast.anna).post(reverse("share", args=[row.id]), follow=True)

    assert "Se, hvad der peger på nogen, før du deler." in main(answer)
    assert "9500 Hobro" in main(answer)
    row.refresh_from_db()
    assert row.state == "draft"


def test_carla_learns_nothing_of_what_others_kept(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling())

    answer = signed_in(cast.carla).post(reverse("blur"), told(text="Hej", row=row.id))

    assert answer.status_code == 404
