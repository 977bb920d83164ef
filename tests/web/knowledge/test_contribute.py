"""Contribute in six ways: each asks what matters for it, and all are kept as told."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Form, State, Way
from handlerum.knowledge.ways import WAYS
from web.pages import contribute, kept, main, page, signed_in, told, value, words

TITLE = "Giv det en titel, så andre kan genkende det."
TEXT = "Fortæl, hvad det handler om."
OUTCOME = "Vælg, hvordan det gik."
WHO = "Skriv, hvem der var med, som roller og ikke som navne."
SOURCE = "Skriv, hvad du læste eller hørte."

#: What each way asks for, in its own words.
ASKED = {
    "own_experience": ["Hvad prøvede du, og hvad skete der?", "Hvordan gik det?", "Hvad lærte du?"],
    "colleagues": ["Hvem reflekterede sammen?", "Hvad talte I om, og hvad kom frem?"],
    "collaboration": ["Hvem samarbejdede du med?", "Hvad gjorde I sammen, og hvad skete der?"],
    "outsiders": ["Hvem taler, og hvor ser de os fra?", "Hvad får det dig til at tænke?"],
    "reports": ["Hvad læste eller hørte du?", "Hvad står der?"],
    "citizens": ["Hvem taler?", "Hvad fortæller borgeren?", "Hvad ændrer det hos os?"],
}
#: What cannot be left out when sharing, as it is said in Danish.
NEEDED = {
    "own_experience": {TITLE, TEXT, OUTCOME},
    "colleagues": {TITLE, TEXT, WHO},
    "collaboration": {TITLE, TEXT, WHO},
    "outsiders": {TITLE, TEXT},
    "reports": {TITLE, TEXT, SOURCE},
    "citizens": {TITLE, TEXT},
}
#: What is told where it differs from `told`, and as what it is kept.
COMPLETE: dict[str, dict[str, Any]] = {
    "own_experience": {},
    "colleagues": {"voice": "colleague", "participants": "To rådgivere", "outcome": "mixed"},
    "collaboration": {"voice": "employer", "participants": "En lagerchef", "outcome": "succeeded"},
    "outsiders": {"voice": "volunteer", "participants": "En besøgsven", "outcome": None},
    "reports": {
        "voice": "researcher",
        "form": "research",
        "outcome": None,
        "source_title": "En rapport",
        "source_year": "2022",
    },
    "citizens": {
        "voice": None,
        "form": "narrative",
        "outcome": None,
        "participants": "En ung på vej i job",
    },
}


def opened(cast: Cast, way: str, query: str = "") -> HttpResponse:
    """The form of a way, as Anna meets it."""
    answer: HttpResponse = signed_in(cast.anna).get(reverse("contribute", args=[way]) + query)
    assert answer.status_code == 200
    return answer


def labels(answer: HttpResponse) -> list[str]:
    """The question over every field."""
    found = page(answer).xpath("//form[@enctype]//label[@for] | //form[@enctype]//legend")
    return [words(one) for one in found]


def refused(answer: HttpResponse) -> set[str]:
    """Every reason that stands at a field."""
    return {words(one) for one in page(answer).xpath("//ul[@class='errors']/li")}


def test_the_six_ways_are_offered_in_their_order(cast: Cast) -> None:
    answer = signed_in(cast.anna).get(reverse("choose_way"))

    ways = page(answer).xpath("//ul[@class='ways']//a")
    assert [a.get("href") for a in ways] == [f"/bidrag/nyt/{way}/" for way in Way.values]
    for way, link in zip(Way, ways, strict=True):
        assert words(link) == f"{way.label}{WAYS[way].invitation}"


@pytest.mark.parametrize("way", ASKED)
def test_each_way_asks_in_its_own_words(cast: Cast, way: str) -> None:
    # What need not be answered is marked so behind the question.
    asked = {label.removesuffix(" (hvis du vil)") for label in labels(opened(cast, way))}

    assert {"Titel", "Form", "Hvem må læse det?", *ASKED[way]} <= asked
    assert not {ASKED[other][0] for other in ASKED if other != way} & asked


@pytest.mark.parametrize("way", ASKED)
def test_only_the_first_three_ways_ask_how_it_went(cast: Cast, way: str) -> None:
    asks = "Hvordan gik det?" in labels(opened(cast, way))
    assert asks is (way in ("own_experience", "colleagues", "collaboration"))


@pytest.mark.parametrize("way", ASKED)
def test_all_five_forms_can_be_chosen_whichever_the_way(cast: Cast, way: str) -> None:
    offered = page(opened(cast, way)).xpath("//input[@name='form']/@value")

    assert sorted(offered) == sorted(Form.values)


@pytest.mark.parametrize("way", ASKED)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_kept(cast: Cast, way: str) -> None:
    nothing = {"form": "experience", "audience": "organisation", "share": "1"}

    answer = contribute(signed_in(cast.anna), way, nothing)

    assert answer.status_code == 422
    assert refused(answer) == NEEDED[way]
    assert "Det blev ikke gemt endnu." in main(answer)
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("way", ASKED)
def test_a_problem_in_the_summary_leads_to_its_field(cast: Cast, way: str) -> None:
    nothing = {"form": "experience", "audience": "organisation", "share": "1"}

    answer = page(contribute(signed_in(cast.anna), way, nothing))

    (summary,) = answer.xpath("//*[@role='alert']")
    targets = [href.removeprefix("#") for href in summary.xpath(".//a/@href")]
    assert len(targets) == len(NEEDED[way])
    for target in targets:
        assert answer.xpath(f"//*[@id='{target}']"), f"nothing on the page has the id {target}"


@pytest.mark.parametrize("way", COMPLETE)
def test_what_was_told_is_shared_and_kept_as_told(cast: Cast, way: str) -> None:
    sent = told(**COMPLETE[way])

    answer = contribute(signed_in(cast.anna), way, sent)

    row = Contribution.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("contribution", args=[row.id])
    assert (row.way, row.state, row.version) == (way, State.SHARED, 1)
    assert (row.author, row.organisation) == (cast.anna.user, cast.home)
    for name in ("title", "text", "learned", "form", "audience", "participants", "outcome"):
        assert getattr(row, name) == sent.get(name, "")
    assert row.voice == sent.get("voice", "citizen")


def test_the_source_and_the_details_are_kept_too(cast: Cast) -> None:
    details = {
        "source_authors": "En forsker",
        "source_publisher": "Et forlag",
        "source_url": "https://x.example/1",
        "context": "Efter tre samtaler",
        "topics": "Angst, fremmøde,  angst ,",
        "law_date": "2024-05-01",
    }

    contribute(signed_in(cast.anna), "reports", told(**COMPLETE["reports"], **details))

    row = Contribution.objects.get()
    assert str(row.source) == "En rapport (En forsker, 2022, Et forlag)"
    assert row.source is not None
    assert row.source.url == "https://x.example/1"
    assert row.context == "Efter tre samtaler"
    assert sorted(topic.name for topic in row.topics.all()) == ["angst", "fremmøde"]
    assert str(row.law_date) == "2024-05-01"


def test_thanks_are_said_on_the_page_of_the_contribution(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    answer = anna.get(contribute(anna, "own_experience", told())["Location"])

    assert "Tak. Dit bidrag er delt." in main(answer)
    assert "Mødet på bænken" in main(answer)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": "Mødet på bænken " * 10}, "title"),
        ({"text": "x" * 100_001}, "text"),
        ({"title": "Mødet\0"}, "title"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"source_year": "i fjor"}, "source_year"),
        ({"source_year": "99999"}, "source_year"),
        ({"law_date": "i går"}, "law_date"),
        ({"topics": "mod, håb, tempo, tillid, pause, ro, vilje, humor, tur"}, "topics"),
        ({"voice": "citizen"}, "voice"),
        ({"outcome": "begge"}, "outcome"),
        ({"form": "rygte"}, "form"),
        ({"form": None}, "form"),
        ({"audience": "hele verden"}, "audience"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_the_rest_stays(
    cast: Cast, changed: dict[str, Any], field: str
) -> None:
    answer = contribute(signed_in(cast.anna), "own_experience", told(**changed))

    assert answer.status_code == 422
    assert page(answer).xpath(f"//*[@id='id_{field}_error']//li")
    assert value(answer, "learned") == "Spørg til vejen hen til mødet."
    if field != "text":
        assert value(answer, "text") == told()["text"]
    assert not Contribution.objects.exists()


def test_script_in_a_contribution_is_shown_as_text(cast: Cast) -> None:
    hostile = "<script>alert(1)</script><b onmouseover=alert(2)>x"
    anna = signed_in(cast.anna)
    sent = told(title=hostile, text=hostile, learned=hostile, context=hostile, topics=hostile)
    sent = kept(anna, "own_experience", sent)

    for answer in (
        anna.get(contribute(anna, "own_experience", sent)["Location"]),
        anna.get(reverse("browse")),
        contribute(anna, "own_experience", told(title=hostile, text="")),
    ):
        assert hostile in main(answer) or value(answer, "title") == hostile
        assert "<script>alert" not in answer.content.decode()
        assert not page(answer).xpath("//main//b")


def test_the_form_that_was_silent_is_chosen_beforehand(cast: Cast) -> None:
    for query, chosen in (("?form=theory", "theory"), ("?form=rygte", None), ("", "experience")):
        found = page(opened(cast, "own_experience", query)).xpath(
            "//input[@name='form' and @checked]/@value"
        )
        assert found == ([chosen] if chosen else [])


def test_a_way_that_does_not_exist_is_not_found(cast: Cast) -> None:
    assert signed_in(cast.anna).get(reverse("contribute", args=["rygter"])).status_code == 404
