"""Everybody sees the same step, and of others only what was shown."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import changes_since, state, versions
from handlerum.reflection.services.hearing import listen
from handlerum.reflection.telling import AssumptionTelling, OptionTelling
from reflection.sessions.making import at_step, guest, joined, running, wrote

Capture = Callable[..., object]


def queries_of(ask: Callable[[], object]) -> int:
    """How many queries it takes."""
    with CaptureQueriesContext(
        connection,
    ) as made:
        ask()
    return len(made)


def test_silent_writing_is_its_writers_alone_until_it_is_shown(cast: Cast) -> None:
    session = at_step(cast, running(cast), 2)
    bo, anna, dorte = joined(cast, session), joined(cast, session, "anna"), cast.reader("dorte")
    row = wrote(bo, session, step="silent", text="Jeg tvivlede.")

    for other in (anna, dorte):
        assert "Jeg tvivlede." not in repr(state(other, session.id))
    assert "Jeg tvivlede." not in repr(state(dorte, session.id, view="projector"))
    assert [one.text for one in state(bo, session.id).mine.entries] == ["Jeg tvivlede."]
    assert state(anna, session.id).common.written == 1, "The number, and never who."

    services.reveal(dorte, session.id, "silent")
    assert [one.id for one in state(anna, session.id).common.entries] == [row.id]


def test_nobody_is_told_who_wrote(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    wrote(joined(cast, session), session)

    (one,) = state(joined(cast, session, "anna"), session.id).common.entries

    assert (one.key, "Bo" in repr(one)) == ("", False)


def test_what_is_private_by_its_method_cannot_be_shown(cast: Cast) -> None:
    session = at_step(cast, running(cast), 4)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    wrote(bo, session, step="alone", text="Kun til mig.")
    wrote(bo, session, "k2", step="told", text="Til dig.")

    for key in ("alone", "told"):
        with pytest.raises(Refused):
            services.reveal(dorte, session.id, key)
    seen = state(dorte, session.id)
    assert seen.common.entries == ()
    assert seen.leading
    assert [one.text for one in seen.leading.told_them] == ["Til dig."]
    assert state(bo, session.id).leading is None


def test_an_instruction_for_those_who_lead_reaches_no_other_phone(cast: Cast) -> None:
    session = at_step(cast, running(cast), 4)

    assert "instruction" not in state(guest(cast, session), session.id).common.step


def test_options_are_private_until_their_step_is_shown(cast: Cast) -> None:
    session = running(cast)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    services.note_option(bo, session.id, OptionTelling("k", "Spørge først", "before"))
    services.note_assumption(bo, session.id, AssumptionTelling("k", "At han vil", "before"))
    assert state(dorte, session.id).common.options == ()

    services.reveal(dorte, session.id, "before")

    seen = state(dorte, session.id).common
    assert [one.text for one in seen.options] == ["Spørge først"]
    assert seen.assumptions == ()


def test_the_projector_shows_nothing_of_whoever_opened_it(cast: Cast) -> None:
    session = at_step(cast, running(cast), 2)
    dorte = cast.reader("dorte")
    wrote(dorte, session, step="silent", text="Mit eget.")

    seen = state(dorte, session.id, view="projector")

    assert "Mit eget." not in repr(seen)
    assert (seen.me, seen.leading) == (None, None)


def test_asking_what_has_happened_takes_one_query_when_nothing_has(cast: Cast) -> None:
    session = running(cast)
    for who in (joined(cast, session), guest(cast, session), cast.reader("dorte")):
        version = Session.objects.get().version
        assert queries_of(lambda who=who, v=version: changes_since(who, session.id, v)) == 1  # type: ignore[misc]


def test_what_has_happened_is_told_in_fixed_words(cast: Cast) -> None:
    session = running(cast)
    bo = joined(cast, session)
    version = state(bo, session.id).version
    wrote(bo, session)
    services.go(cast.reader("dorte"), session.id, "next", turn=0)

    changes = changes_since(bo, session.id, version)

    assert changes.happened == ("wrote", "stepped")
    assert changes.version == version + 2 == versions([session.id])[session.id]


def test_more_entries_take_no_more_queries(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    bo, dorte = joined(cast, session), cast.reader("dorte")
    wrote(bo, session)
    services.make_group(dorte, session.id, "cards")
    few = [queries_of(lambda who=who: state(who, session.id)) for who in (bo, dorte)]  # type: ignore[misc]

    for number in range(20):
        wrote(guest(cast, session, f"Gæst {number}"), session, text=f"Svar {number}")
        wrote(bo, session, f"m{number}")
        services.make_group(dorte, session.id, "cards")

    many = [queries_of(lambda who=who: state(who, session.id)) for who in (bo, dorte)]  # type: ignore[misc]
    assert many == few
    assert max(few) <= 20


def test_what_is_common_is_read_once_for_a_version(cast: Cast) -> None:
    session = running(cast)
    bo = joined(cast, session)
    seen = state(bo, session.id).common

    assert state(bo, session.id, seen=seen).common is seen
    services.go(cast.reader("dorte"), session.id, "next", turn=0)
    assert state(bo, session.id, seen=seen).common.step_number == 1


def test_who_listens_hears_of_a_change_after_it_is_stored(
    cast: Cast, django_capture_on_commit_callbacks: Capture
) -> None:
    session = running(cast)
    heard: list[tuple[int, int]] = []
    stop = listen(lambda told, version, *_: heard.append((told, version)))

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        services.go(cast.reader("dorte"), session.id, "next", turn=0)
    stop()

    assert heard == [(session.id, Session.objects.get().version)]
