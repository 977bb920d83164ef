"""A draft: kept with almost nothing in it, seen by its author alone, shared when complete."""

from django.urls import reverse

from cast import Cast, drafted, telling
from handlerum.knowledge.models import Contribution, Version
from handlerum.knowledge.services import draft
from handlerum.knowledge.terms import State
from handlerum.search.services import catch_up
from web.pages import contribute, drafting, main, page, signed_in, told, value


def test_a_draft_is_kept_with_almost_nothing_in_it(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    answer = contribute(
        anna, "reports", drafting(title="", text="Et hjørne af en tanke", outcome=None, voice=None)
    )

    assert answer["Location"] == reverse("mine")
    row = Contribution.objects.get()
    assert (row.state, row.version, row.text) == (State.DRAFT, 0, "Et hjørne af en tanke")
    mine = main(anna.get(answer["Location"]))
    assert "Kladden er gemt. Kun du kan se den." in mine
    assert "Uden titel" in mine


def test_a_draft_without_any_word_is_not_kept(cast: Cast) -> None:
    nothing = drafting(title="", text="  ", learned="", outcome=None)

    answer = contribute(signed_in(cast.anna), "own_experience", nothing)

    assert answer.status_code == 422
    assert "Fortæl, hvad det handler om." in main(answer)
    assert not Contribution.objects.exists()


def test_a_draft_says_that_only_its_author_sees_it(cast: Cast) -> None:
    row = drafted(cast, "anna")

    answer = signed_in(cast.anna).get(reverse("contribution", args=[row.id]))

    assert "Kladde. Kun du kan se den." in main(answer)
    assert "Det nuanceres af" not in main(answer)


def test_a_draft_can_go_on_another_day(cast: Cast) -> None:
    row = drafted(cast, "anna")
    anna = signed_in(cast.anna)
    where = reverse("edit", args=[row.id])
    assert value(anna.get(where), "text") == telling().text

    answer = anna.post(where, drafting(title="Ny titel", version=0))

    assert answer["Location"] == reverse("mine")
    row.refresh_from_db()
    assert (row.title, row.state) == ("Ny titel", State.DRAFT)
    assert not Version.objects.exists()


def test_a_draft_is_shared_from_its_form(cast: Cast) -> None:
    row = drafted(cast, "anna")

    answer = signed_in(cast.anna).post(
        reverse("edit", args=[row.id]), told(title="Ny titel", version=0)
    )

    assert answer["Location"] == reverse("contribution", args=[row.id])
    row.refresh_from_db()
    assert (row.title, row.state, row.version) == ("Ny titel", State.SHARED, 1)


def test_sharing_an_unfinished_draft_keeps_what_was_changed_in_it(cast: Cast) -> None:
    row = drafted(cast, "anna", outcome="")
    anna = signed_in(cast.anna)

    answer = anna.post(
        reverse("edit", args=[row.id]), told(title="Ny titel", outcome=None, version=0)
    )

    assert answer.status_code == 422
    assert page(answer).xpath("//*[@id='id_outcome_error']//li")
    assert value(answer, "title") == "Ny titel"
    again = anna.post(
        reverse("edit", args=[row.id]),
        told(title="Ny titel", version=value(answer, "version")),
    )
    assert again.status_code == 302
    row.refresh_from_db()
    assert (row.title, row.state) == ("Ny titel", State.SHARED)


def test_an_unfinished_draft_shared_by_a_press_leads_to_its_form(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling(title="", outcome=""))
    anna = signed_in(cast.anna)

    answer = anna.post(reverse("share", args=[row.id]))

    assert answer["Location"] == reverse("edit", args=[row.id])
    row.refresh_from_db()
    assert row.state == State.DRAFT
    assert "Der mangler lidt, før det kan deles." in main(anna.get(answer["Location"]))


def test_a_finished_draft_is_shared_by_a_press_and_found(cast: Cast) -> None:
    row = drafted(cast, "anna")

    answer = signed_in(cast.anna).post(reverse("share", args=[row.id]))
    catch_up()

    assert answer["Location"] == reverse("contribution", args=[row.id])
    found = signed_in(cast.bo).post(reverse("start"), {"situation": "mødet på bænken"})
    assert "Mødet på bænken" in main(found)


def test_a_draft_can_be_thrown_away(cast: Cast) -> None:
    row = drafted(cast, "anna")
    anna = signed_in(cast.anna)

    answer = anna.post(reverse("discard", args=[row.id]))

    assert not Contribution.objects.exists()
    assert "Kladden er slettet." in main(anna.get(answer["Location"]))


def test_what_was_shared_once_cannot_be_thrown_away(cast: Cast) -> None:
    row = drafted(cast, "anna")
    anna = signed_in(cast.anna)
    for press in ("share", "withdraw"):
        anna.post(reverse(press, args=[row.id]))
        assert anna.post(reverse("discard", args=[row.id])).status_code == 404

    assert Contribution.objects.filter(id=row.id).exists()
