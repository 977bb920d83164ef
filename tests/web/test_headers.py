"""What every page tells the browser: no code but our own files, no frames, no leaking addresses."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import PASSWORD, Cast, drafted, shared
from handlerum.organisations.services import invite
from handlerum.organisations.terms import Role
from handlerum.search.services import catch_up
from web.pages import HTMX, ask, body, page, signed_in, told

LOCAL = "'self'"


def everywhere(cast: Cast) -> Iterator[tuple[str, Any]]:
    """Every kind of page, by a name to tell it apart."""
    anna, gitte, stranger = signed_in(cast.anna), signed_in(cast.gitte), Client()
    row, draft = shared(cast, "anna"), drafted(cast, "anna")
    catch_up()
    token = invite(cast.reader("gitte"), Role.PRACTITIONER, None)
    way = reverse("contribute", args=["own_experience"])
    for name in ("start", "account_login", "account_reset_password", "guide"):
        yield f"stranger {name}", stranger.get(reverse(name))
    yield "kept", stranger.post(reverse("start"), {"situation": "angst"})
    yield "invitation", stranger.get(reverse("invitation", args=[token]))
    yield "invitation gone", stranger.get(reverse("invitation", args=["x"]))
    yield "nowhere to be found", stranger.get("/findes/ikke/")
    yield "redirect", stranger.get(reverse("mine"))
    yield "answer", ask(anna, "Mødet på bænken")
    yield "fragment", ask(anna, "Mødet på bænken", headers=HTMX)
    yield "nothing asked", ask(anna, "")
    for name in ("start", "browse", "mine", "choose_way", "people", "account_change_password"):
        yield name, anna.get(reverse(name))
    for name in ("contribution", "history", "edit"):
        yield name, anna.get(reverse(name, args=[row.id]))
    yield "draft", anna.get(reverse("edit", args=[draft.id]))
    yield "form", anna.get(way)
    yield "form with errors", anna.post(way, told(title=""))
    yield "people of an administrator", gitte.get(reverse("people"))
    yield "link", gitte.post(reverse("invite"), {"role": "leader"})
    yield "member", gitte.get(reverse("member", args=[cast.bo.id]))
    yield "csrf", signed_in(cast.anna, enforce_csrf_checks=True).post(way, told())


def policy(answer: Any) -> dict[str, str]:
    """The Content-Security-Policy, directive by directive."""
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts if name}


def test_every_page_allows_no_code_but_our_own_files(cast: Cast) -> None:
    for name, answer in everywhere(cast):
        allowed = policy(answer)
        assert allowed["default-src"] == "'none'", name
        assert allowed["script-src"] == allowed["style-src"] == LOCAL, name
        assert allowed["form-action"] == allowed["connect-src"] == LOCAL, name
        assert allowed["base-uri"] == allowed["frame-ancestors"] == "'none'", name
        assert "unsafe" not in answer["Content-Security-Policy"], name


def test_every_page_keeps_its_address_and_its_type_to_itself(cast: Cast) -> None:
    for name, answer in everywhere(cast):
        assert answer["X-Content-Type-Options"] == "nosniff", name
        assert answer["X-Frame-Options"] == "DENY", name
        assert answer["Referrer-Policy"] == "same-origin", name
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin", name


def test_no_page_holds_inline_code_or_style(cast: Cast) -> None:
    for name, answer in everywhere(cast):
        if not body(answer):
            continue
        tree = page(answer)
        assert not tree.xpath("//script[not(@src)] | //style | //*[@style]"), name
        assert not tree.xpath("//@*[starts-with(name(), 'on')]"), name
        assert not re.search(r"javascript:", body(answer), re.IGNORECASE), name


def test_no_page_loads_anything_from_elsewhere(cast: Cast) -> None:
    for name, answer in everywhere(cast):
        if not body(answer):
            continue
        loaded = page(answer).xpath("//script/@src | //link/@href | //img/@src | //iframe/@src")
        assert all(str(address).startswith("/static/") for address in loaded), name


def test_what_one_person_sees_is_kept_by_no_cache_between(cast: Cast) -> None:
    for name, answer in everywhere(cast):
        assert "Cookie" in answer.get("Vary", ""), name


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken"])
def test_cookies_are_out_of_reach_of_scripts_and_other_sites(cast: Cast, cookie: str) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": "anna@test.example", "password": PASSWORD})

    morsel = client.cookies[cookie]

    assert morsel["httponly"]
    assert morsel["samesite"] == "Lax"
