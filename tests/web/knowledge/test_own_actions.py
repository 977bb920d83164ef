"""Withdraw what was shared, and share it again."""

import pytest
from django.urls import reverse

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Contribution, Version
from handlerum.knowledge.terms import State
from handlerum.search.services import catch_up
from web.pages import main, page, signed_in


def buttons(cast: Cast, name: str, row: Contribution) -> list[str]:
    """What a person can press under a contribution, by its address."""
    answer = signed_in(getattr(cast, name)).get(reverse("contribution", args=[row.id]))
    found = page(answer).xpath(
        "//div[@class='actions own']//@action | //div[@class='actions own']/a/@href"
    )
    return sorted(str(address).rstrip("/").rsplit("/", 1)[-1] for address in found)


def test_each_state_offers_what_can_be_done_with_it(cast: Cast) -> None:
    row = drafted(cast, "anna")
    assert buttons(cast, "anna", row) == ["del", "ret", "slet"]

    signed_in(cast.anna).post(reverse("share", args=[row.id]))
    assert buttons(cast, "anna", row) == ["ret", "slet-for-altid", "traek"]
    assert buttons(cast, "bo", row) == []

    signed_in(cast.anna).post(reverse("withdraw", args=[row.id]))
    assert buttons(cast, "anna", row) == ["del", "ret", "slet-for-altid"]


def test_what_was_withdrawn_is_gone_for_all_but_its_author(cast: Cast) -> None:
    row = shared(cast, "anna")
    anna, bo = signed_in(cast.anna), signed_in(cast.bo)

    answer = anna.post(reverse("withdraw", args=[row.id]))

    assert answer["Location"] == reverse("mine")
    assert "Bidraget er trukket tilbage. Kun du kan se det nu." in main(anna.get(reverse("mine")))
    assert bo.get(reverse("contribution", args=[row.id])).status_code == 404
    assert "Mødet på bænken" not in main(bo.get(reverse("browse")))
    assert "Trukket tilbage. Kun du kan se det." in main(
        anna.get(reverse("contribution", args=[row.id]))
    )


def test_what_is_shared_again_is_there_for_all_and_keeps_its_history(cast: Cast) -> None:
    row = shared(cast, "anna")
    anna = signed_in(cast.anna)
    anna.post(reverse("withdraw", args=[row.id]))

    anna.post(reverse("share", args=[row.id]))
    catch_up()

    bo = signed_in(cast.bo)
    assert bo.get(reverse("contribution", args=[row.id])).status_code == 200
    assert "Mødet på bænken" in main(bo.post(reverse("start"), {"situation": "mødet på bænken"}))
    assert Version.objects.filter(contribution=row).count() == 2


@pytest.mark.parametrize("press", ["share", "withdraw"])
def test_pressing_twice_does_no_more_than_pressing_once(cast: Cast, press: str) -> None:
    row = shared(cast, "anna")
    anna = signed_in(cast.anna)
    if press == "share":
        anna.post(reverse("withdraw", args=[row.id]))
    anna.post(reverse(press, args=[row.id]))
    before = (Contribution.objects.get().state, Version.objects.count())

    answer = anna.post(reverse(press, args=[row.id]))

    assert answer.status_code == 302
    assert (Contribution.objects.get().state, Version.objects.count()) == before


def test_what_is_withdrawn_is_not_connected_to_for_others(cast: Cast) -> None:
    target, origin = shared(cast, "anna"), shared(cast, "bo", title="Et svar fra Bo")
    bo = signed_in(cast.bo)
    bo.post(reverse("link", args=[target.id]), {"origin": origin.id, "stance": "nuances"})
    anna = signed_in(cast.anna)
    assert "Et svar fra Bo" in main(anna.get(reverse("contribution", args=[target.id])))

    bo.post(reverse("withdraw", args=[origin.id]))

    assert "Et svar fra Bo" not in main(anna.get(reverse("contribution", args=[target.id])))
    assert Contribution.objects.get(id=origin.id).state == State.WITHDRAWN
