"""Dilemmas offered beside an answer, and while somebody writes: a link, never a thing made."""

from typing import Any

from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import made
from handlerum.dilemmas.models import Dilemma
from handlerum.search.services import catch_up
from web.pages import HTMX, Element, ask, links, page, signed_in, words

SITUATION = "Hun vil selv fortælle det, men samtidig spørger arbejdsgiveren os om alt"
PLAIN = "Vi mødtes på bænken ved kanalen"


def offered(response: Any) -> list[Element]:
    found: list[Element] = page(response).xpath("//*[@class='near-dilemmas']")
    return found


def look(cast: Cast, text: str, who: str = "bo") -> Any:
    """What the page says of a text that is being written."""
    browser = signed_in(getattr(cast, who))
    return browser.post(reverse("told"), {"title": "Noget", "text": text}, headers=HTMX)


def test_a_known_dilemma_stands_under_the_answer_with_its_considerations(cast: Cast) -> None:
    dilemma = made(cast)
    catch_up()

    answer = ask(signed_in(cast.bo), SITUATION)

    (section,) = offered(answer)
    assert dilemma.question in words(section)
    assert "Borgerens ret til at bestemme" in words(section)
    assert reverse("dilemma", args=[dilemma.id]) in links(answer)


def test_words_that_sound_like_one_are_marked_and_lead_to_making_one(cast: Cast) -> None:
    shared(cast)
    catch_up()

    answer = ask(signed_in(cast.bo), SITUATION)

    (section,) = offered(answer)
    assert section.xpath(".//mark/text()") == ["men samtidig"]
    assert [str(href) for href in section.xpath(".//@href")] == [reverse("make_dilemma")]
    assert not Dilemma.objects.exists()


def test_without_either_nothing_is_said(cast: Cast) -> None:
    shared(cast)
    catch_up()

    assert offered(ask(signed_in(cast.bo), PLAIN)) == []
    assert offered(look(cast, PLAIN)) == []


def test_while_somebody_writes_both_are_offered_in_a_new_window(cast: Cast) -> None:
    dilemma = made(cast)
    catch_up()

    (section,) = offered(look(cast, SITUATION))

    assert section.xpath(".//a/@href") == [
        reverse("dilemma", args=[dilemma.id]),
        reverse("make_dilemma"),
    ]
    assert section.xpath(".//a/@target") == ["_blank", "_blank"]
    assert section.xpath(".//mark/text()") == ["men samtidig"]


def test_who_may_not_read_it_is_not_told_of_it(cast: Cast) -> None:
    made(cast, audience="team")
    catch_up()

    assert "Skal vi sige alt" not in words(look(cast, SITUATION, "erik"))
    assert "Skal vi sige alt" not in words(ask(signed_in(cast.carla), SITUATION))
    assert "Skal vi sige alt" in words(look(cast, SITUATION))


def test_what_was_written_is_shown_as_text(cast: Cast) -> None:
    told = look(cast, "<b>Her</b> er et dilemma <script>alert(1)</script>")

    (section,) = offered(told)
    assert section.xpath(".//script | .//b") == []
    assert "<script>alert(1)</script>" in words(section)
