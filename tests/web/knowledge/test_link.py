"""Let one of one's own contributions build on, nuance or contradict another."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Contribution, Link
from web.pages import main, page, signed_in, words

STANCES = {
    "supports": ("Det bygger andre videre på", "Det bygger videre på"),
    "nuances": ("Det nuanceres af", "Det nuancerer"),
    "challenges": ("Det modsiges af", "Det modsiger"),
}


def connect(cast: Cast, name: str, target: Contribution, **sent: Any) -> HttpResponse:
    """Press the button that connects, and see the page it leads to."""
    answer: HttpResponse = signed_in(getattr(cast, name)).post(
        reverse("link", args=[target.id]), sent, follow=True
    )
    return answer


@pytest.mark.parametrize("stance", STANCES)
def test_both_pages_say_how_they_belong_together(cast: Cast, stance: str) -> None:
    target, origin = shared(cast, "anna"), shared(cast, "bo", title="Et svar fra Bo")
    incoming, outgoing = STANCES[stance]

    there = connect(cast, "bo", target, origin=origin.id, stance=stance)
    here = signed_in(cast.erik).get(reverse("contribution", args=[origin.id]))

    assert "Bidragene er forbundet." in main(there)
    assert [words(h) for h in page(there).xpath("//h3[contains(@class, 'stance')]")] == [incoming]
    assert "Et svar fra Bo" in main(there)
    assert [words(h) for h in page(here).xpath("//h3[contains(@class, 'stance')]")] == [outgoing]
    assert "Mødet på bænken" in main(here)


def test_ones_own_shared_contributions_are_offered(cast: Cast) -> None:
    target = shared(cast, "anna")
    mine = shared(cast, "bo", title="Et møde i parken")
    drafted(cast, "bo", title="En kladde")
    shared(cast, "erik", title="Et andet møde")

    answer = signed_in(cast.bo).get(reverse("contribution", args=[target.id]))

    offered = page(answer).xpath("//select[@name='origin']/option")
    assert [(o.get("value"), words(o)) for o in offered] == [(str(mine.id), "Et møde i parken")]
    assert page(answer).xpath("//select[@name='stance']/option/@value") == list(STANCES)


def test_a_contribution_is_connected_once_to_another(cast: Cast) -> None:
    target, origin = shared(cast, "anna"), shared(cast, "bo")

    connect(cast, "bo", target, origin=origin.id, stance="supports")
    answer = connect(cast, "bo", target, origin=origin.id, stance="challenges")

    assert Link.objects.get().stance == "challenges"
    assert not page(answer).xpath("//select[@name='origin']")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"stance": "supports"},
        {"stance": "supports", "origin": ""},
        {"stance": "supports", "origin": "mit bedste"},
        {"stance": "supports", "origin": "9" * 5000},
        {"stance": "hader", "origin": "1"},
    ],
)
def test_half_a_choice_is_asked_for_again(cast: Cast, sent: dict[str, str]) -> None:
    target = shared(cast, "anna")
    shared(cast, "bo")

    answer = connect(cast, "bo", target, **sent)

    assert answer.status_code == 200
    assert "Vælg både et bidrag, og hvordan de hænger sammen." in main(answer)
    assert not Link.objects.exists()


def test_the_contribution_of_another_cannot_speak_for_one(cast: Cast) -> None:
    target, erik = shared(cast, "anna"), shared(cast, "erik")

    assert connect(cast, "bo", target, origin=erik.id, stance="supports").status_code == 404
    assert connect(cast, "anna", target, origin=target.id, stance="supports").status_code == 404
    assert not Link.objects.exists()


def test_what_is_not_for_one_cannot_be_connected_to(cast: Cast) -> None:
    hidden, origin = shared(cast, "anna", audience="team"), shared(cast, "erik")

    there = connect(cast, "erik", hidden, origin=origin.id, stance="supports")

    assert there.status_code == 404
    assert not Link.objects.exists()


def test_a_connection_is_shown_to_those_alone_who_may_read_both(cast: Cast) -> None:
    target = shared(cast, "anna")
    hidden = shared(cast, "bo", audience="team", title="Kun for teamet")
    connect(cast, "bo", target, origin=hidden.id, stance="nuances")
    where = reverse("contribution", args=[target.id])

    assert "Kun for teamet" in main(signed_in(cast.anna).get(where))
    assert "Kun for teamet" not in main(signed_in(cast.erik).get(where))
    assert "Forbundet med" not in main(signed_in(cast.erik).get(where))
