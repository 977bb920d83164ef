"""Steps that are answered without words, as participants and the wall see them."""

from typing import Any

from django.urls import reverse

from cast import Cast
from e2e.browser import Visitor
from e2e.coming import Come, then, unfold
from e2e.site import LONG_WORD, Site
from handlerum.reflection import services
from handlerum.reflection.models import ActionOption, Session
from handlerum.reflection.telling import AssumptionTelling, CarriedTelling, OptionTelling
from reflection.opinions.asking import ENDS, asking, choices, crowd, show, statements
from reflection.opinions.planting import planted
from reflection.sessions.making import at_step, joined, running, step, wrote

THREE = [{"da": f"{LONG_WORD} {n}", "en": f"{LONG_WORD} {n}"} for n in range(3)]
SAID = {1: "agree", 0: "pass", -1: "disagree"}
AGAIN = "Et møde mere om det samme?"


def made(cast: Cast, kind: str, **more: Any) -> Session:
    """A session that Bo takes part in, and that is found by its kind."""
    session = asking(cast, kind, **more)
    Session.objects.filter(id=session.id).update(question=f"Et møde om {kind}?")
    joined(cast, session, "bo")
    return session


def answered(cast: Cast, kind: str, number: int) -> None:
    """A session in which so many have answered, and one that Bo has not answered in."""
    more: dict[str, Any] = {"ends": ENDS, "choices": THREE}
    for name in ("", " (vist)"):
        session = made(cast, kind, **({} if kind == "statements" else more))
        Session.objects.filter(id=session.id).update(question=f"Et møde om {kind}{name}?")
        people = crowd(cast, session, number)
        if kind == "statements":
            ids = statements(cast, session, people[0], 9)
            for who, statement, said in planted(number, 9, 2, seen=1.0)[0]:
                services.vote(people[who - 1], session.id, "do", ids[statement - 1], SAID[said])
        for n, guest in enumerate(people):
            entries = choices(guest, session)
            if kind == "line":
                for entry in entries:
                    services.place_on_line(guest, session.id, "do", n * 12, entry)
            elif kind == "allocation":
                parts = {entries[0]: 100 - n, entries[1]: n}
                services.allocate(guest, session.id, "do", parts)
            elif kind == "dots":
                services.lay_dots(guest, session.id, "do", {entries[0]: 1, entries[2]: 2})
        if name:
            show(cast, session)


def told(cast: Cast) -> None:
    """A session with options and what opened them, closed, and the next on the same."""
    steps = (
        step("cards", input="cards", reveal="shared_at_once"),
        step("after", asks=["options_after", "assumptions_after", "carried_over"]),
    )
    dorte = cast.reader("dorte")
    for is_over in (True, False):
        session = running(cast, steps=steps, question=AGAIN)
        bo = joined(cast, session, "bo")
        said = wrote(bo, session, text=LONG_WORD)
        if is_over:
            session = at_step(cast, session, 1)
            option = OptionTelling("o", LONG_WORD, "after", entry_id=said.id)
            services.note_option(bo, session.id, option)
            services.note_assumption(bo, session.id, AssumptionTelling("a", LONG_WORD, "after"))
            services.carry_over(bo, session.id, CarriedTelling("c", LONG_WORD))
            services.assign_all(dorte, session.id, {session.participants.get().id: LONG_WORD[:60]})
            services.reveal(dorte, session.id, "after")


def make_answers(cast: Cast) -> None:
    """Something in every step that is answered without words."""
    for kind in ("statements", "line", "allocation", "dots"):
        answered(cast, kind, 9)
    told(cast)


def about(who: str, question: str, name: str = "session") -> Come:
    """To the newest session of that question."""

    def go(visitor: Visitor, site: Site) -> None:
        if not Session.objects.filter(question=question).exists():
            make_answers(site.cast)
        visitor.sign_in(getattr(site.cast, who))
        session = Session.objects.filter(question=question).latest("id")
        visitor.go(reverse(name, args=[session.id]))

    return Come(name, go)


def opened(visitor: Visitor, site: Site) -> None:
    """Where Bo says what opened an option."""
    about("bo", AGAIN).go(visitor, site)
    option = ActionOption.objects.get(text=LONG_WORD)
    visitor.go(reverse("session_opened", args=[option.session_id, option.id]))


ANSWERS: dict[str, dict[str, Come]] = {
    "answers": {
        f"{kind}, {view}": come
        for kind in ("statements", "line", "allocation", "dots")
        for view, come in {
            "open": then(about("bo", f"Et møde om {kind}?"), unfold),
            "shown": then(about("bo", f"Et møde om {kind} (vist)?"), unfold),
            "wall": about("dorte", f"Et møde om {kind} (vist)?", "session_screen"),
        }.items()
    },
    "between two sessions": {
        "leading, with places": then(about("dorte", "Et møde om line?"), unfold),
        "last time": then(about("bo", AGAIN), unfold),
        "what opened": Come("session_opened", opened),
    },
}
