"""The page of one contribution."""

from datetime import date

from django.urls import reverse

from cast import Cast, report, shared, telling
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, draft
from web.pages import links, main, page, signed_in, words


def test_everything_that_was_told_can_be_read(cast: Cast) -> None:
    row = contribute(
        cast.reader("anna"),
        telling(
            way="colleagues",
            voice="colleague",
            outcome="mixed",
            participants="To rådgivere",
            context="Efter en uge",
            topics=("angst",),
            law_date=date(2024, 5, 1),
        ),
    )

    answer = signed_in(cast.bo).get(reverse("contribution", args=[row.id]))

    assert words(page(answer).xpath("//h1")[0]) == "Mødet på bænken"
    told = main(answer)
    for part in (
        "Vi mødtes på bænken ved kanalen, fordi døren var for svær.",
        "Spørg til vejen hen til mødet.",
        "Erfaring",
        "Refleksion med kolleger",
        "Kollega",
        "Både-og",
        "To rådgivere",
        "Efter en uge",
        "1. maj 2024",
        "Anna",
        "Hele organisationen",
        "1 version",
    ):
        assert part in told
    assert reverse("browse") + "?topic=angst" in links(answer)
    assert reverse("history", args=[row.id]) in links(answer)


def test_the_source_is_a_link_that_tells_nobody_where_one_came_from(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report())

    answer = signed_in(cast.bo).get(reverse("contribution", args=[row.id]))

    (link,) = page(answer).xpath("//dd/a[@href='https://x.example/1']")
    assert "noreferrer" in link.get("rel")
    assert "En rapport (En forsker, 2022, Et forlag)" in main(answer)


def test_what_is_for_a_team_says_which(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")

    assert "Ungeteamet" in main(signed_in(cast.bo).get(reverse("contribution", args=[row.id])))


def test_an_example_says_that_it_is_one(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), telling(), is_example=True)

    answer = signed_in(cast.bo).get(reverse("contribution", args=[row.id]))

    assert "Et eksempel. Erfaringer og fortællinger er digtet" in main(answer)


def test_paragraphs_stay_paragraphs(cast: Cast) -> None:
    row = shared(cast, "anna", text="Første afsnit.\n\nAndet afsnit\npå to linjer.")

    answer = signed_in(cast.bo).get(reverse("contribution", args=[row.id]))

    first, second = page(answer).xpath("//div[@class='text']/p")
    assert words(first) == "Første afsnit."
    assert len(second.xpath("./br")) == 1


def test_a_draft_without_a_title_still_has_a_page(cast: Cast) -> None:
    row = draft(cast.reader("anna"), telling(title="", learned=""))

    answer = signed_in(cast.anna).get(reverse("contribution", args=[row.id]))

    assert answer.status_code == 200
    assert words(page(answer).xpath("//h1")[0])


def test_the_longest_contribution_can_be_read(cast: Cast) -> None:
    row = shared(cast, "anna", text="ord " * 24_999, title="x" * 150)

    answer = signed_in(cast.bo).get(reverse("contribution", args=[row.id]))

    assert main(answer).count("ord ord") > 12_000
    assert Contribution.objects.get().title in main(answer)
