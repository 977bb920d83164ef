"""Assumptions, exceptions and doubts: what is said of a practice beside its text."""

from dataclasses import dataclass

from django.db import transaction

from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import may_edit
from handlerum.practice.models import Note, Practice
from handlerum.practice.problems import refuse
from handlerum.practice.rules.flags import MOST_EXCEPTIONS
from handlerum.practice.rules.making import note_problems
from handlerum.practice.services.writing import held, part, tell
from handlerum.practice.telling import Kept
from handlerum.practice.terms import NoteKind
from handlerum.trail.terms import Verb


@dataclass(frozen=True, slots=True)
class Noted:
    """A note, and whether there are now so many exceptions that people should meet about it."""

    note: Note
    session_due: bool


@transaction.atomic
def note(reader: Reader, practice_id: int, kind: str, text: str, kept: Kept = ()) -> Noted:
    """Note an exception or a doubt; who may change the practice notes assumptions too.

    Raises:
        Denied: it is not the reader's to see, or an assumption in what is not theirs to change.
        Refused: it may not be stored as it is.
    """
    practice = held(reader, practice_id)
    if kind == NoteKind.ASSUMPTION and not may_edit(reader, practice):
        raise Denied
    refuse(note_problems(kind, text, kept))
    made = Note.objects.create(
        practice=practice, kind=kind, text=text.strip(), by_id=reader.user_id
    )
    tell(reader, Verb.NOTED, practice)
    due = kind == NoteKind.EXCEPTION and unsettled(practice) >= MOST_EXCEPTIONS
    return Noted(made, due)


@transaction.atomic
def remove(reader: Reader, note_id: int) -> None:
    """Take back a note of one's own. What others noted is dealt with in a critical look.

    Raises:
        Denied: somebody else wrote it, or it is not the reader's to see.
    """
    row = part(reader, Note.objects.all(), note_id)
    if row.by_id != reader.user_id:
        raise Denied
    row.delete()
    tell(reader, Verb.CHANGED, row.practice)


def unsettled(practice: Practice) -> int:
    """How many exceptions were written since the last look and still stand."""
    rows = practice.notes.filter(kind=NoteKind.EXCEPTION, settled_at=None)
    last = practice.looks.first()
    return (rows.filter(at__gt=last.at) if last else rows).count()
