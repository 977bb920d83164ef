"""A named reader says whether a place is narrower than the law."""

from django.db import transaction

from handlerum.core.clock import today
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.dilemmas.rules.problem import Problem
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import editable
from handlerum.practice.models import PlaceReading
from handlerum.practice.problems import refuse
from handlerum.practice.queries.beside import beside
from handlerum.practice.terms import Narrower
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb


@transaction.atomic
def read_place(reader: Reader, practice_id: int, fingerprint: str, narrower: str) -> PlaceReading:
    """Say of a place whether it is narrower than the law; what was said before is replaced.

    Raises:
        Denied: the practice is not theirs to change, or there is no such place in it any more.
        Refused: `narrower` is no answer.
    """
    editable(reader, practice_id)
    refuse([] if narrower in Narrower.values else [Problem("narrower", Common.MISSING)])
    practice, found = beside(reader, practice_id, today())
    known = {one.place.fingerprint for section in found for one in section.places}
    if fingerprint not in known:
        raise Denied
    row, _made = PlaceReading.objects.update_or_create(
        practice=practice,
        fingerprint=fingerprint,
        defaults={"narrower": narrower, "by_id": reader.user_id},
    )
    record(
        Verb.LOOKED,
        Thing.PRACTICE,
        practice.id,
        organisation_id=practice.organisation_id,
        actor_id=reader.user_id,
    )
    return row
