"""Pages for what went wrong, in plain words and without details."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from web.pages import body, main, page, signed_in, words


def broken(*_: Any, **__: Any) -> None:
    """Something of ours that breaks."""
    raise RuntimeError("hemmelig detalje")


@pytest.mark.parametrize("path", ["/findes/ikke/", "/bidrag/x/", "/bidrag/-1/", "/admin/", "/%00"])
def test_what_does_not_exist_gets_a_page_that_leads_on(cast: Cast, path: str) -> None:
    for client in (Client(), signed_in(cast.anna)):
        answer = client.get(path)

        assert answer.status_code == 404
        assert "Siden findes ikke" in main(answer)
        assert page(answer).xpath(f"//main//a[@href='{reverse('start')}']")


def test_the_page_for_what_does_not_exist_has_no_more_to_say(cast: Cast) -> None:
    answer = signed_in(cast.anna).get("/bidrag/123456/")

    assert "Måske er den flyttet, trukket tilbage eller ikke delt med dig." in main(answer)
    assert "123456" not in main(answer)


@pytest.mark.parametrize("name", ["start", "browse", "people"])
def test_a_failure_of_ours_gets_a_page_without_details(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("handlerum.web.scope.reader_of", broken)
    anna = signed_in(cast.anna, raise_request_exception=False)

    answer = anna.get(reverse(name))

    assert answer.status_code == 500
    assert "Noget gik galt hos os" in words(answer)
    assert "Something broke on our side." in words(answer)
    assert "hemmelig detalje" not in body(answer)
    assert "Traceback" not in body(answer)


def test_the_page_for_a_failure_needs_neither_database_nor_files(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlerum.web.context.memberships_of", broken)
    monkeypatch.setattr("handlerum.web.scope.membership_in", broken)

    answer = signed_in(cast.anna, raise_request_exception=False).get(reverse("start"))

    assert answer.status_code == 500
    assert not page(answer).xpath("//link | //script")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_method_that_no_page_knows_changes_nothing(cast: Cast, method: str) -> None:
    answer = getattr(signed_in(cast.anna), method)(reverse("browse"))

    assert answer.status_code in (200, 405)


def test_a_host_that_is_not_ours_is_refused(db: None) -> None:
    assert Client().get("/", headers={"host": "ond.example"}).status_code == 400
