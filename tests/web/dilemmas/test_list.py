"""The list of dilemmas, what could be one more, what is followed, and the map."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import asked, made, rows, safety, side_ids, trust
from handlerum.dilemmas.models import Follow
from handlerum.dilemmas.services import add_option, make, set_state, weigh
from web.pages import main, page, signed_in


@pytest.fixture
def bo(cast: Cast) -> Client:
    return signed_in(cast.bo)


def listed(client: Client, **query: object) -> str:
    return main(client.get(reverse("dilemmas"), query))


def test_without_any_dilemma_the_page_says_what_one_is(bo: Client) -> None:
    told = listed(bo)

    assert "Et dilemma er et spørgsmål, hvor mindst to hensyn begge har ret." in told
    assert page(bo.get(reverse("dilemmas"))).xpath(f"//a[@href='{reverse('make_dilemma')}']")


def test_a_card_counts_considerations_and_the_pieces_its_reader_sees(cast: Cast) -> None:
    row = made(cast)
    for audience in ("organisation", "team"):
        piece = shared(cast, "bo", audience=audience)
        weigh(cast.reader("bo"), side_ids(row)[0], piece.id, "supports")

    assert "2 hensyn · 2 bidrag på vægten" in listed(signed_in(cast.bo))
    assert "2 hensyn · 1 bidrag på vægten" in listed(signed_in(cast.erik))


def test_the_state_filters(cast: Cast, bo: Client) -> None:
    made(cast)
    row = made(cast, question="Lever vi med det?")
    set_state(cast.reader("anna"), row.id, "lived_with")

    assert "Lever vi med det?" in listed(bo, tilstand="lived_with")
    assert "Skal vi sige alt" not in listed(bo, tilstand="lived_with")
    assert "Skal vi sige alt" in listed(bo, tilstand="ukendt")
    assert "Ingen dilemmaer er der lige nu." in listed(bo, tilstand="dissolved")


def test_a_consideration_leads_to_the_dilemmas_where_it_stands(cast: Cast, bo: Client) -> None:
    row = made(cast)
    made(cast, question="Et andet?")
    one = row.sides.all()[0].consideration

    told = listed(bo, hensyn=one.id)

    assert row.question in told
    assert "Et andet?" not in told
    for number in (987_654, 2**63, "1" * 30):
        answer = bo.get(reverse("dilemmas"), {"hensyn": number})
        assert answer.status_code in (200, 404)
    assert signed_in(cast.carla).get(reverse("dilemmas"), {"hensyn": one.id}).status_code == 404


def test_a_suggestion_says_why_and_is_put_aside_for_good(cast: Cast, bo: Client) -> None:
    shared(cast, title="Det gik godt", topics=("fremmøde",), outcome="succeeded")
    shared(cast, title="Det gik skidt", topics=("fremmøde",), outcome="failed")
    told = listed(bo)
    assert "Det samme emne, men det gik modsat: fremmøde" in told
    assert "Det lykkedes: Det gik godt Det mislykkedes: Det gik skidt" in told

    (button,) = page(bo.get(reverse("dilemmas"))).xpath("//button[@name='fingerprint']")
    bo.post(reverse("dismiss"), {"fingerprint": button.get("value")})

    assert "Det gik skidt" not in listed(bo)
    assert "Det gik skidt" in listed(signed_in(cast.anna))


def test_what_moved_is_told_until_it_was_seen(cast: Cast, bo: Client) -> None:
    row = made(cast)
    assert "Du følger ingen dilemmaer." in main(bo.get(reverse("followed")))
    bo.post(reverse("follow", args=[row.id]))
    add_option(cast.reader("anna"), row.id, "Spørg hende.")

    shown = bo.get(reverse("followed"))
    assert "Anna foreslog en mulighed" in main(shown)
    cursor = page(shown).xpath("//button[@name='cursor']/@value")[0]
    add_option(cast.reader("anna"), row.id, "Vent en uge.")
    bo.post(reverse("seen", args=[row.id]), {"cursor": cursor})

    assert main(bo.get(reverse("followed"))).count("foreslog en mulighed") == 1


def test_following_stops(cast: Cast, bo: Client) -> None:
    row = made(cast)
    bo.post(reverse("follow", args=[row.id]))
    assert "Følg ikke mere" in main(bo.get(reverse("dilemma", args=[row.id])))

    bo.post(reverse("follow", args=[row.id]), {"stop": "1"})

    assert not Follow.objects.exists()


def test_a_cursor_that_is_none_changes_nothing(cast: Cast, bo: Client) -> None:
    row = made(cast)
    bo.post(reverse("follow", args=[row.id]))
    before = rows()

    for cursor in ("", "x", "9" * 40):
        bo.post(reverse("seen", args=[row.id]), {"cursor": cursor})

    assert rows() == before


def test_the_map_says_the_same_as_a_drawing_and_as_a_table(cast: Cast, bo: Client) -> None:
    row = made(cast)
    first, second = (side.consideration for side in row.sides.all())

    tree = page(bo.get(reverse("dilemma_map")))

    (drawing,) = tree.xpath("//figure//*[@role='img']")
    assert "Det samme står i tabellen." in drawing.xpath("string(title)")
    assert len(tree.xpath("//figure//line")) == 1
    assert len(tree.xpath("//figure//circle")) == 2
    cells = [" ".join(cell.text_content().split()) for cell in tree.xpath("//tbody//td")]
    assert cells == [first.name, second.name, "1"]
    where = f"{reverse('dilemmas')}?hensyn={first.id}"
    assert len(tree.xpath(f"//a[@href='{where}']")) == 2


def test_the_map_of_nothing_says_so_and_shows_nobody_elses(cast: Cast) -> None:
    made(cast)

    assert "Kortet tegner sig selv" in main(signed_in(cast.carla).get(reverse("dilemma_map")))


def test_the_box_of_the_map_holds_every_label(cast: Cast) -> None:
    make(cast.reader("anna"), asked(), [trust(name="Mmmm mmmm mmmm mmm"), safety(name="i")])

    (drawing,) = page(signed_in(cast.anna).get(reverse("dilemma_map"))).xpath("//main//figure/svg")

    left, _top, wide, _high = map(float, drawing.get("viewbox").split())
    for text in drawing.xpath(".//text"):
        length, x = 14 * len(text.text), float(text.get("x"))
        before = {"start": 0, "middle": length / 2, "end": length}[text.get("text-anchor")]
        assert left <= x - before
        assert x - before + length <= left + wide
