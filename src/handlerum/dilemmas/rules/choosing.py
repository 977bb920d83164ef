"""What must be told before something is chosen, and of what could be done. Pure."""

from handlerum.dilemmas.rules.making import bearer_problems
from handlerum.dilemmas.rules.problem import Code, Problem, in_texts
from handlerum.dilemmas.telling import ChoiceTelling, FalseTestTelling, Kept
from handlerum.dilemmas.terms import Question, Reply, Verdict

MAX_OPTION = 2_000
MAX_REASONS = 10_000
#: Two options are often yes and no; the third is where room for action is found.
MIN_OPTIONS = 3
MAX_OPTIONS = 12


def option_problems(text: str, kept: Kept, others: int) -> list[Problem]:
    """What stands in the way of adding an option to so many others."""
    found = in_texts({"text": text}, {"text": MAX_OPTION}, needed=["text"], kept=kept)
    if others >= MAX_OPTIONS:
        found.append(Problem("options", Code.TOO_MANY, MAX_OPTIONS, others + 1))
    return found


def consequence_problems(bearer: str, text: str, kept: Kept) -> list[Problem]:
    """What stands in the way of telling a consequence; an empty one takes it back."""
    return in_texts({"text": text}, {"text": MAX_OPTION}, kept=kept) + bearer_problems(bearer)


def choice_problems(telling: ChoiceTelling, options: int) -> list[Problem]:
    """What stands in the way of choosing among so many options.

    With fewer than three, why that was enough must be written.
    """
    texts = {name: getattr(telling, name) for name in ("reasons", "residue", "why_fewer")}
    limits = dict.fromkeys(texts, MAX_REASONS)
    found = in_texts(texts, limits, needed=["reasons", "residue"], kept=telling.kept)
    if options < MIN_OPTIONS and not telling.why_fewer.strip():
        found.append(Problem("options", Code.TOO_FEW_OPTIONS, MIN_OPTIONS, options))
    return found


def test_problems(telling: FalseTestTelling) -> list[Problem]:
    """What stands in the way of keeping the answers to whether the dilemma is a real one."""
    found = in_texts({"text": telling.text}, {"text": MAX_REASONS}, kept=telling.kept)
    found += [
        Problem(question, Code.MISSING)
        for question in Question.values
        if telling.answers.get(question) not in Reply.values
    ]
    if telling.verdict not in Verdict.values:
        found.append(Problem("verdict", Code.MISSING))
    return found


def pointing_at_false(answers: dict[str, str]) -> tuple[Question, ...]:
    """The questions whose answers give reason to ask whether the dilemma is a real one."""
    return tuple(question for question in Question if answers.get(question) == Reply.YES)
