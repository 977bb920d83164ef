"""Notes beside a practice, and looking critically at it."""

import pytest

from cast import Cast
from handlerum.core.clock import today
from handlerum.dilemmas.problems import Refused
from handlerum.organisations.access import Denied
from handlerum.practice.models import Look, Note
from handlerum.practice.queries.practices import opened
from handlerum.practice.services.looking import looked
from handlerum.practice.services.notes import note, remove
from handlerum.practice.terms import NoteKind
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing, Verb
from practice.agreed import in_days, made, rows


def test_a_look_is_dated_named_and_sets_the_next_day_and_the_law(cast: Cast) -> None:
    row = made(cast)

    look = looked(
        cast.reader("dorte"),
        row.id,
        conclusion="Vi spørger borgeren først.",
        next_look=in_days(90),
        session_id=5,
    )

    row.refresh_from_db()
    assert (look.by_id, look.session_id) == (cast.dorte.user_id, 5)
    assert (row.next_look, row.law_as_of) == (in_days(90), today())
    assert Entry.objects.filter(thing=Thing.PRACTICE, thing_id=row.id, verb=Verb.LOOKED).exists()


def test_a_look_settles_the_notes_that_were_dealt_with(cast: Cast) -> None:
    row, bo, other = made(cast), cast.reader("bo"), made(cast)
    first, second = (note(bo, row.id, "exception", f"Nr. {n}").note for n in range(2))
    elsewhere = note(bo, other.id, "exception", "Et andet sted").note

    looked(
        cast.reader("anna"),
        row.id,
        conclusion="Set.",
        next_look=None,
        settle_notes=[first.id, elsewhere.id],
    )

    assert opened(bo, row.id).notes[NoteKind.EXCEPTION] == [second]
    assert opened(bo, other.id).notes[NoteKind.EXCEPTION] == [elsewhere]


def test_a_look_without_a_word_or_with_a_day_that_is_past_is_refused(cast: Cast) -> None:
    row, anna = made(cast), cast.reader("anna")

    for conclusion, day in ((" ", None), ("Set.", in_days(-1)), ("Ring 010203-1234.", None)):
        with pytest.raises(Refused):
            looked(anna, row.id, conclusion=conclusion, next_look=day)
    assert not Look.objects.exists()


def test_who_reads_may_doubt_and_who_may_change_it_assumes(cast: Cast) -> None:
    row = made(cast)

    note(cast.reader("erik"), row.id, "doubt", "Gælder det også hos os?")
    note(cast.reader("anna"), row.id, "assumption", "Vi antager, at alle kan komme.")

    with pytest.raises(Denied):
        note(cast.reader("erik"), row.id, "assumption", "Vi antager noget.")
    for kind, text in (("doubt", " "), ("rumour", "Noget"), ("doubt", "Spørg 010203-1234.")):
        with pytest.raises(Refused):
            note(cast.reader("erik"), row.id, kind, text)
    assert Note.objects.count() == 2


def test_a_note_is_taken_back_by_who_wrote_it_alone(cast: Cast) -> None:
    row = made(cast)
    made_by_bo = note(cast.reader("bo"), row.id, "doubt", "Hm.").note

    with pytest.raises(Denied):
        remove(cast.reader("anna"), made_by_bo.id)
    remove(cast.reader("bo"), made_by_bo.id)
    assert not Note.objects.exists()


def test_an_outsider_and_a_reader_cannot_look(cast: Cast) -> None:
    row = made(cast)
    before = rows()

    for name in ("bo", "carla"):
        with pytest.raises(Denied):
            looked(cast.reader(name), row.id, conclusion="Set.", next_look=None)
    with pytest.raises(Denied):
        note(cast.reader("carla"), row.id, "doubt", "Hm.")
    assert rows() == before
