"""What stands in the way of keeping a variant of a method. Pure."""

from handlerum.reflection.rules.session_problem import Code, Problem, in_texts
from handlerum.reflection.rules.session_steps import MAX_NAME

#: So many an organisation can look through.
MAX_VARIANTS = 60


def name_problems(name: str) -> list[Problem]:
    """Everything that stands in the way of the name."""
    return in_texts({"name": name}, {"name": MAX_NAME}, needed=["name"])


def too_many(count: int) -> list[Problem]:
    """What stands in the way of one more."""
    full = count >= MAX_VARIANTS
    return [Problem("name", Code.TOO_MANY, MAX_VARIANTS, count + 1)] if full else []
