"""Asking whether a dilemma is a real one, choosing, and saying where it is."""

from django.db import transaction

from handlerum.dilemmas.models import Choice, Dilemma, FalseTest
from handlerum.dilemmas.problems import refuse
from handlerum.dilemmas.rules.choosing import choice_problems, test_problems
from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.dilemmas.services.writing import held, held_own, may_change, tell
from handlerum.dilemmas.telling import ChoiceTelling, FalseTestTelling
from handlerum.dilemmas.terms import DilemmaState, Question
from handlerum.organisations.access import Reader
from handlerum.trail.terms import Verb


@transaction.atomic
def test_false(reader: Reader, dilemma_id: int, telling: FalseTestTelling) -> FalseTest:
    """Keep the answers to whether the dilemma is a real one; again replaces them.

    Raises:
        Denied: the dilemma is not the reader's to see.
        Refused: something is missing, or somebody else answered.
    """
    dilemma = held(reader, dilemma_id)
    refuse(test_problems(telling))
    row = FalseTest.objects.filter(dilemma=dilemma).first()
    if row and not may_change(reader, dilemma, row.by_id):
        refuse([Problem("verdict", Code.SOMEBODY_ELSES)])
    row = row or FalseTest(dilemma=dilemma)
    row.answers = {question: telling.answers[question] for question in Question.values}
    row.text, row.verdict, row.by_id = telling.text.strip(), telling.verdict, reader.user_id
    row.save()
    tell(reader, Verb.CHANGED, dilemma)
    return row


@transaction.atomic
def choose(reader: Reader, dilemma_id: int, telling: ChoiceTelling) -> Choice:
    """Choose an option in one's own dilemma, with reasons and what is still owed.

    The dilemma stays in the state it is in, and earlier choices stay to be read.

    Raises:
        Denied: not the reader's own.
        Refused: something is missing, or the option or consideration is not on its board.
    """
    dilemma = held_own(reader, dilemma_id)
    refuse(choice_problems(telling, dilemma.options.count()) + _off_board(dilemma, telling))
    made = Choice.objects.create(
        dilemma=dilemma,
        option_id=telling.option_id,
        reasons=telling.reasons.strip(),
        residue=telling.residue.strip(),
        owed_to_id=telling.owed_to,
        why_fewer=telling.why_fewer.strip(),
        by_id=reader.user_id,
    )
    tell(reader, Verb.CHOSE, dilemma)
    return made


@transaction.atomic
def set_state(reader: Reader, dilemma_id: int, state: str) -> None:
    """Say where one's own dilemma is.

    Raises:
        Denied: not the reader's own.
        ValueError: there is no such state.
    """
    dilemma = held_own(reader, dilemma_id)
    wanted = DilemmaState(state)
    if dilemma.state != wanted:
        dilemma.state = wanted
        dilemma.save(update_fields=["state"])
        tell(reader, Verb.CHANGED, dilemma)


def _off_board(dilemma: Dilemma, telling: ChoiceTelling) -> list[Problem]:
    found = []
    if not dilemma.options.filter(id=telling.option_id).exists():
        found.append(Problem("option", Code.MISSING))
    if not dilemma.sides.filter(consideration_id=telling.owed_to).exists():
        found.append(Problem("owed_to", Code.MISSING))
    return found
