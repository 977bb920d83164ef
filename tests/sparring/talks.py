"""Questions for the tests of the room, and what a test looks at afterwards."""

from typing import Any

from cast import Cast
from handlerum.sparring.models import Asked, Mailed, Offer, Question, Reply, Time
from handlerum.sparring.services import ask, offer
from handlerum.sparring.telling import QuestionTelling, To
from handlerum.trail.models import Entry

TABLES: tuple[Any, ...] = (Offer, Question, Asked, Reply, Time, Mailed, Entry)


def rows() -> list[list[dict[str, Any]]]:
    """Every row of the room and the trail."""
    return [list(table.objects.order_by("id").values()) for table in TABLES]


def telling(**changed: Any) -> QuestionTelling:
    """A question; name what should differ. Without `to` there is nobody to ask."""
    told = {
        "question": "Hvordan siger jeg det til arbejdsgiveren?",
        "text": "Hun vil gerne selv fortælle det, men tør ikke.",
        "to": To(),
    }
    return QuestionTelling(**{**told, **changed})


def to_bo(cast: Cast, by: str = "anna", **changed: Any) -> Question:
    """A question that was put to Bo by name."""
    return ask(cast.reader(by), telling(to=To(cast.bo.user_id), **changed))


def to_topic(cast: Cast, *people: str, by: str = "anna", **changed: Any) -> Question:
    """A question to all who offered "angst": those named, or Bo and Dorte."""
    for name in people or ("bo", "dorte"):
        offer(cast.reader(name), "Angst")
    return ask(cast.reader(by), telling(to=To(topic="angst"), **changed))


def asked_of(question: Question) -> set[int]:
    """The users who can still say yes."""
    return set(question.asked.filter(declined_at=None).values_list("user_id", flat=True))


def fresh(question: Question) -> Question:
    """The question as it is stored now."""
    return Question.objects.get(id=question.id)
