"""When a form cannot be taken, what was typed comes back on the page, and nowhere else."""

import logging
from typing import Any

import pytest
from django.forms import ChoiceField, IntegerField
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.knowledge.models import Contribution
from handlerum.web import kept
from handlerum.web.dilemmas.deciding_forms import ConsequenceForm, FalseTestForm, OptionForm
from handlerum.web.dilemmas.forms import StanceForm, StateForm
from handlerum.web.dilemmas.making_forms import ConsiderationForm, SideForm
from web.pages import body, drafting, main, page, signed_in, told, words

LONG = "Det, jeg brugte en halv time på at skrive, om mødet på bænken."
SHORT = "Bænken"


def textarea(answer: Any) -> str:
    """What the page gives back to copy."""
    (field,) = page(answer).xpath("//main//textarea")
    assert field.get("readonly") is not None
    return str(field.text)


def contribution(**changed: Any) -> dict[str, Any]:
    """A contribution as a browser sends it."""
    return told(title=SHORT, text=LONG, learned="Husk tæppet", context="Efter frost", **changed)


@pytest.fixture
def too_old(cast: Cast) -> Client:
    """A browser whose page is too old to be sent: its form token no longer counts."""
    return signed_in(cast.anna, enforce_csrf_checks=True)


def test_a_form_that_is_too_old_gives_back_all_that_was_typed(too_old: Client) -> None:
    answer = too_old.post(reverse("contribute", args=["own_experience"]), contribution())

    assert answer.status_code == 403
    assert "Siden havde stået åben for længe." in main(answer)
    for typed in (SHORT, LONG, "Husk tæppet", "Efter frost"):
        assert typed in textarea(answer)
    assert not Contribution.objects.exists()


def test_after_signing_out_all_that_was_typed_is_given_back(cast: Cast) -> None:
    client = signed_in(cast.anna)
    client.post(reverse("account_logout"))

    answer = client.post(reverse("contribute", args=["own_experience"]), contribution())

    assert answer.status_code == 403
    assert "Du er logget ud." in main(answer)
    assert page(answer).xpath(f"//main//a[@href='{reverse('account_login')}']")
    for typed in (SHORT, LONG, "Husk tæppet", "Efter frost"):
        assert typed in textarea(answer)


def test_only_what_a_person_typed_is_given_back(too_old: Client) -> None:
    sent = contribution(version="1", csrfmiddlewaretoken="hemmeligt-mærke")

    given = textarea(too_old.post(reverse("contribute", args=["own_experience"]), sent))

    for never in ("hemmeligt-mærke", "organisation", "practitioner", "experience", "failed"):
        assert never not in given


def test_a_situation_is_given_back_too(too_old: Client) -> None:
    answer = too_old.post(reverse("start"), {"situation": LONG, "citizen_now": SHORT})

    assert LONG in textarea(answer)
    assert SHORT in textarea(answer)


def test_of_a_dilemma_too_only_what_a_person_typed_is_given_back(too_old: Client) -> None:
    typed = {"question": LONG, "name_0": SHORT, "at_stake_1": "Tilliden"}
    chosen = {"rows": "4321", "reuse_1": "4321", "bearer_0": "citizen", "more": "1"}

    given = textarea(too_old.post(reverse("make_dilemma"), typed | chosen))

    assert given.strip().split("\n\n") == list(typed.values())


def test_every_choice_in_the_forms_of_a_dilemma_is_known_to_be_none_of_the_words() -> None:
    forms = (OptionForm, ConsequenceForm, FalseTestForm, SideForm, ConsiderationForm)
    made = [
        StateForm(),
        StanceForm(),
        *(form([]) if form is SideForm else form() for form in forms),
    ]
    choices = {
        name
        for form in made
        for name, field in form.fields.items()
        if isinstance(field, ChoiceField | IntegerField)
    }

    assert choices <= kept._CHOSEN


@pytest.mark.parametrize("name", ["account_login", "account_change_password"])
def test_a_password_is_never_given_back(too_old: Client, name: str) -> None:
    secrets = ("password", "password1", "password2", "oldpassword")
    sent = {secret: f"min {secret} nøgle" for secret in secrets}

    answer = too_old.post(reverse(name), {"login": "anna@test.example", **sent})

    assert answer.status_code == 403
    assert "nøgle" not in body(answer)


def test_the_password_of_a_newcomer_is_never_given_back(db: None) -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post(
        reverse("invitation", args=["x"]), {"name": "Ny Kollega", "password": "en lang nøgle"}
    )

    assert answer.status_code == 403
    assert "nøgle" not in body(answer)


def test_markup_is_given_back_as_text(too_old: Client) -> None:
    hostile = "</textarea><script>alert(1)</script>"

    answer = too_old.post(reverse("start"), {"situation": hostile})

    assert textarea(answer).strip() == hostile
    assert "<script>alert" not in body(answer)


def test_nothing_typed_gives_no_empty_field(too_old: Client) -> None:
    answer = too_old.post(reverse("account_logout"))

    assert answer.status_code == 403
    assert not page(answer).xpath("//main//textarea")


def test_what_was_given_back_is_logged_nowhere(
    too_old: Client, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("django", "django.security.csrf", "django.request", "handlerum"):
        logging.getLogger(name).addHandler(caplog.handler)
    try:
        too_old.post(reverse("contribute", args=["own_experience"]), drafting(text=LONG))
    finally:
        for name in ("django", "django.security.csrf", "django.request", "handlerum"):
            logging.getLogger(name).removeHandler(caplog.handler)

    assert "Forbidden" in caplog.text
    assert LONG not in caplog.text


def test_a_form_sent_from_another_site_changes_nothing(too_old: Client) -> None:
    too_old.cookies["csrftoken"] = "a" * 32

    answer = too_old.post(
        reverse("contribute", args=["own_experience"]),
        contribution(csrfmiddlewaretoken="a" * 32),
        headers={"origin": "https://ond.example"},
    )

    assert answer.status_code == 403
    assert not Contribution.objects.exists()


def test_more_text_than_can_be_taken_is_told_in_danish(cast: Cast) -> None:
    answer = signed_in(cast.anna).post(reverse("start"), {"situation": "angst " * 1_000_000})

    assert answer.status_code in (400, 413)
    assert "var for stort eller i stykker" in words(answer)
