"""The pages of sparring, and how somebody comes to them."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.urls import reverse
from playwright.sync_api import Page

from cast import Cast, person
from e2e.browser import Visitor
from e2e.coming import Come, at, press, then, typed, unfold
from e2e.site import LONG_WORD, Site
from handlerum.core.clock import now
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.sparring import services
from handlerum.sparring.models import Question
from handlerum.sparring.telling import TimesTelling
from sparring.talks import to_bo, to_topic

Thing = Callable[[Cast], int]


def talk(who: str, name: str, make: Thing) -> Come:
    """To the page of something that is made on the way."""

    def go(visitor: Visitor, site: Site) -> None:
        visitor.sign_in(getattr(site.cast, who))
        visitor.go(reverse(name, args=[make(site.cast)]))

    return Come(name, go)


def asked(cast: Cast) -> Question:
    """A question to a topic that nobody has yet."""
    services.offer(cast.reader("bo"), LONG_WORD)
    return to_topic(cast, text=f"Det handler om {LONG_WORD}.")


def taken(cast: Cast) -> Question:
    """One that Bo has, with times."""
    question = asked(cast)
    times = [now() + timedelta(days=day) for day in (1, 2)]
    told = TimesTelling(times, f"Om {LONG_WORD}")
    services.propose_times(cast.reader("bo"), question.id, told)
    return question


def agreed(cast: Cast) -> Question:
    """One where a time is agreed and something was written."""
    question = taken(cast)
    services.write(cast.reader("bo"), question.id, f"Øv det først. {LONG_WORD}")
    services.agree(cast.reader("anna"), question.id, question.times.all()[0].id)
    return question


def closed(cast: Cast) -> Question:
    """One that is over."""
    question = agreed(cast)
    services.close(cast.reader("anna"), question.id)
    return question


def declined(cast: Cast) -> Question:
    """One to which Bo said that he cannot just now."""
    question = to_bo(cast)
    services.decline(cast.reader("bo"), question.id)
    return question


def written(cast: Cast) -> int:
    """Something Bo wrote."""
    return agreed(cast).replies.all()[0].id


def number(make: Callable[[Cast], Question]) -> Thing:
    """The number of the question that is made."""
    return lambda cast: make(cast).id


def as_leader(visitor: Visitor, site: Site) -> None:
    """A leader looks at how long questions wait."""
    found = Membership.objects.filter(organisation=site.cast.home, role=Role.LEADER).first()
    visitor.sign_in(found or add_member(site.cast.home, person("lise"), Role.LEADER))
    visitor.go(reverse("sparring_waiting"))


def pointing(page: Page) -> None:
    """Words that point at somebody come back with a proposal."""
    typed(page, question=f"Hvad med {LONG_WORD}?", text="Ring til 20304050.")
    press("Send spørgsmålet", page)
    page.locator(".blur").wait_for()


#: Groups of pages, each looked at in one go.
SPARRING: dict[str, dict[str, Come]] = {
    "of sparring": {
        "nothing yet": at("anna", "sparring"),
        "asked": talk("bo", "question", number(asked)),
        "asker, waiting": talk("anna", "question", number(asked)),
        "declined": talk("bo", "question", number(declined)),
        "asker, not now": talk("anna", "question", number(declined)),
        "taken": talk("bo", "question", number(taken)),
        "taken by another": talk("dorte", "question", number(taken)),
        "asker, times": talk("anna", "question", number(taken)),
        "agreed": then(talk("bo", "question", number(agreed)), unfold),
        "asker, agreed": then(talk("anna", "question", number(agreed)), unfold),
        "closed": talk("anna", "question", number(closed)),
        "list": then(at("bo", "sparring"), unfold),
        "list, asker": then(at("anna", "sparring"), unfold),
    },
    "of asking and answering": {
        "ask": at("anna", "ask"),
        "ask, refused": then(at("anna", "ask"), partial(press, "Send spørgsmålet")),
        "ask, looked at": then(at("anna", "ask", query="?bidrag={row}"), pointing),
        "ask again": talk("anna", "ask_again", number(declined)),
        "reply": talk("bo", "reply", number(agreed)),
        "reply, refused": then(talk("bo", "reply", number(asked)), partial(press, "Send")),
        "times": talk("bo", "propose_times", number(asked)),
        "times, refused": then(
            talk("bo", "propose_times", number(asked)), partial(press, "Send forslaget")
        ),
        "offers": at("bo", "offers"),
        "offers, refused": then(at("bo", "offers"), partial(press, "Læg emnet til")),
        "remove reply": talk("bo", "remove_reply", written),
        "erase question": talk("anna", "erase_question", number(asked)),
        "waiting": Come("sparring_waiting", as_leader),
    },
}
