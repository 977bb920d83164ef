"""Going to pages as one of the cast, and reading what came back."""

import re
from collections.abc import Mapping
from typing import Any

import lxml.html
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from handlerum.organisations.models import Membership, User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
#: What makes a browser's request an htmx one.
HTMX = {"HX-Request": "true"}

Element = Any


def signed_in(who: Membership | User, **options: Any) -> Client:
    """A browser in which that person is signed in."""
    client = Client(**options)
    client.force_login(who.user if isinstance(who, Membership) else who, backend=BACKEND)
    return client


def page(response: HttpResponseBase) -> Element:
    """The page as a tree."""
    return lxml.html.fromstring(body(response))


def body(response: HttpResponseBase) -> str:
    """The page as it was sent."""
    content: bytes = getattr(response, "content", b"")
    return content.decode()


def words(part: HttpResponseBase | Element) -> str:
    """What a person reads of a page or a part of it, with single spaces."""
    tree = page(part) if isinstance(part, HttpResponseBase) else part
    return " ".join(str(tree.text_content()).split())


def main(response: HttpResponseBase) -> str:
    """What a person reads between the head and the foot of a page."""
    (found,) = page(response).xpath("//main")
    return words(found)


def value(response: HttpResponseBase, name: str) -> str:
    """What stands in a field of the page."""
    (field,) = page(response).xpath(f"//main//*[@name='{name}' and not(@type='radio')]")
    # A browser drops the line break that Django puts first in a textarea.
    return str(field.value or "").removeprefix("\n")


def decided(response: HttpResponseBase) -> dict[str, str]:
    """What a browser sends of the choices that a page shows about what points to a person."""
    fields = page(response).xpath("//input[starts-with(@name, 'blur.')]")
    sent = [f for f in fields if f.get("type") != "radio" or f.get("checked") is not None]
    return {str(field.get("name")): str(field.get("value")) for field in sent}


def links(response: HttpResponseBase) -> list[str]:
    """Every address that the page leads or sends to."""
    return [str(found) for found in page(response).xpath("//@href | //@action | //@src")]


def without_tokens(response: HttpResponseBase, *others: object) -> str:
    """The page without what differs at every look: the form tokens, and the `others` named."""
    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", body(response))
    for other in others:
        text = text.replace(str(other), "…")
    return text


def ask(client: Client, situation: str, **more: Any) -> Any:
    """Post a situation to the start page."""
    headers = more.pop("headers", None)
    return client.post(reverse("start"), {"situation": situation, **more}, headers=headers)


def told(**changed: Any) -> dict[str, Any]:
    """What a browser sends for a complete own experience, shared with the organisation."""
    filled = {
        "title": "Mødet på bænken",
        "text": "Vi mødtes på bænken ved kanalen, fordi døren var for svær.",
        "learned": "Spørg til vejen hen til mødet.",
        "outcome": "failed",
        "voice": "practitioner",
        "form": "experience",
        "audience": "organisation",
        "share": "1",
    }
    wanted = {**filled, **changed}
    return {name: value for name, value in wanted.items() if value is not None}


def drafting(**changed: Any) -> dict[str, Any]:
    """The same, sent with the button that keeps a draft."""
    return told(**{"share": None, "draft": "1", **changed})


def contribute(client: Client, way: str, data: Mapping[str, Any], query: str = "") -> Any:
    """Send the form of one way."""
    return client.post(reverse("contribute", args=[way]) + query, data)


def kept(client: Client, way: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The same form once its author has seen every place, and kept it as an author's name."""
    sent = dict(data)
    for choice in ("cite", None):
        choices = decided(contribute(client, way, sent))
        if choice:
            choices |= {name: choice for name in choices if name.endswith(".choice")}
        sent |= choices
    return sent
