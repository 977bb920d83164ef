"""The weighing board: what lies under each consideration, and what may be done with it."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, drafted, report, shared
from dilemmas.making import made, rows, side_ids
from handlerum.dilemmas.models import Dilemma, Weighing
from handlerum.dilemmas.services import weigh
from handlerum.knowledge.services import contribute
from web.pages import main, page, signed_in, words


@pytest.fixture
def row(cast: Cast) -> Dilemma:
    return made(cast)


@pytest.fixture
def bo(cast: Cast) -> Client:
    return signed_in(cast.bo)


def look(client: Client, row: Dilemma) -> str:
    return main(client.get(reverse("dilemma", args=[row.id])))


def test_a_board_shows_the_question_and_its_considerations(row: Dilemma, bo: Client) -> None:
    told = look(bo, row)

    assert row.question in told
    assert "Borgerens ret til at bestemme" in told
    assert "På spil: Tilliden." in told
    assert "Det giver loven mulighed for" in told


def test_a_contribution_lies_in_its_form_with_its_stance_in_words(
    cast: Cast, row: Dilemma, bo: Client
) -> None:
    piece = contribute(cast.reader("anna"), report())
    weigh(cast.reader("anna"), side_ids(row)[0], piece.id, "challenges")

    tree = page(bo.get(reverse("dilemma", args=[row.id])))

    (lane,) = tree.xpath("//section[contains(@class, 'side-lane')]")
    assert "form-research" in lane.get("class")
    assert "Udfordrer Støtte på arbejdspladsen" in words(lane)
    silent = [words(one) for one in tree.xpath("(//ul[@class='silences'])[1]/li")]
    assert len(silent) == 4
    assert all("tavs" in one and "Læg noget her" in one for one in silent)


def test_what_a_reader_may_not_see_is_only_counted(cast: Cast, row: Dilemma) -> None:
    piece = shared(cast, "bo", audience="team", title="Kun for teamet")
    weigh(cast.reader("bo"), side_ids(row)[0], piece.id, "supports")

    told = look(signed_in(cast.erik), row)

    assert "Kun for teamet" not in told
    assert "1 bidrag, du ikke kan se" in told


def test_a_contribution_is_found_by_words_of_its_title_and_laid_on(
    cast: Cast, row: Dilemma, bo: Client
) -> None:
    piece = shared(cast, title="Åbne døre")
    shared(cast, title="Noget andet")
    side = side_ids(row)[0]

    found = bo.get(reverse("find_piece", args=[side]), {"ord": "døre"})
    (form,) = page(found).xpath("//form[.//button[@name='stance']]")
    answer = bo.post(form.get("action"), {"side": side, "stance": "nuances"})

    assert "1 bidrag at vælge imellem" in main(found)
    assert answer["Location"] == f"{reverse('dilemma', args=[row.id])}#side-{side}"
    assert Weighing.objects.get().contribution_id == piece.id
    assert "0 bidrag" in main(bo.get(reverse("find_piece", args=[side]), {"ord": "døre"}))


def test_an_unread_form_can_be_looked_for(cast: Cast, row: Dilemma, bo: Client) -> None:
    shared(cast)
    where = reverse("find_piece", args=[side_ids(row)[0]])

    assert "Mødet på bænken" not in main(bo.get(where, {"form": "theory"}))
    assert "Mødet på bænken" in main(bo.get(where, {"form": "ukendt"}))


def test_a_contribution_leads_to_the_dilemmas_it_can_be_laid_on(
    cast: Cast, row: Dilemma, bo: Client
) -> None:
    piece = shared(cast)
    where = reverse("put", args=[piece.id])

    assert f'href="{where}"' in bo.get(reverse("contribution", args=[piece.id])).content.decode()
    assert page(bo.get(where)).xpath("//optgroup/@label") == [row.question]
    bo.post(where, {"side": side_ids(row)[1], "stance": "supports"})

    assert Weighing.objects.get().side_id == side_ids(row)[1]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"stance": "supports"}, "Vælg et hensyn."),
        ({"side": "1"}, "Vælg, hvad bidraget siger om hensynet."),
    ],
)
def test_what_is_not_chosen_is_asked_for(
    cast: Cast, row: Dilemma, bo: Client, sent: dict[str, str], said: str
) -> None:
    answer = bo.post(reverse("put", args=[shared(cast).id]), sent)

    assert answer.status_code == 422
    assert said in main(answer)


def test_a_draft_is_not_laid_on(cast: Cast, row: Dilemma) -> None:
    piece = drafted(cast)
    anna = signed_in(cast.anna)

    answer = anna.post(
        reverse("put", args=[piece.id]), {"side": side_ids(row)[0], "stance": "supports"}
    )

    assert "Del bidraget, før det lægges på vægten." in main(answer)
    assert not Weighing.objects.exists()


def test_only_who_laid_it_there_or_the_owner_takes_it_off(
    cast: Cast, row: Dilemma, bo: Client
) -> None:
    laid = weigh(cast.reader("dorte"), side_ids(row)[0], shared(cast).id, "supports")
    where = reverse("unweigh", args=[laid.id])
    before = rows()

    assert where not in bo.get(reverse("dilemma", args=[row.id])).content.decode()
    assert bo.post(where).status_code == 404
    assert rows() == before
    signed_in(cast.dorte).post(where)
    assert not Weighing.objects.exists()


def test_what_somebody_wrote_is_never_markup(cast: Cast, bo: Client) -> None:
    row = made(cast, question="<script>alert(1)</script>?", text="<img src=x onerror=y>")

    sent = bo.get(reverse("dilemma", args=[row.id])).content.decode()

    assert "<script>alert" not in sent
    assert "<img" not in sent


def test_the_law_that_the_words_cite_is_named(cast: Cast, bo: Client) -> None:
    row = made(cast, text="Efter LAB § 36 kan hun få en mentor.")

    assert "Loven under dette LAB § 36" in look(bo, row)


def test_carla_meets_nothing_of_it(cast: Cast, row: Dilemma) -> None:
    carla = signed_in(cast.carla)

    assert carla.get(reverse("dilemma", args=[row.id])).status_code == 404
    assert row.question not in main(carla.get(reverse("dilemmas")))
    assert row.question not in main(carla.get(reverse("put", args=[shared(cast, "carla").id])))
