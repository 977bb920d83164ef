"""Methods made one's own: a session's steps, kept for everybody in the organisation."""

from django.db import IntegrityError, transaction

from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.terms import Role
from handlerum.reflection.access import leading
from handlerum.reflection.models import Session, Variant
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.rules.variant_problem import name_problems, too_many

#: Who may change the variants that others made.
KEEPERS = frozenset({Role.KEY_PERSON.value, Role.ADMINISTRATOR.value})


@transaction.atomic
def save_variant(reader: Reader, session_id: int, name: str) -> Variant:
    """Keep the steps of a session as the organisation's own variant of its method.

    Raises:
        Denied: the reader does not lead the session.
        Refused: the name is missing, used already or may not be stored, or there are too many.
    """
    session = leading(reader, session_id).session
    refuse(name_problems(name))
    refuse(too_many(Variant.objects.filter(organisation_id=reader.organisation_id).count()))
    row = Variant(
        organisation_id=reader.organisation_id,
        name=name.strip(),
        method=session.method,
        steps=_steps(session),
        by_id=reader.user_id,
    )
    _save(row)
    return row


@transaction.atomic
def save_over_variant(reader: Reader, session_id: int, variant_id: int) -> Variant:
    """Give a variant the steps of a session.

    Raises:
        Denied: the reader does not lead the session, or may not change the variant.
    """
    session = leading(reader, session_id).session
    row = _changeable(reader, variant_id)
    row.steps, row.method = _steps(session), session.method
    row.save(update_fields=["steps", "method", "changed_at"])
    return row


@transaction.atomic
def rename_variant(reader: Reader, variant_id: int, name: str) -> Variant:
    """Give a variant another name.

    Raises:
        Denied: it is not the reader's to change.
        Refused: the name is missing, used already or may not be stored.
    """
    row = _changeable(reader, variant_id)
    refuse(name_problems(name))
    row.name = name.strip()
    _save(row)
    return row


@transaction.atomic
def delete_variant(reader: Reader, variant_id: int) -> None:
    """Delete a variant; sessions that were prepared with it keep their steps.

    Raises:
        Denied: it is not the reader's to change.
    """
    _changeable(reader, variant_id).delete()


def _changeable(reader: Reader, variant_id: int) -> Variant:
    """A variant that the reader made, or that they look after.

    Raises:
        Denied: there is none of that id in the organisation, or it is somebody else's.
    """
    here = Variant.objects.filter(organisation_id=reader.organisation_id)
    row = here.select_for_update().filter(id=variant_id).first()
    if row is None or not may_change(reader, row):
        raise Denied
    return row


def may_change(reader: Reader, row: Variant) -> bool:
    """Whether the reader may change a variant of their organisation."""
    return row.by_id == reader.user_id or reader.role in KEEPERS


def _steps(session: Session) -> list[dict[str, object]]:
    return [dict(step) for step in session.steps]


def _save(row: Variant) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        refuse_for("name", Code.NAME_USED)
