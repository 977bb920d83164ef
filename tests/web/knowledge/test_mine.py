"""One's own drafts, shared and withdrawn contributions."""

from django.urls import reverse

from cast import Cast, drafted, shared
from handlerum.knowledge.services import withdraw
from web.pages import main, page, signed_in, words


def test_what_is_mine_stands_under_its_state(cast: Cast) -> None:
    drafted(cast, "anna", title="En kladde")
    shared(cast, "anna", title="Delt med alle")
    shared(cast, "anna", title="Delt med mig selv", audience="me")
    withdraw(cast.reader("anna"), shared(cast, "anna", title="Taget tilbage").id)
    shared(cast, "bo", title="Bos bidrag")

    answer = signed_in(cast.anna).get(reverse("mine"))

    sections = {words(s.xpath("./h2")[0]): words(s) for s in page(answer).xpath("//main/section")}
    assert list(sections) == ["Kladder", "Delt", "Trukket tilbage", "Alt, du har fortalt"]
    assert "En kladde" in sections["Kladder"]
    assert "Delt med alle" in sections["Delt"]
    assert "Delt med mig selv" in sections["Delt"]
    assert "Taget tilbage" in sections["Trukket tilbage"]
    assert "Bos bidrag" not in main(answer)


def test_an_empty_page_invites_without_blame(cast: Cast) -> None:
    answer = signed_in(cast.anna).get(reverse("mine"))

    assert "Du har ikke delt noget endnu." in main(answer)
    assert page(answer).xpath(f"//main//a[@href='{reverse('choose_way')}']")


def test_buttons_name_what_they_are_about(cast: Cast) -> None:
    drafted(cast, "anna", title="Den ene")
    drafted(cast, "anna", title="Den anden")

    answer = signed_in(cast.anna).get(reverse("mine"))

    discards = page(answer).xpath("//form[contains(@action, '/slet/')]//button")
    names = [button.get("aria-label") or words(button) for button in discards]
    assert len(set(names)) == 2


def test_what_is_mine_in_another_organisation_is_not_here(cast: Cast) -> None:
    shared(cast, "carla", title="Fra Udeby")

    assert "Fra Udeby" not in main(signed_in(cast.anna).get(reverse("mine")))
    assert "Fra Udeby" in main(signed_in(cast.carla).get(reverse("mine")))
