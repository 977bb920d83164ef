"""What could be done, and what it would mean for whom."""

from django.db import transaction
from django.db.models import Max

from handlerum.dilemmas.models import Consequence, Option
from handlerum.dilemmas.problems import refuse
from handlerum.dilemmas.rules.choosing import consequence_problems, option_problems
from handlerum.dilemmas.rules.problem import Code, Problem
from handlerum.dilemmas.services.writing import held, may_change, part, tell
from handlerum.dilemmas.telling import Kept
from handlerum.organisations.access import Denied, Reader
from handlerum.trail.terms import Verb


@transaction.atomic
def add_option(reader: Reader, dilemma_id: int, text: str, kept: Kept = ()) -> Option:
    """Propose one more thing that could be done. Whoever may read may propose.

    Raises:
        Denied: the dilemma is not the reader's to see.
        Refused: it may not be stored as it is, or there are options enough.
    """
    dilemma = held(reader, dilemma_id)
    refuse(option_problems(text, kept, dilemma.options.count()))
    last = dilemma.options.aggregate(last=Max("place"))["last"] or 0
    made = Option.objects.create(
        dilemma=dilemma, text=text.strip(), place=last + 1, by_id=reader.user_id
    )
    tell(reader, Verb.PROPOSED, dilemma)
    return made


@transaction.atomic
def remove_option(reader: Reader, option_id: int) -> None:
    """Take an option away: who proposed it, or the owner of the dilemma.

    Raises:
        Denied: it is neither the reader's option nor their dilemma.
        Refused: it was chosen.
    """
    option = part(reader, Option.objects.all(), option_id)
    if not may_change(reader, option.dilemma, option.by_id):
        raise Denied
    if option.choices.exists():
        refuse([Problem("option", Code.CHOSEN)])
    option.delete()
    tell(reader, Verb.CHANGED, option.dilemma)


@transaction.atomic
def tell_consequence(
    reader: Reader, option_id: int, bearer: str, text: str, kept: Kept = ()
) -> Consequence | None:
    """Tell what an option would mean for one party; again changes it, an empty text removes it.

    Raises:
        Denied: the dilemma is not the reader's to see.
        Refused: it may not be stored as it is, or somebody else told that one.
    """
    option = part(reader, Option.objects.all(), option_id)
    refuse(consequence_problems(bearer, text, kept))
    row = option.consequences.filter(bearer=bearer).first()
    if row and not may_change(reader, option.dilemma, row.by_id):
        refuse([Problem("text", Code.SOMEBODY_ELSES)])
    row = _written(row or Consequence(option=option, bearer=bearer), reader, text.strip())
    tell(reader, Verb.CHANGED, option.dilemma)
    return row


def _written(row: Consequence, reader: Reader, text: str) -> Consequence | None:
    if not text:
        if row.pk:
            row.delete()
        return None
    row.text, row.by_id = text, reader.user_id
    row.save()
    return row
