"""All that one person told, in whichever room: handed out, and erased for good."""

from typing import Any

from django.db import transaction

from handlerum.dilemmas import erasure_services as dilemmas
from handlerum.exchange.erased import Erased
from handlerum.insight import year_erasure as year
from handlerum.knowledge import erasure_services as knowledge
from handlerum.legislation import erasure_services as legislation
from handlerum.organisations.access import Reader
from handlerum.practice.services import practice_erasure as practices
from handlerum.practice.services import trial_erasure as trials
from handlerum.reflection import queries as sessions_read
from handlerum.reflection import services as sessions
from handlerum.sparring import erasure_services as sparring


@transaction.atomic
def erase_all(reader: Reader) -> Erased:
    """Erase everything the reader has told in the organisation, in all rooms or in none.

    Raises:
        OSError: the deletion ledger cannot be written.
    """
    # Downwards: what was said points at dilemmas, and what was weighed on them at contributions.
    return Erased(
        nominations=year.erase_all(reader),
        sessions=sessions.erase_all(reader),
        trials=trials.erase_all(reader),
        practices=practices.erase_all(reader),
        questions=sparring.erase_all(reader),
        dilemmas=dilemmas.erase_all(reader),
        contributions=knowledge.erase_all(reader),
        readings=legislation.erase_all(reader),
    )


@transaction.atomic
def replay_erasures() -> Erased:
    """Erase again what the ledger names, after an older database was put back."""
    return Erased(
        nominations=year.replay_erasures(),
        sessions=sessions.replay_erasures(),
        trials=trials.replay_erasures(),
        practices=practices.replay_erasures(),
        questions=sparring.replay_erasures(),
        dilemmas=dilemmas.replay_erasures(),
        contributions=knowledge.replay_erasures(),
        readings=legislation.replay_erasures(),
    )


def everything_of(reader: Reader) -> dict[str, Any]:
    """All that a person told in one organisation, in words that need no Handlerum to be read.

    The upper rooms stand apart, each under its own name: several have options and answers.
    """
    told = knowledge.everything_of(reader) | dilemmas.everything_of(reader)
    told |= legislation.everything_of(reader)
    return told | {
        "sparring": sparring.everything_of(reader),
        "practice": practices.everything_of(reader) | trials.everything_of(reader),
        "reflection": sessions_read.everything_of(reader),
        "insight": year.everything_of(reader),
    }
