"""The pages of trials and frame requests, and how somebody comes to them."""

from functools import partial

from django.urls import reverse
from playwright.sync_api import Page

from e2e.browser import Visitor
from e2e.coming import Come, at, press, then, typed
from e2e.site import LONG_WORD, Site
from handlerum.practice.models import FrameRequest, Trial


def of(who: str, name: str, what: str) -> Come:
    """To a page of the trial whose words begin so."""

    def go(visitor: Visitor, site: Site) -> None:
        at(who, name, Trial.objects.filter(what__startswith=what).latest("id")).go(visitor, site)

    return Come(name, go)


def on(who: str, name: str, condition: str) -> Come:
    """To a page of the frame request whose words begin so."""

    def go(visitor: Visitor, site: Site) -> None:
        at(who, name, _request(condition)).go(visitor, site)

    return Come(name, go)


def led(name: str, condition: str) -> Come:
    """To the same, as the leader who is asked."""

    def go(visitor: Visitor, _site: Site) -> None:
        row = _request(condition)
        visitor.sign_in(row.leader)
        visitor.go(reverse(name, args=[row.pk]))

    return Come(name, go)


def _request(condition: str) -> FrameRequest:
    return FrameRequest.objects.get(condition__startswith=condition)


def from_option(visitor: Visitor, site: Site) -> None:
    """Begin from an option of a dilemma."""
    query = f"?dilemma={site.board.id}&mulighed={site.option.id}"
    at("anna", "begin_trial", query=query).go(visitor, site)


def pointing(page: Page) -> None:
    """Words that point at somebody."""
    typed(page, happened=f"Ring til Hans Hansen, 010203-1234, om {LONG_WORD}.")
    press("Fortæl det", page)


#: Groups of pages, each looked at in one go.
TRIALS: dict[str, dict[str, Come]] = {
    "of trials": {
        "list": at("anna", "trials"),
        "list, nothing there": at("carla", "trials"),
        "list, of an end": at("anna", "trials", query="?vis=failed"),
        "list, nothing of it": at("anna", "trials", query="?vis=mixed"),
        "mine": at("anna", "my_trials"),
        "mine, none": at("carla", "my_trials"),
        "begin": at("anna", "begin_trial"),
        "begin, from an option": Come("begin_trial", from_option),
        "begin, refused": then(at("anna", "begin_trial"), partial(press, "Begynd")),
        "due": of("anna", "trial", "Den forfaldne"),
        "under way, of others": of("anna", "trial", "Bos"),
        "told": of("bo", "trial", "Fortalt"),
        "dropped": of("bo", "trial", "Opgivet"),
        "tell": of("anna", "tell_trial", "Den forfaldne"),
        "tell, refused": then(
            of("anna", "tell_trial", "Den forfaldne"), partial(press, "Fortæl det")
        ),
        "tell, pointing": then(of("anna", "tell_trial", "Den forfaldne"), pointing),
        "tell, over": of("anna", "tell_trial", "Fortalt"),
        "prolong": of("anna", "prolong_trial", "Den forfaldne"),
        "drop": of("anna", "drop_trial", "Den forfaldne"),
        "hand over": of("anna", "hand_over_trial", "Den forfaldne"),
        "hand over, refused": then(
            of("anna", "hand_over_trial", "Den forfaldne"), partial(press, "Giv videre")
        ),
        "erase": of("anna", "erase_trial", "Den forfaldne"),
    },
    "of frames": {
        "list": at("anna", "frames"),
        "list, nothing there": at("carla", "frames"),
        "list, late": at("anna", "frames", query="?vis=overdue"),
        "list, nothing of it": at("anna", "frames", query="?om=tools"),
        "ask": at("anna", "ask_frame"),
        "ask, refused": then(at("anna", "ask_frame"), partial(press, "Send til lederen")),
        "request, own": on("anna", "frame", "Den fulde"),
        "request, to join": on("bo", "frame", "Den fulde"),
        "request, to answer": led("frame", "Den sene"),
        "request, answered": on("bo", "frame", "Den besvarede"),
        "request, left behind": on("anna", "frame", "Den efterladte"),
        "request, left to another": on("gitte", "frame", "Den efterladte"),
        "answer": led("answer_frame", "Den sene"),
        "answer, refused": then(led("answer_frame", "Den sene"), partial(press, "Gem svaret")),
        "answer, again": led("answer_frame", "Den besvarede"),
        "leave": on("anna", "leave_frame", "Den fulde"),
        "another leader": on("anna", "ask_another_leader", "Den efterladte"),
    },
}
