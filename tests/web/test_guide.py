"""The user guide, shown in the product to everybody."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from web.pages import main, page, signed_in

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "brug"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_the_guide_can_be_read_by_anybody(db: None, name: str) -> None:
    answer = Client().get(reverse("guide_page", args=[name]))

    assert answer.status_code == 200
    assert len(page(answer).xpath("//h1")) == 1
    assert len(main(answer)) > 200


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_the_guide_leads_somewhere(cast: Cast, name: str) -> None:
    anna = signed_in(cast.anna)
    where = reverse("guide_page", args=[name])

    for link in page(anna.get(where)).xpath("//main//a/@href"):
        if not link.startswith(("http://", "https://", "mailto:", "#")):
            path = link if link.startswith("/") else f"{where}{link}"
            assert anna.get(path, follow=True).status_code == 200, f"{name}: {link}"


def test_the_first_page_leads_to_every_other(db: None) -> None:
    answer = Client().get(reverse("guide"))

    led = " ".join(page(answer).xpath("//a/@href"))
    for name in set(NAMES) - {"index"}:
        assert name in led, f"docs/brug/index.md does not lead to {name}.md"


@pytest.mark.parametrize("name", ["findes-ikke", "ARCHITECTURE", "INDEX", "-"])
def test_what_is_no_page_of_the_guide_is_not_found(db: None, name: str) -> None:
    assert Client().get(reverse("guide_page", args=[name])).status_code == 404


@pytest.mark.parametrize("path", ["../ordbog", "..%2fordbog", "index.md", "%00"])
def test_nothing_outside_the_guide_is_shown(db: None, path: str) -> None:
    assert Client().get(f"/hjaelp/{path}/").status_code == 404


def test_in_english_it_says_that_the_guide_is_in_danish(db: None) -> None:
    client = Client()
    client.post(reverse("language"), {"language": "en"})

    answer = page(client.get(reverse("guide")))

    assert answer.xpath("//main/p[@class='help']")
    assert answer.xpath("//div[@class='guide' and @lang='da']")
