"""The pages of the year: list, document, and who meets what there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from cast import Cast, shared
from handlerum.dilemmas.models import Dilemma
from handlerum.insight.models import YearStatus
from handlerum.insight.services import year as years
from handlerum.insight.terms import Part
from insight.telling import REASON, drafted_year, lived, part_of, period, principle, tried
from web.pages import body, links, main, page, signed_in


def opened(cast: Cast, who: str, name: str, *args: int) -> str:
    answer = signed_in(getattr(cast, who)).get(reverse(name, args=args))
    assert answer.status_code == 200
    return main(answer)


def test_one_press_makes_a_draft_and_shows_it(cast: Cast) -> None:
    lived(cast)
    dorte = signed_in(cast.dorte)
    chosen = period()

    answer = dorte.post(
        reverse("years"), {"starts": chosen.starts, "ends": chosen.ends}, follow=True
    )

    text = main(answer)
    assert "Kladde." in text
    for part in Part:
        assert str(part.label) in text
    assert REASON in text
    assert "Det ændrede mest." in text
    assert "Forsøget gik galt." in text
    assert "Ikke i år." in text
    assert "Intet svar." in text


def test_the_list_proposes_a_whole_year(cast: Cast) -> None:
    answer = signed_in(cast.dorte).get(reverse("years"))

    (first,) = page(answer).xpath("//input[@name='starts']/@value")
    assert first.endswith("-01-01")


def test_a_practitioner_sees_no_form_and_makes_no_draft(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    assert "Lav kladden" not in main(anna.get(reverse("years")))
    chosen = period()
    sent = {"starts": chosen.starts, "ends": chosen.ends}
    assert anna.post(reverse("years"), sent).status_code == 404
    assert not YearStatus.objects.exists()


@pytest.mark.parametrize("name", ["year", "year_pdf", "year_docx", "year_delete", "year_principle"])
def test_a_practitioner_meets_nothing_of_a_draft(cast: Cast, name: str) -> None:
    status = drafted_year(cast)

    assert signed_in(cast.anna).get(reverse(name, args=[status.id])).status_code == 404


def test_a_backwards_period_is_said_at_its_field(cast: Cast) -> None:
    sent = {"starts": "2025-02-01", "ends": "2025-01-01"}

    answer = signed_in(cast.dorte).post(reverse("years"), sent)

    assert answer.status_code == 422
    assert "slutter, før den begynder" in main(answer)


def test_published_it_is_read_by_all_and_written_by_none(cast: Cast) -> None:
    lived(cast)
    status = drafted_year(cast)
    gitte = signed_in(cast.gitte)

    gitte.post(reverse("year_publish", args=[status.id]))

    text = opened(cast, "anna", "year", status.id)
    assert "Ret teksten" not in text
    assert "Hent tallene igen" not in text
    assert "Ret teksten" not in opened(cast, "gitte", "year", status.id)
    assert signed_in(cast.carla).get(reverse("year", args=[status.id])).status_code == 404
    answer = gitte.post(reverse("year_count", args=[status.id]), follow=True)
    assert "er udgivet" in main(answer)
    gitte.post(reverse("year_take_back", args=[status.id]))
    assert signed_in(cast.anna).get(reverse("year", args=[status.id])).status_code == 404


def test_every_plot_is_named_and_has_a_table(cast: Cast) -> None:
    lived(cast)
    answer = signed_in(cast.dorte).get(reverse("year", args=[drafted_year(cast).id]))

    plots = page(answer).xpath("//main//svg[@class='plot']")
    assert len(plots) == 4  # how it went, voices, ways, answers
    assert all(plot.get("role") == "img" and plot.get("aria-label") for plot in plots)
    assert len(page(answer).xpath("//main//table")) == len(plots)
    assert "style=" not in body(answer)
    assert "<script" not in "".join(str(plot.text_content()) for plot in plots)


def test_words_of_people_are_never_markup(cast: Cast) -> None:
    lived(cast)
    status = drafted_year(cast)
    nasty = '<script>alert(1)</script> #import "x" \\ * _'
    Dilemma.objects.update(question=nasty)
    tried(cast, what=nasty, outcome="mixed")
    years.count_again(cast.reader("dorte"), status.id)
    dorte = signed_in(cast.dorte)

    assert escape(nasty) in body(dorte.get(reverse("year", args=[status.id])))
    assert b"<script>" not in dorte.get(reverse("year", args=[status.id])).content
    assert dorte.get(reverse("year_pdf", args=[status.id])).content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["years", "year"])
def test_queries_do_not_grow_with_rows(
    cast: Cast, name: str, django_assert_num_queries: Callable[..., Any]
) -> None:
    lived(cast)
    status = drafted_year(cast)
    dorte = signed_in(cast.dorte)
    where = reverse(name, args=[status.id] if name == "year" else [])
    counted = _count(dorte, where)

    for n in range(6):
        tried(cast, outcome="succeeded")
        years.name_principle(cast.reader("dorte"), status.id, principle(name=f"Princip {n}"))
        _named(cast, shared(cast, "anna", title=f"Nr. {n}").id)
    years.count_again(cast.reader("dorte"), status.id)

    with django_assert_num_queries(counted):
        dorte.get(where)


def test_the_year_leads_to_what_it_names(cast: Cast) -> None:
    rows = lived(cast)

    answer = signed_in(cast.dorte).get(reverse("year", args=[drafted_year(cast).id]))

    for name, thing in (
        ("contribution", "contribution"),
        ("trial", "trial"),
        ("practice", "practice"),
    ):
        assert reverse(name, args=[rows[thing].id]) in links(answer)


def test_a_text_that_was_written_stands_in_the_document(cast: Cast) -> None:
    status = drafted_year(cast)
    row = part_of(status, Part.AHEAD)
    sent = {"text": "Første afsnit.\n\nAndet afsnit.", "version": "0"}

    signed_in(cast.dorte).post(reverse("year_part", args=[row.id]), sent)

    assert "Første afsnit." in opened(cast, "gitte", "year", status.id)


def _named(cast: Cast, contribution_id: int) -> None:
    signed_in(cast.bo).post(reverse("nominate", args=[contribution_id]), {"reason": REASON})


def _count(client: Client, where: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        client.get(where)
    return len(caught)
