"""How the organisation reads a provision: said by name, and looked at before it is stored."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.legislation.models import Correction, Subsection
from handlerum.legislation.services import store
from legislation.acts import KEY, newer, stored
from web.pages import decided, main, page, signed_in

PHONE = "21 43 65 87"


@pytest.fixture
def anna(cast: Cast) -> Client:
    stored()
    store(newer())
    return signed_in(cast.anna)


def look(client: Client) -> str:
    return main(client.get(reverse("section", args=[KEY, "36"])))


def send(client: Client, edition: str = "lta/2025/900", query: str = "", **told: Any) -> Any:
    row = Subsection.objects.filter(section__edition__eli=edition, section__number="36")[0]
    where = reverse("read_otherwise", args=[KEY, "36"])
    return client.post(where + query, {"subsection": row.id, "gives": "must", **told})


def test_a_reading_is_kept_with_a_name_and_taken_back(cast: Cast, anna: Client) -> None:
    row = Subsection.objects.get(section__edition__eli="lta/2025/900", section__number="36")
    where = reverse("read_otherwise", args=[KEY, "36"])

    anna.post(where, {"subsection": row.id, "gives": "must", "reason": "Det har vi besluttet."})
    told = look(signed_in(cast.bo))
    assert "Vi læser den som »Skal«. Anna skrev" in told
    assert "Det har vi besluttet." in told
    assert "Det har vi besluttet." not in look(signed_in(cast.carla))

    anna.post(where, {"subsection": row.id, "own_words": "1"})
    assert not Correction.objects.exists()


def test_a_reading_without_a_reason_comes_back_as_it_was(anna: Client) -> None:
    row = Subsection.objects.get(section__edition__eli="lta/2025/900", section__number="36")
    where = reverse("read_otherwise", args=[KEY, "36"])

    answer = anna.post(where, {"subsection": row.id, "gives": "right", "reason": ""})

    assert answer.status_code == 422
    assert "Skriv hvorfor" in main(answer)
    assert page(answer).xpath("//option[@selected]/@value") == ["right"]


def test_the_form_for_a_reading_opens_for_one_provision_at_a_time(anna: Client) -> None:
    row = Subsection.objects.get(section__edition__eli="lta/2025/900", section__number="36")
    where = reverse("section", args=[KEY, "36"])

    assert not page(anna.get(where)).xpath("//textarea[@name='reason']")
    opened = page(anna.get(where, {"laes": row.id}))

    assert opened.xpath("//input[@name='subsection']/@value") == [str(row.id)]
    assert not page(anna.get(where, {"laes": "x"})).xpath("//textarea[@name='reason']")


def test_what_points_to_a_person_is_seen_before_it_is_stored(cast: Cast, anna: Client) -> None:
    said = f"Ring til mig på {PHONE}, for det har vi besluttet."
    shown = send(anna, reason=said)

    assert shown.status_code == 422
    assert not Correction.objects.exists()
    assert "Det er ikke gemt endnu." in main(shown)
    assert page(shown).xpath("//textarea[@name='reason']")[0].value.strip() == said
    assert send(anna, reason=said, **decided(shown)).status_code == 302

    assert "[telefonnummer]" in Correction.objects.get().reason
    assert PHONE not in look(signed_in(cast.bo))


def test_what_points_to_one_person_by_itself_is_not_kept_knowingly_either(anna: Client) -> None:
    said = f"Ring til mig på {PHONE}."
    shown = decided(send(anna, reason=said))
    keep = {name: "keep" if name.endswith(".choice") else told for name, told in shown.items()}
    again = decided(send(anna, reason=said, **keep))

    answer = send(anna, reason=said, **again)

    assert answer.status_code == 422
    assert "Slør det." in main(answer)
    assert not Correction.objects.exists()


def test_a_reading_of_an_older_text_comes_back_on_that_day(anna: Client) -> None:
    answer = send(anna, "lta/2024/280", "?dato=2024-05-01", reason="")

    assert answer.status_code == 422
    assert page(answer).xpath("//textarea[@name='reason']")


@pytest.mark.parametrize("number", ["9" * 30, "x", "", "-1"])
def test_a_provision_that_is_none_is_no_crash(anna: Client, number: str) -> None:
    for more in ({"own_words": "1"}, {"gives": "may", "reason": "Sådan gør vi."}):
        answer = send(anna, **more, subsection=number)
        assert answer.status_code in (404, 422)
