"""Change one's own contribution: a new version, and nobody's change is lost."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast, report, shared, telling
from handlerum.knowledge.models import Contribution, Version
from handlerum.knowledge.services import contribute, edit
from handlerum.knowledge.terms import State
from web.pages import main, page, signed_in, told, value, words


def change(cast: Cast, row: Contribution, **changed: Any) -> HttpResponse:
    """Send the form of an edit as Anna."""
    sent = told(**{"share": None, "save": "1", "version": row.version, **changed})
    answer: HttpResponse = signed_in(cast.anna).post(reverse("edit", args=[row.id]), sent)
    return answer


def test_the_form_shows_everything_as_it_stands(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report(context="Fundet i en pause"))

    answer = signed_in(cast.anna).get(reverse("edit", args=[row.id]))

    shown = {
        "title": "Støtte på arbejdspladsen",
        "source_title": "En rapport",
        "source_year": "2022",
        "source_url": "https://x.example/1",
        "context": "Fundet i en pause",
        "topics": "arbejdsplads, støtte",
        "law_date": "2024-05-01",
        "voice": "researcher",
        "version": "1",
    }
    assert {name: value(answer, name) for name in shown} == shown
    checked = page(answer).xpath("//input[@checked]/@value")
    assert checked == ["research", "organisation"]


def test_sending_it_unchanged_makes_no_version(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report())
    anna = signed_in(cast.anna)
    form = page(anna.get(reverse("edit", args=[row.id]))).xpath("//form[@enctype]")[0]

    answer = anna.post(reverse("edit", args=[row.id]), dict(form.form_values()))

    assert answer.status_code == 302
    assert Version.objects.count() == 1


def test_a_change_makes_a_new_version_with_its_reason(cast: Cast) -> None:
    row = shared(cast, "anna")

    answer = change(cast, row, text="Vi mødtes i parken.", note="Det var parken.")

    assert answer["Location"] == reverse("contribution", args=[row.id])
    row.refresh_from_db()
    assert (row.text, row.version, row.state) == ("Vi mødtes i parken.", 2, State.SHARED)
    newest = Version.objects.get(number=2)
    assert (newest.note, newest.text) == ("Det var parken.", "Vi mødtes i parken.")


def test_a_change_of_readers_alone_makes_no_version(cast: Cast) -> None:
    row = shared(cast, "anna")

    change(cast, row, audience="team", team=cast.youth.id)

    row.refresh_from_db()
    assert (row.audience, row.team) == ("team", cast.youth)
    assert signed_in(cast.erik).get(reverse("contribution", args=[row.id])).status_code == 404


def test_a_change_that_leaves_out_what_is_needed_is_refused(cast: Cast) -> None:
    row = shared(cast, "anna")

    answer = change(cast, row, title="", text="Skrevet om fra bunden")

    assert answer.status_code == 422
    assert "Giv det en titel, så andre kan genkende det." in main(answer)
    assert value(answer, "text") == "Skrevet om fra bunden"
    row.refresh_from_db()
    assert (row.title, row.version) == ("Mødet på bænken", 1)


def test_a_stale_change_keeps_the_text_and_shows_the_newest(cast: Cast) -> None:
    row = shared(cast, "anna")
    edit(cast.reader("anna"), row.id, telling(text="Fra det andet vindue."), version=1)

    answer = change(cast, row, text="Fra det første vindue.")

    assert answer.status_code == 422
    assert "Bidraget blev ændret i et andet vindue. Din tekst står her." in main(answer)
    assert value(answer, "text") == "Fra det første vindue."
    (newest,) = page(answer).xpath("//details[@class='newest']")
    assert "Fra det andet vindue." in words(newest)
    row.refresh_from_db()
    assert (row.text, row.version) == ("Fra det andet vindue.", 2)


def test_after_a_stale_change_one_more_press_saves_it(cast: Cast) -> None:
    row = shared(cast, "anna")
    edit(cast.reader("anna"), row.id, telling(text="Fra det andet vindue."), version=1)
    stale = change(cast, row, text="Fra det første vindue.")

    answer = change(cast, row, text=value(stale, "text"), version=value(stale, "version"))

    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.text, row.version) == ("Fra det første vindue.", 3)


@pytest.mark.parametrize("version", ["", "mange", "-1", "0", "99", "9" * 5000, "²"])
def test_a_forged_version_is_stale_and_changes_nothing(cast: Cast, version: str) -> None:
    row = shared(cast, "anna")

    answer = change(cast, row, text="Smuglet ind", version=version)

    assert answer.status_code == 422
    assert value(answer, "text") == "Smuglet ind"
    row.refresh_from_db()
    assert row.text == telling().text


def test_the_way_it_came_cannot_be_changed_by_a_forged_field(cast: Cast) -> None:
    row = shared(cast, "anna")

    change(cast, row, way="reports", author=str(cast.bo.user_id), is_example="on")

    row.refresh_from_db()
    assert (row.way, row.author, row.is_example) == ("own_experience", cast.anna.user, False)


def test_a_withdrawn_contribution_can_be_changed_and_shared_again(cast: Cast) -> None:
    row = shared(cast, "anna")
    anna = signed_in(cast.anna)
    anna.post(reverse("withdraw", args=[row.id]))

    answer = anna.post(reverse("edit", args=[row.id]), told(text="Nu uden navn.", version=1))

    assert answer["Location"] == reverse("contribution", args=[row.id])
    row.refresh_from_db()
    assert (row.text, row.state, row.version) == ("Nu uden navn.", State.SHARED, 2)
