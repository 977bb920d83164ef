"""How an organisation reads a provision: said by somebody by name, kept apart from the text."""

from typing import Any

from django.db import transaction

from handlerum.legislation.digests import digest_of
from handlerum.legislation.models import Correction, Subsection
from handlerum.legislation.terms import Gives
from handlerum.organisations.access import Denied, Reader
from handlerum.privacy.blur import direct
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

#: The longest reason, in characters.
MAX_REASON = 300


class NoReason(Exception):
    """A reading that nobody can weigh: it says not why, or at too great length."""


class Identifies(Exception):
    """A reason that points to one person by itself. It says no more: logs may hold it."""


@transaction.atomic
def correct(reader: Reader, subsection_id: int, gives: str, reason: str) -> Correction:
    """Read a provision otherwise than its words were read, for the reader's organisation.

    Raises:
        Denied: there is no such provision.
        NoReason: no reason is given, or it is longer than MAX_REASON.
        Identifies: the reason points to one person by itself.
        ValueError: it can give no such thing.
    """
    row = _row(subsection_id)
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= MAX_REASON:
        raise NoReason
    if direct({"reason": reason}):
        raise Identifies
    made, _ = Correction.objects.update_or_create(
        **_place(reader, row),
        defaults={
            "gives": Gives(gives),
            "reason": reason,
            "by_id": reader.user_id,
            "digest": digest_of(row),
        },
    )
    _tell(reader, Verb.EDITED, made)
    return made


@transaction.atomic
def uncorrect(reader: Reader, subsection_id: int) -> None:
    """Let a provision's own words speak again. Raises Denied: there is no such provision."""
    for gone in Correction.objects.filter(**_place(reader, _row(subsection_id))):
        _tell(reader, Verb.DELETED, gone)
        gone.delete()


def _row(subsection_id: int) -> Subsection:
    row = Subsection.objects.filter(id=subsection_id).select_related("section__edition").first()
    if row is None:
        raise Denied
    return row


def _place(reader: Reader, row: Subsection) -> dict[str, Any]:
    return {
        "organisation_id": reader.organisation_id,
        "act_id": row.section.edition.act_id,
        "section": row.section.number,
        "subsection": row.number,
    }


def _tell(reader: Reader, verb: Verb, row: Correction) -> None:
    record(
        verb,
        Thing.CORRECTION,
        row.id,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
