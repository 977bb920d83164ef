"""What makes a question, a reply, times and an offer fit to store. Pure."""

from collections.abc import Sequence
from datetime import datetime

from handlerum.core.text import fold
from handlerum.sparring.rules.problem import Code, Problem, in_texts
from handlerum.sparring.telling import Kept, QuestionTelling, TimesTelling

MAX_QUESTION = 200
MAX_TEXT = 5_000
MAX_HOW = 100
MAX_TOPIC = 60
#: A person offers what they like to talk about, not everything.
MAX_OFFERS = 20
MAX_TIMES = 3


def question_problems(telling: QuestionTelling) -> list[Problem]:
    """Everything that stands in the way of asking, but for whether there is somebody to ask."""
    found = in_texts(
        {"question": telling.question, "text": telling.text},
        {"question": MAX_QUESTION, "text": MAX_TEXT},
        needed=["question"],
        kept=telling.kept,
    )
    nobody = telling.to.colleague_id is None and not telling.to.topic
    return [*found, *([Problem("to", Code.MISSING)] if nobody else [])]


def reply_problems(text: str, kept: Kept) -> list[Problem]:
    """Everything that stands in the way of writing to each other."""
    return in_texts({"text": text}, {"text": MAX_TEXT}, needed=["text"], kept=kept)


def times_problems(telling: TimesTelling, now: datetime) -> list[Problem]:
    """Everything that stands in the way of proposing times."""
    found = in_texts({"how": telling.how}, {"how": MAX_HOW}, needed=[], kept=telling.kept)
    return found + _times(telling.times, now)


def offer_problems(topic: str, kept: Kept, offered: int) -> list[Problem]:
    """Everything that stands in the way of offering one more topic."""
    found = in_texts({"topic": topic}, {"topic": MAX_TOPIC}, needed=["topic"], kept=kept)
    if offered >= MAX_OFFERS:
        found.append(Problem("topic", Code.TOO_MANY, MAX_OFFERS, offered + 1))
    return found


def topic_key(topic: str) -> str:
    """What two spellings of the same topic have in common."""
    return fold(" ".join(topic.split()))


def _times(times: Sequence[datetime], now: datetime) -> list[Problem]:
    if not times:
        return [Problem("times", Code.MISSING)]
    if len(times) > MAX_TIMES:
        return [Problem("times", Code.TOO_MANY, MAX_TIMES, len(times))]
    return [Problem("times", Code.NOT_AHEAD)] if any(time <= now for time in times) else []
