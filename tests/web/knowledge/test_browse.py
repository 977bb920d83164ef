"""Everything shared with the reader, filtered and paged."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from cast import Cast, drafted, report, shared, telling
from handlerum.knowledge.services import contribute
from handlerum.web.knowledge.reading import PAGE
from web.pages import main, page, signed_in, value, words


def browse(cast: Cast, name: str = "bo", **query: Any) -> HttpResponse:
    """The page as one of the cast sees it."""
    answer: HttpResponse = signed_in(getattr(cast, name)).get(reverse("browse"), query)
    assert answer.status_code == 200
    return answer


def titles(answer: HttpResponse) -> list[str]:
    """What is on the page, from the top."""
    return [words(heading) for heading in page(answer).xpath("//article//h3")]


@pytest.fixture
def five(cast: Cast) -> None:
    """Five contributions that differ in every filter."""
    anna = cast.reader("anna")
    contribute(anna, telling(title="Bænken", topics=("angst", "fremmøde")))
    contribute(anna, telling(title="Parken", outcome="succeeded", voice="leader"))
    contribute(
        anna,
        telling(
            title="Kantinen",
            way="collaboration",
            voice="employer",
            outcome="succeeded",
            participants="En leder",
        ),
    )
    contribute(anna, report(title="En undersøgelse"))
    contribute(
        anna,
        telling(
            title="Ærø og Århus", way="citizens", form="narrative", voice="citizen", outcome=""
        ),
    )


def test_the_newest_is_first(cast: Cast, five: None) -> None:
    assert titles(browse(cast)) == [
        "Ærø og Århus",
        "En undersøgelse",
        "Kantinen",
        "Parken",
        "Bænken",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"form": "research"}, {"En undersøgelse"}),
        ({"way": "citizens"}, {"Ærø og Århus"}),
        ({"voice": "leader"}, {"Parken"}),
        ({"outcome": "succeeded"}, {"Parken", "Kantinen"}),
        ({"topic": "angst"}, {"Bænken"}),
        ({"title": "parken"}, {"Parken"}),
        ({"title": "under en"}, {"En undersøgelse"}),
        ({"outcome": "succeeded", "voice": "employer"}, {"Kantinen"}),
        ({"form": "research", "outcome": "failed"}, set()),
        ({"title": "%"}, set()),
        ({"title": "_"}, set()),
        ({"title": "'; DROP TABLE"}, set()),
    ],
)
def test_each_choice_narrows_what_is_shown(
    cast: Cast, five: None, query: dict[str, str], found: set[str]
) -> None:
    answer = browse(cast, **query)

    assert set(titles(answer)) == found
    assert f"{len(found)} bidrag" in words(page(answer).xpath("//p[@role='status']")[0])


@pytest.mark.parametrize("typed", ["ÆRØ", "ærø", "århus", "ÅRHUS"])
def test_danish_letters_are_found_in_capitals_and_small(cast: Cast, five: None, typed: str) -> None:
    assert titles(browse(cast, title=typed)) == ["Ærø og Århus"]


def test_what_was_chosen_stays_chosen(cast: Cast, five: None) -> None:
    chosen = {"form": "experience", "outcome": "succeeded", "title": "kantinen"}

    answer = browse(cast, **chosen)

    assert {name: value(answer, name) for name in chosen} == chosen
    assert page(answer).xpath("//a[text()='Ryd valg']/@href") == [reverse("browse")]


def test_nothing_that_fits_says_so_and_leads_on(cast: Cast, five: None) -> None:
    answer = browse(cast, form="theory")

    assert "Intet passer på alle valgene på én gang." in main(answer)
    assert page(answer).xpath(f"//main//a[@href='{reverse('choose_way')}']")


def test_an_empty_organisation_asks_for_the_first(cast: Cast) -> None:
    assert "Det første bidrag kan være dit." in main(browse(cast))


@pytest.mark.parametrize(
    "nonsense",
    [
        {"form": "rygte"},
        {"form": ["research", "theory", ""]},
        {"way": "\0"},
        {"topic": "findes ikke"},
        {"title": "\0"},
        {"title": "x" * 5000},
        {"side": "mange"},
        {"side": "-3"},
        {"side": "9" * 5000},
        {"ukendt": "1"},
    ],
)
def test_nonsense_is_no_error_of_ours(cast: Cast, five: None, nonsense: dict[str, Any]) -> None:
    answer = browse(cast, **nonsense)

    assert "Det, vi har delt" in main(answer)
    assert titles(answer)


def test_a_choice_that_is_none_is_pointed_out(cast: Cast, five: None) -> None:
    answer = browse(cast, form="rygte")

    (problem,) = page(answer).xpath("//*[@id='id_form_error']//li")
    assert "rygte" in words(problem)


def test_markup_in_a_choice_is_shown_as_text(cast: Cast, five: None) -> None:
    hostile = '"><script>alert(1)</script>'

    answer = browse(cast, title=hostile, topic=hostile)

    assert "<script>alert" not in answer.content.decode()
    assert value(answer, "title") == hostile


def test_paging_keeps_the_choices(cast: Cast) -> None:
    for number in range(PAGE + 2):
        shared(cast, "anna", title=f"Nummer {number}", outcome="failed")
    shared(cast, "anna", title="Det gik godt", outcome="succeeded")
    bo = signed_in(cast.bo)

    first = browse(cast, outcome="failed", title="nummer")
    (older,) = page(first).xpath("//a[@rel='next']/@href")
    second = bo.get(reverse("browse") + older)
    (newer,) = page(second).xpath("//a[@rel='prev']/@href")

    assert len(titles(first)) == PAGE
    assert titles(second) == ["Nummer 1", "Nummer 0"]
    assert "Side 2 af 2" in main(second)
    assert value(second, "outcome") == "failed"
    assert value(second, "title") == "nummer"
    assert titles(bo.get(reverse("browse") + newer)) == titles(first)


@pytest.mark.parametrize(
    ("side", "shown"), [("99", "Nummer 0"), ("0", "Nummer 0"), ("x", "Nummer 25")]
)
def test_a_page_that_does_not_exist_becomes_one_that_does(
    cast: Cast, side: str, shown: str
) -> None:
    for number in range(PAGE + 2):
        shared(cast, "anna", title=f"Nummer {number}")

    assert shown in titles(browse(cast, side=side))


def test_only_what_the_reader_may_see_is_shown_and_counted(cast: Cast) -> None:
    shared(cast, "anna", title="Til alle", topics=("fælles",))
    shared(cast, "anna", title="Til teamet", audience="team", topics=("hemmeligt",))
    shared(cast, "anna", title="Til mig", audience="me", topics=("eget",))
    drafted(cast, "anna", title="En kladde", topics=("på vej",))
    shared(cast, "carla", title="Et andet sted", topics=("fremmed",))

    def seen(name: str) -> tuple[set[str], list[str]]:
        answer = browse(cast, name)
        topics = page(answer).xpath("//select[@name='topic']/option[@value!='']/@value")
        return set(titles(answer)), topics

    assert seen("anna") == ({"Til alle", "Til teamet", "Til mig"}, ["eget", "fælles", "hemmeligt"])
    assert seen("bo") == ({"Til alle", "Til teamet"}, ["fælles", "hemmeligt"])
    assert seen("erik") == ({"Til alle"}, ["fælles"])
    assert seen("carla") == ({"Et andet sted"}, ["fremmed"])


def test_the_topic_of_what_is_hidden_finds_nothing(cast: Cast) -> None:
    shared(cast, "anna", title="Til teamet", audience="team", topics=("hemmeligt",))
    shared(cast, "anna", title="Til alle")

    assert "Til teamet" not in titles(browse(cast, "erik", topic="hemmeligt"))


def test_topics_stand_in_danish_order(cast: Cast) -> None:
    shared(cast, "anna", topics=("åben", "zebra", "øvelse", "ægte", "arbejde"))

    topics = page(browse(cast)).xpath("//select[@name='topic']/option[@value!='']/@value")

    assert topics == ["arbejde", "zebra", "ægte", "øvelse", "åben"]
