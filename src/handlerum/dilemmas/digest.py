"""What a digest says: the dilemmas a person follows where something moved, as plain text."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from handlerum.dilemmas.queries import Followed, Move
from handlerum.dilemmas.words import move as told

#: The most lines about one dilemma, and the most dilemmas; the page has the rest.
_MOVES, _DILEMMAS = 8, 20


def subject() -> str:
    """The line above a digest. It names nothing: mailboxes show it to whoever looks."""
    return _("Nyt i dilemmaer, du følger")


def body(moved: Sequence[Followed], address: str) -> str:
    """The text of a digest, in the language that is active.

    Args:
        address: where Handlerum is, as `https://handlerum.example`; empty where that is not known.
    """
    parts = [_part(one, address) for one in moved[:_DILEMMAS]]
    if len(moved) > _DILEMMAS:
        parts.append(_("… og %(n)s dilemmaer mere.") % {"n": len(moved) - _DILEMMAS})
    return "\n\n".join([_("Det her er sket i dilemmaer, du følger:"), *parts, _ending(address)])


def _part(one: Followed, address: str) -> str:
    question = " ".join(one.dilemma.question.split())
    link = [f"{address}/dilemmaer/{one.dilemma.id}/"] if address else []
    return "\n".join([question, *_lines(one.moves), *link])


def _lines(moves: Sequence[Move]) -> list[str]:
    """What was done, in its order; the same by the same person is told once."""
    said = dict.fromkeys(_line(move) for move in reversed(moves))
    lines = list(said)[:_MOVES]
    return [*lines, f"- {_('og mere')}"] if len(said) > _MOVES else lines


def _line(move: Move) -> str:
    return f"- {move.by or _('Nogen')} {told(move.verb)}"


def _ending(address: str) -> str:
    where = f"\n{address}/dilemmaer/fulgt/" if address else ""
    stop = _(
        "Du får højst én mail om dagen. Vil du ikke have dem, så åbn dilemmaet og hold op med at "
        "følge det. Alt, du følger, står i Handlerum under Dilemmaer og »Fulgt«."
    )
    return f"-- \n{stop}{where}"
