"""Danish unless somebody chose English: kept with the person, or in the browser of a stranger."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cast import Cast, shared
from handlerum.knowledge.terms import Way
from handlerum.search.services import catch_up
from web.pages import ask, page, signed_in, words

ADDRESSES = ["start", "browse", "mine", "people", "choose_way", "account_change_password"]


def choose(client: Client, language: str, back: str = "") -> str:
    """Press the button, and tell where it leads."""
    answer = client.post(reverse("language"), {"language": language, "next": back})
    assert answer.status_code == 302
    return answer["Location"]


def language_of(client: Client, name: str = "start") -> str:
    """In which language a page comes."""
    answer = client.get(reverse(name))
    assert answer["Content-Language"] == page(answer).get("lang")
    return answer["Content-Language"]


def test_danish_is_first_whatever_the_browser_wishes(cast: Cast) -> None:
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})

    assert language_of(client) == "da"


def test_a_stranger_chooses_for_this_browser(db: None) -> None:
    client = Client()

    choose(client, "en")

    assert language_of(client) == "en"
    assert language_of(Client()) == "da"
    cookie = client.cookies["handlerum_language"]
    assert cookie["samesite"] == "Lax"
    choose(client, "da")
    assert language_of(client) == "da"


def test_a_person_chooses_for_every_browser(cast: Cast) -> None:
    choose(signed_in(cast.anna), "en")

    assert language_of(signed_in(cast.anna)) == "en"
    assert language_of(signed_in(cast.bo)) == "da"


def test_the_persons_own_choice_wins_over_the_browsers(cast: Cast) -> None:
    client = Client()
    choose(client, "en")
    client.force_login(cast.anna.user)

    assert language_of(client) == "da"


@pytest.mark.parametrize("cookie", ["de", "", "en; x", "../en", "\u00e6"])
def test_a_forged_cookie_gives_danish(db: None, cookie: str) -> None:
    client = Client()
    client.cookies["handlerum_language"] = cookie

    assert language_of(client) == "da"


@pytest.mark.parametrize("language", ["de", "", "da\0"])
def test_a_language_that_is_not_offered_is_not_found(cast: Cast, language: str) -> None:
    answer = signed_in(cast.anna).post(reverse("language"), {"language": language})

    assert answer.status_code == 404


def test_it_leads_back_to_where_one_was(cast: Cast) -> None:
    anna = signed_in(cast.anna)
    row = shared(cast, "anna")
    where = reverse("contribution", args=[row.id]) + "?a=1"

    (back,) = page(anna.get(where)).xpath("//form[@class='language']/input[@name='next']/@value")

    assert back == where
    assert choose(anna, "en", back) == where


@pytest.mark.parametrize(
    "elsewhere", ["https://ond.example/", "//ond.example", "javascript:alert(1)", "\\\\ond.example"]
)
def test_it_leads_nowhere_else(cast: Cast, elsewhere: str) -> None:
    assert choose(signed_in(cast.anna), "en", elsewhere) == reverse("start")


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_danish_is_left_on_the_pages_in_english(cast: Cast, name: str) -> None:
    anna = signed_in(cast.anna)
    choose(anna, "en")

    tree = page(anna.get(reverse(name)))

    for danish in tree.xpath("//*[@lang='da']"):
        danish.drop_tree()
    text = words(tree) + " ".join(tree.xpath("//@aria-label | //@placeholder | //@title"))
    assert not {letter for letter in "æøåÆØÅ" if letter in text}, text


@pytest.mark.parametrize("way", Way.values)
def test_the_forms_and_their_problems_are_english_too(cast: Cast, way: str) -> None:
    anna = signed_in(cast.anna)
    choose(anna, "en")

    answer = anna.post(
        reverse("contribute", args=[way]), {"form": "theory", "audience": "me", "title": "x" * 151}
    )

    assert answer.status_code == 422
    tree = page(answer)
    for danish in tree.xpath("//*[@lang='da']"):
        danish.drop_tree()
    assert not {letter for letter in "æøåÆØÅ" if letter in words(tree)}, words(tree)


def test_an_answer_in_english_keeps_the_contribution_in_its_own_language(cast: Cast) -> None:
    shared(cast, "anna")
    catch_up()
    anna = signed_in(cast.anna)
    choose(anna, "en")

    answer = ask(anna, "Mødet på bænken")

    with override("en"):
        assert _("Det ved vi") in words(answer)
    assert page(answer).get("lang") == "en"
    (title,) = page(answer).xpath("//article//*[@lang='da']//a[contains(@href, '/bidrag/')]")
    assert words(title) == "Mødet på bænken"
    (excerpt,) = page(answer).xpath("//article//*[@lang='da' and contains(@class, 'excerpt')]")
    assert "ved kanalen" in words(excerpt)
