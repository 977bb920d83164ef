"""All that one person told, in whichever room: handed out, and erased for good."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from handlerum.dilemmas import erasure_services as dilemmas
from handlerum.knowledge import erasure_services as knowledge
from handlerum.legislation import erasure_services as legislation
from handlerum.organisations.access import Reader
from handlerum.reflection import queries as sessions_read
from handlerum.reflection import services as sessions


@dataclass(frozen=True, slots=True)
class Erased:
    """How many of each were erased."""

    contributions: int
    dilemmas: int
    sessions: int = 0
    readings: int = 0

    def __bool__(self) -> bool:
        return bool(self.contributions or self.dilemmas or self.sessions or self.readings)


@transaction.atomic
def erase_all(reader: Reader) -> Erased:
    """Erase everything the reader has told in the organisation, in all rooms or in none.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    # Downwards: what was said points at dilemmas, and what was weighed on them at contributions.
    met, boards = sessions.erase_all(reader), dilemmas.erase_all(reader)
    told, read = knowledge.erase_all(reader), legislation.erase_all(reader)
    return Erased(told, dilemmas=boards, sessions=met, readings=read)


@transaction.atomic
def replay_erasures() -> Erased:
    """Erase again what the ledger names, after an older database was put back."""
    met, boards = sessions.replay_erasures(), dilemmas.replay_erasures()
    told, read = knowledge.replay_erasures(), legislation.replay_erasures()
    return Erased(told, dilemmas=boards, sessions=met, readings=read)


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told in one organisation, in words that need no Handlerum to be read.

    What was said in sessions stands apart, under "reflection": both rooms have options.
    """
    told = knowledge.everything_of(reader) | dilemmas.everything_of(reader)
    told |= legislation.everything_of(reader)
    return told | {"reflection": sessions_read.everything_of(reader)}
