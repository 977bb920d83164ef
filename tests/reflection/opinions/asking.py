"""Sessions in which something is answered, and people who answer."""

from typing import Any

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.access import Guest, Who
from handlerum.reflection.models import Session
from handlerum.reflection.queries import state
from handlerum.reflection.queries.answers import Answers
from reflection.sessions.making import guest, leader, running, step, wrote

ENDS = {"left": {"da": "Let", "en": "Easy"}, "right": {"da": "Svær", "en": "Hard"}}
TWO = [{"da": "Tillid", "en": "Trust"}, {"da": "Tryghed", "en": "Safety"}]


def asking(cast: Cast, input_: str, **more: Any) -> Session:
    """A session that has begun, in a step of that kind; "do" is its key."""
    changed = {"reveal": "on_reveal", "input": input_, **more}
    return running(cast, steps=(step("do", **changed), step("later", input="talk")))


def crowd(cast: Cast, session: Session, number: int) -> list[Guest]:
    """Guests who take part."""
    return [guest(cast, session, f"Gæst {n}") for n in range(number)]


def statements(cast: Cast, session: Session, who: Who, number: int) -> list[int]:
    """Statements that everybody sees, by their ids."""
    rows = [
        wrote(who, session, f"s{n}", step="do", kind="statement", text=f"Udsagn nr. {n}")
        for n in range(number)
    ]
    if session.steps[0]["reveal"] == "on_reveal":
        services.reveal(leader(cast, session), session.id, "do")
    return [row.id for row in rows]


def choices(who: Who, session: Session) -> list[int]:
    """The ids of what a step has to choose among from the start."""
    return [one.id for one in state(who, session.id).common.entries]


def shown(who: Who, session: Session) -> Answers:
    """What everybody sees of how the step was answered."""
    (found,) = state(who, session.id).common.answers
    return found


def show(cast: Cast, session: Session) -> None:
    """Let everybody see it."""
    services.show_answers(leader(cast, session), session.id, "do")
