"""The page "what came of it": a picture and the same by time."""

import pytest
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import made, side_ids
from handlerum.dilemmas.services import weigh
from insight.telling import lived
from web.pages import links, main, page, signed_in


def test_the_picture_is_named_and_the_list_says_the_same(cast: Cast) -> None:
    rows = lived(cast)

    answer = signed_in(cast.anna).get(reverse("trial_path", args=[rows["trial"].id]))

    (picture,) = page(answer).xpath("//main//svg[@role='img']")
    assert picture.get("aria-labelledby") == picture.xpath("title/@id")[0]
    listed = page(answer).xpath("//ol[@class='path-list']/li")
    assert len(listed) == len(picture.xpath(".//circle")) == 2
    assert reverse("practice", args=[rows["practice"].id]) in links(answer)
    assert "Blev ændret efter (udgave 2): Vi ringer dagen før" in main(answer)


def test_what_may_not_be_seen_is_counted(cast: Cast) -> None:
    row = shared(cast, "anna")
    dilemma = made(cast, audience="team", question="Kun teamets spørgsmål?")
    weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "supports")

    text = main(signed_in(cast.erik).get(reverse("contribution_path", args=[row.id])))

    assert "Her er 1 ting, du ikke kan se." in text
    assert "teamets" not in text


def test_of_what_nothing_came_is_said_so(cast: Cast) -> None:
    row = shared(cast, "anna")

    assert "Intet er sket med det endnu." in main(
        signed_in(cast.bo).get(reverse("contribution_path", args=[row.id]))
    )


@pytest.mark.parametrize("name", ["contribution", "dilemma", "trial", "practice"])
def test_every_page_leads_to_its_path_and_back(cast: Cast, name: str) -> None:
    number = lived(cast)[name].id
    anna = signed_in(cast.anna)

    answer = anna.get(reverse(name, args=[number]))

    where = reverse(f"{name}_path", args=[number])
    assert where in links(answer)
    assert reverse(name, args=[number]) in links(anna.get(where))
    assert signed_in(cast.carla).get(where).status_code == 404
