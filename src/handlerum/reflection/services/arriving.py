"""Words that arrive in great numbers: what is new and in order is stored together.

Whatever else may be the case (sent before, refused, a member's, over) is left to `entries.write`,
which answers each for themselves. So this says less than it could, and never more.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from django.db import transaction

from handlerum.core.clock import now
from handlerum.core.database import insert_many
from handlerum.organisations.secrets import digest
from handlerum.privacy.find import find_many
from handlerum.reflection.models import Entry, Event, Participant, Session
from handlerum.reflection.rules.session_steps import place_of, shown_at_once
from handlerum.reflection.rules.session_writing import (
    MAX_ROWS,
    MAX_TEXT,
    kind_written,
    problems,
)
from handlerum.reflection.services.hearing import tell
from handlerum.reflection.services.writing import wait_for
from handlerum.reflection.telling import EntryTelling
from handlerum.reflection.words import Happened, SessionState

#: The secret of a guest's phone, and what it sends.
Sent = tuple[str, EntryTelling]


def write_new(session_id: int, sent: Sequence[Sent]) -> list[bool]:
    """Store what guests of a running session write for the first time; one transaction.

    Returns:
        For each whether it is on the disk. Where it is not, `entries.write` has the answer.
    """
    clean = _clean([telling for _, telling in sent])  # before others have to wait
    with transaction.atomic():
        wait_for(session_id)
        session = Session.objects.filter(id=session_id, state=SessionState.RUNNING).first()
        rows = _rows(session, sent, clean) if session else [None] * len(sent)
        if session and (new := [row for row in rows if row]):
            insert_many(new)
            _move(session, len(new))
    return [row is not None for row in rows]


def _clean(tellings: Sequence[EntryTelling]) -> list[bool]:
    """Whether each may be stored. They are read together, which takes much less time."""
    short = {telling.text for telling in tellings if len(telling.text) <= MAX_TEXT}
    read = dict(zip(short, find_many(list(short)), strict=True))
    return [
        not problems(telling, find=lambda text: read[text] if text else []) for telling in tellings
    ]


def _rows(session: Session, sent: Sequence[Sent], clean: Sequence[bool]) -> list[Entry | None]:
    digests = [digest(token) for token, _ in sent]
    guests = Participant.objects.filter(session=session, digest__in=digests)
    by = dict(guests.values_list("digest", "id"))
    told = Entry.objects.filter(participant__in=by.values()).order_by()
    taken = Counter(told.values_list("participant_id", "key"))
    many = Counter(participant_id for participant_id, _ in taken)
    rows: list[Entry | None] = []
    for (_, telling), secret, is_clean in zip(sent, digests, clean, strict=True):
        writer, at = by.get(secret), place_of(session.steps, telling.step)
        row = None
        if is_clean and writer and at is not None:
            name = (writer, telling.key)
            if not taken[name] and many[writer] < MAX_ROWS:
                taken[name], many[writer] = 1, many[writer] + 1
                row = _row(session, writer, at, telling)
        rows.append(row)
    return rows


def _row(session: Session, participant_id: int, at: int, telling: EntryTelling) -> Entry:
    return Entry(
        session=session,
        participant_id=participant_id,
        key=telling.key,
        edition=telling.edition,
        text=telling.text.strip(),
        revealed_at=now() if shown_at_once(session.steps[at], session.revealed) else None,
        step=telling.step,
        kind=telling.kind or kind_written(session.steps, telling.step),
        value={} if telling.anchor is None else {"anchor": telling.anchor},
    )


def _move(session: Session, many: int) -> None:
    """As many versions on as there are new words; those who follow hear of it once."""
    first = session.version + 1
    session.version += many
    session.save(update_fields=["version"])
    insert_many(
        Event(session=session, version=version, happened=Happened.WROTE)
        for version in range(first, session.version + 1)
    )
    transaction.on_commit(partial(tell, session.id, session.version, at_once=False))
