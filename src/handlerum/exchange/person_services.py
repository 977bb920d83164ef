"""All that one person told, in whichever room: handed out, and erased for good."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from handlerum.dilemmas import erasure_services as dilemmas
from handlerum.knowledge import erasure_services as knowledge
from handlerum.organisations.access import Reader


@dataclass(frozen=True, slots=True)
class Erased:
    """How many of each were erased."""

    contributions: int
    dilemmas: int

    def __bool__(self) -> bool:
        return bool(self.contributions or self.dilemmas)


@transaction.atomic
def erase_all(reader: Reader) -> Erased:
    """Erase everything the reader has told in the organisation, in all rooms or in none.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    # Dilemmas first: what was weighed on them points at contributions.
    boards = dilemmas.erase_all(reader)
    return Erased(contributions=knowledge.erase_all(reader), dilemmas=boards)


@transaction.atomic
def replay_erasures() -> Erased:
    """Erase again what the ledger names, after an older database was put back."""
    boards = dilemmas.replay_erasures()
    return Erased(contributions=knowledge.replay_erasures(), dilemmas=boards)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told in one organisation, in words that need no Handlerum to be read."""
    return knowledge.everything_of(reader) | dilemmas.everything_of(reader)
